#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/base/time.h"
#include "journal/domain/blur.h"
#include "journal/domain/ids.h"
#include "journal/domain/tag.h"

namespace journal {

enum class CaseStudyKind : std::uint8_t {
  YoungPerson,
  Group,
  TutorsPractice,
  Setting,
  ServiceChange
};

/// 0 learning only, 1 inside the service, 2 named partners and funders, 3 public and blurred
/// (domain.md 4.3). Level 4 (public and identifiable) is a paper form and never produced here.
class UseLevel {
 public:
  static std::optional<UseLevel> of(int value);  ///< nullopt outside 0..3
  int value() const { return value_; }
  friend auto operator<=>(const UseLevel&, const UseLevel&) = default;
  UseLevel() = default;  ///< learning only

 private:
  std::uint8_t value_ = 0;
};

/// Who agreed to what, and until when.
struct Agreement {
  UseLevel level;
  std::string agreedBy;  ///< by role: "young person and mother"
  std::string howAsked;
  LocalDate on{};
  LocalDate until{};  ///< last day it holds; agreementEnds(on) unless said otherwise
  friend bool operator==(const Agreement&, const Agreement&) = default;
};
/// Two years after `on` (domain.md 4.3); 29 February becomes 28 February.
LocalDate agreementEnds(LocalDate on);

/// A claim's link to the words behind it, with the words as they were when linked.
struct EvidenceLink {
  TagId tag;
  std::string quoteWhenLinked;  ///< stored text
  friend bool operator==(const EvidenceLink&, const EvidenceLink&) = default;
};

/// A sentence of the case study that someone could dispute.
struct Claim {
  ClaimId id;
  std::string text;  ///< stored text
  std::vector<EvidenceLink> evidence;
  friend bool operator==(const Claim&, const Claim&) = default;
};

/// How a claim stands today against the tags it names. Drifted: the words have been edited since.
enum class EvidenceState : std::uint8_t { Holds, Drifted, Gone };
EvidenceState evidenceState(const EvidenceLink& link, const Tag* tagToday);

/// domain.md 4.5. Steps 1 to 3 (draft, evidence tuning, agreement) happen on the author's device as
/// Draft.
enum class ReviewStep : std::uint8_t {
  Draft,
  FacilitatorCheck,
  DslCheck,
  ManagerDecision,
  Approved,
  Returned,
  Held,
  Withdrawn,
  Retired
};
enum class ReviewAction : std::uint8_t { Submit, Approve, Return, Hold, Release, Withdraw, Retire };
enum class Role : std::uint8_t { Tutor, Facilitator, Dsl, Manager, ServiceAdministrator };

/// domain.md 4.5: what was sent is not changed behind its reviewers' backs.
bool mayBeChanged(ReviewStep step);
/// Nobody else has it in hand, and nothing of it is in the evidence store: it may be changed, or it
/// was retired.
bool isWithItsAuthor(ReviewStep step);

std::string_view name(ReviewStep step);
std::string_view name(ReviewAction action);
std::string_view name(Role role);
std::string_view name(CaseStudyKind kind);
std::optional<ReviewStep> parseReviewStep(std::string_view text);
std::optional<ReviewAction> parseReviewAction(std::string_view text);
std::optional<Role> parseRole(std::string_view text);
std::optional<CaseStudyKind> parseCaseStudyKind(std::string_view text);

/// One line of the audit trail.
struct ReviewEvent {
  UtcTime at{};
  std::string by;  ///< the person's service name
  Role role = Role::Tutor;
  ReviewAction action = ReviewAction::Submit;
  ReviewStep from = ReviewStep::Draft;
  ReviewStep to = ReviewStep::Draft;
  std::string reason;  ///< required for Return, Hold, Withdraw, Retire
  friend bool operator==(const ReviewEvent&, const ReviewEvent&) = default;
};

/// What the rule needs to know about the piece under review.
struct ReviewSubject {
  ReviewStep step = ReviewStep::Draft;
  std::string author;
  bool dslMustAgree = false;  ///< domain.md 5.3 point 10
};
struct ReviewRequest {
  ReviewAction action = ReviewAction::Submit;
  std::string by;
  Role role = Role::Tutor;
  std::string reason;
};

/// The only place that says which step follows which (domain.md 4.5): facilitator, then the DSL if
/// flagged, then the manager; a return, hold, withdrawal or retirement needs a reason; nobody but
/// the author submits; nobody decides on their own; the author may withdraw until approval, a
/// manager or administrator at any time after it was sent (a young person may always say no).
/// Release goes back to the facilitator's check, so that a hold is no way round the DSL. Withdrawn
/// and Retired are ends. Conflict with advice when the step is not allowed, InvalidInput without a
/// person or a needed reason. Pure.
Result<ReviewStep> nextStep(const ReviewSubject& subject, const ReviewRequest& request);

struct CaseStudy {
  CaseStudyId id;
  CaseStudyKind kind = CaseStudyKind::YoungPerson;
  std::string title;
  std::string author;
  std::optional<NameId> about;
  std::vector<Claim> claims;
  std::optional<Agreement> agreement;
  ReviewStep step = ReviewStep::Draft;
  std::vector<ReviewEvent> trail;
  UtcTime madeAt{};
  std::vector<Blur> blurs = {};  ///< what was decided about its words before they leave
  friend bool operator==(const CaseStudy&, const CaseStudy&) = default;
};

/// Why a case study cannot be submitted yet, as sentences for its author; empty when it can.
/// No title, no claim, a claim without evidence, evidence gone or drifted, no agreement or level 0,
/// agreement expired.
std::vector<std::string> problemsBeforeSubmitting(const CaseStudy& study,
                                                  const std::vector<Tag>& tagsToday,
                                                  LocalDate today);

// What leaves
// -------------------------------------------------------------------------------------------------------

/// A passage as others read it: mentions coded, nothing of the original.
struct SubmittedPassage {
  std::string text;
  std::string indicator;  ///< code
  std::optional<int> level;
  Direction direction = Direction::Change;
  Voice voice = Voice::Tutor;
  std::string setting;  ///< name(Setting)
  std::string term;     ///< "spring term 2026", never a date
  std::int32_t order =
      0;  ///< weeks since 2000-01-03, so that first and latest can be told without a date
  std::string youngPersonCode;  ///< opaque, the same for the same young person within a service;
                                ///< empty for a group
  std::string ageBand;
  std::string instrumentFamily;
  friend bool operator==(const SubmittedPassage&, const SubmittedPassage&) = default;
};
struct SubmittedClaim {
  std::string text;
  std::vector<SubmittedPassage> passages;
  friend bool operator==(const SubmittedClaim&, const SubmittedClaim&) = default;
};
/// Everything that leaves a tutor's device for a case study, and nothing else.
struct Submission {
  CaseStudyId caseStudy;
  CaseStudyKind kind = CaseStudyKind::YoungPerson;
  std::string title;
  std::string author;
  int useLevel = 0;
  LocalDate agreedUntil{};
  bool dslMustAgree = false;
  int frameworkVersion = 1;
  UtcTime preparedAt{};
  std::vector<SubmittedClaim> claims;
  friend bool operator==(const Submission&, const Submission&) = default;
};

}  // namespace journal
