#pragma once

#include <functional>
#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "journal/base/time.h"
#include "sync/replica/device_statements.h"
#include "sync/replica/replica_state.h"
#include "sync/replica/segment_sealing.h"

namespace syncing {

/// What is odd about the other side. None of it can cost words: whatever it leaves out, each device
/// keeps what it has and gives it again.
enum class Suspicion : std::uint8_t {
  Behind,   ///< it no longer has what it had: put back from an old copy, or it leaves things out
  Forked,   ///< it shows a device's log in two ways
  ListCut,  ///< somebody made a statement after others that it does not show
  Damaged,  ///< runs that do not open, or that no device of the journal made
};

struct SyncOutcome {
  journal::service::Changes changes;
  std::uint64_t received = 0;  ///< entries that are now part of the journal
  std::uint64_t sent = 0;      ///< entries that the other side now holds
  std::uint64_t waiting = 0;   ///< entries that came before others that they follow
  /// How many of this device's own entries the other side said it holds, from the first on. More
  /// may have been written meanwhile.
  std::uint64_t ownHeld = 0;
  bool isRemoved = false;  ///< this device is none of the journal's any more; nothing was exchanged
  bool becameAnew = false;  ///< the journal turned out to be a copy, and got an identity of its own
  std::set<Suspicion> suspicions;
  /// Other devices that this one saw on the list for the first time in the last seven days: a
  /// person should know of them.
  std::vector<wire::DeviceId> newDevices;
  std::int64_t clockOffMs = 0;  ///< this clock minus the other side's; 0 when that has none
};

/// Makes a journal one that has devices, this the first; changes nothing where it is one already.
/// `name` is what people call this device. The other side is told by Replica::begin.
journal::Result<void> beginHere(SyncPort& port, const journal::Clock& clock,
                                journal::Random& random, std::string_view name);

/// Brings a journal and one other side together: the device list, everybody's entries both ways.
/// Safe to stop or break off anywhere; doing it again goes on from there and changes nothing that
/// was done. The references must outlive it. Whoever owns the port's thread calls it.
class Replica {
 public:
  struct Surroundings {
    SyncPort& port;
    wire::HubLink& link;
    const journal::Clock& clock;
    journal::Random& random;  ///< the operating system's outside tests
    std::string place;  ///< names the other side, among all that this journal is synchronised with
  };
  /// Entries done and to do; both grow while more is found.
  using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

  explicit Replica(Surroundings around)
      : around_(around), state_(around.port), signer_(around.port) {}

  /// Makes this journal one that has devices, this the first, and says so to the other side. Where
  /// it is one already, only says so again. `name` is what people call this device.
  journal::Result<void> begin(std::string_view name);
  /// NotFound when the journal has no devices yet. Errors of the link and of the journal; what was
  /// done before stays done.
  journal::Result<SyncOutcome> sync(std::stop_token stop = {}, const Progress& progress = {});

 private:
  struct Round;
  journal::Result<DeviceList> readList(Keyring& keyring);
  journal::Result<std::vector<wire::DeviceStatement>> theirStatements();
  journal::Result<void> introduceOurselves();
  journal::Result<void> tellMissing(const DeviceList& list,
                                    const std::vector<wire::DeviceStatement>& theirs);
  journal::Result<void> exchange(Round& round);
  journal::Result<void> expect(Round& round);
  journal::Result<bool> otherHasMoreOfUs(const Round& round);
  journal::Result<void> noteDevices(Round& round);
  journal::Result<void> beginEpochIfNeeded(Round& round);
  journal::Result<void> pull(Round& round);
  journal::Result<void> pullOn(Round& round);
  journal::Result<bool> missesSomething(const Round& round);
  journal::Result<void> pullOnce(Round& round);
  /// What became of a run that was read.
  enum class Taken : std::uint8_t { Done, KeyMissing, GapBefore };
  journal::Result<Taken> take(Round& round, const wire::Segment& segment);
  journal::Result<void> compareHeads(Round& round, const SegmentPayload& payload);
  journal::Result<void> push(Round& round);
  journal::Result<void> pushLog(Round& round, const wire::DeviceId& author,
                                const wire::Head& theirs);
  journal::Result<wire::Segment> sealed(Round& round, const wire::DeviceId& author,
                                        std::uint64_t first);
  journal::Result<wire::Segment> sealedRun(
      Round& round, const wire::DeviceId& author, std::uint64_t first,
      const std::vector<journal::service::TravellingEntry>& entries);
  journal::Result<void> leaveErasedOut(Round& round);
  journal::Result<void> becomeAnew(Round& round);
  journal::Result<std::uint64_t> lastShared(Round& round);

  Surroundings around_;
  ReplicaState state_;
  PortSigner signer_;
  CheckedSignatures checked_;
};

}  // namespace syncing
