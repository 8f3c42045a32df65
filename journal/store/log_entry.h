#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/crypto/hash.h"
#include "journal/domain/hlc.h"
#include "journal/domain/ids.h"
#include "journal/store/record.h"

namespace journal::store {

/// Any entity of the log, whatever its kind.
using EntityId = Id<struct EntityIdTag>;
template <class Tag>
EntityId entityOf(const Id<Tag>& id) {
  return EntityId::fromBytes(id.bytes());
}

/// One change, as it is hashed, chained and signed (security.md 3.3). Integers little-endian:
///   entry   := u8 format (1), device 16, u64 seq, prev_hash 32, i64 wall_ms, u16 counter,
///              u16 schema, u16 kind, entity 16, u8 field, u8 n, parent*n, u32 length, value
///   parent  := device 16, u64 seq
/// prev_hash is the BLAKE2b-256 of the device's entry before, zero for its first. An entry's bytes
/// are kept and sent as they were made; nothing is ever encoded anew.
struct LogEntry {
  OpId id;
  crypto::Digest prevHash{};
  Hlc stamp;
  std::uint16_t schema = kSchema;
  std::uint16_t kind = 0;  ///< kindOf(record), or one from a newer version
  EntityId entity;
  Field field = Field::Whole;
  /// The entries that hold the values of this field that its author saw; empty for a new entity.
  std::vector<OpId> parents;
  std::string value;  ///< encodeRecord

  static constexpr std::uint16_t kSchema = 1;
  friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

/// At most this many siblings are named as parents; more than ever occur.
inline constexpr std::size_t kMaxParents = 255;

std::string encodeEntry(const LogEntry& entry);
/// Total: any bytes give an entry or Corrupt; TooNew for a later format. Whatever decodes encodes
/// to the same bytes. Says nothing of `value`.
Result<LogEntry> decodeEntry(std::string_view bytes);

/// What a signature covers: the domain of signatures and the entry's hash.
std::string signedMessage(const crypto::Digest& entryHash);

}  // namespace journal::store
