#include "app/model/context.h"

#include "app/model/wording.h"

namespace app::model {

void Context::say(std::string words, bool needsCare) {
  state.models.shell.message = std::move(words);
  state.models.shell.messageNeedsCare = needsCare;
}

void Context::say(const journal::Error& error) {
  say(tr::sentence(error), true);
}

journal::LocalDate Context::today() const {
  const journal::UtcTime now = clock.now();
  return journal::localDate(now, clock.utcOffset(now));
}

std::chrono::minutes Context::timeNow() const {
  const journal::UtcTime now = clock.now();
  const auto local = std::chrono::floor<std::chrono::minutes>(now + clock.utcOffset(now));
  return local - std::chrono::floor<std::chrono::days>(local);
}

void behindJobs(Context& context, std::function<void()> then) {
  context.tasks.start([then = std::move(then)](JobContext&) -> Completion { return then; },
                      Turn::Between);
}

void applyOps(Context& context, std::vector<journal::service::Op> ops,
              std::function<void(const journal::Result<void>&)> done) {
  context.tasks.start(
      [ops = std::move(ops), done = std::move(done), &context](JobContext& job) -> Completion {
        journal::service::Changes changes;
        journal::Result<void> outcome;
        const auto open = job.journal();
        if (!open.ok()) outcome = open.error();
        for (const journal::service::Op& op : ops) {
          if (!outcome.ok()) break;
          const auto applied = (*open)->apply(op);
          if (!applied.ok()) {
            outcome = applied.error();
            break;
          }
          changes.add(applied->changes);
        }
        return [done, &context, changes, outcome] {
          if (changes.any() && context.open) context.changed(changes);
          if (done) done(outcome);
        };
      },
      Turn::Between);
}

}  // namespace app::model
