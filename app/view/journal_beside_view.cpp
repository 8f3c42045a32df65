#include <string>

#include "app/model/attached_words.h"
#include "app/model/differences_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/view/journal_parts.h"

namespace app::view {
namespace {

void drawActions(const model::BesideModel& model, const Frame& frame) {
  const ui::Row row(8, 40);
  if (model.binned) {
    if (ui::primaryButton("put-back", tr::kPutBack)) {
      frame.intents.push(model::PutBack{model.id});
      frame.intents.push(model::CloseBeside{});
    }
    return;
  }
  if (ui::primaryButton("open", tr::kOpenToWrite)) {
    frame.intents.push(model::OpenReflection{model.id});
  }
  const std::string_view versions = model.showVersions ? tr::kHideVersions : tr::kVersions;
  if (ui::button("versions", versions, {.icon = ui::Icon::History})) {
    frame.intents.push(model::ShowVersions{!model.showVersions});
  }
  if (ui::quietButton("bin", tr::kMoveToBin, model.heldLine)) {
    frame.intents.push(model::MoveToBin{});
  }
}

void drawVersions(const model::BesideModel& model, const Frame& frame) {
  const ui::Card card("history", {.padX = 10, .padY = 8, .gap = 0});
  const ui::FocusGroup group;
  for (std::size_t i = 0; i < model.versions.size(); ++i) {
    const model::VersionRow& version = model.versions[i];
    ui::ListRowModel row;
    row.title = version.when;
    row.subtitle = version.words;
    row.chosen = version.chosen;
    if (ui::listRow(ui::key("version", i), row)) frame.intents.push(model::ChooseVersion{i});
  }
}

void drawWords(const model::BesideModel& model) {
  for (std::size_t i = 0; i < model.blocks.size(); ++i) {
    const model::BesideBlock& block = model.blocks[i];
    if (block.prompt) {
      ui::space(6);
      ui::prompt(block.runs.front().text);
    } else {
      ui::snippet(ui::key("block", i), runsOf(block.runs), ui::Type::Read);
    }
  }
}

void drawChips(const model::BesideModel& model) {
  if (model.chips.empty()) return;
  const ui::Row row(8);
  for (std::size_t i = 0; i < model.chips.size(); ++i) {
    const model::ResultChip& chip = model.chips[i];
    ui::domainChip(ui::key("tag", i), domainOf(chip.domain), chip.label);
  }
}

void drawWordedThen(const model::BesideModel& model) {
  for (const std::string& line : model.wordedThen) ui::small(line);
}

}  // namespace

void drawBeside(const model::BesideModel& model, ui::Rect rect, const Frame& frame) {
  ui::fillRect({rect.x, rect.y, rect.w + 40, rect.h + 40}, ui::Token::Paper, 16);
  const ui::Region region("beside", rect, {.padX = 28, .padY = 18, .gap = 10, .scroll = true});
  if (ui::shortcut({ui::Key::Escape})) frame.intents.push(model::CloseBeside{});
  {
    ui::Row row(12, 40);
    if (ui::iconButton("close", ui::Icon::ArrowLeft, tr::kBackToJournal)) {
      frame.intents.push(model::CloseBeside{});
    }
    ui::text(model.title, {.type = ui::Type::Heading, .oneLine = true, .role = "heading"});
  }
  ui::small(model.detail);
  if (!model.writtenWith.empty()) ui::small(model.writtenWith);
  if (!model.heldLine.empty()) ui::banner("held", model.heldLine);
  if (model.differs &&
      ui::banner("differs", tr::kTwoDevicesSafe,
                 {.attention = false, .icon = ui::Icon::Laptop, .action = tr::kSideBySide})) {
    frame.intents.push(model::OpenDifferences{model.id});
  }
  drawActions(model, frame);
  if (model.showVersions) drawVersions(model, frame);
  if (model.older) {
    ui::banner("older", tr::kOlderWords, {.attention = false, .icon = ui::Icon::History});
    if (ui::primaryButton("restore", tr::kRestoreVersion, model.heldLine)) {
      frame.intents.push(model::RestoreVersion{});
    }
  }
  drawWords(model);
  if (!model.attached.empty()) ui::small(std::string(tr::kKeptWithIt) + model.attached);
  drawChips(model);
  drawWordedThen(model);
}

void drawReturned(const model::ReturnModel& model, const Frame& frame) {
  const ui::Card card("returned", {.fill = ui::Token::Tint2, .padX = 20, .padY = 12, .gap = 2});
  {
    const ui::Row row(8, 32);
    ui::text(model.heading, {.type = ui::Type::Read, .role = "heading"});
  }
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const model::ResultRow& row = model.rows[i];
    if (ui::article(ui::key("row", row.id.hex()), articleOf(row, i + 1 == model.rows.size()))) {
      frame.intents.push(model::OpenBeside{row.id});
    }
  }
  const ui::Row row(8, 32);
  if (ui::button("put-away", tr::kPutAway, {.kind = ui::ButtonKind::Quiet, .small = true})) {
    frame.intents.push(model::PutReturnAway{false});
  }
  if (ui::button("quiet", tr::kQuietUntil, {.kind = ui::ButtonKind::Quiet, .small = true})) {
    frame.intents.push(model::PutReturnAway{true});
  }
}

}  // namespace app::view
