#pragma once

#include <filesystem>
#include <string>

#include "journal/base/result.h"
#include "sync/wire/ids.h"

namespace syncing::hub {

/// A server's certificate chain and key, PEM, as files.
struct CertificateFiles {
  std::filesystem::path chain;
  std::filesystem::path key;
};

/// The hub's own in `folder` (hub-certificate.pem, hub-key.pem): made at the first start, P-256,
/// signed by itself, for twenty years; enrolment names its key, so nobody else need vouch for it.
/// Never made anew over what is there: Corrupt when only one of the two is.
journal::Result<CertificateFiles> ownCertificate(const std::filesystem::path& folder);
/// What an enrolment pins: the SHA-256 of the public key (DER) of the first certificate. Stays the
/// same when a certificate is renewed with the same key.
journal::Result<wire::Digest> pinOf(const std::filesystem::path& chain);

}  // namespace syncing::hub
