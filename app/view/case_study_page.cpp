#include <algorithm>
#include <string>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/text_editor.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

void drawHeader(const model::CaseStudyModel& model, const Frame& frame) {
  const ui::ButtonStyle back{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
  ui::ButtonStyle preview{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::Eye};
  preview.notYet = model.previewNotYet;
  {
    ui::Row row(8, 44);
    if (ui::button("all", tr::kAllCaseStudies, back)) frame.intents.push(model::CloseCaseStudy{});
    if (model.editable) {
      row.pushRight(ui::buttonWidth(tr::kPreview, preview));
      if (ui::button("preview", tr::kPreview, preview)) {
        frame.intents.push(model::PreviewCaseStudy{});
      }
    } else {
      const ui::ButtonStyle look{.icon = ui::Icon::Refresh};
      row.pushRight(ui::buttonWidth(tr::kCheckOutcomes, look));
      if (ui::button("outcomes", tr::kCheckOutcomes, look)) {
        frame.intents.push(model::RefreshOutcomes{});
      }
    }
  }
  ui::title(model.heading);
  ui::small(model.detail + " " + model.saved + ".");
}

void drawLinked(const model::ClaimRow& claim, const model::CaseStudyModel& model,
                const Frame& frame) {
  for (const model::PassageRow& passage : claim.passages) {
    const ui::Scope scope(ui::key("linked", passage.tag.hex()));
    ui::quote("“" + passage.words + "”", ui::Token::Ink2);
    const ui::Row row(8, 32);
    if (!passage.label.empty()) {
      ui::domainChip("tag", domainOf(passage.domain), passage.label);
    }
    if (!passage.state.empty()) ui::small(passage.state, ui::Token::Att);
    if (!model.editable || !claim.chosen) continue;
    if (ui::iconButton("unlink", ui::Icon::Close, "Take this passage off the claim")) {
      frame.intents.push(model::TogglePassage{passage.tag});
    }
  }
  if (claim.passages.empty()) ui::small(claim.note, ui::Token::Ink2);
}

void drawClaim(std::size_t index, const model::ClaimRow& claim, const model::CaseStudyModel& model,
               const std::pair<model::ClaimUi*, const Frame*>& with) {
  const Frame& frame = *with.second;
  const ui::Card card(ui::key("claim", claim.id.hex()),
                      {.edge = claim.chosen ? ui::Token::Accent : ui::Token::Line,
                       .padX = 20,
                       .padY = 16,
                       .gap = 8});
  EditorBuffer& buffer = frame.view.claims[claim.id.hex()];
  const std::string label = std::string(tr::kClaim) + " " + std::to_string(index + 1);
  {
    ui::Row row(8, 32);
    ui::smallStrong(label);
    if (model.editable) {
      row.pushRight(36);
      if (ui::iconButton("remove", ui::Icon::Delete, tr::kRemoveClaim)) {
        frame.intents.push(model::RemoveClaim{claim.id});
      }
    }
  }
  if (with.first != nullptr) {
    buffer.pull(with.first->words);
    ui::TextAreaStyle style;
    style.placeholder = tr::kClaimPlaceholder;
    style.height = 84;
    style.readOnly = !model.editable;
    const ui::EditorResult result = ui::textArea("words", buffer.editor, style);
    buffer.push(with.first->words);
    if (result.changed) frame.intents.push(model::CaseStudyTextChanged{});
    if (result.focused && !claim.chosen) frame.intents.push(model::ChooseClaim{claim.id});
  }
  drawLinked(claim, model, frame);
  if (!claim.chosen && model.editable &&
      ui::button("choose", "Link passages to this claim",
                 {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::LinkVariant, .small = true})) {
    frame.intents.push(model::ChooseClaim{claim.id});
  }
}

void drawClaims(const model::CaseStudyModel& model, model::CaseStudyUi& state, const Frame& frame) {
  ui::subhead(tr::kYourClaims);
  ui::small(tr::kClaimsHint);
  ui::FieldStyle title;
  title.label = tr::kTitleLabel;
  title.placeholder = tr::kTitleHint;
  if (!model.editable) title.locked = "It is being read. Ask for it back to change it.";
  if (ui::textField("title", state.title, title)) {
    frame.intents.push(model::CaseStudyTextChanged{});
  }
  for (std::size_t i = 0; i < model.claims.size(); ++i) {
    const auto words =
        std::find_if(state.claims.begin(), state.claims.end(),
                     [&](const model::ClaimUi& c) { return c.id == model.claims[i].id; });
    drawClaim(i, model.claims[i], model, {words == state.claims.end() ? nullptr : &*words, &frame});
  }
  if (model.editable && ui::button("add-claim", tr::kAddClaim, {.icon = ui::Icon::Plus})) {
    frame.intents.push(model::AddClaim{});
  }
}

void drawPassages(const model::CaseStudyModel& model, const Frame& frame) {
  ui::subhead(tr::kYourPassages);
  if (model.passages.empty()) {
    ui::small(tr::kNoPassages);
    return;
  }
  const ui::FocusGroup group;
  for (const model::PassageRow& passage : model.passages) {
    const ui::Card card(ui::key("passage", passage.tag.hex()),
                        {.edge = passage.linked ? ui::Token::Accent : ui::Token::Line,
                         .radius = 11,
                         .padX = 16,
                         .padY = 12,
                         .gap = 6});
    ui::quote("“" + passage.words + "”");
    {
      const ui::Row row(8, 28);
      ui::domainChip("tag", domainOf(passage.domain), passage.label);
    }
    bool linked = passage.linked;
    if (ui::checkbox("link", passage.when, linked)) {
      frame.intents.push(model::TogglePassage{passage.tag});
    }
  }
}

void drawAgreement(const model::CaseStudyModel& model, model::CaseStudyUi& state,
                   const Frame& frame) {
  const ui::Card card("agreement", {.padX = 20, .padY = 16, .gap = 10});
  ui::subhead(tr::kAgreementTitle);
  if (model.agreed) ui::small(model.agreementLine);
  if (!model.editable) return;
  static const std::vector<ui::Option> kLevels = {
      {"1", "Inside the service"}, {"2", "Partners and funders"}, {"3", "The public, blurred"}};
  std::string level = std::to_string(state.useLevel);
  if (ui::dropdown("level", kLevels, level, {.label = tr::kUseLevel})) {
    state.useLevel = std::stoi(level);
  }
  ui::FieldStyle by;
  by.label = tr::kAgreedBy;
  by.placeholder = tr::kAgreedByHint;
  ui::textField("agreed-by", state.agreedBy, by);
  ui::FieldStyle how;
  how.label = tr::kHowAsked;
  how.placeholder = tr::kHowAskedHint;
  ui::textField("how-asked", state.howAsked, how);
  if (ui::secondaryButton("keep", tr::kKeepAgreement, model.agreementNotYet)) {
    frame.intents.push(model::KeepAgreement{});
  }
}

}  // namespace

void drawCaseStudyPage(const model::CaseStudyModel& model, model::CaseStudyUi& state,
                       const Frame& frame) {
  const ui::Region region("page", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  drawHeader(model, frame);
  ui::space(8);
  const auto side = [&] {
    if (model.editable) drawPassages(model, frame);
    drawAgreement(model, state, frame);
    if (model.trail.empty()) return;
    ui::subhead(tr::kWhatHappened);
    trailLines(model.trail);
  };
  if (frame.metrics.content.w < 860) {
    drawClaims(model, state, frame);
    side();
    return;
  }
  ui::Columns columns({ui::share(1.3F), ui::share(1)}, 32);
  columns.next();
  drawClaims(model, state, frame);
  columns.next();
  side();
}

}  // namespace app::view
