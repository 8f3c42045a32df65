#pragma once

#include <chrono>
#include <functional>

#include "sync/hub/core.h"
#include "sync/storage/database.h"

namespace app::hub {

/// Notices when the store's disk is full or fails, and opens the store again until it can be
/// written: a disk that is well again needs nobody to start the hub. On the store's thread.
class StoreCare {
 public:
  enum class News { None, Failed, Mended };
  using Moment = std::chrono::steady_clock::time_point;

  StoreCare(syncing::storage::Database& database, syncing::hub::HubCore& core)
      : database_(database), core_(core) {}

  /// Before a request: tries to mend what is broken, once a second at most.
  News before(Moment now);
  /// After one.
  News after(Moment now);
  bool well() const { return well_; }

 private:
  journal::Result<void> mend();

  syncing::storage::Database& database_;
  syncing::hub::HubCore& core_;
  bool well_ = true;
  Moment nextTry_;
};

}  // namespace app::hub
