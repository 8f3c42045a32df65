#include "app/model/keeping_about.h"

#include <utility>
#include <variant>

#include "app/keeping/about.h"
#include "app/model/form.h"
#include "app/model/keeping_who.h"
#include "app/model/your_data_words.h"

namespace app::model {

using journal::Result;
using journal::exchange::AccessCopy;
using journal::service::Everything;
using journal::service::Journal;

void KeepingAbout::handle(const CopyIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void KeepingAbout::loadLog() {
  query<std::vector<journal::AccessRecord>>(
      context_, [](Journal& open) { return open.accessLog(); },
      [this](Result<std::vector<journal::AccessRecord>> log) {
        if (log.ok()) log_ = std::move(log).value();
      });
}

void KeepingAbout::on(const FindAboutThem&) {
  const WhoUi& ui = context_.state.ui.settings.keeping.about.who;
  const auto who = whoFrom(ui, context_.names);
  if (working_ || !who.ok() || nothingTyped(ui.reason)) return;
  const std::string reason = ui.reason;
  on(FindAnew{});
  working_ = true;
  reason_ = reason;
  inJob<Everything>(
      context_,
      [who = *who, reason, random = &context_.random](JobContext& job, Journal& open) {
        return app::findAbout(open, who, reason, *random, job.stop());
      },
      [this](Result<Everything> found) {
        if (!working_) return;  // the page was left meanwhile
        working_ = false;
        if (!found.ok()) {
          problem_ = tr::sentence(found.error());
          return;
        }
        found_ = std::make_shared<const Everything>(std::move(found).value());
        loadLog();
        makeCopy();
      });
}

void KeepingAbout::on(const FindAnew&) {
  found_.reset();
  copy_.forget();
  leftOut_.clear();
  problem_.clear();
  said_.clear();
  AboutUi& ui = context_.state.ui.settings.keeping.about;
  wipe(ui.leaveOut);
  ui.copy = {};
}

void KeepingAbout::makeCopy() {
  if (!found_) return;
  working_ = true;
  context_.state.ui.settings.keeping.about.copy.read = false;  // it is another one now
  query<AccessCopy>(
      context_,
      [found = found_, today = context_.today(), leftOut = leftOut_](Journal&) {
        return Result<AccessCopy>(journal::service::accessCopy(*found, today, leftOut));
      },
      [this, found = found_](Result<AccessCopy> copy) {
        working_ = false;
        if (copy.ok() && found == found_) copy_.show(std::move(copy).value());
      });
}

void KeepingAbout::on(const LeaveOutWords&) {
  std::string& typed = context_.state.ui.settings.keeping.about.leaveOut;
  if (nothingTyped(typed) || working_) return;
  leftOut_.emplace_back(journal::trimmed(typed));
  wipe(typed);
  makeCopy();
}

void KeepingAbout::on(const PutWordsBack& intent) {
  if (intent.index >= leftOut_.size() || working_) return;
  leftOut_.erase(leftOut_.begin() + static_cast<std::ptrdiff_t>(intent.index));
  makeCopy();
}

void KeepingAbout::on(const TurnCopy& intent) {
  copy_.turnTo(intent.from);
}

void KeepingAbout::on(const WriteReadCopy&) {
  const CopyUi& ui = context_.state.ui.settings.keeping.about.copy;
  if (working_ || !found_ || !ui.read || nothingTyped(ui.to)) return;
  working_ = true;
  said_.clear();
  problem_.clear();
  const auto now = std::make_shared<Everything>();  // as it is when the copy leaves
  copy_.write(
      ui,
      [now, who = found_->who, today = context_.today(),
       leftOut = leftOut_](Journal& open) -> Result<AccessCopy> {
        J_TRY(*now, journal::service::findEverything(open, who, {}));
        return journal::service::accessCopy(*now, today, leftOut);
      },
      [now, reason = reason_, random = &context_.random](Journal& open) {
        return app::logAccess(open, *now, journal::AccessKind::Copy, reason, *random);
      },
      [this](const Result<std::string>& where) {
        working_ = false;
        loadLog();
        if (!where.ok()) {
          problem_ = tr::sentence(where.error());
          return;
        }
        said_ = std::string(tr::kCopyWrittenTo) + *where + std::string(tr::kCopyBeside);
      });
}

void KeepingAbout::refresh(AboutModel& model) const {
  const AboutUi& ui = context_.state.ui.settings.keeping.about;
  model.working = working_;
  model.findNotYet = lookNotYet(ui.who, context_.names);
  model.problem = problem_;
  model.said = said_;
  model.leftOut = leftOut_;
  model.copy = copy_.model(ui.copy);
  if (found_) {
    model.found = "About " + found_->who.codeName + ": " + app::countsWords(found_->counts()) + ".";
    model.groups = buildFound(*found_);
  }
  model.log = buildAccessLog(log_, context_.names, context_.clock.utcOffset(context_.clock.now()));
}

void KeepingAbout::forget() {
  on(FindAnew{});
  AboutUi& ui = context_.state.ui.settings.keeping.about;
  for (std::string* typed : {&ui.who.typed, &ui.who.reason}) wipe(*typed);
  wipe(reason_);
  log_.clear();
  working_ = false;
}

}  // namespace app::model
