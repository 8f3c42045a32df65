#include "app/devices/remark_words.h"

#include <fmt/format.h>

#include <cstdlib>

namespace app {
namespace {

constexpr std::int64_t kMinuteMs = 60 * 1000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;

std::string clockWords(std::int64_t offMs) {
  const char* way = offMs > 0 ? "fast" : "slow";
  const std::int64_t off = std::abs(offMs);
  if (off < 2 * kHourMs) {
    return fmt::format("This computer's clock is about {} minutes {}.", off / kMinuteMs, way);
  }
  if (off < 48 * kHourMs) {
    return fmt::format("This computer's clock is about {} hours {}.", off / kHourMs, way);
  }
  return fmt::format("This computer's clock is about {} days {}.", off / (24 * kHourMs), way);
}

}  // namespace

const char* sentenceOf(syncing::Suspicion suspicion) {
  switch (suspicion) {
    case syncing::Suspicion::Behind:
      return "The other side has forgotten something it had, or holds something back. What is here "
             "was given to it again.";
    case syncing::Suspicion::Forked:
      return "The other side shows one device's entries in two ways. Nothing of yours was changed; "
             "please tell whoever runs it.";
    case syncing::Suspicion::ListCut:
      return "The other side leaves out part of your list of devices.";
    case syncing::Suspicion::Damaged:
      return "The other side holds something that none of your devices wrote. It was left there.";
  }
  return "";
}

std::vector<std::string> remarksOn(const syncing::SyncOutcome& outcome) {
  if (outcome.isRemoved) {
    return {
        "This device was removed from the journal by another one. What is here stays here; "
        "nothing was exchanged."};
  }
  std::vector<std::string> remarks;
  if (outcome.waiting > 0) {
    remarks.push_back(
        fmt::format("{} from another device {} for others that have not come yet.",
                    outcome.waiting == 1 ? "1 change" : fmt::format("{} changes", outcome.waiting),
                    outcome.waiting == 1 ? "waits" : "wait"));
  }
  if (outcome.becameAnew) {
    remarks.emplace_back(
        "This journal turned out to be a copy of one that was written on elsewhere. It goes "
        "on as a device of its own; nothing was lost.");
  }
  constexpr std::int64_t kWorthSaying = 10 * kMinuteMs;
  if (std::abs(outcome.clockOffMs) > kWorthSaying) {
    remarks.push_back(clockWords(outcome.clockOffMs));
  }
  for (const auto suspicion : outcome.suspicions) remarks.emplace_back(sentenceOf(suspicion));
  return remarks;
}

}  // namespace app
