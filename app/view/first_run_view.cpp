#include <algorithm>
#include <cmath>
#include <string>

#include "app/model/devices_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/notes.h"
#include "app/view/common.h"
#include "app/view/views.h"
#include "journal/domain/your_space.h"

namespace app::view {
namespace {

using model::FirstRunStep;

constexpr float kColumn = 780;

void lead(std::string_view titleWords, std::string_view words) {
  ui::title(titleWords);
  ui::text(words, {.type = ui::Type::Read, .colour = ui::Token::Ink2});
  ui::space(8);
}

void welcome(model::FirstRunUi& state, const Frame& frame) {
  lead(tr::kWelcomeTitle, tr::kWelcomeBody);
  if (frame.entered) ui::focusPath("first-run/form/name");
  ui::FieldStyle name;
  name.label = tr::kYourName;
  name.hint = tr::kYourNameHint;
  name.width = 380;
  ui::textField("name", state.name, name);
  ui::FieldStyle service;
  service.label = tr::kYourService;
  service.width = 380;
  ui::textField("service", state.service, service);
  ui::checkbox("joining", tr::kJoinJournal, state.joining);
}

void passphrase(const model::FirstRunModel& model, model::FirstRunUi& state, const Frame& frame) {
  lead(tr::kPassphraseTitle, tr::kPassphraseBody);
  if (frame.entered) ui::focusPath("first-run/form/passphrase");
  ui::FieldStyle first;
  first.label = tr::kPassphrase;
  first.width = 460;
  first.problem = model.problem;
  ui::passphraseField("passphrase", state.passphrase, state.shown, first);
  ui::small(model.strength.empty() ? std::string(" ") : model.strength);
  ui::FieldStyle again;
  again.label = tr::kAgain;
  again.width = 460;
  ui::passphraseField("again", state.again, state.shown, again);
  if (model.working) ui::progressUnknown("making", tr::kMakingJournal);
}

void recoveryKey(const model::FirstRunModel& model) {
  lead(tr::kRecoveryTitle, tr::kRecoveryBody);
  ui::Columns columns({ui::share(), ui::share(), ui::share()}, 12);
  for (std::size_t column = 0; column < 3; ++column) {
    columns.next();
    // Read down each column, as the numbers say.
    for (std::size_t i = column * 3; i < std::min(column * 3 + 3, model.keyGroups.size()); ++i) {
      const ui::Card card(ui::key("group", i + 1), {.radius = 10, .padX = 16, .padY = 8});
      const ui::Row row(14, 30);
      ui::tiny(std::to_string(i + 1));
      ui::text(model.keyGroups[i], {.type = ui::Type::Read});
    }
  }
}

void confirm(const model::FirstRunModel& model, model::FirstRunUi& state, const Frame& frame) {
  lead(tr::kConfirmTitle, tr::kConfirmBody);
  if (frame.entered) ui::focusPath("first-run/form/asked[0]");
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string label = "Group " + std::to_string(model.askedGroups[i]);
    ui::FieldStyle style;
    style.label = label;
    style.width = 240;
    if (i == 1) style.problem = model.problem;
    ui::textField(ui::key("asked", i), state.groups[i], style);
  }
}

void promise(model::FirstRunUi& state) {
  ui::title(tr::kPromiseTitle);
  ui::space(8);
  {
    const ui::Card card("lines", {.gap = 10});
    for (const tr::Words words : {tr::kPromiseOne, tr::kPromiseTwo, tr::kPromiseThree}) {
      ui::text(words, {.type = ui::Type::Read});
    }
  }
  ui::space(8);
  ui::text(journal::kYourSpace, {.type = ui::Type::Read, .colour = ui::Token::Ink2});
  ui::space(8);
  ui::checkbox("promised", tr::kPromiseAgree, state.promised);
}

tr::Words nextLabel(FirstRunStep step) {
  switch (step) {
    case FirstRunStep::Welcome:
      return tr::kStart;
    case FirstRunStep::RecoveryKey:
      return tr::kHaveThemSafe;
    case FirstRunStep::Promise:
      return tr::kOpenFirstNote;
    case FirstRunStep::Passphrase:
    case FirstRunStep::Confirm:
      break;
  }
  return tr::kNext;
}

void buttons(const model::FirstRunModel& model, const Frame& frame) {
  ui::space(16);
  const bool back = model.step == FirstRunStep::Passphrase || model.step == FirstRunStep::Confirm ||
                    model.step == FirstRunStep::Promise;
  {
    ui::Row row(12, 40);
    ui::ButtonStyle quiet{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
    if (back && ui::button("back", tr::kBack, quiet)) frame.intents.push(model::FirstRunBack{});
    ui::ButtonStyle next{.kind = ui::ButtonKind::Primary};
    next.notYet = model.nextNotYet;
    next.working = model.working;
    row.pushRight(ui::buttonWidth(nextLabel(model.step), next));
    if (ui::button("next", nextLabel(model.step), next)) {
      frame.intents.push(model::FirstRunNext{});
    }
  }
  if (model.step == FirstRunStep::RecoveryKey) ui::small(tr::kNextWeAsk);
}

}  // namespace

void drawFirstRun(const model::FirstRunModel& model, model::FirstRunUi& state, const Frame& frame) {
  const ui::Rect whole = frame.metrics.main;
  ui::fillRect(whole, ui::Token::Canvas);
  const ui::Scope scope("first-run");
  const bool picture = whole.h >= 760 && whole.w >= 900;
  const float width = std::min(kColumn, whole.w - 48);
  const float left = std::floor((whole.w - width) / 2);
  {
    const ui::Region top("top",
                         {picture ? 176 : left, whole.y + (picture ? 36.0F : 16.0F), 320, 40}, {});
    ui::brand(28);
  }
  if (picture) ui::stepsPicture({0, whole.y + 108, whole.w, 190}, model.steps, model.currentStep);
  const float formTop = whole.y + (picture ? 336.0F : 72.0F);
  const ui::Region form("form", {left, formTop, width, std::max(120.0F, whole.bottom() - formTop)},
                        {.padX = 4, .padY = 4, .gap = 10, .scroll = true});
  switch (model.step) {
    case FirstRunStep::Welcome:
      welcome(state, frame);
      break;
    case FirstRunStep::Passphrase:
      passphrase(model, state, frame);
      break;
    case FirstRunStep::RecoveryKey:
      recoveryKey(model);
      break;
    case FirstRunStep::Confirm:
      confirm(model, state, frame);
      break;
    case FirstRunStep::Promise:
      promise(state);
      break;
  }
  buttons(model, frame);
}

}  // namespace app::view
