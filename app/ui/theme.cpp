#include "app/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace app::ui {
namespace {

using Palette = std::array<Colour, kTokenCount>;

// DESIGN.md 3, in the order of Token.
constexpr Palette kLight = {{
    {0xF6, 0xF1, 0xEE},      // canvas
    {0xEF, 0xE8, 0xE4},      // side
    {0xFF, 0xFC, 0xF9},      // paper
    {0xF3, 0xEC, 0xE8},      // sunken
    {0xE3, 0xDA, 0xD6},      // line
    {0x8C, 0x7F, 0x8E},      // line2
    {0xC3, 0xB6, 0xBD},      // stave
    {0x2A, 0x20, 0x30},      // ink
    {0x52, 0x46, 0x5A},      // ink2
    {0x6A, 0x5E, 0x70},      // ink3
    {0x5A, 0x2A, 0x52},      // accent
    {0x47, 0x20, 0x3F},      // accent-h
    {0xFF, 0xFC, 0xF9},      // on-accent
    {0xEB, 0xDD, 0xE5},      // tint
    {0xF4, 0xEB, 0xF0},      // tint2
    {0xA3, 0x48, 0x7C},      // heather
    {0x82, 0x30, 0x60},      // heather-ink
    {0xED, 0xD2, 0xE2},      // sel
    {0xF9, 0xE5, 0x9B},      // hl
    {0x8E, 0x2A, 0x1E},      // att
    {0xB2, 0x3A, 0x2A},      // att-mark
    {0xFA, 0xE4, 0xDE},      // att-tint
    {0x33, 0x42, 0x9C},      // m
    {0x27, 0x3A, 0x85},      // m-ink
    {0xE0, 0xE3, 0xF8},      // m-tint
    {0xB5, 0x60, 0x0A},      // p
    {0x73, 0x3C, 0x00},      // p-ink
    {0xFC, 0xE5, 0xC0},      // p-tint
    {0x0E, 0x84, 0x68},      // s
    {0x00, 0x53, 0x3F},      // s-ink
    {0xCB, 0xEF, 0xDF},      // s-tint
    {0x2A, 0x20, 0x30, 87},  // scrim
    {0, 0, 0, 0},            // clear
}};
constexpr Palette kDark = {{
    {0x1B, 0x15, 0x1D},       // canvas
    {0x16, 0x10, 0x18},       // side
    {0x24, 0x1C, 0x27},       // paper
    {0x1E, 0x17, 0x21},       // sunken
    {0x3B, 0x30, 0x3F},       // line
    {0x8F, 0x81, 0x95},       // line2
    {0x5D, 0x4F, 0x61},       // stave
    {0xF3, 0xEB, 0xE7},       // ink
    {0xCF, 0xC2, 0xCA},       // ink2
    {0xAA, 0x9C, 0xAA},       // ink3
    {0xE6, 0xB8, 0xD6},       // accent
    {0xF2, 0xCF, 0xE5},       // accent-h
    {0x2C, 0x16, 0x2A},       // on-accent
    {0x3F, 0x2B, 0x40},       // tint
    {0x2E, 0x22, 0x31},       // tint2
    {0xDE, 0x8F, 0xBA},       // heather
    {0xEB, 0xB0, 0xD0},       // heather-ink
    {0x5E, 0x34, 0x53},       // sel
    {0x5A, 0x46, 0x0F},       // hl
    {0xF7, 0xB0, 0xA2},       // att
    {0xF0, 0x83, 0x6F},       // att-mark
    {0x47, 0x25, 0x20},       // att-tint
    {0x9D, 0xAD, 0xF7},       // m
    {0xC9, 0xD1, 0xFB},       // m-ink
    {0x2D, 0x34, 0x60},       // m-tint
    {0xEB, 0xAA, 0x55},       // p
    {0xF7, 0xCF, 0x98},       // p-ink
    {0x4A, 0x35, 0x16},       // p-tint
    {0x5F, 0xCB, 0xA9},       // s
    {0xA3, 0xE6, 0xCF},       // s-ink
    {0x15, 0x44, 0x3A},       // s-tint
    {0x08, 0x04, 0x0A, 153},  // scrim
    {0, 0, 0, 0},             // clear
}};
constexpr Palette kHighContrast = {{
    {0x00, 0x00, 0x00},       // canvas
    {0x00, 0x00, 0x00},       // side
    {0x00, 0x00, 0x00},       // paper
    {0x00, 0x00, 0x00},       // sunken
    {0xFF, 0xFF, 0xFF},       // line
    {0xFF, 0xFF, 0xFF},       // line2
    {0xB8, 0xB8, 0xB8},       // stave
    {0xFF, 0xFF, 0xFF},       // ink
    {0xFF, 0xFF, 0xFF},       // ink2
    {0xE4, 0xE4, 0xE4},       // ink3
    {0xFF, 0xE1, 0x4D},       // accent
    {0xFF, 0xF0, 0xA3},       // accent-h
    {0x00, 0x00, 0x00},       // on-accent
    {0x00, 0x00, 0x00},       // tint
    {0x00, 0x00, 0x00},       // tint2
    {0x6F, 0xE8, 0xFF},       // heather
    {0x6F, 0xE8, 0xFF},       // heather-ink
    {0xFF, 0xE1, 0x4D},       // sel
    {0xFF, 0xE1, 0x4D},       // hl
    {0xFF, 0xA7, 0x97},       // att
    {0xFF, 0xA7, 0x97},       // att-mark
    {0x00, 0x00, 0x00},       // att-tint
    {0xA9, 0xBB, 0xFF},       // m
    {0xC6, 0xD2, 0xFF},       // m-ink
    {0x00, 0x00, 0x00},       // m-tint
    {0xFF, 0xB8, 0x4D},       // p
    {0xFF, 0xD0, 0x8A},       // p-ink
    {0x00, 0x00, 0x00},       // p-tint
    {0x4B, 0xE3, 0xB1},       // s
    {0x8D, 0xF0, 0xCF},       // s-ink
    {0x00, 0x00, 0x00},       // s-tint
    {0x00, 0x00, 0x00, 204},  // scrim
    {0, 0, 0, 0},             // clear
}};

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(Colour c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

std::uint8_t mixChannel(std::uint8_t from, std::uint8_t to, float t) {
  const float value =
      static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t;
  return static_cast<std::uint8_t>(std::lround(value));
}

}  // namespace

Colour colour(Theme theme, Token token) {
  const auto index = static_cast<std::size_t>(token);
  switch (theme) {
    case Theme::Dark:
      return kDark[index];
    case Theme::HighContrast:
      return kHighContrast[index];
    case Theme::Light:
      break;
  }
  return kLight[index];
}

Colour mix(Colour from, Colour to, float t) {
  t = std::clamp(t, 0.0F, 1.0F);
  return {mixChannel(from.r, to.r, t), mixChannel(from.g, to.g, t), mixChannel(from.b, to.b, t),
          mixChannel(from.a, to.a, t)};
}

double contrastRatio(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Token domainMark(Domain domain) {
  switch (domain) {
    case Domain::Musical:
      return Token::M;
    case Domain::Personal:
      return Token::P;
    case Domain::Social:
      return Token::S;
    case Domain::None:
      break;
  }
  return Token::Line2;
}

Token domainInk(Domain domain) {
  switch (domain) {
    case Domain::Musical:
      return Token::MInk;
    case Domain::Personal:
      return Token::PInk;
    case Domain::Social:
      return Token::SInk;
    case Domain::None:
      break;
  }
  return Token::Ink;
}

Token domainTint(Domain domain) {
  switch (domain) {
    case Domain::Musical:
      return Token::MTint;
    case Domain::Personal:
      return Token::PTint;
    case Domain::Social:
      return Token::STint;
    case Domain::None:
      break;
  }
  return Token::Sunken;
}

const char* domainName(Domain domain) {
  switch (domain) {
    case Domain::Musical:
      return "Musical";
    case Domain::Personal:
      return "Personal";
    case Domain::Social:
      return "Social";
    case Domain::None:
      break;
  }
  return "";
}

const char* domainLetter(Domain domain) {
  switch (domain) {
    case Domain::Musical:
      return "M";
    case Domain::Personal:
      return "P";
    case Domain::Social:
      return "S";
    case Domain::None:
      break;
  }
  return "";
}

}  // namespace app::ui
