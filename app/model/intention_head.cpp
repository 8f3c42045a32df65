#include "app/model/intention_head.h"

#include <algorithm>

#include "app/model/display.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

constexpr std::size_t kMostOfLesson = 2;

IntentionLine lineOf(const journal::Intention& intention,
                     const std::vector<journal::KnownName>& names) {
  const auto lookup = [&names](journal::NameId id) { return findName(names, id); };
  IntentionLine line;
  line.id = intention.id;
  line.words = journal::render(intention.text, journal::NamesShown::Code, lookup).text;
  if (intention.youngPerson)
    line.detail = codeNameOf(names, *intention.youngPerson) + ", ";
  else if (!intention.group.empty())
    line.detail = intention.group + ", ";
  line.detail += dayAndMonth(intention.madeOn);
  return line;
}

bool isIn(const std::vector<journal::NameId>& list, journal::NameId id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

}  // namespace

IntentionHeads intentionsFor(const journal::Reflection& page, std::string_view shown,
                             const std::vector<journal::Intention>& open,
                             const std::vector<journal::KnownName>& names,
                             const std::set<journal::IntentionId>& passedOver) {
  IntentionHeads heads;
  if (open.empty()) return heads;  // asked every frame
  const std::vector<journal::NameId> mentioned = journal::mentionedNames(shown);
  for (const journal::Intention& one : open) {
    const bool here = one.from == page.id || passedOver.count(one.id) != 0;
    if (here || one.state != journal::IntentionState::Open) continue;
    const bool ofLesson = one.youngPerson ? isIn(page.lesson.youngPeople, *one.youngPerson)
                                          : one.group.empty() || one.group == page.lesson.group;
    const bool ofWords = one.youngPerson && isIn(mentioned, *one.youngPerson);
    if (ofLesson && heads.ofLesson.size() < kMostOfLesson) {
      heads.ofLesson.push_back(lineOf(one, names));
    } else if (!ofLesson && ofWords && heads.ofWords.empty()) {
      heads.ofWords.push_back(lineOf(one, names));
    }
  }
  return heads;
}

}  // namespace app::model
