#include <algorithm>
#include <string>

#include "app/model/circle_live_words.h"
#include "app/model/circle_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/view/circle_parts.h"

// The room before it begins (mock-up 05): the way in, who is here, and what was agreed.

namespace app::view {
namespace {

void drawHeader(const model::CircleLobbyModel& model, const Frame& frame) {
  const ui::ButtonStyle begin{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::Play};
  const ui::ButtonStyle leave{.kind = ui::ButtonKind::Quiet};
  ui::title(model.title);
  ui::small(model.detail);
  if (!model.link.empty()) ui::banner("link", model.link, {.icon = ui::Icon::WifiOff});
  ui::Row row(12, 44);
  float right = ui::buttonWidth(tr::kLeaveRoom, leave) + 12;
  if (model.facilitates) right += ui::buttonWidth(tr::kBegin, begin) + 12;
  const float words = row.leftOver() - right;
  if (words > 160) {
    ui::text(model.arriving, {.type = ui::Type::Small,
                              .colour = ui::Token::Ink2,
                              .width = words - 12,
                              .oneLine = true,
                              .role = "status"});
  }
  row.pushRight(right);
  if (ui::button("leave", tr::kLeaveRoom, leave)) frame.intents.push(model::LeaveRoom{});
  if (model.facilitates && ui::button("begin", tr::kBegin, begin)) {
    frame.intents.push(model::BeginSession{});
  }
}

void drawQuestion(const model::CircleLobbyModel& model) {
  if (model.question.empty()) return;
  const ui::Card card("question", {.gap = 8});
  ui::text(tr::kPrompt, {.type = ui::Type::BodyStrong, .role = "heading"});
  ui::prompt(model.question);
}

void drawPlan(const model::CircleLobbyModel& model) {
  const ui::Card card("plan", {.gap = 8});
  {
    ui::Row row(8, 24);
    ui::text(tr::kPlanHeading, {.type = ui::Type::BodyStrong, .role = "heading"});
    row.pushRight(ui::textWidth(ui::Type::Small, model.total) + 4);
    ui::small(model.total);
  }
  ui::shareBar("bar", sharesOf(model.rounds), 0, model.total);
  roundLines(model.rounds);
}

void drawWords(const model::CircleLobbyModel& model) {
  ui::bodyStrong(tr::kJoinByPhone);
  if (!model.address.empty()) {
    ui::small(tr::kScanOr);
    ui::body(model.address);
  } else {
    ui::small(tr::kNoPhones);
  }
  ui::text(model.code, {.type = ui::Type::Read, .role = "text"});
}

void drawCode(const model::CircleLobbyModel& model, const Frame& frame) {
  const ui::Card card("code", {.gap = 8});
  if (model.qr.side > 0 && ui::availWidth() > 340) {
    ui::Columns columns({ui::fixed(150), ui::share()}, 16);
    columns.next();
    ui::qrPicture("qr", model.qr.side, model.qr.dark, 148, tr::kQrName);
    columns.next();
    drawWords(model);
  } else {
    ui::qrPicture("qr", model.qr.side, model.qr.dark, 148, tr::kQrName);
    drawWords(model);
  }
  const ui::Row row(8, 40);
  if (ui::secondaryButton("large", tr::kShowLarge)) {
    frame.intents.push(model::ShowCodeLarge{true});
  }
  if (model.facilitates &&
      ui::quietButton("door", model.doorOpen ? tr::kCloseDoor : tr::kOpenDoor)) {
    frame.intents.push(model::SetDoor{!model.doorOpen});
  }
}

void drawPerson(const model::CirclePerson& person) {
  const ui::Scope scope(person.number != 0 ? ui::key("person", person.number)
                                           : ui::key("expected", person.name));
  ui::Row row(10, 34);
  ui::circleMark(person.initials, markOf(person), 26);
  const float state =
      person.state.empty() ? 24.0F : ui::textWidth(ui::Type::Small, person.state) + 4;
  {
    const float width = std::max(40.0F, row.leftOver() - state - 12);
    const ui::Region name("name", ui::takeRect(width, 22), {});
    ui::text(person.name, {.colour = person.here ? ui::Token::Ink : ui::Token::Ink2,
                           .oneLine = true,
                           .role = "listitem"});
  }
  row.pushRight(state);
  if (!person.state.empty())
    ui::small(person.state);
  else
    ui::icon(person.phone ? ui::Icon::Cellphone : ui::Icon::Laptop);
}

void drawPeople(const model::CircleLobbyModel& model) {
  const ui::Card card("people", {.gap = 4});
  {
    ui::Row row(8, 24);
    ui::text(tr::kInTheRoom, {.type = ui::Type::BodyStrong, .role = "heading"});
    row.pushRight(ui::textWidth(ui::Type::Small, model.roomCount) + 4);
    ui::text(model.roomCount,
             {.type = ui::Type::Small, .colour = ui::Token::Ink2, .role = "status"});
  }
  if (model.alone && model.facilitates) ui::small(tr::kNobodyJoined);
  const std::size_t columnCount = ui::availWidth() > 380 ? 2 : 1;
  ui::Columns columns(std::vector<ui::Track>(columnCount, ui::share()), 16);
  for (std::size_t c = 0; c < columnCount; ++c) {
    columns.next();
    for (std::size_t i = c; i < model.people.size(); i += columnCount) drawPerson(model.people[i]);
  }
}

void drawPresenters(const model::CircleLobbyModel& model, const Frame& frame) {
  if (model.presenters.empty()) return;
  const ui::Card card("presenters", {.gap = 8});
  ui::text(tr::kPresenterOf, {.type = ui::Type::BodyStrong, .role = "heading"});
  for (const model::PresenterRow& row : model.presenters) {
    if (!model.facilitates) {
      const auto who = std::find_if(model.members.begin(), model.members.end(),
                                    [&](const auto& m) { return m.key == row.present; });
      ui::small(row.label + ": " +
                (who == model.members.end() ? std::string(tr::kPresenterNotSaid) : who->label));
      continue;
    }
    std::string chosen = row.present;
    ui::DropdownStyle style;
    style.label = row.label;
    style.placeholder = tr::kPresenterNotSaid;
    if (ui::dropdown(ui::key("presenter", static_cast<std::size_t>(row.place)),
                     optionsFrom(model.members), chosen, style)) {
      const auto member = static_cast<model::session::Member>(std::stoi(chosen));
      frame.intents.push(model::SayPresenter{member, row.place});
    }
  }
}

void drawAgreed(const model::CircleLobbyModel& model, const Frame& frame) {
  if (!model.actions.empty()) {
    ui::text(tr::kFromLastTime, {.type = ui::Type::BodyStrong, .role = "heading"});
    oldActionLines(model.actions);
    ui::space(6);
  }
  if (model.mayBring && ui::button("bring", tr::kBringAMoment, {.icon = ui::Icon::FormatQuote})) {
    frame.intents.push(model::BringMoment{});
  }
  ui::text(tr::kWhatWeAgreed, {.type = ui::Type::BodyStrong, .role = "heading"});
  agreementLines(model.agreement);
  ui::space(4);
  ui::small(model.naming);
  ui::small(tr::kLobbySeen);
  if (model.agreed) {
    const ui::Row row(6, 32);
    ui::icon(ui::Icon::Check, ui::Token::Ink2, 20);
    ui::text(tr::kYouAgreed, {.type = ui::Type::SmallStrong, .role = "status"});
  } else if (model.mayAgree && ui::secondaryButton("agree", tr::kIAgree)) {
    frame.intents.push(model::AgreeToIt{});
  }
}

/// The code alone, large enough to be read from the other side of a room.
void drawLarge(const model::CircleLobbyModel& model, const Frame& frame) {
  const ui::Dialog dialog("code-large", tr::kJoinByPhone, {.width = 760});
  const float size = std::min(440.0F, std::max(160.0F, ui::windowSize().y - 320));
  ui::qrPicture("qr", model.qr.side, model.qr.dark, size, tr::kQrName);
  ui::text(model.code, {.type = ui::Type::Display, .role = "text"});
  if (!model.address.empty()) ui::text(model.address, {.type = ui::Type::Read, .role = "text"});
  if (ui::secondaryButton("done", tr::kDone) || dialog.closeWanted()) {
    frame.intents.push(model::ShowCodeLarge{false});
  }
}

}  // namespace

void drawCircleLobby(const model::CircleLobbyModel& model, const Frame& frame) {
  const ui::Region region("lobby", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  drawHeader(model, frame);
  ui::space(4);
  if (circleIsWide(frame)) {
    ui::Columns columns({ui::share(1.5F), ui::share(1)}, 28);
    columns.next();
    drawQuestion(model);
    drawPlan(model);
    columns.next();
    drawCode(model, frame);
    drawPeople(model);
    drawPresenters(model, frame);
    drawAgreed(model, frame);
  } else {
    drawQuestion(model);
    drawCode(model, frame);
    drawPeople(model);
    drawPresenters(model, frame);
    drawAgreed(model, frame);
    drawPlan(model);
  }
  if (model.large) drawLarge(model, frame);
}

}  // namespace app::view
