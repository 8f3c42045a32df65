#include <algorithm>
#include <string>

#include "app/model/seen_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/case_study_preview.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

void drawStarting(const model::CaseStudyModel& model, model::CaseStudyUi& state,
                  const Frame& frame) {
  const ui::Dialog dialog("start", tr::kNewCaseStudy, {.width = 520});
  ui::FieldStyle title;
  title.label = tr::kTitleLabel;
  title.placeholder = tr::kTitleHint;
  ui::textField("title", state.newTitle, title);
  std::vector<ui::Option> people;
  for (const model::PersonChoice& person : model.youngPeople) {
    people.push_back({person.key, person.label});
  }
  ui::dropdown("about", people, state.newAbout,
               {.label = tr::kAboutLabel, .placeholder = tr::kAnyYoungPerson});
  {
    const ui::Row row(8, 40);
    if (ui::primaryButton("begin", tr::kChoosePassages, model.beginNotYet)) {
      frame.intents.push(model::BeginCaseStudy{});
    }
    if (ui::quietButton("cancel", tr::kCancel)) frame.intents.push(model::CancelNewCaseStudy{});
  }
  if (dialog.closeWanted()) frame.intents.push(model::CancelNewCaseStudy{});
}

void drawList(const model::CaseStudyModel& model, const Frame& frame) {
  const ui::Region region("list", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  const ui::ButtonStyle fresh{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::Plus};
  {
    ui::Row row(8, 44);
    ui::title(tr::kCaseStudies);
    const ui::ButtonStyle seen{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Eye};
    row.pushRight(ui::buttonWidth(tr::kWhatTheySee, seen) + 8 +
                  ui::buttonWidth(tr::kNewCaseStudy, fresh));
    if (ui::button("seen", tr::kWhatTheySee, seen)) frame.intents.push(model::SeeWhatTheySee{});
    if (ui::button("new", tr::kNewCaseStudy, fresh)) frame.intents.push(model::NewCaseStudy{});
  }
  if (model.rows.empty()) {
    ui::emptyState("none", tr::kCaseStudies, tr::kCaseStudyStarts);
    return;
  }
  ui::space(8);
  const ui::Card card("rows", {.padX = 12, .padY = 10, .gap = 0});
  const ui::FocusGroup group;
  for (const model::CaseStudyListRow& study : model.rows) {
    ui::ListRowModel row;
    row.title = study.title;
    row.subtitle = study.detail;
    row.trailing = study.step;
    if (ui::listRow(ui::key("study", study.id.hex()), row)) {
      frame.intents.push(model::OpenCaseStudy{study.id});
    }
  }
}

void drawWhatLeaves(const model::PreviewModel& model) {
  for (std::size_t i = 0; i < model.problems.size(); ++i) {
    ui::banner(ui::key("problem", i), model.problems[i]);
  }
  ui::heading(model.title);
  ui::small(model.byLine);
  for (std::size_t i = 0; i < model.claims.size(); ++i) {
    claimCard(i, model.claims[i], model.deciding);
  }
}

}  // namespace

void drawCaseStudies(const model::CaseStudyModel& model, model::CaseStudyUi& state,
                     const Frame& frame) {
  const ui::Scope scope("case-studies");
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  if (!model.open)
    drawList(model, frame);
  else if (model.preview)
    drawPreview(*model.preview, state, frame);
  else
    drawCaseStudyPage(model, state, frame);
  if (model.starting) drawStarting(model, state, frame);
}

void drawPreview(const model::PreviewModel& model, model::CaseStudyUi& state, const Frame& frame) {
  const ui::Region region("preview", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  ui::ButtonStyle send{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::EmailOutline};
  send.notYet = model.sendNotYet;
  send.working = model.sending;
  const std::string label(model.sending ? tr::kSending : tr::kSendForReview);
  {
    ui::Row row(8, 44);
    ui::title(tr::kPreview);
    row.pushRight(ui::buttonWidth(tr::kBackToEditing, {.kind = ui::ButtonKind::Quiet}) + 8 +
                  ui::buttonWidth(label, send));
    if (ui::quietButton("back", tr::kBackToEditing)) frame.intents.push(model::BackToEditing{});
    if (ui::button("send", label, send)) frame.intents.push(model::SendForReview{});
  }
  ui::small(tr::kPreviewLine);
  ui::space(4);
  if (frame.metrics.content.w < 860) {
    drawDeciding(model.deciding, state, frame);
    drawWhatLeaves(model);
    return;
  }
  ui::Columns columns({ui::share(1.9F), ui::share(1)}, 32);
  columns.next();
  drawWhatLeaves(model);
  columns.next();
  drawDeciding(model.deciding, state, frame);
}

}  // namespace app::view
