#include <string>

#include "app/model/your_data_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/copy_paper.h"
#include "app/view/settings_parts.h"

// Your data: a copy that is read before it leaves; and the page of a tutor who leaves.

namespace app::view {
namespace {

void drawCopyItem(std::size_t index, const model::CopyItem& item) {
  const ui::Scope scope(ui::key("item", index));
  ui::hairline(4, 4);
  ui::text(item.heading, {.type = ui::Type::BodyStrong, .role = "heading"});
  if (!item.facts.empty()) ui::small(item.facts);
  for (const model::CopyPart& part : item.parts) {
    if (part.passage)
      ui::quote(part.text);
    else
      ui::text(part.text, {.type = ui::Type::Body});
  }
}

void drawTurning(const model::CopyToRead& copy, const Frame& frame) {
  if (copy.position.empty()) return;
  ui::hairline(4, 4);
  ui::small(copy.position);
  const ui::Row row(8, 40);
  if (copy.earlier && ui::secondaryButton("earlier", tr::kEarlierStretch)) {
    frame.intents.push(model::TurnCopy{*copy.earlier});
  }
  if (copy.later && ui::secondaryButton("later", tr::kLaterStretch)) {
    frame.intents.push(model::TurnCopy{*copy.later});
  }
}

}  // namespace

void drawCopyPaper(const model::CopyToRead& copy) {
  const ui::Card paper("paper", {.fill = ui::Token::Sunken, .padX = 18, .padY = 14});
  ui::text(copy.title, {.type = ui::Type::Heading, .role = "heading"});
  ui::small(copy.preface);
  for (std::size_t i = 0; i < copy.items.size(); ++i) drawCopyItem(i, copy.items[i]);
}

void drawCopyToRead(const model::CopyToRead& copy, const CopyWords& words, model::CopyUi& state,
                    bool working, const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("copy", style);
  ui::subhead(words.title);
  ui::small(words.body);
  drawCopyPaper(copy);
  drawTurning(copy, parts.frame);
  ui::checkbox("read", tr::kIHaveRead, state.read);
  ui::textField("to", state.to, {.label = tr::kCopyTo, .hint = tr::kCopyToHint});
  ui::banner("open", tr::kCopyIsOpen, {.icon = ui::Icon::AlertCircleOutline});
  const ui::ButtonStyle write{.notYet = copy.writeNotYet, .working = working};
  if (ui::button("write", tr::kWriteIt, write)) {
    parts.frame.intents.push(model::WriteReadCopy{});
  }
}

void drawLeaving(const SettingsParts& parts) {
  focusWhenNew(parts, "leaving", "settings/page/leaving/back");
  const model::LeavingModel& model = parts.model.keeping.leaving;
  {
    ui::CardStyle style;
    settingsCardStyle(style);
    const ui::Card card("leaving", style);
    drawKeepingHead(tr::kWayLeaving, tr::kLeavingBody, parts);
    ui::small(tr::kLeavingWhat);
    const ui::ButtonStyle see{.icon = ui::Icon::Eye, .working = model.working};
    if (ui::button("see", tr::kSeeWhatITake, see)) {
      parts.frame.intents.push(model::MakeLeaversCopy{});
    }
    if (!model.problem.empty()) ui::banner("problem", model.problem);
    if (!model.said.empty()) {
      ui::banner("said", model.said, {.attention = false, .icon = ui::Icon::InformationOutline});
    }
  }
  if (!model.copy) return;
  drawCopyToRead(*model.copy, {tr::kMyLearning, {}}, parts.state.keeping.leaving, model.working,
                 parts);
}

}  // namespace app::view
