#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace journal {

/// Appends values as the formats of this project write them: integers little-endian, arrays as they
/// are. Canonical encodings are built from it: one value, one run of bytes.
class ByteWriter {
 public:
  explicit ByteWriter(std::string& out) : out_(out) {}

  template <class Integer>
  requires std::is_integral_v<Integer> ByteWriter& put(Integer value) {
    auto bits = static_cast<std::make_unsigned_t<Integer>>(value);
    for (std::size_t i = 0; i < sizeof bits; ++i) {
      out_.push_back(static_cast<char>(static_cast<std::uint8_t>(bits)));
      if constexpr (sizeof bits > 1) bits = static_cast<decltype(bits)>(bits >> 8);
    }
    return *this;
  }
  template <std::size_t N>
  ByteWriter& put(const std::array<std::uint8_t, N>& bytes) {
    out_.append(reinterpret_cast<const char*>(bytes.data()), N);
    return *this;
  }
  /// The bytes alone: the reader must know how many.
  ByteWriter& putRaw(std::string_view bytes) {
    out_.append(bytes);
    return *this;
  }
  /// A u32 length before the bytes.
  ByteWriter& putSized(std::string_view bytes) {
    put(static_cast<std::uint32_t>(bytes.size()));
    return putRaw(bytes);
  }

 private:
  std::string& out_;
};

/// Reads from the front of bytes that anybody may have made; once short, stays short and gives
/// zeros, so that a decoder asks once, at the end. Never reads past the end and never allocates
/// more than what is there. The bytes must outlive it.
class ByteReader {
 public:
  explicit ByteReader(std::string_view in) : in_(in) {}

  std::string_view raw(std::size_t count) {
    if (short_ || count > in_.size()) {
      short_ = true;
      return {};
    }
    const std::string_view taken = in_.substr(0, count);
    in_.remove_prefix(count);
    return taken;
  }
  std::string_view sized() { return raw(integer<std::uint32_t>()); }
  template <class Integer>
  requires std::is_integral_v<Integer> Integer integer() {
    const std::string_view bytes = raw(sizeof(Integer));
    std::make_unsigned_t<Integer> bits = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
      bits = static_cast<decltype(bits)>((static_cast<std::uint64_t>(bits) << 8) |
                                         static_cast<std::uint8_t>(bytes[i]));
    }
    return static_cast<Integer>(bits);
  }
  template <std::size_t N>
  std::array<std::uint8_t, N> array() {
    std::array<std::uint8_t, N> out{};
    const std::string_view bytes = raw(N);
    if (!bytes.empty()) std::memcpy(out.data(), bytes.data(), N);
    return out;
  }
  template <class IdType>
  IdType id() {
    return IdType::fromBytes(array<16>());
  }
  std::size_t left() const { return in_.size(); }
  bool isShort() const { return short_; }
  /// Everything was there and nothing is left.
  bool whole() const { return !short_ && in_.empty(); }

 private:
  std::string_view in_;
  bool short_ = false;
};

}  // namespace journal
