// Prompt sets of one's own, and which sets Write offers.

#include "journal/service/op_runner.h"

namespace journal::service {

using store::entityOf;
using store::Field;

namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestQuestion = 1000;

Error unusableSet(const char* what, const char* advice) {
  return Error{ErrorCode::InvalidInput, what, advice};
}

Result<OwnPromptSet> cleanPromptSet(const OwnPromptSet& set) {
  J_CHECK(requireId(set.id.isNil()));
  J_CHECK(requireDate(set.from));
  OwnPromptSet clean = set;
  clean.copyOf = cleanLabel(set.copyOf);
  clean.name = cleanLabel(set.name);
  clean.questions.clear();
  for (const Question& question : set.questions) {
    std::string text = cleanLabel(question.text);
    if (text.size() > kLongestQuestion) {
      return unusableSet("a long question", "A question has room for about 150 words.");
    }
    if (!text.empty()) clean.questions.push_back({std::move(text), question.optional});
  }
  if (clean.name.empty() || clean.name.size() > kLongestName || clean.copyOf.size() > kLongestName)
    return unusableSet("a set without a name, or too long a one", "Give the set a short name.");
  if (clean.questions.empty()) return unusableSet("no questions", "Ask at least one question.");
  if (clean.questions.size() > kMostQuestions)
    return unusableSet("many questions", "Thirty questions are more than anybody answers.");
  if (clean.version < 1 || clean.version > 1'000'000) return unusableSet("a version", "");
  return clean;
}

}  // namespace

Result<void> OpRunner::operator()(const PutPromptSet& op) {
  J_TRY(OwnPromptSet set, cleanPromptSet(op.set));
  J_TRY(const auto present, parts_.projections.prompts.find(set.id, set.version));
  if (present && *present == set) {
    ++result_.skipped;
    return {};
  }
  if (present) {
    return Error{ErrorCode::Conflict, "version of " + set.id.hex() + " is there already",
                 "That version is there already, and a version never changes. Keep yours as the "
                 "next one."};
  }
  J_TRY(const auto madeBy, parts_.projections.prompts.madeBy(set.id));
  result_.changes.prompts = true;
  const Subject subject{entityOf(set.id), Field::Whole, madeBy};
  return record(subject, store::PromptSetPut{std::move(set)});
}

Result<void> OpRunner::operator()(const OfferPromptSet& op) {
  const std::string code = cleanLabel(op.code);
  if (code.empty() || code.size() > kLongestName) return unusableSet("a set without a code", "");
  J_TRY(const OwnPrompts own, parts_.projections.prompts.all());
  const bool offered =
      std::find(own.withheld.begin(), own.withheld.end(), code) == own.withheld.end();
  if (offered == op.offered) return {};
  result_.changes.prompts = true;
  const store::EntityId entity = entityOfWords("withheld prompts " + code);
  J_TRY(const auto madeBy, parts_.projections.prompts.withheldBy(code));
  J_TRY(const auto heads, parts_.projections.heads.of(entity, Field::Whole, madeBy));
  return record({entity, Field::Whole, std::nullopt}, store::PromptSetOffered{code, op.offered},
                heads);
}

}  // namespace journal::service
