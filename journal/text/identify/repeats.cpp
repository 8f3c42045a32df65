#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "journal/text/identify/known_people.h"
#include "journal/text/identify/name_use.h"
#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

struct Repeated {
  IdentifierKind kind = IdentifierKind::Person;
  std::string suggestion;
};

/// Words of what was found, and where else they stand.
class RepeatSearch {
 public:
  explicit RepeatSearch(Page& page) : page_(page) {}

  void run() {
    gather();
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (page_.word(at).isWord && page_.key(at).size() >= 2 && page_.free(at)) search(at);
    }
  }

 private:
  void gather() {
    for (const Identifier& one : page_.found()) {
      const bool person = one.kind == IdentifierKind::Person;
      const bool named =
          person || one.kind == IdentifierKind::School || one.kind == IdentifierKind::Place;
      if (!named) continue;
      const WordRange range = page_.wordsOf(one);
      for (std::size_t at = range.first; at < range.end; ++at) {
        if (tellsApart(at, person)) remember(page_.key(at), one);
        if (!person) break;
      }
    }
  }

  void remember(std::string_view key, const Identifier& one) {
    const bool isNew = words_.try_emplace(key, Repeated{one.kind, one.suggestion}).second;
    if (!isNew || one.kind != IdentifierKind::Person || key.size() <= kSharedStart) return;
    auto& alike = people_[key.substr(0, kSharedStart)];
    if (alike.size() < kMostAlike) alike.push_back(key);
  }

  /// A title, a head word or an ordinary word would find too much.
  bool tellsApart(std::size_t at, bool person) const {
    if (!page_.word(at).isWord || page_.key(at).size() < 3) return false;
    if (page_.is(at, WordClass::Title) && !page_.is(at, WordClass::Given)) return false;
    if (page_.is(at, WordClass::Known) || page_.is(at, WordClass::Determiner)) return false;
    return person || !(page_.is(at, WordClass::SchoolHead) || page_.is(at, WordClass::StreetHead));
  }

  void search(std::size_t at) {
    const auto found = words_.find(page_.key(at));
    if (found != words_.end()) {
      if (isMeant(at)) add(at, found->second, 0.85F);
      return;
    }
    if (!page_.is(at, WordClass::Word) && !page_.is(at, WordClass::Known)) shortForm(at);
  }

  bool isMeant(std::size_t at) const {
    if (!isOrdinaryToo(page_, at) && !page_.is(at, WordClass::Verb)) return true;
    const Word& word = page_.word(at);
    if (!page_.caseless() && !word.capital) return false;
    const int use = personUse(page_, at);
    return page_.caseless() || word.opens ? use >= 1 : use >= 0;
  }

  /// "dex" after "dexter": what is cut short begins alike, so few need to be compared.
  void shortForm(std::size_t at) {
    const std::string_view key = page_.key(at);
    if (!page_.couldBeName(at) || key.size() < kSharedStart) return;
    const auto alike = people_.find(key.substr(0, kSharedStart));
    if (alike == people_.end()) return;
    for (const std::string_view name : alike->second) {
      if (!isShortFormOf(key, name)) continue;
      return add(at, words_.at(name), 0.7F);
    }
  }

  void add(std::size_t at, const Repeated& repeated, float confidence) {
    std::size_t end = at + 1;
    while (page_.follows(end - 1) && page_.free(end) && page_.couldBeName(end) &&
           words_.count(page_.key(end)) > 0 && isMeant(end))
      ++end;
    page_.add({at, end}, repeated.kind, confidence, repeated.suggestion);
  }

  Page& page_;
  static constexpr std::size_t kSharedStart = 3;
  static constexpr std::size_t kMostAlike = 16;
  std::unordered_map<std::string_view, Repeated> words_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> people_;  ///< by their start
};

/// Names of two ordinary words or more that were found once: "fulling mill".
class WholeRepeatSearch {
 public:
  explicit WholeRepeatSearch(Page& page) : page_(page) {}

  void run() {
    gather();
    if (wholes_.empty()) return;
    for (std::size_t at = 0; at < page_.size(); ++at) {
      const auto first = page_.free(at) ? wholes_.find(page_.key(at)) : wholes_.end();
      if (first == wholes_.end()) continue;
      for (const auto& [range, one] : first->second) {
        if (stands(range, at) &&
            page_.add({at, at + range.end - range.first}, one.kind, one.confidence, one.suggestion))
          break;
      }
    }
  }

 private:
  void gather() {
    for (const Identifier& one : page_.found()) {
      const bool setting = one.kind == IdentifierKind::School ||
                           one.kind == IdentifierKind::Place ||
                           one.kind == IdentifierKind::Organisation;
      const WordRange range = page_.wordsOf(one);
      if (!setting || range.end - range.first < 2) continue;
      auto& list = wholes_[page_.key(range.first)];
      if (list.size() < kMostAlike) list.emplace_back(range, one);
    }
  }

  bool stands(WordRange range, std::size_t at) const {
    for (std::size_t i = 0; range.first + i < range.end; ++i) {
      if (page_.key(at + i) != page_.key(range.first + i) || !page_.free(at + i)) return false;
    }
    return true;
  }

  /// A text with more names that begin alike is made to be slow.
  static constexpr std::size_t kMostAlike = 16;

  Page& page_;
  std::unordered_map<std::string_view, std::vector<std::pair<WordRange, Identifier>>> wholes_;
};

}  // namespace

void findRepeats(Page& page) {
  WholeRepeatSearch(page).run();
  RepeatSearch(page).run();
}

}  // namespace journal::text
