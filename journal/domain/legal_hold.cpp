#include "journal/domain/legal_hold.h"

#include <algorithm>

#include "journal/domain/mention.h"

namespace journal {

bool anyStands(const std::vector<LegalHold>& holds) {
  return std::any_of(holds.begin(), holds.end(),
                     [](const LegalHold& hold) { return !hold.ended.has_value(); });
}

const LegalHold* holdOver(const std::vector<LegalHold>& holds, const std::vector<NameId>& people) {
  const LegalHold* first = nullptr;
  for (const LegalHold& hold : holds) {
    const bool covers =
        !hold.about || std::find(people.begin(), people.end(), *hold.about) != people.end();
    if (hold.ended || !covers) continue;
    if (first == nullptr || hold.since < first->since) first = &hold;
  }
  return first;
}

std::string legalHoldWords(const LegalHold& hold, const KnownName* about) {
  const std::string over =
      hold.about ? "what is about " + shownName(about, NamesShown::Code) : "this journal";
  return "A legal hold on " + over + " has stood since " + isoDate(hold.since) + ": " +
         hold.reason + ".";
}

Error underLegalHold(const LegalHold& hold, const KnownName* about) {
  return Error{
      ErrorCode::Conflict, "under legal hold " + hold.id.hex(),
      "It stays. " + legalHoldWords(hold, about) + " It can be erased once the hold is lifted."};
}

}  // namespace journal
