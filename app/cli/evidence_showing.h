#pragma once

#include "app/cli/context.h"
#include "sync/evidence/evidence_store.h"

namespace app::cli {

/// A case study as somebody may read it.
void sayPiece(const Context& context, const syncing::evidence::ReviewPiece& piece);

}  // namespace app::cli
