#include "sync/evidence/tables.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "journal/domain/lesson.h"

namespace syncing::evidence {
namespace {

using journal::Framework;
using journal::Setting;
using journal::Voice;

constexpr std::array<const char*, kSessionKindCount> kKindNames = {
    "whole_class", "small_groups", "one_to_one", "ensembles", "alternative"};

/// Where an item belongs; nullopt when it is in no table. A service's own indicator counts in its
/// outcome, whether or not this framework has it.
struct Place {
  std::string domain;
  std::string outcome;
};

std::optional<Place> placeOf(const EvidenceItem& item, const Framework& framework) {
  if (!item.passage.level) return std::nullopt;  // no chance to see it
  const auto code = journal::IndicatorCode::parse(item.passage.indicator);
  if (!code || framework.findOutcome(code->outcomeCode()) == nullptr) return std::nullopt;
  return Place{code->domainCode(), code->outcomeCode()};
}

struct Sight {
  std::int32_t week = 0;
  std::string indicator;
  int level = 1;
};
using Sights = std::vector<Sight>;

/// The lower of the two middle ones among the sights of one week.
int levelInWeek(const Sights& sights, std::int32_t week) {
  std::vector<int> levels;
  for (const Sight& sight : sights)
    if (sight.week == week) levels.push_back(sight.level);
  std::sort(levels.begin(), levels.end());
  return levels[(levels.size() - 1) / 2];
}

struct Span {
  std::int32_t first = 0;
  std::int32_t latest = 0;
  std::int64_t weeks() const {
    return std::int64_t{latest} - first;
  }  // any two, from hostile bytes
};

Span spanOf(const Sights& sights) {
  const auto [first, latest] = std::minmax_element(
      sights.begin(), sights.end(), [](const Sight& a, const Sight& b) { return a.week < b.week; });
  return {first->week, latest->week};
}

/// One young person's "first>latest" in an outcome: in the indicator seen over the longest time if
/// that is 14 days or more, else across the outcome's indicators, which share one scale (domain.md
/// 3.5). nullopt when nothing is far enough apart.
std::optional<std::string> movementOf(const Sights& all) {
  std::map<std::string, Sights> byIndicator;
  for (const Sight& sight : all) byIndicator[sight.indicator].push_back(sight);
  const Sights* best = &all;
  std::int64_t longest = 0;
  for (const auto& [indicator, sights] : byIndicator) {
    const std::int64_t weeks = spanOf(sights).weeks();
    if (weeks >= kLeastWeeksApart && weeks > longest) {
      best = &sights;
      longest = weeks;
    }
  }
  const Span span = spanOf(*best);
  if (span.weeks() < kLeastWeeksApart) return std::nullopt;
  return std::to_string(levelInWeek(*best, span.first)) + ">" +
         std::to_string(levelInWeek(*best, span.latest));
}

/// outcome -> young person -> what was seen. A group has no first and latest level of one person.
std::map<std::string, std::map<std::string, Sights>> sightsByOutcome(
    const std::vector<EvidenceItem>& items, const Framework& framework) {
  std::map<std::string, std::map<std::string, Sights>> sights;
  for (const EvidenceItem& item : items) {
    const auto place = placeOf(item, framework);
    if (!place || item.passage.youngPersonCode.empty()) continue;
    sights[place->outcome][item.contributor()].push_back(
        {item.passage.order, item.passage.indicator, *item.passage.level});
  }
  return sights;
}

std::vector<FigureId> allFigures(const Framework& framework) {
  std::vector<FigureId> ids;
  for (const journal::Domain& domain : framework.domains) {
    ids.push_back(passagesFigure(domain.code));
    for (std::size_t v = 0; v < kVoiceCount; ++v)
      ids.push_back(voicesFigure(domain.code, static_cast<Voice>(v)));
    for (const journal::Outcome& outcome : domain.outcomes) {
      ids.push_back(movedFigure(outcome.code));
      for (std::size_t k = 0; k < kSessionKindCount; ++k)
        ids.push_back(coverageFigure(static_cast<SessionKind>(k), outcome.code));
    }
  }
  return ids;
}

}  // namespace

SessionKind sessionKindOf(std::string_view settingName) {
  const auto setting = journal::parseSetting(settingName);
  if (!setting) return SessionKind::Alternative;
  switch (*setting) {
    case Setting::WholeClass:
      return SessionKind::WholeClass;
    case Setting::SmallGroup:
      return SessionKind::SmallGroups;
    case Setting::OneToOne:
    case Setting::Home:
    case Setting::Online:
      return SessionKind::OneToOne;
    case Setting::Ensemble:
      return SessionKind::Ensembles;
    case Setting::SpecialSchool:
    case Setting::Pru:
      return SessionKind::Alternative;
  }
  return SessionKind::Alternative;
}

std::string_view title(SessionKind kind) {
  constexpr std::array<const char*, kSessionKindCount> kTitles = {
      "Whole class", "Small groups", "One to one", "Ensembles", "Alternative"};
  return kTitles[static_cast<std::size_t>(kind)];
}

std::string_view title(Voice voice) {
  switch (voice) {
    case Voice::YoungPerson:
      return "In their own words";
    case Voice::ThirdParty:
      return "Another adult";
    case Voice::Tutor:
      break;
  }
  return "Tutor";
}

FigureId movedFigure(std::string_view outcomeCode) {
  return {"moved/" + std::string(outcomeCode)};
}

FigureId coverageFigure(SessionKind kind, std::string_view outcomeCode) {
  return {std::string("coverage/") + kKindNames[static_cast<std::size_t>(kind)] + "/" +
          std::string(outcomeCode)};
}

FigureId voicesFigure(std::string_view domainCode, Voice voice) {
  return {"voices/" + std::string(domainCode) + "/" + std::string(journal::name(voice))};
}

FigureId passagesFigure(std::string_view domainCode) {
  return {"passages/" + std::string(domainCode)};
}

TrueTables TrueTables::of(const std::vector<EvidenceItem>& items, const Framework& framework) {
  TrueTables tables;
  for (const FigureId& id : allFigures(framework)) tables.figures_[id];
  std::map<std::string, std::pair<std::int32_t, TrueCount>> terms;
  for (const EvidenceItem& item : items) {
    const auto place = placeOf(item, framework);
    if (!place) continue;
    const std::string contributor = item.contributor();
    const std::string unit = item.unit();
    const SessionKind kind = sessionKindOf(item.passage.setting);
    tables.figures_[passagesFigure(place->domain)].add(contributor, unit);
    tables.figures_[coverageFigure(kind, place->outcome)].add(contributor, unit);
    tables.figures_[voicesFigure(place->domain, item.passage.voice)].add(contributor, unit);
    auto& [week, count] =
        terms.try_emplace(item.passage.term, item.passage.order, TrueCount()).first->second;
    week = std::min(week, item.passage.order);
    count.add(contributor, unit);
  }
  for (const auto& [outcome, people] : sightsByOutcome(items, framework))
    for (const auto& [contributor, sights] : people)
      if (const auto moved = movementOf(sights))
        tables.figures_[movedFigure(outcome)].add(contributor, *moved);
  std::vector<std::pair<std::int32_t, std::string>> order;
  order.reserve(terms.size());
  for (const auto& [term, counted] : terms) order.emplace_back(counted.first, term);
  std::sort(order.begin(), order.end());
  for (const auto& [week, term] : order) tables.terms_.emplace_back(term, terms[term].second);
  return tables;
}

std::vector<EvidenceItem> itemsBehind(const FigureId& figure,
                                      const std::vector<EvidenceItem>& items,
                                      const Framework& framework) {
  const auto sights = sightsByOutcome(items, framework);
  const auto isPartOf = [&](const EvidenceItem& item) {
    const auto place = placeOf(item, framework);
    if (!place) return false;
    if (figure == coverageFigure(sessionKindOf(item.passage.setting), place->outcome)) return true;
    if (figure == voicesFigure(place->domain, item.passage.voice)) return true;
    if (figure != movedFigure(place->outcome) || item.passage.youngPersonCode.empty()) return false;
    return movementOf(sights.at(place->outcome).at(item.contributor())).has_value();
  };
  std::vector<EvidenceItem> behind;
  std::set<std::string> seen;
  for (const EvidenceItem& item : items)
    if (isPartOf(item) && seen.insert(item.unit()).second) behind.push_back(item);
  return behind;
}

}  // namespace syncing::evidence
