// Pictures and recordings of the entry being written: the line under the words, and the sheet.

#include <algorithm>
#include <string>

#include "app/model/attached_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/picture.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

using model::AttachedQuestion;
using model::AttachedWork;

constexpr float kSmallPicture = 72;
constexpr const char* kSheet = "write/attached/card/";

std::string rowKey(journal::AttachmentId id) {
  return ui::key("one", id.hex());
}

std::string_view workWords(AttachedWork work) {
  switch (work) {
    case AttachedWork::Reading:
      return tr::kReadingAttachment;
    case AttachedWork::Keeping:
      return tr::kKeepingAttachment;
    case AttachedWork::Saving:
      return tr::kSavingAttachment;
    case AttachedWork::None:
      break;
  }
  return {};
}

/// Reading a file can be stopped; keeping it with the entry is one step.
void drawAttachedWork(const model::AttachedModel& model, const Frame& frame) {
  if (model.work == AttachedWork::None) return;
  if (model.fraction < 0) {
    ui::progressUnknown("work", workWords(model.work));
    if (model.work == AttachedWork::Reading && ui::quietButton("stop", tr::kCancel)) {
      frame.intents.push(model::CancelWork{});
    }
  } else if (ui::progress("work", model.fraction, workWords(model.work), true)) {
    frame.intents.push(model::CancelWork{});
  }
}

void drawAddAttached(const model::AttachedModel& model, model::AttachedUi& state,
                     const Frame& frame) {
  bool entered = false;
  ui::textField("path", state.path,
                {.label = tr::kAttachPath,
                 .problem = model.problem,
                 .hint = tr::kAttachHint,
                 .submitted = &entered});
  ui::wantFirstFocus();
  const bool working = model.work != AttachedWork::None;
  const ui::ButtonStyle add{.kind = ui::ButtonKind::Primary,
                            .icon = ui::Icon::Plus,
                            .notYet = model.addNotYet,
                            .working = working};
  const bool pressed = ui::button("add", tr::kAttachIt, add);
  if (pressed || (entered && !working && model.addNotYet.empty())) {
    frame.intents.push(model::AddAttached{});
  }
}

/// A file to add, or why there can be none; then what is being done, and what was.
void drawAttachedHead(const model::AttachedModel& model, model::AttachedUi& state,
                      const Frame& frame) {
  if (model.changeNotYet.empty())
    drawAddAttached(model, state, frame);
  else
    ui::banner("not-yet", model.changeNotYet);
  drawAttachedWork(model, frame);
  if (!model.said.empty()) {
    ui::banner("said", model.said, {.attention = false, .icon = ui::Icon::InformationOutline});
  }
}

void leaveQuestion(const model::AttachedRow& row, const char* button, const Frame& frame) {
  frame.intents.push(model::LeaveAttachedQuestion{});
  ui::focusPath(kSheet + rowKey(row.id) + "/" + button);
}

void drawSaveQuestion(const model::AttachedModel& model, const model::AttachedRow& row,
                      model::AttachedUi& state, const Frame& frame) {
  if (!model.warning.empty()) {
    ui::banner("warning", model.warning, {.icon = ui::Icon::AlertCircleOutline});
  }
  bool entered = false;
  ui::textField("to", state.saveTo,
                {.label = tr::kSaveCopyTo,
                 .problem = model.saveProblem,
                 .hint = tr::kSaveCopyHint,
                 .submitted = &entered});
  const ui::Row buttons(8, 40);
  const bool working = model.work != AttachedWork::None;
  const ui::ButtonStyle save{.notYet = model.saveNotYet, .working = working};
  const bool pressed = ui::button("save-it", tr::kSaveIt, save);
  if (pressed || (entered && !working && model.saveNotYet.empty())) {
    frame.intents.push(model::SaveAttached{});
  }
  if (ui::quietButton("leave", tr::kCancel)) leaveQuestion(row, "save", frame);
}

void drawRemoveQuestion(const model::AttachedRow& row, const Frame& frame) {
  ui::small(tr::kRemoveMeans, ui::Token::Ink);
  const ui::Row buttons(8, 40);
  if (ui::secondaryButton("keep", tr::kKeepAttached)) leaveQuestion(row, "remove", frame);
  if (ui::dangerButton("remove-it", tr::kRemoveAttachedNow)) {
    frame.intents.push(model::RemoveAttached{});
    ui::focusPath(std::string(kSheet) + "path");
  }
}

