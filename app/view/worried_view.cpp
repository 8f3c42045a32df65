#include <algorithm>
#include <vector>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

void drawRoutes(const model::WorriedModel& model, model::Intents& intents) {
  const ui::FocusGroup group;
  if (ui::radio("child", tr::kRouteChild, model.route == model::WorriedRoute::Child)) {
    intents.push(model::ChooseWorriedRoute{model::WorriedRoute::Child});
  }
  const auto adult = model::WorriedRoute::AdultWhoWorksWithChildren;
  if (ui::radio("adult", tr::kRouteAdult, model.route == adult)) {
    intents.push(model::ChooseWorriedRoute{adult});
  }
  if (model.route == adult) ui::small(tr::kGoPast);
}

void drawContacts(const model::WorriedModel& model) {
  ui::bodyStrong(tr::kWhoToSpeakTo);
  if (model.contacts.empty()) {
    ui::text(tr::kNoNumber, {.type = ui::Type::Read});
    return;
  }
  const std::size_t across = ui::availWidth() >= 620 ? 3 : 1;
  for (std::size_t start = 0; start < model.contacts.size(); start += across) {
    ui::Columns columns(std::vector<ui::Track>(across, ui::share()), 10);
    for (std::size_t i = start; i < std::min(start + across, model.contacts.size()); ++i) {
      columns.next();
      const model::ContactCard& contact = model.contacts[i];
      const ui::Card card(ui::key("contact", i),
                          {.fill = contact.first ? ui::Token::Tint2 : ui::Token::Paper,
                           .edge = contact.first ? ui::Token::Accent : ui::Token::Line2,
                           .radius = 11,
                           .padX = 16,
                           .padY = 8,
                           .gap = 0});
      ui::small(contact.role);
      ui::bodyStrong(contact.name);
      const ui::Row row(8, 28);
      ui::icon(ui::Icon::Phone, ui::Token::Ink, 16);
      ui::text(contact.number, {.type = ui::Type::Read});
    }
  }
}

}  // namespace

void drawWorried(const model::WorriedModel& model, model::Intents& intents) {
  const ui::Dialog dialog("worried", tr::kWorried, {.width = 864, .note = tr::kWorriedNever});
  ui::heading(tr::kWorriedStop);
  ui::banner("tells-no-one", tr::kOnlyYou, {.strong = tr::kTellsNoOne});
  drawRoutes(model, intents);
  drawContacts(model);
  ui::hairline(4, 4);
  ui::bodyStrong(tr::kHaveYouSpoken);
  ui::small(tr::kNotYetKeeps);
  {
    const ui::Row row(8, 40);
    if (ui::secondaryButton("yes", tr::kSpokenYes)) intents.push(model::SpokenToDsl{true});
    if (ui::secondaryButton("not-yet", tr::kSpokenNotYet)) {
      intents.push(model::SpokenToDsl{false});
    }
  }
  if (dialog.closeWanted()) intents.push(model::CloseWorried{});
}

}  // namespace app::view
