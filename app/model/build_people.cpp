#include "app/model/build_people.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/model/display.h"
#include "app/model/wording.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

using journal::service::JourneyPoint;

/// Days between two notes that "then and now" may compare: a term or so (domain.md 1.4).
constexpr std::int32_t kThenAndNowDays = 42;

/// The days the axis runs over; at least a month, so that one note does not stand on an edge.
struct Span {
  std::int32_t from = 0;
  std::int32_t to = 1;
  float at(journal::LocalDate date) const {
    return static_cast<float>(journal::dayNumber(date) - from) / static_cast<float>(to - from);
  }
};

Span spanOf(const std::vector<JourneyPoint>& journey) {
  Span span;
  if (journey.empty()) return span;
  span.from = journal::dayNumber(journey.front().date);
  span.to = std::max(journal::dayNumber(journey.back().date), span.from + 28);
  return span;
}

std::string rendered(const std::string& stored, const std::vector<journal::KnownName>& names) {
  return journal::render(stored, journal::NamesShown::Code,
                         [&](journal::NameId id) { return findName(names, id); })
      .text;
}

JourneyNote noteOf(const JourneyPoint& point, const PersonInputs& inputs, const Span& span) {
  JourneyNote note;
  note.x = span.at(point.date);
  note.level = point.tag.level ? point.tag.level->value() : 0;
  note.levelName = levelName(inputs.library.framework, point.tag.level);
  note.date = dayAndMonth(point.date);
  note.spoken = note.date + ", " + lowerFirst(note.levelName);
  note.setting = journal::title(point.setting);
  note.words = rendered(point.tag.quote, inputs.names);
  note.detail = voiceWords(point.tag.voice) + ", " + lowerFirst(note.setting);
  note.wordedThen = wordedThenLine(point.tag, inputs.library);
  note.reflection = point.tag.reflection;
  return note;
}

const std::string& chosenOutcome(const PersonInputs& inputs, std::size_t domain) {
  static const std::string kNone;
  return domain < inputs.ui.outcomes.size() ? inputs.ui.outcomes[domain] : kNone;
}

std::vector<SeriesChoice> choicesOf(const PersonInputs& inputs, const journal::Domain& domain) {
  std::map<std::string, std::size_t> count;
  for (const JourneyPoint& point : inputs.journey) ++count[point.tag.indicator.outcomeCode()];
  std::vector<SeriesChoice> choices;
  for (const journal::Outcome& outcome : domain.outcomes) {
    if (count[outcome.code] == 0) continue;
    choices.push_back({outcome.code, outcomeShortName(inputs.library.framework, outcome.code)});
  }
  for (const auto& [code, times] : count) {
    // Of a version that is not here: shown by its code.
    const bool here = domain.code == code.substr(0, domain.code.size()) &&
                      inputs.library.framework.findOutcome(code) == nullptr;
    if (here && times > 0) choices.push_back({code, code});
  }
  std::stable_sort(choices.begin(), choices.end(),
                   [&](const SeriesChoice& a, const SeriesChoice& b) {
                     return count[a.outcome] > count[b.outcome];
                   });
  return choices;
}

std::string movementWords(const std::vector<JourneyNote>& notes) {
  if (notes.empty()) return {};
  const std::string first = lowerFirst(notes.front().levelName);
  const std::string last = lowerFirst(notes.back().levelName);
  return first == last ? first + (notes.size() > 1 ? ", the same" : "") : first + " to " + last;
}

