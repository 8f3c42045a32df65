#include <algorithm>
#include <string>

#include "app/model/prompt_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

namespace app::view {
namespace {

void drawEarlierPrompts(const model::PromptSetPage& set, const Frame& frame) {
  if (!set.hasEarlier) return;
  const std::string_view words = set.showEarlier ? tr::kHideEarlier : tr::kSeeEarlier;
  if (ui::button("earlier", words, {.kind = ui::ButtonKind::Quiet, .small = true})) {
    frame.intents.push(model::ShowEarlierPrompts{set.code, !set.showEarlier});
  }
  for (const model::PromptVersionPage& version : set.earlier) {
    ui::hairline(2, 2);
    ui::smallStrong(version.name);
    for (const std::string& prompt : version.prompts) ui::prompt(prompt);
  }
}

void drawPromptSet(const model::PromptSetPage& set, const Frame& frame) {
  ui::bodyStrong(set.name);
  ui::small(set.detail);
  for (const std::string& prompt : set.prompts) ui::prompt(prompt);
  bool offered = set.offered;
  if (ui::switchControl("offered", tr::kOffered, offered)) {
    frame.intents.push(model::OfferPrompts{set.code, offered});
  }
  if (set.own) {
    if (ui::button("change", tr::kChangePrompts, {.small = true})) {
      frame.intents.push(model::EditPromptSet{set.code});
    }
    drawEarlierPrompts(set, frame);
  } else if (ui::button("copy", tr::kCopyPrompts, {.small = true})) {
    frame.intents.push(model::CopyPromptSet{set.code});
  }
}

void drawQuestion(std::size_t index, model::PromptSetUi& state, model::Intents& intents) {
  const ui::Scope scope(ui::key("question", index));
  model::QuestionUi& question = state.questions[index];
  ui::textField("words", std::string(tr::kQuestion) + std::to_string(index + 1), question.text);
  ui::checkbox("optional", tr::kOptional, question.optional);
  const ui::Row row(8, 32);
  const auto small = [](std::string_view notYet) {
    return ui::ButtonStyle{.kind = ui::ButtonKind::Quiet, .notYet = notYet, .small = true};
  };
  const bool last = index + 1 == state.questions.size();
  if (ui::button("up", tr::kMoveUp, small(index == 0 ? tr::kAlreadyFirst : ""))) {
    intents.push(model::MoveQuestion{index, true});
  }
  if (ui::button("down", tr::kMoveDown, small(last ? tr::kAlreadyLast : ""))) {
    intents.push(model::MoveQuestion{index, false});
  }
  if (ui::button("remove", tr::kRemoveQuestion, small(""))) {
    intents.push(model::RemoveQuestion{index});
  }
}

void drawPromptEditor(const SettingsParts& parts) {
  const bool first = parts.model.promptsVersion == 1;
  const ui::Dialog dialog("prompt-set", first ? tr::kCopyDialog : tr::kChangeDialog,
                          {.width = 720});
  model::PromptSetUi& state = parts.state.prompts;
  ui::textField("name", tr::kPromptSetName, state.name);
  ui::wantFirstFocus();
  for (std::size_t i = 0; i < state.questions.size(); ++i) {
    ui::hairline(2, 2);
    drawQuestion(i, state, parts.frame.intents);
  }
  ui::hairline(2, 2);
  const ui::ButtonStyle add{.icon = ui::Icon::Plus, .notYet = parts.model.addQuestionNotYet};
  if (ui::button("add", tr::kAddQuestion, add)) parts.frame.intents.push(model::AddQuestion{});
  const ui::Row row(8, 40);
  const std::string keep = "Keep as version " + std::to_string(parts.model.promptsVersion);
  if (ui::primaryButton("keep", keep, parts.model.promptsNotYet)) {
    parts.frame.intents.push(model::KeepPromptSet{});
  }
  if (ui::quietButton("cancel", tr::kCancel) || dialog.closeWanted()) {
    parts.frame.intents.push(model::CancelPromptSet{});
  }
}

}  // namespace

void drawPromptPages(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  {
    const ui::Card card("prompts", style);
    ui::subhead(tr::kPromptsPage);
    ui::small(tr::kPromptsBody);
    ui::small(tr::kPromptsVersions);
    if (parts.model.oursWithheld && ui::secondaryButton("all-ours", tr::kOfferAllOurs)) {
      parts.frame.intents.push(model::OfferAllOurs{});
    }
  }
  for (const model::PromptSetPage& set : parts.model.promptSets) {
    const ui::Card card(ui::key("set", set.code), style);
    drawPromptSet(set, parts.frame);
  }
  if (parts.model.editingPrompts) drawPromptEditor(parts);
}

}  // namespace app::view
