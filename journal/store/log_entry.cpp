#include "journal/store/log_entry.h"

#include "journal/base/bytes.h"

namespace journal::store {
namespace {

constexpr std::uint8_t kFormat = 1;

}  // namespace

std::string encodeEntry(const LogEntry& entry) {
  J_ASSERT(entry.parents.size() <= kMaxParents);
  std::string out;
  out.reserve(128 + 24 * entry.parents.size() + entry.value.size());
  ByteWriter write(out);
  write.put(kFormat)
      .put(entry.id.device.bytes())
      .put(entry.id.seq)
      .put(entry.prevHash)
      .put(entry.stamp.wallMs)
      .put(entry.stamp.counter)
      .put(entry.schema)
      .put(entry.kind)
      .put(entry.entity.bytes())
      .put(static_cast<std::uint8_t>(entry.field))
      .put(static_cast<std::uint8_t>(entry.parents.size()));
  for (const OpId& parent : entry.parents) write.put(parent.device.bytes()).put(parent.seq);
  write.putSized(entry.value);
  return out;
}

Result<LogEntry> decodeEntry(std::string_view bytes) {
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  if (!in.isShort() && format > kFormat) return Error{ErrorCode::TooNew, "log entry format"};
  LogEntry entry;
  entry.id.device = in.id<DeviceId>();
  entry.id.seq = in.integer<std::uint64_t>();
  entry.prevHash = in.array<32>();
  entry.stamp.wallMs = in.integer<std::int64_t>();
  entry.stamp.counter = in.integer<std::uint16_t>();
  entry.schema = in.integer<std::uint16_t>();
  entry.kind = in.integer<std::uint16_t>();
  entry.entity = in.id<EntityId>();
  entry.field = static_cast<Field>(in.integer<std::uint8_t>());
  const auto parents = in.integer<std::uint8_t>();
  for (int i = 0; i < parents && !in.isShort(); ++i) {
    OpId parent;
    parent.device = in.id<DeviceId>();
    parent.seq = in.integer<std::uint64_t>();
    entry.parents.push_back(parent);
  }
  entry.value = std::string(in.sized());
  if (format != kFormat || !in.whole()) return Error{ErrorCode::Corrupt, "log entry"};
  return entry;
}

std::string signedMessage(const crypto::Digest& entryHash) {
  std::string message = "afternote op log 1";
  message.append(reinterpret_cast<const char*>(entryHash.data()), entryHash.size());
  return message;
}

}  // namespace journal::store
