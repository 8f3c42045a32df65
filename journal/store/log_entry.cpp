#include "journal/store/log_entry.h"

#include <cstring>

namespace journal::store {
namespace {

constexpr std::uint8_t kFormat = 1;

template <class Integer>
void put(std::string& out, Integer value) {
  auto bits = static_cast<std::make_unsigned_t<Integer>>(value);
  for (std::size_t i = 0; i < sizeof bits; ++i) {
    out.push_back(static_cast<char>(static_cast<std::uint8_t>(bits)));
    if constexpr (sizeof bits > 1) bits = static_cast<decltype(bits)>(bits >> 8);
  }
}

template <std::size_t N>
void put(std::string& out, const std::array<std::uint8_t, N>& bytes) {
  out.append(reinterpret_cast<const char*>(bytes.data()), N);
}

/// Reads from the front; once short, stays short and gives zeros.
class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}
  std::string_view bytes(std::size_t count) {
    if (count > in_.size()) {
      short_ = true;
      return {};
    }
    const std::string_view taken = in_.substr(0, count);
    in_.remove_prefix(count);
    return taken;
  }
  template <class Integer>
  Integer integer() {
    const std::string_view raw = bytes(sizeof(Integer));
    std::make_unsigned_t<Integer> bits = 0;
    for (std::size_t i = raw.size(); i-- > 0;) {
      bits = static_cast<decltype(bits)>((static_cast<std::uint64_t>(bits) << 8) |
                                         static_cast<std::uint8_t>(raw[i]));
    }
    return static_cast<Integer>(bits);
  }
  template <std::size_t N>
  std::array<std::uint8_t, N> array() {
    std::array<std::uint8_t, N> out{};
    const std::string_view raw = bytes(N);
    if (!raw.empty()) std::memcpy(out.data(), raw.data(), N);
    return out;
  }
  bool whole() const { return !short_ && in_.empty(); }
  bool isShort() const { return short_; }

 private:
  std::string_view in_;
  bool short_ = false;
};

}  // namespace

std::string encodeEntry(const LogEntry& entry) {
  J_ASSERT(entry.parents.size() <= kMaxParents);
  std::string out;
  out.reserve(128 + 24 * entry.parents.size() + entry.value.size());
  put(out, kFormat);
  put(out, entry.id.device.bytes());
  put(out, entry.id.seq);
  put(out, entry.prevHash);
  put(out, entry.stamp.wallMs);
  put(out, entry.stamp.counter);
  put(out, entry.schema);
  put(out, entry.kind);
  put(out, entry.entity.bytes());
  put(out, static_cast<std::uint8_t>(entry.field));
  put(out, static_cast<std::uint8_t>(entry.parents.size()));
  for (const OpId& parent : entry.parents) {
    put(out, parent.device.bytes());
    put(out, parent.seq);
  }
  put(out, static_cast<std::uint32_t>(entry.value.size()));
  out.append(entry.value);
  return out;
}

Result<LogEntry> decodeEntry(std::string_view bytes) {
  Reader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  if (!in.isShort() && format > kFormat) return Error{ErrorCode::TooNew, "log entry format"};
  LogEntry entry;
  entry.id.device = DeviceId::fromBytes(in.array<16>());
  entry.id.seq = in.integer<std::uint64_t>();
  entry.prevHash = in.array<32>();
  entry.stamp.wallMs = in.integer<std::int64_t>();
  entry.stamp.counter = in.integer<std::uint16_t>();
  entry.schema = in.integer<std::uint16_t>();
  entry.kind = in.integer<std::uint16_t>();
  entry.entity = EntityId::fromBytes(in.array<16>());
  entry.field = static_cast<Field>(in.integer<std::uint8_t>());
  const auto parents = in.integer<std::uint8_t>();
  for (int i = 0; i < parents && !in.isShort(); ++i) {
    OpId parent;
    parent.device = DeviceId::fromBytes(in.array<16>());
    parent.seq = in.integer<std::uint64_t>();
    entry.parents.push_back(parent);
  }
  const auto length = in.integer<std::uint32_t>();
  entry.value = std::string(in.bytes(length));
  if (format != kFormat || !in.whole()) return Error{ErrorCode::Corrupt, "log entry"};
  return entry;
}

std::string signedMessage(const crypto::Digest& entryHash) {
  std::string message = "afternote op log 1";
  message.append(reinterpret_cast<const char*>(entryHash.data()), entryHash.size());
  return message;
}

}  // namespace journal::store
