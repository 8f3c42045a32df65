#include "sync/room/room_key.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "journal/crypto/hash.h"
#include "journal/domain/session/names.h"
#include "sync/replica/pairing_words.h"

namespace syncing::room {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

constexpr std::string_view kSalt = "afternote room 1";
constexpr int kRounds = 600'000;
constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;
constexpr std::size_t kWords = 4;

struct CipherGone {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, CipherGone>;

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

/// OpenSSL fails here only for want of memory.
void must(int outcome) {
  if (outcome != 1) std::abort();
}

std::string associated(const wire::RoomId& room, std::string_view what) {
  return "afternote room 1|" + room.hex() + "|" + std::string(what);
}

std::vector<std::string> typedWords(std::string_view typed) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char one : typed) {
    const auto c = static_cast<unsigned char>(one);
    if (std::isalpha(c) == 0) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    words.back() += static_cast<char>(std::tolower(c));
    inside = true;
  }
  return words;
}

}  // namespace

RoomCode RoomCode::random(journal::Random& random) {
  RoomCode code;
  for (std::uint16_t& word : code.words_) {
    std::array<std::uint8_t, 2> two{};
    random.fill(two);
    word = static_cast<std::uint16_t>((two[0] * 256 + two[1]) % kPairingWords);
  }
  return code;
}

Result<RoomCode> RoomCode::parse(std::string_view typed) {
  const auto words = typedWords(typed);
  if (words.size() != kWords)
    return Error{ErrorCode::InvalidInput, "number of words",
                 "A room opens with four words. Check how many there are."};
  const auto& list = pairingWords();
  RoomCode code;
  for (std::size_t at = 0; at < kWords; ++at) {
    const auto found = std::lower_bound(list.begin(), list.end(), words[at]);
    if (found == list.end() || *found != words[at])
      return Error{ErrorCode::InvalidInput, "word " + std::to_string(at + 1),
                   "One of these words isn't in the list: word " + std::to_string(at + 1) + "."};
    code.words_[at] = static_cast<std::uint16_t>(found - list.begin());
  }
  return code;
}

std::string RoomCode::text(char between) const {
  std::string text;
  for (const std::uint16_t word : words_) {
    if (!text.empty()) text += between;
    text += pairingWords()[word];
  }
  return text;
}

RoomKey RoomKey::of(const RoomCode& code) {
  std::string text = code.text();
  journal::crypto::SecretBytes<48> derived;
  must(PKCS5_PBKDF2_HMAC(text.data(), static_cast<int>(text.size()), bytes(kSalt),
                         static_cast<int>(kSalt.size()), kRounds, EVP_sha256(),
                         static_cast<int>(derived.kSize), derived.writable().data()));
  journal::crypto::wipe(text);
  RoomKey made;
  wire::RoomId::Bytes id{};
  const auto all = derived.bytes();
  std::copy_n(all.begin(), id.size(), id.begin());
  made.room_ = wire::RoomId::fromBytes(id);
  std::copy(all.begin() + id.size(), all.end(), made.key_.writable().begin());
  return made;
}

std::string RoomKey::seal(std::string_view what, std::string_view plain,
                          journal::Random& random) const {
  const std::string with = associated(room_, what);
  std::string sealed(kNonce + plain.size() + kTag, '\0');
  random.fill({bytes(sealed), kNonce});
  const Cipher cipher(EVP_CIPHER_CTX_new());
  int size = 0;
  must(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key_.bytes().data(),
                          bytes(sealed)));
  must(EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytes(with), static_cast<int>(with.size())));
  must(EVP_EncryptUpdate(cipher.get(), bytes(sealed) + kNonce, &size, bytes(plain),
                         static_cast<int>(plain.size())));
  must(EVP_EncryptFinal_ex(cipher.get(), bytes(sealed) + kNonce + plain.size(), &size));
  must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTag,
                           bytes(sealed) + kNonce + plain.size()));
  return sealed;
}

std::optional<std::string> RoomKey::open(std::string_view what, std::string_view sealed) const {
  if (sealed.size() < kNonce + kTag) return std::nullopt;
  const std::string with = associated(room_, what);
  const std::string_view inside = sealed.substr(kNonce, sealed.size() - kNonce - kTag);
  std::string tag(sealed.substr(sealed.size() - kTag));
  std::string plain(inside.size(), '\0');
  const Cipher cipher(EVP_CIPHER_CTX_new());
  int size = 0;
  must(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key_.bytes().data(),
                          bytes(sealed)));
  must(EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytes(with), static_cast<int>(with.size())));
  must(EVP_DecryptUpdate(cipher.get(), bytes(plain), &size, bytes(inside),
                         static_cast<int>(inside.size())));
  must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTag, bytes(tag)));
  if (EVP_DecryptFinal_ex(cipher.get(), bytes(plain) + plain.size(), &size) != 1)
    return std::nullopt;
  return plain;
}

std::string cardWords(session::CardKind kind, const session::CardId& id, session::Member by) {
  return "card|" + std::string(session::name(kind)) + "|" + id.hex() + "|" + std::to_string(by);
}
std::string slotWords(int round, const session::CardId& id) {
  return "slot|" + std::to_string(round) + "|" + id.hex();
}

std::string slotOf(const RoomKey& key, int round, const session::CardId& id, std::string plain,
                   journal::Random& random) {
  plain.resize(session::kSlotBytes - session::kCardIdBytes - kNonce - kTag, ' ');
  std::string slot(reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size());
  return slot + key.seal(slotWords(round, id), plain, random);
}

session::CardId cardOf(std::string_view secret) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  must(EVP_Digest(secret.data(), secret.size(), digest.data(), nullptr, EVP_sha256(), nullptr));
  session::CardId::Bytes id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return session::CardId::fromBytes(id);
}

CardSecret CardSecret::random(journal::Random& random) {
  CardSecret made;
  made.secret.resize(32);
  random.fill({bytes(made.secret), made.secret.size()});
  made.id = cardOf(made.secret);
  return made;
}

}  // namespace syncing::room
