#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "journal/crypto/secret.h"
#include "journal/domain/known_name.h"
#include "journal/domain/mention.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"
#include "journal/store/record.h"

namespace journal::store {

/// The people and places a tutor writes about. Code names and the like stand in known_name; real
/// names in real_name, sealed under their own sub-key, and in the log only sealed too.
class NameTable {
 public:
  /// `key` opens real names; null for replay, which only moves sealed bytes. It must outlive this.
  NameTable(Database& database, const crypto::Secret* key) : database_(database), key_(key) {}

  /// Seals the real name and its other spellings for the log.
  NamePut sealedRecord(const KnownName& name) const;
  Result<void> put(const NamePut& put, OpPosition madeBy);
  Result<std::optional<OpPosition>> madeBy(NameId id);

  /// All names with their real names, by code name. Kept in memory until the next change; the
  /// reference lives until then.
  Result<const std::vector<KnownName>*> all();
  /// nullptr when unknown. Precondition: all() succeeded since the last change.
  const KnownName* find(NameId id) const;
  NameLookup lookup() const;
  /// What is kept in memory may be of a change that was undone.
  void forget() { kept_.reset(); }

 private:
  Database& database_;
  const crypto::Secret* key_;
  std::optional<std::vector<KnownName>> kept_;
  std::unordered_map<NameId, std::size_t> places_;
};

}  // namespace journal::store
