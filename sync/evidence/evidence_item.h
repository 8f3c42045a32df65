#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "journal/base/id.h"
#include "journal/domain/case_study.h"

namespace syncing::evidence {

using EvidenceItemId = journal::Id<struct EvidenceItemIdTag>;

/// One passage of an approved case study, as figures are computed from. Only code of this folder
/// handles items: what people see goes through the gate (figures) or OpenedFigure (words).
struct EvidenceItem {
  EvidenceItemId id;
  journal::CaseStudyId caseStudy;
  std::string author;
  int useLevel = 0;
  std::string claim;  ///< the sentence it stands behind
  journal::SubmittedPassage passage;

  /// Whose evidence it is: the young person's code, or the case study itself for a group, which
  /// counts as one voice and not as many (the cautious reading).
  std::string contributor() const;
  /// The same for the same words about the same indicator, so that a passage quoted twice counts
  /// once.
  std::string unit() const;
};

}  // namespace syncing::evidence
