#include "sync/replica/device_list.h"

#include <algorithm>
#include <map>
#include <utility>

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using wire::DeviceStatement;
using wire::StatementKind;

ListedDevice listed(const StatementNode& node) {
  const DeviceStatement& statement = node.statement;
  ListedDevice device;
  device.id = statement.device;
  device.signKey = statement.signKey;
  device.boxKey = statement.boxKey;
  device.isRecoveryKey = statement.recovery != 0;
  device.sealedName = statement.sealedName;
  device.added = node.digest;
  device.addedBy = statement.signer;
  device.addedAtMs = statement.atMs;
  device.isIn = node.verdict == Verdict::Counts;
  return device;
}

bool holds(const ListedEpoch& epoch, wire::DeviceId device) {
  return std::binary_search(epoch.holders.begin(), epoch.holders.end(), device);
}

bool begins(const DeviceStatement& statement) {
  return !statement.epoch.isNil();
}

/// The admitted statements, each after everything it was made after.
std::vector<std::size_t> inOrder(const std::vector<StatementNode>& nodes) {
  std::vector<std::pair<std::size_t, std::size_t>> ages;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].admitted) ages.emplace_back(nodes[i].past.count(), i);
  }
  std::sort(ages.begin(), ages.end());
  std::vector<std::size_t> order;
  order.reserve(ages.size());
  for (const auto& [age, i] : ages) order.push_back(i);
  return order;
}

/// Everybody who was given the key of the epoch that began with statement `begun`. A box holds
/// every key that its maker was given before, so this can be known without opening any.
std::vector<wire::DeviceId> holdersOf(const std::vector<StatementNode>& nodes,
                                      const std::vector<std::size_t>& order, std::size_t begun) {
  std::map<wire::DeviceId, std::vector<std::size_t>> givenBy;
  givenBy[nodes[begun].statement.signer].push_back(begun);
  for (const std::size_t i : order) {
    if (i != begun && !nodes[i].past.has(begun)) continue;
    const auto maker = givenBy.find(nodes[i].statement.signer);
    const bool hasKey =
        i == begun ||
        (maker != givenBy.end() &&
         std::any_of(maker->second.begin(), maker->second.end(),
                     [&nodes, i](std::size_t given) { return nodes[i].past.has(given); }));
    if (!hasKey) continue;
    for (const wire::KeyBox& box : nodes[i].statement.boxes) givenBy[box.device].push_back(i);
  }
  std::vector<wire::DeviceId> holders;
  holders.reserve(givenBy.size());
  for (const auto& [device, given] : givenBy) holders.push_back(device);
  return holders;
}

}  // namespace

Result<DeviceList> DeviceList::read(wire::VaultId vault, std::vector<DeviceStatement> statements) {
  CheckedSignatures none;
  return read(vault, std::move(statements), none);
}

Result<DeviceList> DeviceList::read(wire::VaultId vault, std::vector<DeviceStatement> statements,
                                    CheckedSignatures& checked) {
  if (statements.size() > kMostStatements) {
    return Error{ErrorCode::InvalidInput, "more device statements than a journal can have"};
  }
  std::vector<StatementNode> nodes = statementGraph(vault, std::move(statements), checked);
  const auto isBeginning = [](const StatementNode& node) {
    return node.admitted && node.statement.kind == StatementKind::Found;
  };
  const auto beginnings = std::count_if(nodes.begin(), nodes.end(), isBeginning);
  if (beginnings == 0) return Error{ErrorCode::NotFound, "device list without its beginning"};
  if (beginnings > 1) return Error{ErrorCode::Conflict, "a journal that began twice"};
  ruleOn(nodes);

  DeviceList list;
  list.vault_ = vault;
  list.founding_ = std::find_if(nodes.begin(), nodes.end(), isBeginning)->statement.epoch;
  list.readDevices(nodes);
  list.readEpochs(nodes);
  list.readNewest(nodes);
  for (StatementNode& node : nodes) {
    list.statements_.push_back({std::move(node.statement), node.digest, node.verdict});
  }
  return list;
}

void DeviceList::readDevices(const std::vector<StatementNode>& nodes) {
  std::map<wire::DeviceId, ListedDevice> found;
  for (const StatementNode& node : nodes) {
    const StatementKind kind = node.statement.kind;
    if (!node.admitted || (kind != StatementKind::Found && kind != StatementKind::Add)) continue;
    const auto [place, isNew] = found.emplace(node.statement.device, listed(node));
    if (!isNew && !place->second.isIn) place->second = listed(node);
  }
  for (const StatementNode& node : nodes) {
    if (node.verdict != Verdict::Counts || node.statement.kind != StatementKind::Remove) continue;
    ListedDevice& device = found.at(node.statement.device);
    device.isIn = false;
    if (device.removedBy) continue;
    device.removedBy = node.statement.signer;
    device.removedAtMs = node.statement.atMs;
  }
  for (auto& [id, device] : found) devices_.push_back(std::move(device));
}

