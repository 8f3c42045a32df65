#include <algorithm>
#include <string>

#include "app/model/circle_held_words.h"
#include "app/model/circle_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/view/circle_parts.h"

// Groups: sessions that were held, and the record of one.

namespace app::view {
namespace {

using model::HeldPart;

/// Asks whether to take a card out, and does it.
void drawStriking(bool own, const Frame& frame) {
  ui::banner("asked", tr::kStrikeAsked);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("leave", tr::kLeaveItIn)) frame.intents.push(model::LeaveItIn{});
  if (ui::dangerButton("strike-it", own ? tr::kTakeOut : tr::kStrikeOut)) {
    frame.intents.push(model::StrikeIt{});
  }
}

void drawHeldCard(const model::HeldCardRow& card, bool own, const Frame& frame) {
  const ui::Scope scope(ui::key("card", card.index));
  ui::hairline(2, 2);
  ui::text(card.text, {.type = ui::Type::Quote});
  if (card.striking) return drawStriking(own, frame);
  const std::string_view strike = own ? tr::kTakeOut : tr::kStrikeOut;
  const ui::ButtonStyle quiet{.kind = ui::ButtonKind::Quiet, .small = true};
  std::string words = card.detail;
  if (card.leaves) words += (words.empty() ? "" : ". ") + std::string(tr::kAgreedToLeave);
  if (words.empty() && !card.action && !card.strikable) return;
  ui::Row row(12, 32);
  if (card.action) {
    bool done = card.done;
    if (ui::checkbox("done", tr::kDoneTick, done)) {
      frame.intents.push(model::TickDone{card.index, done});
    }
  }
  const float right = card.strikable ? ui::buttonWidth(strike, quiet) : 0;
  if (!words.empty()) {
    ui::text(words, {.type = ui::Type::Small,
                     .colour = ui::Token::Ink2,
                     .width = std::max(80.0F, row.leftOver() - right - 12)});
  }
  if (!card.strikable) return;
  row.pushRight(right);
  if (ui::button("strike", strike, quiet)) frame.intents.push(model::AskToStrike{card.index});
}

void drawGroupsPart(const model::HeldRecordModel& model, const Frame& frame) {
  const ui::Card card("kept", {.padX = 18, .padY = 14, .gap = 6});
  ui::subhead(tr::kRecordOfGroup);
  if (!model.led) return ui::small(tr::kRecordJoinedOnly);
  ui::small(model.locking);
  if (model.groups.empty()) ui::body(tr::kRecordNothingKept);
  for (const model::HeldCardGroup& group : model.groups) {
    ui::space(4);
    ui::text(group.heading, {.type = ui::Type::BodyStrong, .role = "heading"});
    for (const model::HeldCardRow& row : group.rows) drawHeldCard(row, false, frame);
  }
}

void drawOwnPart(const model::HeldRecordModel& model, const Frame& frame) {
  const ui::Card card("own", {.padX = 18, .padY = 14, .gap = 6});
  ui::subhead(tr::kRecordOwn);
  ui::small(model.own.empty() ? tr::kRecordNothingOfYours : tr::kRecordOwnBody);
  for (const model::HeldCardRow& row : model.own) drawHeldCard(row, true, frame);
}

void showPart(HeldPart part, const Frame& frame) {
  frame.intents.push(model::ShowHeldPart{part});
}

void drawDeeds(const model::HeldRecordModel& model, const Frame& frame) {
  const ui::Card card("deeds", {.padX = 18, .padY = 14, .gap = 8});
  ui::small(model.keeping);
  if (model.part == HeldPart::Deleting) {
    ui::banner("asked", tr::kDeleteRecordAsked);
    const ui::Row row(8, 40);
    if (ui::secondaryButton("keep", tr::kKeepRecord)) showPart(HeldPart::Record, frame);
    if (ui::dangerButton("delete-it", tr::kDeleteForGood)) {
      frame.intents.push(model::DeleteHeld{});
    }
    return;
  }
  const ui::Row row(8, 40);
  const ui::ButtonStyle copy{.icon = ui::Icon::FileDocumentBox};
  if (model.led && ui::button("copy", tr::kTakeACopy, copy)) showPart(HeldPart::Copy, frame);
  if (model.hasThemes && ui::secondaryButton("themes", tr::kThemesForManagers)) {
    showPart(HeldPart::Themes, frame);
  }
  if (ui::quietButton("delete", tr::kDeleteRecord)) showPart(HeldPart::Deleting, frame);
}

void drawAgreedThen(const model::HeldRecordModel& model) {
  if (model.agreement.empty()) return;
  const ui::Card card("agreement", {.padX = 18, .padY = 14, .gap = 6});
  ui::subhead(tr::kWhatWeAgreed);
  agreementLines(model.agreement);
}

void drawRecordPage(const model::HeldRecordModel& model, const Frame& frame) {
  if (!circleIsWide(frame)) {
    drawGroupsPart(model, frame);
    drawOwnPart(model, frame);
    drawDeeds(model, frame);
    drawAgreedThen(model);
    return;
  }
  ui::Columns columns({ui::share(1.5F), ui::share(1)}, 28);
  columns.next();
  drawGroupsPart(model, frame);
  columns.next();
  drawDeeds(model, frame);
  drawOwnPart(model, frame);
  drawAgreedThen(model);
}

/// Where the keyboard goes when another page of the record, or a question, comes.
std::string firstOf(const model::HeldRecordModel& model) {
  const std::string record = "groups/record/";
  if (model.part == HeldPart::Deleting) return record + "deeds/keep";
  for (const model::HeldCardGroup& group : model.groups) {
    for (const model::HeldCardRow& row : group.rows)
      if (row.striking) return record + "kept/" + ui::key("card", row.index) + "/leave";
  }
  for (const model::HeldCardRow& row : model.own)
    if (row.striking) return record + "own/" + ui::key("card", row.index) + "/leave";
  return record + "back";
}

}  // namespace

