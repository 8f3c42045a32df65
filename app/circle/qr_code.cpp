#include "app/circle/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace app::circle {

std::optional<QrCode> qrCodeOf(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> made(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (made == nullptr) return std::nullopt;
  QrCode code;
  code.side = static_cast<std::size_t>(made->width);
  for (std::size_t at = 0; at < code.side * code.side; ++at)
    code.dark.push_back((made->data[at] & 1U) != 0);
  return code;
}

}  // namespace app::circle
