#include "sync/evidence/evidence_item.h"

#include "sync/wire/digest.h"

namespace syncing::evidence {

std::string EvidenceItem::contributor() const {
  // Hashed, because the ledger keeps it after a withdrawal has erased the code itself.
  if (passage.youngPersonCode.empty()) return wire::digest({"group", caseStudy.hex()});
  return wire::digest({"young person", passage.youngPersonCode});
}

std::string EvidenceItem::unit() const {
  return wire::digest({contributor(), passage.indicator, std::to_string(passage.order),
                          journal::name(passage.voice), passage.setting, passage.text});
}

}  // namespace syncing::evidence
