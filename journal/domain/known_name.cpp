#include "journal/domain/known_name.h"

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<NameKind, 3> kKinds{{"young_person", "colleague", "place"}};

}  // namespace

std::string_view name(NameKind kind) {
  return kKinds.name(kind);
}
std::optional<NameKind> parseNameKind(std::string_view text) {
  return kKinds.parse(text);
}

}  // namespace journal
