#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

#include "app/paint/pixels.h"
#include "app/paint/surface.h"

namespace tests {

/// A small atlas: white at the top left, a ramp below, a ring of "letter" beside it.
class SmallAtlas {
 public:
  SmallAtlas();
  app::paint::Coverage coverage() const { return {texels_.data(), kSide, kSide, nullptr}; }
  ImVec2 white() const { return {0.5F / kSide, 0.5F / kSide}; }
  /// Texture coordinates of a texel's top left corner.
  ImVec2 at(float x, float y) const { return {x / kSide, y / kSide}; }
  static constexpr int kSide = 64;

 private:
  std::vector<std::uint8_t> texels_;
};

/// One draw list of shapes as ImGui's own functions write them, to be painted.
class Scene {
 public:
  explicit Scene(const SmallAtlas& atlas);
  void clip(float left, float top, float right, float bottom);
  void rectangle(ImVec2 from, ImVec2 to, ImU32 colour);
  void letter(ImVec2 from, ImVec2 to, ImVec2 textureFrom, ImVec2 textureTo, ImU32 colour);
  /// Whole; `pixels` must outlive what paints the scene.
  void picture(ImVec2 from, ImVec2 to, const app::paint::Pixels& pixels, ImU32 colour);
  void triangle(ImVec2 a, ImVec2 b, ImVec2 c, ImU32 atA, ImU32 atB, ImU32 atC);
  const ImDrawData& data();

 private:
  void add(const std::vector<ImDrawVert>& corners, const std::vector<int>& order,
           ImTextureID texture = nullptr);

  const SmallAtlas& atlas_;
  ImDrawList list_{nullptr};
  ImVec4 clip_{0, 0, 4096, 4096};
  ImDrawList* lists_[1] = {};
  ImDrawData data_;
};

/// Pixels to paint on.
class Sheet {
 public:
  Sheet(int width, int height)
      : width_(width),
        height_(height),
        pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0x123456U) {}
  app::paint::Surface surface() { return {pixels_.data(), width_, height_, width_}; }
  std::uint32_t at(int x, int y) const {
    return pixels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                   static_cast<std::size_t>(x)];
  }
  const std::vector<std::uint32_t>& pixels() const { return pixels_; }

 private:
  int width_;
  int height_;
  std::vector<std::uint32_t> pixels_;
};

}  // namespace tests
