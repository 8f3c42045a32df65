#pragma once

#include "journal/base/result.h"
#include "sync/storage/database.h"

namespace syncing::hub {

/// Makes the hub's tables where there are none, or those of an older version into what they are
/// now. TooNew when a newer Afternote made them.
journal::Result<void> prepareSchema(storage::Database& database);

}  // namespace syncing::hub
