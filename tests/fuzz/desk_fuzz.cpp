// A request of a device that the hub knows, rightly signed, with anything in it: answered or
// refused, and the store never fails over it. Method, target and body, with 0x1E between.

#include <memory>

#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "sync/hub/desk.h"
#include "sync/wire/request_auth.h"
#include "tests/fuzz/fuzz_input.h"

using namespace syncing;

namespace {

class FuzzClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override { return journal::UtcTime{std::chrono::milliseconds{at}}; }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes{0};
  }
  std::int64_t at = 1'770'000'000'000;
};

/// A hub in memory with an administrator; made anew now and then, so that one input's traces end.
struct FuzzHub {
  FuzzHub()
      : key(journal::crypto::SigningKey::fromSeed(journal::crypto::Secret())),
        database(std::move(storage::Database::inMemory()).value()),
        core(std::move(hub::HubCore::create(*database, "a service", clock, random)).value()),
        desk(*core) {
    const auto invitation = core->inviteLocally(hub::Role::ServiceAdmin);
    device = wire::DeviceId::random(random);
    fuzz::require(core->enrol(invitation->code, device, key.publicKey(), "").ok());
  }
  void sign(hub::Request& request) {
    wire::RequestAuth auth{device, core->service(), clock.at, {}, {}};
    random.fill(auth.nonce);
    const auto digest = journal::crypto::hash(journal::crypto::bytesOf(request.body));
    auth.signature = key.sign(
        journal::crypto::bytesOf(signedPart(request.method, request.target, digest, auth)));
    request.authorization = encodeAuth(auth);
  }

  FuzzClock clock;
  journal::SeededRandom random{1};
  journal::crypto::SigningKey key;
  std::unique_ptr<storage::Database> database;
  std::unique_ptr<hub::HubCore> core;
  hub::Desk desk;
  wire::DeviceId device;
};

constexpr int kInputsAHub = 500;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static std::unique_ptr<FuzzHub> hub;
  static int inputs = 0;
  if (inputs++ % kInputsAHub == 0) hub = std::make_unique<FuzzHub>();
  fuzz::Input input(data, size);
  hub::Request request;
  request.method = std::string(input.text());
  request.target = std::string(input.text());
  request.body = std::string(input.text());
  hub->sign(request);
  const hub::Response response = hub->desk.handle(request);
  fuzz::require(response.status >= 200 && response.status < 500);
  return 0;
}
