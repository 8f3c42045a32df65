#include "journal/exchange/timetable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "journal/domain/mention.h"
#include "journal/exchange/csv_reader.h"
#include "journal/exchange/imported.h"

namespace journal::exchange {
namespace {

using std::chrono::minutes;

constexpr std::size_t kMaxRemarks = 1000;
constexpr std::size_t kMaxCellBytes = 500;

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.pop_back();
  while (!out.empty() && (out.front() == ' ' || out.front() == '\t')) out.erase(0, 1);
  return out;
}

enum class Column { Date, Start, End, Length, Title, Place };
constexpr std::size_t kColumns = 6;

std::optional<Column> columnOf(const std::string& heading) {
  struct Known {
    std::string_view heading;
    Column column;
  };
  static constexpr std::array kKnown{
      Known{"date", Column::Date},        Known{"day", Column::Date},
      Known{"start date", Column::Date},  Known{"weekday", Column::Date},
      Known{"start", Column::Start},      Known{"time", Column::Start},
      Known{"start time", Column::Start}, Known{"from", Column::Start},
      Known{"begins", Column::Start},     Known{"end", Column::End},
      Known{"end time", Column::End},     Known{"to", Column::End},
      Known{"finish", Column::End},       Known{"minutes", Column::Length},
      Known{"length", Column::Length},    Known{"duration", Column::Length},
      Known{"title", Column::Title},      Known{"lesson", Column::Title},
      Known{"subject", Column::Title},    Known{"summary", Column::Title},
      Known{"pupil", Column::Title},      Known{"student", Column::Title},
      Known{"name", Column::Title},       Known{"group", Column::Title},
      Known{"class", Column::Title},      Known{"place", Column::Place},
      Known{"location", Column::Place},   Known{"room", Column::Place},
      Known{"school", Column::Place},     Known{"venue", Column::Place},
  };
  const std::string wanted = lower(heading);
  for (const Known& known : kKnown) {
    if (known.heading == wanted) return known.column;
  }
  return std::nullopt;
}

std::optional<int> wholeNumber(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "22/01/2026" or "22.1.26": the day first, as British tables have it.
std::optional<LocalDate> britishDate(std::string_view text) {
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t end = std::min(text.find_first_of("/.-"), text.size());
    const auto number = wholeNumber(text.substr(0, end));
    if (!number || *number < 1 || (i < 2 && end == text.size())) return std::nullopt;
    parts[i] = *number;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!text.empty()) return std::nullopt;
  const int year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
  return parseDate(fmt::format("{:04}-{:02}-{:02}", year, parts[1], parts[0]));
}

std::optional<std::chrono::weekday> weekdayOf(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kDays{
      "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
  const std::string wanted = lower(text);
  for (unsigned i = 0; i < 7; ++i) {
    const std::string_view day = kDays[i];
    const bool isShort = wanted.size() >= 3 && day.substr(0, wanted.size()) == wanted;
    if (isShort || wanted == std::string(day) + "s") return std::chrono::weekday(i);
  }
  return std::nullopt;
}

/// "16:05", "9.30", "4:05 pm", "16:05:00".
std::optional<minutes> clockOf(std::string_view cell) {
  std::string text = lower(cell);
  int half = -1;
  if (text.size() > 2 && text.back() == 'm') {
    half = text[text.size() - 2] == 'p' ? 1 : text[text.size() - 2] == 'a' ? 0 : -1;
    if (half < 0) return std::nullopt;
    text = lower(text.substr(0, text.size() - 2));
  }
  const std::size_t colon = text.find_first_of(":.");
  const auto hour = wholeNumber(std::string_view(text).substr(0, colon));
  if (!hour) return std::nullopt;
  int minute = 0;
  if (colon != std::string::npos) {
    const auto number = wholeNumber(std::string_view(text).substr(colon + 1, 2));
    if (!number) return std::nullopt;
    minute = *number;
  } else if (half < 0) {
    return std::nullopt;
  }
  int hours = *hour;
  if (half >= 0) {
    if (hours < 1 || hours > 12) return std::nullopt;
    hours = hours % 12 + 12 * half;
  }
  if (hours < 0 || hours > 23 || minute < 0 || minute > 59) return std::nullopt;
  return minutes(hours * 60 + minute);
}

/// The rows of one table as lessons.
class TableReading {
 public:
  explicit TableReading(const TimetableWindow& window) : window_(window) {}

  bool readHeading(const std::vector<std::string>& cells) {
    columns_.fill(std::nullopt);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto column = columnOf(cells[i]);
      if (column && !columns_[static_cast<std::size_t>(*column)]) {
        columns_[static_cast<std::size_t>(*column)] = i;
      }
    }
    return has(Column::Date) && has(Column::Start) && has(Column::Title);
  }

  void readRow(const CsvReader::Row& row) {
    TimetableEntry lesson;
    if (const char* why = readLesson(row, lesson)) return skip(row.line, why);
    const std::string day = cell(row, Column::Date);
    auto date = parseDate(lower(day));
    if (!date) date = britishDate(lower(day));
    if (date) return add(row.line, lesson, *date, true);
    const auto weekday = weekdayOf(day);
    if (!weekday) return skip(row.line, "its day cannot be read");
    const std::chrono::sys_days first(window_.from);
    std::chrono::sys_days at = first + (*weekday - std::chrono::weekday(first));
    for (; at <= std::chrono::sys_days(window_.to); at += std::chrono::days(7)) {
      add(row.line, lesson, LocalDate(at), false);
    }
  }

  TimetableReading out;

 private:
  bool has(Column column) const { return columns_[static_cast<std::size_t>(column)].has_value(); }
  std::string cell(const CsvReader::Row& row, Column column) const {
    const auto at = columns_[static_cast<std::size_t>(column)];
    if (!at || *at >= row.cells.size()) return {};
    std::string text = sanitisePlain(row.cells[*at]);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  /// What is wrong with the row, or nullptr.
  const char* readLesson(const CsvReader::Row& row, TimetableEntry& lesson) const {
    if (row.brokenQuotes) return "a quotation mark in it is opened and never closed";
    lesson.title = cell(row, Column::Title);
    lesson.place = cell(row, Column::Place);
    if (lesson.title.empty()) return "it has no title";
    if (lesson.title.size() > kMaxCellBytes || lesson.place.size() > kMaxCellBytes) {
      return "its title or place is too long";
    }
    const auto start = clockOf(cell(row, Column::Start));
    if (!start) return "its time cannot be read";
    lesson.startsAt = *start;
    if (const auto end = clockOf(cell(row, Column::End))) {
      if (*end <= *start) return "it ends before it starts";
      lesson.length = *end - *start;
    }
    const auto length = wholeNumber(lower(cell(row, Column::Length)));
    if (length && *length > 0 && *length <= 24 * 60) lesson.length = minutes(*length);
    return nullptr;
  }

  void add(std::size_t line, TimetableEntry lesson, LocalDate date, bool saySoOutside) {
    if (date < window_.from || date > window_.to) {
      if (saySoOutside) skip(line, "it is too long ago or too far ahead");
      return;
    }
    if (out.lessons.size() >= kMostLessons) {
      if (!full_) skip(line, "there are 20,000 lessons already");
      full_ = true;
      return;
    }
    lesson.date = date;
    lesson.source = sourceKey(lesson);
    out.lessons.push_back(std::move(lesson));
  }

  static std::string sourceKey(const TimetableEntry& lesson) {
    const IdBytes hash = derivedIds("csv lesson")(
        fmt::format("{} {} {}", isoDate(lesson.date), lesson.startsAt.count(), lesson.title));
    std::string hex;
    for (const std::uint8_t byte : hash) hex += fmt::format("{:02x}", byte);
    return "csv:" + hex;
  }

  void skip(std::size_t line, const char* why) {
    ++out.left;
    if (out.skipped.size() >= kMaxRemarks) return;
    out.skipped.push_back(fmt::format("Line {} was left out: {}.", line, why));
  }

  const TimetableWindow& window_;
  std::array<std::optional<std::size_t>, kColumns> columns_{};
  bool full_ = false;
};

bool isBlank(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return lower(cell).empty(); });
}

}  // namespace

