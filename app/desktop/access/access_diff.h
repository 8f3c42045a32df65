#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/desktop/access/access_tree.h"

namespace app::desktop {

/// One difference between what is shown and what is to be shown.
struct AccessChange {
  enum class Kind : std::uint8_t {
    Removed,  ///< `id`, with everything under it
    Added,    ///< `node` under `parent`, at `place` among its children; without children yet
    Changed   ///< `node` as it is now; `what` says in which ways it differs
  };
  enum : std::uint32_t {
    Name = 1U << 0,
    Description = 1U << 1,
    Value = 1U << 2,
    States = 1U << 3,
    Place = 1U << 4,  ///< on the screen
    Caret = 1U << 5   ///< or the selection, or where lines begin
  };
  Kind kind = Kind::Changed;
  std::string id;
  std::string parent = {};
  std::size_t place = 0;
  AccessNode node = {};
  std::uint32_t what = 0;
};

/// What turns `before` into `after`, to be done in this order: what goes, what comes (parents
/// before children), what changed. Something that moved among its neighbours or got another role
/// goes and comes again; of a list that was only reordered as little as possible does.
std::vector<AccessChange> accessDiff(const AccessTree& before, const AccessTree& after);

/// What of these changes says itself: alerts and news that came or have other words, in their
/// order. News that was there when a screen came up is only read.
std::vector<AccessNode> newsIn(const AccessTree& before, const std::vector<AccessChange>& changes);

/// How a text became another: at `begin`, `removed` went and `inserted` came. Whole code points;
/// all offsets are bytes.
struct TextReplaced {
  std::size_t begin = 0;
  std::string removed;
  std::string inserted;
};
TextReplaced textReplaced(const std::string& before, const std::string& after);

}  // namespace app::desktop
