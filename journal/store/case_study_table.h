#pragma once

#include <optional>
#include <vector>

#include "journal/domain/case_study.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

struct StoredCaseStudy {
  OpPosition madeOp = 0;
  CaseStudy study;
};
struct CaseStudySummary {
  CaseStudyId id;
  std::string title;
  CaseStudyKind kind = CaseStudyKind::YoungPerson;
  ReviewStep step = ReviewStep::Draft;
  std::size_t claims = 0;
};

/// Case studies with their claims, links, review trail and departures.
class CaseStudyTable {
 public:
  explicit CaseStudyTable(Database& database) : database_(database) {}

  Result<std::optional<StoredCaseStudy>> find(CaseStudyId id);
  /// By title.
  Result<std::vector<CaseStudySummary>> list();
  Result<std::optional<OpPosition>> claimMadeBy(ClaimId id);

  Result<void> insert(const CaseStudy& study, OpPosition madeBy);
  Result<void> setTitle(CaseStudyId id, const std::string& title);
  Result<void> putClaim(CaseStudyId study, const Claim& claim, OpPosition madeBy);
  Result<void> removeClaim(ClaimId id);
  Result<void> setAgreement(CaseStudyId id, const Agreement& agreement);
  Result<void> addEvent(CaseStudyId id, const ReviewEvent& event);
  /// Everything that happened, in place of what is there.
  Result<void> setTrail(CaseStudyId id, const std::vector<ReviewEvent>& events);
  Result<void> addDeparture(CaseStudyId id, const std::string& bytes, UtcTime at,
                            OpPosition position);
  /// The entries that recorded them, oldest first.
  Result<std::vector<OpPosition>> departures(CaseStudyId id);
  /// Whether these very bytes were recorded as leaving.
  Result<bool> hasDeparted(CaseStudyId id, const std::string& bytes);

 private:
  Result<std::vector<Claim>> claimsOf(CaseStudyId id);
  Result<void> setLinks(const Claim& claim);
  Database& database_;
};

}  // namespace journal::store
