#include <string>

#include "app/model/seen_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/view/common.h"
#include "app/view/views.h"

// What the service sees of this person, and who has read it.

namespace app::view {
namespace {

void drawLines(std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  ui::smallStrong(heading);
  for (const std::string& line : lines) ui::small(line, ui::Token::Ink);
}

void drawSeenPiece(const model::SeenRow& row, const Frame& frame) {
  const ui::Card card(ui::key("piece", row.id.hex()), {.padX = 20, .padY = 16, .gap = 8});
  ui::bodyStrong(row.title);
  ui::small(row.detail);
  if (row.readings.empty()) ui::small(tr::kReadByNobody);
  drawLines(tr::kWhoRead, row.readings);
  drawLines(tr::kPartOf, row.uses);
  const ui::ButtonStyle read{.icon = ui::Icon::Eye};
  if (row.readable && ui::button("read", tr::kReadAsTheyDo, read)) {
    frame.intents.push(model::ReadAsTheyDo{row.id});
  }
}

void drawAsTheySee(const model::PreviewModel& piece, const Frame& frame) {
  const ui::Region region("as-they-see", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  const ui::ButtonStyle back{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
  if (ui::button("back", tr::kBackToSeen, back)) frame.intents.push(model::BackToSeen{});
  ui::title(piece.title);
  ui::small(piece.byLine);
  ui::banner("exactly", tr::kAsTheyDoBody, {.attention = false, .icon = ui::Icon::Eye});
  for (std::size_t i = 0; i < piece.claims.size(); ++i) claimCard(i, piece.claims[i]);
}

}  // namespace

void drawSeen(const model::SeenModel& model, const Frame& frame) {
  const ui::Scope scope("seen");
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  if (model.piece) return drawAsTheySee(*model.piece, frame);
  const ui::Region region("list", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  const ui::ButtonStyle back{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
  if (ui::button("back", tr::kBackToStudies, back)) frame.intents.push(model::CloseSeen{});
  ui::title(tr::kWhatTheySee);
  ui::body(tr::kWhatTheySeeBody);
  ui::small(tr::kWhatAHubSees);
  if (!model.problem.empty()) ui::banner("problem", model.problem);
  if (model.rows.empty() && model.problem.empty() && !model.loading) ui::small(tr::kNothingSent);
  for (const model::SeenRow& row : model.rows) drawSeenPiece(row, frame);
}

}  // namespace app::view
