#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/domain/mention.h"
#include "journal/domain/reflection.h"
#include "journal/domain/tag.h"

// Keeping one's own learning (domain.md 5.5): a reflection without the young people in it. The rest
// of the words stays, so a person reads it through before it is kept.

namespace journal {

/// Who is to be taken out.
using TakenOut = std::function<bool(NameId)>;

/// Their mentions read "a young person" ("a colleague", "a place") from now on, as they do blurred.
/// Expects every known name to be a mention already.
std::string withoutPeople(std::string_view stored, const TakenOut& out, const NameLookup& lookup);
/// The same of words that are no stored text, like a title: other names stay as they were typed.
std::string plainWithoutPeople(std::string_view plain, const TakenOut& out,
                               const NameLookup& lookup, const Mentioner& mention);

/// A reflection without them, and the tags that can stay: of nobody taken out, on words that are
/// still the same. Pure; ids are the caller's.
struct Learning {
  Reflection reflection;
  std::vector<Tag> tags;
};
Learning ownLearning(const Reflection& before, const std::vector<Tag>& tags, const TakenOut& out,
                     const NameLookup& lookup, const Mentioner& mention);

}  // namespace journal
