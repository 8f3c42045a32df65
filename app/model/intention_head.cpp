#include "app/model/intention_head.h"

#include <algorithm>

#include "app/model/display.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

constexpr std::size_t kMost = 2;

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

}  // namespace

std::vector<IntentionLine> intentionsFor(const journal::Reflection& page, std::string_view shown,
                                         const std::vector<journal::Intention>& open,
                                         const std::vector<journal::KnownName>& names,
                                         const std::set<journal::IntentionId>& passedOver) {
  if (open.empty()) return {};  // asked every frame
  std::vector<journal::NameId> about = journal::mentionedNames(shown);
  about.insert(about.end(), page.lesson.youngPeople.begin(), page.lesson.youngPeople.end());
  const auto heads = [&](const journal::Intention& intention) {
    if (intention.youngPerson) {
      return std::find(about.begin(), about.end(), *intention.youngPerson) != about.end();
    }
    return intention.group.empty() || intention.group == page.lesson.group;
  };
  std::vector<IntentionLine> lines;
  for (const journal::Intention& intention : open) {
    const bool here = intention.from == page.id || passedOver.count(intention.id) != 0;
    if (here || intention.state != journal::IntentionState::Open || !heads(intention)) continue;
    lines.push_back(lineOf(intention, names));
    if (lines.size() == kMost) break;
  }
  return lines;
}

}  // namespace app::model
