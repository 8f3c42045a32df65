#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journal/base/time.h"
#include "journal/domain/ids.h"

// Every search for everything about somebody is logged in the journal (domain.md 5.4 and 5.6): that
// it was made, why, and how much it found. Nothing of what it found.

namespace journal {

/// What a search was for: only to look, to hand over a copy, or to erase.
enum class AccessKind : std::uint8_t { Search, Copy, Erasure };
/// Stable names for files: "search", "copy", "erasure"; parse accepts exactly these.
std::string_view name(AccessKind kind);
std::optional<AccessKind> parseAccessKind(std::string_view text);

/// How much was found. Counts of things, never of words.
struct AccessCounts {
  std::int32_t entries = 0;  ///< reflections, drafts and those in the bin, whoever they are about
  std::int32_t held = 0;     ///< on safeguarding hold: only that they are there
  std::int32_t tags = 0;
  std::int32_t plans = 0;  ///< learning plans, intentions, lessons of the timetable
  std::int32_t permissions = 0;
  std::int32_t caseStudies = 0;
  std::int32_t left = 0;  ///< times that something about them left this device
  friend bool operator==(const AccessCounts&, const AccessCounts&) = default;
};

/// One line of the log of searches.
struct AccessRecord {
  AccessId id;
  AccessKind kind = AccessKind::Search;
  NameId about;
  UtcTime at{};
  std::string reason;  ///< why it was asked for; never empty
  AccessCounts counts;
  friend bool operator==(const AccessRecord&, const AccessRecord&) = default;
};

}  // namespace journal
