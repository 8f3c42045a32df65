#include <algorithm>
#include <cmath>
#include <string>

#include "app/model/circle_live_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/text_editor.h"
#include "app/view/circle_live_parts.h"

// Silent writing (mock-up 06) and the other quiet rounds: nothing moves but the clock.

namespace app::view {
namespace {

constexpr float kPaper = 820;
constexpr float kPaperPad = 34;

/// A column of the paper's width in the middle of the page.
struct Centred {
  explicit Centred(float width) {
    const float spare = std::max(0.0F, (ui::availWidth() - width) / 2);
    by = std::floor(spare);
    ui::indent(by);
    right = std::max(0.0F, ui::availWidth() - width);
  }
  ~Centred() { ui::indent(-by); }
  Centred(const Centred&) = delete;
  Centred& operator=(const Centred&) = delete;
  float by = 0;
  float right = 0;
};

/// Whose eyes the words are for, and that they are saved.
void drawPaperFoot(const model::SilentModel& model, const ui::Rect& paper) {
  const ui::Region foot("foot", {paper.x + 20, paper.bottom() - 44, paper.w - 40, 36}, {});
  ui::Row row(8, 32);
  ui::icon(ui::Icon::LockOutline, ui::Token::Ink2, 20);
  const float words = ui::textWidth(ui::Type::Small, model.words + " words") + 8;
  const std::string line = model.saved.empty()
                               ? std::string(tr::kOnlyYouCanSee)
                               : std::string(tr::kOnlyYouCanSee) + " " + model.saved;
  ui::text(line, {.type = ui::Type::Small,
                  .colour = ui::Token::Ink2,
                  .width = std::max(40.0F, row.leftOver() - words - 12),
                  .oneLine = true,
                  .role = "status"});
  row.pushRight(words);
  ui::small(model.words + " words");
}

void drawPaper(const model::SilentModel& model, model::CircleUi& state, const Frame& frame) {
  const float width = std::min(kPaper, ui::availWidth());
  const float height = std::max(220.0F, std::min(360.0F, frame.metrics.main.h - 430));
  const ui::Rect paper = ui::takeRect(width, height);
  ui::liftRect(paper);
  EditorBuffer& buffer = frame.view.silent;
  if (buffer.pull(state.words) || frame.entered) ui::focusPath("groups/live/round/words");
  ui::EditorStyle style;
  style.name = tr::kYourPaper;
  style.placeholder = tr::kPaperHint;
  style.rect = {paper.x + 4, paper.y + 6, paper.w - 8, paper.h - 52};
  style.left = std::min(kPaperPad, paper.w / 12);
  style.column = paper.w - 8 - 2 * style.left;
  style.top = 16;
  style.bottom = 24;
  style.marks = false;
  style.labelsRevision = model.labelsRevision;
  style.label = [&model](std::string_view hex) {
    for (const auto& [id, name] : model.labels) {
      if (id == hex) return name;
    }
    return std::string("someone");
  };
  const ui::EditorResult result = ui::textEditor("words", buffer.editor, style);
  buffer.push(state.words);
  if (result.changed) frame.intents.push(model::SilentTextChanged{});
  if (result.pasteRefused) frame.intents.push(model::PasteRefused{});
  if (result.wordAdded) frame.intents.push(model::LearnWord{*result.wordAdded});
  drawPaperFoot(model, paper);
}

}  // namespace

void drawSilentRound(const model::CircleLiveModel& model, model::CircleUi& state,
                     const Frame& frame) {
  drawTimer(model.clock, frame.metrics.main.h < 700 ? 12.0F : 20.0F);
  const Centred centred(kPaper);
  drawPrompts(model);
  if (model.projector) {  // a wall has no paper of anybody's
    drawPeopleRow(model);
    return;
  }
  drawPaper(model.silent, state, frame);
  drawPeopleRow(model);
}

void drawQuietRound(const model::CircleLiveModel& model, const Frame& frame) {
  drawTimer(model.clock, frame.metrics.main.h < 700 ? 12.0F : 20.0F);
  const Centred centred(kPaper);
  drawPrompts(model);
  ui::space(8);
  drawPeopleRow(model);
  if (model.cards.empty()) return;
  drawCards(model, frame);
}

void drawPairsRound(const model::CircleLiveModel& model, const Frame& frame) {
  drawTimer(model.clock, frame.metrics.main.h < 700 ? 10.0F : 14.0F);
  const Centred centred(kPaper);
  drawPrompts(model);
  if (model.pairs.empty()) ui::small(tr::kTooFewForPairs);
  for (const std::string& pair : model.pairs) ui::text(pair, {.type = ui::Type::Read});
  if (model.mayDrawPairs && ui::secondaryButton("draw", tr::kDrawPairs)) {
    frame.intents.push(model::DrawPairs{});
  }
}

}  // namespace app::view
