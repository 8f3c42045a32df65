#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "app/model/attachment_door.h"
#include "app/model/context.h"

namespace app::model {

/// Runs `work` with the door, as a job of its own: long, but stopped and let into between parts.
/// `answer` runs on the UI thread, and not when the journal was locked meanwhile.
template <class T>
void withAttachments(
    Context& context,
    std::function<journal::Result<T>(AttachmentDoor&, journal::service::Journal&, const Watch&)>
        work,
    std::function<void(journal::Result<T>)> answer) {
  context.tasks.start(
      [work = std::move(work), answer = std::move(answer),
       &context](JobContext& job) -> Completion {
        const auto open = job.journal();
        AttachmentDoor* door = job.room().attachments;
        const auto run = [&]() -> journal::Result<T> {
          if (!open.ok()) return open.error();
          if (door == nullptr) {
            return journal::Error{journal::ErrorCode::Internal, "no way to attach"};
          }
          return work(*door, **open, job.watch());
        };
        // Shared: what comes back may be many bytes, and a completion is copied.
        const auto result = std::make_shared<journal::Result<T>>(run());
        return [answer, &context, result] {
          if (context.open) answer(std::move(*result));
        };
      },
      Turn::Own);
}

}  // namespace app::model