TimetableWindow usualWindow(UtcTime now, std::function<std::chrono::minutes(UtcTime)> utcOffset) {
  TimetableWindow window;
  const LocalDate today = localDate(now, utcOffset ? utcOffset(now) : minutes(0));
  window.from = LocalDate(std::chrono::sys_days(today) - std::chrono::days(28));
  window.to = LocalDate(std::chrono::sys_days(today) + std::chrono::days(26 * 7));
  window.utcOffset = std::move(utcOffset);
  return window;
}

Result<TimetableReading> readTimetableCsv(std::string_view text, const TimetableWindow& window) {
  CsvReader rows(text);
  TableReading reading(window);
  const auto heading = rows.next();
  if (!heading || !reading.readHeading(heading->cells)) {
    return Error{ErrorCode::InvalidInput, "csv: heading",
                 "Its first line must name the columns: at least a date or day, a start and a "
                 "title."};
  }
  while (const auto row = rows.next()) {
    if (!isBlank(row->cells)) reading.readRow(*row);
  }
  std::stable_sort(reading.out.lessons.begin(), reading.out.lessons.end(),
                   [](const TimetableEntry& a, const TimetableEntry& b) {
                     return a.date != b.date ? a.date < b.date : a.startsAt < b.startsAt;
                   });
  return std::move(reading.out);
}

}  // namespace journal::exchange
