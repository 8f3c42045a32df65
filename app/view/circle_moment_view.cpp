#include <string>

#include "app/model/circle_live_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/text_editor.h"
#include "app/view/circle_live_parts.h"

// Bring a moment (mock-up 23): the entry at the left, and exactly what others will see of it.

namespace app::view {
namespace {

void drawEntry(const model::MomentModel& model, model::CircleUi& state, const Frame& frame) {
  const ui::Card card("entry", {.gap = 8});
  ui::text(tr::kFromYourJournal, {.type = ui::Type::Read, .role = "heading"});
  ui::small(model.detail.empty() ? model.title : model.title + ", " + model.detail);
  if (model.entries.empty()) {
    ui::small(model.loading ? std::string_view() : tr::kNoEntriesToBring);
    return;
  }
  std::vector<ui::Option> entries;
  for (const model::MomentEntry& entry : model.entries) {
    entries.push_back({entry.id.hex(), entry.title});
  }
  std::string chosen = model.entry;
  if (ui::dropdown("another", entries, chosen, {.label = tr::kAnotherEntry})) {
    if (const auto id = journal::ReflectionId::fromHex(chosen)) {
      frame.intents.push(model::ChooseMomentEntry{*id});
    }
  }
  EditorBuffer& buffer = frame.view.moment;
  buffer.pull(state.moment);
  ui::TextAreaStyle style;
  style.label = tr::kFromYourJournal;
  style.height = std::max(160.0F, std::min(420.0F, frame.metrics.main.h - 380));
  style.readOnly = true;
  style.mentionLabel = [&model](std::string_view hex) {
    for (const auto& [id, name] : model.labels) {
      if (id == hex) return name;
    }
    return std::string("someone");
  };
  const ui::EditorResult result = ui::textArea("words", buffer.editor, style);
  if (result.selectionChanged) {
    const ui::ByteRange range = buffer.editor.selection();
    frame.intents.push(model::ChooseMoment{range.begin, range.end});
  }
  const ui::Row row(8, 0);
  ui::icon(ui::Icon::LockOutline, ui::Token::Ink2, 20);
  ui::text(tr::kGreyStays, {.type = ui::Type::Small,
                            .colour = ui::Token::Ink2,
                            .width = std::max(40.0F, ui::availWidth() - 4)});
}

void drawWho(const model::MomentModel& model) {
  const ui::Card card("who", {.gap = 6});
  ui::text(tr::kWhoWhenHowLong, {.type = ui::Type::BodyStrong, .role = "heading"});
  for (const std::string& line : model.who) {
    ui::hairline(2, 2);
    ui::small(line, ui::Token::Ink);
  }
}

void drawBrought(const model::MomentModel& model, const Frame& frame) {
  if (model.brought.empty()) return;
  const ui::Card card("brought", {.gap = 8});
  ui::text(tr::kAlreadyBrought, {.type = ui::Type::BodyStrong, .role = "heading"});
  for (const model::LiveCard& one : model.brought) {
    const ui::Scope scope(ui::key("card", one.id.hex()));
    ui::quote("“" + one.text + "”");
    if (!one.sign.empty()) ui::small(one.sign);
    if (ui::button("withdraw", tr::kWithdraw, {.icon = ui::Icon::Undo, .small = true})) {
      frame.intents.push(model::WithdrawCard{one.id});
    }
  }
  ui::small(tr::kWithdrawBody);
}

}  // namespace

void drawMoment(const model::MomentModel& model, model::CircleUi& state, const Frame& frame) {
  const ui::Region region("moment", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  {
    ui::Row row(12, 44);
    ui::text(tr::kBringAMoment, {.type = ui::Type::Title,
                                 .width = std::max(80.0F, row.leftOver() - 160),
                                 .oneLine = true,
                                 .role = "heading"});
    row.pushRight(ui::buttonWidth(tr::kNotThisTime, {.kind = ui::ButtonKind::Quiet}));
    if (ui::quietButton("not-now", tr::kNotThisTime)) frame.intents.push(model::LeaveMoment{});
  }
  bool send = false;
  const auto side = [&] {
    drawChosen(model.choice, tr::kBringThis, frame, send);
    drawWho(model);
    drawBrought(model, frame);
    ui::small(tr::kQuestionsComeBack);
  };
  if (circleIsWide(frame)) {
    ui::Columns columns({ui::share(1.5F), ui::share(1)}, 20);
    columns.next();
    drawEntry(model, state, frame);
    columns.next();
    side();
  } else {
    drawEntry(model, state, frame);
    side();
  }
  if (send) frame.intents.push(model::SendMoment{});
}

}  // namespace app::view
