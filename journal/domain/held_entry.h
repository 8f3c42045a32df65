#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/base/time.h"
#include "journal/domain/ids.h"
#include "journal/domain/lesson.h"

// The end of a safeguarding hold (domain.md 5.3 point 8): an entry that may be the first written
// account of a concern is removed only once the DSL has it and has said what to do with it.

namespace journal {

/// What the DSL wants done with the original.
enum class DslWish : std::uint8_t { KeepOnHold, Remove };

/// "The DSL has received it": who, by role, and when, in the tutor's local time.
struct Receipt {
  std::string role;
  LocalDate on{};
  std::chrono::minutes at{0};  ///< since midnight
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// Where an entry on hold has got to. Both are of the present hold only.
struct HoldSteps {
  std::optional<Receipt> received;
  std::optional<DslWish> wish;
  friend bool operator==(const HoldSteps&, const HoldSteps&) = default;
};

/// An entry on hold as the one quiet list shows it: nothing of its words.
struct HeldEntry {
  ReflectionId id;
  LocalDate date{};
  Setting setting = Setting::OneToOne;
  UtcTime writtenAt{};
  UtcTime since{};      ///< when it was put on hold
  bool isLine = false;  ///< the line a journal keeps of a concern that was passed on
  HoldSteps steps;
  friend bool operator==(const HeldEntry&, const HeldEntry&) = default;
};

/// That an entry was removed. Nothing of what it said, whom it was about or where it was.
struct Removal {
  Receipt received;
  UtcTime at{};
  ReflectionId reflection;
  std::string source;  ///< digest in hex of what it was imported from; empty: written here
  friend bool operator==(const Removal&, const Removal&) = default;
};

/// How the one line begins that the journal keeps of a concern: "Concern passed to the DSL at
/// Millhope Primary, 22 January, 16:10."
inline constexpr std::string_view kConcernLineStart = "Concern passed to ";
/// Whether stored text is nothing but that line. It has no detail and is never removed.
bool isConcernLine(std::string_view stored);

/// Conflict with advice, in the order in which the steps come, until both are recorded and the DSL
/// wants it removed.
Result<void> requireRemovable(const HoldSteps& steps);

/// A hold that was a slip can be taken off again for so long.
inline constexpr std::chrono::hours kHoldSlip{1};
/// Conflict with advice unless the hold was a slip: not of the line that a journal keeps, nothing
/// recorded yet, and no older than kHoldSlip. `now` as `entry.since`.
Result<void> requireReleasable(const HeldEntry& entry, UtcTime now);

}  // namespace journal
