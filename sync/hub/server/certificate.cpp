#include "sync/hub/server/certificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <memory>

#include "journal/base/platform.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::size_t kMostPem = 256 * 1024;
constexpr long kValidSeconds = 20L * 365 * 24 * 3600;
constexpr long kBackdatedSeconds = 24L * 3600;  // for clocks behind ours

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Bytes = std::unique_ptr<BIO, Freed<BIO_free_all>>;

Error openSsl(const char* step) {
  return {ErrorCode::Internal, std::string("openssl: ") + step};
}

Certificate selfSigned(EVP_PKEY* key) {
  Certificate made(X509_new());
  constexpr long kVersion3 = 2;
  std::uint8_t serial[8];
  if (!made || RAND_bytes(serial, sizeof serial) != 1) return nullptr;
  serial[0] &= 0x7f;  // positive
  BIGNUM* number = BN_bin2bn(serial, sizeof serial, nullptr);
  BN_to_ASN1_INTEGER(number, X509_get_serialNumber(made.get()));
  BN_free(number);
  X509_set_version(made.get(), kVersion3);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -kBackdatedSeconds);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), kValidSeconds);
  X509_set_pubkey(made.get(), key);
  X509_NAME* name = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("afternote-hub"), -1, -1, 0);
  X509_set_issuer_name(made.get(), name);
  if (X509_sign(made.get(), key, EVP_sha256()) == 0) return nullptr;
  return made;
}

std::string contentOf(BIO* memory) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(memory, &data);
  return length <= 0 ? std::string() : std::string(data, static_cast<std::size_t>(length));
}

Result<void> makeFiles(const CertificateFiles& files) {
  const Key key(EVP_EC_gen("P-256"));
  if (!key) return openSsl("make a key");
  const Certificate certificate = selfSigned(key.get());
  if (!certificate) return openSsl("make a certificate");
  const Bytes keyText(BIO_new(BIO_s_mem()));
  const Bytes chainText(BIO_new(BIO_s_mem()));
  if (PEM_write_bio_PKCS8PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                    nullptr) != 1 ||
      PEM_write_bio_X509(chainText.get(), certificate.get()) != 1)
    return openSsl("write a certificate");
  // The certificate last: with it, the pair is there.
  J_CHECK(journal::replaceFileAtomically(files.key, contentOf(keyText.get())));
  return journal::replaceFileAtomically(files.chain, contentOf(chainText.get()));
}

}  // namespace

Result<CertificateFiles> ownCertificate(const std::filesystem::path& folder) {
  CertificateFiles files{folder / "hub-certificate.pem", folder / "hub-key.pem"};
  std::error_code ignored;
  const bool hasChain = std::filesystem::exists(files.chain, ignored);
  const bool hasKey = std::filesystem::exists(files.key, ignored);
  if (hasChain && !hasKey)
    return Error{ErrorCode::Corrupt, "certificate without its key",
                 "The hub's certificate is there, but not its key (hub-key.pem). Nothing was "
                 "changed. Put the key back from a backup: everybody who enrolled relies on it."};
  if (!hasChain) J_CHECK(makeFiles(files));
  return files;
}

Result<wire::Digest> pinOf(const std::filesystem::path& chain) {
  J_TRY(const std::string text, journal::readFile(chain, kMostPem));
  const Bytes memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  const Certificate first(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
  if (!first)
    return Error{ErrorCode::InvalidInput, "no certificate in the file",
                 "The certificate file does not hold a certificate in PEM form."};
  unsigned char* der = nullptr;
  const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(first.get()), &der);
  if (length <= 0) return openSsl("read a public key");
  wire::Digest digest{};
  unsigned written = 0;
  EVP_Digest(der, static_cast<std::size_t>(length), digest.data(), &written, EVP_sha256(), nullptr);
  OPENSSL_free(der);
  return digest;
}

}  // namespace syncing::hub
