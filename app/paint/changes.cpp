#include "app/paint/changes.h"

#include <algorithm>
#include <cstddef>

namespace app::paint {
namespace {

// A line of text at 100 % and a few letters: small enough for a caret, large enough that a frame
// has some hundreds.
constexpr int kTileWidth = 64;
constexpr int kTileHeight = 32;

int tiles(int length, int tile) {
  return (length + tile - 1) / tile;
}

}  // namespace

void Changes::forget() {
  before_.clear();
}

const std::vector<Box>& Changes::since(const std::vector<Shape>& shapes, const Box& surface,
                                       std::uint64_t ground) {
  if (surface != surface_) {
    surface_ = surface;
    columns_ = tiles(surface.right, kTileWidth);
    rows_ = tiles(surface.bottom, kTileHeight);
    before_.clear();
  }
  mark(shapes, ground);
  gather();
  before_.swap(now_);
  return boxes_;
}

void Changes::mark(const std::vector<Shape>& shapes, std::uint64_t ground) {
  now_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), ground);
  for (const Shape& shape : shapes) {
    const int lastColumn = (shape.box.right - 1) / kTileWidth;
    const int lastRow = (shape.box.bottom - 1) / kTileHeight;
    for (int row = shape.box.top / kTileHeight; row <= lastRow; ++row) {
      std::uint64_t* marks = now_.data() + static_cast<std::ptrdiff_t>(row) * columns_;
      for (int column = shape.box.left / kTileWidth; column <= lastColumn; ++column) {
        marks[column] = (marks[column] ^ shape.mark) * 0xD6E8FEB86659FD93U;
        marks[column] ^= marks[column] >> 32;
      }
    }
  }
}

void Changes::gather() {
  boxes_.clear();
  std::vector<Box> open;  // boxes that reach down to the row above
  std::vector<Box> runs;
  for (int row = 0; row < rows_; ++row) {
    runs.clear();
    for (int column = 0; column < columns_; ++column) {
      const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                      static_cast<std::size_t>(column);
      if (!before_.empty() && before_[at] == now_[at]) continue;
      const Box tile = common({column * kTileWidth, row * kTileHeight, (column + 1) * kTileWidth,
                               (row + 1) * kTileHeight},
                              surface_);
      if (!runs.empty() && runs.back().right == tile.left) {
        runs.back().right = tile.right;
      } else {
        runs.push_back(tile);
      }
    }
    closeRuns(open, runs);
  }
  boxes_.insert(boxes_.end(), open.begin(), open.end());
}

/// Runs as wide as a box above make it taller; other boxes are complete.
void Changes::closeRuns(std::vector<Box>& open, const std::vector<Box>& runs) {
  std::vector<Box> next;
  for (Box run : runs) {
    const auto above = std::find_if(open.begin(), open.end(), [&](const Box& box) {
      return box.left == run.left && box.right == run.right;
    });
    if (above != open.end()) {
      run.top = above->top;
      open.erase(above);
    }
    next.push_back(run);
  }
  boxes_.insert(boxes_.end(), open.begin(), open.end());
  open = std::move(next);
}

}  // namespace app::paint
