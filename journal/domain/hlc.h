#pragma once

#include <compare>
#include <cstdint>

#include "journal/base/time.h"
#include "journal/domain/ids.h"

namespace journal {

/// A hybrid logical clock stamp (Kulkarni et al. 2014): wall milliseconds and a counter. Orders
/// edits for display and tie-breaks only; causality is in an op's parents.
struct Hlc {
  std::int64_t wallMs = 0;
  std::uint16_t counter = 0;
  friend auto operator<=>(const Hlc&, const Hlc&) = default;
};

/// The stamp of the next local event: strictly after `last`, whatever the clock says (a clock set
/// back, or at 1970, only makes the counter run; counter overflow moves the wall part on by one
/// millisecond).
Hlc nextHlc(Hlc last, UtcTime now);

/// The local stamp after seeing a received one. A stamp more than 24 h ahead of `now` does not pull
/// ours (security.md 3.3), but is accepted.
Hlc afterReceiving(Hlc last, Hlc received, UtcTime now);

}  // namespace journal
