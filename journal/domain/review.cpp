// The review flow of a case study: nextStep() of case_study.h.
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "journal/base/utf8.h"
#include "journal/domain/case_study.h"

namespace journal {
namespace {

/// Case and outer blanks do not make another person: " sam" must not approve what "Sam" wrote.
bool isSamePerson(std::string_view a, std::string_view b) {
  const auto key = [](std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::string{};
    return foldCase(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
  };
  return key(a) == key(b);
}

bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool needsReason(ReviewAction action) {
  return action == ReviewAction::Return || action == ReviewAction::Hold ||
         action == ReviewAction::Withdraw || action == ReviewAction::Retire;
}

/// Who decides at a step, if anyone does.
std::optional<Role> decider(ReviewStep step) {
  switch (step) {
    case ReviewStep::FacilitatorCheck:
      return Role::Facilitator;
    case ReviewStep::DslCheck:
      return Role::Dsl;
    case ReviewStep::ManagerDecision:
      return Role::Manager;
    default:
      return std::nullopt;
  }
}

Error notAllowed(const ReviewSubject& subject, const ReviewRequest& request, std::string advice) {
  return Error{ErrorCode::Conflict,
               fmt::format("review {} by {} at {}", name(request.action), name(request.role),
                           name(subject.step)),
               std::move(advice)};
}

Result<ReviewStep> submit(const ReviewSubject& subject, const ReviewRequest& request) {
  if (!isSamePerson(request.by, subject.author))
    return notAllowed(subject, request, "Only the author can send this for review.");
  if (subject.step != ReviewStep::Draft && subject.step != ReviewStep::Returned)
    return notAllowed(subject, request, "This has already been sent.");
  return ReviewStep::FacilitatorCheck;
}

Result<ReviewStep> approve(const ReviewSubject& subject, const ReviewRequest& request) {
  if (decider(subject.step) != request.role)
    return notAllowed(subject, request, "This is not waiting for your decision.");
  switch (subject.step) {
    case ReviewStep::FacilitatorCheck:
      return subject.dslMustAgree ? ReviewStep::DslCheck : ReviewStep::ManagerDecision;
    case ReviewStep::DslCheck:
      return ReviewStep::ManagerDecision;
    default:
      return ReviewStep::Approved;
  }
}

Result<ReviewStep> sendAside(const ReviewSubject& subject, const ReviewRequest& request,
                             ReviewStep to) {
  if (decider(subject.step) != request.role)
    return notAllowed(subject, request, "This is not waiting for your decision.");
  return to;
}

/// Back to the start of the checks, so that a hold can never be a way round one of them.
Result<ReviewStep> release(const ReviewSubject& subject, const ReviewRequest& request) {
  if (subject.step != ReviewStep::Held) return notAllowed(subject, request, "This is not on hold.");
  if (request.role == Role::Tutor || request.role == Role::ServiceAdministrator)
    return notAllowed(subject, request,
                      "A facilitator, the DSL or a manager can take this off hold.");
  return ReviewStep::FacilitatorCheck;
}

/// The author until approval; a manager or administrator at any time after it was sent, because a
/// young person may say no at any time (domain.md 4.5) and asks through them.
Result<ReviewStep> withdraw(const ReviewSubject& subject, const ReviewRequest& request) {
  if (subject.step == ReviewStep::Draft)
    return notAllowed(subject, request, "This has not been sent, so there is nothing to withdraw.");
  if (subject.step == ReviewStep::Withdrawn || subject.step == ReviewStep::Retired)
    return notAllowed(subject, request, "This is no longer in use.");
  const bool byAuthor = isSamePerson(request.by, subject.author);
  if (byAuthor && subject.step == ReviewStep::Approved)
    return notAllowed(subject, request,
                      "This has been approved. Ask a manager to withdraw it for you.");
  const bool onBehalf = request.role == Role::Manager || request.role == Role::ServiceAdministrator;
  if (!byAuthor && !onBehalf)
    return notAllowed(subject, request, "The author or a manager can withdraw this.");
  return ReviewStep::Withdrawn;
}

Result<ReviewStep> retire(const ReviewSubject& subject, const ReviewRequest& request) {
  if (subject.step != ReviewStep::Approved)
    return notAllowed(subject, request, "Only an approved case study can be retired.");
  if (request.role != Role::Manager && request.role != Role::ServiceAdministrator)
    return notAllowed(subject, request, "A manager or the service administrator can retire this.");
  return ReviewStep::Retired;
}

bool isDecision(ReviewAction action) {
  return action != ReviewAction::Submit && action != ReviewAction::Withdraw;
}

}  // namespace

bool mayBeChanged(ReviewStep step) {
  return step == ReviewStep::Draft || step == ReviewStep::Returned || step == ReviewStep::Withdrawn;
}

bool isWithItsAuthor(ReviewStep step) {
  return mayBeChanged(step) || step == ReviewStep::Retired;
}

Result<ReviewStep> nextStep(const ReviewSubject& subject, const ReviewRequest& request) {
  if (isBlank(request.by) || isBlank(subject.author))
    return Error{ErrorCode::InvalidInput, "review step without a person",
                 "Say whose decision this is."};
  if (isDecision(request.action) && isSamePerson(request.by, subject.author))
    return notAllowed(subject, request, "Nobody decides on their own case study. Ask a colleague.");
  if (needsReason(request.action) && isBlank(request.reason))
    return Error{ErrorCode::InvalidInput, "review step without a reason",
                 "Give a reason, so that it can be understood later."};
  switch (request.action) {
    case ReviewAction::Submit:
      return submit(subject, request);
    case ReviewAction::Approve:
      return approve(subject, request);
    case ReviewAction::Return:
      return sendAside(subject, request, ReviewStep::Returned);
    case ReviewAction::Hold:
      return sendAside(subject, request, ReviewStep::Held);
    case ReviewAction::Release:
      return release(subject, request);
    case ReviewAction::Withdraw:
      return withdraw(subject, request);
    case ReviewAction::Retire:
      return retire(subject, request);
  }
  return notAllowed(subject, request, "This step does not exist.");
}

}  // namespace journal
