#include "tests/journal/vault/power_loss.h"

#include <memory>
#include <optional>

#include <fmt/format.h>

#include "tests/journal/vault/notes.h"
#include "tests/journal/vault/sim_vault.h"

namespace journal::vault {
namespace {

constexpr int kPointsPerDisk =
    20;  // then a fresh one, so that it stays small and early life is tested often
constexpr int kTransactions = 30;

/// One disk through several power cuts.
class Life {
 public:
  Life(const PowerLossPlan& plan, std::uint64_t seed, PowerLossTally& tally)
      : plan_(plan), seed_(seed), random_(seed), tally_(tally), disk_(seed ^ 0x5eed) {
    SimConnection::makeDatabase(disk_);
    const auto connection = SimConnection::open(disk_);
    if (connection != nullptr) connection->run(kNotesSchema);
  }

  /// False when the disk did not come through, so that its life ends here.
  bool loseOnce() {
    possible_.reset();
    disk_.lieAboutSync(plan_.lyingDisk);
    const bool early = random_.below(5) == 0;  // also while opening and recovering
    if (early) disk_.cutPowerAfter(1 + random_.below(12));
    write(early);
    disk_.restart();
    ++tally_.points;
    return verify();
  }

 private:
  void write(bool early) {
    const auto connection = SimConnection::open(disk_, nullptr, plan_.rules);
    if (connection == nullptr) return;
    std::optional<WritingMuch> behind;
    if (plan_.writingMuch) behind.emplace(connection->db());
    connection->run("PRAGMA synchronous = " + plan_.synchronous);
    if (!early) disk_.cutPowerAfter(1 + random_.below(random_.below(2) == 0 ? 60 : 500));
    for (int i = 0; i < kTransactions && !disk_.powerIsOff(); ++i) {
      // Ordinary saves come between: what was kept of the log must not outlive them.
      if (plan_.writingMuch && random_.below(3) == 0) {
        behind.has_value() ? behind.reset() : void(behind.emplace(connection->db()));
      }
      Notes next = acknowledged_;
      if (!changeNotes(connection->db(), random_, next)) {
        possible_ = std::move(next);
        return;
      }
      ++tally_.acknowledged;
      acknowledged_ = std::move(next);
    }
    disk_.cutPowerAfter(1);
    connection->run("CREATE TABLE never(x)");
  }

  bool wrong(int& count, const std::string& what) {
    if (tally_.first.empty()) tally_.first = fmt::format("{}, seed {}", what, seed_);
    ++count;
    return false;
  }

  bool verify() {
    std::string why;
    const auto connection = SimConnection::open(disk_, &why, plan_.rules);
    if (connection == nullptr) return wrong(tally_.unopenable, "unopenable: " + why);
    const std::string integrity = checkIntegrity(connection->db());
    if (integrity != "ok") return wrong(tally_.corrupt, "corrupt: " + integrity);
    auto notes = readNotes(connection->db());
    if (!notes.has_value()) return wrong(tally_.corrupt, "unreadable");
    if (*notes == acknowledged_) return true;
    if (possible_.has_value() && *notes == *possible_) {
      ++tally_.unfinishedKept;
      acknowledged_ = std::move(*notes);
      return true;
    }
    return wrong(tally_.lost, "lost");
  }

  const PowerLossPlan& plan_;
  std::uint64_t seed_;
  SeededRandom random_;
  PowerLossTally& tally_;
  SimDisk disk_;
  Notes acknowledged_;
  std::optional<Notes> possible_;
};

}  // namespace

PowerLossTally losePower(const PowerLossPlan& plan) {
  PowerLossTally tally;
  for (std::uint64_t seed = plan.seed * 1'000'000; tally.points < plan.points; ++seed) {
    Life life(plan, seed, tally);
    for (int i = 0; i < kPointsPerDisk && tally.points < plan.points; ++i) {
      if (!life.loseOnce()) break;
    }
  }
  return tally;
}

}  // namespace journal::vault
