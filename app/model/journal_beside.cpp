#include <algorithm>
#include <utility>

#include "app/model/attached_controller.h"
#include "app/model/build_beside.h"
#include "app/model/journal_controller.h"
#include "app/model/wording.h"
#include "journal/domain/safeguarding.h"

// The journal controller's pane next to the list, the bin, and what is brought back.

namespace app::model {

using journal::Result;
using journal::service::ReflectionRow;

namespace {
struct Read {
  journal::Reflection reflection;
  std::vector<journal::Tag> tags;
  std::vector<journal::service::Version> versions;
  std::vector<journal::Attachment> attached;
};
}  // namespace

void JournalController::loadBeside(journal::ReflectionId id) {
  query<Read>(
      context_,
      [id](journal::service::Journal& journal) -> Result<Read> {
        Read read;
        J_TRY(read.reflection, journal.reflection(id));
        J_TRY(read.tags, journal.tagsOf(id));
        J_TRY(read.versions, journal.versions(id));
        J_TRY(read.attached, journal.attachments(id));
        return read;
      },
      [this, id](Result<Read> read) {
        if (!read.ok()) {
          const bool gone = read.error().code == journal::ErrorCode::NotFound;
          if (gone && beside_ && beside_->reflection.id == id) return beside_.reset();  // erased
          return context_.say(read.error());
        }
        Beside beside;
        if (beside_ && beside_->reflection.id == read->reflection.id) {
          beside.showVersions = beside_->showVersions;
        }
        beside.reflection = std::move(read->reflection);
        beside.tags = std::move(read->tags);
        beside.versions = std::move(read->versions);
        beside.attached = std::move(read->attached);
        beside_ = std::move(beside);
      });
}

void JournalController::on(const OpenBeside& intent) {
  context_.goTo(Place::Journal);
  loadBeside(intent.reflection);
}
void JournalController::on(const CloseBeside&) {
  beside_.reset();
}
void JournalController::on(const ShowVersions& intent) {
  if (!beside_) return;
  beside_->showVersions = intent.show;
  beside_->version = 0;
}
void JournalController::on(const ChooseVersion& intent) {
  if (beside_ && intent.index < beside_->versions.size()) beside_->version = intent.index;
}

/// The older words become the present ones; the present ones stay in the history.
void JournalController::on(const RestoreVersion&) {
  if (!beside_ || beside_->version == 0 || !journal::mayBeUsed(beside_->reflection)) return;
  journal::service::EditText edit;
  edit.reflection = beside_->reflection.id;
  edit.text = beside_->versions[beside_->version].text;
  applyOps(context_, {edit}, [this](const Result<void>& done) {
    if (done.ok())
      context_.say(std::string(tr::kVersionRestored));
    else
      context_.say(done.error());
  });
}

void JournalController::bin(journal::ReflectionId id, bool binned) {
  applyOps(context_, {journal::service::BinReflection{id, binned}},
           [this, binned](const Result<void>& done) {
             if (!done.ok()) return context_.say(done.error());
             context_.say(std::string(binned ? tr::kInTheBin : tr::kPutBackDone));
           });
}
void JournalController::on(const MoveToBin&) {
  if (!beside_) return;
  bin(beside_->reflection.id, true);
  beside_.reset();
}
void JournalController::on(const PutBack& intent) {
  bin(intent.reflection, false);
}

void JournalController::on(const ShowBin& intent) {
  showBin_ = intent.show;
  beside_.reset();
  if (showBin_) loadBin();
}

void JournalController::loadBin() {
  query<std::vector<ReflectionRow>>(
      context_, [](journal::service::Journal& journal) { return journal.binned(); },
      [this](Result<std::vector<ReflectionRow>> rows) {
        if (!rows.ok()) return context_.say(rows.error());
        binned_ = std::move(rows).value();
      });
}

void JournalController::on(const PutReturnAway& intent) {
  const journal::LocalDate today = context_.today();
  const std::int32_t nextWeek = journal::dayNumber(today) + 7;
  context_.state.ui.preferences.quietUntil =
      intent.untilHalfTerm ? journal::dayNumber(nextHalfTerm(today)) : nextWeek;
}

void JournalController::addToModel(JournalModel& model) const {
  const JournalInputs inputs = this->inputs();
  if (showBin_) {
    model.bin = true;
    model.rows.clear();
    for (const ReflectionRow& row : binned_) model.rows.push_back(rowFor(row, inputs));
    model.binEmpty = binned_.empty();
    model.heading = tr::kTheBin;
    model.more = model.nothingYet = false;
    model.nothingFound.clear();
  }
  if (beside_) {
    const journal::UtcTime now = context_.clock.now();
    model.beside =
        buildBeside({beside_->reflection, beside_->tags, beside_->versions, beside_->version,
                     beside_->showVersions, context_.clock.utcOffset(now), &context_.prompts},
                    context_.names, context_.library);
    model.beside->attached = namesOf(beside_->attached);
  }
  const journal::LocalDate today = context_.today();
  const bool quiet = journal::dayNumber(today) < context_.state.ui.preferences.quietUntil;
  if (showBin_ || searching_ || week_ || quiet) return;
  if (const auto returned = returnFor(all_, today)) {
    ReturnModel shown;
    shown.heading = returned->heading;
    for (const ReflectionRow& row : returned->rows) shown.rows.push_back(rowFor(row, inputs));
    model.returned = std::move(shown);
  }
}

}  // namespace app::model
