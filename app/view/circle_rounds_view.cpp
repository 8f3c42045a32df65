#include <string>

#include "app/model/circle_live_words.h"
#include "app/model/circle_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/circle_live_parts.h"

// Arriving, what each takes home, and closing.

namespace app::view {
namespace {

void drawAgreementCard(const model::CircleLiveModel& model, const Frame& frame) {
  const ui::Card card("agreement", {.gap = 8});
  ui::text(tr::kWhatWeAgreed, {.type = ui::Type::BodyStrong, .role = "heading"});
  agreementLines(model.agreement);
  if (model.projector) return;
  if (model.agreed) {
    ui::text(tr::kYouAgreed, {.type = ui::Type::SmallStrong, .role = "status"});
  } else if (model.mayAgree && ui::primaryButton("agree", tr::kIAgree)) {
    frame.intents.push(model::AgreeToIt{});
  }
}

void drawWhoAgreed(const model::CircleLiveModel& model) {
  const ui::Card card("people", {.gap = 4});
  ui::text(tr::kInTheRoom, {.type = ui::Type::BodyStrong, .role = "heading"});
  for (const model::CirclePerson& person : model.people) {
    ui::Row row(10, 32);
    ui::circleMark(person.initials, markOf(person), 26);
    {
      const float width = std::max(40.0F, row.leftOver() - 36);
      const ui::Region name(ui::key("person", static_cast<std::size_t>(person.number)),
                            ui::takeRect(width, 22), {});
      ui::text(person.name, {.oneLine = true, .role = "listitem"});
    }
    row.pushRight(24);
    if (person.agreed) ui::icon(ui::Icon::Check, ui::Token::Ink2, 20);
  }
}

void drawLeavingCard(const model::LiveCard& card, const Frame& frame) {
  const ui::Scope scope(ui::key("leaving", card.id.hex()));
  ui::hairline(2, 2);
  ui::quote(card.text);
  if (card.opposed) ui::small(tr::kSomebodyRather);
  const ui::Row row(12, 34);
  if (card.mayTick) {
    bool leaves = card.leaves;
    if (ui::checkbox("tick", tr::kMayLeave, leaves)) {
      frame.intents.push(model::TickLeave{card.id, leaves});
    }
  } else if (card.leaves) {
    ui::icon(ui::Icon::Check, ui::Token::Ink2, 20);
    ui::small(tr::kMayLeave);
  }
  if (card.mayOppose &&
      ui::button("oppose", tr::kIdRatherStay, {.kind = ui::ButtonKind::Quiet, .small = true})) {
    frame.intents.push(model::OpposeLeave{card.id});
  }
}

void drawLeaving(const model::CircleLiveModel& model, const Frame& frame) {
  const ui::Card card("leaving", {.gap = 6});
  ui::text(tr::kWhatLeaves, {.type = ui::Type::Read, .role = "heading"});
  ui::small(tr::kWhatLeavesBody);
  if (model.leaving.empty()) ui::small(tr::kNothingToLeave);
  for (const model::LiveCard& one : model.leaving) drawLeavingCard(one, frame);
}

}  // namespace

void drawArrival(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  drawTimer(model.clock, 12);
  const auto side = [&] {
    if (!model.lastTime.empty()) {
      const ui::Card card("last-time", {.gap = 6});
      ui::text(tr::kFromLastTime, {.type = ui::Type::BodyStrong, .role = "heading"});
      oldActionLines(model.lastTime);
    }
    drawWhoAgreed(model);
    drawFields(model, state, frame);
    drawCards(model, frame);
  };
  drawPrompts(model);
  if (!roomy(frame)) {
    drawAgreementCard(model, frame);
    side();
    return;
  }
  ui::Columns columns({ui::share(1.4F), ui::share(1)}, 24);
  columns.next();
  drawAgreementCard(model, frame);
  columns.next();
  side();
}

void drawIntentionRound(const model::CircleLiveModel& model, model::CircleUi& state,
                        const Frame& frame) {
  drawTimer(model.clock, 12);
  drawPrompts(model);
  if (!model.intends) return;
  const ui::Card card("intention", {.gap = 8, .width = 820});
  ui::text(tr::kNextTimeIWill, {.type = ui::Type::Read, .role = "heading"});
  ui::small(tr::kIntentionStays);
  bool submitted = false;
  ui::FieldStyle style;
  style.label = tr::kNextTimeIWill;
  style.maxBytes = 600;
  style.submitted = &submitted;
  ui::textField("words", state.typed["intention"], style);
  if (frame.entered) ui::wantFirstFocus();
  if (ui::primaryButton("keep", tr::kKeepIntention, model.intentionNotYet) ||
      (submitted && model.intentionNotYet.empty())) {
    frame.intents.push(model::KeepMyIntention{});
  }
  if (model.intentions.empty()) return;
  ui::text(tr::kYourIntentions, {.type = ui::Type::SmallStrong, .role = "status"});
  for (const std::string& intention : model.intentions) ui::quote(intention);
}

void drawClosing(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  drawTimer(model.clock, 12);
  drawPrompts(model);
  const auto words = [&] {
    drawFields(model, state, frame);
    drawCards(model, frame);
  };
  if (!roomy(frame)) {
    drawLeaving(model, frame);
    words();
    return;
  }
  ui::Columns columns({ui::share(1.4F), ui::share(1)}, 24);
  columns.next();
  drawLeaving(model, frame);
  columns.next();
  words();
}

void drawAfterwards(const model::CircleLiveModel& model, const Frame& frame) {
  const ui::Card card("afterwards", {.gap = 10, .width = 820});
  ui::text(tr::kSessionOver, {.type = ui::Type::Heading, .role = "heading"});
  for (const std::string& line : model.afterwards) {
    const ui::Row row(8, 26);
    ui::icon(ui::Icon::Check, ui::Token::Ink2, 20);
    ui::text(line, {.width = std::max(40.0F, ui::availWidth() - 4)});
  }
  for (const std::string& intention : model.intentions) ui::quote(intention);
  if (!model.actions.empty()) {
    ui::text(tr::kWhatWeWillTry, {.type = ui::Type::BodyStrong, .role = "heading"});
    for (const model::ActionLine& action : model.actions) {
      ui::body(action.text);
      ui::small(action.owner + (action.due.empty() ? "" : ", " + action.due));
    }
  }
  if (ui::primaryButton("close", tr::kBackToGroups)) frame.intents.push(model::CloseSession{});
}

}  // namespace app::view
