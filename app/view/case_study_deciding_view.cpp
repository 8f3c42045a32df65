// Beside the words as readers will see them: what could still identify somebody, one after another.

#include <algorithm>
#include <string>

#include "app/model/deciding_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/case_study_preview.h"

namespace app::view {
namespace {

using What = model::DecideWords::What;

void drawCurrent(const model::UndecidedRow& row, model::CaseStudyUi& state, bool working,
                 const Frame& frame) {
  const ui::Card card("current", {.padX = 20, .padY = 16, .gap = 10, .lift = true});
  ui::smallStrong(row.kind, ui::Token::Accent);
  ui::quote("“" + row.words + "”");
  if (!row.times.empty()) ui::tiny(row.times);
  bool entered = false;
  ui::textField("instead", state.instead,
                {.label = tr::kSayInstead, .maxBytes = 300, .submitted = &entered});
  {
    const ui::Row buttons(8, 40);
    ui::ButtonStyle use{.kind = ui::ButtonKind::Primary, .working = working, .hint = "Enter"};
    if (state.instead.empty()) use.notYet = tr::kSayInstead;
    if (ui::button("use", tr::kUseThis, use) || (entered && !state.instead.empty()))
      frame.intents.push(model::DecideWords{What::Instead});
    if (ui::secondaryButton("keep", tr::kKeepMine))
      frame.intents.push(model::DecideWords{What::Stay});
  }
  if (ui::quietButton("leave-out", tr::kLeaveThisOut))
    frame.intents.push(model::DecideWords{What::LeaveOut});
}

void drawOthers(const model::DecidingModel& model, const Frame& frame) {
  if (model.undecided.size() < 2) return;
  ui::bodyStrong(tr::kStillToSettle);
  const ui::Card card("others", {.padX = 12, .padY = 8, .gap = 0});
  const ui::FocusGroup group;
  for (std::size_t i = 0; i < model.undecided.size(); ++i) {
    const model::UndecidedRow& one = model.undecided[i];
    if (one.chosen) continue;
    ui::ListRowModel row;
    row.title = one.words;
    row.subtitle = one.kind;
    if (ui::listRow(ui::key("open", i), row)) frame.intents.push(model::ChooseUndecided{one.words});
  }
}

void drawSettled(const model::DecidingModel& model, model::CaseStudyUi& state, const Frame& frame) {
  if (model.settled.empty()) return;
  {
    const ui::Row row(8, 32);
    ui::icon(ui::Icon::Check, ui::Token::Ink2, 16);
    ui::small(model.settled);
    const std::string_view label = state.showSettled ? tr::kHideSettled : tr::kShowSettled;
    if (ui::button("show", label, {.kind = ui::ButtonKind::Quiet, .small = true}))
      state.showSettled = !state.showSettled;
  }
  if (!state.showSettled) return;
  for (std::size_t i = 0; i < model.decided.size(); ++i) {
    const model::DecidedRow& one = model.decided[i];
    const ui::Card card(ui::key("settled", i), {.radius = 11, .padX = 16, .padY = 12, .gap = 6});
    ui::quote("“" + one.words + "”");
    ui::small(one.detail);
    if (ui::button("again", tr::kDecideAgain,
                   {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Undo, .small = true}))
      frame.intents.push(model::UndoDecision{one.words});
  }
}

}  // namespace

void drawDeciding(const model::DecidingModel& model, model::CaseStudyUi& state,
                  const Frame& frame) {
  const ui::Scope scope("deciding");
  const auto current = std::find_if(model.undecided.begin(), model.undecided.end(),
                                    [](const model::UndecidedRow& row) { return row.chosen; });
  if (current != model.undecided.end())
    drawCurrent(*current, state, model.working, frame);
  else
    ui::bodyStrong(tr::kNothingToSettle);
  drawOthers(model, frame);
  drawSettled(model, state, frame);
  ui::small(tr::kSuggestionsMiss);
}

std::vector<ui::TextRun> previewRuns(const std::string& text, const model::DecidingModel& model) {
  struct Found {
    std::size_t begin, end;
    ui::TextRun::Kind kind;
  };
  std::vector<Found> found;
  const auto look = [&](const std::string& words, ui::TextRun::Kind kind) {
    if (words.empty()) return;
    for (std::size_t at = text.find(words); at != std::string::npos;
         at = text.find(words, at + words.size()))
      found.push_back({at, at + words.size(), kind});
  };
  for (const auto& one : model.undecided) look(one.words, ui::TextRun::Kind::Flagged);
  for (const auto& one : model.decided) look(one.instead, ui::TextRun::Kind::Blurred);
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& one, const Found& other) { return one.begin < other.begin; });
  std::vector<ui::TextRun> runs;
  std::size_t from = 0;
  for (const Found& one : found) {
    if (one.begin < from) continue;
    if (one.begin > from) runs.push_back({text.substr(from, one.begin - from)});
    runs.push_back({text.substr(one.begin, one.end - one.begin), one.kind});
    from = one.end;
  }
  if (from < text.size()) runs.push_back({text.substr(from)});
  return runs;
}

}  // namespace app::view
