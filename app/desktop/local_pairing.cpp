// Adding a device, on either side, as far as it waits for the other one.

#include <algorithm>

#include "app/desktop/local_devices.h"
#include "app/desktop/local_exchange.h"
#include "app/devices/known_devices.h"
#include "app/devices/steps.h"

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using model::PairingSeen;
using model::PairingStep;
using model::Reach;
using syncing::PairingStage;

/// One adding of a device, on one of the two. Exactly one of `adding` and `joining` is there.
struct LocalDevices::Pairing {
  std::unique_ptr<PortHop> port;
  std::optional<HubPlace> hub;
  std::filesystem::path folder;  ///< used when there is no hub
  std::optional<syncing::Keyring> keyring;
  std::unique_ptr<syncing::PortSigner> signer;
  std::unique_ptr<syncing::AddingDevice> adding;
  std::unique_ptr<syncing::JoiningDevice> joining;
  std::int64_t deadlineMs = 0;
  bool agreed = false;    ///< here
  bool hasKeys = false;   ///< joining
  std::string hint = {};  ///< why nothing happens yet
  std::optional<Error> stopped = {};
};

namespace {

/// As syncing::PairingStage of whichever of the two it is.
template <class Device>
std::vector<std::string> wordsOf(const Device& device) {
  const auto words = device.words();
  return {words.begin(), words.end()};
}

bool isWorthAnotherTry(const Error& error) {
  return error.code == ErrorCode::Network || error.code == ErrorCode::NotFound ||
         error.code == ErrorCode::Locked;
}

/// The journal has been closed, and not only the other side.
bool isOver(const Error& error, const Reach& reach) {
  return error.code == ErrorCode::Locked && reach.watch.stop.stop_requested();
}

}  // namespace

Result<OtherSide> LocalDevices::pairingSide(Pairing& pairing, const Reach& reach,
                                            const syncing::wire::VaultId& vault) const {
  const auto folder = pairing.hub ? std::filesystem::path() : pairing.folder;
  return otherSide(needs(*pairing.port, reach), folder, pairing.hub, vault);
}

Result<PairingSeen> LocalDevices::beginAdding(const Reach& reach) {
  pairing_.reset();
  auto pairing = std::make_shared<Pairing>();
  J_TRY(pairing->port, portOver(reach));
  syncing::ReplicaState state(*pairing->port);
  J_TRY(pairing->keyring, state.keyring());
  J_TRY(pairing->hub, rememberedHub(*pairing->port));
  J_TRY(pairing->folder, rememberedFolder(*pairing->port));
  if (!pairing->keyring || (!pairing->hub && pairing->folder.empty())) {
    return Error{ErrorCode::NotFound, "nowhere to meet",
                 "Join your service’s hub first, or choose a folder: that is where the two devices "
                 "meet."};
  }
  pairing->signer = std::make_unique<syncing::PortSigner>(*pairing->port);
  pairing->adding = std::make_unique<syncing::AddingDevice>(*pairing->keyring, *pairing->signer,
                                                            nowMs(), random_);
  pairing->deadlineMs = pairing->adding->expiresAtMs();
  pairing_ = std::move(pairing);
  return look(reach);
}

Result<PairingSeen> LocalDevices::beginJoining(const Reach& reach, std::string& code,
                                               const std::string& where,
                                               const std::string& deviceName) {
  pairing_.reset();
  const journal::crypto::SecretString typed(code);
  journal::crypto::wipe(code);
  auto pairing = std::make_shared<Pairing>();
  J_TRY(auto parsed, syncing::PairingCode::parse(typed));
  if (where.starts_with("/") || where.starts_with("file:")) {
    J_TRY(pairing->folder, pathFromTyped(where));
  } else {
    J_TRY(pairing->hub, parseHubAddress(where));
  }
  J_TRY(pairing->port, portOver(reach));
  J_CHECK(mayJoin(*pairing->port));
  pairing->signer = std::make_unique<syncing::PortSigner>(*pairing->port);
  J_TRY(auto seed, syncing::ReplicaState(*pairing->port).joiningSeed());
  pairing->joining = std::make_unique<syncing::JoiningDevice>(
      std::move(parsed), *pairing->signer, std::move(seed), deviceName, nowMs(), random_);
  pairing->deadlineMs = nowMs() + syncing::kPairingMs;
  pairing_ = std::move(pairing);
  return look(reach);
}

