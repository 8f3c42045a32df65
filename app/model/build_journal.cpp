#include "app/model/build_journal.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/model/display.h"
#include "app/model/wording.h"
#include "journal/domain/mention.h"
#include "journal/domain/retention.h"

namespace app::model {
namespace {

using journal::service::ReflectionRow;
using journal::service::SearchHit;
using journal::service::SnippetRun;

constexpr std::size_t kHeadsInAWeek = 8;
constexpr std::size_t kChipsInARow = 4;

std::vector<WeekRow> buildWeeks(const JournalInputs& inputs) {
  std::map<std::int32_t, std::size_t> found;
  for (const SearchHit& hit : inputs.hits) ++found[mondayOf(hit.row.lesson.date)];
  std::vector<WeekRow> weeks;
  std::string lastHalf;
  for (const ReflectionRow& row : inputs.all) {
    const std::int32_t monday = mondayOf(row.lesson.date);
    if (weeks.empty() || weeks.back().monday != monday) {
      const journal::LocalDate date = journal::dateFromDayNumber(monday);
      WeekRow week;
      week.monday = monday;
      week.label = shortDate(date);
      if (halfTermName(date) != lastHalf) week.halfTerm = lastHalf = halfTermName(date);
      if (inputs.searching && found[monday] > 0) {
        week.trailing = std::to_string(found[monday]) + " found";
      }
      week.chosen = inputs.week == monday;
      weeks.push_back(std::move(week));
    }
    for (const ReflectionRow::TagMark& tag : row.tags) {
      if (weeks.back().heads.size() >= kHeadsInAWeek) break;
      weeks.back().heads.push_back(
          domainIndex(inputs.library.framework, tag.indicator.domainCode()));
    }
  }
  return weeks;
}

std::vector<ResultChip> buildChips(const ReflectionRow& row, const JournalInputs& inputs) {
  std::vector<ResultChip> people;
  std::vector<ResultChip> tags;
  std::set<journal::NameId> named;
  for (const ReflectionRow::TagMark& tag : row.tags) {
    if (tag.youngPerson && named.insert(*tag.youngPerson).second && people.size() < kChipsInARow) {
      people.push_back({-1, codeNameOf(inputs.names, *tag.youngPerson)});
    }
    if (tags.size() < kChipsInARow) {
      tags.push_back({domainIndex(inputs.library.framework, tag.indicator.domainCode()),
                      tagLabel(inputs.library.framework, tag.indicator, tag.level)});
    }
  }
  people.insert(people.end(), tags.begin(), tags.end());
  return people;
}

std::vector<ResultRun> buildRuns(const std::vector<SnippetRun>& snippet) {
  std::vector<ResultRun> runs;
  for (const SnippetRun& run : snippet) {
    const bool mention =
        run.kind == SnippetRun::Kind::Mention || run.kind == SnippetRun::Kind::FoundMention;
    const bool found = run.kind == SnippetRun::Kind::Found;
    runs.push_back({mention ? ResultRun::Kind::Mention
                    : found ? ResultRun::Kind::Found
                            : ResultRun::Kind::Plain,
                    run.text});
  }
  return runs;
}

ResultRow buildRow(const SearchHit& hit, const JournalInputs& inputs) {
  const journal::Lesson& lesson = hit.row.lesson;
  ResultRow row;
  row.id = hit.row.id;
  row.day = std::to_string(static_cast<unsigned>(lesson.date.day()));
  // Of another school year the weekday says nothing any more, and the year everything.
  const bool thisYear =
      journal::schoolYearStart(lesson.date) == journal::schoolYearStart(inputs.today);
  row.dayDetail = thisYear ? weekdayAndMonth(lesson.date) : shortMonthAndYear(lesson.date);
  row.title = lessonTitle(lesson);
  if (!lesson.group.empty()) row.detail = journal::title(lesson.setting);
  if (hit.row.state == journal::ReflectionState::Draft) {
    row.detail += (row.detail.empty() ? "" : ", ") + std::string(tr::kDraft);
  }
  row.words = buildRuns(hit.snippet);
  row.chips = buildChips(hit.row, inputs);
  row.attached = hit.row.attached;
  return row;
}

std::string headingFor(const JournalInputs& inputs, std::size_t shown) {
  if (!inputs.searching) {
    return inputs.week ? counted(shown, "reflection this week", "reflections this week")
                       : std::string("Your reflections");
  }
  if (inputs.looking && shown == 0) return std::string(tr::kLooking);
  const std::size_t total = inputs.week ? shown : inputs.total.value_or(shown);
  const bool atLeast = !inputs.week && !inputs.total && (inputs.more || inputs.looking);
  return (atLeast ? "More than " : "") + counted(total, "reflection found", "reflections found");
}

std::vector<Choice> outcomeChoices(const journal::Framework& framework) {
  std::vector<Choice> choices{{"", std::string(tr::kAnyOutcome)}};
  for (const journal::Domain& domain : framework.domains) {
    for (const journal::Outcome& outcome : domain.outcomes) {
      choices.push_back({outcome.code, outcomeShortName(framework, outcome.code)});
    }
  }
  return choices;
}

std::vector<Choice> settingChoices() {
  std::vector<Choice> choices{{"", std::string(tr::kAnySetting)}};
  for (int i = 0; i < journal::kSettingCount; ++i) {
    const auto setting = static_cast<journal::Setting>(i);
    choices.push_back({std::string(journal::name(setting)), std::string(journal::title(setting))});
  }
  return choices;
}

std::vector<Choice> voiceChoices() {
  std::vector<Choice> choices{{"", std::string(tr::kAnyVoice)}};
  for (const journal::Voice voice :
       {journal::Voice::Tutor, journal::Voice::YoungPerson, journal::Voice::ThirdParty}) {
    choices.push_back({std::string(journal::name(voice)), voiceWords(voice)});
  }
  return choices;
}

std::vector<Choice> dateChoices() {
  return {{"", std::string(tr::kAnyDate)},
          {"term", std::string(tr::kThisTerm)},
          {"last-year", std::string(tr::kLastSchoolYear)},
          {"older", std::string(tr::kPastTheirTime)}};
}

journal::LocalDate termStart(journal::LocalDate today) {
  using namespace std::chrono;
  const month first = today.month() >= September ? September
                      : today.month() >= April   ? April
                                                 : January;
  return journal::LocalDate{today.year(), first, day{1}};
}

void addDates(const JournalUi& ui, journal::LocalDate today, journal::SearchFilters& filters) {
  const journal::LocalDate year = journal::schoolYearStart(today);
  if (ui.thisSchoolYear) filters.from = year;
  if (ui.dates == "term") filters.from = termStart(today);
  if (ui.dates == "last-year") {
    const journal::LocalDate last = journal::dateFromDayNumber(journal::dayNumber(year) - 1);
    filters.from = std::max(filters.from.value_or(journal::schoolYearStart(last)),
                            journal::schoolYearStart(last));
    filters.to = last;
  }
  if (ui.dates == "older") filters.to = journal::lastDayPastItsTime(today);
}

}  // namespace

bool asksForSomething(const JournalUi& ui) {
  return ui.typed.find_first_not_of(' ') != std::string::npos || !ui.youngPerson.empty() ||
         !ui.outcome.empty() || !ui.setting.empty() || !ui.voice.empty() || !ui.dates.empty() ||
         ui.thisSchoolYear;
}

journal::SearchQuery queryFor(const JournalUi& ui, journal::LocalDate today, std::size_t limit) {
  journal::SearchQuery query;
  query.typed = ui.typed;
  query.stillTyping = true;
  query.limit = limit;
  if (!ui.youngPerson.empty()) query.filters.youngPerson = journal::NameId::fromHex(ui.youngPerson);
  if (!ui.outcome.empty()) query.filters.outcome = ui.outcome;
  if (!ui.setting.empty()) query.filters.setting = journal::parseSetting(ui.setting);
  if (!ui.voice.empty()) query.filters.voice = journal::parseVoice(ui.voice);
  if (ui.bestFirst) query.order = journal::SearchOrder::BestFirst;
  addDates(ui, today, query.filters);
  return query;
}

SearchHit asHit(const ReflectionRow& row, const std::vector<journal::KnownName>& names) {
  SearchHit hit;
  hit.row = row;
  for (const journal::TextPiece& piece : journal::pieces(row.excerpt)) {
    SnippetRun run;
    if (piece.kind == journal::TextPiece::Kind::Heading) continue;
    if (piece.kind == journal::TextPiece::Kind::Mention) {
      run.kind = SnippetRun::Kind::Mention;
      run.name = piece.name;
      run.text = codeNameOf(names, piece.name);
    } else {
      run.text = row.excerpt.substr(piece.begin, piece.end - piece.begin);
      std::replace(run.text.begin(), run.text.end(), '\n', ' ');
    }
    hit.snippet.push_back(std::move(run));
  }
  return hit;
}

JournalModel buildJournal(const JournalInputs& inputs) {
  JournalModel model;
  model.weeks = buildWeeks(inputs);
  for (const SearchHit& hit : inputs.hits) {
    if (inputs.week && mondayOf(hit.row.lesson.date) != *inputs.week) continue;
    model.rows.push_back(buildRow(hit, inputs));
  }
  model.searching = inputs.searching;
  model.more = inputs.more && !inputs.week;
  model.nothingYet = inputs.all.empty() && !inputs.searching;
  model.heading = headingFor(inputs, model.rows.size());
  if (model.rows.empty() && inputs.searching && !inputs.looking) {
    model.nothingFound = inputs.ui.typed.empty() ? std::string("No reflections with these filters")
                                                 : "No reflections with “" + inputs.ui.typed + "”";
  }
  model.youngPeople.push_back({"", std::string(tr::kAnyYoungPerson)});
  for (const journal::KnownName& name : inputs.names) {
    if (name.kind != journal::NameKind::YoungPerson) continue;
    model.youngPeople.push_back({name.id.hex(), name.codeName});
  }
  model.outcomes = outcomeChoices(inputs.library.framework);
  model.settings = settingChoices();
  model.dates = dateChoices();
  model.voices = voiceChoices();
  return model;
}

ResultRow rowFor(const ReflectionRow& row, const JournalInputs& inputs) {
  return buildRow(asHit(row, inputs.names), inputs);
}

}  // namespace app::model
