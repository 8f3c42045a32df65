#include "journal/service/keep_learning.h"

#include <algorithm>

#include "journal/domain/name_matcher.h"
#include "journal/domain/own_learning.h"

namespace journal::service {
namespace {

/// Takes every young person out, and whoever is not known any more.
class Keeper {
 public:
  explicit Keeper(std::vector<KnownName> names)
      : names_(std::move(names)), matcher_(withCodesAsSpellings(names_)) {}

  bool isOut(NameId id) const {
    const KnownName* name = findName(names_, id);
    return name == nullptr || name->kind == NameKind::YoungPerson;
  }
  std::string mention(std::string_view text) const { return matcher_.mention(text); }
  bool namesSomebodyOut(const std::string& stored) const {
    const auto named = mentionedNames(stored);
    return std::any_of(named.begin(), named.end(), [this](NameId id) { return isOut(id); });
  }
  std::string without(const std::string& stored) const {
    return withoutPeople(mention(stored), out(), lookup());
  }
  Learning learning(const Reflection& before, const std::vector<Tag>& tags) const {
    return ownLearning(before, tags, out(), lookup(),
                       [this](std::string_view text) { return mention(text); });
  }

 private:
  TakenOut out() const {
    return [this](NameId id) { return isOut(id); };
  }
  NameLookup lookup() const {
    return [this](NameId id) { return findName(names_, id); };
  }

  std::vector<KnownName> names_;
  NameMatcher matcher_;
};

}  // namespace

Result<OwnLearning> learningFrom(Journal& journal, ReflectionId id,
                                 const std::optional<std::string>& ownWords) {
  J_TRY(const auto before, journal.reflection(id));
  J_TRY(const auto tags, journal.tagsOf(id));
  J_TRY(auto names, journal.names());
  const Keeper keeper(std::move(names));
  Learning learning = keeper.learning(before, tags);
  OwnLearning kept{id, std::move(learning.reflection), std::move(learning.tags), {}};
  if (ownWords) {
    kept.kept.text = keeper.mention(sanitisePlain(*ownWords));
    kept.tags.clear();
    if (keeper.namesSomebodyOut(kept.kept.text)) {
      return Error{ErrorCode::InvalidInput, "own learning that names a young person",
                   "A young person is still named in it. Take the name or the code out."};
    }
  }
  kept.kept.id = ReflectionId();
  kept.kept.source.clear();
  kept.kept.lesson.group.clear();
  kept.kept.lesson.yearGroup.clear();
  J_TRY(const auto intentions, journal.intentions());
  for (Intention meant : intentions) {
    if (meant.from != id) continue;
    meant.text = keeper.without(meant.text);
    meant.group.clear();
    meant.youngPerson.reset();
    kept.intentions.push_back(std::move(meant));
  }
  return kept;
}

}  // namespace journal::service
