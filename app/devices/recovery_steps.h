#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "app/devices/places.h"
#include "journal/crypto/recovery_key.h"
#include "sync/wire/enrolment.h"

// What people do with the recovery key of a journal that is on several devices. Blocks where the
// other side is asked.

namespace app {

/// A new recovery key for the journal; the one before opens nothing from now on, and where it was
/// on the list of devices the new one takes its place there. For printing, once.
journal::Result<journal::crypto::SecretString> renewRecoveryKey(
    journal::service::LocalJournal& journal, const journal::Clock& clock, journal::Random& random);

/// Where a journal may be that is on no device any more: a folder, a hub, or a hub that this
/// invitation is for. One of them.
struct WhereLost {
  std::filesystem::path folder = {};
  std::optional<JournalAddress> address = {};
  std::optional<syncing::wire::Enrolment> invitation = {};
};

/// Brings the journal that this recovery key is on the list of into the new, empty one of `needs`,
/// and remembers the hub. What is in it comes with the next synchronising. Done half, it can be
/// done again. NotFound, with advice, when no journal there knows the key; Conflict when this one
/// has devices already; errors of the other side.
journal::Result<void> comeBackTo(const LinkNeeds& needs, const WhereLost& where,
                                 const journal::crypto::RecoveryBytes& key,
                                 std::string_view deviceName);

}  // namespace app
