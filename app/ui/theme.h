#pragma once

#include <array>
#include <cstdint>

#include "app/ui/types.h"

namespace app::ui {

enum class Theme : std::uint8_t { Light, Dark, HighContrast };

/// Colour tokens of DESIGN.md 3, by use. Never put text in M, P or S: use the Ink version.
enum class Token : std::uint8_t {
  Canvas,
  Side,
  Paper,
  Sunken,
  Line,
  Line2,
  Stave,
  Ink,
  Ink2,
  Ink3,
  Accent,
  AccentHover,
  OnAccent,
  Tint,
  Tint2,
  Heather,
  HeatherInk,
  Sel,
  Hl,
  Att,
  AttMark,
  AttTint,
  M,
  MInk,
  MTint,
  P,
  PInk,
  PTint,
  S,
  SInk,
  STint,
  Scrim,
  Clear,  ///< fully transparent
};
inline constexpr std::size_t kTokenCount = static_cast<std::size_t>(Token::Clear) + 1;

/// 8 bits a channel; alpha 255 is opaque.
struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// Pure table look-up.
Colour colour(Theme theme, Token token);
Colour mix(Colour from, Colour to, float t);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(Colour a, Colour b);

/// Mark, text and background tokens of a domain (None: Line2, Ink, Sunken).
Token domainMark(Domain domain);
Token domainInk(Domain domain);
Token domainTint(Domain domain);
const char* domainName(Domain domain);    ///< "Musical"
const char* domainLetter(Domain domain);  ///< "M"

}  // namespace app::ui
