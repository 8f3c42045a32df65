#pragma once

#include "journal/base/time.h"

namespace app {

/// The machine's clock and time zone.
class SystemClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override;
  std::chrono::minutes utcOffset(journal::UtcTime when) const override;
};

}  // namespace app