JourneyStaveModel staveOf(const PersonInputs& inputs, std::size_t index, const Span& span) {
  const journal::Domain& domain = inputs.library.framework.domains[index];
  JourneyStaveModel stave;
  stave.domain = static_cast<int>(index);
  stave.name = domain.name;
  stave.choices = choicesOf(inputs, domain);
  stave.nothing = fmt::format("{} That is a gap in our notes, not in {}.", tr::kNotWrittenAbout,
                              inputs.name.codeName);
  if (stave.choices.empty()) return stave;
  stave.outcome = stave.choices.front().outcome;
  for (const SeriesChoice& choice : stave.choices) {
    if (choice.outcome == chosenOutcome(inputs, index)) stave.outcome = choice.outcome;
  }
  stave.outcomeName = outcomeShortName(inputs.library.framework, stave.outcome);
  std::size_t rests = 0;
  for (const JourneyPoint& point : inputs.journey) {
    if (point.tag.indicator.outcomeCode() != stave.outcome) continue;
    if (point.tag.level)
      stave.notes.push_back(noteOf(point, inputs, span));
    else
      ++rests;
  }
  stave.summary = stave.outcomeName;
  if (!stave.notes.empty()) stave.summary += ": " + movementWords(stave.notes);
  if (rests > 0) stave.rests = counted(rests, "time", "times") + " with no chance to see it";
  return stave;
}

std::vector<AxisMonth> monthsOf(const Span& span) {
  std::vector<AxisMonth> months;
  const std::int32_t days = span.to - span.from;
  for (std::int32_t day = span.from; day <= span.to; ++day) {
    const journal::LocalDate date = journal::dateFromDayNumber(day);
    if (static_cast<unsigned>(date.day()) != 1) continue;
    months.push_back(
        {static_cast<float>(day - span.from) / static_cast<float>(days), monthName(date)});
  }
  return months;
}

void chooseNote(const PersonInputs& inputs, PersonPage& page) {
  page.chosenStave = inputs.ui.stave;
  page.chosenNote = inputs.ui.note;
  const auto has = [&](int stave) {
    return stave >= 0 && stave < static_cast<int>(page.staves.size()) &&
           !page.staves[static_cast<std::size_t>(stave)].notes.empty();
  };
  for (int i = 0; !has(page.chosenStave) && i < static_cast<int>(page.staves.size()); ++i) {
    if (has(i)) page.chosenStave = i;
  }
  if (!has(page.chosenStave)) {
    page.chosenStave = page.chosenNote = -1;
    return;
  }
  const auto& stave = page.staves[static_cast<std::size_t>(page.chosenStave)];
  const int last = static_cast<int>(stave.notes.size()) - 1;
  if (page.chosenNote < 0 || page.chosenNote > last) page.chosenNote = last;
  const std::string movement = movementWords(stave.notes);
  page.passagesTitle = stave.notes.size() > 1 && movement.find(" to ") != std::string::npos
                           ? "From " + movement
                           : stave.notes.back().levelName;
}

void addOwnWords(const PersonInputs& inputs, const Span& span, PersonPage& page) {
  for (auto at = inputs.journey.rbegin(); at != inputs.journey.rend(); ++at) {
    if (at->tag.voice != journal::Voice::YoungPerson || at->tag.quote.empty()) continue;
    page.ownWords = noteOf(*at, inputs, span).words;
    page.ownWordsDetail = inputs.name.codeName + ", in their own words, " + dayAndMonth(at->date);
    return;
  }
}

/// The widest step in time on one outcome: the first passage beside the latest.
std::optional<ThenAndNow> thenAndNowOf(const PersonInputs& inputs, const Span& span) {
  std::map<std::string, std::pair<const JourneyPoint*, const JourneyPoint*>> ends;
  for (const JourneyPoint& point : inputs.journey) {
    if (!point.tag.level || point.tag.quote.empty()) continue;
    auto& pair = ends[point.tag.indicator.outcomeCode()];
    if (pair.first == nullptr) pair.first = &point;
    pair.second = &point;
  }
  std::optional<ThenAndNow> best;
  std::int32_t widest = kThenAndNowDays - 1;
  for (const auto& [outcome, pair] : ends) {
    const std::int32_t days =
        journal::dayNumber(pair.second->date) - journal::dayNumber(pair.first->date);
    if (days <= widest) continue;
    widest = days;
    const auto& framework = inputs.library.framework;
    best = ThenAndNow{outcomeShortName(framework, outcome),
                      domainIndex(framework, pair.first->tag.indicator.domainCode()),
                      noteOf(*pair.first, inputs, span), noteOf(*pair.second, inputs, span)};
  }
  return best;
}

