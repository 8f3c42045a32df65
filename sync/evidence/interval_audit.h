#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace syncing::evidence {

/// Larger than any count here; "no upper bound".
inline constexpr int kUnbounded = 1'000'000;

/// What an outsider knows about one true count.
struct Interval {
  int low = 0;
  int high = kUnbounded;
  int width() const { return high - low; }
};

/// least <= sum of coefficient * variable <= most
struct SumRule {
  std::vector<std::pair<std::size_t, int>> terms;  ///< variable, coefficient (not 0)
  int least = 0;
  int most = 0;
};

/// Narrows the intervals as far as whole-number subtraction goes: each variable against what the
/// rest of each rule leaves it, until nothing changes. Sound; not complete (it never combines
/// rules), which is what a patient reader with a spreadsheet does.
std::vector<Interval> narrow(std::vector<Interval> variables, const std::vector<SumRule>& rules);

}  // namespace syncing::evidence
