#pragma once

#include <functional>

#include "app/model/autosave.h"
#include "app/model/context.h"

namespace app::model {

using Saved = std::function<void(const journal::Result<void>&)>;

/// Saves what was typed until nothing of it waits, then calls `done`; at once when nothing does.
/// One save is in flight at a time: when one is, it is waited for. `save` starts one and says how
/// it went. Stops at the first that is refused. UI thread; the references must outlive the saving.
void saveAll(Context& context, Autosave& autosave, std::function<void(Saved)> save, Saved done);

}  // namespace app::model
