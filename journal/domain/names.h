#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace journal::detail {

/// The stable names of an enumeration whose values count from 0. Domain-internal.
template <class Enum, std::size_t N>
struct NameTable {
  std::array<std::string_view, N> names;

  /// Empty for a value outside the enumeration.
  constexpr std::string_view name(Enum value) const {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : std::string_view{};
  }
  constexpr std::optional<Enum> parse(std::string_view text) const {
    for (std::size_t i = 0; i < N; ++i) {
      if (names[i] == text) return static_cast<Enum>(i);
    }
    return std::nullopt;
  }
};

}  // namespace journal::detail
