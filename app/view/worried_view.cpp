#include <algorithm>
#include <string>
#include <vector>

#include "app/model/held_words.h"
#include "app/model/write_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

constexpr float kTwoAcross = 700;
constexpr float kThreeAcross = 620;

void drawRoute(std::string_view key, std::string_view label, bool chosen, model::WorriedRoute route,
               model::Intents& intents) {
  const ui::Card card(std::string(key) + "-box",
                      {.fill = chosen ? ui::Token::Tint2 : ui::Token::Paper,
                       .edge = chosen ? ui::Token::Accent : ui::Token::Line2,
                       .radius = 11,
                       .padX = 14,
                       .padY = 11,
                       .minHeight = 54});
  if (ui::radio(key, label, chosen)) intents.push(model::ChooseWorriedRoute{route});
}

void drawRoutes(const model::WorriedModel& model, model::Intents& intents) {
  const auto child = model::WorriedRoute::Child;
  const auto adult = model::WorriedRoute::AdultWhoWorksWithChildren;
  {
    const ui::FocusGroup group;
    const std::size_t across = ui::availWidth() >= kTwoAcross ? 2 : 1;
    ui::Columns columns(std::vector<ui::Track>(across, ui::share()), 14);
    columns.next();
    drawRoute("child", tr::kRouteChild, model.route == child, child, intents);
    if (across == 2) columns.next();
    drawRoute("adult", tr::kRouteAdult, model.route == adult, adult, intents);
  }
  if (model.route == adult) ui::small(tr::kGoPast);
}

void drawWho(const model::WorriedModel& model, model::Intents& intents) {
  ui::Row row(10, 32);
  ui::bodyStrong(tr::kWhoToSpeakTo);
  if (model.settings.size() > 1) {
    std::vector<ui::Option> settings;
    for (std::size_t i = 0; i < model.settings.size(); ++i) {
      settings.push_back({std::to_string(i), model.settings[i]});
    }
    std::string chosen = std::to_string(model.setting);
    if (ui::dropdown("setting", settings, chosen, {.label = tr::kContactSetting, .chip = true})) {
      intents.push(model::ChooseWorriedSetting{static_cast<std::size_t>(std::stoul(chosen))});
    }
  }
  if (model.checked.empty()) return;
  const float width = ui::textWidth(ui::Type::Small, model.checked) + 2;
  if (row.leftOver() < width + 8) return;
  row.pushRight(width);
  ui::small(model.checked);
}

void drawContact(std::size_t index, const model::ContactCard& contact, model::Intents& intents) {
  const ui::Card card(ui::key("contact", index),
                      {.fill = contact.first ? ui::Token::Tint2 : ui::Token::Paper,
                       .edge = contact.first ? ui::Token::Accent : ui::Token::Line2,
                       .radius = 11,
                       .padX = 16,
                       .padY = 8,
                       .gap = 0});
  ui::small(contact.role);
  ui::bodyStrong(contact.name);
  if (ui::link("number", contact.number, ui::Icon::Phone)) {
    intents.push(model::TellContact{index});
  }
}

void drawContacts(const model::WorriedModel& model, model::Intents& intents) {
  drawWho(model, intents);
  if (model.contacts.empty()) {
    ui::text(tr::kNoNumber, {.type = ui::Type::Read});
    return;
  }
  if (model.stale) ui::banner("stale", tr::kNumbersStale);
  const std::size_t across = ui::availWidth() >= kThreeAcross ? 3 : 1;
  for (std::size_t start = 0; start < model.contacts.size(); start += across) {
    ui::Columns columns(std::vector<ui::Track>(across, ui::share()), 10);
    for (std::size_t i = start; i < std::min(start + across, model.contacts.size()); ++i) {
      columns.next();
      drawContact(i, model.contacts[i], intents);
    }
  }
}

void drawSheetOffer(const model::WorriedModel& model, model::Intents& intents) {
  ui::bodyStrong(tr::kHandoverIfWanted);
  ui::small(tr::kHandoverBody);
  const ui::ButtonStyle style{.icon = ui::Icon::Printer};
  const auto label = model.sheetBegun ? tr::kCarryOnSheet : tr::kStartSheet;
  if (ui::button("sheet", label, style)) intents.push(model::StartHandover{});
  if (!model.canMoveOut) return;
  ui::small(tr::kMoveOutOffer);
  if (ui::secondaryButton("move-out", tr::kMoveOutWritten)) {
    intents.push(model::CloseWorried{});
    intents.push(model::MoveItOut{});
  }
}

