#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

struct ImFont;
struct ImFontAtlas;

namespace app::ui {

/// Type roles of DESIGN.md 4 that some screen draws (each costs glyphs at start: add one with its
/// first use). `Strong` is semibold.
enum class Type : std::uint8_t {
  Display,
  Title,
  Heading,
  Read,
  Quote,
  Prompt,
  Body,
  BodyStrong,
  Small,
  SmallStrong,
  Tiny,
  TinyStrong,
  Icon16,
  Icon20,
  Icon24,
  Icon32,
};
inline constexpr std::size_t kTypeCount = static_cast<std::size_t>(Type::Icon32) + 1;

/// Where the TrueType files are. `installedFonts()` knows; tests and the program both use it.
struct FontPaths {
  std::filesystem::path serif;        ///< Gentium Book Plus Regular
  std::filesystem::path serifItalic;  ///< Gentium Book Plus Italic
  std::filesystem::path sans;         ///< Lato Regular
  std::filesystem::path sansStrong;   ///< Lato Semibold
  std::filesystem::path easy;         ///< Andika Regular (easy reading letters)
  std::filesystem::path easyItalic;   ///< Andika Italic
  std::filesystem::path icons;        ///< Material Design Icons
};

/// The fonts beside the program (folder `beside`/fonts) when they are there, else where CMake found
/// them.
FontPaths installedFonts(const std::filesystem::path& beside = {});

/// Size and line height at 100 %, in pixels.
struct TypeSpec {
  float size;
  float line;
};
TypeSpec typeSpec(Type type);

/// Fonts of one scale. Pointers belong to the atlas.
struct FontSet {
  std::array<ImFont*, kTypeCount> font{};
  float scale = 1;
  bool easyLetters = false;
  std::string missing;  ///< file that could not be read; its roles fall back to the built-in font
  double milliseconds = 0;  ///< CPU time of the build, for the bench
  int width = 0;
  int height = 0;
};

/// Clears and rebuilds `atlas` for `scale` (text size times display scale). The one place glyphs
/// are baked; about 40 ms at 100 %. Must run between frames. The caller uploads the texture
/// afterwards.
FontSet buildFonts(ImFontAtlas& atlas, const FontPaths& paths, float scale, bool easyLetters);

}  // namespace app::ui
