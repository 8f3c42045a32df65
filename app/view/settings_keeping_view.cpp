#include <string>

#include "app/model/your_data_words.h"
#include "app/ui/buttons.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

// Your data: the ways into keeping, finding and erasing, and what its pages share.

namespace app::view {

using model::DataPage;

void drawKeepingWays(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("kept", style);
  ui::subhead(tr::kKeepingTitle);
  ui::small(tr::kKeepingBody);
  const model::KeepingModel& model = parts.model.keeping;
  const auto way = [&](std::string_view key, std::string_view title, std::string_view detail,
                       DataPage page) {
    if (ui::listRow(key, title, detail)) parts.frame.intents.push(model::ShowDataPage{page});
  };
  const ui::FocusGroup group;
  way("past-time", tr::kWayPastTime, model.pastTimeLine, DataPage::PastTime);
  way("about", tr::kWayAbout, tr::kWayAboutBody, DataPage::About);
  way("erasing", tr::kWayErasing, tr::kWayErasingBody, DataPage::Erasing);
  way("holds", tr::kWayHolds, model.legalHoldLine, DataPage::LegalHolds);
  way("leaving", tr::kWayLeaving, tr::kWayLeavingBody, DataPage::Leaving);
}

void drawKeepingPage(const SettingsParts& parts) {
  switch (parts.model.keeping.page) {
    case DataPage::Overview:
      return;
    case DataPage::PastTime:
      return drawPastTime(parts);
    case DataPage::LegalHolds:
      return drawLegalHolds(parts);
    case DataPage::About:
      return drawAbout(parts);
    case DataPage::Erasing:
      return drawErasing(parts);
    case DataPage::Leaving:
      return drawLeaving(parts);
  }
}

void focusWhenNew(const SettingsParts& parts, const std::string& what, const std::string& path) {
  if (parts.frame.view.keeping == what) return;
  parts.frame.view.keeping = what;
  ui::focusPath(path);
}

void drawKeepingHead(std::string_view title, std::string_view body, const SettingsParts& parts) {
  const ui::ButtonStyle back{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
  if (ui::button("back", tr::kBackToData, back)) {
    parts.frame.intents.push(model::ShowDataPage{});
  }
  ui::heading(title);
  if (!body.empty()) ui::small(body);
}

bool drawWho(const model::KeepingModel& model, model::WhoUi& state) {
  std::vector<ui::Option> people;
  people.reserve(model.people.size());
  for (const model::WhoChoice& who : model.people) people.push_back({who.key, who.label});
  if (!people.empty()) {
    ui::dropdown("who", people, state.chosen,
                 {.label = tr::kWho, .placeholder = tr::kChooseSomebody});
  }
  bool entered = false;
  ui::textField("name", state.typed,
                {.label = tr::kOrTypeName, .hint = tr::kOrTypeNameHint, .submitted = &entered});
  ui::textField("reason", state.reason,
                {.label = tr::kWhyAsked, .hint = tr::kWhyAskedHint, .submitted = &entered});
  return entered;
}

}  // namespace app::view
