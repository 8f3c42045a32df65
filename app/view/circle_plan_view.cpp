#include <algorithm>
#include <string>

#include "app/model/circle_format_words.h"
#include "app/model/circle_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/circle_parts.h"

// A session while it is planned (left half of mock-up 05).

namespace app::view {
namespace {

void drawHeader(const model::CirclePlanModel& model, model::CirclePlanUi& state,
                const Frame& frame) {
  const ui::ButtonStyle back{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
  ui::ButtonStyle open{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::Play};
  open.notYet = model.openNotYet;
  open.working = model.entering;
  {
    ui::Row row(8, 44);
    if (ui::button("all", tr::kAllGroups, back)) frame.intents.push(model::LeavePlan{});
    row.pushRight(ui::buttonWidth(tr::kOpenTheRoom, open));
    if (ui::button("open", tr::kOpenTheRoom, open)) frame.intents.push(model::OpenRoom{});
  }
  ui::title(state.title.empty() ? tr::kPlanTitle : std::string_view(state.title));
  if (!model.trouble.empty()) ui::banner("trouble", model.trouble);
}

void drawQuestion(const model::CirclePlanModel& model, model::CirclePlanUi& state,
                  const Frame& frame) {
  const ui::Card card("question", {.gap = 10});
  ui::text(tr::kPrompt, {.type = ui::Type::BodyStrong, .role = "heading"});
  if (model.editingQuestion) {
    bool kept = false;
    ui::FieldStyle style;
    style.placeholder = tr::kPrompt;
    style.maxBytes = 400;
    style.submitted = &kept;
    ui::textField("words", state.question, style);
    kept |= ui::secondaryButton("keep", tr::kKeepPrompt);
    if (kept) frame.intents.push(model::KeepQuestion{});
    return;
  }
  if (model.question.empty())
    ui::small(tr::kNoPrompt);
  else
    ui::prompt(model.question);
  const ui::Row row(16, 36);
  if (ui::quietButton("edit", tr::kEditPrompt)) {
    frame.intents.push(model::EditQuestion{});
    ui::focusPath("groups/plan/question/words");
  }
  std::string chosen = "-";  // none of them: the label is what to do
  ui::DropdownStyle style;
  style.label = tr::kChooseAnother;
  style.placeholder = tr::kChooseAnother;
  style.chip = true;
  if (ui::dropdown("another", optionsFrom(model.questions), chosen, style)) {
    frame.intents.push(model::ChooseQuestion{chosen});
  }
}

void drawRound(std::size_t index, const model::PlanRoundRow& round, const Frame& frame) {
  const RoundAsked asked = changeableRound(index, round, tr::kRoundEdit);
  if (asked.minutes != 0) {
    frame.intents.push(model::ChangeRoundMinutes{round.key, asked.minutes});
  }
  if (asked.menu == "edit") frame.intents.push(model::EditRound{round.key});
  if (asked.menu == "earlier") frame.intents.push(model::MoveRound{round.key, true});
  if (asked.menu == "later") frame.intents.push(model::MoveRound{round.key, false});
  if (asked.menu == "remove") frame.intents.push(model::RemoveRound{round.key});
}

void drawRounds(const model::CirclePlanModel& model, const Frame& frame) {
  const ui::Card card("rounds", {.gap = 4});
  {
    const std::string total = model.total + " " + model.ofMinutes;
    ui::Row row(6, 36);
    ui::text(tr::kPlanHeading, {.type = ui::Type::BodyStrong, .role = "heading"});
    row.pushRight(std::max(124.0F, ui::textWidth(ui::Type::Small, total) + 74));
    ui::StepperModel minutes;
    minutes.name = tr::kGroupMinutes;
    minutes.value = total;
    const int by = ui::stepper("whole", minutes);
    if (by != 0) frame.intents.push(model::ChangePlannedMinutes{5 * by});
  }
  ui::space(4);
  ui::shareBar("bar", sharesOf(model.rounds), model.spare, model.total + " " + model.ofMinutes);
  ui::space(2);
  ui::text(model.overOrUnder, {.type = ui::Type::Small,
                               .colour = model.over ? ui::Token::Att : ui::Token::Ink2,
                               .role = "status"});
  for (std::size_t i = 0; i < model.rounds.size(); ++i) drawRound(i, model.rounds[i], frame);
  ui::hairline(6, 6);
  std::string chosen = "-";
  ui::DropdownStyle style;
  style.label = tr::kAddRound;
  style.placeholder = tr::kAddRound;
  style.chip = true;
  const ui::Row row(12, 36);
  if (ui::dropdown("add", optionsFrom(model.kinds), chosen, style)) {
    frame.intents.push(model::AddRound{static_cast<model::session::RoundKind>(std::stoi(chosen))});
  }
  if (ui::button("keep", tr::kKeepAsFormat,
                 {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ContentSave, .small = true})) {
    frame.intents.push(model::KeepAsFormat{});
    ui::focusPath("groups/making/about/name");
  }
}

void drawWhen(const model::CirclePlanModel& model, model::CirclePlanUi& state, const Frame& frame) {
  const ui::Card card("when", {.gap = 10});
  ui::FieldStyle title;
  title.label = tr::kGroupTitle;
  title.placeholder = tr::kGroupTitleLike;
  title.maxBytes = 200;
  bool changed = ui::textField("title", state.title, title);
  if (frame.entered) ui::wantFirstFocus();
  {
    ui::Columns columns(std::vector<ui::Track>(2, ui::share()), 12);
    columns.next();
    ui::FieldStyle date;
    date.label = tr::kGroupDate;
    date.placeholder = "2026-01-22";
    changed |= ui::textField("date", state.date, date);
    columns.next();
    ui::FieldStyle starts;
    starts.label = tr::kGroupStarts;
    starts.placeholder = "12:30";
    changed |= ui::textField("starts", state.starts, starts);
  }
  if (!model.dateProblem.empty()) ui::small(model.dateProblem, ui::Token::Att);
  if (changed) frame.intents.push(model::PlanWordsChanged{});
  std::string format = model.format;
  if (ui::dropdown("format", optionsFrom(model.formats), format, {.label = tr::kFormat})) {
    frame.intents.push(model::PlanGroup{format});
  }
  ui::tiny(tr::kFormatKept);
  if (model.hosts.empty()) return;
  std::string host = state.host.empty() ? model.hosts.front().key : state.host;
  if (ui::dropdown("host", optionsFrom(model.hosts), host, {.label = tr::kHostLabel})) {
    state.host = host;
  }
  ui::tiny(model.hostDetail);
}

void drawNaming(const model::CirclePlanModel& model, const Frame& frame) {
  using model::session::Naming;
  const ui::Card card("naming", {.gap = 8});
  ui::text(tr::kNaming, {.type = ui::Type::BodyStrong, .role = "heading"});
  const bool named = model.naming == Naming::Named;
  {
    const ui::FocusGroup group;
    if (ui::radio("named", tr::kNamed, named)) {
      frame.intents.push(model::ChooseNaming{Naming::Named});
    }
    if (ui::radio("anonymous", tr::kAnonymous, !named)) {
      frame.intents.push(model::ChooseNaming{Naming::Anonymous});
    }
  }
  ui::small(named ? tr::kNamedBody : tr::kAnonymousBody);
  static const std::vector<ui::Option> kCounts = {
      {"0", "Nobody"}, {"1", "One"}, {"2", "Two"}, {"3", "Three"}};
  std::string count = std::to_string(model.presenters);
  if (ui::dropdown("presenters", kCounts, count, {.label = tr::kPresentersLabel})) {
    frame.intents.push(model::ChoosePresenters{std::stoi(count)});
  }
}

void drawPeople(const model::CirclePlanModel& model, model::CirclePlanUi& state,
                const Frame& frame) {
  const ui::Card card("people", {.gap = 8});
  ui::text(tr::kWhoComes, {.type = ui::Type::BodyStrong, .role = "heading"});
  ui::small(tr::kWhoComesBody);
  if (!model.people.empty()) {
    const ui::FocusGroup group;
    const ui::Row row(8, 0);
    for (std::size_t i = 0; i < model.people.size(); ++i) {
      if (ui::chip(ui::key("person", i), model.people[i], {.removable = true})) {
        frame.intents.push(model::RemoveCirclePerson{i});
      }
    }
  }
  bool submitted = false;
  ui::FieldStyle style;
  style.label = tr::kAddName;
  style.maxBytes = 120;
  style.submitted = &submitted;
  ui::textField("name", state.person, style);
  if (ui::secondaryButton("add", tr::kAdd) || submitted) {
    frame.intents.push(model::AddCirclePerson{});
  }
}

void drawLastTime(const model::CirclePlanModel& model) {
  if (model.actions.empty()) return;
  const ui::Card card("last-time", {.gap = 6});
  ui::text(tr::kFromLastTime, {.type = ui::Type::BodyStrong, .role = "heading"});
  ui::small(tr::kFromLastTimeBody);
  oldActionLines(model.actions);
}

void drawAgreement(const model::CirclePlanModel& model) {
  ui::text(tr::kWhatWeAgreed, {.type = ui::Type::BodyStrong, .role = "heading"});
  agreementLines(model.agreement);
}

}  // namespace

void drawCirclePlan(const model::CirclePlanModel& model, model::CirclePlanUi& state,
                    const Frame& frame) {
  const ui::Region region("plan", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  drawHeader(model, state, frame);
  ui::space(4);
  const auto side = [&] {
    drawWhen(model, state, frame);
    drawNaming(model, frame);
    drawPeople(model, state, frame);
    drawAgreement(model);
  };
  if (circleIsWide(frame)) {
    ui::Columns columns({ui::share(1.5F), ui::share(1)}, 28);
    columns.next();
    drawLastTime(model);
    drawQuestion(model, state, frame);
    drawRounds(model, frame);
    columns.next();
    side();
  } else {
    drawLastTime(model);
    drawQuestion(model, state, frame);
    drawRounds(model, frame);
    side();
  }
  if (model.editing) drawRoundForm(model, state.round, frame);
}

void drawRoundForm(const model::CirclePlanModel& model, model::RoundUi& state, const Frame& frame) {
  const ui::Dialog dialog("round-form", tr::kRoundEdit, {.width = 560});
  ui::FieldStyle name;
  name.label = tr::kRoundName;
  name.maxBytes = 120;
  ui::textField("name", state.name, name);
  ui::wantFirstFocus();
  ui::FieldStyle who;
  who.label = tr::kRoundWho;
  who.maxBytes = 200;
  ui::textField("who", state.who, who);
  ui::smallStrong(tr::kRoundPrompts);
  for (std::size_t i = 0; i < state.prompts.size(); ++i) {
    const std::string spoken = std::string(tr::kPrompt) + " " + std::to_string(i + 1);
    ui::FieldStyle prompt;
    prompt.placeholder = spoken;
    prompt.maxBytes = 400;
    ui::textField(ui::key("prompt", i), state.prompts[i], prompt);
  }
  if (model.editingTurns) {
    std::vector<ui::Option> minutes{{"0", std::string(tr::kRoundTurnNone)}};
    for (const int one : {1, 2, 3, 4, 5, 8, 10, 15}) {
      minutes.push_back({std::to_string(one), std::to_string(one) + " min"});
    }
    ui::dropdown("turn", minutes, state.turn, {.label = tr::kRoundTurn});
  }
  const ui::Row row(12, 40);
  if (ui::primaryButton("keep", tr::kDone)) frame.intents.push(model::KeepRound{});
  if (ui::quietButton("cancel", tr::kCancel) || dialog.closeWanted()) {
    frame.intents.push(model::CancelRound{});
  }
}

}  // namespace app::view
