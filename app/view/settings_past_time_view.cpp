#include <string>

#include "app/model/your_data_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/text_editor.h"
#include "app/view/journal_parts.h"
#include "app/view/settings_parts.h"

// Your data: what is past its time, and the review of it, one thing at a time.

namespace app::view {
namespace {

using model::PastTimeChoice;

constexpr const char* kPastTimeCard = "settings/page/past-time/";

void choosePastTime(PastTimeChoice choice, const Frame& frame) {
  frame.intents.push(model::ChoosePastTime{choice});
}

void drawPastTimeGroups(const model::PastTimeModel& model, const Frame& frame) {
  for (const model::PastTimeGroup& group : model.groups) {
    ui::hairline(4, 4);
    ui::text(group.name, {.type = ui::Type::BodyStrong, .role = "heading"});
    ui::small(group.rule);
    const ui::FocusGroup focus;
    for (const model::PastTimeRow& row : group.rows) {
      if (ui::listRow(ui::key("thing", row.index), row.title, row.detail)) {
        frame.intents.push(model::ReadPastTime{row.index});
      }
    }
    if (!group.more.empty()) ui::small(group.more);
  }
}

void drawPastTimeRest(const model::PastTimeModel& model, const Frame& frame) {
  for (const model::PastTimeRow& row : model.quoting) {
    ui::hairline(4, 4);
    const ui::Scope scope(ui::key("quoting", row.index));
    ui::bodyStrong(row.title);
    ui::small(row.detail);
    if (ui::secondaryButton("requote", tr::kTakeQuotesOut)) {
      frame.intents.push(model::RequoteStudy{row.index});
    }
  }
  if (!model.soon.empty()) {
    ui::hairline(4, 4);
    ui::text(tr::kSoonPast, {.type = ui::Type::BodyStrong, .role = "heading"});
    for (const std::string& line : model.soon) ui::small(line);
  }
  if (model.underHold.empty()) return;
  ui::hairline(4, 4);
  ui::banner("under-hold", model.underHold, {.attention = false, .icon = ui::Icon::LockOutline});
  if (ui::quietButton("holds", tr::kSeeHolds)) {
    frame.intents.push(model::ShowDataPage{model::DataPage::LegalHolds});
  }
}

void drawPastTimeList(const model::PastTimeModel& model, const SettingsParts& parts) {
  focusWhenNew(parts, "past-time", std::string(kPastTimeCard) + "back");
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("past-time", style);
  drawKeepingHead(tr::kWayPastTime, tr::kRetentionBody, parts);
  if (model.looking) {
    ui::progressUnknown("work", tr::kLookingThrough);
    if (ui::quietButton("stop", tr::kCancel)) parts.frame.intents.push(model::CancelWork{});
    return;
  }
  if (!model.looked) return;
  if (model.groups.empty())
    ui::bodyStrong(tr::kNothingPast);
  else if (ui::primaryButton("review", tr::kReviewFirst))
    parts.frame.intents.push(model::ReadPastTime{0});
  drawPastTimeGroups(model, parts.frame);
  drawPastTimeRest(model, parts.frame);
}

void drawThing(const model::PastTimePage& page) {
  ui::heading(page.title);
  ui::small(page.detail);
  const ui::Card words("words", {.fill = ui::Token::Sunken, .padX = 16, .padY = 12});
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const model::BesideBlock& block = page.blocks[i];
    if (block.prompt)
      ui::prompt(block.runs.front().text);
    else
      ui::snippet(ui::key("block", i), runsOf(block.runs), ui::Type::Read);
  }
}

void drawPastTimeChoices(const model::PastTimePage& page, const Frame& frame) {
  {
    const ui::Row row(8, 40);
    if (ui::secondaryButton("leave", tr::kLeaveForNow)) frame.intents.push(model::NextPastTime{});
    if (page.canKeepLearning && ui::secondaryButton("learning", tr::kKeepOwnLearning)) {
      choosePastTime(PastTimeChoice::KeepLearning, frame);
    }
    if (page.canRenew && ui::secondaryButton("renew", tr::kKeepLonger)) {
      choosePastTime(PastTimeChoice::Renew, frame);
    }
    if (page.canLetGo && ui::secondaryButton("let-go", tr::kLetItGo)) {
      choosePastTime(PastTimeChoice::LetGo, frame);
    }
    if (page.person && ui::secondaryButton("erase-person", tr::kEraseTheRecord)) {
      frame.intents.push(model::EraseSomebody{*page.person});
    }
    if (page.entry && ui::quietButton("open", tr::kOpenInJournal)) {
      frame.intents.push(model::OpenBeside{*page.entry});
    }
  }
  ui::small(page.canRenew ? tr::kOnlyServiceRetires : tr::kLeaveForNowBody);
}

void drawLetGo(const model::PastTimePage& page, const Frame& frame) {
  ui::banner("asked", page.whatGoes);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("keep", tr::kKeepAll)) choosePastTime(PastTimeChoice::None, frame);
  if (ui::dangerButton("erase", tr::kEraseForGood)) frame.intents.push(model::LetPastTimeGo{});
}

