#include <string>

#include "app/model/your_data_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

// Your data: everything about somebody, found, read and handed over.

namespace app::view {
namespace {

void drawFoundAbout(const model::AboutModel& model, const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("found", style);
  ui::subhead(tr::kWhatWasFound);
  ui::bodyStrong(model.found);
  for (std::size_t i = 0; i < model.groups.size(); ++i) {
    const model::FoundGroup& group = model.groups[i];
    const ui::Scope scope(ui::key("group", i));
    ui::hairline(4, 4);
    ui::text(group.name, {.type = ui::Type::BodyStrong, .role = "heading"});
    const ui::FocusGroup focus;
    for (std::size_t row = 0; row < group.rows.size(); ++row) {
      const model::FoundRow& found = group.rows[row];
      if (!found.entry) {
        ui::small(found.title + (found.detail.empty() ? "" : ", " + found.detail));
      } else if (ui::listRow(ui::key("row", row), found.title, found.detail)) {
        parts.frame.intents.push(model::OpenBeside{*found.entry});
      }
    }
    if (!group.more.empty()) ui::small(group.more);
  }
}

void drawLeaveOut(const model::AboutModel& model, const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("leave-out", style);
  std::string& typed = parts.state.keeping.about.leaveOut;
  bool entered = false;
  ui::textField("words", typed, {.label = tr::kLeaveOutLabel, .submitted = &entered});
  const std::string_view notYet =
      typed.empty() ? std::string_view(tr::kTypeWordsFirst) : std::string_view();
  const bool pressed =
      ui::button("out", tr::kLeaveOut, {.notYet = notYet, .working = model.working});
  if (pressed || (entered && notYet.empty())) parts.frame.intents.push(model::LeaveOutWords{});
  for (std::size_t i = 0; i < model.leftOut.size(); ++i) {
    const std::string words = std::string(tr::kPutBackIn) + model.leftOut[i];
    if (ui::quietButton(ui::key("back", i), words)) {
      parts.frame.intents.push(model::PutWordsBack{i});
    }
  }
}

void drawAccessLog(const model::AboutModel& model) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("log", style);
  ui::subhead(tr::kAccessLog);
  if (model.log.empty()) ui::small(tr::kNobodyLookedFor);
  for (const model::AccessLine& line : model.log) {
    ui::text(line.title, {.type = ui::Type::BodyStrong});
    ui::small(line.detail);
  }
}

void drawAboutSearch(const model::AboutModel& model, const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("about", style);
  drawKeepingHead(tr::kWayAbout, tr::kAboutBody, parts);
  if (model.found.empty()) {
    const bool entered = drawWho(parts.model.keeping, parts.state.keeping.about.who);
    const ui::ButtonStyle find{
        .kind = ui::ButtonKind::Primary, .notYet = model.findNotYet, .working = model.working};
    const bool pressed = ui::button("find", tr::kFindThem, find);
    if (pressed || (entered && model.findNotYet.empty())) {
      parts.frame.intents.push(model::FindAboutThem{});
    }
  } else if (ui::secondaryButton("anew", tr::kSomebodyElse)) {
    parts.frame.intents.push(model::FindAnew{});
  }
  if (model.working) ui::progressUnknown("work", tr::kLookingThrough);
  if (!model.problem.empty()) ui::banner("problem", model.problem);
  if (!model.said.empty()) {
    ui::banner("said", model.said, {.attention = false, .icon = ui::Icon::InformationOutline});
  }
}

}  // namespace

void drawAbout(const SettingsParts& parts) {
  const model::AboutModel& model = parts.model.keeping.about;
  focusWhenNew(parts, model.found.empty() ? "about" : "found",
               model.found.empty() ? "settings/page/about/back" : "settings/page/about/anew");
  settingsColumns(
      [&] {
        drawAboutSearch(model, parts);
        if (!model.found.empty()) drawFoundAbout(model, parts);
        drawAccessLog(model);
      },
      [&] {
        if (model.found.empty() || !model.copy) return;
        drawLeaveOut(model, parts);
        drawCopyToRead(*model.copy, {tr::kCopyForThem, tr::kCopyForThemBody},
                       parts.state.keeping.about.copy, model.working, parts);
      });
}

}  // namespace app::view
