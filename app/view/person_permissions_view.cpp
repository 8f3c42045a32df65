#include <string>
#include <vector>

#include "app/model/permission_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/people_parts.h"

// How far notes about a young person may go: what was answered, and the form that records it.

namespace app::view {

void drawPermissions(const model::PersonPage& page, const Frame& frame) {
  const ui::Card card("permissions", {.gap = 6});
  ui::subhead(tr::kHowFar);
  ui::bodyStrong(page.standing);
  ui::small(tr::kHowFarBody);
  if (ui::secondaryButton("record", tr::kRecordAnswer)) {
    frame.intents.push(model::AskPermission{});
  }
  for (const model::ConsentRow& answer : page.answers) {
    ui::hairline(2, 2);
    ui::text(answer.title, {.type = ui::Type::BodyStrong});
    ui::small(answer.detail);
  }
}

void drawPermissionForm(const model::YoungPeopleModel& model, model::PermissionUi& state,
                        const Frame& frame) {
  static const std::vector<ui::Option> kWho = {
      {"young_person", std::string(tr::kYoungPersonAnswered)},
      {"carer", std::string(tr::kCarerAnswered)}};
  static const std::vector<ui::Option> kLevels = {{"no", std::string(tr::kAnswerNo)},
                                                  {"0", std::string(tr::kAnswerLearning)},
                                                  {"1", std::string(tr::kAnswerService)},
                                                  {"2", std::string(tr::kAnswerPartners)},
                                                  {"3", std::string(tr::kAnswerPublic)}};
  const ui::Dialog dialog("permission", tr::kRecordAnswer);
  ui::dropdown("who", kWho, state.answerer, {.label = tr::kWhoAnswered});
  ui::wantFirstFocus();
  ui::dropdown("level", kLevels, state.level, {.label = tr::kTheyAnswered});
  ui::textField("asked-by", state.askedBy,
                {.label = tr::kAskedBy, .placeholder = tr::kAskedByHint});
  ui::textField("asked-how", state.howAsked,
                {.label = tr::kAskedHow, .placeholder = tr::kAskedHowHint});
  {
    const bool until = state.level != "no";
    ui::Columns columns(std::vector<ui::Track>(until ? 2 : 1, ui::share()), 16);
    columns.next();
    ui::textField("on", tr::kAnsweredOn, state.on);
    if (until) {
      columns.next();
      ui::textField("until", tr::kHoldsUntil, state.until);
    }
  }
  const ui::Row row(8, 40);
  if (ui::primaryButton("keep", tr::kKeepAnswer, model.permissionNotYet)) {
    frame.intents.push(model::KeepPermission{});
  }
  if (ui::quietButton("cancel", tr::kCancel) || dialog.closeWanted()) {
    frame.intents.push(model::CancelPermission{});
  }
}

}  // namespace app::view
