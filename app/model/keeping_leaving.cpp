#include "app/model/keeping_leaving.h"

#include <utility>
#include <variant>

#include "app/model/form.h"
#include "app/model/your_data_words.h"
#include "journal/service/leavers_copy.h"

namespace app::model {

using journal::Result;
using journal::exchange::AccessCopy;
using journal::service::Journal;

void KeepingLeaving::handle(const CopyIntent& intent) {
  if (std::holds_alternative<MakeLeaversCopy>(intent)) make();
  if (const auto* turn = std::get_if<TurnCopy>(&intent)) copy_.turnTo(turn->from);
  if (std::holds_alternative<WriteReadCopy>(intent)) write();
}

void KeepingLeaving::make() {
  if (working_) return;
  working_ = true;
  problem_.clear();
  said_.clear();
  context_.state.ui.settings.keeping.leaving.read = false;
  inJob<AccessCopy>(
      context_,
      [](JobContext& job, Journal& open) {
        return journal::service::leaversCopy(open, job.stop());
      },
      [this](Result<AccessCopy> copy) {
        if (!working_) return;  // the page was left meanwhile
        working_ = false;
        if (copy.ok())
          copy_.show(std::move(copy).value());
        else
          problem_ = tr::sentence(copy.error());
      });
}

void KeepingLeaving::write() {
  const CopyUi& ui = context_.state.ui.settings.keeping.leaving;
  if (working_ || !copy_.shown() || !ui.read || nothingTyped(ui.to)) return;
  working_ = true;
  problem_.clear();
  copy_.write(
      ui, [](Journal& open) { return journal::service::leaversCopy(open, {}); },
      [](Journal&) { return Result<void>(); },
      [this](const Result<std::string>& where) {
        working_ = false;
        if (where.ok())
          said_ = std::string(tr::kCopyWrittenTo) + *where + std::string(tr::kCopyBeside);
        else
          problem_ = tr::sentence(where.error());
      });
}

void KeepingLeaving::refresh(LeavingModel& model) const {
  model.working = working_;
  model.problem = problem_;
  model.said = said_;
  model.copy = copy_.model(context_.state.ui.settings.keeping.leaving);
}

void KeepingLeaving::forget() {
  copy_.forget();
  problem_.clear();
  said_.clear();
  working_ = false;
}

}  // namespace app::model
