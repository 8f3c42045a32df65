#include "app/model/find_controller.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/wording.h"

namespace app::model {

namespace {
constexpr std::size_t kHits = 6;
constexpr std::size_t kRemembered = 12;
}  // namespace

FindController::FindController(Context& context, Hooks hooks)
    : context_(context),
      hooks_(std::move(hooks)),
      readingCopy_(context),
      search_(context, [this](const auto& page) {
        if (page.ok()) hits_ = page->hits;
      }) {}

void FindController::handle(const FindIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void FindController::on(const OpenFind&) {
  open_ = true;
  shortcuts_ = false;
  hits_.clear();
  context_.state.ui.find = FindUi();
}
void FindController::on(const CloseFind&) {
  open_ = false;
}
void FindController::on(const FindChanged&) {
  context_.state.ui.find.chosen = 0;
  search();
}
void FindController::on(const OpenShortcuts&) {
  shortcuts_ = true;
  open_ = false;
}
void FindController::on(const CloseShortcuts&) {
  shortcuts_ = false;
}

void FindController::on(const OpenReadingCopy&) {
  open_ = shortcuts_ = false;
  const Models& models = context_.state.models;
  if (models.shell.firstRun || !models.settings.keyGroups.empty()) {
    return context_.say(std::string(tr::kReadingCopyOfKey), true);
  }
  readingCopy_.open();
}
void FindController::on(const SaveReadingCopy& intent) {
  readingCopy_.save(intent.page);
}
void FindController::on(const CloseReadingCopy&) {
  readingCopy_.close();
}

void FindController::on(const RunFound& intent) {
  const std::vector<FindItem>& items = context_.state.models.find.items;
  if (!open_ || intent.index >= items.size()) return;
  const FindItem item = items[intent.index];
  open_ = false;
  remember(item);
  if (intent.beside && item.reflection) {
    hooks_.run(JournalIntent(OpenBeside{*item.reflection}));
  } else {
    hooks_.run(item.run);
  }
}

/// Actions are not places to come back to.
void FindController::remember(const FindItem& item) {
  if (item.group == FindGroup::Do) return;
  FindItem kept = item;
  const std::string mark = "recent/";
  if (kept.key.rfind(mark, 0) == 0) kept.key.erase(0, mark.size());
  const auto same = [&](const FindItem& other) { return other.key == kept.key; };
  recent_.erase(std::remove_if(recent_.begin(), recent_.end(), same), recent_.end());
  recent_.insert(recent_.begin(), std::move(kept));
  if (recent_.size() > kRemembered) recent_.pop_back();
}

void FindController::search() {
  journal::SearchQuery wanted;
  wanted.typed = wordsToSearch(context_.state.ui.find.typed);
  wanted.stillTyping = true;
  wanted.limit = kHits;
  if (wanted.typed.empty()) {
    hits_.clear();
    return search_.forget();
  }
  search_.ask(std::move(wanted));
}

/// A part of an answer is good until the journal changes.
void FindController::onChanges() {
  if (search_.looking()) search();
}

void FindController::refresh() {
  Models& models = context_.state.models;
  models.find = FindModel();
  models.shortcuts = ShortcutsModel();
  if (shortcuts_) models.shortcuts = buildShortcuts(hooks_.place());
  readingCopy_.refresh(models.readingCopy);
  if (!open_) return;
  const FindUi& ui = context_.state.ui.find;
  models.find = buildFind({ui.typed, context_.person, context_.names, context_.library, hits_,
                           search_.looking(), recent_});
}

void FindController::forget() {
  open_ = shortcuts_ = false;
  readingCopy_.forget();
  search_.forget();
  hits_.clear();
  recent_.clear();
}

}  // namespace app::model
