#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/editor_state.h"

namespace app::ui {

/// Most places one search shows; a text that holds more is not read place by place.
inline constexpr std::size_t kMostFound = 9999;

/// Where `words` stand in `stored` (storage form), first to last and apart, as a person reads the
/// text: case and accents do not matter, curly and straight quotes are alike, a mention reads as
/// its label and is found whole, prompts are not searched. Empty words find nothing. At most
/// kMostFound. Pure; about 20 ns a character.
std::vector<ByteRange> findInText(std::string_view stored, std::string_view words,
                                  const MentionLabel& label);

/// A text read once for many searches: the folded code points and the bytes each came from, twelve
/// bytes a character.
class SearchableText {
 public:
  void read(std::string_view stored, const MentionLabel& label);
  std::vector<ByteRange> find(std::string_view words) const;
  /// Gives the memory back, and the words in it.
  void clear() { *this = SearchableText(); }

 private:
  void grow(ByteRange from);
  std::size_t add(std::string_view text, std::size_t at, const MentionLabel& label);

  std::u32string points_;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> end_;
};

}  // namespace app::ui
