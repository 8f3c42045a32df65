#include "app/hub/store_care.h"

namespace app::hub {

using journal::Result;

namespace {
constexpr auto kBetweenTries = std::chrono::seconds(1);
}  // namespace

StoreCare::News StoreCare::before(Moment now) {
  if (well_ || now < nextTry_) return News::None;
  nextTry_ = now + kBetweenTries;
  well_ = mend().ok();
  return well_ ? News::Mended : News::None;
}

StoreCare::News StoreCare::after(Moment now) {
  if (!well_ || !database_.suspect()) return News::None;
  well_ = false;
  nextTry_ = now;  // it may have been one moment's trouble
  return News::Failed;
}

/// As after a start: what is there is opened, its audit followed, and something written.
Result<void> StoreCare::mend() {
  J_CHECK(database_.reopen());
  J_CHECK(core_.probe());
  return core_.checkAudit();
}

}  // namespace app::hub
