#include "tests/app/paint/scene.h"

namespace tests {

SmallAtlas::SmallAtlas() : texels_(static_cast<std::size_t>(kSide) * kSide, 0) {
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      std::uint8_t& texel =
          texels_[static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)];
      if (x < 2 && y < 2) texel = 255;
      if (y >= 8 && y < 24 && x < 32) texel = static_cast<std::uint8_t>(x * 8);
      const int dx = x - 48;
      const int dy = y - 40;
      const int far = dx * dx + dy * dy;
      if (far > 60 && far < 140) texel = 230;
    }
  }
}

Scene::Scene(const SmallAtlas& atlas) : atlas_(atlas) {}

void Scene::clip(float left, float top, float right, float bottom) {
  clip_ = ImVec4(left, top, right, bottom);
}

void Scene::add(const std::vector<ImDrawVert>& corners, const std::vector<int>& order,
                ImTextureID texture) {
  ImDrawCmd command;
  command.ClipRect = clip_;
  command.TextureId = texture;
  command.VtxOffset = static_cast<unsigned>(list_.VtxBuffer.Size);
  command.IdxOffset = static_cast<unsigned>(list_.IdxBuffer.Size);
  command.ElemCount = static_cast<unsigned>(order.size());
  for (const ImDrawVert& corner : corners) list_.VtxBuffer.push_back(corner);
  for (const int index : order) list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(index));
  list_.CmdBuffer.push_back(command);
}

void Scene::rectangle(ImVec2 from, ImVec2 to, ImU32 colour) {
  const ImVec2 white = atlas_.white();
  add({{from, white, colour},
       {{to.x, from.y}, white, colour},
       {to, white, colour},
       {{from.x, to.y}, white, colour}},
      {0, 1, 2, 0, 2, 3});
}

void Scene::letter(ImVec2 from, ImVec2 to, ImVec2 textureFrom, ImVec2 textureTo, ImU32 colour) {
  add({{from, textureFrom, colour},
       {{to.x, from.y}, {textureTo.x, textureFrom.y}, colour},
       {to, textureTo, colour},
       {{from.x, to.y}, {textureFrom.x, textureTo.y}, colour}},
      {0, 1, 2, 0, 2, 3});
}

void Scene::picture(ImVec2 from, ImVec2 to, const app::paint::Pixels& pixels, ImU32 colour) {
  add({{from, {0, 0}, colour},
       {{to.x, from.y}, {1, 0}, colour},
       {to, {1, 1}, colour},
       {{from.x, to.y}, {0, 1}, colour}},
      {0, 1, 2, 0, 2, 3}, const_cast<app::paint::Pixels*>(&pixels));
}

void Scene::triangle(ImVec2 a, ImVec2 b, ImVec2 c, ImU32 atA, ImU32 atB, ImU32 atC) {
  const ImVec2 white = atlas_.white();
  add({{a, white, atA}, {b, white, atB}, {c, white, atC}}, {0, 1, 2});
}

const ImDrawData& Scene::data() {
  lists_[0] = &list_;
  data_.Valid = true;
  data_.CmdLists = lists_;
  data_.CmdListsCount = 1;
  return data_;
}

}  // namespace tests
