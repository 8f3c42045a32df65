#include "app/devices/steps.h"

#include <algorithm>
#include <array>

#include "app/devices/known_devices.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<JoinedHub> joinHub(const LinkNeeds& needs, const syncing::wire::Enrolment& invitation,
                          std::string_view deviceName) {
  HubPlace place{invitation.host, invitation.port, invitation.pin, {}};
  const auto channel = channelTo(place, needs.stop);
  J_TRY(const auto enrolled,
        syncing::transport::enrol(*channel, invitation.code, needs.port.self().device,
                                  needs.signingKey(), needs.clock, needs.random));
  place.service = enrolled.service;
  J_CHECK(rememberHub(needs.port, place));
  if (enrolled.role == syncing::wire::Role::Auditor) return JoinedHub{std::move(place), false};
  J_CHECK(syncing::beginHere(needs.port, needs.clock, needs.random, deviceName));
  J_TRY(const auto vault, syncedVault(needs.port));
  J_TRY(const auto other, otherSide(needs, {}, place, vault));
  syncing::Replica replica({needs.port, *other.link, needs.clock, needs.random, other.place});
  J_CHECK(replica.begin(deviceName));
  return JoinedHub{std::move(place)};
}

Result<syncing::SyncOutcome> synchronise(const LinkNeeds& needs, const OtherSide& other,
                                         std::stop_token stop,
                                         const syncing::Replica::Progress& progress) {
  syncing::Replica replica({needs.port, *other.link, needs.clock, needs.random, other.place});
  return replica.sync(std::move(stop), progress);
}

Result<void> agreeToAdd(const LinkNeeds& needs, syncing::AddingDevice& adding) {
  J_TRY(auto known, KnownDevices::of(needs.port));
  syncing::PortSigner signer(needs.port);
  const syncing::Maker maker{known.list, known.keyring, signer,
                             needs.clock.now().time_since_epoch().count(), needs.random};
  J_TRY(auto statement, adding.agree(maker));
  known.statements.push_back(std::move(statement));
  return syncing::ReplicaState(needs.port).keep(known.statements);
}

Result<void> mayJoin(syncing::SyncPort& port) {
  J_TRY(const auto vault, syncedVault(port));
  if (!vault.isNil()) {
    return Error{
        ErrorCode::Conflict, "has devices already",
        "This journal has devices of its own already. Only a new, empty journal can become "
        "a device of another."};
  }
  J_TRY(const auto ends, port.ends());
  const bool written = std::any_of(ends.begin(), ends.end(),
                                   [](const journal::service::LogEnd& end) { return end.seq > 0; });
  if (!written) return {};
  return Error{ErrorCode::Conflict, "has words already",
               "Something is written in this journal already. Only a new, empty one can become a "
               "device of another: take a complete copy of this one, and bring it in once the two "
               "are one journal."};
}

Result<void> takeKeys(const LinkNeeds& needs, const syncing::JoiningDevice& joining,
                      syncing::wire::HubLink& link) {
  J_TRY(const auto statements, link.statements());
  J_TRY(const auto keyring, joining.finish(statements));
  std::array<std::uint8_t, 32> names{};
  std::copy(keyring.names().bytes().begin(), keyring.names().bytes().end(), names.begin());
  const auto adopted = needs.port.adoptNamesKey(names);
  journal::crypto::wipe(names);
  J_CHECK(adopted);
  syncing::ReplicaState state(needs.port);
  J_CHECK(state.keep(keyring));
  return state.keep(statements);
}

}  // namespace app
