#include "app/ui/feedback.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {

void drawYoungPeople(const model::YoungPeopleModel& model, const Frame& frame) {
  const ui::Region region("young-people", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  ui::title(tr::kYoungPeople);
  ui::small(tr::kCodesOnly);
  if (model.rows.empty()) {
    ui::emptyState("nobody", tr::kNobodyYet, tr::kNobodyYetBody);
    return;
  }
  ui::space(8);
  const ui::Card card("list", {.padX = 12, .padY = 10, .gap = 0});
  const ui::FocusGroup group;
  for (const model::PersonRow& person : model.rows) {
    ui::ListRowModel row;
    row.title = person.codeName;
    row.subtitle = person.detail;
    row.trailing = tr::kTheirPassages;
    if (ui::listRow(ui::key("person", person.id.hex()), row)) {
      frame.intents.push(model::ShowPersonInJournal{person.id});
    }
  }
}

void drawGroups(const Frame& frame) {
  const ui::Region region("groups", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  ui::title(tr::kGroups);
  ui::emptyState("not-yet", tr::kGroupsTitle, tr::kGroupsBody);
}

}  // namespace app::view
