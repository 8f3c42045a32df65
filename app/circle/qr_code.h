#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app::circle {

/// The modules of a QR code, row by row; `side` times `side`.
struct QrCode {
  std::size_t side = 0;
  std::vector<bool> dark;
};

/// Error correction M, the smallest version that fits (libqrencode). Nullopt for what fits in none.
std::optional<QrCode> qrCodeOf(const std::string& text);

}  // namespace app::circle
