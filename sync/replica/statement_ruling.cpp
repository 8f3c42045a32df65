#include <algorithm>
#include <optional>
#include <tuple>

#include "journal/base/result.h"
#include "sync/replica/statement_graph.h"

namespace syncing {
namespace {

using wire::StatementKind;

/// Who is more senior comes first: nearer to the first device, a recovery key before the device
/// that added it, and then whatever is the same for everybody.
struct Seniority {
  std::size_t steps = 0;
  bool isOrdinary = true;
  wire::Digest digest{};
  friend auto operator<=>(const Seniority&, const Seniority&) = default;
};

class Ruling {
 public:
  explicit Ruling(std::vector<StatementNode>& nodes)
      : nodes_(nodes),
        state_(nodes.size(), State::Open),
        against_(nodes.size()),
        seniorities_(nodes.size()) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!nodes_[i].admitted) state_[i] = State::Out;
      if (nodes_[i].admitted && isRemoval(i)) removals_.push_back(i);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      for (const std::size_t removal : removals_) {
        if (nodes_[i].admitted && speaksAgainst(removal, i)) against_[i].push_back(removal);
      }
    }
  }

  void run() {
    settle();
    while (const auto ring = mostSeniorOpenRemoval()) {
      insistOn(*ring);
      settle();
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].admitted) nodes_[i].verdict = verdictOn(i);
    }
  }

 private:
  enum class State : std::uint8_t { Open, In, Out };

  bool isRemoval(std::size_t i) const { return nodes_[i].statement.kind == StatementKind::Remove; }
  bool speaksAgainst(std::size_t removal, std::size_t i) const {
    return removal != i && nodes_[removal].statement.device == nodes_[i].statement.signer &&
           !nodes_[removal].past.has(i);
  }
  bool all(const std::vector<std::size_t>& of, State state) const {
    return std::all_of(of.begin(), of.end(),
                       [this, state](std::size_t i) { return state_[i] == state; });
  }
  bool any(const std::vector<std::size_t>& of, State state) const {
    return std::any_of(of.begin(), of.end(),
                       [this, state](std::size_t i) { return state_[i] == state; });
  }

  /// What follows by itself, until nothing more does.
  void settle() {
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (state_[i] != State::Open) continue;
        const bool isFirst = nodes_[i].standsOn.empty();
        if (any(against_[i], State::In) || (!isFirst && all(nodes_[i].standsOn, State::Out))) {
          state_[i] = State::Out;
        } else if (all(against_[i], State::Out) &&
                   (isFirst || any(nodes_[i].standsOn, State::In))) {
          state_[i] = State::In;
        }
        moved = moved || state_[i] != State::Open;
      }
    }
  }

  /// Only rings of removals are left open by settle, and what hangs on them.
  std::optional<std::size_t> mostSeniorOpenRemoval() {
    std::optional<std::size_t> first;
    for (const std::size_t i : removals_) {
      if (state_[i] != State::Open) continue;
      if (!first || std::tuple(seniorityOf(i), nodes_[i].digest) <
                        std::tuple(seniorityOf(*first), nodes_[*first].digest)) {
        first = i;
      }
    }
    return first;
  }

  /// Of the signer of a statement.
  Seniority seniorityOf(std::size_t i) {
    std::optional<Seniority> best;
    for (const std::size_t made : nodes_[i].standsOn) {
      const Seniority one = seniorityMadeBy(made);
      if (!best || one < *best) best = one;
    }
    return *best;  // only a Found stands on nothing, and that is no removal
  }
  Seniority seniorityMadeBy(std::size_t made) {
    if (seniorities_[made]) return *seniorities_[made];
    const StatementNode& node = nodes_[made];
    Seniority seniority{0, true, node.digest};
    if (node.statement.kind != StatementKind::Found) {
      seniority.isOrdinary = node.statement.recovery == 0;
      seniority.steps = seniorityOf(made).steps + (seniority.isOrdinary ? 1 : 0);
    }
    seniorities_[made] = seniority;
    return seniority;
  }

  void insistOn(std::size_t i) {
    state_[i] = State::In;
    for (const std::size_t removal : against_[i]) {
      if (state_[removal] == State::Open) state_[removal] = State::Out;
    }
    for (const std::size_t made : nodes_[i].standsOn) {
      if (state_[made] == State::Open) insistOn(made);
    }
  }

  Verdict verdictOn(std::size_t i) const {
    if (state_[i] == State::In) return Verdict::Counts;
    if (any(against_[i], State::In)) return Verdict::ByRemoved;
    const std::vector<std::size_t>& made = nodes_[i].standsOn;
    return !made.empty() && all(made, State::Out) ? Verdict::ByNobody : Verdict::Overruled;
  }

  std::vector<StatementNode>& nodes_;
  std::vector<State> state_;
  std::vector<std::vector<std::size_t>> against_;  ///< removals that speak against a statement
  std::vector<std::size_t> removals_;
  std::vector<std::optional<Seniority>> seniorities_;  ///< of a device, by what made it one
};

}  // namespace

void ruleOn(std::vector<StatementNode>& nodes) {
  Ruling(nodes).run();
}

}  // namespace syncing
