#include "journal/vault/open_header.h"

#include <optional>
#include <utility>
#include <vector>

#include "journal/base/platform.h"
#include "journal/crypto/hash.h"
#include "journal/vault/vault_files.h"

namespace journal::vault {
namespace {

using crypto::VaultHeader;

constexpr const char* kHeaderDamagedAdvice =
    "Both copies of the file that holds this journal's lock are damaged. Nothing has been changed. "
    "Please keep the folder as it is and restore vault.hdr.a from a backup.";
constexpr const char* kTooNewAdvice =
    "This journal was last opened by a newer Afternote. Nothing has been changed. Please install "
    "the newer version to open it.";
constexpr const char* kMissingAdvice =
    "The files that hold this journal's lock (vault.hdr.a and vault.hdr.b) are missing from its "
    "folder. Nothing has been changed. Please restore them from a backup.";

struct Copies {
  std::vector<VaultHeader> whole;  ///< newest first
  bool alike = true;               ///< both are there and the same
};

/// A header; nothing when the file is missing or damaged (`missing` tells which); TooNew, or Io.
Result<std::optional<VaultHeader>> readCopy(const std::filesystem::path& path, int& missing) {
  auto bytes = readFile(path, crypto::kMaxHeaderSize);
  if (!bytes.ok()) {
    if (bytes.error().code == ErrorCode::Io) return bytes.error();
    if (bytes.error().code == ErrorCode::NotFound) ++missing;
    return std::optional<VaultHeader>();
  }
  auto header = crypto::decodeHeader(crypto::bytesOf(*bytes));
  if (header.ok()) return std::optional<VaultHeader>(std::move(header).value());
  if (header.error().code != ErrorCode::TooNew) return std::optional<VaultHeader>();
  Error error = header.error();
  error.advice = kTooNewAdvice;
  return error;
}

Result<Copies> readCopies(const std::filesystem::path& folder) {
  Copies copies;
  int missing = 0;
  for (const char* name : kHeaderFiles) {
    J_TRY(auto header, readCopy(folder / name, missing));
    if (header.has_value()) copies.whole.push_back(std::move(*header));
  }
  if (copies.whole.empty()) {
    if (missing == 2) return Error{ErrorCode::NotFound, "no header", kMissingAdvice};
    return Error{ErrorCode::Corrupt, "no whole header", kHeaderDamagedAdvice};
  }
  copies.alike = copies.whole.size() == 2 && copies.whole[0] == copies.whole[1];
  if (copies.alike) copies.whole.pop_back();
  if (copies.whole.size() == 2 && copies.whole[1].generation > copies.whole[0].generation) {
    std::swap(copies.whole[0], copies.whole[1]);
  }
  return copies;
}

}  // namespace

Result<std::unique_ptr<OpenHeader>> OpenHeader::create(const crypto::SecretString& passphrase,
                                                       const crypto::RecoveryBytes& recovery,
                                                       crypto::KdfPreset preset) {
  VaultHeader header = crypto::newHeader();
  crypto::Secret vaultKey = crypto::randomSecret();
  J_CHECK(crypto::wrapForPassphrase(header, vaultKey, passphrase, crypto::calibrate(preset)));
  crypto::wrapForRecovery(header, vaultKey, recovery);
  crypto::sign(header, vaultKey);
  return std::unique_ptr<OpenHeader>(new OpenHeader(std::move(header), std::move(vaultKey)));
}

Result<std::unique_ptr<OpenHeader>> OpenHeader::open(const std::filesystem::path& folder,
                                                     const KeyFinder& find) {
  J_TRY(Copies copies, readCopies(folder));
  Error failure;
  for (VaultHeader& header : copies.whole) {
    auto vaultKey = find(header);
    if (vaultKey.ok()) {
      std::unique_ptr<OpenHeader> opened(
          new OpenHeader(std::move(header), std::move(vaultKey).value()));
      // Two copies again, while one is still good. A disk that refuses is no reason not to open.
      if (!copies.alike) (void)opened->write(folder).ok();
      return opened;
    }
    failure = vaultKey.error();
    if (failure.code != ErrorCode::Corrupt)
      break;  // an older copy must not revive an old passphrase
  }
  if (failure.code == ErrorCode::Corrupt) failure.advice = kHeaderDamagedAdvice;
  return failure;
}

Result<void> OpenHeader::rewrite(const std::filesystem::path& folder,
                                 const std::function<Result<void>(VaultHeader&)>& change) {
  VaultHeader next = header_;
  J_CHECK(change(next));
  ++next.generation;
  crypto::sign(next, vaultKey_);
  std::swap(header_, next);
  auto written = write(folder);
  if (!written.ok()) std::swap(header_, next);
  return written;
}

Result<void> OpenHeader::write(const std::filesystem::path& folder) const {
  const std::vector<std::uint8_t> bytes = crypto::encodeHeader(header_);
  for (const char* name : kHeaderFiles) J_CHECK(replaceFileAtomically(folder / name, bytes));
  return {};
}

}  // namespace journal::vault