void drawOwnLearning(model::KeepingUi& state, const Frame& frame) {
  EditorBuffer& buffer = frame.view.learning;
  buffer.pull(state.ownWords);
  ui::TextAreaStyle style;
  style.label = tr::kOwnLearning;
  style.height = 140;
  const ui::EditorResult typed = ui::textArea("own-words", buffer.editor, style);
  buffer.push(state.ownWords);
  if (typed.wordAdded) frame.intents.push(model::LearnWord{*typed.wordAdded});
}

void drawLearning(const model::PastTimePage& page, model::KeepingUi& state, const Frame& frame) {
  if (page.ownWords) drawOwnLearning(state, frame);
  if (!page.learningProblem.empty()) ui::banner("problem", page.learningProblem);
  if (!page.learning.empty()) {
    ui::text(tr::kThisStays, {.type = ui::Type::BodyStrong, .role = "heading"});
    const ui::Card words("stays", {.fill = ui::Token::Sunken, .padX = 16, .padY = 12});
    for (const std::string& line : page.learning) ui::text(line, {.type = ui::Type::Read});
  }
  if (!page.learningDetail.empty()) ui::small(page.learningDetail);
  ui::banner("asked", page.whatGoes);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("keep", tr::kKeepAll)) choosePastTime(PastTimeChoice::None, frame);
  if (page.ownWords && ui::secondaryButton("see", tr::kSeeWhatStays)) {
    frame.intents.push(model::SeeOwnLearning{});
  }
  const std::string_view notYet =
      page.learning.empty() ? std::string_view(tr::kSeeWhatStays) : std::string_view();
  if (ui::dangerButton("keep-learning", tr::kKeepThisOnly, notYet)) {
    frame.intents.push(model::KeepOnlyLearning{});
  }
  if (ui::quietButton("own", page.ownWords ? tr::kAsItWasFound : tr::kSayItMyself)) {
    frame.intents.push(model::WriteOwnLearning{!page.ownWords});
  }
}

void drawRenewal(const model::PastTimePage& page, model::RenewalUi& state, const Frame& frame) {
  ui::small(tr::kRenewBody);
  ui::textField("by", tr::kRenewBy, state.by);
  ui::textField("how", tr::kRenewHow, state.how);
  ui::textField("until", tr::kRenewUntil, state.until);
  const ui::Row row(8, 40);
  if (ui::primaryButton("renew-it", tr::kRenewIt, page.renewNotYet)) {
    frame.intents.push(model::RenewPastTime{});
  }
  if (ui::quietButton("keep", tr::kCancel)) choosePastTime(PastTimeChoice::None, frame);
}

void drawPastTimePage(const model::PastTimePage& page, const SettingsParts& parts) {
  const std::string choice = std::to_string(static_cast<int>(page.choice));
  const bool asked = page.choice != PastTimeChoice::None;
  const char* first = page.choice == PastTimeChoice::Renew ? "by" : asked ? "keep" : "leave";
  focusWhenNew(parts, "past-time " + page.position + page.title + choice,
               std::string(kPastTimeCard) + first);
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("past-time", style);
  const ui::ButtonStyle back{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
  if (ui::button("back", tr::kBackToList, back)) parts.frame.intents.push(model::ClosePastTime{});
  ui::small(page.position);
  drawThing(page);
  switch (page.choice) {
    case PastTimeChoice::None:
      return drawPastTimeChoices(page, parts.frame);
    case PastTimeChoice::KeepLearning:
      return drawLearning(page, parts.state.keeping, parts.frame);
    case PastTimeChoice::LetGo:
      return drawLetGo(page, parts.frame);
    case PastTimeChoice::Renew:
      return drawRenewal(page, parts.state.keeping.renewal, parts.frame);
  }
}

}  // namespace

void drawPastTime(const SettingsParts& parts) {
  const model::PastTimeModel& model = parts.model.keeping.pastTime;
  if (model.page) return drawPastTimePage(*model.page, parts);
  drawPastTimeList(model, parts);
}

}  // namespace app::view
