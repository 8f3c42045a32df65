#pragma once

#include "journal/base/result.h"
#include "sync/storage/database.h"

namespace syncing::hub {

/// Makes the hub's tables where there are none. TooNew when a newer Afternote made them.
journal::Result<void> prepareSchema(storage::Database& database);

}  // namespace syncing::hub
