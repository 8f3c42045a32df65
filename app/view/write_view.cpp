#include <algorithm>
#include <cmath>
#include <string>

#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/text_editor.h"
#include "app/view/common.h"
#include "app/view/mention_menu.h"
#include "app/view/views.h"

namespace app::view {
namespace {

constexpr float kPanelWidth = 452;
constexpr float kDockedHeight = 300;
constexpr float kColumnWidth = 648;

/// Where the parts of the screen are, in effective pixels.
struct Places {
  ui::Rect header;
  ui::Rect text;
  ui::Rect footer;
  ui::Rect panel;  ///< of the tag panel, when open
  bool docked = false;
  float left = 88;
  float column = kColumnWidth;
};

Places placesFor(const ui::ShellMetrics& metrics, bool tagging) {
  Places p;
  const ui::Rect& main = metrics.content;
  p.header = {main.x, main.y, main.w, metrics.header};
  p.footer = {main.x, main.bottom() - metrics.footer, main.w, metrics.footer};
  p.text = {main.x, p.header.bottom(), main.w, std::max(40.0F, p.footer.y - p.header.bottom())};
  p.left = main.w < 760 ? 56.0F : main.w < 1000 ? 72.0F : 88.0F;
  p.docked = main.w < p.left + 560 + 20 + kPanelWidth + 24;
  if (main.w >= 1500) p.left = std::floor((main.w - kColumnWidth) / 2 - (tagging ? 240.0F : 0));
  float room = main.w - p.left - 24;
  if (tagging && !p.docked) {
    room = std::min(room, main.w - p.left - kPanelWidth - 24 - 20);
    const float height = std::min(764.0F, metrics.main.h - 76 - 24);
    p.panel = {main.right() - kPanelWidth - 24, main.y + 76, kPanelWidth, height};
  } else if (tagging) {
    const float height = std::min(kDockedHeight, std::max(100.0F, p.text.h - 64));
    p.panel = {main.x + 12, p.footer.y - height, main.w - 24, height};
  }
  p.column = std::min(kColumnWidth, std::max(180.0F, room));
  return p;
}

void drawHeader(const model::WriteModel& model, const Places& places, const Frame& frame) {
  const ui::Region region("header", places.header, {.padX = 0, .padY = 0});
  const float top = std::floor((places.header.h - 40) / 2);
  ui::space(top);
  ui::indent(places.left);
  ui::Row row(10, 40);
  const bool roomy = places.header.w > 900;
  const std::string finishLabel(model.finished ? tr::kCarryOn : tr::kFinishReflection);
  ui::ButtonStyle finish;
  finish.notYet = model.finishNotYet;
  ui::ButtonStyle fresh{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Plus};
  ui::ButtonStyle lesson{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Calendar};
  float needed = ui::buttonWidth(finishLabel, finish) + 24;
  needed += roomy ? ui::buttonWidth(tr::kLessonDetails, lesson) +
                        ui::buttonWidth(tr::kNewReflection, fresh) + 20
                  : 2 * 46.0F;
  {
    const ui::Rect title{ui::flowX(), ui::flowY(), std::max(60.0F, row.leftOver() - needed - 10),
                         46};
    const ui::Region block("title", title, {.gap = 0});
    ui::text(model.title, {.type = ui::Type::Read, .oneLine = true, .role = "heading"});
    ui::space(-4);
    ui::text(model.detail, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
  }
  row.pushRight(needed);
  if (roomy) {
    if (ui::button("new", tr::kNewReflection, fresh)) frame.intents.push(model::NewReflection{});
    if (ui::button("lesson", tr::kLessonDetails, lesson)) frame.intents.push(model::EditLesson{});
  } else {
    if (ui::iconButton("new", ui::Icon::Plus, tr::kNewReflection)) {
      frame.intents.push(model::NewReflection{});
    }
    if (ui::iconButton("lesson", ui::Icon::Calendar, tr::kLessonDetails)) {
      frame.intents.push(model::EditLesson{});
    }
  }
  if (ui::button("finish", finishLabel, finish)) {
    if (model.finished)
      frame.intents.push(model::ReopenReflection{});
    else
      frame.intents.push(model::FinishReflection{});
  }
}

std::vector<ui::EditorRange> rangesOf(const model::WriteModel& model) {
  std::vector<ui::EditorRange> ranges;
  for (const model::TagMark& tag : model.tags) {
    ui::EditorRange range;
    range.range = {tag.passage.begin, tag.passage.end};
    range.kind = ui::EditorRange::Kind::Tag;
    range.domain = domainOf(tag.domain);
    range.id = tag.id.hex();
    range.mark = tag.mark;
    range.name = tag.name;
    ranges.push_back(std::move(range));
  }
  if (model.tagPanel) {
    ui::EditorRange target;
    target.range = {model.tagPanel->passage.begin, model.tagPanel->passage.end};
    target.kind = ui::EditorRange::Kind::Target;
    ranges.push_back(std::move(target));
  }
  return ranges;
}

/// A heather line from the passage to the panel that speaks about it.
void drawLink(const ui::EditorResult& result, const Places& places) {
  if (!result.targetBox || places.docked) return;
  const float y = std::floor(result.targetBox->y + result.targetBox->h / 2);
  if (y < places.panel.y + 16 || y > places.panel.bottom() - 16) return;
  ui::fillRect({places.panel.x - 14, y, 15, 2}, ui::Token::Heather);
  ui::fillRect({places.panel.x - 18, y - 3, 8, 8}, ui::Token::Heather, 4);
}

void drawText(const model::WriteModel& model, model::WriteUi& state, const Places& places,
              const Frame& frame) {
  EditorBuffer& words = frame.view.words;
  const bool another = words.pull(state.words);
  const auto ranges = rangesOf(model);
  ui::EditorStyle style;
  style.name = tr::kYourReflection;
  style.placeholder = tr::kALineIsPlenty;
  style.rect = places.text;
  style.left = places.left;
  style.column = places.column;
  style.readOnly = model.held || model.finished;
  style.ranges = &ranges;
  style.labelsRevision = model.labelsRevision;
  style.label = [&model](std::string_view hex) {
    const auto known = model.labels.find(std::string(hex));
    return known == model.labels.end() ? std::string("someone") : known->second;
  };
  if (model.tagPanel && places.docked) style.coveredBelow = places.panel.h;
  const auto names = mentionChoices(model, words.editor, frame.view.mention);
  const bool picked = mentionKeys(names, words.editor, frame);
  if (frame.entered || another) ui::focusPath("write/words");
  const ui::EditorResult result = ui::textEditor("words", words.editor, style);
  if (result.atTyped) frame.view.mention = MentionMenu{words.editor.caret() - 1, 0};
  const bool mentioned = drawMentionMenu(names, result.caretBox, words.editor, frame) || picked;
  words.push(state.words);
  if (result.changed || mentioned) frame.intents.push(model::TextChanged{});
  if (result.pasteRefused) frame.intents.push(model::PasteRefused{});
  if (result.markPressed) {
    if (const auto id = journal::TagId::fromHex(*result.markPressed)) {
      frame.intents.push(model::EditTag{*id});
    }
  }
  if (result.markRemoved) {
    if (const auto id = journal::TagId::fromHex(*result.markRemoved)) {
      frame.intents.push(model::RemoveTag{*id});
    }
  }
  drawLink(result, places);
}

void startTag(const Frame& frame) {
  const ui::ByteRange selection = frame.view.words.editor.selection();
  frame.intents.push(model::StartTag{selection.begin, selection.end});
}

void drawFooter(const model::WriteModel& model, const Places& places, const Frame& frame) {
  const ui::Region region("footer", places.footer, {});
  ui::fillRect({frame.metrics.main.x, places.footer.y, frame.metrics.main.w, 1}, ui::Token::Line);
  ui::space(std::floor((places.footer.h - 32) / 2));
  ui::indent(places.left);
  ui::Row row(8, 32);
  ui::smallStrong(model.words);
  ui::small(tr::kWordCount);
  ui::space(14);
  if (model.unsavedCare) {
    ui::icon(ui::Icon::AlertCircleOutline, ui::Token::AttMark, 16);
  } else if (model.savedTick) {
    ui::icon(ui::Icon::Check, ui::Token::Ink2, 16);
  }
  ui::text(model.saved, {.type = ui::Type::Small,
                         .colour = model.unsavedCare ? ui::Token::Att : ui::Token::Ink2,
                         .role = "status"});
  ui::ButtonStyle tag{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::TagOutline, .small = true};
  tag.hint = "Ctrl T";
  if (model.blank) tag.notYet = tr::kNothingToFinish;
  const bool roomy = places.footer.w > 620;
  if (!roomy) return;
  row.pushRight(ui::buttonWidth(tr::kTagSelection, tag) + 24);
  if (ui::button("tag-selection", tr::kTagSelection, tag)) startTag(frame);
}

void drawPrompts(const model::WriteModel& model, const Places& places, const Frame& frame) {
  if (!model.blank || model.promptSetCodes.empty()) return;
  const ui::Region region("prompts", {places.text.x + places.left, places.footer.y - 44, 420, 36},
                          {});
  const ui::Row row(8, 32);
  ui::small(tr::kPromptsLabel);
  std::vector<ui::Option> options;
  for (std::size_t i = 0; i < model.promptSetCodes.size(); ++i) {
    options.push_back({model.promptSetCodes[i], model.promptSetNames[i]});
  }
  std::string chosen = model.promptSet;
  if (ui::dropdown("set", options, chosen, {.label = tr::kPromptsLabel, .chip = true})) {
    frame.intents.push(model::ChoosePromptSet{chosen});
  }
}

}  // namespace

void drawWrite(const model::WriteModel& model, model::WriteUi& state, const Frame& frame) {
  const ui::Scope scope("write");
  ui::fillRect(frame.metrics.main, ui::Token::Paper);
  Places places = placesFor(frame.metrics, model.tagPanel.has_value());
  if (ui::shortcut({ui::Key::T, true})) startTag(frame);
  if (ui::shortcut({ui::Key::Enter, true}) && model.finishNotYet.empty() && !model.tagPanel) {
    frame.intents.push(model::FinishReflection{});
  }
  drawHeader(model, places, frame);
  if (model.held) {
    const ui::Region line("held", {places.text.x + places.left, places.text.y, places.column, 56},
                          {});
    ui::banner("line", model.heldLine);
    places.text.y += 60;
    places.text.h -= 60;
  }
  if (model.blank && !model.promptSetCodes.empty()) places.text.h -= 48;
  drawText(model, state, places, frame);
  drawPrompts(model, places, frame);
  drawFooter(model, places, frame);
  if (model.tagPanel) {
    drawTagPanel(*model.tagPanel, model.youngPeople, places.panel, frame);
  } else if (frame.view.tagKeys) {
    frame.view.tagKeys.reset();
    ui::focusPath("write/words");  // back to the words it was about
  }
  if (model.lessonForm) drawLessonForm(*model.lessonForm, state.lesson, frame);
  if (model.addingPerson) drawNewPerson(model, state.person, frame);
}

}  // namespace app::view
