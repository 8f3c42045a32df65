#include "app/model/display.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "app/model/context.h"
#include "app/model/wording.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

using journal::LocalDate;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

unsigned dayOf(LocalDate date) {
  return static_cast<unsigned>(date.day());
}
std::string_view month(LocalDate date) {
  const unsigned number = static_cast<unsigned>(date.month());
  return number >= 1 && number <= 12 ? kMonths[number - 1] : std::string_view("");
}
std::string_view weekday(LocalDate date) {
  const std::chrono::weekday day{std::chrono::sys_days(date)};
  return kDays[day.c_encoding() % 7];
}

}  // namespace

std::string longDate(LocalDate date) {
  return fmt::format("{} {} {}", weekday(date), dayOf(date), month(date));
}
std::string dayAndMonth(LocalDate date) {
  return fmt::format("{} {}", dayOf(date), month(date));
}
std::string dayMonthYear(LocalDate date) {
  return fmt::format("{} {} {}", dayOf(date), month(date), static_cast<int>(date.year()));
}
std::string shortDate(LocalDate date) {
  return fmt::format("{} {}", dayOf(date), month(date).substr(0, 3));
}
std::string monthName(LocalDate date) {
  return std::string(month(date));
}
std::string monthAndYear(LocalDate date) {
  return fmt::format("{} {}", month(date), static_cast<int>(date.year()));
}
std::string shortMonthAndYear(LocalDate date) {
  return fmt::format("{} {}", month(date).substr(0, 3), static_cast<int>(date.year()));
}

std::string weekdayAndMonth(LocalDate date) {
  return fmt::format("{}, {}", weekday(date).substr(0, 3), month(date).substr(0, 3));
}

std::int32_t mondayOf(LocalDate date) {
  const std::chrono::weekday day{std::chrono::sys_days(date)};
  return journal::dayNumber(date) - static_cast<std::int32_t>(day.iso_encoding() - 1);
}

std::string timeOfDay(std::chrono::minutes sinceMidnight) {
  const auto minutes = sinceMidnight.count();
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::optional<std::chrono::minutes> parseTimeOfDay(std::string_view text) {
  if (text.size() == 4 && text[1] == ':') return parseTimeOfDay("0" + std::string(text));
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 3U, 4U}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  if (hours > 23 || minutes > 59) return std::nullopt;
  return std::chrono::minutes(hours * 60 + minutes);
}

std::string ago(journal::UtcTime then, journal::UtcTime now, std::chrono::minutes utcOffset) {
  using namespace std::chrono;
  const auto passed = now - then;
  if (passed < seconds{10}) return "just now";
  if (passed < seconds{60}) return "less than a minute ago";
  const auto local = floor<minutes>(then + utcOffset);
  return "at " + timeOfDay(local - floor<days>(local));
}

std::string greeting(std::chrono::minutes localTime, std::string_view name) {
  const auto hour = localTime.count() / 60;
  const std::string words = hour < 12   ? "Good morning"
                            : hour < 18 ? "Good afternoon"
                                        : "Good evening";
  const std::string first = firstWord(name);
  return first.empty() ? words : words + ", " + first;
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}
std::string firstWord(std::string_view text) {
  return std::string(text.substr(0, text.find(' ')));
}
std::string lowerFirst(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

std::string upperFirst(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  }
  return text;
}

std::string lessonTitle(const journal::Lesson& lesson) {
  if (!lesson.group.empty()) return lesson.group;
  const std::string setting(journal::title(lesson.setting));
  if (!lesson.instrument.empty()) return setting + ", " + lesson.instrument;
  return setting;
}

std::string lessonDetail(const journal::Lesson& lesson) {
  std::string detail = longDate(lesson.date);
  if (lesson.startsAt) {
    detail += ", " + timeOfDay(*lesson.startsAt);
    const auto end = *lesson.startsAt + lesson.length;
    if (lesson.length.count() > 0 && end.count() < 24 * 60) detail += " to " + timeOfDay(end);
  }
  if (!lesson.group.empty()) detail += ", " + lowerFirst(std::string(title(lesson.setting)));
  if (!lesson.youngPeople.empty()) {
    detail += ", " + counted(lesson.youngPeople.size(), "young person", "young people");
  }
  return detail;
}

int domainIndex(const journal::Framework& framework, std::string_view domainCode) {
  for (std::size_t i = 0; i < framework.domains.size(); ++i) {
    if (framework.domains[i].code == domainCode) return static_cast<int>(i);
  }
  return 0;
}

int outcomeDigit(std::string_view outcomeCode) {
  int digit = 0;
  for (const char c : outcomeCode) {
    if (c >= '0' && c <= '9') digit = digit * 10 + (c - '0');
    if (digit > 99) return 0;
  }
  return digit;
}

std::string outcomeShortName(const journal::Framework& framework, std::string_view outcomeCode) {
  const journal::Outcome* outcome = framework.findOutcome(outcomeCode);
  if (outcome == nullptr) return std::string(outcomeCode);
  return outcome->shortName.empty() ? outcome->name : outcome->shortName;
}

std::string levelName(const journal::Framework& framework, std::optional<journal::Level> level) {
  if (!level) return framework.noChanceName;
  return framework.levelNames[static_cast<std::size_t>(level->value() - 1)];
}

