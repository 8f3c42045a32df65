#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "sync/evidence/disclosure_gate.h"
#include "sync/evidence/interval_audit.h"

// The gate's own working parts; included by its two source files only.

namespace syncing::evidence {

/// The narrowest an outsider's interval for a kept-back count may become: 0 to 3 is still safe.
inline constexpr int kLeastWidth = 3;

/// The true counts that round to `about`.
Interval countsRoundingTo(const FigureId& id, int about, int threshold);

/// A figure on its way through the gate.
struct DisclosureGate::Draft {
  FigureBasis basis;  ///< what stands behind it now
  int count = 0;
  bool underThreshold = false;
  std::optional<int> about;  ///< nullopt: kept back
  int first = 0;             ///< levels, of "moved" figures with ten or more
  int latest = 0;
  Interval outside;       ///< what this figure alone tells
  bool repeated = false;  ///< as in the release before
  bool silenced = false;  ///< kept back by rule 4
};

/// How an outsider takes a figure that may have stayed as it was given out earlier (rule 3). Nobody
/// says which those are, so a release must be safe both ways: a reader who takes an old figure for
/// a new one can be right by luck, and acts on it all the same.
enum class DisclosureGate::Reading { MayBeOld, AtFaceValue };

/// One domain as an outsider sees it: every figure of now and of the release before as a variable,
/// the sums that bind them as rules.
struct DisclosureGate::Audit {
  std::vector<FigureId> ids;  ///< of `now`, variable by variable; then of `before`, same order
  std::vector<Interval> known;
  std::vector<bool> kept;  ///< kept back: the counts to protect
  std::vector<SumRule> rules;

  void addFigures(const std::map<FigureId, Draft>& drafts, const GateHistory& history,
                  const journal::Domain& domain, Reading reading, int threshold);
  void addSums(std::size_t offset, const journal::Domain& domain);
  void addGrowth(bool onlyGrown);
  std::size_t indexOf(const FigureId& id) const;
  /// A variable that would be known too well, if any. So is one that no number fits any longer:
  /// the figures around it contradict each other, and the one that is old gives itself away.
  std::optional<std::size_t> violated() const;
};

}  // namespace syncing::evidence
