#include "app/model/reading_copy_sheet.h"

#include <memory>
#include <utility>

#include "app/model/wording.h"

namespace app::model {

using journal::Result;

void ReadingCopySheet::open() {
  forget();
  open_ = true;
}

void ReadingCopySheet::close() {
  open_ = false;
}

void ReadingCopySheet::save(std::string page) {
  const std::string to = context_.state.ui.readingCopy.saveTo;
  if (!open_ || saving_ || to.empty() || page.empty()) return;
  saving_ = true;
  said_.clear();
  auto words = std::make_shared<std::string>(std::move(page));
  context_.tasks.start(
      [this, words, to](JobContext& job) -> Completion {
        Result<void> done = journal::Error{journal::ErrorCode::Internal, "no way out", {}};
        CareDoor* care = job.room().care;
        if (care != nullptr) done = care->save(*words, to);
        wipe(*words);
        return [this, done] {
          saving_ = false;
          problem_ = !done.ok();
          said_ = done.ok() ? std::string(tr::kReadingCopySaved) : tr::sentence(done.error());
        };
      },
      Turn::Between);
}

void ReadingCopySheet::refresh(ReadingCopyModel& model) const {
  model = ReadingCopyModel();
  model.open = open_;
  if (context_.state.ui.readingCopy.saveTo.empty()) model.saveNotYet = tr::kSaveWhereFirst;
  model.said = said_;
  model.problem = problem_;
}

void ReadingCopySheet::forget() {
  open_ = false;
  said_.clear();
  problem_ = false;
  context_.state.ui.readingCopy = ReadingCopyUi();
}

}  // namespace app::model