std::string wordedThenLine(const journal::Tag& tag, const Library& library) {
  const std::string_view then =
      journal::wordedThen(tag, library.framework, library.asItCame, library.frameworks);
  if (then.empty()) return {};
  return fmt::format("In the words of version {}: {}", tag.frameworkVersion,
                     lowerFirst(std::string(then)));
}

std::string tagLabel(const journal::Framework& framework, const journal::IndicatorCode& indicator,
                     std::optional<journal::Level> level) {
  return outcomeShortName(framework, indicator.outcomeCode()) + ", " +
         lowerFirst(levelName(framework, level));
}

std::string useLevelWords(int level) {
  switch (level) {
    case 1:
      return "inside the service";
    case 2:
      return "partners and funders";
    case 3:
      return "the public, blurred";
    default:
      return "learning only";
  }
}

std::string roleWords(journal::Role role) {
  if (role == journal::Role::Dsl) return "DSL";
  std::string words(journal::name(role));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string stepWords(journal::ReviewStep step) {
  using enum journal::ReviewStep;
  switch (step) {
    case Draft:
      return "Draft";
    case FacilitatorCheck:
      return "With the facilitator";
    case DslCheck:
      return "With the DSL";
    case ManagerDecision:
      return "With the manager";
    case Approved:
      return "Approved";
    case Returned:
      return "Returned with a note";
    case Held:
      return "On hold";
    case Withdrawn:
      return "Withdrawn";
    case Retired:
      return "Retired";
  }
  return "";
}

std::string eventWords(const journal::ReviewEvent& event) {
  using enum journal::ReviewAction;
  switch (event.action) {
    case Submit:
      return event.by + " sent it for review";
    case Approve:
      return event.by +
             (event.to == journal::ReviewStep::Approved ? " approved it" : " passed it on");
    case Return:
      return event.by + " returned it with a note";
    case Hold:
      return event.by + " put it on hold";
    case Release:
      return event.by + " took it off hold";
    case Withdraw:
      return event.by + " withdrew it";
    case Retire:
      return event.by + " retired it";
  }
  return event.by;
}

std::string voiceWords(journal::Voice voice) {
  switch (voice) {
    case journal::Voice::Tutor:
      return "Tutor";
    case journal::Voice::YoungPerson:
      return "In their own words";
    case journal::Voice::ThirdParty:
      return "Someone else saw it";
  }
  return "";
}

std::string settingWords(std::string_view settingName) {
  const auto setting = journal::parseSetting(settingName);
  return std::string(setting ? journal::title(*setting) : settingName);
}

std::vector<std::string> recoveryGroups(const std::string& recoveryKey) {
  std::vector<std::string> groups;
  std::size_t at = 0;
  while (at < recoveryKey.size()) {
    const std::size_t end = std::min(recoveryKey.find_first_of("- ", at), recoveryKey.size());
    if (end > at) groups.push_back(recoveryKey.substr(at, end - at));
    at = end + 1;
  }
  return groups;
}

std::string halfTermName(journal::LocalDate date) {
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  switch (journal::schoolTermOf(date).term) {
    case journal::Term::Autumn:
      return month < 11 ? "Autumn term, first half" : "Autumn term, second half";
    case journal::Term::Spring:
      return month < 2 || (month == 2 && day < 16) ? "Spring term, first half"
                                                   : "Spring term, second half";
    case journal::Term::Summer:
      break;
  }
  return month < 6 ? "Summer term, first half" : "Summer term, second half";
}

std::string placeName(Place place) {
  switch (place) {
    case Place::Write:
      return std::string(tr::kWrite);
    case Place::Journal:
      return std::string(tr::kJournal);
    case Place::YoungPeople:
      return std::string(tr::kYoungPeople);
    case Place::Groups:
      return std::string(tr::kGroups);
    case Place::CaseStudies:
      return std::string(tr::kCaseStudies);
    case Place::Review:
      return std::string(tr::kReview);
    case Place::Evidence:
      return std::string(tr::kEvidence);
    case Place::Settings:
      break;
  }
  return std::string(tr::kSettings);
}

std::string personDetail(const journal::KnownName& name) {
  std::string detail = name.ageBand;
  if (!name.instrumentFamily.empty())
    detail += (detail.empty() ? "" : ", ") + name.instrumentFamily;
  return detail;
}

std::string codeNameOf(const std::vector<journal::KnownName>& names, journal::NameId id) {
  return journal::shownName(findName(names, id), journal::NamesShown::Code);
}

std::size_t countWords(std::string_view stored) {
  std::size_t words = 0;
  bool inside = false;
  for (const journal::TextPiece& piece : journal::pieces(stored)) {
    if (piece.kind == journal::TextPiece::Kind::Heading) {
      inside = false;
      continue;
    }
    if (piece.kind == journal::TextPiece::Kind::Mention) {
      if (!inside) ++words;
      inside = true;
      continue;
    }
    for (const char c : stored.substr(piece.begin, piece.end - piece.begin)) {
      const bool blank = c == ' ' || c == '\n' || c == '\t';
      if (!blank && !inside) ++words;
      inside = !blank;
    }
  }
  return words;
}

}  // namespace app::model