void drawHeldSessions(const model::HeldListModel& model, const Frame& frame) {
  if (model.rows.empty()) return;
  ui::subhead(tr::kSessionsHeld);
  const ui::Card card("held", {.padX = 12, .padY = 8, .gap = 0});
  {
    const ui::FocusGroup group;
    for (const model::HeldSessionRow& held : model.rows) {
      ui::ListRowModel row;
      row.title = held.title;
      row.subtitle = held.detail;
      row.trailing = held.trailing;
      if (ui::listRow(ui::key("session", held.id.hex()), row)) {
        frame.intents.push(model::OpenGroupRecord{held.id});
      }
    }
  }
  if (!model.minutes.empty()) {
    constexpr float kUnderTitles = 10;  // in line with the rows above
    ui::space(4);
    ui::indent(kUnderTitles);
    ui::small(model.minutes);
    ui::indent(-kUnderTitles);
    ui::space(4);
  }
}

void drawHeldRecord(const model::HeldRecordModel& model, model::GroupRecordUi& state,
                    const Frame& frame) {
  const ui::Region region("record", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  const std::string first = firstOf(model);
  const std::string page = std::to_string(static_cast<int>(model.part)) + first;
  if (frame.view.held != page) ui::focusPath(first);
  frame.view.held = page;
  const bool inside = model.part == HeldPart::Copy || model.part == HeldPart::Themes;
  const ui::ButtonStyle back{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
  if (ui::button("back", inside ? tr::kBackToRecord : tr::kAllGroups, back)) {
    if (inside)
      showPart(HeldPart::Record, frame);
    else
      frame.intents.push(model::CloseGroupRecord{});
  }
  ui::title(model.title);
  ui::small(model.detail);
  ui::space(4);
  if (model.part == HeldPart::Copy) return drawHeldCopy(model, state, frame);
  if (model.part == HeldPart::Themes) return drawLeavingThemes(model.themes, frame);
  drawRecordPage(model, frame);
}

}  // namespace app::view
