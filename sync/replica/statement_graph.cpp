#include "sync/replica/statement_graph.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "journal/base/bytes.h"
#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"

namespace syncing {
namespace {

using journal::crypto::bytesOf;
using wire::DeviceStatement;
using wire::StatementKind;

bool makesADevice(const DeviceStatement& statement) {
  return statement.kind == StatementKind::Found || statement.kind == StatementKind::Add;
}

bool saysNothingOfADevice(const DeviceStatement& statement) {
  return statement.signKey == wire::PublicKey{} && statement.boxKey == wire::PublicKey{} &&
         statement.recovery == 0 && statement.sealedName.empty();
}

/// Whether a statement holds what its kind has and nothing else.
bool wellShaped(const DeviceStatement& statement) {
  const bool boxesAscend = std::adjacent_find(statement.boxes.begin(), statement.boxes.end(),
                                              [](const wire::KeyBox& a, const wire::KeyBox& b) {
                                                return a.device >= b.device;
                                              }) == statement.boxes.end();
  const bool afterAscends = std::adjacent_find(statement.after.begin(), statement.after.end(),
                                               std::greater_equal<>()) == statement.after.end();
  if (!boxesAscend || !afterAscends || statement.device.isNil()) return false;
  switch (statement.kind) {
    case StatementKind::Found:
      return statement.device == statement.signer && statement.recovery == 0 &&
             !statement.epoch.isNil() && statement.after.empty() &&
             statement.vault == vaultIdOf(statement);
    case StatementKind::Add:
      return statement.epoch.isNil() && !statement.after.empty();
    case StatementKind::Remove:
      return !statement.epoch.isNil() && !statement.after.empty() &&
             saysNothingOfADevice(statement);
    case StatementKind::Epoch:
      return statement.device == statement.signer && !statement.epoch.isNil() &&
             !statement.after.empty() && saysNothingOfADevice(statement);
  }
  return false;
}

/// Finds out which statements are genuine and complete.
class Admission {
 public:
  Admission(std::vector<StatementNode>& nodes, CheckedSignatures& checked)
      : nodes_(nodes), checked_(checked), waitsFor_(nodes.size()) {}

  void run() {
    connect();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (eligible(i) && waitsFor_[i] == 0) ready_.push_back(i);
    }
    while (!ready_.empty()) {
      const std::size_t i = ready_.back();
      ready_.pop_back();
      if (!admit(i)) continue;
      for (const std::size_t later : laterThan_[i]) {
        if (--waitsFor_[later] == 0 && eligible(later)) ready_.push_back(later);
      }
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (eligible(i) && waitsFor_[i] != 0 && someDeviceSigned(nodes_[i])) {
        nodes_[i].verdict = Verdict::Waiting;
      }
    }
  }

 private:
  bool eligible(std::size_t i) const { return nodes_[i].verdict == Verdict::Unsigned; }

  void connect() {
    laterThan_.resize(nodes_.size());
    std::map<wire::Digest, std::size_t> places;
    for (std::size_t i = 0; i < nodes_.size(); ++i) places.emplace(nodes_[i].digest, i);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const std::vector<wire::Digest>& after = nodes_[i].statement.after;
      waitsFor_[i] = after.size();
      for (const wire::Digest& digest : after) {
        const auto found = places.find(digest);
        if (found == places.end()) continue;
        nodes_[i].after.push_back(found->second);
        laterThan_[found->second].push_back(i);
      }
    }
  }

  bool admit(std::size_t i) {
    StatementNode& node = nodes_[i];
    node.past = Seen(nodes_.size());
    for (const std::size_t before : node.after) {
      node.past.add(nodes_[before].past);
      node.past.add(before);
    }
    const DeviceStatement& statement = node.statement;
    if (statement.kind == StatementKind::Found) {
      node.admitted = signedWith(statement.signKey, node);
    } else {
      findSigner(node);
      node.admitted = !node.standsOn.empty();
      if (node.admitted && statement.kind == StatementKind::Remove &&
          !hasSeenMade(node, statement.device)) {
        node.admitted = false;
        node.verdict = Verdict::Misshapen;
      }
    }
    return node.admitted;
  }

  bool signedWith(const wire::PublicKey& key, const StatementNode& node) const {
    return checked_.isBy(key, node.statement, node.digest);
  }

  void findSigner(StatementNode& node) const {
    std::optional<wire::PublicKey> key;
    for (std::size_t j = 0; j < nodes_.size(); ++j) {
      const DeviceStatement& made = nodes_[j].statement;
      if (!node.past.has(j) || !makesADevice(made) || made.device != node.statement.signer)
        continue;
      if (!key && signedWith(made.signKey, node)) key = made.signKey;
      // No other statement before this one had the key: it would have been tried.
      if (key == made.signKey) node.standsOn.push_back(j);
    }
  }

  bool hasSeenMade(const StatementNode& node, wire::DeviceId device) const {
    for (std::size_t j = 0; j < nodes_.size(); ++j) {
      if (node.past.has(j) && makesADevice(nodes_[j].statement) &&
          nodes_[j].statement.device == device) {
        return true;
      }
    }
    return false;
  }

  bool someDeviceSigned(const StatementNode& node) const {
    return std::any_of(nodes_.begin(), nodes_.end(), [this, &node](const StatementNode& made) {
      return made.admitted && makesADevice(made.statement) &&
             made.statement.device == node.statement.signer &&
             signedWith(made.statement.signKey, node);
    });
  }

  std::vector<StatementNode>& nodes_;
  CheckedSignatures& checked_;
  std::vector<std::size_t> waitsFor_;  ///< how many of its `after` are not admitted yet
  std::vector<std::vector<std::size_t>> laterThan_;
  std::vector<std::size_t> ready_;
};

}  // namespace

bool CheckedSignatures::isBy(const wire::PublicKey& key, const DeviceStatement& statement,
                             const wire::Digest& digest) {
  if (right_.contains({digest, key})) return true;
  const std::string covered = wire::signedPart(statement);
  if (!journal::crypto::verify(key, bytesOf(covered), statement.signature)) return false;
  right_.emplace(digest, key);
  return true;
}

wire::Digest digestOf(const DeviceStatement& statement) {
  return journal::crypto::hash(bytesOf(wire::encodeStatement(statement)));
}

wire::VaultId vaultIdOf(const DeviceStatement& found) {
  std::string bytes = "afternote journal";
  journal::ByteWriter(bytes)
      .put(found.device.bytes())
      .put(found.signKey)
      .put(found.boxKey)
      .put(found.epoch.bytes());
  const wire::Digest digest = journal::crypto::hash(bytesOf(bytes));
  wire::VaultId::Bytes id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return wire::VaultId::fromBytes(id);
}

std::vector<StatementNode> statementGraph(wire::VaultId vault,
                                          std::vector<DeviceStatement> statements,
                                          CheckedSignatures& checked) {
  std::map<wire::Digest, DeviceStatement> ordered;
  for (DeviceStatement& statement : statements) {
    const wire::Digest digest = digestOf(statement);
    ordered.emplace(digest, std::move(statement));
  }
  std::vector<StatementNode> nodes;
  nodes.reserve(ordered.size());
  for (auto& [digest, statement] : ordered) {
    StatementNode node;
    node.digest = digest;
    if (!wellShaped(statement)) node.verdict = Verdict::Misshapen;
    if (statement.vault != vault) node.verdict = Verdict::OtherJournal;
    node.statement = std::move(statement);
    nodes.push_back(std::move(node));
  }
  Admission(nodes, checked).run();
  return nodes;
}

}  // namespace syncing
