#pragma once

#include <cstdint>
#include <vector>

#include "app/paint/shapes.h"
#include "app/paint/surface.h"

namespace app::paint {

/// Knows which parts of a surface must be painted again: the surface is cut into tiles, and each
/// tile remembers a mark made of every shape that touches it, in order. A tile whose mark is as it
/// was holds the right pixels already (but for one chance in 2^64).
class Changes {
 public:
  /// Boxes, apart from each other, that cover every tile that differs from the call before. All of
  /// it when the size or `ground` (the colour beneath, or whatever else decides every pixel)
  /// differs.
  const std::vector<Box>& since(const std::vector<Shape>& shapes, const Box& surface,
                                std::uint64_t ground);
  /// As if nothing had ever been painted.
  void forget();

 private:
  void mark(const std::vector<Shape>& shapes, std::uint64_t ground);
  void gather();
  void closeRuns(std::vector<Box>& open, const std::vector<Box>& runs);

  Box surface_;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<std::uint64_t> before_;  ///< empty: nothing is right
  std::vector<std::uint64_t> now_;
  std::vector<Box> boxes_;
};

}  // namespace app::paint
