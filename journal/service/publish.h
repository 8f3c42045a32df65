#pragma once

#include <string>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/case_study.h"
#include "journal/service/journal.h"
#include "journal/service/marker.h"

// The one door out. What leaves was shown to its author exactly as it leaves (product.md, promise
// 2):
//   prepare() renders, the screen or terminal shows `Prepared::bytes` (as decoded by
//   `Prepared::content`), confirm() records those bytes in the journal and hands over the very same
//   bytes.

namespace journal::service {

/// What takes submissions in: the evidence store of the service, here or through a hub.
class SubmissionDesk {
 public:
  virtual ~SubmissionDesk() = default;
  /// `bytes` as made by prepare(). Idempotent for the same bytes; a new version of a returned study
  /// replaces it.
  virtual Result<void> submit(const std::string& bytes) = 0;
  /// Every review step since, in order.
  virtual Result<std::vector<ReviewEvent>> outcomes(CaseStudyId study) = 0;
  virtual Result<void> withdraw(CaseStudyId study, const std::string& by, const std::string& reason,
                                UtcTime now) = 0;
};

/// Words that could identify somebody and about which nobody has decided.
struct Undecided {
  std::string words;       ///< what a Blur is about
  std::string what;        ///< "SCHOOL", as files write it
  std::string suggestion;  ///< what could stand there instead
  std::size_t times = 1;   ///< how often they stand in what would leave
  friend bool operator==(const Undecided&, const Undecided&) = default;
};

/// Bytes ready to leave, and what they say.
struct Prepared {
  std::string bytes;   ///< canonical JSON (exchange/submission_json.h)
  Submission content;  ///< decoded from `bytes`, for showing
  std::vector<std::string>
      problems;  ///< why it cannot go yet; confirm() refuses while there are any
  std::vector<Undecided> undecided;  ///< in the order of reading; one of the problems, if any
  std::vector<Blur> blurs;           ///< what was decided
};

/// A young person's code within a service: nobody can go back from it to the journal's id, which
/// is 128 random bits that never leave, so the hash needs no secret of its own.
std::string youngPersonCode(NameId id);

class Publisher {
 public:
  /// All must outlive the Publisher. Journal thread only. `marker` finds what could identify
  /// somebody (domain.md 4.4): nothing goes before a person has decided about each. Without
  /// one nothing can be prepared, and all else can be done.
  Publisher(Journal& journal, const Clock& clock, Marker marker)
      : journal_(journal), clock_(clock), marker_(std::move(marker)) {}

  /// Renders every claim and passage with mentions as code names, and what was decided put in
  /// (domain/blur.h). Changes nothing.
  Result<Prepared> prepare(CaseStudyId study);

  /// Sends exactly `prepared.bytes`: records the departure, submits, records the step. Conflict
  /// when the study has changed since prepare() (the bytes would no longer be what was shown), or
  /// has problems.
  Result<void> confirm(const Prepared& prepared, SubmissionDesk& desk);

  /// Brings review steps that happened elsewhere into the journal. Returns how many were new.
  Result<std::size_t> refresh(CaseStudyId study, SubmissionDesk& desk);

  Result<void> withdraw(CaseStudyId study, const std::string& reason, SubmissionDesk& desk);

 private:
  Journal& journal_;
  const Clock& clock_;
  Marker marker_;
};

}  // namespace journal::service