void drawAttachedButtons(const model::AttachedModel& model, const model::AttachedRow& row,
                         const Frame& frame) {
  const ui::Row buttons(8, 32);
  const std::string path = kSheet + rowKey(row.id);
  const ui::ButtonStyle look{.kind = ui::ButtonKind::Quiet, .small = true};
  if (row.canLook && ui::button("look", tr::kLookAtIt, look)) {
    frame.intents.push(model::LookAtAttached{row.id});
  }
  if (ui::button("save", tr::kSaveACopy, {.kind = ui::ButtonKind::Quiet, .small = true})) {
    frame.intents.push(model::AskSaveAttached{row.id});
    ui::focusPath(path + "/to");
  }
  const ui::ButtonStyle remove{
      .kind = ui::ButtonKind::Quiet, .notYet = model.changeNotYet, .small = true};
  if (ui::button("remove", tr::kRemoveAttached, remove)) {
    frame.intents.push(model::AskRemoveAttached{row.id});
    ui::focusPath(path + "/keep");
  }
}

void drawAttachedText(const model::AttachedModel& model, const model::AttachedRow& row,
                      model::AttachedUi& state, const Frame& frame) {
  ui::text(row.name, {.type = ui::Type::BodyStrong, .oneLine = true});
  ui::space(-8);  // one thing in two lines
  ui::small(row.detail);
  const bool asked = model.about == row.id;
  if (asked && model.question == AttachedQuestion::SaveCopy) {
    drawSaveQuestion(model, row, state, frame);
  } else if (asked && model.question == AttachedQuestion::Remove) {
    drawRemoveQuestion(row, frame);
  } else {
    drawAttachedButtons(model, row, frame);
  }
}

/// A small picture at the left of its words, or a sign of what it is.
void drawAttachedRow(const model::AttachedModel& model, const model::AttachedRow& row,
                     model::AttachedUi& state, const Frame& frame) {
  const ui::Scope scope(rowKey(row.id));
  ui::hairline(4, 4);
  ui::Columns columns({ui::fixed(kSmallPicture), ui::share()}, 14);
  columns.next();
  if (row.small) {
    ui::picture("small", *row.small, {kSmallPicture, kSmallPicture}, row.name);
  } else {
    ui::icon(row.picture ? ui::Icon::Image : ui::Icon::Microphone, ui::Token::Ink2, 24);
  }
  columns.next();
  drawAttachedText(model, row, state, frame);
}

}  // namespace

float attachedHeight(const model::AttachedModel& model) {
  const bool working = model.work != AttachedWork::None && !model.open;
  return model.rows.empty() && !working ? 0 : 32;
}

void drawAttachedLine(const model::AttachedModel& model, ui::Rect rect, const Frame& frame) {
  if (rect.h <= 0) return;
  const ui::Region region("attached-line", rect, {});
  const ui::Row row(8, 32);
  if (model.work != AttachedWork::None && !model.open) {
    ui::small(workWords(model.work));
    const ui::ButtonStyle stop{.kind = ui::ButtonKind::Quiet, .small = true};
    if (model.work == AttachedWork::Reading && ui::button("stop", tr::kCancel, stop)) {
      frame.intents.push(model::CancelWork{});
    }
    return;
  }
  const ui::ButtonStyle see{
      .kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Paperclip, .small = true};
  if (ui::button("see", model.line, see)) frame.intents.push(model::OpenAttached{});
  const float left = row.leftOver() - 8;
  if (left < 60) return;
  const ui::Region names("names", {ui::flowX(), ui::flowY(), left, 32}, {});
  ui::space(5);
  ui::text(model.names, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
}

namespace {

void drawAttachedLook(const model::AttachedLook& look, const Frame& frame) {
  const ui::Vec2 whole = ui::windowSize();
  const ui::Dialog dialog("attached-look", look.name,
                          {.width = std::max(320.0F, std::min(1240.0F, whole.x - 64))});
  if (look.picture) {
    constexpr float kAround = 270;  // title, words, button and the dialog's own edges
    ui::picture("picture", *look.picture, {ui::availWidth(), std::max(120.0F, whole.y - kAround)},
                look.name);
  } else if (!look.problem.empty()) {
    ui::banner("problem", look.problem);
  } else {
    ui::progressUnknown("work", tr::kOpeningPicture);
  }
  ui::small(look.detail);
  const bool back = ui::secondaryButton("back", tr::kBackToAttached);
  ui::wantFirstFocus();
  if (!back && !dialog.closeWanted()) return;
  frame.intents.push(model::LeaveLook{});
  ui::focusPath(kSheet + rowKey(look.id) + "/look");
}

}  // namespace

void drawAttachedSheet(const model::AttachedModel& model, model::AttachedUi& state,
                       const Frame& frame) {
  if (model.look) return drawAttachedLook(*model.look, frame);
  const ui::Dialog dialog("attached", tr::kAttached, {.width = 640});
  ui::small(tr::kAttachedBody);
  drawAttachedHead(model, state, frame);
  if (model.rows.empty()) ui::small(tr::kNothingAttached);
  for (const model::AttachedRow& row : model.rows) drawAttachedRow(model, row, state, frame);
  if (dialog.closeWanted()) frame.intents.push(model::CloseAttached{});
}

}  // namespace app::view
