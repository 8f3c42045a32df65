#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/asset_files.h"
#include "app/cli/commands.h"
#include "app/cli/gazetteer_files.h"
#include "app/cli/wording.h"
#include "journal/base/platform.h"
#include "journal/base/utf8.h"
#include "journal/text/identify/identifiers.h"
#include "journal/text/identify/known_people.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::text::Gazetteers;
using journal::text::Identifier;
using journal::text::KnownPeople;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostInput = std::size_t{64} << 20;
constexpr std::size_t kMostRoster = std::size_t{1} << 20;

/// One text to look through, with the names that are known for it.
struct AskedText {
  Json id;
  std::string text;
  std::vector<std::string> roster;
};

Error badInputLine(std::size_t line, const std::string& problem) {
  return Error{ErrorCode::InvalidInput, "input line " + std::to_string(line),
               fmt::format("Line {} {}", line, problem)};
}

std::vector<std::string> linesIn(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(journal::trimmed(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

Result<std::vector<std::string>> readRoster(const std::filesystem::path& file) {
  if (file.empty()) return std::vector<std::string>{};
  const auto bytes = journal::readFile(file, kMostRoster);
  if (!bytes.ok()) {
    const bool tooLong = bytes.error().code == ErrorCode::InvalidInput;
    return Error{
        bytes.error().code, "roster",
        tooLong ? "That list of names is longer than 1 MB." : "That list of names cannot be read."};
  }
  if (!journal::isValidUtf8(*bytes))
    return Error{ErrorCode::InvalidInput, "roster bytes",
                 "That list of names is not plain text. Save it as UTF-8, one full name a line."};
  return linesIn(*bytes);
}

Result<std::string> readInput(const Context& context) {
  if (context.terminal.inIsTerminal)
    context.remark("Write or paste, then end with Ctrl+D on a line of its own.");
  std::string text;
  std::istreambuf_iterator<char> at(context.terminal.in);
  for (; at != std::istreambuf_iterator<char>() && text.size() <= kMostInput; ++at) text += *at;
  if (text.size() > kMostInput)
    return Error{ErrorCode::InvalidInput, "input", "That is more than 64 MB. Give it in parts."};
  if (journal::trimmed(text).empty())
    return Error{ErrorCode::InvalidInput, "no text",
                 "There is no text. Give it on standard input."};
  return text;
}

Result<AskedText> readJsonLine(const std::string& line, std::size_t number) {
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded() || !json.is_object())
    return badInputLine(number, "is not a text in JSON, such as {\"id\": \"1\", \"text\": \"…\"}.");
  if (!json.contains("text") || !json["text"].is_string())
    return badInputLine(number, "has no \"text\".");
  AskedText asked{json.value("id", Json(number)), json["text"].get<std::string>(), {}};
  if (!asked.id.is_string() && !asked.id.is_number())
    return badInputLine(number, "has an \"id\" that is neither words nor a number.");
  const Json roster = json.value("roster", Json::array());
  if (!roster.is_array()) return badInputLine(number, "has a \"roster\" that is no list of names.");
  for (const Json& name : roster) {
    if (!name.is_string())
      return badInputLine(number, "has a \"roster\" that is no list of names.");
    asked.roster.push_back(name.get<std::string>());
  }
  return asked;
}

/// JSON Lines when the first thing is "{"; otherwise all of it is one text.
Result<std::vector<AskedText>> readTexts(const std::string& input) {
  std::vector<AskedText> texts;
  if (journal::trimmed(input).front() != '{') {
    texts.push_back({Json("1"), input, {}});
    return texts;
  }
  const std::vector<std::string> lines = linesIn(input);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    J_TRY(AskedText asked, readJsonLine(lines[i], i + 1));
    texts.push_back(std::move(asked));
  }
  return texts;
}

/// Offsets of bytes, asked for in ascending order, as code points.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  std::size_t at(std::size_t byte) {
    if (byte < byte_) byte_ = count_ = 0;
    count_ += journal::countCodePoints(text_.substr(byte_, byte - byte_));
    byte_ = byte;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t count_ = 0;
};

Json spansJson(const AskedText& asked, const std::vector<Identifier>& found) {
  Json json;
  json["id"] = asked.id;
  json["spans"] = Json::array();
  CodePoints begins(asked.text);
  CodePoints ends(asked.text);
  for (const Identifier& one : found) {
    Json span;
    span["start"] = begins.at(one.begin);
    span["end"] = ends.at(one.end);
    span["type"] = name(one.kind);
    span["confidence"] = std::round(static_cast<double>(one.confidence) * 100) / 100;
    span["suggestion"] = one.suggestion;
    json["spans"].push_back(std::move(span));
  }
  return json;
}

void sayFound(const Context& context, const AskedText& asked,
              const std::vector<Identifier>& found) {
  std::size_t line = 1;
  std::size_t seen = 0;
  for (const Identifier& one : found) {
    const auto from = asked.text.begin() + static_cast<std::ptrdiff_t>(seen);
    const auto to = asked.text.begin() + static_cast<std::ptrdiff_t>(one.begin);
    line += static_cast<std::size_t>(std::count(from, to, '\n'));
    seen = one.begin;
    context.say(fmt::format("line {}: {} – could be “{}”", line,
                            asked.text.substr(one.begin, one.end - one.begin), one.suggestion));
  }
}

struct FindWords {
  std::filesystem::path roster;
};

Result<int> findAll(Context& context, const FindWords& words) {
  J_TRY(const std::filesystem::path assets, findAssets(context.options.assets));
  J_TRY(const std::vector<std::string> roster, readRoster(words.roster));
  J_TRY(const std::string input, readInput(context));
  J_TRY(const std::vector<AskedText> texts, readTexts(input));
  J_TRY(const std::unique_ptr<Gazetteers> lists, loadGazetteers(assets));
  std::size_t count = 0;
  for (const AskedText& asked : texts) {
    std::vector<std::string> names = roster;
    names.insert(names.end(), asked.roster.begin(), asked.roster.end());
    const std::vector<Identifier> found =
        findIdentifiers(asked.text, KnownPeople(names, *lists), *lists);
    count += found.size();
    if (context.options.json) {
      context.say(spansJson(asked, found).dump(-1, ' ', false, Json::error_handler_t::replace));
      continue;
    }
    if (texts.size() > 1)
      context.say(asked.id.is_string() ? asked.id.get<std::string>() : asked.id.dump());
    sayFound(context, asked, found);
  }
  if (!context.options.json) {
    context.say(count == 0 ? "Nothing found. That is no promise: read it as a stranger would."
                           : counted(count, "find") + ". There may be more; you decide on each.");
  }
  return kDone;
}

}  // namespace

void addFindIdentifiersCommand(const Command& app, Context& context) {
  auto command = app.command("find-identifiers",
                             "Find what could identify somebody in a text on standard input");
  auto words = std::make_shared<FindWords>();
  command
      .option("--roster", words->roster,
              "Names to look for in every written form, one full name "
              "a line")
      .typeName("FILE");
  command.whenChosen([&context, words] {
    context.action = [&context, words] { return findAll(context, *words); };
  });
}

}  // namespace app::cli
