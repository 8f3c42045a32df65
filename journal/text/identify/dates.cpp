#include <array>
#include <optional>
#include <string>

#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

constexpr std::array<std::string_view, 12> kMonthStarts{"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};

/// By the school year: autumn from September, spring from January, summer from Easter.
const char* termOf(std::size_t month) {
  if (month >= 9) return "autumn term";
  return month <= 3 ? "spring term" : "summer term";
}

std::optional<std::size_t> monthAt(const Page& page, std::size_t at) {
  if (!page.is(at, WordClass::Month)) return std::nullopt;
  for (std::size_t i = 0; i < kMonthStarts.size(); ++i) {
    if (page.key(at).substr(0, 3) == kMonthStarts[i]) return i + 1;
  }
  return std::nullopt;
}

/// The value of a word of one to four digits, an ending like "th" allowed; 0 for others.
std::size_t numberAt(const Page& page, std::size_t at) {
  std::size_t value = 0;
  std::size_t digits = 0;
  const std::string_view key = page.key(at);
  while (digits < key.size() && digits < 5 && key[digits] >= '0' && key[digits] <= '9')
    value = value * 10 + static_cast<std::size_t>(key[digits++] - '0');
  const std::string_view rest = key.substr(digits);
  const bool ending = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return digits == 0 || digits > 4 || !ending ? 0 : value;
}

bool isDayOfMonth(const Page& page, std::size_t at) {
  if (!page.word(at).isWord) return false;
  const std::size_t day = numberAt(page, at);
  return (day >= 1 && day <= 31) || page.is(at, WordClass::Ordinal);
}

bool isYear(const Page& page, std::size_t at) {
  const std::size_t year = numberAt(page, at);
  return page.key(at).size() == 4 && year >= 1900 && year <= 2100;
}

class DateSearch {
 public:
  explicit DateSearch(Page& page) : page_(page) {}

  void run() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (!page_.free(at)) continue;
      const std::size_t end = search(at);
      if (end > at) at = end - 1;
    }
  }

 private:
  std::size_t search(std::size_t at) {
    if (!page_.word(at).isWord) return at;
    std::size_t end = dayMonth(at);
    if (end == at) end = monthDay(at);
    if (end == at) end = numeric(at);
    if (end == at) end = dayOnly(at);
    if (end == at) end = birthYear(at);
    return end;
  }

  std::size_t found(std::size_t from, std::size_t end, float confidence, std::size_t month) {
    // A weekday before it belongs to the date; alone it would say nothing.
    if (from > 0 && page_.isMark(from - 1, ",") && page_.is(from - 2, WordClass::Weekday))
      from -= 2;
    if (from > 0 && page_.key(from - 1) == "the") --from;
    if (from > 0 && page_.is(from - 1, WordClass::Weekday)) --from;
    page_.add({from, end}, IdentifierKind::Date, confidence,
              month == 0 ? "that term" : termOf(month));
    return end;
  }

  std::size_t withYear(std::size_t at) const {
    std::size_t next = page_.isMark(at, ",") ? at + 1 : at;
    if (page_.isMark(next, "'")) ++next;
    const bool shortYear = next > at && page_.isMark(next - 1, "'") && page_.key(next).size() == 2;
    return isYear(page_, next) || shortYear ? next + 1 : at;
  }

  /// "3rd July 2024", "the third of July", "3 jul".
  std::size_t dayMonth(std::size_t at) {
    if (!isDayOfMonth(page_, at)) return at;
    std::size_t month = at + 1;
    if (page_.key(month) == "of") ++month;
    if (page_.isMark(month, "-")) ++month;
    const auto value = monthAt(page_, month);
    // "one may" is a verb: a word needs an ordinal, and a short month figures.
    if (!value) return at;
    std::size_t end = month + 1;
    if (page_.isMark(end, "-") && isYear(page_, end + 1)) ++end;
    return found(at, withYear(end), 0.97F, *value);
  }

  /// "July 3rd", "Jul 3, 2024"; not "Year 3 March 4": the day comes next.
  std::size_t monthDay(std::size_t at) {
    const auto value = monthAt(page_, at);
    if (!value) return at;
    const std::size_t day = page_.key(at + 1) == "the" ? at + 2 : at + 1;
    if (isYear(page_, at + 1)) return at;  // a month of a year is no day
    if (!isDayOfMonth(page_, day) || !page_.word(day).blankBefore) return at;
    if (page_.is(day, WordClass::Ordinal) && day == at + 1) return at;
    return found(at, withYear(day + 1), 0.95F, *value);
  }

  /// "03/07/2024", "3.7.24", "2024-07-03", "3/7".
  std::size_t numeric(std::size_t at) {
    if (!page_.word(at).hasDigit) return at;
    const std::string_view mark = page_.key(at + 1);
    if (mark != "/" && mark != "." && mark != "-") return at;
    const bool tight = !page_.word(at + 1).blankBefore && !page_.word(at + 2).blankBefore;
    if (!tight || page_.word(at + 1).isWord) return at;
    const std::size_t first = numberAt(page_, at);
    const std::size_t second = numberAt(page_, at + 2);
    const bool three = page_.key(at + 3) == mark && !page_.word(at + 3).blankBefore &&
                       !page_.word(at + 4).blankBefore;
    if (three && isYear(page_, at) && second >= 1 && second <= 12)
      return found(at, at + 5, 0.98F, second);
    const std::size_t last = page_.key(at + 4).size();
    if (first < 1 || first > 31 || second < 1 || second > 12) return at;
    if (three && (last == 2 || last == 4) && numberAt(page_, at + 4) > 0)
      return found(at, at + 5, 0.97F, second);
    // Two parts are a time signature, a fraction or a score unless something says it is a day.
    const bool said =
        at > 0 && (page_.key(at - 1) == "on" || page_.is(at - 1, WordClass::Weekday) ||
                   page_.key(at - 1) == "dob");
    const bool metre = second == 4 || second == 8 || second == 2;
    return mark == "/" && said && (!metre || page_.is(at - 1, WordClass::Weekday))
               ? found(at, at + 3, 0.8F, second)
               : at;
  }

  /// "on the 14th", "Thursday 11th", "by the 3rd".
  std::size_t dayOnly(std::size_t at) {
    const std::string_view key = page_.key(at);
    const bool ending = key.size() >= 3 && page_.word(at).hasDigit && (key[key.size() - 1] > '9') &&
                        numberAt(page_, at) >= 1 && numberAt(page_, at) <= 31;
    if (!ending || at == 0) return at;
    static constexpr std::array<std::string_view, 8> kBefore{"on", "by",    "until", "till",
                                                             "is", "since", "from",  "before"};
    if (page_.is(at - 1, WordClass::Weekday)) return found(at, at + 1, 0.9F, 0);
    if (page_.key(at - 1) != "the" || at < 2) return at;
    const bool alone = !page_.word(at + 1).isWord || page_.is(at + 1, WordClass::Preposition) ||
                       page_.is(at + 1, WordClass::TakesPerson);
    for (const std::string_view before : kBefore) {
      if (page_.key(at - 2) == before && alone) return found(at, at + 1, 0.7F, 0);
    }
    return page_.is(at - 2, WordClass::Weekday) ? found(at, at + 1, 0.9F, 0) : at;
  }

  /// "born in 2013".
  std::size_t birthYear(std::size_t at) {
    if (!isYear(page_, at) || at < 2) return at;
    const bool born =
        page_.key(at - 1) == "born" || page_.key(at - 2) == "born" || page_.key(at - 1) == "dob";
    if (!born) return at;
    page_.add({at, at + 1}, IdentifierKind::Date, 0.9F, "some years ago");
    return at + 1;
  }

  Page& page_;
};

}  // namespace

void findDates(Page& page) {
  DateSearch(page).run();
}

}  // namespace journal::text
