#include "journal/domain/hlc.h"

#include <algorithm>
#include <limits>

namespace journal {
namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
/// Stamps travel as 48 bits of milliseconds (security.md 3.3), enough until the year 10889.
constexpr std::int64_t kLastWallMs = (std::int64_t{1} << 48) - 1;

std::int64_t wallOf(UtcTime now) {
  return std::clamp<std::int64_t>(now.time_since_epoch().count(), 0, kLastWallMs);
}

}  // namespace

Hlc nextHlc(Hlc last, UtcTime now) {
  const std::int64_t wall = wallOf(now);
  if (wall > last.wallMs) return {wall, 0};
  if (last.counter < std::numeric_limits<std::uint16_t>::max())
    return {last.wallMs, static_cast<std::uint16_t>(last.counter + 1)};
  if (last.wallMs == std::numeric_limits<std::int64_t>::max())
    return last;  // no later stamp exists
  return {last.wallMs + 1, 0};
}

Hlc afterReceiving(Hlc last, Hlc received, UtcTime now) {
  if (received.wallMs > wallOf(now) + kDayMs) return nextHlc(last, now);
  return nextHlc(std::max(last, received), now);
}

}  // namespace journal
