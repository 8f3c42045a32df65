#include <algorithm>
#include <string>

#include "app/model/keeping_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

// Your data: bringing something in, and taking a copy away.

namespace app::view {
namespace {

using model::ExchangeWork;

struct CopyLook {
  const char* kind;
  std::string_view label;
  std::string_view body;
};
constexpr CopyLook kCopies[] = {{"markdown", tr::kCopyMarkdown, tr::kCopyMarkdownBody},
                                {"json", tr::kCopyJson, tr::kCopyJsonBody},
                                {"html", tr::kCopyHtml, tr::kCopyHtmlBody},
                                {"pdf", tr::kCopyPdf, tr::kCopyPdfBody},
                                {"csv", tr::kCopyCsv, tr::kCopyCsvBody}};

const CopyLook& copyLook(std::string_view kind) {
  for (const CopyLook& look : kCopies) {
    if (look.kind == kind) return look;
  }
  return kCopies[0];
}

void drawSheet(const model::ExchangeSheet& sheet) {
  ui::text(sheet.heading, {.type = ui::Type::BodyStrong, .role = "heading"});
  for (const std::string& line : sheet.lines) ui::small(line, ui::Token::Ink);
  if (sheet.remarks.empty()) return;
  ui::space(4);
  ui::smallStrong(sheet.remarksHeading);
  for (const std::string& remark : sheet.remarks) ui::small(remark);
  if (!sheet.more.empty()) ui::small(sheet.more);
}

/// While it runs: how far it is, and a way to stop.
void drawWork(const model::ExchangeModel& model, std::string_view words, const Frame& frame) {
  ui::hairline(2, 2);
  if (model.fraction < 0) {
    ui::progressUnknown("work", words);
    if (ui::quietButton("stop", tr::kCancel)) frame.intents.push(model::CancelWork{});
  } else if (ui::progress("work", model.fraction, words, true)) {
    frame.intents.push(model::CancelWork{});
  }
}

void drawFound(const model::ExchangeModel& model, const Frame& frame) {
  ui::hairline(2, 2);
  drawSheet(*model.found);
  ui::small(tr::kNothingBroughtYet);
  const ui::Row row(8, 40);
  if (ui::primaryButton("bring-in", tr::kBringItIn, model.bringNotYet)) {
    frame.intents.push(model::BringIn{});
  }
  if (ui::quietButton("leave", tr::kLeaveIt)) {
    frame.intents.push(model::LeaveOutside{});
  }
}

void drawCopyChoice(model::SettingsUi& state) {
  std::vector<ui::Option> kinds;
  for (const CopyLook& look : kCopies) kinds.push_back({look.kind, std::string(look.label)});
  ui::dropdown("kind", kinds, state.copyKind,
               {.label = tr::kCopyKind, .width = std::min(320.0F, ui::availWidth())});
  ui::small(copyLook(state.copyKind).body);
  const bool complete = state.copyKind == "json";
  bool names = state.copyRealNames || complete;
  if (ui::switchControl("names", tr::kCopyNames, names,
                        complete ? tr::kCopyNamesAlways : std::string_view())) {
    state.copyRealNames = names;
  }
  ui::textField("path", state.copyPath, {.label = tr::kCopyPath, .hint = tr::kBackupFolderHint});
}

void drawLeaving(const model::ExchangeModel& model, const Frame& frame) {
  ui::hairline(2, 2);
  drawSheet(*model.leaving);
  ui::banner("warning", model.warning, {.icon = ui::Icon::AlertCircleOutline});
  const ui::Row row(8, 40);
  if (ui::primaryButton("write", tr::kWriteCopy)) frame.intents.push(model::WriteCopy{});
  if (ui::quietButton("leave", tr::kLeaveIt)) frame.intents.push(model::LeaveCopy{});
}

}  // namespace

void drawBringIn(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("bring-in", style);
  const model::ExchangeModel& model = parts.model.exchange;
  ui::subhead(tr::kBringIn);
  ui::small(tr::kBringInBody);
  bool entered = false;
  ui::textField("path", parts.state.outside,
                {.label = tr::kOutsidePath,
                 .problem = model.inProblem,
                 .hint = tr::kOutsideHint,
                 .submitted = &entered});
  const bool working = model.work != ExchangeWork::None;
  const ui::ButtonStyle look{.icon = ui::Icon::Eye, .notYet = model.lookNotYet, .working = working};
  if (ui::button("look", tr::kLookOutside, look) || (entered && !working)) {
    parts.frame.intents.push(model::LookOutside{});
  }
  if (model.work == ExchangeWork::Looking) drawWork(model, tr::kLookingOutside, parts.frame);
  if (model.work == ExchangeWork::BringingIn) drawWork(model, tr::kBringingIn, parts.frame);
  if (model.found) drawFound(model, parts.frame);
  if (!model.came) return;
  ui::hairline(2, 2);
  drawSheet(*model.came);
}

void drawTakeAway(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("take-away", style);
  const model::ExchangeModel& model = parts.model.exchange;
  ui::subhead(tr::kTakeAway);
  ui::small(tr::kTakeAwayBody);
  drawCopyChoice(parts.state);
  const bool working = model.work != ExchangeWork::None;
  if (ui::button("preview", tr::kSeeWhatLeaves,
                 {.icon = ui::Icon::Eye, .notYet = model.previewNotYet, .working = working})) {
    parts.frame.intents.push(model::PreviewCopy{});
  }
  if (model.work == ExchangeWork::Counting) drawWork(model, tr::kCountingCopy, parts.frame);
  if (model.work == ExchangeWork::Copying) drawWork(model, tr::kCopying, parts.frame);
  if (model.leaving) drawLeaving(model, parts.frame);
  if (model.copySaid.empty()) return;
  const ui::Icon icon =
      model.copyProblem ? ui::Icon::AlertCircleOutline : ui::Icon::InformationOutline;
  ui::banner("said", model.copySaid, {.attention = model.copyProblem, .icon = icon});
}

}  // namespace app::view
