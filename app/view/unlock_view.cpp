#include <algorithm>
#include <string>
#include <vector>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/notes.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

void problemLine(const std::string& problem) {
  if (problem.empty()) return;
  const ui::Row row(8, 24);
  ui::icon(ui::Icon::AlertCircleOutline, ui::Token::AttMark, 20);
  ui::text(problem, {.type = ui::Type::Small, .colour = ui::Token::Att, .role = "alert"});
}

void passphraseForm(const model::UnlockModel& model, model::UnlockUi& state, const Frame& frame) {
  bool submitted = false;
  ui::FieldStyle style;
  style.label = tr::kPassphrase;
  style.problem = model.problem;
  style.large = true;
  style.width = 330;
  style.submitted = &submitted;
  if (frame.entered) ui::focusPath("unlock/form/passphrase");
  ui::smallStrong(tr::kPassphrase);
  {
    const ui::Row row(12, 48);
    ui::passphraseField("passphrase", state.passphrase, state.shown, style);
    ui::ButtonStyle unlock;
    unlock.kind = ui::ButtonKind::Primary;
    unlock.notYet = model.unlockNotYet;
    unlock.working = model.working;
    submitted = ui::button("open", tr::kUnlock, unlock) || submitted;
  }
  problemLine(model.problem);
  if (submitted) frame.intents.push(model::Unlock{});
}

void recoveryForm(const model::UnlockModel& model, model::UnlockUi& state, const Frame& frame) {
  ui::FieldStyle key;
  key.label = tr::kRecoveryKey;
  key.hint = tr::kRecoveryHint;
  key.problem = model.problem;
  key.width = 560;
  ui::textField("recovery-key", state.recoveryKey, key);
  ui::FieldStyle next;
  next.label = tr::kNewPassphrase;
  next.width = 560;
  ui::passphraseField("new-passphrase", state.newPassphrase, state.shown, next);
  ui::ButtonStyle style;
  style.kind = ui::ButtonKind::Primary;
  style.notYet = model.recoverNotYet;
  style.working = model.working;
  if (ui::button("recover", tr::kRecoverAndOpen, style)) frame.intents.push(model::Recover{});
}

void links(const model::UnlockModel& model, const Frame& frame) {
  const ui::Row row(20, 32);
  if (!model.people.empty()) {
    std::vector<ui::Option> people;
    for (std::size_t i = 0; i < model.people.size(); ++i) {
      people.push_back({std::to_string(i), model.people[i]});
    }
    std::string chosen = std::to_string(model.who);
    if (ui::dropdown("open-as", people, chosen, {.label = tr::kOpenAs, .chip = true})) {
      frame.intents.push(model::OpenAs{static_cast<std::size_t>(std::stoul(chosen))});
    }
  }
  if (model.byRecoveryKey) {
    if (ui::link("use-passphrase", tr::kUsePassphrase)) {
      frame.intents.push(model::UseRecoveryKey{false});
    }
  } else if (ui::link("use-recovery-key", tr::kUseRecoveryKey)) {
    frame.intents.push(model::UseRecoveryKey{true});
  }
  if (ui::link("worried", tr::kWorried, ui::Icon::PhoneInTalk)) {
    frame.intents.push(model::OpenWorried{});
  }
}

void foot(const Frame& frame, float left, ui::Rect whole) {
  const float width = whole.w - 2 * left;
  const ui::Region region("foot", {left, whole.bottom() - 64, width, 44}, {});
  ui::Row row(8, 40);
  ui::icon(ui::Icon::WifiOff, ui::Token::Ink2);
  const bool wide = width > 760;
  if (wide) ui::small(tr::kOffline);
  ui::ButtonStyle size{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::FormatSize, .small = true};
  ui::ButtonStyle theme{
      .kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ContrastCircle, .small = true};
  row.pushRight(ui::buttonWidth(tr::kTextSize, size) + 8 + ui::buttonWidth(tr::kContrast, theme));
  if (ui::button("text-size", tr::kTextSize, size)) {
    const int percent = ui::settings().textPercent;
    frame.intents.push(model::ChooseTextSize{percent >= 200 ? 80 : percent + 20});
  }
  if (ui::button("contrast", tr::kContrast, theme)) frame.intents.push(model::NextTheme{});
}

}  // namespace

void drawUnlock(const model::UnlockModel& model, model::UnlockUi& state, const Frame& frame) {
  const ui::Rect whole = frame.metrics.main;
  const bool roomy = whole.h >= 780 && whole.w >= 900;
  const float left = roomy ? 176 : std::max(24.0F, (whole.w - 640) / 2);
  ui::fillRect(whole, ui::Token::Canvas);
  const ui::Scope scope("unlock");
  if (roomy) ui::unlockPicture({0, whole.y + 148, whole.w, 208});
  const float formTop = whole.y + (roomy ? 452.0F : std::max(24.0F, (whole.h - 520) / 2 + 60));
  {
    const float brandTop = roomy ? whole.y + 60 : std::max(16.0F, formTop - 60);
    const ui::Region top("top", {left, brandTop, 300, 44}, {});
    ui::brand(30);
  }
  {
    const ui::Region form("form",
                          {left, formTop, std::min(760.0F, whole.w - 2 * 24),
                           std::max(120.0F, whole.bottom() - 72 - formTop)},
                          {.gap = 8, .scroll = true});
    ui::display(model.greeting);
    ui::text(tr::kLockedNotes, {.type = ui::Type::Read, .colour = ui::Token::Ink2});
    ui::space(16);
    if (model.byRecoveryKey)
      recoveryForm(model, state, frame);
    else
      passphraseForm(model, state, frame);
    ui::space(4);
    links(model, frame);
    if (model.working) ui::progressUnknown("opening", tr::kOpening);
    if (!model.demoHint.empty()) {
      ui::space(8);
      // Read by whoever drives the demonstration, so the path has a name of its own.
      const ui::Scope hint("demo");
      ui::small("This is the demonstration service. Its passphrase is: " + model.demoHint);
    }
  }
  foot(frame, left, whole);
}

}  // namespace app::view
