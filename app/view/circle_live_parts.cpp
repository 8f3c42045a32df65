#include "app/view/circle_live_parts.h"

#include <algorithm>
#include <cmath>

#include "app/model/circle_live_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/notes.h"

// Cards, seats, people and fields: what several rounds show.

namespace app::view {
namespace {

constexpr float kCardLeast = 250;

void drawFootOfCard(const model::LiveCard& card, const Frame& frame) {
  std::vector<ui::Option> options;
  if (card.mine) options.push_back({"back", std::string(tr::kTakeBack)});
  if (card.mayTake) options.push_back({"take", std::string(tr::kRemoveCard)});
  const float heads = 20.0F * static_cast<float>(card.domains.size());
  ui::Row row(6, 32);
  const float menu = options.empty() ? 0.0F : 40.0F;
  const std::string by = card.sign.empty() ? card.by : card.by + "  " + card.sign;
  ui::text(by, {.type = ui::Type::Small,
                .colour = card.speaking ? ui::Token::HeatherInk : ui::Token::Ink2,
                .width = std::max(20.0F, row.leftOver() - heads - menu - 8),
                .oneLine = true});
  row.pushRight(heads + menu + 2);
  for (const int domain : card.domains) ui::noteHead({.domain = domainOf(domain)});
  if (options.empty()) return;
  const std::string chosen = ui::menuButton("menu", tr::kMoreDeeds, options);
  if (chosen == "back") frame.intents.push(model::WithdrawCard{card.id});
  if (chosen == "take") frame.intents.push(model::TakeCard{card.id});
}

}  // namespace

std::string typedKey(model::session::CardKind kind) {
  return "card-" + std::to_string(static_cast<int>(kind));
}

void drawLiveCard(const model::LiveCard& card, float minHeight, const Frame& frame) {
  const ui::Card box(ui::key("card", card.id.hex()),
                     {.edge = card.speaking ? ui::Token::Heather : ui::Token::Line,
                      .padX = 18,
                      .padY = 14,
                      .gap = 6,
                      .minHeight = minHeight});
  ui::quote(card.text);
  if (!card.by.empty() || !card.domains.empty() || card.mine || card.mayTake ||
      !card.sign.empty()) {
    drawFootOfCard(card, frame);
  }
}

namespace {

void drawSeat(std::size_t index, const model::LiveSeat& seat) {
  const ui::Card box(ui::key("seat", index), {.fill = ui::Token::Clear,
                                              .padX = 18,
                                              .padY = 14,
                                              .gap = 2,
                                              .minHeight = 104,
                                              .dashed = true});
  ui::space(18);
  ui::text(seat.title, {.colour = ui::Token::Ink2, .centred = true});
  if (!seat.body.empty()) {
    ui::text(seat.body, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .centred = true});
  }
}

}  // namespace

void drawCards(const model::CircleLiveModel& model, const Frame& frame) {
  const std::size_t all = model.cards.size() + model.seats.size();
  if (all == 0) {
    ui::small(tr::kNothingOnTable);
    return;
  }
  const auto fit = static_cast<std::size_t>(std::max(1.0F, ui::availWidth() / kCardLeast));
  const std::size_t columns = std::min<std::size_t>({fit, 3, all});
  const ui::Scope scope("table");
  for (std::size_t from = 0; from < all; from += columns) {
    ui::Columns row(std::vector<ui::Track>(columns, ui::share()), 14);
    for (std::size_t i = from; i < std::min(all, from + columns); ++i) {
      row.next();
      if (i < model.cards.size())
        drawLiveCard(model.cards[i], 104, frame);
      else
        drawSeat(i - model.cards.size(), model.seats[i - model.cards.size()]);
    }
  }
}

void drawFields(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  if (model.projector) return;
  for (const model::ShareField& share : model.fields) {
    const ui::Scope scope(ui::key("field", static_cast<std::size_t>(share.kind)));
    bool submitted = false;
    ui::FieldStyle style;
    style.label = share.label;
    style.maxBytes = 1000;
    style.submitted = &submitted;
    ui::textField("words", state.typed[typedKey(share.kind)], style);
    if (ui::button("put", share.button, {.notYet = share.notYet, .small = true}) ||
        (submitted && share.notYet.empty())) {
      frame.intents.push(model::PutCard{share.kind});
    }
  }
}

void drawPeopleRow(const model::CircleLiveModel& model) {
  const ui::Scope scope("people");
  if (ui::availWidth() < 620 || model.people.size() > 12) {
    ui::text(model.peopleLine,
             {.type = ui::Type::Small, .colour = ui::Token::Ink2, .role = "status"});
    return;
  }
  const ui::Row row(4, 0);
  for (const model::CirclePerson& person : model.people) {
    ui::PersonModel mark;
    mark.initials = person.initials;
    mark.word = person.state;
    mark.spoken = person.spoken;
    mark.look = markOf(person);
    ui::personMark(ui::key("person", static_cast<std::size_t>(person.number)), mark);
  }
}

void drawChosen(const model::ChooseWordsModel& choice, std::string_view button, const Frame& frame,
                bool& send) {
  {
    const ui::Card card("exactly", {.fill = ui::Token::Side, .edge = ui::Token::Clear, .gap = 10});
    {
      const ui::Row row(8, 22);
      ui::icon(ui::Icon::Eye, ui::Token::Ink, 20);
      ui::text(tr::kExactly, {.type = ui::Type::BodyStrong, .role = "heading"});
    }
    const ui::Card inner("card", {.padX = 18, .padY = 14, .gap = 6, .minHeight = 84});
    ui::quote(choice.preview.empty() ? std::string(tr::kSelectFirst) : choice.preview,
              choice.preview.empty() ? ui::Token::Ink2 : ui::Token::Ink);
    const ui::Row row(6, 24);
    if (!choice.by.empty()) ui::small(choice.by);
    for (const int domain : choice.domains) ui::noteHead({.domain = domainOf(domain)});
    if (!choice.tags.empty()) ui::small(choice.tags);
  }
  if (!choice.check.empty()) {
    ui::small(choice.check, ui::Token::Att);
    if (ui::button("allow", tr::kLetItBeSeen, {.small = true})) {
      frame.intents.push(model::AllowWord{});
    }
  }
  send = ui::primaryButton("send", button, choice.notYet);
}

}  // namespace app::view
