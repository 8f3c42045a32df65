#include "app/devices/steps.h"

#include <algorithm>

#include "sync/replica/known_devices.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<EnrolledAt> enrolAt(const LinkNeeds& needs, const syncing::wire::Enrolment& invitation) {
  HubPlace place{invitation.host, invitation.port, invitation.pin, {}};
  const auto channel = channelTo(place, needs.stop);
  J_TRY(const auto enrolled,
        syncing::transport::enrol(*channel, invitation.code, needs.port.self().device,
                                  needs.signingKey(), needs.clock, needs.random));
  place.service = enrolled.service;
  return EnrolledAt{std::move(place), enrolled.role};
}

Result<JoinedHub> joinHub(const LinkNeeds& needs, const syncing::wire::Enrolment& invitation,
                          std::string_view deviceName) {
  J_TRY(auto enrolled, enrolAt(needs, invitation));
  HubPlace& place = enrolled.place;
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
  J_TRY(auto known, syncing::KnownDevices::of(needs.port));
  J_CHECK(known.state({needs.port, needs.clock, needs.random},
                      [&adding](const auto& maker) { return adding.agree(maker); }));
  return known.keep(needs.port);
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
  return syncing::ReplicaState(needs.port).adopt(keyring, statements);
}

}  // namespace app