Result<void> LocalDevices::lookOnce(Pairing& pairing, const Reach& reach) {
  if (pairing.adding) {
    J_TRY(const auto side, pairingSide(pairing, reach, pairing.keyring->vault()));
    return pairing.adding->look(*side.link, nowMs());
  }
  if (pairing.joining->stage() == PairingStage::Done) return takeKeysWhenThere(pairing, reach);
  J_TRY(const auto side, pairingSide(pairing, reach, {}));
  return pairing.joining->look(*side.link, nowMs());
}

Result<void> LocalDevices::takeKeysWhenThere(Pairing& pairing, const Reach& reach) {
  if (!pairing.agreed || pairing.hasKeys) return {};
  J_TRY(const auto side, pairingSide(pairing, reach, pairing.joining->vault()));
  J_CHECK(takeKeys(needs(*pairing.port, reach), *pairing.joining, *side.link));
  if (pairing.hub) {
    J_CHECK(rememberHub(*pairing.port, *pairing.hub));
  } else {
    J_CHECK(rememberFolder(*pairing.port, pairing.folder));
  }
  pairing.hasKeys = true;
  return {};
}

Result<PairingSeen> LocalDevices::look(const Reach& reach) {
  if (!pairing_) return PairingSeen{};
  const std::shared_ptr<Pairing> pairing = pairing_;
  pairing->hint.clear();
  const bool late = !syncing::isInTime(pairing->deadlineMs, nowMs()) && !pairing->hasKeys;
  if (late && pairing->agreed && pairing->joining) {
    pairing->stopped =
        Error{ErrorCode::Network, "not on the list in time",
              "The other device did not finish adding this one. Nothing is lost: add "
              "it there again, and type the new code here."};
  }
  if (pairing->stopped) return seen(*pairing);
  const auto looked = lookOnce(*pairing, reach);
  if (looked.ok()) return seen(*pairing);
  if (isOver(looked.error(), reach)) return looked.error();
  if (isWorthAnotherTry(looked.error())) {
    pairing->hint = looked.error().advice;
  } else {
    pairing->stopped = looked.error();
  }
  return seen(*pairing);
}

Result<PairingSeen> LocalDevices::agree(const Reach& reach) {
  if (!pairing_ || pairing_->stopped) return look(reach);
  pairing_->agreed = true;
  if (pairing_->adding) {
    const auto added = agreeToAdd(needs(*pairing_->port, reach), *pairing_->adding);
    if (!added.ok()) pairing_->stopped = added.error();
  }
  return look(reach);
}

void LocalDevices::stopPairing() {
  if (!pairing_) return;
  if (pairing_->adding) pairing_->adding->stop();
  if (pairing_->joining) pairing_->joining->stop();
  pairing_.reset();
}

PairingSeen LocalDevices::seen(const Pairing& pairing) const {
  PairingSeen seen;
  seen.expires = journal::UtcTime{std::chrono::milliseconds{pairing.deadlineMs}};
  seen.why = pairing.hint;
  const PairingStage stage = pairing.adding ? pairing.adding->stage() : pairing.joining->stage();
  const auto& stopped =
      pairing.adding ? pairing.adding->whyStopped() : pairing.joining->whyStopped();
  if (pairing.stopped || stage == PairingStage::Stopped) {
    seen.step = PairingStep::Stopped;
    const auto& why = pairing.stopped ? pairing.stopped : stopped;
    if (why) seen.why = why->advice;
    return seen;
  }
  if (pairing.adding) {
    seen.code = std::string(pairing.adding->code().view());
    if (pairing.hub) seen.address = formatHubAddress(*pairing.hub);
    if (stage == PairingStage::Done) seen.step = PairingStep::Done;
    if (stage == PairingStage::Agreed) seen.step = PairingStep::Agreed;
  }
  if (pairing.joining && pairing.agreed) {
    seen.step = pairing.hasKeys ? PairingStep::Done : PairingStep::Agreed;
  }
  if (stage == PairingStage::Waiting) {
    seen.step = PairingStep::Waiting;
    return seen;
  }
  if (seen.step == PairingStep::None) seen.step = PairingStep::Comparing;
  seen.words = pairing.adding ? wordsOf(*pairing.adding) : wordsOf(*pairing.joining);
  if (pairing.adding) seen.newcomer = pairing.adding->newcomerName();
  return seen;
}

}  // namespace app::desktop
