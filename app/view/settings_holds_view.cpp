#include <algorithm>
#include <string>

#include "app/model/your_data_words.h"
#include "app/ui/buttons.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

// Your data: legal holds.

namespace app::view {
namespace {

constexpr const char* kHoldsCard = "settings/page/holds/";

void drawLifting(const model::LegalHoldRow& hold, const SettingsParts& parts) {
  const model::LegalHoldsModel& model = parts.model.keeping.legalHolds;
  model::LegalHoldUi& state = parts.state.keeping.legalHold;
  focusWhenNew(parts, "lift " + hold.id.hex(),
               std::string(kHoldsCard) + ui::key("hold", hold.id.hex()) + "/reason");
  ui::small(tr::kLiftAsk, ui::Token::Ink);
  ui::textField("reason", tr::kLiftReason, state.liftReason);
  ui::textField("day", tr::kLiftedOn, state.liftedOn);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("leave", tr::kLeaveItOn)) {
    parts.frame.intents.push(model::LeaveLegalHold{});
  }
  const ui::ButtonStyle lift{
      .kind = ui::ButtonKind::Danger, .notYet = model.liftNotYet, .working = model.working};
  if (ui::button("lift-it", tr::kLiftIt, lift)) parts.frame.intents.push(model::LiftIt{});
}

void drawHold(const model::LegalHoldRow& hold, const SettingsParts& parts) {
  ui::hairline(4, 4);
  const ui::Scope scope(ui::key("hold", hold.id.hex()));
  ui::bodyStrong(hold.title, hold.stands ? ui::Token::Ink : ui::Token::Ink2);
  ui::small(hold.detail);
  if (hold.lifting) return drawLifting(hold, parts);
  if (hold.stands && ui::secondaryButton("lift", tr::kLift)) {
    parts.frame.intents.push(model::AskToLift{hold.id});
  }
}

void drawPutOn(const SettingsParts& parts) {
  const model::LegalHoldsModel& model = parts.model.keeping.legalHolds;
  model::LegalHoldUi& state = parts.state.keeping.legalHold;
  focusWhenNew(parts, "put on", std::string(kHoldsCard) + "over");
  ui::hairline(4, 4);
  ui::text(tr::kPutHoldOn, {.type = ui::Type::BodyStrong, .role = "heading"});
  std::vector<ui::Option> over{{"", std::string(tr::kWholeJournal)}};
  for (const model::WhoChoice& who : parts.model.keeping.people) {
    over.push_back({who.key, "What is about " + who.label});
  }
  ui::dropdown("over", over, state.about, {.label = tr::kHoldOver});
  ui::textField("reason", state.reason, {.label = tr::kHoldReason, .hint = tr::kHoldReasonHint});
  ui::textField("since", tr::kHoldSince, state.since);
  ui::small(tr::kHoldsElsewhere);
  const ui::Row row(8, 40);
  const ui::ButtonStyle put{
      .kind = ui::ButtonKind::Primary, .notYet = model.putNotYet, .working = model.working};
  if (ui::button("put", tr::kPutItOn, put)) parts.frame.intents.push(model::PutLegalHoldOn{});
  if (ui::quietButton("cancel", tr::kCancel)) parts.frame.intents.push(model::LeaveLegalHold{});
}

}  // namespace

void drawLegalHolds(const SettingsParts& parts) {
  const model::LegalHoldsModel& model = parts.model.keeping.legalHolds;
  const bool asking = model.adding || std::any_of(model.rows.begin(), model.rows.end(),
                                                  [](const auto& row) { return row.lifting; });
  if (!asking) focusWhenNew(parts, "holds", std::string(kHoldsCard) + "back");
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("holds", style);
  drawKeepingHead(tr::kWayHolds, tr::kHoldsBody, parts);
  if (model.adding) {
    drawPutOn(parts);
  } else {
    const ui::ButtonStyle add{.icon = ui::Icon::Plus};
    if (ui::button("add", tr::kPutHoldOn, add)) parts.frame.intents.push(model::AddLegalHold{});
  }
  if (model.rows.empty()) ui::bodyStrong(tr::kNoHoldStands);
  for (const model::LegalHoldRow& hold : model.rows) drawHold(hold, parts);
}

}  // namespace app::view
