#include "sync/evidence/disclosure_gate.h"

#include <algorithm>
#include <utility>

#include "sync/evidence/gate_audit.h"

namespace syncing::evidence {
namespace {

using journal::Framework;

constexpr int kLeastThreshold = 5;
constexpr int kLevelFactor = 2;  // levels from twice the threshold, ten by default

bool isMoved(const FigureId& id) {
  return id.text.starts_with("moved/");
}
bool isTotal(const FigureId& id) {
  return id.text.starts_with("passages/");
}

int rounded(const FigureId& id, int count) {
  return isTotal(id) ? (count + 5) / 10 * 10 : (count + 2) / 5 * 5;
}

/// The lower of the two middle ones (ADDENDUM rule 4).
int middle(std::vector<int> levels) {
  std::sort(levels.begin(), levels.end());
  return levels[(levels.size() - 1) / 2];
}

std::string lowered(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

/// How many people's evidence differs between two bases.
int peopleChanged(const FigureBasis& a, const FigureBasis& b) {
  int changed = 0;
  for (const auto& [person, units] : a) {
    const auto other = b.find(person);
    if (other == b.end() || other->second != units) ++changed;
  }
  for (const auto& [person, units] : b)
    if (a.count(person) == 0) ++changed;
  return changed;
}

}  // namespace

Interval countsRoundingTo(const FigureId& id, int about, int threshold) {
  const int below = isTotal(id) ? 5 : 2;
  const int above = isTotal(id) ? 4 : 2;
  return {std::max(threshold, about - below), about + above};
}

DisclosureGate::DisclosureGate(GateSettings settings) : settings_(settings) {
  settings_.threshold = std::max(settings_.threshold, kLeastThreshold);
}

bool DisclosureGate::enoughPeople(const std::set<std::string>& contributors) const {
  return contributors.size() >= static_cast<std::size_t>(settings_.threshold);
}

int DisclosureGate::leastBehind(const ShownFigure& figure) const {
  if (!figure.shown()) return 0;
  return countsRoundingTo(figure.id(), *figure.about(), settings_.threshold).low;
}

void DisclosureGate::keepBack(Draft& draft) const {
  draft.about.reset();
  draft.first = draft.latest = 0;
  // Only a count that is under the threshold has an upper bound; the others are guarded as if
  // nothing were known, which is what an outsider knows.
  draft.outside = draft.count < settings_.threshold ? Interval{0, settings_.threshold - 1}
                                                    : Interval{0, kUnbounded};
}

DisclosureGate::Draft DisclosureGate::draftOf(const FigureId& id, const TrueCount& count) const {
  Draft draft;
  draft.basis = count.units_;
  std::vector<int> firsts;
  std::vector<int> latests;
  for (const auto& [person, units] : count.units_) {
    draft.count += static_cast<int>(units.size());
    if (!isMoved(id)) continue;
    firsts.push_back(units.begin()->front() - '0');
    latests.push_back(units.begin()->back() - '0');
  }
  draft.underThreshold = draft.count < settings_.threshold ||
                         count.units_.size() < static_cast<std::size_t>(settings_.threshold);
  if (draft.underThreshold) {
    keepBack(draft);
    return draft;
  }
  draft.about = rounded(id, draft.count);
  draft.outside = countsRoundingTo(id, *draft.about, settings_.threshold);
  if (isMoved(id) && draft.count >= kLevelFactor * settings_.threshold) {
    draft.first = middle(firsts);
    draft.latest = middle(latests);
  }
  return draft;
}

void DisclosureGate::holdToLedger(Draft& draft, const FigureId& id,
                                  const GateHistory& history) const {
  const auto bases = history.bases_.find(id);
  const auto last = history.last_.find(id);
  if (bases == history.bases_.end() || last == history.last_.end()) return;
  const bool unchanged = !bases->second.empty() && bases->second.back() == draft.basis;
  const bool tooLittle =
      std::any_of(bases->second.begin(), bases->second.end(), [&](const FigureBasis& basis) {
        const int changed = peopleChanged(basis, draft.basis);
        return changed > 0 && changed < settings_.threshold;
      });
  if (unchanged) {
    draft.repeated = true;  // same basis, same rounding; nothing to enter
    return;
  }
  if (!tooLittle) return;
  if (!last->second.about_) {
    draft.repeated = true;
    keepBack(draft);
    return;
  }
  if (draft.underThreshold) return;  // it has fallen too low to go on being shown
  draft.repeated = true;
  draft.about = last->second.about_;
  const bool enoughForLevels = draft.count >= kLevelFactor * settings_.threshold;
  draft.first = enoughForLevels ? last->second.first_ : 0;
  draft.latest = enoughForLevels ? last->second.latest_ : 0;
  draft.outside = countsRoundingTo(id, *draft.about, settings_.threshold);
  draft.outside.low = std::min(draft.outside.low, draft.count);
  draft.outside.high = std::max(draft.outside.high, draft.count);
}

std::string DisclosureGate::period(const TrueTables& tables) const {
  std::string first;
  std::string last;
  for (const auto& [term, count] : tables.terms_) {
    if (count.units_.size() < static_cast<std::size_t>(settings_.threshold)) continue;
    if (first.empty()) first = term;
    last = term;
  }
  return first == last ? first : first + " to " + last;
}

namespace {

struct FigureWords {
  std::string text;
  std::string spoken;
};

FigureWords wordsFor(const FigureId& id, std::optional<int> about) {
  const bool moved = isMoved(id);
  const std::string what = moved ? " young people" : " passages";
  if (!about) {
    if (moved) return {"too few to show yet", "too few young people to show yet"};
    return isTotal(id) ? FigureWords{"not shown yet", "the number of passages is not shown yet"}
                       : FigureWords{"few", "few passages, or none"};
  }
  const std::string number = std::to_string(*about);
  const std::string spoken = "about " + number + what;
  if (moved) return {"about " + number, spoken};
  return {isTotal(id) ? spoken : number, spoken};
}

}  // namespace

ShownTables DisclosureGate::shown(const Drafts& drafts, const Framework& framework) const {
  ShownTables tables;
  tables.threshold = settings_.threshold;
  tables.levelThreshold = kLevelFactor * settings_.threshold;
  const auto figure = [&](const FigureId& id) {
    ShownFigure shown;
    const FigureWords words = wordsFor(id, drafts.at(id).about);
    shown.id_ = id;
    shown.text_ = words.text;
    shown.spoken_ = words.spoken;
    shown.about_ = drafts.at(id).about;
    return shown;
  };
  const auto movement = [&](const Draft& draft) {
    const auto at = [](const auto& names, int level) {
      return names[static_cast<std::size_t>(level - 1)];
    };
    ShownMovement moved;
    moved.first_ = draft.first;
    moved.latest_ = draft.latest;
    const std::string from = at(framework.levelNames, draft.first);
    moved.text_ = draft.first == draft.latest
                      ? from + ", the same"
                      : from + " to " + lowered(at(framework.levelNames, draft.latest));
    moved.sentence_ = "first “" + at(framework.scaleRule, draft.first) + "”, now “" +
                      at(framework.scaleRule, draft.latest) + "”";
    return moved;
  };
  for (const journal::Domain& domain : framework.domains) {
    ShownDomain shownDomain;
    shownDomain.code = domain.code;
    shownDomain.name = domain.name;
    shownDomain.passages = figure(passagesFigure(domain.code));
    for (std::size_t v = 0; v < kVoiceCount; ++v)
      shownDomain.voices[v] = figure(voicesFigure(domain.code, static_cast<journal::Voice>(v)));
    int number = 0;
    for (const journal::Outcome& outcome : domain.outcomes) {
      const FigureId id = movedFigure(outcome.code);
      ShownOutcome row{outcome.code, ++number, outcome.shortName, outcome.name, figure(id), {}};
      if (drafts.at(id).first != 0) row.movement = movement(drafts.at(id));
      shownDomain.outcomes.push_back(std::move(row));
      for (std::size_t k = 0; k < kSessionKindCount; ++k)
        tables.coverage[k].push_back(
            figure(coverageFigure(static_cast<SessionKind>(k), outcome.code)));
    }
    tables.domains.push_back(std::move(shownDomain));
  }
  return tables;
}

GateOutcome DisclosureGate::show(const TrueTables& tables, const GateHistory& history,
                                 const Framework& framework) const {
  Drafts drafts;
  for (const auto& [id, count] : tables.figures_) {
    drafts[id] = draftOf(id, count);
    if (settings_.withDifferencing) holdToLedger(drafts[id], id, history);
  }
  if (settings_.withSecondary)
    for (const journal::Domain& domain : framework.domains) auditDomain(drafts, history, domain);
  GateOutcome outcome{shown(drafts, framework), {}};
  outcome.tables.period = period(tables);
  for (auto& [id, draft] : drafts) {
    FigureRecord record;
    record.id_ = id;
    record.about_ = draft.about;
    record.first_ = draft.first;
    record.latest_ = draft.latest;
    record.low_ = draft.outside.low;
    record.high_ = draft.outside.high;
    // A figure kept back by rule 4 told nothing, so nothing later can be compared with it.
    if (!draft.repeated && !draft.silenced) record.basis_ = std::move(draft.basis);
    outcome.records.push_back(std::move(record));
  }
  return outcome;
}

void DisclosureGate::remember(GateHistory& history, const std::vector<FigureRecord>& records,
                              bool onlyGrownSince) {
  for (const FigureRecord& record : records) {
    history.last_[record.id_] = record;
    if (record.basis_) history.bases_[record.id_].push_back(*record.basis_);
  }
  history.onlyGrown_ = onlyGrownSince;
}

const ShownFigure* ShownTables::find(const FigureId& id) const {
  for (const ShownDomain& domain : domains) {
    if (domain.passages.id() == id) return &domain.passages;
    for (const ShownOutcome& outcome : domain.outcomes)
      if (outcome.youngPeople.id() == id) return &outcome.youngPeople;
    for (const ShownFigure& figure : domain.voices)
      if (figure.id() == id) return &figure;
  }
  for (const auto& row : coverage)
    for (const ShownFigure& figure : row)
      if (figure.id() == id) return &figure;
  return nullptr;
}

}  // namespace syncing::evidence