void DeviceList::readEpochs(const std::vector<StatementNode>& nodes) {
  std::map<wire::EpochId, ListedEpoch> found;
  const std::vector<std::size_t> order = inOrder(nodes);
  std::vector<std::size_t> safe;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].admitted || !begins(nodes[i].statement)) continue;
    ListedEpoch epoch;
    epoch.id = nodes[i].statement.epoch;
    epoch.counts = nodes[i].verdict == Verdict::Counts;
    epoch.holders = holdersOf(nodes, order, i);
    epoch.isSafe = std::all_of(epoch.holders.begin(), epoch.holders.end(),
                               [this](wire::DeviceId holder) { return isIn(holder); });
    if (epoch.isSafe && epoch.counts) safe.push_back(i);
    found.emplace(epoch.id, std::move(epoch));
  }
  for (auto& [id, epoch] : found) epochs_.push_back(std::move(epoch));
  for (const std::size_t i : safe) {  // the first by digest of those that no other one follows
    const bool isFollowed = std::any_of(safe.begin(), safe.end(), [&nodes, i](std::size_t other) {
      return nodes[other].past.has(i);
    });
    if (!isFollowed && !sealWith_) sealWith_ = nodes[i].statement.epoch;
  }
}

void DeviceList::readNewest(const std::vector<StatementNode>& nodes) {
  Seen followed(nodes.size());
  for (const StatementNode& node : nodes) {
    if (node.admitted) followed.add(node.past);
  }
  for (std::size_t i = 0; i < nodes.size() && newest_.size() < wire::kMostAfter; ++i) {
    if (nodes[i].admitted && !followed.has(i)) newest_.push_back(nodes[i].digest);
  }
}

const ListedDevice* DeviceList::find(wire::DeviceId device) const {
  const auto at = std::lower_bound(
      devices_.begin(), devices_.end(), device,
      [](const ListedDevice& listed, wire::DeviceId id) { return listed.id < id; });
  return at != devices_.end() && at->id == device ? &*at : nullptr;
}

bool DeviceList::isIn(wire::DeviceId device) const {
  const ListedDevice* listed = find(device);
  return listed != nullptr && listed->isIn;
}

bool DeviceList::isIncomplete() const {
  return std::any_of(statements_.begin(), statements_.end(), [](const JudgedStatement& judged) {
    return judged.verdict == Verdict::Waiting;
  });
}

std::vector<wire::DeviceId> DeviceList::withoutKeys() const {
  std::vector<wire::DeviceId> without;
  for (const ListedDevice& device : devices_) {
    const bool hasAll =
        std::all_of(epochs_.begin(), epochs_.end(), [this, &device](const ListedEpoch& epoch) {
          return holds(epoch, device.id) || !somebodyHolds(epoch);
        });
    if (device.isIn && !hasAll) without.push_back(device.id);
  }
  return without;
}

bool DeviceList::somebodyHolds(const ListedEpoch& epoch) const {
  return std::any_of(epoch.holders.begin(), epoch.holders.end(),
                     [this](wire::DeviceId holder) { return isIn(holder); });
}

bool DeviceList::canHelp(wire::DeviceId device) const {
  if (!sealWith_) return true;
  const std::vector<wire::DeviceId> without = withoutKeys();
  return std::any_of(epochs_.begin(), epochs_.end(), [&](const ListedEpoch& epoch) {
    return holds(epoch, device) &&
           std::any_of(without.begin(), without.end(),
                       [&epoch](wire::DeviceId other) { return !holds(epoch, other); });
  });
}

std::optional<wire::DeviceId> DeviceList::whoBeginsEpoch() const {
  if (!needsEpoch()) return std::nullopt;
  const std::vector<wire::DeviceId> without = withoutKeys();
  std::optional<wire::DeviceId> first;
  for (const ListedDevice& device : devices_) {
    if (!device.isIn || device.isRecoveryKey || !canHelp(device.id)) continue;
    const bool hasAll = !std::binary_search(without.begin(), without.end(), device.id);
    if (hasAll) return device.id;
    if (!first) first = device.id;
  }
  return first;
}

}  // namespace syncing
