#include "sync/wire/base64url.h"

#include <array>
#include <cstdint>

namespace syncing::wire {
namespace {

constexpr std::string_view kSigns =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t kNoSign = 64;

constexpr std::array<std::uint8_t, 256> signValues() {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoSign);
  for (std::size_t i = 0; i < kSigns.size(); ++i)
    values[static_cast<unsigned char>(kSigns[i])] = static_cast<std::uint8_t>(i);
  return values;
}
constexpr std::array<std::uint8_t, 256> kValues = signValues();

}  // namespace

std::string toBase64url(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = (held << 8) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 6; bits -= 6) out.push_back(kSigns[(held >> (bits - 6)) & 63]);
  }
  if (bits > 0) out.push_back(kSigns[(held << (6 - bits)) & 63]);
  return out;
}

std::optional<std::string> fromBase64url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string out;
  out.reserve(text.size() * 3 / 4);
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const std::uint8_t value = kValues[static_cast<unsigned char>(c)];
    if (value == kNoSign) return std::nullopt;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out.push_back(static_cast<char>((held >> bits) & 255));
  }
  if ((held & ((1U << bits) - 1)) != 0) return std::nullopt;
  return out;
}

}  // namespace syncing::wire
