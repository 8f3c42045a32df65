#include "app/ui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <system_error>
#include <vector>

#include "app/ui/icons.h"
#include "app_ui_font_files.h"  // written by CMake: where the TrueType files were found

namespace app::ui {
namespace {

enum class Face : std::uint8_t { Serif, SerifItalic, Sans, SansStrong, Icons };

struct RoleSpec {
  Face face;
  float size;
  float line;
};

// DESIGN.md 4, in the order of Type.
constexpr std::array<RoleSpec, kTypeCount> kRoles = {{
    {Face::Serif, 44, 54},        // Display
    {Face::Serif, 31, 40},        // Title
    {Face::Serif, 25, 32},        // Heading
    {Face::Serif, 20, 27},        // Read (34 in the editor)
    {Face::Serif, 17, 28},        // Quote
    {Face::SerifItalic, 20, 28},  // Prompt
    {Face::Sans, 15, 22},         // Body
    {Face::SansStrong, 15, 22},   // BodyStrong
    {Face::Sans, 14, 20},         // Small
    {Face::SansStrong, 14, 20},   // SmallStrong
    {Face::Sans, 13, 18},         // Tiny
    {Face::SansStrong, 13, 18},   // TinyStrong
    {Face::Icons, 16, 16},        // Icon16
    {Face::Icons, 20, 20},        // Icon20
    {Face::Icons, 24, 24},        // Icon24
    {Face::Icons, 32, 32},        // Icon32
}};

// ImGui sizes ascent to descent, not the em (DESIGN.md 2.1).
constexpr float kGentiumFactor = 1.4648F;
constexpr float kLatoFactor = 1.2F;
constexpr float kAndikaFactor = 1.6113F;
constexpr float kAndikaSize = 0.9F;  // of Gentium's, so that the layout stays
constexpr float kSmallestText = 12;  // px of the em, so that 80 % stays legible

// DESIGN.md 2.3, plus arrows used in hints and the middle dot already in Latin-1.
constexpr ImWchar kTextRanges[] = {0x0020, 0x017F, 0x0218, 0x021B, 0x1E80, 0x1E85, 0x1EF2, 0x1EF3,
                                   0x2013, 0x2014, 0x2018, 0x201D, 0x2022, 0x2022, 0x2026, 0x2026,
                                   0x20AC, 0x20AC, 0x2212, 0x2212, 0x2190, 0x2193, 0};

const std::vector<ImWchar>& iconRanges() {
  static const std::vector<ImWchar> ranges = [] {
    std::vector<ImWchar> out;
    for (const Icon icon : kAllIcons) {
      out.push_back(static_cast<ImWchar>(icon));
      out.push_back(static_cast<ImWchar>(icon));
    }
    out.push_back(0);
    return out;
  }();
  return ranges;
}

bool isSerif(Face face) {
  return face == Face::Serif || face == Face::SerifItalic;
}

const std::filesystem::path& fileOf(const FontPaths& paths, Face face, bool easy) {
  switch (face) {
    case Face::Serif:
      return easy ? paths.easy : paths.serif;
    case Face::SerifItalic:
      return easy ? paths.easyItalic : paths.serifItalic;
    case Face::Sans:
      return paths.sans;
    case Face::SansStrong:
      return paths.sansStrong;
    case Face::Icons:
      break;
  }
  return paths.icons;
}

float pixelSize(const RoleSpec& role, float scale, bool easy) {
  if (role.face == Face::Icons) return std::round(role.size * scale);
  float em = role.size * scale;
  if (role.size <= 14) em = std::max(em, std::min(kSmallestText, role.size));
  if (isSerif(role.face))
    return std::round(em * (easy ? kAndikaSize * kAndikaFactor : kGentiumFactor));
  return std::round(em * kLatoFactor);
}

/// A file is read once and shared by the sizes baked from it.
struct LoadedFile {
  std::filesystem::path path;
  void* bytes = nullptr;
  int size = 0;
};

ImFont* addRole(ImFontAtlas& atlas, LoadedFile& file, const RoleSpec& role, float pixels,
                bool coarse) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // Large glyphs gain nothing visible from the second sample, and cost the most.
  config.OversampleH = coarse || role.face == Face::Icons || role.size >= 25 ? 1 : 2;
  config.OversampleV = 1;
  const ImWchar* ranges = role.face == Face::Icons ? iconRanges().data() : kTextRanges;
  return atlas.AddFontFromMemoryTTF(file.bytes, file.size, pixels, &config, ranges);
}

/// The box drawn for a character no font has: U+FFFD, which ImGui takes as its fallback.
struct MissingBox {
  int rect;
  int width;
  int height;
};

MissingBox addMissingBox(ImFontAtlas& atlas, ImFont& font, float pixels) {
  const int width = std::max(4, static_cast<int>(std::lround(pixels * 0.38F)));
  const int height = std::max(6, static_cast<int>(std::lround(pixels * 0.52F)));
  const ImVec2 offset(1, std::round(pixels * 0.27F));
  const int rect = atlas.AddCustomRectFontGlyph(&font, 0xFFFD, width, height,
                                                static_cast<float>(width + 3), offset);
  return {rect, width, height};
}

void paintBox(ImFontAtlas& atlas, const MissingBox& box) {
  const ImFontAtlasCustomRect* rect = atlas.GetCustomRectByIndex(box.rect);
  if (atlas.TexPixelsAlpha8 == nullptr || !rect->IsPacked()) return;
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const bool edge = x == 0 || y == 0 || x == box.width - 1 || y == box.height - 1;
      atlas.TexPixelsAlpha8[(rect->Y + y) * atlas.TexWidth + rect->X + x] = edge ? 255 : 0;
    }
  }
}

