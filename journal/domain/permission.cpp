#include "journal/domain/permission.h"

#include <algorithm>

namespace journal {
namespace {

const Permission* lastOf(const std::vector<Permission>& answers, Answerer answerer) {
  const Permission* last = nullptr;
  for (const Permission& answer : answers) {
    if (answer.answerer == answerer) last = &answer;
  }
  return last;
}

}  // namespace

Standing standing(const std::vector<Permission>& answers, LocalDate today) {
  using Why = Standing::Why;
  const Permission* child = lastOf(answers, Answerer::YoungPerson);
  const Permission* carer = lastOf(answers, Answerer::Carer);
  if (child != nullptr && !child->level) return {{}, Why::YoungPersonSaidNo, child->on};
  if (carer != nullptr && !carer->level) return {{}, Why::CarerSaidNo, carer->on};
  if (child == nullptr && carer == nullptr) return {};
  for (const Permission* yes : {child, carer}) {
    if (yes != nullptr && yes->until < today) return {{}, Why::RanOut, yes->until};
  }
  if (child == nullptr) return {*carer->level, Why::YoungPersonNotAsked, carer->until};
  if (carer == nullptr) return {*child->level, Why::Agreed, child->until};
  return {std::min(*child->level, *carer->level), Why::Agreed,
          std::min(child->until, carer->until)};
}

std::string refusalFor(const Standing& standing, UseLevel wanted, const std::string& codeName) {
  using Why = Standing::Why;
  if (wanted <= standing.most) return {};
  switch (standing.why) {
    case Why::NotAsked:
      return {};
    case Why::YoungPersonSaidNo:
      return codeName + " said no on " + isoDate(standing.day) +
             ". Nothing about them goes further than you and your group, whoever else agrees.";
    case Why::CarerSaidNo:
      return "The carer of " + codeName + " said no on " + isoDate(standing.day) +
             ". Nothing about them goes further than you and your group.";
    case Why::RanOut:
      return "What was agreed about " + codeName + " ended on " + isoDate(standing.day) +
             ". Ask again first.";
    case Why::YoungPersonNotAsked:
    case Why::Agreed:
      return "The answers about " + codeName + " do not reach as far as this is meant to go.";
  }
  return {};
}

}  // namespace journal
