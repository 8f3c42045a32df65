#pragma once

#include "journal/base/result.h"
#include "sync/storage/database.h"

namespace syncing::evidence {

/// Makes the tables in an empty database, or checks that they are ours: TooNew when a newer
/// Afternote made them.
journal::Result<void> prepareSchema(storage::Database& database);

}  // namespace syncing::evidence
