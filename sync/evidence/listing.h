#pragma once

#include <set>
#include <vector>

#include "sync/evidence/disclosure_gate.h"
#include "sync/evidence/evidence_item.h"
#include "sync/evidence/shown.h"

namespace syncing::evidence {

/// Which passages may be listed behind the figures of a release, for everybody but their authors.
/// A list can be counted, so it must not say more than the figures do: none from a kept-back cell
/// or voice, and from the others no more than the least number the shown one can stand for (18 for
/// "20"). Passages listed before come first, so that two releases together say no more either.
std::set<EvidenceItemId> chooseListed(const std::vector<EvidenceItem>& items,
                                      const std::set<EvidenceItemId>& listedBefore,
                                      const ShownTables& tables, const DisclosureGate& gate);

}  // namespace syncing::evidence
