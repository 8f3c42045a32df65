#pragma once

#include <cereal/cereal.hpp>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace journal::store {

// cereal's own binary archive believes a length before it has the bytes (an 18-byte message made it
// allocate 1 GiB). These two write integers little-endian and lengths as 32 bits, and the reader
// refuses a length greater than the bytes that are left. Only record_codec.cpp includes this.

/// What a reader throws; caught in record_codec.cpp.
struct Malformed {};

class BoundedOutputArchive
    : public cereal::OutputArchive<BoundedOutputArchive, cereal::AllowEmptyClassElision> {
 public:
  explicit BoundedOutputArchive(std::string& out) : OutputArchive(this), out_(out) {}

  template <class Integer>
  void putInteger(Integer value) {
    using Bits = std::make_unsigned_t<Integer>;
    const Bits bits = static_cast<Bits>(value);
    char bytes[sizeof bits];
    for (std::size_t i = 0; i < sizeof bits; ++i) {
      bytes[i] = static_cast<char>(static_cast<std::uint8_t>(bits >> (8 * i)));
    }
    out_.append(bytes, sizeof bytes);
  }
  void putBytes(std::string_view bytes) { out_.append(bytes); }

 private:
  std::string& out_;
};

class BoundedInputArchive
    : public cereal::InputArchive<BoundedInputArchive, cereal::AllowEmptyClassElision> {
 public:
  explicit BoundedInputArchive(std::string_view in) : InputArchive(this), in_(in) {}

  template <class Integer>
  Integer takeInteger() {
    using Bits = std::make_unsigned_t<Integer>;
    const std::string_view bytes = takeBytes(sizeof(Bits));
    Bits bits = 0;
    for (std::size_t i = 0; i < sizeof bits; ++i) {
      bits = static_cast<Bits>(
          bits |
          static_cast<Bits>(static_cast<Bits>(static_cast<std::uint8_t>(bytes[i])) << (8 * i)));
    }
    return static_cast<Integer>(bits);
  }
  std::string_view takeBytes(std::size_t count) {
    if (count > in_.size()) throw Malformed{};
    const std::string_view bytes = in_.substr(0, count);
    in_.remove_prefix(count);
    return bytes;
  }
  std::size_t left() const { return in_.size(); }

 private:
  std::string_view in_;
};

// Booleans are one byte, 0 or 1; enums their underlying integer.
template <class T>
requires std::is_integral_v<T>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    archive.putInteger(static_cast<std::uint8_t>(value ? 1 : 0));
  } else {
    archive.putInteger(value);
  }
}
template <class T>
requires std::is_integral_v<T>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    const auto byte = archive.takeInteger<std::uint8_t>();
    if (byte > 1) throw Malformed{};
    value = byte == 1;
  } else {
    value = archive.takeInteger<T>();
  }
}

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const std::string& text) {
  archive.putInteger(static_cast<std::uint32_t>(text.size()));
  archive.putBytes(text);
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, std::string& text) {
  const auto size = archive.takeInteger<std::uint32_t>();
  text = std::string(archive.takeBytes(size));
}

/// How many elements follow; each takes at least one byte, so more than are left is a lie.
inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive,
                                      const cereal::SizeTag<std::size_t>& size) {
  archive.putInteger(static_cast<std::uint32_t>(size.size));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive,
                                      cereal::SizeTag<std::size_t&>& size) {
  const auto count = archive.takeInteger<std::uint32_t>();
  if (count > archive.left()) throw Malformed{};
  size.size = count;
}

}  // namespace journal::store

CEREAL_REGISTER_ARCHIVE(journal::store::BoundedOutputArchive)
CEREAL_REGISTER_ARCHIVE(journal::store::BoundedInputArchive)
CEREAL_SETUP_ARCHIVE_TRAITS(journal::store::BoundedInputArchive,
                            journal::store::BoundedOutputArchive)
