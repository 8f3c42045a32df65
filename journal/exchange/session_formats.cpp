#include "journal/exchange/session_formats.h"

#include <fmt/format.h>

#include <algorithm>

#include "journal/domain/mention.h"
#include "journal/domain/session/names.h"
#include "journal/exchange/session_format_json.h"

namespace journal::exchange {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostText = 2000;  // of one field, in bytes
constexpr std::size_t kMostName = 200;
constexpr std::size_t kMostPrompts = 20;  // in one round

Error unusableFormat(const std::string& lack) {
  return Error{ErrorCode::InvalidInput, "session format: " + lack,
               fmt::format("This session format cannot be used: {}. Nothing was changed.", lack)};
}

/// As it may stand on a line of a screen: a file's words are whoever's.
std::string onOneLine(std::string_view text) {
  std::string line = sanitisePlain(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

Result<std::string> needed(const Json& json, const char* key, const std::string& whose) {
  auto text = onOneLine(textOf(json, key).value_or(""));
  if (text.empty() || text.size() > kMostName)
    return unusableFormat(fmt::format("{} has no \"{}\" that can be read", whose, key));
  return text;
}
Result<std::string> optional(const Json& json, const char* key, const std::string& whose) {
  auto text = onOneLine(textOf(json, key).value_or(""));
  if (text.size() > kMostText)
    return unusableFormat(fmt::format("\"{}\" of {} is too long", key, whose));
  return text;
}

Result<int> numberIn(const Json& json, const char* key, std::int64_t most,
                     const std::string& whose) {
  const auto number = wholeOf(json, key);
  if (member(json, key) == nullptr) return 0;
  if (!number || *number < 0 || *number > most)
    return unusableFormat(fmt::format("\"{}\" of {} is no number that can be", key, whose));
  return static_cast<int>(*number);
}

/// How it runs: a round without "kind" is talk, kept by the group.
Result<void> readRunning(const Json& json, const std::string& whose, Round& round) {
  if (const auto kind = textOf(json, "kind")) {
    const auto named = session::named<session::RoundKind>(*kind);
    if (!named) return unusableFormat(whose + " is of a kind that this Afternote does not know");
    round.kind = *named;
  }
  if (const auto keep = textOf(json, "keep")) {
    const auto named = session::named<session::Keep>(*keep);
    if (!named)
      return unusableFormat(whose + " is kept in a way that this Afternote does not know");
    round.keep = *named;
  }
  J_TRY(round.turnSeconds, numberIn(json, "turn_seconds", 4 * 60 * 60, whose));
  J_TRY(round.presenter, numberIn(json, "presenter", session::kMostPresenters, whose));
  J_TRY(round.dots, numberIn(json, "dots", session::kMostDots, whose));
  return {};
}

Result<Round> readRound(const Json& json, const std::string& format) {
  const std::string whose = "a round of " + format;
  Round round;
  J_TRY(round.name, needed(json, "name", whose));
  J_TRY(round.minutes, numberIn(json, "minutes", 4 * 60, whose));
  if (round.minutes == 0) return unusableFormat(whose + " has no length in minutes");
  J_TRY(round.who, optional(json, "who", whose));
  J_TRY(round.captured, optional(json, "captured", whose));
  J_TRY(round.keptFor, optional(json, "kept_for", whose));
  for (const Json& item : listOf(json, "prompts")) {
    const std::string prompt = onOneLine(asText(item));
    if (prompt.size() > kMostText || round.prompts.size() == kMostPrompts)
      return unusableFormat(whose + " has more prompts, or longer ones, than a round can have");
    if (!prompt.empty()) round.prompts.push_back(prompt);
  }
  J_CHECK(readRunning(json, whose, round));
  return round;
}

void put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

Json toJson(const Round& round) {
  Json json{{"name", round.name},
            {"minutes", round.minutes},
            {"kind", session::name(round.kind)},
            {"keep", session::name(round.keep)}};
  put(json, "who", round.who);
  put(json, "captured", round.captured);
  put(json, "kept_for", round.keptFor);
  if (!round.prompts.empty()) json["prompts"] = round.prompts;
  if (round.turnSeconds != 0) json["turn_seconds"] = round.turnSeconds;
  if (round.presenter != 0) json["presenter"] = round.presenter;
  if (round.dots != 0) json["dots"] = round.dots;
  return json;
}

}  // namespace

Result<SessionFormat> readUnreadyFormat(const Json& json) {
  SessionFormat format;
  J_TRY(format.code, needed(json, "code", "a format"));
  J_TRY(format.name, needed(json, "name", format.code));
  J_TRY(format.size, optional(json, "size", format.code));
  J_TRY(format.purpose, optional(json, "purpose", format.code));
  J_TRY(format.when, optional(json, "when", format.code));
  J_TRY(format.roles, optional(json, "roles", format.code));
  J_TRY(format.prework, optional(json, "prework", format.code));
  J_TRY(format.notes, optional(json, "notes", format.code));
  J_TRY(format.author, optional(json, "author", format.code));
  J_TRY(format.licence, optional(json, "licence", format.code));
  for (const Json& item : listOf(json, "rounds")) {
    J_TRY(auto round, readRound(item, format.code));
    format.rounds.push_back(std::move(round));
  }
  format.minutes = sumOfRounds(format);
  return format;
}

Result<SessionFormat> readFormat(const Json& json) {
  J_TRY(auto format, readUnreadyFormat(json));
  const auto runs = planOf(format, session::Naming::Named);
  if (!runs.ok())
    return Error{ErrorCode::InvalidInput, "session format that cannot be run",
                 fmt::format("This session format cannot be used. {} Nothing was changed.",
                             runs.error().advice)};
  return format;
}

Json toJson(const SessionFormat& format) {
  Json json{{"code", format.code}, {"name", format.name}};
  put(json, "size", format.size);
  put(json, "purpose", format.purpose);
  put(json, "when", format.when);
  put(json, "roles", format.roles);
  put(json, "prework", format.prework);
  put(json, "notes", format.notes);
  put(json, "author", format.author);
  put(json, "licence", format.licence);
  json["minutes"] = sumOfRounds(format);
  for (const Round& round : format.rounds) json["rounds"].push_back(toJson(round));
  return json;
}

Result<FormatLibrary> readSessionFormats(std::string_view json) {
  const auto file = json.size() <= kMostFormatBytes ? parseJson(json) : std::nullopt;
  if (!file) return unusableFormat("session_formats.json is not complete, readable JSON");
  FormatLibrary library;
  for (const Json& item : file->is_array() ? *file : listOf(*file, "formats")) {
    J_TRY(auto format, readFormat(item));
    if (library.find(format.code) != nullptr)
      return unusableFormat(format.code + " stands in it twice");
    library.formats.push_back(std::move(format));
  }
  if (library.formats.empty()) return unusableFormat("it has no formats");
  return library;
}

std::string formatFile(const SessionFormat& format) {
  Json json = toJson(format);
  json["afternote_format"] = kVersion;
  return dumpJson(json);
}

Result<SessionFormat> readFormatFile(std::string_view text) {
  const auto json = text.size() <= kMostFormatBytes ? parseJson(text) : std::nullopt;
  if (!json) return unusableFormat("the file is damaged, cut short, or something else");
  const auto version = wholeOf(*json, "afternote_format");
  if (!version) return unusableFormat("the file does not say that it is one");
  if (*version > kVersion)
    return Error{ErrorCode::TooNew, "session format version",
                 "This session format was made by a newer Afternote. Please update first."};
  return readFormat(*json);
}

}  // namespace journal::exchange
