#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/model/ports.h"
#include "journal/base/result.h"
#include "journal/base/time.h"
#include "journal/domain/ids.h"
#include "journal/service/op.h"

// A journal's devices and where it is synchronised, as an interface: wired by app/desktop to a hub
// and to folders, and by tests. Everything here is called on the network's thread (errands.h) and
// may block there; the journal is reached through OnJournal only.

namespace app::model {

/// Runs a piece of work on the journal's thread, with the journal that is open, and waits for it.
/// Locked when none is open.
using OnJournal = std::function<journal::Result<void>(
    const std::function<journal::Result<void>(journal::service::Journal&)>&)>;

/// What a piece of work on the network's thread may use.
struct Reach {
  OnJournal onJournal = {};
  Watch watch = {};
};

struct DeviceRow {
  journal::DeviceId id;
  std::string name;  ///< empty: cannot be read yet
  bool isThis = false;
  bool isRecoveryKey = false;
  bool isNew = false;  ///< seen here for the first time in the last seven days
  journal::UtcTime added{};
  std::optional<journal::UtcTime> heard = {};  ///< when something of it last came, by this clock
};

/// One side that the journal is synchronised with.
struct SyncPlace {
  std::string name;  ///< "notes.eastby.example, key ends 7C 41 E0", or a folder
  bool isFolder = false;
  std::optional<journal::UtcTime> synced = {};  ///< last, as far as is remembered
  bool holdsAll = false;  ///< it said that it holds every change made on this device so far
};

/// What is known without asking anybody.
struct DevicesKnown {
  bool shared = false;                  ///< the journal has a list of devices
  bool removed = false;                 ///< this device is on it no more
  bool recoveryKeyListed = false;       ///< of this journal: it can be brought back by it
  std::string journalAddress = {};      ///< at the hub, to be kept with it; empty: by a folder
  std::vector<DeviceRow> devices = {};  ///< those that are in, this one first
  std::vector<SyncPlace> places = {};
};

/// How synchronising went with every place of the journal.
struct SyncReport {
  DevicesKnown known;
  journal::service::Changes changes;
  std::uint64_t received = 0;
  bool removed = false;
  std::vector<std::string> remarks;       ///< a person should know; one sentence each
  std::optional<journal::Error> trouble;  ///< of the first place that was not reached
};

enum class PairingStep : std::uint8_t {
  None,
  Waiting,    ///< for the other device
  Comparing,  ///< both show six words
  Agreed,     ///< what follows is on its way
  Done,
  Stopped,  ///< see `why`
};
/// How far adding a device is, on either of the two.
struct PairingSeen {
  PairingStep step = PairingStep::None;
  std::string code;                ///< four groups of four between dashes; on the old device
  std::string address;             ///< of the hub, to be typed on the new one; empty: by a folder
  std::vector<std::string> words;  ///< six, when Comparing or later
  std::string newcomer;            ///< what the new device calls itself; on the old one
  journal::UtcTime expires{};
  std::string why;
};

class DeviceDoor {
 public:
  virtual ~DeviceDoor() = default;

  virtual journal::Result<DevicesKnown> known(const Reach& reach) = 0;
  /// With every place that the journal remembers. Progress counts changes. An Error only when
  /// nothing at all could be said (Cancelled, Locked, the disk).
  virtual journal::Result<SyncReport> synchronise(const Reach& reach) = 0;
  /// With an invitation of the service. Network, InvalidInput with advice.
  virtual journal::Result<void> joinHub(const Reach& reach, const std::string& invitation,
                                        const std::string& deviceName) = 0;
  /// From now on this folder as well; empty: no more. InvalidInput or Io with advice.
  virtual journal::Result<void> useFolder(const Reach& reach, const std::string& folder,
                                          const std::string& deviceName) = 0;
  /// The others hear of it when this one next synchronises.
  virtual journal::Result<void> remove(const Reach& reach, journal::DeviceId device) = 0;

  /// Puts the recovery key on the journal's list, so that it brings the journal back when every
  /// device is lost. Wipes `key`. InvalidInput or NotFound with advice.
  virtual journal::Result<void> listRecoveryKey(const Reach& reach, std::string& key) = 0;
  /// Brings a journal back into this new, empty one. `where`: a folder, the address that was kept
  /// with the key, or a new invitation. Wipes `key`. Errors with advice.
  virtual journal::Result<void> comeBack(const Reach& reach, std::string& key,
                                         const std::string& where,
                                         const std::string& deviceName) = 0;

  /// The person has seen that this one is new; other devices go on saying so.
  virtual journal::Result<void> dismissNew(const Reach& reach, journal::DeviceId device) = 0;

  // Adding a device. One at a time: beginning again stops the one before.
  /// On one that the journal has. The passphrase was asked for before.
  virtual journal::Result<PairingSeen> beginAdding(const Reach& reach) = 0;
  /// On the new one. `where`: a hub's address, or a folder.
  virtual journal::Result<PairingSeen> beginJoining(const Reach& reach, std::string& code,
                                                    const std::string& where,
                                                    const std::string& deviceName) = 0;
  /// Asks the other side once; never waits for a person.
  virtual journal::Result<PairingSeen> look(const Reach& reach) = 0;
  /// The person said that both devices show the same words.
  virtual journal::Result<PairingSeen> agree(const Reach& reach) = 0;
  /// They differ, or the person gave up. Forgets every key of it.
  virtual void stopPairing() = 0;
};

}  // namespace app::model
