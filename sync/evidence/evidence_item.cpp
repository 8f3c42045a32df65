#include "sync/evidence/evidence_item.h"

#include "sync/storage/digest.h"

namespace syncing::evidence {

std::string EvidenceItem::contributor() const {
  // Hashed, because the ledger keeps it after a withdrawal has erased the code itself.
  if (passage.youngPersonCode.empty()) return storage::digest({"group", caseStudy.hex()});
  return storage::digest({"young person", passage.youngPersonCode});
}

std::string EvidenceItem::unit() const {
  return storage::digest({contributor(), passage.indicator, std::to_string(passage.order),
                          journal::name(passage.voice), passage.setting, passage.text});
}

}  // namespace syncing::evidence
