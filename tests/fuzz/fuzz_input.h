#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace fuzz {

/// A promise of the code under test; ends the program when broken, as a sanitizer's finding does.
inline void require(bool promise) {
  if (!promise) std::abort();
}

/// Takes numbers from the front of the input and leaves the rest as text.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size)
      : rest_(reinterpret_cast<const char*>(data), size) {}
  /// 0 once the input is used up.
  std::size_t number(std::size_t below) {
    std::size_t value = 0;
    for (int i = 0; i < 2 && !rest_.empty(); ++i) {
      value = value * 256 + static_cast<std::uint8_t>(rest_.front());
      rest_.remove_prefix(1);
    }
    return below == 0 ? 0 : value % below;
  }
  /// Up to a byte 0x1E (record separator), which is taken too.
  std::string_view text() {
    const std::size_t end = rest_.find('\x1E');
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return part;
  }

 private:
  std::string_view rest_;
};

}  // namespace fuzz