std::vector<IntentionRow> intentionsOf(const PersonInputs& inputs) {
  std::vector<IntentionRow> rows;
  for (const journal::Intention& intention : inputs.intentions) {
    if (intention.youngPerson != inputs.name.id) continue;
    rows.push_back(
        {intention.id, rendered(intention.text, inputs.names), dayAndMonth(intention.madeOn)});
  }
  return rows;
}

std::vector<ConsentRow> consentsOf(const PersonInputs& inputs) {
  std::vector<ConsentRow> rows;
  for (const journal::CaseStudy& study : inputs.studies) {
    ConsentRow row;
    row.title = study.title.empty() ? std::string(tr::kUntitled) : study.title;
    if (study.agreement) {
      row.detail =
          fmt::format("{}, until {}. Agreed by {}.", useLevelWords(study.agreement->level.value()),
                      dayAndMonth(study.agreement->until) + " " +
                          std::to_string(static_cast<int>(study.agreement->until.year())),
                      study.agreement->agreedBy);
    } else {
      row.detail = std::string(tr::kNotAskedYet);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

std::vector<SilentDomain> buildSilence(const PersonInputs& inputs) {
  const journal::SchoolTerm term = journal::schoolTermOf(inputs.today);
  std::set<std::string> heard;
  for (const JourneyPoint& point : inputs.journey) {
    if (point.tag.level && journal::schoolTermOf(point.date) == term)
      heard.insert(point.tag.indicator.outcomeCode());
  }
  std::vector<SilentDomain> domains;
  const journal::Framework& framework = inputs.library.framework;
  for (std::size_t i = 0; i < framework.domains.size(); ++i) {
    SilentDomain domain;
    domain.domain = static_cast<int>(i);
    domain.name = framework.domains[i].name;
    for (const journal::Outcome& outcome : framework.domains[i].outcomes) {
      if (outcome.off && heard.count(outcome.code) == 0) continue;
      auto& list = heard.count(outcome.code) > 0 ? domain.heard : domain.silent;
      list.push_back(outcomeShortName(framework, outcome.code));
    }
    domains.push_back(std::move(domain));
  }
  return domains;
}

PersonPage buildPerson(const PersonInputs& inputs) {
  PersonPage page;
  page.id = inputs.name.id;
  page.codeName = inputs.name.codeName;
  if (inputs.ui.showName) page.realName = inputs.name.realName;
  page.detail = personDetail(inputs.name);
  const Span span = spanOf(inputs.journey);
  for (std::size_t i = 0; i < inputs.library.framework.domains.size(); ++i) {
    page.staves.push_back(staveOf(inputs, i, span));
  }
  if (!inputs.journey.empty()) page.months = monthsOf(span);
  page.nothingYet = inputs.journey.empty();
  chooseNote(inputs, page);
  addOwnWords(inputs, span, page);
  page.thenAndNow = thenAndNowOf(inputs, span);
  page.intentions = intentionsOf(inputs);
  page.term = journal::termName(journal::schoolTermOf(inputs.today));
  page.silence = buildSilence(inputs);
  page.consents = consentsOf(inputs);
  return page;
}

std::vector<PersonRow> buildPeopleRows(const std::vector<journal::KnownName>& names) {
  std::vector<PersonRow> rows;
  for (const journal::KnownName& name : names) {
    if (name.kind != journal::NameKind::YoungPerson) continue;
    rows.push_back({name.id, name.codeName, personDetail(name)});
  }
  return rows;
}

}  // namespace app::model
