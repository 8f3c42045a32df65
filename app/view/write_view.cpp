#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/model/attached_words.h"
#include "app/model/write_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/text_editor.h"
#include "app/view/common.h"
#include "app/view/mention_menu.h"
#include "app/view/views.h"

namespace app::view {
namespace {

constexpr float kPanelWidth = 452;
constexpr float kDockedHeight = 312;
constexpr float kColumnWidth = 648;

/// Where the parts of the screen are, in effective pixels.
struct Places {
  ui::Rect header;
  ui::Rect text;
  ui::Rect footer;
  ui::Rect panel;     ///< of the tag panel, when open
  ui::Rect above;     ///< what was meant last time
  ui::Rect below;     ///< the quiet line
  ui::Rect attached;  ///< the line of pictures and recordings
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

/// Makes room for what stands beside the words. A docked tag panel has all of it.
void makeRoom(Places& p, const model::AsideModel& aside) {
  constexpr float kApart = 8;
  constexpr float kRoomForWords = 96;
  const float most = std::max(0.0F, p.text.h - kRoomForWords - 2 * kApart);
  const AsideHeights heights = asideHeights(aside, p.column, most);
  if (heights.above > 0) {
    p.above = {p.text.x + p.left, p.text.y + 2, p.column, heights.above};
    p.text.y += heights.above + kApart;
    p.text.h -= heights.above + kApart;
  }
  if (heights.below > 0) {
    p.text.h -= heights.below + kApart;
    p.below = {p.text.x + p.left, p.text.bottom() + kApart / 2, p.column, heights.below};
  }
}

/// A line under the words, where they keep room enough; the header's button is always there.
void makeRoomForAttached(Places& p, const model::AttachedModel& attached) {
  constexpr float kLeastForWords = 160;
  const float height = attachedHeight(attached);
  if (height <= 0 || p.text.h - height < kLeastForWords) return;
  p.text.h -= height + 8;
  p.attached = {p.text.x + p.left, p.text.bottom() + 4, p.column, height};
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
  needed += 46 + 10;
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
  if (ui::iconButton("attached", ui::Icon::Paperclip, tr::kAttached)) {
    frame.intents.push(model::OpenAttached{});
  }
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
  if (model.aside.name) {
    ui::EditorRange suspect;
    suspect.range = {model.aside.name->passage.begin, model.aside.name->passage.end};
    suspect.kind = ui::EditorRange::Kind::Suspect;
    ranges.push_back(std::move(suspect));
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
  if (result.wordAdded) frame.intents.push(model::LearnWord{*result.wordAdded});
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

void keepForNextTime(const Frame& frame) {
  const ui::ByteRange selection = frame.view.words.editor.selection();
  frame.intents.push(model::KeepForNextTime{selection.begin, selection.end});
}

void drawFooterButtons(const model::WriteModel& model, const Places& places, ui::Row& row,
                       const Frame& frame) {
  ui::ButtonStyle tag{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::TagOutline, .small = true};
  tag.hint = "Ctrl T";
  if (model.blank) tag.notYet = tr::kNothingToFinish;
  ui::ButtonStyle next{.kind = ui::ButtonKind::Quiet, .small = true};
  next.hint = "Ctrl I";
  next.notYet = tag.notYet;
  const float tagWide = ui::buttonWidth(tr::kTagSelection, tag);
  const float nextWide = ui::buttonWidth(tr::kKeepForNextTime, next) + 8;
  const bool withNext = places.footer.w > 1000;
  const float room = row.leftOver() - tagWide - 24 - (withNext ? nextWide : 0);
  const bool bar = paidTimeWidth(model.aside.paid, true) + 8 <= room;
  const float paid = paidTimeWidth(model.aside.paid, bar);
  const bool withPaid = paid > 0 && paid + 8 <= room;
  row.pushRight(tagWide + 24 + (withNext ? nextWide : 0) + (withPaid ? paid + 8 : 0));
  if (withNext && ui::button("next-time", tr::kKeepForNextTime, next)) keepForNextTime(frame);
  if (ui::button("tag-selection", tr::kTagSelection, tag)) startTag(frame);
  if (withPaid) drawPaidTime(model.aside.paid, bar, frame);
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
  if (places.footer.w > 620) drawFooterButtons(model, places, row, frame);
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

/// Why nothing can be changed, in as many lines as it takes, above the words.
void drawHeldLine(const model::WriteModel& model, Places& places) {
  constexpr float kBesideWords = 60;  // the sign, and the banner's edges
  const float room = std::max(60.0F, places.column - kBesideWords);
  const float lines = std::ceil(ui::textWidth(ui::Type::Small, model.heldLine) / (room * 0.86F));
  const float height = 32 + 24 * std::max(1.0F, lines);
  const ui::Region line("held", {places.text.x + places.left, places.text.y, places.column, height},
                        {});
  ui::banner("line", model.heldLine);
  places.text.y += height + 4;
  places.text.h -= height + 4;
}

/// One at a time: somebody new is told in place of the form that asked for them.
void drawDialogs(const model::WriteModel& model, model::WriteUi& state, const Frame& frame) {
  if (model.addingPerson) {
    drawNewPerson(model, state.person, frame);
  } else if (model.lessonForm) {
    frame.view.lessonForm = true;
    drawLessonForm(*model.lessonForm, state.lesson, frame);
  } else if (model.attached.open) {
    drawAttachedSheet(model.attached, state.attached, frame);
  } else if (std::exchange(frame.view.lessonForm, false)) {
    ui::focusPath("write/words");  // on with it
  }
}

}  // namespace

void drawWrite(const model::WriteModel& model, model::WriteUi& state, const Frame& frame) {
  const ui::Scope scope("write");
  ui::fillRect(frame.metrics.main, ui::Token::Paper);
  Places places = placesFor(frame.metrics, model.tagPanel.has_value());
  if (ui::shortcut({ui::Key::T, true})) startTag(frame);
  if (ui::shortcut({ui::Key::I, true}) && !model.blank) keepForNextTime(frame);
  if (ui::shortcut({ui::Key::A, true, true})) frame.intents.push(model::OpenAttached{});
  if (ui::shortcut({ui::Key::T, true, true})) frame.intents.push(model::PausePaidTime{});
  if (ui::shortcut({ui::Key::Enter, true}) && model.finishNotYet.empty() && !model.tagPanel) {
    frame.intents.push(model::FinishReflection{});
  }
  drawHeader(model, places, frame);
  if (model.held) drawHeldLine(model, places);
  if (model.blank && !model.promptSetCodes.empty()) places.text.h -= 48;
  const bool covered = model.tagPanel && places.docked;
  if (!covered) {
    makeRoomForAttached(places, model.attached);
    makeRoom(places, model.aside);
    drawIntentions(model.aside.intentions, places.above, frame);
  }
  drawText(model, state, places, frame);
  if (!covered) {
    drawQuietLine(model.aside, places.below, frame);
    drawAttachedLine(model.attached, places.attached, frame);
  }
  drawPrompts(model, places, frame);
  drawFooter(model, places, frame);
  if (model.tagPanel) {
    drawTagPanel(*model.tagPanel, model.youngPeople, places.panel, frame);
  } else if (frame.view.tagKeys) {
    frame.view.tagKeys.reset();
    ui::focusPath("write/words");  // back to the words it was about
  }
  drawDialogs(model, state, frame);
}

}  // namespace app::view
