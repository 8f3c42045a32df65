#include "journal/domain/access.h"

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<AccessKind, 3> kAccessKinds{{"search", "copy", "erasure"}};

}  // namespace

std::string_view name(AccessKind kind) {
  return kAccessKinds.name(kind);
}
std::optional<AccessKind> parseAccessKind(std::string_view text) {
  return kAccessKinds.parse(text);
}

}  // namespace journal
