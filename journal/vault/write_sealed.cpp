#include "journal/vault/encrypted_file.h"

namespace journal::vault {

int sealAndWrite(EncryptedFile& file, Spot spot, std::int64_t offset,
                 std::span<const std::uint8_t> plain, Nonces& nonces,
                 std::span<std::uint8_t> buffer) {
  const PageCipher& cipher = file.vfs->cipher();
  if (spot.place == Place::WalHeader) {
    const auto sealed = buffer.first(plain.size() + kReserve);
    cipher.sealHeader(nonces, spot.index, plain, sealed);
    return file.writeLower(sealed.data(), static_cast<std::int64_t>(sealed.size()), offset);
  }
  const auto sealed = buffer.first<kPageSize>();
  cipher.sealPage(nonces, spot, plain.first<kPageSize>(), sealed);
  return file.writeLower(sealed.data(), kPage, offset);
}

int writeSealed(EncryptedFile& file, Spot spot, std::int64_t offset,
                std::span<const std::uint8_t> plain) {
  WriteBehind& behind = file.vfs->writeBehind();
  if (const int rc = behind.takeFailure(file); rc != SQLITE_OK) return rc;
  if (!behind.running()) return sealAndWrite(file, spot, offset, plain, file.nonces, file.buffer);
  behind.put(file, spot, offset, plain);
  return SQLITE_OK;
}

int settleWrites(EncryptedFile& file) {
  WriteBehind& behind = file.vfs->writeBehind();
  behind.settle(file);
  return behind.takeFailure(file);
}

}  // namespace journal::vault
