#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/exchange/imported.h"

namespace journal::exchange {

/// The part somebody plays, as far as a code name needs to know.
enum class Part { YoungPerson, Staff, Family, Household, Other, Self, School, Place };

/// Finds or makes the KnownName behind a real name met while importing, and gives each new one a
/// code name nobody has yet: birds for young people, never with the initial of the name; role words
/// for adults; kinds of place for places (domain.md 4.4). The same names in the same order give the
/// same codes.
class NameBook {
 public:
  /// `known`: the names already in the journal. `ids` makes the id of a new one from
  /// "name:<real name>"; give it a source of random bytes when the journal is a real one, so that
  /// an id says nothing about the name.
  NameBook(std::vector<KnownName> known, IdSource ids);

  /// The one whose real name this is, any case; made when there is none. `real` must not be empty.
  NameId idFor(std::string_view real, Part part);
  /// Only if there already.
  std::optional<NameId> find(std::string_view real) const;
  /// Adds another way the name is written, unless it is there, or is the name itself.
  void alsoWritten(NameId id, std::string_view form);
  /// A name that came whole, with its id and code (a journal's own export). Left alone when a name
  /// with this id is known already; given a free code when its own is somebody else's.
  void adopt(KnownName name);

  const KnownName* get(NameId id) const;  ///< valid until the next change
  const std::vector<KnownName>& all() const { return names_; }
  /// Those new or changed since the last call, for the caller to store before what mentions them.
  std::vector<KnownName> takeChanged();

 private:
  std::string nextCode(std::string_view real, Part part) const;
  bool codeTaken(const std::string& code) const;
  void add(KnownName name);

  IdSource ids_;
  std::vector<KnownName> names_;
  std::unordered_map<std::string, std::size_t> byReal_;  ///< lower-cased real name
  std::map<NameId, std::size_t> byId_;
  std::map<std::string, NameId, std::less<>> byCode_;
  std::vector<std::size_t> changed_;
};

}  // namespace journal::exchange
