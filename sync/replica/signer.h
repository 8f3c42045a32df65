#pragma once

#include <string_view>
#include <utility>

#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "sync/wire/ids.h"

namespace syncing {

/// Signs as one device. The journal keeps its own key; only what is to be signed goes there.
class Signer {
 public:
  virtual ~Signer() = default;
  virtual wire::DeviceId device() const = 0;
  virtual wire::PublicKey publicKey() const = 0;
  virtual wire::Signature sign(std::string_view message) = 0;
};

/// With a key at hand: the recovery key, a device that is being added.
class KeySigner final : public Signer {
 public:
  KeySigner(wire::DeviceId device, journal::crypto::SigningKey key)
      : device_(device), key_(std::move(key)) {}
  wire::DeviceId device() const override { return device_; }
  wire::PublicKey publicKey() const override { return key_.publicKey(); }
  wire::Signature sign(std::string_view message) override {
    return key_.sign(journal::crypto::bytesOf(message));
  }

 private:
  wire::DeviceId device_;
  journal::crypto::SigningKey key_;
};

}  // namespace syncing
