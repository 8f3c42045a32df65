#include "journal/domain/known_name.h"

#include <algorithm>

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<NameKind, 3> kNameKinds{{"young_person", "colleague", "place"}};

}  // namespace

std::string_view name(NameKind kind) {
  return kNameKinds.name(kind);
}
std::optional<NameKind> parseNameKind(std::string_view text) {
  return kNameKinds.parse(text);
}

const KnownName* findName(const std::vector<KnownName>& names, NameId id) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [id](const KnownName& name) { return name.id == id; });
  return found == names.end() ? nullptr : &*found;
}

}  // namespace journal
