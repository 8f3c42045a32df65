#include <algorithm>
#include <string>

#include "app/model/circle_format_words.h"
#include "app/model/circle_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/circle_live_parts.h"

// Groups: the next session, joining one, and formats to begin from.

namespace app::view {
namespace {

void drawNext(const model::CircleHomeModel& model, const Frame& frame) {
  if (model.planTitle.empty()) {
    if (ui::emptyState("no-groups", tr::kNoGroups, tr::kNoGroupsBody,
                       {.action = tr::kPlanAGroup})) {
      frame.intents.push(model::PlanGroup{"Q"});
    }
    return;
  }
  const ui::Card card("next", {.gap = 8});
  ui::smallStrong(tr::kNextSession);
  ui::text(model.planTitle, {.type = ui::Type::Read, .role = "heading"});
  ui::small(model.planDetail);
  ui::space(4);
  const ui::Row row(12, 40);
  if (ui::primaryButton("plan", tr::kGoOnPlanning)) frame.intents.push(model::PlanGroup{});
  if (ui::quietButton("drop", tr::kDropPlan)) frame.intents.push(model::DropPlan{});
}

void drawLeft(const model::CircleHomeModel& model, const Frame& frame) {
  if (model.leftTitle.empty()) return;
  const ui::Card card("left", {.gap = 8});
  ui::smallStrong(tr::kYouWereIn);
  ui::text(model.leftTitle, {.type = ui::Type::Read, .role = "heading"});
  ui::small(model.leftDetail);
  if (!model.trouble.empty()) ui::small(model.trouble, ui::Token::Att);
  ui::space(4);
  const ui::Row row(12, 40);
  if (ui::primaryButton("back", tr::kGoBackIn)) frame.intents.push(model::GoBackIn{});
  if (ui::quietButton("out", tr::kStayOut)) frame.intents.push(model::StayOut{});
}

void drawJoin(const model::CircleHomeModel& model, model::CircleUi& state, const Frame& frame) {
  const ui::Card card("join", {.gap = 8});
  ui::subhead(tr::kJoinASession);
  ui::small(tr::kJoinRoomBody);
  bool submitted = false;
  ui::FieldStyle style;
  style.label = tr::kJoinCode;
  style.placeholder = tr::kJoinLike;
  if (model.leftTitle.empty()) style.problem = model.trouble;
  style.maxBytes = 200;
  style.submitted = &submitted;
  ui::textField("code", state.code, style);
  ui::space(4);
  if (model.entering) {
    ui::progressUnknown("entering", tr::kEntering);
    if (ui::secondaryButton("stop", tr::kStayOutside)) frame.intents.push(model::LeaveRoom{});
    return;
  }
  const ui::Row row(12, 40);
  const bool pressed = ui::primaryButton("enter", tr::kJoin, model.joinNotYet);
  if (pressed || (submitted && model.joinNotYet.empty())) frame.intents.push(model::JoinRoom{});
  if (ui::quietButton("wall", tr::kShowOnWall, model.joinNotYet)) {
    frame.intents.push(model::JoinRoom{true});
  }
}

void drawFormats(const model::CircleHomeModel& model, const Frame& frame) {
  {
    ui::Row row(8, 40);
    ui::text(tr::kStartFromFormat, {.type = ui::Type::Read, .role = "heading"});
    const ui::ButtonStyle look{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::BookOpen};
    row.pushRight(ui::buttonWidth(tr::kSeeFormats, look));
    if (ui::button("all-formats", tr::kSeeFormats, look)) frame.intents.push(model::OpenFormats{});
  }
  const ui::Card card("formats", {.padX = 12, .padY = 8, .gap = 0});
  const ui::FocusGroup group;
  for (const model::FormatRow& format : model.formats) {
    ui::ListRowModel row;
    row.title = format.name;
    row.subtitle = format.purpose;
    row.trailing = format.detail;
    if (ui::listRow(ui::key("format", format.code), row)) {
      frame.intents.push(model::PlanGroup{format.code});
    }
  }
}

}  // namespace

void drawCircleHome(const model::CircleHomeModel& model, model::CircleUi& state,
                    const Frame& frame) {
  const ui::Region region("home", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  ui::title(tr::kGroups);
  ui::small(tr::kGroupsLine);
  ui::space(8);
  drawLeft(model, frame);
  if (!circleIsWide(frame)) {
    drawNext(model, frame);
    drawJoin(model, state, frame);
    drawHeldSessions(model.held, frame);
    drawFormats(model, frame);
    return;
  }
  ui::Columns columns({ui::share(1.5F), ui::share(1)}, 28);
  columns.next();
  drawNext(model, frame);
  drawFormats(model, frame);
  columns.next();
  drawJoin(model, state, frame);
  drawHeldSessions(model.held, frame);
}

void drawGroups(const model::CircleModel& model, model::CircleUi& state, const Frame& frame) {
  const ui::Scope scope("groups");
  if (model.page != model::CirclePage::Record) frame.view.held.clear();
  switch (model.page) {
    case model::CirclePage::Home:
      return drawCircleHome(model.home, state, frame);
    case model::CirclePage::Plan:
      return drawCirclePlan(model.plan, state.plan, frame);
    case model::CirclePage::Lobby:
      return drawCircleLobby(model.lobby, frame);
    case model::CirclePage::Live:
      if (model.live) drawCircleLive(*model.live, state, frame);
      return;
    case model::CirclePage::Formats:
      if (model.formats) drawCircleFormats(*model.formats, state.formats, frame);
      return;
    case model::CirclePage::Making:
      if (model.formats && model.formats->making)
        drawCircleMaking(*model.formats->making, state.formats, frame);
      return;
    case model::CirclePage::Moment:
      if (model.moment) drawMoment(*model.moment, state, frame);
      return;
    case model::CirclePage::Record:
      if (model.record) drawHeldRecord(*model.record, state.held, frame);
      return;
  }
}

}  // namespace app::view
