#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "journal/base/random.h"

namespace journal {

std::string toHex(std::span<const std::uint8_t> bytes);
/// Exactly `out.size()` bytes of hex, either case; false (and `out` unspecified) for anything else.
bool fromHex(std::string_view hex, std::span<std::uint8_t> out);

/// 16 random bytes that name one thing of kind `Tag`. Not time-ordered, so an id tells nothing.
/// Ids of different kinds do not convert or compare.
template <class Tag>
class Id {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  constexpr Id() = default;  ///< the nil id, which names nothing
  static Id random(Random& random) {
    Id id;
    random.fill(id.bytes_);
    return id;
  }
  static Id fromBytes(const Bytes& bytes) {
    Id id;
    id.bytes_ = bytes;
    return id;
  }
  static std::optional<Id> fromHex(std::string_view hex) {
    Id id;
    if (!journal::fromHex(hex, id.bytes_)) return std::nullopt;
    return id;
  }
  std::string hex() const { return toHex(bytes_); }
  const Bytes& bytes() const { return bytes_; }
  bool isNil() const { return bytes_ == Bytes{}; }

  friend auto operator<=>(const Id&, const Id&) = default;
  friend bool operator==(const Id&, const Id&) = default;

 private:
  Bytes bytes_{};
};

}  // namespace journal

template <class Tag>
struct std::hash<journal::Id<Tag>> {
  std::size_t operator()(const journal::Id<Tag>& id) const noexcept {
    std::size_t h = 0;
    for (std::size_t i = 0; i < sizeof h; ++i) h = (h << 8) | id.bytes()[i];  // random already
    return h;
  }
};
