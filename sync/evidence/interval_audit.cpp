#include "sync/evidence/interval_audit.h"

#include <algorithm>
#include <cstdint>

namespace syncing::evidence {
namespace {

constexpr int kMostRounds = 100;

std::int64_t least(const Interval& x, int coefficient) {
  return std::int64_t{coefficient} * (coefficient > 0 ? x.low : x.high);
}
std::int64_t most(const Interval& x, int coefficient) {
  return std::int64_t{coefficient} * (coefficient > 0 ? x.high : x.low);
}

std::int64_t floorDivide(std::int64_t a, std::int64_t b) {
  const std::int64_t q = a / b;
  return (a % b != 0 && ((a < 0) != (b < 0))) ? q - 1 : q;
}
std::int64_t ceilDivide(std::int64_t a, std::int64_t b) {
  return -floorDivide(-a, b);
}

bool tighten(Interval& x, std::int64_t low, std::int64_t high) {
  const int newLow = static_cast<int>(std::clamp<std::int64_t>(low, x.low, kUnbounded));
  const int newHigh = static_cast<int>(std::clamp<std::int64_t>(high, -kUnbounded, x.high));
  const bool changed = newLow != x.low || newHigh != x.high;
  x.low = newLow;
  x.high = newHigh;
  return changed;
}

bool apply(const SumRule& rule, std::vector<Interval>& variables) {
  std::int64_t sumLeast = 0;
  std::int64_t sumMost = 0;
  for (const auto& [variable, coefficient] : rule.terms) {
    sumLeast += least(variables[variable], coefficient);
    sumMost += most(variables[variable], coefficient);
  }
  bool changed = false;
  for (const auto& [variable, coefficient] : rule.terms) {
    Interval& x = variables[variable];
    const std::int64_t ceiling = rule.most - (sumLeast - least(x, coefficient));
    const std::int64_t floor = rule.least - (sumMost - most(x, coefficient));
    sumLeast -= least(x, coefficient);
    sumMost -= most(x, coefficient);
    changed |= coefficient > 0
                   ? tighten(x, ceilDivide(floor, coefficient), floorDivide(ceiling, coefficient))
                   : tighten(x, ceilDivide(ceiling, coefficient), floorDivide(floor, coefficient));
    sumLeast += least(x, coefficient);
    sumMost += most(x, coefficient);
  }
  return changed;
}

}  // namespace

std::vector<Interval> narrow(std::vector<Interval> variables, const std::vector<SumRule>& rules) {
  for (int round = 0; round < kMostRounds; ++round) {
    bool changed = false;
    for (const SumRule& rule : rules) changed |= apply(rule, variables);
    if (!changed) break;
  }
  return variables;
}

}  // namespace syncing::evidence
