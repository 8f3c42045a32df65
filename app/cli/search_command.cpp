#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::service::SnippetRun;

struct SearchWords {
  std::vector<std::string> words;
  bool best = false;
  std::size_t limit = 20;
  std::string youngPerson;
  std::string what;
  int level = 0;
  std::string voice;
  std::string setting;
  std::string from;
  std::string to;
};

Error badFilter(const char* advice) {
  return Error{ErrorCode::InvalidInput, "filter", advice};
}

Result<std::optional<journal::LocalDate>> readDate(const std::string& text) {
  if (text.empty()) return std::optional<journal::LocalDate>();
  const auto date = journal::parseDate(text);
  if (!date) return badFilter("Dates are like 2026-01-22.");
  return date;
}

/// "P4.1" is an indicator, "P4" an outcome, "P" a domain.
void readWhat(const std::string& what, journal::SearchFilters& filters) {
  if (what.empty()) return;
  if (const auto code = journal::IndicatorCode::parse(what)) {
    filters.indicator = *code;
  } else if (what.find_first_of("0123456789") != std::string::npos) {
    filters.outcome = what;
  } else {
    filters.domain = what;
  }
}

Result<journal::SearchFilters> readFilters(const SearchWords& words, const std::string& who,
                                           journal::service::Journal& journal) {
  journal::SearchFilters filters;
  if (!who.empty()) {
    J_TRY(const auto person, findName(journal, who));
    filters.youngPerson = person.id;
  }
  readWhat(words.what, filters);
  if (words.level != 0) filters.level = journal::Level::of(words.level);
  if (!words.voice.empty()) {
    filters.voice = journal::parseVoice(words.voice);
    if (!filters.voice) return badFilter("--voice is tutor, young_person or third_party.");
  }
  if (!words.setting.empty()) {
    filters.setting = journal::parseSetting(words.setting);
    if (!filters.setting) return badFilter("That is not a setting Afternote knows.");
  }
  J_TRY(filters.from, readDate(words.from));
  J_TRY(filters.to, readDate(words.to));
  return filters;
}

bool isFound(const SnippetRun& run) {
  return run.kind == SnippetRun::Kind::Found || run.kind == SnippetRun::Kind::FoundMention;
}

std::string snippetLine(const std::vector<SnippetRun>& runs, bool colour) {
  std::string out;
  for (const SnippetRun& run : runs) {
    const bool mark = colour && isFound(run);
    out += (mark ? "\x1b[1;33m" : "") + oneLine(run.text, 400) + (mark ? "\x1b[0m" : "");
  }
  return out;
}

OrderedJson hitJson(const journal::service::SearchHit& hit, const Shower& shower) {
  OrderedJson json = rowJson(hit.row, shower);
  json["snippet"] = OrderedJson::array();
  for (const SnippetRun& run : hit.snippet) {
    OrderedJson piece;
    piece["text"] = run.text;
    piece["found"] = isFound(run);
    json["snippet"].push_back(std::move(piece));
  }
  return json;
}

Result<int> search(Context& context, const SearchWords& words) {
  journal::SearchQuery query;
  for (const std::string& word : words.words)
    query.typed += (query.typed.empty() ? "" : " ") + word;
  J_TRY(const std::string who, context.given(words.youngPerson));
  if (query.typed == "-") {
    J_TRY(query.typed, context.readText(""));
  }
  J_TRY(const auto journal, context.openJournal());
  J_TRY(query.filters, readFilters(words, who, *journal));
  query.order = words.best ? journal::SearchOrder::BestFirst : journal::SearchOrder::NewestFirst;
  query.limit = words.limit;
  J_TRY(const auto page, journal->search(query));
  J_TRY(const Shower shower, Shower::of(*journal, journal::NamesShown::Code));
  if (context.options.json) {
    OrderedJson json;
    json["more"] = page.more;
    json["total"] = page.total ? OrderedJson(*page.total) : OrderedJson(nullptr);
    json["hits"] = OrderedJson::array();
    for (const auto& hit : page.hits) json["hits"].push_back(hitJson(hit, shower));
    context.print(json);
    return page.hits.empty() ? kNo : kDone;
  }
  for (const auto& hit : page.hits) {
    context.say(journal::isoDate(hit.row.lesson.date) + "  " + hit.row.id.hex().substr(0, 8) +
                "  " + std::string(journal::title(hit.row.lesson.setting)));
    context.say("    " + snippetLine(hit.snippet, context.terminal.colour));
  }
  if (page.unread > 0) {
    context.remark(
        fmt::format("The disk is full, so {} reflections could not be searched.", page.unread));
  }
  if (page.hits.empty()) {
    context.say(page.unread > 0 ? "Nothing found in the others." : "Nothing found.");
  }
  if (page.more) context.say("There are more; ask for them with --limit.");
  return page.hits.empty() ? kNo : kDone;
}

}  // namespace

void addSearchCommand(const Command& app, Context& context) {
  auto command =
      app.command("search", "Find reflections: words, \"words in a row\", start*, -without");
  auto words = std::make_shared<SearchWords>();
  command.option("words", words->words,
                 "What to look for; - reads it from standard input, unseen by others");
  command.flag("--best", words->best, "Best match first, not newest");
  command.option("--limit", words->limit, "How many (20)")
      .within(std::int64_t{1}, std::int64_t{100'000});
  command.option("--young-person", words->youngPerson, "By code name or name, or @FILE");
  command.option("--indicator", words->what, "Like P4.1; or an outcome, P4; or a domain, P");
  command.option("--level", words->level, "1 to 5").within(std::int64_t{1}, std::int64_t{5});
  command.option("--voice", words->voice, "tutor, young_person, third_party");
  command.option("--setting", words->setting, "Like small_group");
  command.option("--from", words->from, "First day");
  command.option("--to", words->to, "Last day");
  command.whenChosen([&context, words] {
    context.action = [&context, words] { return search(context, *words); };
  });
}

}  // namespace app::cli
