#pragma once

#include <functional>
#include <utility>

#include "app/model/context.h"
#include "app/model/ports.h"

namespace app::model {

/// Asks the evidence store on the journal thread and answers on the UI thread, unless the journal
/// was locked meanwhile. NotFound with advice where no store is set up.
template <class T>
void askEvidence(Context& context, std::function<journal::Result<T>(EvidenceDoor&)> question,
                 std::function<void(journal::Result<T>)> answer) {
  context.tasks.start([question = std::move(question), answer = std::move(answer),
                       &context](JobContext& job) -> Completion {
    EvidenceDoor* door = job.room().evidence;
    journal::Result<T> result =
        door != nullptr
            ? question(*door)
            : journal::Result<T>(journal::Error{journal::ErrorCode::NotFound, "no evidence store",
                                                "No evidence store is set up here."});
    return [answer, &context, result = std::move(result)]() mutable {
      if (context.open) answer(std::move(result));
    };
  });
}

}  // namespace app::model
