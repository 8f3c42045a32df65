#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "app/model/intent.h"

namespace app::model {

/// Whether a variant, or one within it, has this alternative. Asked in place of
/// std::is_constructible, which tries every conversion: that was a third of what a view costs to
/// compile.
template <class T, class Area>
inline constexpr bool kHolds = std::is_same_v<T, Area>;
template <class T, class... Choices>
inline constexpr bool kHolds<T, std::variant<Choices...>> =
    std::is_same_v<T, std::variant<Choices...>> || (kHolds<T, Choices> || ...);

/// Puts an intent into its area, and the area into the one it belongs to.
template <class Area, class T, std::size_t Index = 0>
Area within(T intent) {
  if constexpr (std::is_same_v<Area, T>) {
    return intent;
  } else {
    static_assert(kHolds<T, Area>, "no area has this intent: add it to one in intent.h");
    using Inner = std::variant_alternative_t<Index, Area>;
    if constexpr (kHolds<T, Inner>)
      return Area(std::in_place_index<Index>, within<Inner>(std::move(intent)));
    else
      return within<Area, T, Index + 1>(std::move(intent));
  }
}

/// What was asked for in one frame, in order.
class Intents {
 public:
  template <class T>
  void push(T intent) {
    list_.push_back(within<Intent>(std::move(intent)));
  }
  const std::vector<Intent>& list() const { return list_; }
  std::vector<Intent> take() { return std::exchange(list_, {}); }

 private:
  std::vector<Intent> list_;
};

}  // namespace app::model
