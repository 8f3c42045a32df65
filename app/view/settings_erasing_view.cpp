#include <string>

#include "app/model/your_data_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

// Your data: erasing somebody, listed first.

namespace app::view {
namespace {

constexpr const char* kErasingCard = "settings/page/erasing/";

void drawErasureForm(const model::ErasingModel& model, const SettingsParts& parts) {
  focusWhenNew(parts, "erasing", std::string(kErasingCard) + "back");
  model::ErasingUi& state = parts.state.keeping.erasing;
  const bool entered = drawWho(parts.model.keeping, state.who);
  ui::checkbox("learning", tr::kKeepMyLearning, state.keepLearning);
  const ui::ButtonStyle see{
      .icon = ui::Icon::Eye, .notYet = model.lookNotYet, .working = model.working};
  const bool pressed = ui::button("see", tr::kSeeWhatGoes, see);
  if (pressed || (entered && model.lookNotYet.empty())) {
    parts.frame.intents.push(model::SeeErasure{});
  }
}

void drawErasure(const model::ErasingModel& model, const SettingsParts& parts) {
  focusWhenNew(parts, "erasing " + model.who, std::string(kErasingCard) + "leave");
  ui::subhead(model.who);
  for (const model::ErasureGroup& group : model.groups) {
    ui::hairline(4, 4);
    ui::text(group.name, {.type = ui::Type::BodyStrong, .role = "heading"});
    for (const std::string& line : group.lines) ui::small(line, ui::Token::Ink);
  }
  if (!model.held.empty()) {
    ui::hairline(4, 4);
    ui::bodyStrong(model.held);
  }
  ui::banner("asked", tr::kCannotBeUndone);
  ui::textField("code-name", tr::kTypeToErase, parts.state.keeping.erasing.codeName);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("leave", tr::kLeaveThem)) {
    parts.frame.intents.push(model::LeaveErasure{});
  }
  const ui::ButtonStyle erase{
      .kind = ui::ButtonKind::Danger, .notYet = model.eraseNotYet, .working = model.working};
  if (ui::button("erase", tr::kEraseThem, erase)) {
    parts.frame.intents.push(model::EraseForGood{});
  }
}

}  // namespace

void drawErasing(const SettingsParts& parts) {
  const model::ErasingModel& model = parts.model.keeping.erasing;
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("erasing", style);
  drawKeepingHead(tr::kWayErasing, tr::kErasingBody, parts);
  if (model.working) ui::progressUnknown("work", tr::kLookingThrough);
  if (!model.problem.empty()) ui::banner("problem", model.problem);
  if (!model.said.empty()) {
    ui::banner("said", model.said, {.attention = false, .icon = ui::Icon::InformationOutline});
  }
  if (model.who.empty())
    drawErasureForm(model, parts);
  else
    drawErasure(model, parts);
}

}  // namespace app::view
