// The recovery key of a journal that is on several devices: putting it on the list, and coming back
// with it when every device is lost.

#include "app/desktop/local_devices.h"
#include "app/desktop/local_exchange.h"
#include "app/desktop/local_vaults.h"
#include "app/devices/recovery_steps.h"
#include "app/devices/steps.h"
#include "sync/replica/recovery.h"

namespace app::desktop {

using journal::Result;
using journal::crypto::RecoveryBytes;
using journal::crypto::SecretString;
using model::Reach;

namespace {

Result<WhereLost> whereFrom(const std::string& typed) {
  WhereLost where;
  if (typed.starts_with("sh1:")) {
    J_TRY(where.address, parseJournalAddress(typed));
  } else if (typed.starts_with("sv1:")) {
    J_TRY(where.invitation, syncing::wire::parseEnrolment(typed));
  } else {
    J_TRY(where.folder, pathFromTyped(typed));
  }
  return where;
}

/// WrongPassphrase when it is the recovery key of another vault.
Result<RecoveryBytes> recognised(const Reach& reach, const SecretString& typed) {
  RecoveryBytes bytes;
  J_CHECK(reach.onJournal([&](journal::service::Journal& open) -> Result<void> {
    J_TRY(journal::service::LocalJournal * journal, localJournal(open));
    J_TRY(bytes, journal->vault().recognise(typed));
    return {};
  }));
  return bytes;
}

}  // namespace

Result<void> LocalDevices::listRecoveryKey(const Reach& reach, std::string& key) {
  const SecretString typed(key);
  journal::crypto::wipe(key);
  J_TRY(const RecoveryBytes bytes, recognised(reach, typed));
  J_TRY(const auto port, portOver(reach));
  return syncing::listRecoveryKey({*port, clock_, random_}, bytes, kRecoveryKeyName);
}

Result<void> LocalDevices::comeBack(const Reach& reach, std::string& key, const std::string& where,
                                    const std::string& deviceName) {
  const SecretString typed(key);
  journal::crypto::wipe(key);
  J_TRY(const RecoveryBytes bytes, journal::crypto::parseRecoveryKey(typed));
  J_TRY(const WhereLost lost, whereFrom(where));
  J_TRY(const auto port, portOver(reach));
  J_CHECK(mayJoin(*port));
  J_CHECK(comeBackTo(needs(*port, reach), lost, bytes, deviceName));
  if (lost.folder.empty()) return {};
  return rememberFolder(*port, lost.folder);
}

}  // namespace app::desktop
