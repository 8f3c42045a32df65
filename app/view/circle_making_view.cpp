#include <algorithm>
#include <string>

#include "app/model/circle_format_words.h"
#include "app/model/circle_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/circle_parts.h"

// A format while it is made: its rounds, each opened in place to be written in, and what it says of
// itself.

namespace app::view {
namespace {

constexpr std::size_t kLongWords = 2000;

void drawMakingHead(const model::FormatMakingModel& model, const Frame& frame) {
  {
    ui::Row row(8, 44);
    const ui::ButtonStyle done{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::Check};
    ui::text(
        model.saved,
        {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true, .role = "status"});
    row.pushRight(ui::buttonWidth(tr::kDone, done));
    if (ui::button("done", tr::kDone, done)) frame.intents.push(model::FormatDone{});
  }
  ui::title(model.title);
}

bool formatField(std::string_view key, std::string_view label, std::string& words,
                 std::size_t most = kLongWords, std::string_view like = {}) {
  ui::FieldStyle style;
  style.label = label;
  style.placeholder = like;
  style.maxBytes = most;
  return ui::textField(key, words, style);
}

bool chooseNumber(std::string_view key, std::string_view label,
                  const std::vector<model::CircleChoice>& choices, int& number) {
  std::string chosen = std::to_string(number);
  if (!ui::dropdown(key, optionsFrom(choices), chosen, {.label = label})) return false;
  number = std::stoi(chosen);
  return true;
}

// What a round says
// ----------------------------------------------------------------------------------

bool drawPromptFields(journal::Round& round) {
  bool changed = false;
  ui::smallStrong(tr::kRoundPrompts);
  for (std::size_t i = 0; i < round.prompts.size(); ++i) {
    const std::string spoken = std::string(tr::kPrompt) + " " + std::to_string(i + 1);
    ui::FieldStyle prompt;
    prompt.placeholder = spoken;
    prompt.maxBytes = kLongWords;
    changed |= ui::textField(ui::key("prompt", i), round.prompts[i], prompt);
  }
  return changed;
}

bool drawHowItRuns(const model::FormatMakingModel& model, journal::Round& round) {
  bool changed = chooseNumber("presenter", tr::kRoundPresenter, model.presenters, round.presenter);
  if (!model.turns.empty())
    changed |= chooseNumber("turn", tr::kRoundTurn, model.turns, round.turnSeconds);
  if (round.kind == model::session::RoundKind::Votes)
    changed |= chooseNumber("dots", tr::kRoundDots, model.dots, round.dots);
  return changed;
}

bool drawKeeping(const model::FormatMakingModel& model, journal::Round& round) {
  bool changed = formatField("captured", tr::kRoundCaptured, round.captured);
  int keep = static_cast<int>(round.keep);
  if (chooseNumber("keep", tr::kRoundKeep, model.keeps, keep)) {
    round.keep = static_cast<model::session::Keep>(keep);
    changed = true;
  }
  changed |= formatField("kept-for", tr::kRoundKeepWords, round.keptFor);
  return changed;
}

void drawOpenRound(const model::FormatMakingModel& model, journal::Round& round,
                   const Frame& frame) {
  const ui::Card card("open", {.fill = ui::Token::Sunken, .edge = ui::Token::Sunken, .gap = 10});
  bool changed = formatField("name", tr::kRoundName, round.name, 200);
  int kind = static_cast<int>(round.kind);
  if (chooseNumber("kind", tr::kRoundKind, model.kinds, kind)) {
    frame.intents.push(
        model::ChangeFormatKind{*model.open, static_cast<model::session::RoundKind>(kind)});
  }
  changed |= formatField("who", tr::kRoundWho, round.who);
  changed |= drawPromptFields(round);
  changed |= drawHowItRuns(model, round);
  changed |= drawKeeping(model, round);
  if (changed) frame.intents.push(model::FormatChanged{});
  if (ui::button("fold", tr::kCloseRound, {.icon = ui::Icon::ChevronUp, .small = true})) {
    frame.intents.push(model::OpenFormatRound{});
  }
}

// Its rounds
// -------------------------------------------------------------------------------------------

void drawMakingRound(std::size_t index, const model::FormatMakingModel& model,
                     journal::Round& round, const Frame& frame) {
  const model::PlanRoundRow& row = model.rounds[index];
  const bool open = model.open == row.key;
  const RoundAsked asked = changeableRound(index, row, open ? tr::kCloseRound : tr::kOpenRound,
                                           open ? ui::Icon::ChevronUp : ui::Icon::Pencil);
  if (asked.minutes != 0) frame.intents.push(model::ChangeFormatMinutes{row.key, asked.minutes});
  if (asked.menu == "edit") {
    frame.intents.push(model::OpenFormatRound{open ? 0 : row.key});
    if (!open) ui::focusPath("groups/making/rounds/" + ui::key("words", row.key) + "/open/name");
  }
  if (asked.menu == "earlier") frame.intents.push(model::MoveFormatRound{row.key, true});
  if (asked.menu == "later") frame.intents.push(model::MoveFormatRound{row.key, false});
  if (asked.menu == "remove") frame.intents.push(model::RemoveFormatRound{row.key});
  if (!open) return;
  const ui::Scope scope(ui::key("words", row.key));
  drawOpenRound(model, round, frame);
}

void drawMakingRounds(const model::FormatMakingModel& model, journal::SessionFormat& draft,
                      const Frame& frame) {
  const ui::Card card("rounds", {.gap = 4});
  {
    ui::Row row(6, 36);
    ui::text(tr::kRounds, {.type = ui::Type::BodyStrong, .role = "heading"});
    row.pushRight(ui::textWidth(ui::Type::Small, model.total) + 4);
    ui::text(model.total, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
  }
  ui::shareBar("bar", sharesOf(model.rounds), 0, model.total);
  ui::space(2);
  ui::text(model.problem.empty() ? tr::kFormatRuns : std::string_view(model.problem),
           {.type = ui::Type::Small,
            .colour = model.problem.empty() ? ui::Token::Ink2 : ui::Token::Att,
            .role = "status"});
  const std::size_t count = std::min(model.rounds.size(), draft.rounds.size());
  for (std::size_t i = 0; i < count; ++i) drawMakingRound(i, model, draft.rounds[i], frame);
  ui::hairline(6, 6);
  if (!model.takenOut.empty() &&
      ui::banner("taken-out", std::string(tr::kRoundTakenOut) + model.takenOut,
                 {.attention = false, .action = tr::kPutRoundBack})) {
    frame.intents.push(model::PutRoundBack{});
  }
  std::string chosen = "-";  // none of them: the label is what to do
  ui::DropdownStyle style;
  style.label = tr::kAddRound;
  style.placeholder = tr::kAddRound;
  style.chip = true;
  if (ui::dropdown("add", optionsFrom(model.kinds), chosen, style)) {
    frame.intents.push(
        model::AddFormatRound{static_cast<model::session::RoundKind>(std::stoi(chosen))});
  }
}

// What it says of itself
// -----------------------------------------------------------------------------

void drawAboutFormat(journal::SessionFormat& draft, const Frame& frame) {
  const ui::Card card("about", {.gap = 10});
  ui::text(tr::kAboutFormat, {.type = ui::Type::BodyStrong, .role = "heading"});
  bool changed = formatField("name", tr::kFormatName, draft.name, 200, tr::kFormatNameLike);
  if (frame.entered) ui::wantFirstFocus();
  changed |= formatField("purpose", tr::kFormatFor, draft.purpose);
  changed |= formatField("when", tr::kFormatWhen, draft.when);
  changed |= formatField("size", tr::kFormatSize, draft.size);
  changed |= formatField("roles", tr::kFormatRoles, draft.roles);
  changed |= formatField("before", tr::kFormatBefore, draft.prework);
  changed |= formatField("notes", tr::kFormatNotes, draft.notes);
  if (changed) frame.intents.push(model::FormatChanged{});
}

void drawWhoseFormat(journal::SessionFormat& draft, const Frame& frame) {
  const ui::Card card("whose", {.gap = 10});
  ui::text(tr::kWhoseFormat, {.type = ui::Type::BodyStrong, .role = "heading"});
  ui::small(tr::kWhoseFormatBody);
  bool changed = formatField("author", tr::kFormatAuthor, draft.author, 400);
  changed |= formatField("licence", tr::kFormatLicence, draft.licence, 400, tr::kLicenceLike);
  if (changed) frame.intents.push(model::FormatChanged{});
}

}  // namespace

void drawCircleMaking(const model::FormatMakingModel& model, model::FormatsUi& state,
                      const Frame& frame) {
  const ui::Region region("making", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  drawMakingHead(model, frame);
  ui::space(4);
  if (!circleIsWide(frame)) {
    drawAboutFormat(state.draft, frame);
    drawMakingRounds(model, state.draft, frame);
    drawWhoseFormat(state.draft, frame);
    return;
  }
  ui::Columns columns({ui::share(1.5F), ui::share(1)}, 28);
  columns.next();
  drawMakingRounds(model, state.draft, frame);
  columns.next();
  drawAboutFormat(state.draft, frame);
  drawWhoseFormat(state.draft, frame);
}

}  // namespace app::view