LoadedFile* loadOnce(std::vector<LoadedFile>& files, const std::filesystem::path& path) {
  for (LoadedFile& file : files) {
    if (file.path == path) return &file;
  }
  size_t size = 0;
  void* bytes = ImFileLoadToMemory(path.c_str(), "rb", &size);
  if (bytes == nullptr) return nullptr;
  files.push_back({path, bytes, static_cast<int>(size)});
  return &files.back();
}

std::filesystem::path besideOr(const std::filesystem::path& beside, const char* found) {
  const std::filesystem::path file(found);
  if (beside.empty()) return file;
  std::filesystem::path local = beside / "fonts" / file.filename();
  std::error_code ignored;
  return std::filesystem::exists(local, ignored) ? local : file;
}

}  // namespace

FontPaths installedFonts(const std::filesystem::path& beside) {
  FontPaths paths;
  paths.serif = besideOr(beside, kFontSerif);
  paths.serifItalic = besideOr(beside, kFontSerifItalic);
  paths.sans = besideOr(beside, kFontSans);
  paths.sansStrong = besideOr(beside, kFontSansStrong);
  paths.easy = besideOr(beside, kFontEasy);
  paths.easyItalic = besideOr(beside, kFontEasyItalic);
  paths.icons = besideOr(beside, kFontIcons);
  return paths;
}

TypeSpec typeSpec(Type type) {
  const RoleSpec& role = kRoles[static_cast<std::size_t>(type)];
  return {role.size, role.line};
}

FontSet buildFonts(ImFontAtlas& atlas, const FontPaths& paths, float scale, bool easyLetters) {
  const std::clock_t started = std::clock();
  FontSet set;
  set.scale = scale;
  set.easyLetters = easyLetters;
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoPowerOfTwoHeight;
  const bool coarse = scale >= 1.5F;
  atlas.TexDesiredWidth = scale >= 1.5F ? 4096 : 2048;
  std::vector<LoadedFile> files;
  files.reserve(8);
  std::vector<MissingBox> boxes;
  for (std::size_t i = 0; i < kTypeCount; ++i) {
    const RoleSpec& role = kRoles[i];
    const float pixels = pixelSize(role, scale, easyLetters);
    LoadedFile* file = loadOnce(files, fileOf(paths, role.face, easyLetters));
    if (file == nullptr) {
      set.missing = fileOf(paths, role.face, easyLetters).string();
      set.font[i] = atlas.Fonts.empty() ? atlas.AddFontDefault() : atlas.Fonts[0];
      continue;
    }
    set.font[i] = addRole(atlas, *file, role, pixels, coarse);
    if (role.face != Face::Icons) boxes.push_back(addMissingBox(atlas, *set.font[i], pixels));
  }
  atlas.Build();
  for (const MissingBox& box : boxes) paintBox(atlas, box);
  for (ImFontConfig& config : atlas.ConfigData) {
    if (!config.FontDataOwnedByAtlas)
      config.FontData = nullptr;  // freed below; only needed while building
  }
  for (const LoadedFile& file : files) IM_FREE(file.bytes);
  set.width = atlas.TexWidth;
  set.height = atlas.TexHeight;
  set.milliseconds = 1000.0 * static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC;
  return set;
}

}  // namespace app::ui
