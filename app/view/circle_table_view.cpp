#include <algorithm>
#include <string>

#include "app/model/circle_live_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/text_editor.h"
#include "app/view/circle_live_parts.h"

// Speaking, revealing and asking (mock-up 18): whose turn it is, the cards, and questions only.

namespace app::view {
namespace {

constexpr float kAskWidth = 384;

// Who speaks
// --------------------------------------------------------------------------------------------

void drawFloorDeeds(const model::CircleLiveModel& model, const Frame& frame) {
  const model::SpeakerModel& speaker = model.speaker;
  if (model.projector || (!speaker.mayPass && !speaker.mayGive)) return;
  const ui::Row row(8, 40);
  if (speaker.mayPass) {
    if (ui::secondaryButton("pass", tr::kPassFloor)) frame.intents.push(model::PassFloor{});
  } else if (speaker.mayGive && !speaker.then.empty()) {
    if (ui::secondaryButton("next", tr::kNextSpeaker)) frame.intents.push(model::PassFloor{});
  }
  if (!speaker.mayGive) return;
  std::string chosen = "-";
  ui::DropdownStyle style;
  style.label = tr::kGiveFloorTo;
  style.placeholder = tr::kGiveFloorTo;
  style.chip = true;
  if (ui::dropdown("give", optionsFrom(speaker.others), chosen, style)) {
    frame.intents.push(model::GiveFloor{static_cast<model::session::Member>(std::stoi(chosen))});
  }
  if (model.turn.shown && ui::button("turn-minute", tr::kAddAMinuteToTurn,
                                     {.kind = ui::ButtonKind::Quiet, .small = true})) {
    frame.intents.push(model::AddMinute{true});
  }
}

void drawSpeaker(const model::CircleLiveModel& model, const Frame& frame) {
  const ui::Scope scope("speaker");
  const model::SpeakerModel& speaker = model.speaker;
  if (speaker.name.empty()) {
    drawTimer(model.clock, 10);
    ui::small(speaker.then.empty() ? std::string(tr::kNobodySpeaks)
                                   : std::string(tr::kNobodySpeaks) + ". " + speaker.then);
  } else {
    const bool wide = ui::availWidth() > 620;
    ui::Columns columns(wide ? std::vector<ui::Track>{ui::fixed(270), ui::share()}
                             : std::vector<ui::Track>{ui::share()},
                        16);
    columns.next();
    {
      const ui::Row row(10, 48);
      ui::circleMark(speaker.initials, ui::MarkLook::Strong, 40);
      const ui::Region words("words", ui::takeRect(std::max(60.0F, ui::availWidth()), 48),
                             {.gap = 0});
      ui::text(speaker.name, {.type = ui::Type::Read, .oneLine = true, .role = "heading"});
      ui::text(speaker.then, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
    }
    if (wide) columns.next();
    drawTimer(model.turn.shown ? model.turn : model.clock, 12);
  }
  if (!speaker.hands.empty()) {
    ui::text(speaker.hands, {.type = ui::Type::SmallStrong, .role = "status"});
  }
  drawFloorDeeds(model, frame);
}

void drawAirtime(const model::CircleLiveModel& model) {
  const bool any = std::any_of(model.airtime.begin(), model.airtime.end(),
                               [](const auto& line) { return line.share > 0; });
  if (!any) return;
  const ui::Scope scope("airtime");
  ui::hairline(4, 4);
  {
    const ui::Row row(8, 32);
    ui::smallStrong(tr::kAirtime);
    for (const model::AirtimeLine& line : model.airtime) {
      ui::airtimeBar(ui::key("person", static_cast<std::size_t>(line.number)), line.name,
                     line.share, line.speaking, 80);
    }
    ui::tiny(tr::kLiveOnly);
  }
  if (!model.notHeard.empty() && !model.projector) {
    ui::small(model.notHeard + ". " + std::string(tr::kOnlyYouSeeThis) + ".");
  }
}

// Choosing one's own words
// ------------------------------------------------------------------------------

void drawOwnWords(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  ui::text(tr::kYourOwnWords, {.type = ui::Type::BodyStrong, .role = "heading"});
  ui::small(tr::kChooseHint);
  EditorBuffer& buffer = frame.view.silent;
  buffer.pull(state.words);
  ui::TextAreaStyle style;
  style.label = tr::kYourOwnWords;
  style.height = 132;
  style.readOnly = true;
  style.mentionLabel = [&model](std::string_view hex) {
    for (const auto& [id, name] : model.silent.labels) {
      if (id == hex) return name;
    }
    return std::string("someone");
  };
  const ui::EditorResult result = ui::textArea("own", buffer.editor, style);
  if (!result.selectionChanged) return;
  const ui::ByteRange chosen = buffer.editor.selection();
  if (!chosen.empty()) frame.intents.push(model::ChooseOwnWords{chosen.begin, chosen.end});
}

void drawChooser(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  if (model.projector) return;
  using model::session::Activity;
  if (!model.choose.open) {
    if (model.handedIn && model.mayHandInWords) ui::small(tr::kHandedInWords);
    if (model.activity == Activity::Passing && ui::quietButton("not-passing", tr::kIDontPass)) {
      frame.intents.push(model::SayActivity{Activity::Thinking});
    }
    return;
  }
  const ui::Card card("choose", {.gap = 10});
  if (model.silent.nothingYet) {
    ui::small(tr::kNothingWritten);
    if (ui::secondaryButton("pass-round", tr::kIPass)) {
      frame.intents.push(model::SayActivity{Activity::Passing});
    }
    return;
  }
  bool send = false;
  {
    const bool wide = ui::availWidth() > 620;
    ui::Columns columns(std::vector<ui::Track>(wide ? 2 : 1, ui::share()), 20);
    columns.next();
    drawOwnWords(model, state, frame);
    if (wide) columns.next();
    drawChosen(model.choose, model.mayHandInWords ? tr::kHandThisIn : tr::kShowThis, frame, send);
    if (ui::quietButton("pass-round", tr::kIPass)) {
      frame.intents.push(model::SayActivity{Activity::Passing});
    }
  }
  if (send) frame.intents.push(model::ShowChosenWords{});
}

void drawBox(const model::CircleLiveModel& model, const Frame& frame) {
  if (!model.mayOpenBox || model.projector) return;
  if (ui::secondaryButton("open-box", tr::kOpenAllTogether, model.boxNotYet)) {
    frame.intents.push(model::OpenBox{});
  }
}

// Questions only
// ----------------------------------------------------------------------------------------

void drawQuestion(const model::LiveCard& question, const Frame& frame) {
  const ui::Scope scope(ui::key("question", question.id.hex()));
  ui::hairline(2, 2);
  ui::quote(question.text);
  if (question.mayKeep) {
    if (ui::chip("keep", question.kept ? tr::kKeptSign : tr::kKeepThis,
                 {.on = question.kept, .icon = question.kept ? ui::Icon::Check : ui::Icon::None})) {
      frame.intents.push(model::KeepAsked{question.id, !question.kept});
    }
  } else if (question.kept) {
    ui::tiny(tr::kKeptSign);
  }
  if (question.mine &&
      ui::button("back", tr::kTakeBack, {.kind = ui::ButtonKind::Quiet, .small = true})) {
    frame.intents.push(model::WithdrawCard{question.id});
  }
}

void drawHint() {
  const ui::Card card(
      "hint",
      {.fill = ui::Token::Tint2, .edge = ui::Token::Clear, .padX = 14, .padY = 10, .gap = 2});
  ui::text(tr::kHoldThatIdea,
           {.type = ui::Type::Prompt, .colour = ui::Token::HeatherInk, .role = "status"});
  ui::small(tr::kHoldExample);
  ui::tiny(tr::kOnlyYouSeeThis);
}

void drawAskField(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  std::string& words = state.typed[typedKey(model::session::CardKind::Question)];
  const bool empty = words.find_first_not_of(' ') == std::string::npos;
  bool submitted = false;
  ui::FieldStyle style;
  style.label = tr::kYourQuestion;
  style.maxBytes = 1000;
  style.submitted = &submitted;
  if (ui::textField("words", words, style)) frame.intents.push(model::QuestionTyped{});
  if (model.ask.hint) drawHint();
  const ui::Row row(8, 36);
  const std::string_view notYet = empty ? tr::kAskNotYet : std::string_view();
  if (ui::button("ask", tr::kAskIt, {.notYet = notYet, .small = true}) || (submitted && !empty)) {
    frame.intents.push(model::PutCard{model::session::CardKind::Question});
  }
  if (ui::button("later", tr::kKeepItForLater,
                 {.kind = ui::ButtonKind::Quiet, .notYet = notYet, .small = true})) {
    frame.intents.push(model::KeepForLater{});
  }
}

void drawAsk(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  const ui::Card card("ask", {.gap = 8});
  {
    ui::Row row(8, 28);
    ui::text(tr::kQuestionsOnly, {.type = ui::Type::Read, .oneLine = true, .role = "heading"});
    row.pushRight(ui::textWidth(ui::Type::Small, model.ask.of) + 4);
    ui::small(model.ask.of);
  }
  ui::small(tr::kQuestionsBody);
  if (model.ask.asked.empty()) ui::small(tr::kNoQuestionsYet);
  for (const model::LiveCard& question : model.ask.asked) drawQuestion(question, frame);
  if (model.ask.mayAsk && !model.projector) drawAskField(model, state, frame);
  ui::space(4);
  ui::small(model.ask.back);
}

}  // namespace

void drawTableRound(const model::CircleLiveModel& model, model::CircleUi& state,
                    const Frame& frame) {
  const auto table = [&] {
    drawSpeaker(model, frame);
    if (model.kind != model::session::RoundKind::Reveal) drawPrompts(model);
    drawChooser(model, state, frame);
    drawBox(model, frame);
    drawCards(model, frame);
    drawFields(model, state, frame);
    drawAirtime(model);
  };
  if (!model.ask.open) return table();
  if (!roomy(frame)) {
    table();
    drawAsk(model, state, frame);
    return;
  }
  ui::Columns columns({ui::share(), ui::fixed(kAskWidth)}, 20);
  columns.next();
  table();
  columns.next();
  drawAsk(model, state, frame);
}

}  // namespace app::view
