#pragma once

#include <vector>

#include "sync/evidence/disclosure_gate.h"
#include "sync/evidence/evidence_item.h"
#include "sync/evidence/store_impl.h"

namespace syncing::evidence {

/// Everything that has been given out: sets of figures, what stood behind each, and every use of
/// them. Rows are only ever added.
class Ledger {
 public:
  explicit Ledger(const Context& context) : context_(context) {}

  /// What the gate is held against. `studiesNow` are the case studies that figures would be
  /// computed from today.
  journal::Result<GateHistory> history(const std::set<std::string>& studiesNow);

  /// Enters a release unless it is the last one again, and this use of it. Returns its number.
  /// Inside a transaction.
  journal::Result<int> enter(const GateHistory& history, const std::vector<FigureRecord>& records,
                             const ReleaseRequest& request,
                             const std::set<std::string>& studiesNow);

  journal::Result<int> lastNumber();
  /// The passages that may be listed behind the figures of a release (listing.h).
  journal::Result<void> enterListed(int number, const std::set<EvidenceItemId>& items);
  journal::Result<std::set<EvidenceItemId>> listedIn(int number);

  journal::Result<std::vector<ReleaseUse>> uses();
  journal::Result<std::vector<ReleaseUse>> usesOf(const journal::CaseStudyId& study);
  /// Whether the last release showed this figure; nullopt when nothing was released or no table has
  /// it.
  journal::Result<std::optional<bool>> wasShown(const FigureId& figure);

 private:
  journal::Result<std::set<std::string>> studiesOfLastUse();
  journal::Result<void> readBases(GateHistory& history);
  journal::Result<void> readLast(GateHistory& history, int number);
  journal::Result<void> insertRelease(int number, const std::vector<FigureRecord>& records);
  journal::Result<void> insertUse(int number, const ReleaseRequest& request,
                                  const std::set<std::string>& studies);
  static bool isTheSame(const GateHistory& history, const std::vector<FigureRecord>& records);

  const Context& context_;
};

}  // namespace syncing::evidence
