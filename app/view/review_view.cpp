#include <string>

#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/text_editor.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

constexpr float kQueueWidth = 280;

void drawQueue(const model::ReviewModel& model, const Frame& frame) {
  ui::heading(tr::kReview);
  if (model.rows.empty()) {
    ui::small(tr::kNothingToReview);
    return;
  }
  const ui::FocusGroup group;
  for (const model::ReviewQueueRow& item : model.rows) {
    ui::ListRowModel row;
    row.title = item.title;
    row.subtitle = item.detail;
    row.chosen = item.chosen;
    if (ui::listRow(ui::key("piece", item.id.hex()), row)) {
      frame.intents.push(model::OpenReview{item.id});
    }
  }
}

void drawPiece(const model::ReviewModel& model) {
  if (!model.open) {
    ui::small(model.rows.empty() ? std::string_view(" ") : tr::kChooseFromQueue);
    return;
  }
  ui::title(model.title);
  ui::small(model.byLine);
  {
    const ui::Row row(8, 28);
    ui::icon(ui::Icon::EmailOutline, ui::Token::Ink2, 16);
    ui::smallStrong(tr::kAsSent);
    ui::small(tr::kAsSentBody);
  }
  for (std::size_t i = 0; i < model.claims.size(); ++i) claimCard(i, model.claims[i]);
  if (model.trail.empty()) return;
  ui::subhead(tr::kWhatHappened);
  trailLines(model.trail);
}

void drawDecision(const model::ReviewModel& model, model::ReviewUi& state, const Frame& frame) {
  if (!model.open) return;
  ui::subhead(tr::kCouldTell);
  ui::small(tr::kReadAs);
  if (!model.mayDecide) {
    ui::banner("not-yours", model.notYoursLine, {.attention = false});
    return;
  }
  ui::space(8);
  ui::EditorState& note = frame.view.reviewNote;
  if (state.reason.empty() && !note.text().empty()) note.setText("");  // another piece, or decided
  ui::TextAreaStyle style;
  style.label = model.noteLabel;
  style.height = 132;
  if (ui::textArea("note", note, style).changed) state.reason = note.text();
  if (ui::primaryButton("approve", model.approveLabel)) {
    const bool held = model.approveLabel == tr::kRelease;
    frame.intents.push(
        model::Decide{held ? journal::ReviewAction::Release : journal::ReviewAction::Approve});
  }
  if (ui::secondaryButton("return", tr::kReturnWithNote, model.returnNotYet)) {
    frame.intents.push(model::Decide{journal::ReviewAction::Return});
  }
  if (model.approveLabel != tr::kRelease && ui::quietButton("hold", tr::kHold, model.holdNotYet)) {
    frame.intents.push(model::Decide{journal::ReviewAction::Hold});
  }
}

}  // namespace

void drawReview(const model::ReviewModel& model, model::ReviewUi& state, const Frame& frame) {
  const ui::Scope scope("review");
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  const ui::Rect& main = frame.metrics.content;
  if (main.w < 860) {
    const ui::Region all("all", main, screenStyle(frame.metrics, ui::Token::Canvas));
    drawQueue(model, frame);
    drawPiece(model);
    drawDecision(model, state, frame);
    return;
  }
  const float side = model.open ? 316.0F : 0.0F;
  {
    const ui::Region queue("queue", {main.x, main.y, kQueueWidth, main.h},
                           {.padX = 16, .padY = 24, .gap = 8, .scroll = true});
    drawQueue(model, frame);
  }
  {
    ui::RegionStyle style = screenStyle(frame.metrics, ui::Token::Clear);
    style.padX = 16;
    const ui::Region piece(
        "piece", {main.x + kQueueWidth, main.y, main.w - kQueueWidth - side, main.h}, style);
    drawPiece(model);
  }
  if (side <= 0) return;
  const ui::Rect right{main.right() - side, main.y, side, main.h};
  ui::fillRect({right.x, right.y, 1, right.h}, ui::Token::Line);
  const ui::Region decision(
      "decision", {right.x + 1, right.y, side - 1, right.h},
      {.fill = ui::Token::Paper, .padX = 24, .padY = 24, .gap = 10, .scroll = true});
  drawDecision(model, state, frame);
}

}  // namespace app::view
