#include "app/model/journal_controller.h"

#include <utility>
#include <variant>

namespace app::model {

using journal::Result;
using journal::service::SearchPage;

namespace {
/// Enough for the weeks of two school years of a busy tutor.
constexpr std::size_t kWeeksFrom = 400;
}  // namespace

JournalController::JournalController(Context& context)
    : context_(context), search_(context, [this](const auto& page) { onAnswer(page); }) {}

void JournalController::handle(const JournalIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void JournalController::on(const SearchChanged&) {
  limit_ = kFirstPage;
  week_.reset();
  search();
}
void JournalController::on(const ChooseWeek& intent) {
  week_ = intent.monday;
}
void JournalController::on(const OpenReflection& intent) {
  context_.openReflection(intent.reflection);
}
void JournalController::on(const ShowMore&) {
  limit_ *= 2;
  search();
}
void JournalController::on(const ShowPersonInJournal& intent) {
  context_.state.ui.journal = JournalUi();
  context_.state.ui.journal.youngPerson = intent.name.hex();
  on(SearchChanged{});
  context_.goTo(Place::Journal);
}

void JournalController::on(const ShowOutcomeInJournal& intent) {
  context_.state.ui.journal = JournalUi();
  context_.state.ui.journal.outcome = intent.outcome;
  on(SearchChanged{});
  context_.goTo(Place::Journal);
}

void JournalController::search() {
  const JournalUi& ui = context_.state.ui.journal;
  searching_ = asksForSomething(ui);
  if (!searching_) {
    search_.forget();
    hits_.clear();
    for (const auto& row : all_) {
      if (hits_.size() >= limit_) break;
      hits_.push_back(asHit(row, context_.names));
    }
    total_.reset();
    more_ = all_.size() > hits_.size();
    return;
  }
  search_.ask(queryFor(ui, context_.today(), limit_));
}

void JournalController::onAnswer(const Result<SearchPage>& page) {
  if (!page.ok()) return context_.say(page.error());
  hits_ = page->hits;
  more_ = page->more;
  total_ = page->total;
}

void JournalController::loadNewest() {
  query<std::vector<journal::service::ReflectionRow>>(
      context_,
      [](journal::service::Journal& journal) { return journal.newest(kWeeksFrom, std::nullopt); },
      [this](Result<std::vector<journal::service::ReflectionRow>> rows) {
        if (!rows.ok()) return context_.say(rows.error());
        all_ = std::move(rows).value();
        search();
      });
}

void JournalController::reload() {
  loadNewest();
}

void JournalController::onChanges(const journal::service::Changes& changes) {
  const bool listed = changes.reflections || changes.tags || changes.names || changes.attachments;
  if (listed) loadNewest();
  if (changes.reflections && showBin_) loadBin();
  if ((changes.reflections || changes.tags || changes.attachments) && beside_)
    loadBeside(beside_->reflection.id);
}

JournalInputs JournalController::inputs() const {
  return {all_,
          hits_,
          more_,
          searching_,
          search_.looking(),
          total_,
          week_,
          context_.state.ui.journal,
          context_.names,
          context_.library,
          context_.today()};
}

void JournalController::refresh() {
  context_.state.models.journal = buildJournal(inputs());
  addToModel(context_.state.models.journal);
}

void JournalController::forget() {
  all_.clear();
  hits_.clear();
  binned_.clear();
  beside_.reset();
  showBin_ = false;
  total_.reset();
  week_.reset();
  search_.forget();
  searching_ = more_ = false;
  limit_ = kFirstPage;
}

}  // namespace app::model
