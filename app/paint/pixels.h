#pragma once

#include <atomic>
#include <cstdint>
#include <utility>
#include <vector>

namespace app::paint {

/// A picture to be shown: its address is the name ImGui's draw commands know it by, so it must
/// outlive the frames it is drawn in. Nothing but the standard library, so that a model can hold
/// it. Its words are overwritten before they are let go.
class Pixels {
 public:
  /// Top row first, each pixel as ImGui packs colours (red lowest), opaque. Precondition: both
  /// sides are at least 1, and there are width * height words.
  Pixels(int width, int height, std::vector<std::uint32_t> words)
      : serial_(next()), width_(width), height_(height), words_(std::move(words)) {}
  ~Pixels() {
    volatile std::uint32_t* word = words_.data();
    for (std::size_t i = 0; i < words_.size(); ++i) word[i] = 0;
  }
  Pixels(const Pixels&) = delete;
  Pixels& operator=(const Pixels&) = delete;

  int width() const { return width_; }
  int height() const { return height_; }
  const std::uint32_t* row(int y) const {
    return words_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
  }
  /// Of this picture alone, as long as the program runs: addresses are used again.
  std::uint64_t serial() const { return serial_; }

 private:
  static std::uint64_t next() {
    static std::atomic<std::uint64_t> count{0};
    return ++count;
  }

  std::uint64_t serial_;
  int width_;
  int height_;
  std::vector<std::uint32_t> words_;
};

}  // namespace app::paint
