#pragma once

#include <string>
#include <vector>

#include "sync/evidence/store_impl.h"

// Private to this folder: who has read what somebody shared (product.md E3). A chain of rows, so
// that none can be taken away unseen.

namespace syncing::evidence {

/// Notes that `reader` is shown words of this version of a case study, before they are: once a day
/// for each reader, version and kind of reading. Inside a transaction.
journal::Result<void> noteReading(const Context& context, const journal::CaseStudyId& study,
                                  int version, const Reader& reader, Reading::What what);
/// Oldest first.
journal::Result<std::vector<Reading>> readingsOf(const Context& context,
                                                 const journal::CaseStudyId& study);
/// Corrupt naming the row that is not what was written.
journal::Result<void> checkReadings(const Context& context);

}  // namespace syncing::evidence