void drawQuestion(model::Intents& intents) {
  ui::bodyStrong(tr::kHaveYouSpoken);
  ui::small(tr::kNotYetKeeps);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("yes", tr::kYesWhoAndWhen)) intents.push(model::SpokenToDsl{true});
  if (ui::secondaryButton("not-yet", tr::kSpokenNotYet)) intents.push(model::SpokenToDsl{false});
}

void drawHeldOffer(model::Intents& intents) {
  ui::hairline(4, 4);
  ui::small(tr::kHeldOffer);
  if (ui::quietButton("held", tr::kSeeHeld)) intents.push(model::OpenHeld{});
}

/// The list or one entry; what is gone from the screen gives the keyboard back.
void drawHeld(const model::WorriedModel& model, model::WorriedUi& state, bool entered,
              model::Intents& intents) {
  if (entered) ui::focusPath("worried/card/back");
  if (model.held.page)
    drawHeldPage(*model.held.page, model.told, state.held, intents);
  else
    drawHeldList(model.held, intents);
}

void drawCard(const model::WorriedModel& model, bool unlocked, model::Intents& intents) {
  ui::heading(tr::kWorriedStop);
  ui::banner("tells-no-one", tr::kOnlyYou, {.strong = tr::kTellsNoOne});
  // One column: the numbers come before the question which route it is.
  const bool narrow = ui::availWidth() < kTwoAcross;
  if (!narrow) drawRoutes(model, intents);
  drawContacts(model, intents);
  if (narrow) drawRoutes(model, intents);
  ui::hairline(4, 4);
  {
    ui::Columns columns(std::vector<ui::Track>(narrow ? 1 : 2, ui::share()), 32);
    columns.next();
    drawSheetOffer(model, intents);
    if (!narrow) columns.next();
    drawQuestion(intents);
  }
  ui::hairline(4, 4);
  ui::small(tr::kJournalKeepsOne);
  ui::text(model.keptLine, {.type = ui::Type::Quote});
  ui::smallStrong(tr::kSupportForYou);
  ui::small(tr::kSupportBody);
  if (unlocked) drawHeldOffer(intents);
}

std::string_view titleOf(model::WorriedPage page) {
  if (page == model::WorriedPage::Sheet) return tr::kHandoverHeading;
  return page == model::WorriedPage::Held ? tr::kHeldEntries : tr::kWorried;
}

}  // namespace

void drawWorried(const model::WorriedModel& model, model::WorriedUi& state, bool unlocked,
                 ViewState& view, model::Intents& intents) {
  std::string page = std::to_string(static_cast<int>(model.page));
  if (model.held.page) page += model.held.page->title;
  // The kit remembers where the keyboard was as the card's first frame ends; only then is it moved.
  const bool opening = view.worried.empty();
  const bool entered = !opening && view.worried != page;
  view.worried = opening ? "opening" : page;
  ui::DialogStyle style{.width = 864};
  if (model.page == model::WorriedPage::Card) style.note = tr::kWorriedNever;
  const ui::Dialog dialog("worried", titleOf(model.page), style);
  switch (model.page) {
    case model::WorriedPage::Card:
      // Nothing that claims has the first focus (ADDENDUM rule 8).
      if (entered && !model.contacts.empty()) ui::focusPath("worried/card/contact[0]/number");
      drawCard(model, unlocked, intents);
      break;
    case model::WorriedPage::Spoken:
      if (entered) ui::focusPath("worried/card/told");
      drawSpoken(model, state, intents);
      break;
    case model::WorriedPage::Sheet:
      if (entered) ui::focusPath("worried/card/sheet[0]");
      drawHandover(model, state.sheet, unlocked, view, intents);
      break;
    case model::WorriedPage::Held:
      drawHeld(model, state, entered, intents);
      break;
  }
  if (dialog.closeWanted()) intents.push(model::CloseWorried{});
}

}  // namespace app::view
