#include <algorithm>
#include <string>

#include "app/model/differences_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/view/common.h"
#include "app/view/views.h"

// What two devices said differently, side by side (picture 17).

namespace app::view {
namespace {

constexpr float kPapersBeside = 680;  // narrower, one paper stands under the other

std::vector<ui::TextRun> runsOf(const std::vector<model::DifferenceRun>& runs) {
  std::vector<ui::TextRun> out;
  for (const model::DifferenceRun& run : runs) {
    ui::TextRun next;
    next.text = run.text;
    next.kind = run.mention   ? ui::TextRun::Kind::Mention
                : run.differs ? ui::TextRun::Kind::Differs
                              : ui::TextRun::Kind::Plain;
    out.push_back(std::move(next));
  }
  return out;
}

void drawHead(const model::DifferencesModel& model, const Frame& frame) {
  const ui::ButtonStyle quiet{.kind = ui::ButtonKind::Quiet};
  const ui::ButtonStyle primary{.kind = ui::ButtonKind::Primary, .working = model.working};
  const float buttons = ui::buttonWidth(tr::kDecideLater, quiet) + 12 +
                        (model.heads.empty() ? 0.0F : ui::buttonWidth(tr::kKeepBoth, primary));
  const float room = ui::availWidth() - buttons - 24;
  const bool beside = room > ui::textWidth(ui::Type::Title, model.title);
  if (!beside) ui::title(model.title);
  {
    ui::Row row(12, 44);
    if (beside) {
      ui::text(model.title,
               {.type = ui::Type::Title, .width = room, .oneLine = true, .role = "heading"});
      row.pushRight(buttons);
    }
    if (ui::button("later", tr::kDecideLater, quiet)) frame.intents.push(model::DecideLater{});
    if (!model.heads.empty() && ui::button("both", tr::kKeepBoth, primary)) {
      frame.intents.push(model::KeepBoth{});
    }
  }
  ui::small(model.detail);
  ui::space(4);
  ui::Row row(12, 24);
  const float place = ui::textWidth(ui::Type::Small, model.place);
  ui::text(model.entry, {.type = ui::Type::SmallStrong,
                         .width = std::max(80.0F, ui::availWidth() - place - 24),
                         .oneLine = true});
  if (model.place.empty()) return;
  row.pushRight(place);
  ui::small(model.place);
}

void drawSame(const model::DifferencePart& part, std::size_t index) {
  const ui::Card card(ui::key("same", index), {.padX = 24, .padY = 12});
  ui::Row row(12, 28);
  ui::icon(ui::Icon::Check, ui::Token::Ink2);
  const float note = ui::textWidth(ui::Type::Tiny, part.note);
  const bool wide = ui::availWidth() > 520;
  ui::text(part.words, {.type = ui::Type::Quote,
                        .colour = ui::Token::Ink2,
                        .width = std::max(80.0F, row.leftOver() - (wide ? note + 24 : 0)),
                        .oneLine = true});
  if (!wide) return;
  row.pushRight(note);
  ui::tiny(part.note);
}

struct PaperAt {
  std::size_t part = 0;
  std::size_t side = 0;
};
void drawPaper(const model::DifferencesModel& model, PaperAt at, const Frame& frame) {
  const model::DifferencePart& part = model.parts[at.part];
  const bool under = at.part == model.current && at.side == model.side;
  const ui::Card paper(ui::key("side", at.side),
                       {.edge = under ? ui::Token::Accent : ui::Token::Line, .gap = 10});
  {
    const ui::Row row(10, 24);
    ui::icon(ui::Icon::Laptop, under ? ui::Token::Accent : ui::Token::Ink2);
    ui::text(model.heads[at.side].device, {.type = ui::Type::SmallStrong,
                                           .width = std::max(60.0F, ui::availWidth() - 40),
                                           .oneLine = true});
  }
  ui::small(model.heads[at.side].when);
  const bool nothing = part.sides[at.side].empty();
  if (nothing)
    ui::small(tr::kNothingThere);
  else
    ui::snippet("words", runsOf(part.sides[at.side]), ui::Type::Read);
  const ui::Row row(10, 40);
  if (ui::secondaryButton("keep", tr::kKeepThisOne)) {
    frame.intents.push(model::KeepSide{at.part, at.side});
  }
  if (!part.chosen[at.side].empty()) {
    ui::icon(ui::Icon::Check, ui::Token::Ink2);
    ui::small(part.chosen[at.side]);
  }
}

void drawPart(const model::DifferencesModel& model, std::size_t index, const Frame& frame) {
  const model::DifferencePart& part = model.parts[index];
  const ui::Scope scope(ui::key("part", index));
  const bool beside = ui::availWidth() >= kPapersBeside;
  {
    ui::Columns columns(std::vector<ui::Track>(beside ? part.sides.size() : 1, ui::share()), 16);
    for (std::size_t side = 0; side < part.sides.size(); ++side) {
      if (beside || side == 0) columns.next();
      drawPaper(model, {index, side}, frame);
    }
  }
  if (index != model.current || part.both.empty()) return;
  const ui::Card both("both", {.gap = 6});
  ui::smallStrong(tr::kIfYouKeepBoth);
  ui::text(part.both, {.type = ui::Type::Quote, .colour = ui::Token::Ink2});
  ui::tiny(tr::kTidyAfterwards);
}

void drawLine(const model::DifferenceLine& line, const Frame& frame) {
  const ui::Card card(ui::key("line", static_cast<std::size_t>(line.field)), {.gap = 8});
  ui::bodyStrong(line.what);
  for (std::size_t side = 0; side < line.sides.size(); ++side) {
    ui::hairline(2, 2);
    ui::small(line.sides[side], ui::Token::Ink);
    if (line.canKeepOne && ui::secondaryButton(ui::key("keep", side), tr::kKeepThisOne)) {
      frame.intents.push(model::KeepLessonOf{side});
    }
  }
  if (ui::quietButton("right", tr::kRightAsItIs)) {
    frame.intents.push(model::RightAsItIs{line.field});
  }
}

/// Arrows move the edge, B keeps both, K keeps the one under it.
void keys(const model::DifferencesModel& model, const Frame& frame) {
  if (ui::shortcut({ui::Key::Escape})) frame.intents.push(model::DecideLater{});
  if (model.current >= model.parts.size()) return;
  const std::size_t sides = model.heads.size();
  if (ui::shortcut({ui::Key::Left}) && model.side > 0) {
    frame.intents.push(model::LookAtSide{model.current, model.side - 1});
  }
  if (ui::shortcut({ui::Key::Right}) && model.side + 1 < sides) {
    frame.intents.push(model::LookAtSide{model.current, model.side + 1});
  }
  if (ui::shortcut({ui::Key::B})) frame.intents.push(model::KeepBoth{});
  if (ui::shortcut({ui::Key::K})) {
    frame.intents.push(model::KeepSide{model.current, model.side});
  }
}

}  // namespace

void drawDifferences(const model::DifferencesModel& model, const Frame& frame) {
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  const ui::Region region("differences", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  keys(model, frame);
  drawHead(model, frame);
  if (!model.problem.empty()) ui::banner("problem", model.problem);
  for (std::size_t i = 0; i < model.parts.size(); ++i) {
    if (model.parts[i].same)
      drawSame(model.parts[i], i);
    else
      drawPart(model, i, frame);
  }
  for (const model::DifferenceLine& line : model.lines) drawLine(line, frame);
  if (model.heads.empty()) return;
  {
    const ui::Row row(8, 24);
    ui::icon(ui::Icon::BackupRestore, ui::Token::Ink2);
    ui::small(tr::kStaysInHistory);
  }
  ui::small(tr::kDifferenceKeys);
}

}  // namespace app::view
