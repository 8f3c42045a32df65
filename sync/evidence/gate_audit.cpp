#include "sync/evidence/gate_audit.h"

#include <algorithm>
#include <tuple>

namespace syncing::evidence {

using journal::Domain;
using journal::Outcome;
using journal::Voice;

namespace {

std::vector<FigureId> figuresOf(const Domain& domain) {
  std::vector<FigureId> ids = {passagesFigure(domain.code)};
  for (std::size_t v = 0; v < kVoiceCount; ++v)
    ids.push_back(voicesFigure(domain.code, static_cast<Voice>(v)));
  for (const Outcome& outcome : domain.outcomes) {
    ids.push_back(movedFigure(outcome.code));
    for (std::size_t k = 0; k < kSessionKindCount; ++k)
      ids.push_back(coverageFigure(static_cast<SessionKind>(k), outcome.code));
  }
  return ids;
}

int rankOf(const FigureId& id) {
  if (id.text.starts_with("passages/")) return 0;
  return id.text.starts_with("moved/") ? 2 : 1;
}

}  // namespace

std::size_t DisclosureGate::Audit::indexOf(const FigureId& id) const {
  return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}

void DisclosureGate::Audit::addFigures(const std::map<FigureId, Draft>& drafts,
                                       const GateHistory& history, const Domain& domain,
                                       Reading reading, int threshold) {
  ids = figuresOf(domain);
  const auto add = [&](const FigureId& id, std::optional<int> about, Interval alone) {
    const bool atFace = about && reading == Reading::AtFaceValue;
    known.push_back(atFace ? countsRoundingTo(id, *about, threshold) : alone);
  };
  for (const FigureId& id : ids) {
    const Draft& draft = drafts.at(id);
    add(id, draft.about, draft.outside);
    kept.push_back(!draft.about);
  }
  for (const FigureId& id : ids) {
    const auto before = history.last_.find(id);
    const FigureRecord none;
    const bool any = before != history.last_.end();
    const FigureRecord& record = any ? before->second : none;
    add(id, record.about_, any ? Interval{record.low_, record.high_} : Interval{});
    kept.push_back(any && !record.about_);
  }
}

void DisclosureGate::Audit::addSums(std::size_t offset, const Domain& domain) {
  const std::size_t all = offset + indexOf(passagesFigure(domain.code));
  SumRule voices{{{all, -1}}, 0, 0};
  for (std::size_t v = 0; v < kVoiceCount; ++v)
    voices.terms.emplace_back(offset + indexOf(voicesFigure(domain.code, static_cast<Voice>(v))),
                              1);
  SumRule coverage{{{all, -1}}, 0, 0};
  SumRule both{voices.terms, 0, 0};  // the two tables against each other, past the rounded total
  both.terms.erase(both.terms.begin());
  for (const Outcome& outcome : domain.outcomes) {
    // Whoever has moved has at least two passages there.
    SumRule two{{{offset + indexOf(movedFigure(outcome.code)), -2}}, 0, kUnbounded};
    for (std::size_t k = 0; k < kSessionKindCount; ++k) {
      const std::size_t cell =
          offset + indexOf(coverageFigure(static_cast<SessionKind>(k), outcome.code));
      coverage.terms.emplace_back(cell, 1);
      both.terms.emplace_back(cell, -1);
      two.terms.emplace_back(cell, 1);
    }
    rules.push_back(std::move(two));
  }
  rules.push_back(std::move(voices));
  rules.push_back(std::move(coverage));
  rules.push_back(std::move(both));
}

void DisclosureGate::Audit::addGrowth(bool onlyGrown) {
  if (!onlyGrown) return;
  for (std::size_t now = 0; now < ids.size(); ++now)
    rules.push_back(SumRule{{{now, 1}, {now + ids.size(), -1}}, 0, kUnbounded});
}

std::optional<std::size_t> DisclosureGate::Audit::violated() const {
  const std::vector<Interval> found = narrow(known, rules);
  for (std::size_t i = 0; i < found.size(); ++i)
    if (kept[i] && found[i].width() < kLeastWidth) return i;
  return std::nullopt;
}

void DisclosureGate::auditDomain(Drafts& drafts, const GateHistory& history,
                                 const Domain& domain) const {
  for (const Reading reading : {Reading::MayBeOld, Reading::AtFaceValue})
    auditReading(drafts, history, domain, reading);
}

void DisclosureGate::auditReading(Drafts& drafts, const GateHistory& history, const Domain& domain,
                                  Reading reading) const {
  while (true) {
    Audit audit;
    audit.addFigures(drafts, history, domain, reading, settings_.threshold);
    audit.addSums(0, domain);
    audit.addSums(audit.ids.size(), domain);
    audit.addGrowth(history.onlyGrown_);
    const auto victim = audit.violated();
    if (!victim) return;
    std::set<std::size_t> together;  // in one rule with it: these tell most about it
    for (const SumRule& rule : audit.rules) {
      const auto has = [&](const auto& term) { return term.first == *victim; };
      if (std::any_of(rule.terms.begin(), rule.terms.end(), has))
        for (const auto& term : rule.terms) together.insert(term.first);
    }
    // Of the figures that share a rule with it the total goes first, which costs the reader least,
    // then the smallest cell; what has moved goes last.
    std::optional<std::size_t> next;
    const auto cost = [&](std::size_t i) {
      return std::tuple(together.count(i) == 0, rankOf(audit.ids[i]),
                        *drafts.at(audit.ids[i]).about);
    };
    for (std::size_t i = 0; i < audit.ids.size(); ++i)
      if (drafts.at(audit.ids[i]).about && (!next || cost(i) < cost(*next))) next = i;
    if (!next) return;  // nothing of this release tells it: it was out before
    keepBack(drafts.at(audit.ids[*next]));
    drafts.at(audit.ids[*next]).silenced = true;
  }
}

}  // namespace syncing::evidence
