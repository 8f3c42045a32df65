#include <string>
#include <vector>

#include "app/model/held_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/journal_parts.h"

// Entries on safeguarding hold, inside the card of "Worried about someone?".

namespace app::view {
namespace {

void drawHeldRows(const std::vector<model::HeldRow>& rows, model::Intents& intents) {
  const ui::FocusGroup group;
  for (const model::HeldRow& row : rows) {
    if (ui::listRow(ui::key("entry", row.id.hex()), row.title, row.detail)) {
      intents.push(model::ReadHeld{row.id});
    }
  }
}

void drawReceiptForm(const model::HeldPage& page, const std::vector<std::string>& roles,
                     model::HeldUi& state, model::Intents& intents) {
  ui::small(tr::kReceiptBody);
  std::vector<ui::Option> options;
  options.reserve(roles.size());
  for (const std::string& role : roles) options.push_back({role, role});
  if (options.empty())
    ui::textField("role", tr::kReceivedBy, state.role);
  else
    ui::dropdown("role", options, state.role,
                 {.label = tr::kReceivedBy, .placeholder = tr::kSayReceiver});
  {
    ui::Columns columns({ui::share(), ui::share()}, 16);
    columns.next();
    ui::textField("date", tr::kDate, state.date);
    columns.next();
    ui::textField("time", tr::kTime, state.time);
  }
  if (ui::secondaryButton("record", tr::kRecordReceipt, page.receiptNotYet)) {
    intents.push(model::KeepReceipt{});
  }
}

void drawReceipt(const model::HeldPage& page, const std::vector<std::string>& roles,
                 model::HeldUi& state, model::Intents& intents) {
  ui::bodyStrong(tr::kStepReceived);
  if (page.askReceipt) return drawReceiptForm(page, roles, state, intents);
  ui::text(page.received, {.type = ui::Type::Read});
  if (ui::quietButton("correct", tr::kCorrectReceipt)) intents.push(model::CorrectReceipt{});
}

void drawWish(const model::HeldPage& page, model::Intents& intents) {
  using journal::DslWish;
  ui::bodyStrong(tr::kStepWish);
  const ui::FocusGroup group;
  const auto choice = [&](std::string_view key, std::string_view words, DslWish wish) {
    if (ui::radio(key, words, page.wish == wish, page.wishNotYet)) {
      intents.push(model::KeepWish{wish});
    }
  };
  choice("keep", tr::kWishKeep, DslWish::KeepOnHold);
  choice("remove", tr::kWishRemove, DslWish::Remove);
}

void drawRemoval(const model::HeldPage& page, model::Intents& intents) {
  if (!page.sure) {
    if (ui::secondaryButton("remove-entry", tr::kRemoveHeld, page.removeNotYet)) {
      intents.push(model::RemoveHeldEntry{});
    }
    return;
  }
  ui::banner("asked", tr::kRemoveAsk);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("leave", tr::kRemoveNot)) intents.push(model::KeepHeldEntry{});
  if (ui::dangerButton("sure", tr::kRemoveSure)) intents.push(model::RemoveHeldEntry{true});
}

void drawHeldWords(const model::HeldPage& page) {
  const ui::Card words("words", {.fill = ui::Token::Sunken, .padX = 16, .padY = 12});
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const model::BesideBlock& block = page.blocks[i];
    if (block.prompt)
      ui::prompt(block.runs.front().text);
    else
      ui::snippet(ui::key("block", i), runsOf(block.runs), ui::Type::Read);
  }
}

}  // namespace

void drawHeldList(const model::HeldModel& model, model::Intents& intents) {
  ui::small(tr::kHeldAbout);
  if (model.entries.empty()) ui::bodyStrong(tr::kNoneHeld);
  drawHeldRows(model.entries, intents);
  if (!model.lines.empty()) {
    ui::hairline(4, 4);
    ui::bodyStrong(tr::kKeptLines);
    drawHeldRows(model.lines, intents);
  }
  if (!model.removed.empty()) {
    ui::hairline(4, 4);
    ui::bodyStrong(tr::kRemovedEntries);
    for (const std::string& removal : model.removed) ui::small(removal);
  }
  if (ui::button("back", tr::kBack, {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft})) {
    intents.push(model::BackToWorried{});
  }
}

void drawHeldPage(const model::HeldPage& page, const std::vector<std::string>& roles,
                  model::HeldUi& state, model::Intents& intents) {
  if (ui::button("back", tr::kBackToHeld,
                 {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft})) {
    intents.push(model::CloseHeldPage{});
  }
  ui::heading(page.title);
  ui::small(page.written);
  ui::small(page.isLine ? tr::kLineStays : tr::kReadOnly);
  drawHeldWords(page);
  if (page.isLine) return;
  ui::hairline(4, 4);
  drawReceipt(page, roles, state, intents);
  ui::space(6);
  drawWish(page, intents);
  ui::space(6);
  drawRemoval(page, intents);
}

}  // namespace app::view
