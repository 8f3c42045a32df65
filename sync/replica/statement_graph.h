#pragma once

#include <bit>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "journal/base/result.h"
#include "sync/wire/device_statement.h"

namespace syncing {

wire::Digest digestOf(const wire::DeviceStatement& statement);

/// A journal is named by its beginning: nobody but its first device can begin it, so a hub cannot
/// show anybody another beginning under the same name.
wire::VaultId vaultIdOf(const wire::DeviceStatement& found);

/// What became of a statement.
enum class Verdict : std::uint8_t {
  Counts,
  OtherJournal,
  Misshapen,  ///< holds what its kind cannot have
  Unsigned,   ///< no device that its past knows signed it
  Waiting,  ///< a device signed it, but something it was made after is not here: left out, or late
  ByRemoved,  ///< its maker was removed, and who removed it had not seen this
  ByNobody,   ///< nobody who had the right to added its maker
  Overruled,  ///< lost where removals contradict each other in a ring
};

/// Which statements somebody has seen, by their index.
class Seen {
 public:
  explicit Seen(std::size_t count = 0) : words_((count + 63) / 64) {}
  bool has(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
  std::size_t count() const {
    std::size_t sum = 0;
    for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
  }
  void add(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  void add(const Seen& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }

 private:
  std::vector<std::uint64_t> words_;
};

struct StatementNode {
  wire::DeviceStatement statement;
  wire::Digest digest{};
  Verdict verdict = Verdict::Unsigned;
  bool admitted = false;  ///< signed by a device that its past knows, and its past is all here
  std::vector<std::size_t> after;  ///< those of statement.after that are here
  Seen past;                       ///< everything it was made after, directly or not
  /// The statements of its past that make its signer a device (of Found: none).
  std::vector<std::size_t> standsOn;
};

/// Signatures that were found right before: a list is read at every synchronisation, and checking
/// them is nearly all it costs. Kept in memory only.
class CheckedSignatures {
 public:
  bool isBy(const wire::PublicKey& key, const wire::DeviceStatement& statement,
            const wire::Digest& digest);

 private:
  std::set<std::pair<wire::Digest, wire::PublicKey>> right_;
};

/// Statements ordered by digest, with what each had seen. Whether one is admitted depends on it and
/// its past alone, so all devices agree on it whatever else they have been sent.
std::vector<StatementNode> statementGraph(wire::VaultId vault,
                                          std::vector<wire::DeviceStatement> statements,
                                          CheckedSignatures& checked);

/// Decides which of the admitted statements count, and sets the verdict of each.
///
/// A removal speaks against every statement of the device it removes that its maker had not seen. A
/// statement counts when no removal that counts speaks against it and what made its signer a device
/// counts. Where removals speak against each other in a ring, the one of the most senior signer
/// counts: who is nearer to the first device, a recovery key before who added it. So it does not
/// matter what arrived first, and a removed device cannot undo its removal by pretending not to
/// have known of it, unless it is more senior.
void ruleOn(std::vector<StatementNode>& nodes);

/// More statements than a journal can have.
inline constexpr std::size_t kMostStatements = 4096;

}  // namespace syncing
