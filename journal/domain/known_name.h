#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/domain/ids.h"

namespace journal {

enum class NameKind : std::uint8_t { YoungPerson, Colleague, Place };
/// Stable names for files: "young_person", "colleague", "place"; parse accepts exactly these.
std::string_view name(NameKind kind);
std::optional<NameKind> parseNameKind(std::string_view text);

/// Someone or somewhere the tutor writes about. The text of a reflection holds only `id`
/// (mention.h); the real name lives here and in its own table under its own sub-key.
struct KnownName {
  NameId id;
  NameKind kind = NameKind::YoungPerson;
  std::string realName;  ///< "Ayaan Chaudhry"; may be empty when only the code is known
  std::vector<std::string>
      alsoWritten;       ///< nicknames and spellings that mean the same: "Ayaan", "Ayan"
  std::string codeName;  ///< "Wren", "the SENCO", "a primary school": what others would read
  std::string ageBand;   ///< "upper primary"; empty when unknown. Young people only
  std::string instrumentFamily;  ///< "brass"; empty when unknown. Young people only
  /// domain.md 5.3 point 10: a case study about this young person waits for the DSL. Shows no
  /// reason.
  bool askDslFirst = false;
  friend bool operator==(const KnownName&, const KnownName&) = default;
};

/// nullptr when nobody of that id is among them. Views `names`.
const KnownName* findName(const std::vector<KnownName>& names, NameId id);

}  // namespace journal
