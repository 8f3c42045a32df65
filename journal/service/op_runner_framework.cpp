// Versions of the service's own framework.

#include "journal/service/op_runner.h"

namespace journal::service {

using store::Field;

namespace {

constexpr int kHighestVersion = 1'000'000;
constexpr std::size_t kMostOfAKind = 999;  ///< a code has at most three digits

Error endless() {
  return Error{ErrorCode::InvalidInput, "a framework without end"};
}

Result<FrameworkVersion> cleanFramework(FrameworkVersion version) {
  J_CHECK(requireDate(version.from));
  Framework& framework = version.framework;
  if (framework.version < 1 || framework.version > kHighestVersion) {
    return Error{ErrorCode::InvalidInput, "the number of a framework"};
  }
  if (framework.domains.size() > kMostOfAKind) return endless();
  std::size_t size = framework.name.size() + framework.noChanceName.size();
  for (const std::string& rule : framework.scaleRule) size += rule.size();
  for (const Domain& domain : framework.domains) {
    if (domain.outcomes.size() > kMostOfAKind) return endless();
    size += domain.name.size();
  }
  J_CHECK(requireLength(size));
  framework = cleaned(std::move(framework));
  J_CHECK(requireKeepable(framework));
  return version;
}

Error keptOtherwise() {
  return Error{ErrorCode::Conflict, "that version of the framework says something else",
               "That version of the outcomes is there already, and a version never changes. Keep "
               "yours as the next one."};
}

}  // namespace

Result<void> OpRunner::operator()(const PutFramework& op) {
  J_TRY(FrameworkVersion version, cleanFramework(op.version));
  const int number = version.framework.version;
  J_TRY(const OwnFrameworks own, parts_.projections.frameworks.all());
  for (const FrameworkVersion& kept : own) {
    if (kept.framework.version == number && kept == version) {
      ++result_.skipped;
      return {};
    }
    if (kept.framework.version == number) return keptOtherwise();
    if (kept.framework.version > number && !op.copied) return keptOtherwise();
    if (kept.framework.version < number)
      J_CHECK(requireEveryCodeOf(kept.framework, version.framework));
  }
  if (!op.copied && version.from < localDate(now_, parts_.clock.utcOffset(now_))) {
    return Error{ErrorCode::InvalidInput, "a framework from a day that is past",
                 "It can start today or later: what was tagged before was tagged by the words of "
                 "that day."};
  }
  result_.changes.frameworks = true;
  return record(
      {entityOfWords("framework version " + std::to_string(number)), Field::Whole, std::nullopt},
      store::FrameworkPut{std::move(version)});
}

}  // namespace journal::service
