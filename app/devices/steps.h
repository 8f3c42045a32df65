#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/devices/places.h"
#include "sync/replica/pairing.h"
#include "sync/replica/replica.h"
#include "sync/wire/enrolment.h"

// What people do with the devices of a journal, step by step. Blocks while the other side is asked;
// wherever the port of `needs` may be called from.

namespace app {

struct EnrolledAt {
  HubPlace place;
  syncing::wire::Role role = syncing::wire::Role::Tutor;
};
/// Makes this device one of the service's people, by the code of an invitation.
journal::Result<EnrolledAt> enrolAt(const LinkNeeds& needs,
                                    const syncing::wire::Enrolment& invitation);

struct JoinedHub {
  HubPlace place;
  bool keepsJournals = true;  ///< false for an auditor: nothing else was done
};
/// Makes this device one of the service's people and the journal one of the hub's. Whatever was
/// done stays done, and doing it again goes on from there.
journal::Result<JoinedHub> joinHub(const LinkNeeds& needs,
                                   const syncing::wire::Enrolment& invitation,
                                   std::string_view deviceName);

/// Brings the journal and the other side together.
journal::Result<syncing::SyncOutcome> synchronise(const LinkNeeds& needs, const OtherSide& other,
                                                  std::stop_token stop = {},
                                                  const syncing::Replica::Progress& progress = {});

/// After a person said that the words match, on the device that is one already: keeps the statement
/// that adds the new one. It goes out with the next look.
journal::Result<void> agreeToAdd(const LinkNeeds& needs, syncing::AddingDevice& adding);

/// Conflict, with advice, when this journal has devices or words of its own already: then it can
/// not become a device of another.
journal::Result<void> mayJoin(syncing::SyncPort& port);
/// After a person said so on the new device: takes the keys, once the list at the other side shows
/// this device. NotFound while it does not: ask again later. `link` is for the vault of `joining`.
journal::Result<void> takeKeys(const LinkNeeds& needs, const syncing::JoiningDevice& joining,
                               syncing::wire::HubLink& link);

}  // namespace app
