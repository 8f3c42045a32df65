#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/place.h"
#include "journal/base/time.h"
#include "journal/domain/case_study.h"
#include "journal/domain/framework.h"
#include "journal/domain/known_name.h"
#include "journal/domain/lesson.h"
#include "journal/domain/tag.h"

// Domain values as people read them. Pure.

namespace app::model {

struct Library;

std::string longDate(journal::LocalDate date);           ///< "Thursday 22 January"
std::string dayAndMonth(journal::LocalDate date);        ///< "22 January"
std::string dayMonthYear(journal::LocalDate date);       ///< "22 January 2026"
std::string shortDate(journal::LocalDate date);          ///< "22 Jan"
std::string monthName(journal::LocalDate date);          ///< "January"
std::string monthAndYear(journal::LocalDate date);       ///< "January 2028"
std::string weekdayAndMonth(journal::LocalDate date);    ///< "Thu, Jan"
std::string shortMonthAndYear(journal::LocalDate date);  ///< "Jan 2028"
/// Day number of the Monday of its week.
std::int32_t mondayOf(journal::LocalDate date);

std::string timeOfDay(std::chrono::minutes sinceMidnight);  ///< "15:15"
std::optional<std::chrono::minutes> parseTimeOfDay(std::string_view text);
/// "just now" for ten seconds, "less than a minute ago", then "at 16:05" in local time: two
/// changes, so that a window left alone need not wake up to count seconds.
std::string ago(journal::UtcTime then, journal::UtcTime now, std::chrono::minutes utcOffset);
/// "Good morning", "Good afternoon", "Good evening", with the first name when there is one.
std::string greeting(std::chrono::minutes localTime, std::string_view name);

std::string counted(std::size_t n, std::string_view one,
                    std::string_view many);  ///< "6 young people"
std::string firstWord(std::string_view text);
std::string lowerFirst(std::string text);
std::string upperFirst(std::string text);

std::string lessonTitle(const journal::Lesson& lesson);
/// "Thursday 22 January, 15:15 to 16:00, 6 young people"
std::string lessonDetail(const journal::Lesson& lesson);

/// Index of the indicator's domain in the framework's order; 0 when unknown.
int domainIndex(const journal::Framework& framework, std::string_view domainCode);
int outcomeDigit(std::string_view outcomeCode);  ///< "P4" is 4; 0 when it has none
std::string outcomeShortName(const journal::Framework& framework, std::string_view outcomeCode);
std::string levelName(const journal::Framework& framework, std::optional<journal::Level> level);
/// "Own choices, mostly"
/// "In the words of version 1: tries after reassurance"; empty when they are today's.
std::string wordedThenLine(const journal::Tag& tag, const Library& library);
std::string tagLabel(const journal::Framework& framework, const journal::IndicatorCode& indicator,
                     std::optional<journal::Level> level);

std::string useLevelWords(int level);       ///< "partners and funders"
std::string roleWords(journal::Role role);  ///< "manager", "DSL"
std::string stepWords(journal::ReviewStep step);
/// "Farida Haleem approved it"
std::string eventWords(const journal::ReviewEvent& event);
std::string voiceWords(journal::Voice voice);
std::string settingWords(
    std::string_view settingName);  ///< from name(Setting); as it is when unknown

/// The groups of a recovery key as printed, without the dashes between them.
std::vector<std::string> recoveryGroups(const std::string& recoveryKey);
/// "Spring term, first half" (domain.md 6.4: halves turn on 1 November, 16 February, 1 June).
std::string halfTermName(journal::LocalDate date);
std::string placeName(Place place);  ///< "Young people"
/// "upper primary, brass"
std::string personDetail(const journal::KnownName& name);

/// What a mention of `id` reads as on screen: the code name.
std::string codeNameOf(const std::vector<journal::KnownName>& names, journal::NameId id);

/// Words in stored text, headings left out; a mention is one word.
std::size_t countWords(std::string_view stored);

}  // namespace app::model
