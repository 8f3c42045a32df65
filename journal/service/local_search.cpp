// Searching: rows from the index, snippets from the words.

#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"
#include "journal/service/journal_parts.h"
#include "journal/store/search.h"
#include "journal/text/snippet.h"

namespace journal::service {
namespace {

bool overlaps(const std::vector<text::FoundRange>& found, std::size_t begin, std::size_t end) {
  for (const text::FoundRange& range : found) {
    if (range.begin < end && range.end > begin) return true;
  }
  return false;
}

/// Cuts a snippet of rendered text into runs that know which words were found and which are
/// mentions.
class SnippetRuns {
 public:
  SnippetRuns(std::string_view stored, const RenderedText& rendered, const text::Snippet& snippet,
              const std::vector<SearchTerm>& terms, const NameLookup& lookup)
      : stored_(stored), rendered_(rendered), snippet_(snippet), terms_(terms), lookup_(lookup) {}

  std::vector<SnippetRun> make() {
    if (snippet_.cutBefore) add(SnippetRun::Kind::Plain, "…");
    for (const TextPiece& piece : pieces(stored_)) {
      const std::size_t begin = std::max(snippet_.begin, rendered_.toRendered(piece.begin));
      const std::size_t end = std::min(snippet_.end, rendered_.toRendered(piece.end));
      if (begin >= end) continue;
      if (piece.kind == TextPiece::Kind::Mention) addMention(piece.name, begin, end);
      if (piece.kind == TextPiece::Kind::Run) addRun(begin, end);
    }
    if (snippet_.cutAfter) add(SnippetRun::Kind::Plain, "…");
    return std::move(runs_);
  }

 private:
  void add(SnippetRun::Kind kind, std::string_view text) {
    if (text.empty()) return;
    if (kind == SnippetRun::Kind::Plain && !runs_.empty() && runs_.back().kind == kind) {
      runs_.back().text.append(text);
      return;
    }
    SnippetRun run;
    run.kind = kind;
    run.text = std::string(text);
    runs_.push_back(std::move(run));
  }
  void addRun(std::size_t begin, std::size_t end) {
    const std::string_view text = rendered_.text;
    for (const text::FoundRange& range : snippet_.found) {
      const std::size_t from = std::max(begin, range.begin);
      const std::size_t to = std::min(end, range.end);
      if (from >= to) continue;
      add(SnippetRun::Kind::Plain, text.substr(begin, from - begin));
      add(SnippetRun::Kind::Found, text.substr(from, to - from));
      begin = to;
    }
    add(SnippetRun::Kind::Plain, text.substr(begin, end - begin));
  }
  void addMention(NameId id, std::size_t begin, std::size_t end) {
    const KnownName* name = lookup_(id);
    SnippetRun run;
    run.text = shownName(name, NamesShown::Code);
    run.name = id;
    const bool found = overlaps(snippet_.found, begin, end) || namesAny(name);
    run.kind = found ? SnippetRun::Kind::FoundMention : SnippetRun::Kind::Mention;
    runs_.push_back(std::move(run));
  }
  /// Found by a name that does not stand in the text: the code name, or another spelling.
  bool namesAny(const KnownName* name) const {
    if (name == nullptr) return false;
    if (!text::findTerms(name->codeName, terms_).empty()) return true;
    for (const std::string& also : name->alsoWritten) {
      if (!text::findTerms(also, terms_).empty()) return true;
    }
    return false;
  }

  std::string_view stored_;
  const RenderedText& rendered_;
  const text::Snippet& snippet_;
  const std::vector<SearchTerm>& terms_;
  const NameLookup& lookup_;
  std::vector<SnippetRun> runs_;
};

bool anyWanted(const std::vector<SearchTerm>& terms) {
  for (const SearchTerm& term : terms) {
    if (!term.excluded) return true;
  }
  return false;
}

/// Shown with code names, found by whatever the search looked in: the words as their author reads
/// them first, then as others would.
std::vector<SnippetRun> snippetOf(std::string_view stored, const std::vector<SearchTerm>& terms,
                                  const NameLookup& lookup) {
  RenderedText rendered = render(stored, NamesShown::Real, lookup);
  text::Snippet snippet = text::makeSnippet(rendered.text, terms);
  if (snippet.found.empty() && anyWanted(terms)) {
    rendered = render(stored, NamesShown::Code, lookup);
    snippet = text::makeSnippet(rendered.text, terms);
  }
  return SnippetRuns(stored, rendered, snippet, terms, lookup).make();
}

/// Whether every term occurs in one of the two texts that are indexed.
bool holdAll(const store::Document& words, const std::vector<SearchTerm>& terms) {
  for (const SearchTerm& term : terms) {
    if (text::findTerms(words.body, {term}).empty() &&
        text::findTerms(words.names, {term}).empty()) {
      return false;
    }
  }
  return true;
}

}  // namespace

Result<SearchPage> LocalJournal::search(const SearchQuery& query) {
  J_TRY(const std::size_t unread, parts_->drainForSearch());
  J_TRY(const auto reading, store::Reading::begin(*parts_->database));
  store::Projections& projections = parts_->projections;
  J_TRY(const auto* names, projections.names.all());
  (void)names;
  const auto check = [&](std::int64_t row, const std::vector<SearchTerm>& open) -> Result<bool> {
    J_TRY(const auto textOp, projections.reflections.textOpOf(row));
    if (!textOp) return false;
    J_TRY(const std::string text, store::readText(*parts_->database, *textOp));
    return holdAll(projections.fullText.wordsOf(text), open);
  };
  // How long we have been at it, not what time it is: no rule depends on this clock.
  const auto began = std::chrono::steady_clock::now();
  const auto timeIsUp = [&] {
    return query.within && std::chrono::steady_clock::now() - began >= *query.within;
  };
  J_TRY(const auto found, store::findRows(*parts_->database, projections.tags, query,
                                          store::SearchAid{check, timeIsUp}));
  const auto terms = parseSearch(query.typed, query.stillTyping);
  const bool typed = anyWanted(terms);
  const NameLookup lookup = projections.names.lookup();
  SearchPage page;
  page.more = found.more;
  page.total = found.total;
  page.resume = found.resume;
  page.unread = unread;
  for (std::int64_t row : found.rows) {
    J_TRY(auto stored, projections.reflections.atRow(row));
    // The index never holds what may not be used; this asks again all the same.
    if (!stored || !mayBeUsed(stored->reflection)) continue;
    SearchHit hit;
    if (typed) {
      J_TRY(const std::string text, store::readText(*parts_->database, stored->textOp));
      hit.snippet = snippetOf(text, terms, lookup);
    } else {
      hit.snippet = snippetOf(stored->excerpt, {}, lookup);
    }
    J_TRY(hit.row, parts_->rowOf(std::move(*stored)));
    page.hits.push_back(std::move(hit));
  }
  return page;
}

}  // namespace journal::service
