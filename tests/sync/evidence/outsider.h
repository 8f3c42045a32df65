#pragma once

#include <string>
#include <vector>

#include "sync/evidence/shown.h"

namespace syncing::evidence::test {

/// A reader with all the time in the world: knows every rule of the gate and what was shown, and
/// works out the rest. Written apart from the gate's own audit, from the shown text alone.
class Outsider {
 public:
  /// Reads a release. `figuresMayBeOld`: figures with the same text as the release before may stand
  /// for then or for now, as rule 3 of the gate has it; false reads every figure as of now.
  void read(const ShownTables& tables, bool figuresMayBeOld);
  /// Knows that nothing was withdrawn between the last two releases read.
  void nothingLeft();

  struct Guess {
    int release = 0;  ///< 0, 1, ..
    std::string figure;
    long low = 0;
    long high = 0;
    bool keptBack = false;
  };
  /// What can be concluded about every figure of every release.
  std::vector<Guess> conclude() const;

 private:
  struct Rule {
    std::vector<std::pair<std::size_t, long>> sum;
    long least;
    long most;
  };
  std::size_t place(int release, const std::string& figure) const;
  void addRules(const ShownTables& tables, int release);

  std::vector<Guess> guesses_;
  std::vector<std::string> texts_;
  std::vector<Rule> rules_;
  int releases_ = 0;
};

}  // namespace syncing::evidence::test
