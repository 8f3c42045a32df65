#include <fmt/format.h>

#include <map>

#include "journal/store/op_log.h"

namespace journal::store {
namespace {

struct Signer {
  DeviceId id;
  crypto::PublicKey key{};
};

Result<std::map<std::int64_t, Signer>> signers(Database& database) {
  std::map<std::int64_t, Signer> all;
  Query query = database.query("SELECT number, id, public_key FROM device");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return all;
    Signer signer;
    signer.id = query.id<DeviceId>(1);
    const std::string key = query.blob(2);
    if (key.size() == signer.key.size()) std::copy(key.begin(), key.end(), signer.key.begin());
    all[query.integer(0)] = signer;
  }
}

/// Walks one device's entries after another.
class Walk {
 public:
  explicit Walk(std::map<std::int64_t, Signer> signers) : signers_(std::move(signers)) {}

  void see(OpPosition position, const std::string& raw, const std::string& signature) {
    const std::int64_t device = deviceNumberOf(position);
    if (device != device_) startDevice(device);
    const std::uint64_t seq = seqOf(position);
    // Of an erased entry only the hash is left, which the one after it was signed with.
    const auto decoded = isErased(raw) ? Result<LogEntry>(LogEntry{}) : decodeEntry(raw);
    if (!decoded.ok()) {
      problem("does not decode", seq);
    } else if (isErased(raw)) {
      if (seq != expected_) problem("does not follow the one before", seq);
    } else {
      checkPlace(decoded.value(), seq);
    }
    hash_ = hashOfStored(raw);
    expected_ = seq + 1;
    unsigned_ = signature.empty();
    if (!unsigned_) checkSignature(signature, seq);
  }
  std::vector<std::string> finish() {
    endDevice();
    return std::move(problems_);
  }

 private:
  void startDevice(std::int64_t device) {
    endDevice();
    device_ = device;
    hash_ = {};
    expected_ = 1;
  }
  void endDevice() {
    if (device_ >= 0 && unsigned_) problem("ends without a signature", expected_ - 1);
    unsigned_ = false;
  }
  void checkPlace(const LogEntry& entry, std::uint64_t seq) {
    if (seq != expected_) problem("does not follow the one before", seq);
    if (entry.id.seq != seq || entry.id.device != signers_[device_].id) {
      problem("stands in another's place", seq);
    }
    if (entry.prevHash != hash_) problem("breaks the hash chain", seq);
  }
  void checkSignature(const std::string& raw, std::uint64_t seq) {
    crypto::Signature signature{};
    if (raw.size() == signature.size()) std::copy(raw.begin(), raw.end(), signature.begin());
    const std::string message = signedMessage(hash_);
    if (!crypto::verify(signers_[device_].key, crypto::bytesOf(message), signature)) {
      problem("has a signature that does not fit", seq);
    }
  }
  void problem(const char* what, std::uint64_t seq) {
    constexpr std::size_t kEnough = 50;
    if (problems_.size() < kEnough) {
      problems_.push_back(fmt::format("log entry {} of device {} {}", seq, device_, what));
    }
  }

  std::map<std::int64_t, Signer> signers_;
  std::vector<std::string> problems_;
  std::int64_t device_ = -1;
  crypto::Digest hash_{};
  std::uint64_t expected_ = 1;
  bool unsigned_ = false;
};

}  // namespace

Result<std::vector<std::string>> verifyLog(Database& database, std::stop_token stop,
                                           const std::function<void(std::uint64_t)>& progress) {
  J_TRY(auto known, signers(database));
  Walk walk(std::move(known));
  Query query = database.query("SELECT position, entry, signature FROM op_log ORDER BY position");
  for (std::uint64_t seen = 0;; ++seen) {
    J_TRY(const bool more, query.next());
    if (!more) return walk.finish();
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "asked to stop"};
    walk.see(query.integer(0), query.blob(1), query.blob(2));
    if (progress && seen % 256 == 0) progress(seen);
  }
}

}  // namespace journal::store
