#include "journal/domain/case_study.h"

#include <algorithm>

#include <fmt/format.h>

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<ReviewStep, 9> kSteps{{"draft", "facilitator_check", "dsl_check",
                                                   "manager_decision", "approved", "returned",
                                                   "held", "withdrawn", "retired"}};
constexpr detail::NameTable<ReviewAction, 7> kActions{
    {"submit", "approve", "return", "hold", "release", "withdraw", "retire"}};
constexpr detail::NameTable<Role, 5> kRoles{
    {"tutor", "facilitator", "dsl", "manager", "service_administrator"}};
constexpr detail::NameTable<CaseStudyKind, 5> kKinds{
    {"young_person", "group", "tutors_practice", "setting", "service_change"}};

const Tag* findTag(const std::vector<Tag>& tags, TagId id) {
  const auto found =
      std::find_if(tags.begin(), tags.end(), [&](const Tag& t) { return t.id == id; });
  return found == tags.end() ? nullptr : &*found;
}

bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void addEvidenceProblems(const Claim& claim, std::size_t number, const std::vector<Tag>& tagsToday,
                         std::vector<std::string>& problems) {
  if (isBlank(claim.text)) problems.push_back(fmt::format("Claim {} has no words yet.", number));
  if (claim.evidence.empty())
    problems.push_back(
        fmt::format("Claim {} has no evidence yet. Link a passage to it, or take it out.", number));
  const auto stands = [&](EvidenceState state) {
    return std::any_of(claim.evidence.begin(), claim.evidence.end(), [&](const EvidenceLink& link) {
      return evidenceState(link, findTag(tagsToday, link.tag)) == state;
    });
  };
  if (stands(EvidenceState::Gone))
    problems.push_back(fmt::format(
        "A passage behind claim {} is no longer there. Take the link out, or link another.",
        number));
  if (stands(EvidenceState::Drifted))
    problems.push_back(
        fmt::format("A passage behind claim {} has been edited since it was linked. Read it again "
                    "and link it afresh.",
                    number));
}

void addAgreementProblems(const std::optional<Agreement>& agreement, LocalDate today,
                          std::vector<std::string>& problems) {
  if (!agreement) {
    problems.push_back("Nobody has agreed to this yet. Record who agreed, and to what.");
    return;
  }
  if (agreement->level.value() == 0)
    problems.push_back(
        "The agreement is for learning only, so this stays with you and your group.");
  if (!agreement->until.ok()) {
    problems.push_back("The agreement does not say until when.");
  } else if (agreement->until < today) {
    problems.push_back(fmt::format("The agreement ended on {}. Ask again before sending this.",
                                   isoDate(agreement->until)));
  }
}

}  // namespace

std::optional<UseLevel> UseLevel::of(int value) {
  if (value < 0 || value > 3) return std::nullopt;
  UseLevel level;
  level.value_ = static_cast<std::uint8_t>(value);
  return level;
}

LocalDate agreementEnds(LocalDate on) {
  const LocalDate end = on + std::chrono::years{2};
  return end.ok() ? end : LocalDate{end.year() / end.month() / std::chrono::last};
}

EvidenceState evidenceState(const EvidenceLink& link, const Tag* tagToday) {
  if (tagToday == nullptr || tagToday->quote.empty()) return EvidenceState::Gone;
  return tagToday->quote == link.quoteWhenLinked ? EvidenceState::Holds : EvidenceState::Drifted;
}

std::string_view name(ReviewStep step) {
  return kSteps.name(step);
}
std::string_view name(ReviewAction action) {
  return kActions.name(action);
}
std::string_view name(Role role) {
  return kRoles.name(role);
}
std::string_view name(CaseStudyKind kind) {
  return kKinds.name(kind);
}
std::optional<ReviewStep> parseReviewStep(std::string_view text) {
  return kSteps.parse(text);
}
std::optional<ReviewAction> parseReviewAction(std::string_view text) {
  return kActions.parse(text);
}
std::optional<Role> parseRole(std::string_view text) {
  return kRoles.parse(text);
}
std::optional<CaseStudyKind> parseCaseStudyKind(std::string_view text) {
  return kKinds.parse(text);
}

std::vector<std::string> problemsBeforeSubmitting(const CaseStudy& study,
                                                  const std::vector<Tag>& tagsToday,
                                                  LocalDate today) {
  std::vector<std::string> problems;
  if (isBlank(study.title)) problems.push_back("It has no title yet.");
  if (study.claims.empty())
    problems.push_back("It has no claim yet. Write one sentence that someone could dispute.");
  for (std::size_t i = 0; i < study.claims.size(); ++i)
    addEvidenceProblems(study.claims[i], i + 1, tagsToday, problems);
  addAgreementProblems(study.agreement, today, problems);
  return problems;
}

}  // namespace journal
