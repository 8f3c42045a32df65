#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace journal::detail {

/// Where stored text may be cut: between code points, and never inside a token (mention.h).
class Borders {
 public:
  /// `stored` must outlive this.
  explicit Borders(std::string_view stored);
  bool allows(std::size_t at) const;
  std::size_t floor(std::size_t at) const;    ///< nearest allowed place at or before `at`
  std::size_t ceiling(std::size_t at) const;  ///< nearest allowed place at or after `at`

 private:
  std::pair<std::size_t, std::size_t> tokenBefore(std::size_t at) const;

  std::string_view stored_;
  std::vector<std::pair<std::size_t, std::size_t>> tokens_;  ///< ascending
};

/// The borders of the units that text is compared by: words, tokens, and every other code point on
/// its own. First 0, last stored.size(); `begin` and `end` limit it to a part that starts and ends
/// on allowed borders.
std::vector<std::size_t> unitBorders(std::string_view stored, std::size_t begin, std::size_t end);

}  // namespace journal::detail
