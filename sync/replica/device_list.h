#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "sync/replica/statement_graph.h"
#include "sync/wire/device_statement.h"

namespace syncing {

/// A device that was added to a journal by somebody, whether or not it still is one.
struct ListedDevice {
  wire::DeviceId id;
  wire::PublicKey signKey{};
  wire::PublicKey boxKey{};
  bool isRecoveryKey = false;
  std::string sealedName;  ///< device_statements.h opens it
  wire::Digest added{};    ///< the statement that added it
  wire::DeviceId addedBy;
  std::int64_t addedAtMs = 0;  ///< by its clock, to show and not to decide by
  bool isIn = false;           ///< one of the journal's devices now
  std::optional<wire::DeviceId> removedBy;
  std::int64_t removedAtMs = 0;
};

/// An epoch that a device began, and who was given its key.
struct ListedEpoch {
  wire::EpochId id;
  /// False when what began it does not: it is not sealed with, but may have been before that was
  /// known.
  bool counts = false;
  std::vector<wire::DeviceId> holders;  ///< ascending; also devices that have been removed since
  bool isSafe = false;                  ///< no device that is not one of the journal's holds it
};

struct JudgedStatement {
  wire::DeviceStatement statement;
  wire::Digest digest{};
  Verdict verdict = Verdict::Counts;
};

/// What the statements of a journal's device list add up to: a function of the set of them, so a
/// hub that sends them in another order, twice, or with some of its own changes nothing, and one
/// that leaves some out is behind and not believed.
class DeviceList {
 public:
  /// NotFound when the journal's beginning is not among `statements`. Conflict when its first
  /// device began it twice: no list is right then. InvalidInput when there are more than
  /// kMostStatements.
  static journal::Result<DeviceList> read(wire::VaultId vault,
                                          std::vector<wire::DeviceStatement> statements,
                                          CheckedSignatures& checked);
  static journal::Result<DeviceList> read(wire::VaultId vault,
                                          std::vector<wire::DeviceStatement> statements);

  wire::VaultId vault() const { return vault_; }
  /// Every device that was ever added, by id.
  const std::vector<ListedDevice>& devices() const { return devices_; }
  /// Null when nobody ever added it. Valid as long as the list.
  const ListedDevice* find(wire::DeviceId device) const;
  bool isIn(wire::DeviceId device) const;

  /// Every statement, by digest, and whether it counts.
  const std::vector<JudgedStatement>& statements() const { return statements_; }
  /// Digests of the newest ones that a device signed: what the next statement is made after.
  const std::vector<wire::Digest>& newest() const { return newest_; }
  /// A device of the journal made a statement after others that are not here: somebody leaves them
  /// out, or they are late.
  bool isIncomplete() const;

  wire::EpochId foundingEpoch() const { return founding_; }
  /// Every epoch, by id. A device needs the key of each that anybody has.
  const std::vector<ListedEpoch>& epochs() const { return epochs_; }
  /// False when only devices that are gone had its key: what they alone sealed with it stays shut.
  bool somebodyHolds(const ListedEpoch& epoch) const;
  /// The epoch to seal with: one that no removed device has the key of, and the newest of those.
  /// nullopt when there is none: somebody has to begin one.
  std::optional<wire::EpochId> sealWith() const { return sealWith_; }
  /// Devices of the journal that were not given a key that another has, because they were added
  /// while somebody else began an epoch. Somebody has to begin an epoch for all of them.
  std::vector<wire::DeviceId> withoutKeys() const;
  bool needsEpoch() const { return !sealWith_ || !withoutKeys().empty(); }
  /// Everyone may begin an epoch; so that not everyone does, this one should: the first by id of
  /// those that have every key, else of those that have one to give. Never a recovery key. nullopt
  /// when none is needed or nobody can.
  std::optional<wire::DeviceId> whoBeginsEpoch() const;

 private:
  DeviceList() = default;
  void readDevices(const std::vector<StatementNode>& nodes);
  void readEpochs(const std::vector<StatementNode>& nodes);
  bool canHelp(wire::DeviceId device) const;
  void readNewest(const std::vector<StatementNode>& nodes);

  wire::VaultId vault_;
  wire::EpochId founding_;
  std::vector<ListedDevice> devices_;
  std::vector<JudgedStatement> statements_;
  std::vector<wire::Digest> newest_;
  std::vector<ListedEpoch> epochs_;
  std::optional<wire::EpochId> sealWith_;
};

}  // namespace syncing
