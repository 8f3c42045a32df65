#include "journal/vault/encrypted_file.h"

namespace journal::vault {

std::size_t seal(const EncryptedFile& file, Spot spot, std::span<const std::uint8_t> plain,
                 Nonces& nonces, std::span<std::uint8_t> out) {
  const PageCipher& cipher = file.vfs->cipher();
  if (spot.place == Place::WalHeader) {
    const std::size_t size = plain.size() + kReserve;
    cipher.sealHeader(nonces, spot.index, plain, out.first(size));
    return size;
  }
  cipher.sealPage(nonces, spot, plain.first<kPageSize>(), out.first<kPageSize>());
  return kPageSize;
}

int writeSealed(EncryptedFile& file, Spot spot, std::int64_t offset,
                std::span<const std::uint8_t> plain) {
  WriteBehind& behind = file.vfs->writeBehind();
  if (const int rc = behind.takeFailure(file); rc != SQLITE_OK) return rc;
  if (!behind.running()) {
    const std::size_t size = seal(file, spot, plain, file.nonces, file.buffer);
    return file.writeLower(file.buffer.data(), static_cast<std::int64_t>(size), offset);
  }
  behind.put(file, spot, offset, plain);
  return SQLITE_OK;
}

int settleWrites(EncryptedFile& file) {
  WriteBehind& behind = file.vfs->writeBehind();
  behind.settle(file);
  return behind.takeFailure(file);
}

}  // namespace journal::vault
