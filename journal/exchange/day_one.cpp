#include "journal/exchange/day_one.h"

#include <fmt/format.h>

#include <utility>

#include "journal/base/utf8.h"
#include "journal/exchange/json_entries.h"
#include "journal/exchange/json_value.h"

namespace journal::exchange {
namespace {

/// Day One escapes punctuation as Markdown allows: "3\. Oboe \- sharp".
std::string withoutEscapes(std::string_view text) {
  constexpr std::string_view kEscaped = "\\`*_{}[]()#+-.!>~|<&\"'";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() &&
        kEscaped.find(text[i + 1]) != std::string_view::npos) {
      ++i;
    }
    out.push_back(text[i]);
  }
  return out;
}

/// Takes "![](dayone-moment://id)" out and counts them: the pictures stay behind.
std::size_t takeOutPictures(std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("![](dayone-"); at != std::string::npos;
       at = text.find("![](dayone-", at)) {
    const std::size_t end = text.find(')', at);
    if (end == std::string::npos) break;
    text.erase(at, end + 1 - at);
    ++count;
  }
  return count;
}

Result<void> takeDayOne(const Json& json, const EntryPlace& place, ImportRun& run) {
  const std::string uuid = textOf(json, "uuid").value_or("");
  std::string text = textOf(json, "text").value_or("");
  if (uuid.empty()) return run.skip(place, "it has no id"), Result<void>();
  if (text.empty()) return run.skip(place, "there are no words in it"), Result<void>();
  const std::size_t pictures = takeOutPictures(text);
  ForeignEntry entry;
  entry.source = "dayone:" + uuid;
  entry.words = withoutEscapes(text);
  entry.writtenAt = parseTime(textOf(json, "creationDate").value_or(""));
  entry.changedAt = parseTime(textOf(json, "modifiedDate").value_or(""));
  const std::size_t before = run.report.taken;
  J_CHECK(run.take(std::move(entry), place));
  if (run.report.taken != before && pictures != 0) {
    run.note(place,
             pictures == 1 ? "A picture in it was left out." : "The pictures in it were left out.");
  }
  return {};
}

Result<void> takeJrnl(const Json& json, const EntryPlace& place, ImportRun& run) {
  const std::string date = textOf(json, "date").value_or("");
  const std::string time = textOf(json, "time").value_or("00:00");
  ForeignEntry entry;
  entry.title = textOf(json, "title").value_or("");
  entry.words = textOf(json, "body").value_or("");
  entry.writtenAt = parseTime(date + "T" + time);
  entry.isLocalTime = true;
  // jrnl gives entries no id: what an entry says and when is what it is.
  entry.source = sourceOfFile("jrnl", date + " " + time, entry.title + "\n" + entry.words);
  return run.take(std::move(entry), place);
}

Result<void> takeAll(std::string_view json, const std::string& name, ImportRun& run,
                     Result<void> (*take)(const Json&, const EntryPlace&, ImportRun&)) {
  JsonEntries entries(json, "entries");
  if (!entries.found()) {
    return Error{ErrorCode::InvalidInput, "entries: no list",
                 "There is no list of entries in that file."};
  }
  std::size_t number = 0;
  while (!run.stopped()) {
    const auto item = entries.next();
    if (!item) break;
    EntryPlace place{0, fmt::format("{}, entry {}", name, ++number)};
    run.progress(entries.position(), json.size());
    if (item->size() > 8 * kMaxReflectionBytes) {
      run.skip(place, "it is longer than 8 MB");
      continue;
    }
    const auto value = parseJson(*item);
    if (!value || !value->is_object()) {
      run.skip(place, "it is not one complete entry");
      continue;
    }
    J_CHECK(take(*value, place, run));
  }
  if (entries.endedEarly()) {
    run.note({0, name}, "The file ends early, so what came after its last entry is missing.");
  }
  return {};
}

// jrnl text ---------------------------------------------------------------------------------------

bool isDigits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return false;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

