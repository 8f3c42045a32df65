#include <algorithm>
#include <string>

#include "app/model/devices_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/notes.h"
#include "app/view/settings_parts.h"

// Adding a device, on the old one and on the new one (picture 25).

namespace app::view {
namespace {

constexpr float kPictureFrom = 620;  // narrower, the names of the steps would touch
constexpr float kWholePage = 984;
constexpr float kCardGap = 8;

void drawSteps(const model::PairingModel& pairing) {
  const float width = std::min(kWholePage, ui::availWidth());
  if (width < kPictureFrom) {
    ui::small(pairing.steps[std::min(pairing.currentStep, pairing.steps.size() - 1)]);
    return;
  }
  const ui::Rect rect = ui::takeRect(width, 116);
  const ui::Region picture("steps", rect, {});
  ui::stepsPicture({rect.x, rect.y + 26, rect.w, 84}, pairing.steps, pairing.currentStep);
}

/// Boxes with one group or word each, `columns` side by side.
template <class Draw>
void drawGrid(std::size_t count, std::size_t columns, const Draw& draw) {
  for (std::size_t row = 0; row < count; row += columns) {
    ui::Columns tracks(std::vector<ui::Track>(columns, ui::share()), 8);
    for (std::size_t i = row; i < std::min(row + columns, count); ++i) {
      tracks.next();
      draw(i);
    }
  }
}

void drawCode(const model::PairingModel& pairing) {
  ui::small(tr::kCodeRule);
  drawGrid(pairing.code.size(), ui::availWidth() < 420 ? 2 : 4, [&](std::size_t i) {
    const ui::Card box(
        ui::key("group", i + 1),
        {.edge = ui::Token::Line2, .radius = 10, .padX = 6, .padY = 14, .gap = kCardGap});
    const float top = ui::flowY();
    const float left = ui::flowX() + ui::availWidth() / 2;
    ui::text(pairing.code[i], {.type = ui::Type::Title,
                               .colour = pairing.codeUsed ? ui::Token::Ink2 : ui::Token::Ink,
                               .centred = true});
    if (!pairing.codeUsed) return;
    // Struck through: it will not work again.
    const float wide = ui::textWidth(ui::Type::Title, pairing.code[i]) + 8;
    const float middle = (top + ui::flowY() - kCardGap) / 2;
    ui::fillRect({left - wide / 2, middle, wide, 2}, ui::Token::Ink2);
  });
  {
    const ui::Row row(8, 24);
    ui::icon(pairing.codeUsed ? ui::Icon::Check : ui::Icon::Timer, ui::Token::Ink2);
    ui::small(pairing.codeLine);
  }
  if (pairing.address.empty()) return;
  ui::smallStrong("The hub’s address");
  ui::small(pairing.address);
  if (ui::quietButton("copy", tr::kCopyAddress)) ui::putOnClipboard(pairing.address);
}

void drawWords(const model::PairingModel& pairing) {
  ui::bodyStrong(tr::kSixWords);
  drawGrid(pairing.words.size(), ui::availWidth() < 420 ? 2 : 3, [&](std::size_t i) {
    const ui::Card box(
        ui::key("word", i + 1),
        {.fill = ui::Token::Tint2, .edge = ui::Token::Clear, .radius = 9, .padX = 12, .padY = 8});
    const ui::Row row(10, 26);
    ui::tiny(std::to_string(i + 1));
    ui::text(pairing.words[i], {.type = ui::Type::Read});
  });
}

void drawHere(const model::PairingModel& pairing) {
  const ui::Card card("here", {.gap = 10});
  {
    const ui::Row row(8, 28);
    ui::icon(ui::Icon::Laptop, ui::Token::Ink);
    ui::subhead(tr::kOnThis);
  }
  if (!pairing.code.empty()) drawCode(pairing);
  if (!pairing.words.empty()) {
    if (!pairing.code.empty()) ui::hairline(6, 6);
    drawWords(pairing);
  }
  if (!pairing.problem.empty()) ui::banner("problem", pairing.problem);
  if (pairing.line.empty()) return;
  if (pairing.over)
    ui::bodyStrong(pairing.line);
  else
    ui::progressUnknown("waiting", pairing.line);
}

void drawThere(const model::PairingModel& pairing, bool joining) {
  const ui::Card card("there", {.fill = ui::Token::Side, .gap = 10});
  {
    const ui::Row row(8, 28);
    ui::icon(ui::Icon::Cellphone, ui::Token::Ink);
    ui::subhead(joining ? tr::kOnOld : tr::kOnNew);
  }
  if (joining)
    ui::small(tr::kOnOldBody);
  else
    ui::small(pairing.codeUsed ? tr::kOnNewBody : tr::kOnNewCode);
  if (pairing.newcomer.empty()) return;
  ui::smallStrong("It calls itself");
  ui::text(pairing.newcomer, {.type = ui::Type::Body});
}

/// No default that claims: "They differ" has the first focus.
void drawQuestion(const model::PairingModel& pairing, bool joining, const Frame& frame) {
  if (!pairing.canAgree) return;
  if (frame.view.pairing != 2) ui::focusPath("settings/page/pairing/question/differ");
  const ui::Card card("question", {.width = std::min(kWholePage, ui::availWidth())});
  ui::bodyStrong(tr::kReadAloud);
  ui::small(tr::kReadAloudBody);
  const ui::Row row(10, 40);
  if (ui::secondaryButton("differ", tr::kTheyDiffer)) frame.intents.push(model::StopPairing{});
  if (ui::primaryButton("match", joining ? tr::kTheyMatchJoin : tr::kTheyMatch)) {
    frame.intents.push(model::WordsMatch{});
  }
}

}  // namespace

void drawPairing(const SettingsParts& parts) {
  const model::PairingModel& pairing = parts.model.devices.pairing;
  const bool joining = parts.model.devices.page == model::DevicesPage::Joining;
  const ui::Scope scope("pairing");
  ui::title(joining ? tr::kJoinTitle : tr::kAddDevice);
  drawSteps(pairing);
  {
    const float width = std::min(kWholePage, ui::availWidth());
    const bool beside = width >= 760;
    std::vector<ui::Track> tracks{ui::share(3)};
    if (beside) tracks.push_back(ui::share(2));
    if (beside && ui::availWidth() > width) tracks.push_back(ui::fixed(ui::availWidth() - width));
    ui::Columns columns(tracks, 16);
    columns.next();
    drawHere(pairing);
    if (beside) columns.next();
    drawThere(pairing, joining);
  }
  drawQuestion(pairing, joining, parts.frame);
  parts.frame.view.pairing = pairing.canAgree ? 2 : 1;
  if (!joining) ui::small(tr::kSevenDays);
  const ui::Row row(8, 40);
  if (pairing.over && ui::secondaryButton("done", tr::kDevicesBack)) {
    parts.frame.intents.push(model::ShowDevicesPage{});
  }
  if (!pairing.over && ui::quietButton("stop", tr::kStopAdding)) {
    parts.frame.intents.push(model::StopPairing{});
  }
}

}  // namespace app::view
