#include "journal/crypto/vault_header.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/crypto/key_slots.h"

namespace journal::crypto {
namespace {

class VaultHeaderTest : public testing::Test {
 protected:
  VaultHeaderTest() {
    wrapForPassphrase(header_, vaultKey_, passphrase_, {1, 8}).value();
    wrapForRecovery(header_, vaultKey_, recovery_);
    sign(header_, vaultKey_);
  }

  /// Gives changed bytes a checksum that holds, as somebody without the key could.
  static std::vector<std::uint8_t> resummed(std::vector<std::uint8_t> bytes) {
    bytes.resize(bytes.size() - 32);
    const Digest sum = hash(bytes);
    bytes.insert(bytes.end(), sum.begin(), sum.end());
    return bytes;
  }

  const SecretString passphrase_{"three brown owls"};
  const Secret vaultKey_ = randomSecret();
  const RecoveryBytes recovery_ = randomRecoveryBytes();
  VaultHeader header_ = newHeader();
};

TEST_F(VaultHeaderTest, ComesBackFromItsBytes) {
  const auto decoded = decodeHeader(encodeHeader(header_));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(*decoded, header_);
}

TEST_F(VaultHeaderTest, EitherSlotGivesTheVaultKey) {
  EXPECT_TRUE(equal(unwrapWithPassphrase(header_, passphrase_).value(), vaultKey_));
  EXPECT_TRUE(equal(unwrapWithRecovery(header_, recovery_).value(), vaultKey_));
}

TEST_F(VaultHeaderTest, AnotherPassphraseOrRecoveryKeyDoesNot) {
  EXPECT_EQ(unwrapWithPassphrase(header_, SecretString("three brown owl")).error().code,
            ErrorCode::WrongPassphrase);
  EXPECT_EQ(unwrapWithRecovery(header_, randomRecoveryBytes()).error().code,
            ErrorCode::WrongPassphrase);
}

TEST_F(VaultHeaderTest, EveryFlippedBitIsDamage) {
  const auto bytes = encodeHeader(header_);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    auto flipped = bytes;
    flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ 1U << bit % 8);
    const auto decoded = decodeHeader(flipped);
    ASSERT_FALSE(decoded.ok()) << bit;
    EXPECT_EQ(decoded.error().code, ErrorCode::Corrupt) << bit;
  }
}

TEST_F(VaultHeaderTest, EveryOtherLengthIsDamage) {
  const auto bytes = encodeHeader(header_);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decodeHeader(std::span(bytes).first(size)).ok()) << size;
  }
  EXPECT_FALSE(decodeHeader(std::vector<std::uint8_t>(1 << 20)).ok());
}

/// What somebody without the key can change and sum up again, byte by byte: nothing that still
/// opens.
TEST_F(VaultHeaderTest, AnyByteChangedByAForgerKeepsTheVaultShut) {
  const auto bytes = encodeHeader(header_);
  for (std::size_t at = 0; at + 32 < bytes.size(); ++at) {
    auto forged = bytes;
    forged[at] ^= 1;
    const auto decoded = decodeHeader(resummed(forged));
    if (!decoded.ok()) continue;
    if (decoded->slots[0].kdf.memoryKib > 1024) continue;  // spends memory, opens nothing
    EXPECT_FALSE(unwrapWithPassphrase(*decoded, passphrase_).ok()) << at;
    EXPECT_FALSE(unwrapWithRecovery(*decoded, recovery_).ok()) << at;
  }
}

TEST_F(VaultHeaderTest, ALaterVersionIsTooNewRatherThanDamaged) {
  auto bytes = encodeHeader(header_);
  bytes[8] = 2;
  EXPECT_EQ(decodeHeader(resummed(bytes)).error().code, ErrorCode::TooNew);
  bytes.resize(200);  // whatever its shape
  EXPECT_EQ(decodeHeader(resummed(bytes)).error().code, ErrorCode::TooNew);
}

TEST_F(VaultHeaderTest, HostileDerivationSettingsAreNotTried) {
  VaultHeader hostile = header_;
  hostile.slots[0].kdf = {64, 0xffffffff};
  EXPECT_EQ(decodeHeader(encodeHeader(hostile)).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(unwrapWithPassphrase(hostile, passphrase_).error().code, ErrorCode::InvalidInput);
}

TEST_F(VaultHeaderTest, RewrappingReplacesTheSlotAndKeepsTheOther) {
  const SecretString next("four grey geese");
  wrapForPassphrase(header_, vaultKey_, next, {1, 8}).value();
  sign(header_, vaultKey_);
  EXPECT_EQ(header_.slots.size(), 2u);
  EXPECT_FALSE(unwrapWithPassphrase(header_, passphrase_).ok());
  EXPECT_TRUE(unwrapWithPassphrase(header_, next).ok());
  EXPECT_TRUE(unwrapWithRecovery(header_, recovery_).ok());
}

TEST(VaultHeaderDecoder, TakesAnyBytes) {
  SeededRandom random(7);
  for (int i = 0; i < 20000; ++i) {
    std::vector<std::uint8_t> bytes(random.below(300));
    random.fill(bytes);
    EXPECT_FALSE(decodeHeader(bytes).ok());
  }
}

TEST(Kdf, StandardIsNeverBelowTheFloorAndFastIsNotStandard) {
  EXPECT_EQ(floorOf(KdfPreset::Standard), (KdfParams{4, 256 * 1024}));
  EXPECT_TRUE(weaker(floorOf(KdfPreset::Fast), floorOf(KdfPreset::Standard)));
  EXPECT_TRUE(weaker(kSmallMachineKdf, kStandardKdf));
  EXPECT_FALSE(weaker({5, 256 * 1024}, kStandardKdf));
}

TEST(Kdf, CalibrationRaisesPassesButNeverLowersThem) {
  const KdfParams params = calibrate(KdfPreset::Standard);
  EXPECT_TRUE(params == kSmallMachineKdf || !weaker(params, kStandardKdf));
}

}  // namespace
}  // namespace journal::crypto