/// The head of a jrnl line: its moment and what follows.
struct JrnlHead {
  UtcTime at{};
  std::string_view rest;
};

/// Hours, minutes and perhaps seconds, AM or PM from "16:05:00 PM.."; the text is moved past them.
std::optional<std::chrono::minutes> readClock(std::string_view& text) {
  if (!isDigits(text, 0, 2) || text.size() < 5 || text[2] != ':' || !isDigits(text, 3, 2)) {
    return std::nullopt;
  }
  int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  text.remove_prefix(5);
  if (text.size() >= 3 && text[0] == ':' && isDigits(text, 1, 2)) text.remove_prefix(3);
  const std::string_view half = text.substr(0, 3);
  if (half == " AM" || half == " PM" || half == " am" || half == " pm") {
    if (hours < 1 || hours > 12) return std::nullopt;
    hours = hours % 12 + (half[1] == 'P' || half[1] == 'p' ? 12 : 0);
    text.remove_prefix(3);
  }
  if (hours > 23 || minutes > 59) return std::nullopt;
  return std::chrono::minutes(hours * 60 + minutes);
}

std::optional<JrnlHead> readHead(std::string_view line) {
  const bool bracket = !line.empty() && line.front() == '[';
  if (bracket) line.remove_prefix(1);
  if (line.size() < 16 || (line[10] != ' ' && line[10] != 'T')) return std::nullopt;
  const auto date = parseDate(line.substr(0, 10));
  if (!date) return std::nullopt;
  line.remove_prefix(11);
  const auto clock = readClock(line);
  if (!clock) return std::nullopt;
  if (bracket) {
    if (line.empty() || line.front() != ']') return std::nullopt;
    line.remove_prefix(1);
  }
  if (!line.empty() && line.front() != ' ') return std::nullopt;
  return JrnlHead{UtcTime(std::chrono::sys_days(*date)) + *clock, line};
}

/// One entry of the text, without the star jrnl ends a starred title with.
ForeignEntry jrnlEntry(const JrnlHead& head, std::string_view body) {
  ForeignEntry entry;
  std::string_view title = trimmed(head.rest);
  if (title.size() > 2 && title.substr(title.size() - 2) == " *") title.remove_suffix(2);
  entry.title = std::string(title);
  entry.words = std::string(trimmed(body));
  entry.writtenAt = head.at;
  entry.isLocalTime = true;
  const std::string when = isoTime(head.at);
  entry.source = sourceOfFile("jrnl", when.substr(0, 10) + " " + when.substr(11, 5),
                              entry.title + "\n" + entry.words);
  return entry;
}

}  // namespace

Result<void> importDayOne(std::string_view json, const std::string& name, ImportRun& run) {
  return takeAll(json, name, run, takeDayOne);
}

Result<void> importJrnlJson(std::string_view json, const std::string& name, ImportRun& run) {
  return takeAll(json, name, run, takeJrnl);
}

Result<void> importJrnlText(std::string_view text, const std::string& name, ImportRun& run) {
  std::optional<JrnlHead> head;
  std::size_t headLine = 0;
  std::size_t bodyAt = 0;
  std::size_t number = 0;
  const auto close = [&](std::size_t end) -> Result<void> {
    if (!head) return {};
    return run.take(jrnlEntry(*head, text.substr(bodyAt, end - bodyAt)), {headLine, name});
  };
  for (std::size_t at = 0; at < text.size() && !run.stopped();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t next = std::min(end + 1, text.size());
    ++number;
    const auto found = readHead(text.substr(at, end - at));
    if (found) {
      J_CHECK(close(at));
      head = found;
      headLine = number;
      bodyAt = next;
      run.progress(at, text.size());
    } else if (!head && !trimmed(text.substr(at, end - at)).empty()) {
      run.skip({number, name}, "it stands before the first dated entry");
    }
    at = next;
  }
  if (run.stopped()) return {};
  return close(text.size());
}

}  // namespace journal::exchange
