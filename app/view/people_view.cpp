#include <algorithm>

#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/people_parts.h"

namespace app::view {
namespace {

/// As much of a code name as was typed, in any case.
bool fits(std::string_view name, std::string_view typed) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto same = [&](char a, char b) { return lower(a) == lower(b); };
  return std::search(name.begin(), name.end(), typed.begin(), typed.end(), same) != name.end();
}

void drawRows(const model::YoungPeopleModel& model, const model::PeopleUi& state,
              const Frame& frame) {
  const ui::Card card("list", {.padX = 12, .padY = 10, .gap = 0});
  const ui::FocusGroup group;
  bool any = false;
  for (const model::PersonRow& person : model.rows) {
    if (!fits(person.codeName, state.typed)) continue;
    any = true;
    ui::ListRowModel row;
    row.title = person.codeName;
    row.subtitle = person.detail;
    row.icon = ui::Icon::AccountOutline;
    if (ui::listRow(ui::key("person", person.id.hex()), row)) {
      frame.intents.push(model::OpenPerson{person.id});
    }
  }
  if (!any) ui::small(tr::kNobodyCalled);
}

}  // namespace

void drawYoungPeople(const model::YoungPeopleModel& model, model::PeopleUi& state,
                     const Frame& frame) {
  const ui::Scope scope("young-people");
  if (model.page) {
    drawPerson(*model.page, state, frame);
    if (model.editing) drawPersonForm(model, state, frame);
    if (model.planning) drawPlanForm(model, state.plan, frame);
    if (model.askingPermission) drawPermissionForm(model, state.permission, frame);
    return;
  }
  const ui::Region region("everybody", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  ui::title(tr::kYoungPeople);
  ui::small(tr::kCodesOnly);
  if (model.rows.empty()) {
    ui::emptyState("nobody", tr::kNobodyYet, tr::kNobodyYetBody);
    return;
  }
  ui::space(4);
  ui::searchField("find", tr::kFindPerson, state.typed, std::min(420.0F, ui::availWidth()));
  drawRows(model, state, frame);
}

}  // namespace app::view
