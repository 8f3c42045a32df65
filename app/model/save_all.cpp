#include "app/model/save_all.h"

#include <utility>

namespace app::model {

void saveAll(Context& context, Autosave& autosave, std::function<void(Saved)> save, Saved done) {
  if (autosave.settled()) return done({});
  const auto again = [&context, &autosave, save, done] { saveAll(context, autosave, save, done); };
  if (!autosave.dirty()) return behindJobs(context, again);  // one is on its way
  autosave.started(context.clock.now());
  save([&context, &autosave, again, done](const journal::Result<void>& saved) {
    if (!saved.ok()) {
      autosave.refused(context.clock.now());
      return done(saved);
    }
    autosave.succeeded(context.clock.now());
    again();
  });
}

}  // namespace app::model
