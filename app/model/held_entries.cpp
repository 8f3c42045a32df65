#include "app/model/held_entries.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/build_beside.h"
#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/held_words.h"

namespace app::model {

using journal::Result;

namespace {

struct HeldAnswer {
  std::vector<journal::HeldEntry> entries;
  std::vector<journal::Removal> removals;
};

std::string receiptWords(const journal::Receipt& receipt) {
  return receipt.role + ", " + dayAndMonth(receipt.on) + ", " + timeOfDay(receipt.at);
}

std::string sinceWords(const journal::HeldEntry& entry, std::chrono::minutes offset) {
  return std::string(tr::kOnHoldSince) + whenWords(entry.since, offset);
}

HeldRow heldRow(const journal::HeldEntry& entry, std::chrono::minutes offset) {
  HeldRow row{entry.id, dayMonthYear(entry.date), {}};
  if (entry.isLine) {
    row.detail = tr::kKeptLine;
  } else {
    row.title += ", " + lowerFirst(std::string(journal::title(entry.setting)));
    row.detail = sinceWords(entry, offset);
  }
  return row;
}

HeldPage heldPage(const HeldInputs& inputs, const HeldUi& ui,
                  const std::vector<journal::KnownName>& names) {
  const journal::HeldEntry& entry = *inputs.reading;
  HeldPage page;
  page.title = heldRow(entry, inputs.utcOffset).title;
  page.isLine = entry.isLine;
  page.written = std::string(tr::kWrittenOn) + whenWords(entry.writtenAt, inputs.utcOffset) + ". " +
                 sinceWords(entry, inputs.utcOffset) + ".";
  if (inputs.words != nullptr) page.blocks = readBlocks(inputs.words->text, names);
  const journal::HoldSteps& steps = entry.steps;
  if (steps.received) page.received = receiptWords(*steps.received);
  page.askReceipt = !steps.received || inputs.correcting;
  const auto typed = receiptFrom(ui);
  if (!typed.ok()) page.receiptNotYet = typed.error().advice;
  if (!steps.received) page.wishNotYet = tr::kReceiptFirst;
  page.wish = steps.wish;
  const auto removable = journal::requireRemovable(steps);
  if (!removable.ok()) page.removeNotYet = removable.error().advice;
  page.sure = inputs.sure && removable.ok();
  return page;
}

}  // namespace

Result<journal::Receipt> receiptFrom(const HeldUi& ui) {
  if (nothingTyped(ui.role)) return notYet(tr::kSayReceiver);
  const auto date = journal::parseDate(ui.date);
  if (!date) return notYet(tr::kDateLike);
  const auto time = parseTimeOfDay(ui.time);
  if (!time) return notYet(tr::kTimeLikeNeeded);
  return journal::Receipt{ui.role, *date, *time};
}

HeldModel buildHeld(const HeldInputs& inputs, const HeldUi& ui,
                    const std::vector<journal::KnownName>& names) {
  HeldModel model;
  for (const journal::HeldEntry& entry : inputs.entries) {
    (entry.isLine ? model.lines : model.entries).push_back(heldRow(entry, inputs.utcOffset));
  }
  for (const journal::Removal& removal : inputs.removals) {
    model.removed.push_back("Removed " + whenWords(removal.at, inputs.utcOffset) +
                            ". Received by: " + receiptWords(removal.received) + ".");
  }
  if (inputs.reading != nullptr) model.page = heldPage(inputs, ui, names);
  return model;
}

void HeldEntries::handle(const HeldIntent& intent) {
  if (!context_.open) return;
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void HeldEntries::load() {
  query<HeldAnswer>(
      context_,
      [](journal::service::Journal& journal) -> Result<HeldAnswer> {
        HeldAnswer answer;
        J_TRY(answer.entries, journal.held());
        J_TRY(answer.removals, journal.removals());
        return answer;
      },
      [this](Result<HeldAnswer> answer) {
        if (!answer.ok()) return context_.say(answer.error());
        entries_ = std::move(answer->entries);
        removals_ = std::move(answer->removals);
      });
}

const journal::HeldEntry* HeldEntries::entry() const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [this](const auto& one) { return one.id == reading_; });
  return found == entries_.end() ? nullptr : &*found;
}

void HeldEntries::on(const OpenHeld&) {
  on(CloseHeldPage{});
  load();
}

void HeldEntries::on(const ReadHeld& intent) {
  on(CloseHeldPage{});
  reading_ = intent.reflection;
  askReceipt();
  query<journal::Reflection>(
      context_,
      [id = intent.reflection](journal::service::Journal& journal) {
        return journal.reflection(id);
      },
      [this, id = intent.reflection](Result<journal::Reflection> read) {
        if (!read.ok()) return context_.say(read.error());
        if (reading_ == id) words_ = std::move(read).value();
      });
}

void HeldEntries::on(const CloseHeldPage&) {
  if (words_) wipe(words_->text);
  words_.reset();
  reading_.reset();
  correcting_ = sure_ = false;
}

void HeldEntries::askReceipt() {
  HeldUi& ui = context_.state.ui.worried.held;
  ui.role.clear();
  ui.date = journal::isoDate(context_.today());
  ui.time = timeOfDay(context_.timeNow());
}

void HeldEntries::on(const CorrectReceipt&) {
  const journal::HeldEntry* of = entry();
  if (of == nullptr || !of->steps.received) return;
  correcting_ = true;
  HeldUi& ui = context_.state.ui.worried.held;
  ui = {of->steps.received->role, journal::isoDate(of->steps.received->on),
        timeOfDay(of->steps.received->at)};
}

void HeldEntries::apply(const journal::service::Op& op, std::function<void()> done) {
  applyOps(context_, {op}, [this, done = std::move(done)](const Result<void>& outcome) {
    if (!outcome.ok()) return context_.say(outcome.error());
    done();
    load();
  });
}

void HeldEntries::on(const KeepReceipt&) {
  const auto receipt = receiptFrom(context_.state.ui.worried.held);
  if (!reading_ || !receipt.ok()) return;
  apply(journal::service::RecordReceipt{*reading_, *receipt}, [this] {
    correcting_ = false;
    context_.say(std::string(tr::kReceiptKept));
  });
}

void HeldEntries::on(const KeepWish& intent) {
  if (!reading_) return;
  sure_ = false;
  apply(journal::service::RecordWish{*reading_, intent.wish},
        [this] { context_.say(std::string(tr::kWishKept)); });
}

void HeldEntries::on(const RemoveHeldEntry& intent) {
  sure_ = true;
  if (!reading_ || !intent.sure) return;
  apply(journal::service::RemoveHeld{*reading_}, [this] {
    on(CloseHeldPage{});
    context_.say(std::string(tr::kHeldRemoved));
  });
}

void HeldEntries::on(const KeepHeldEntry&) {
  sure_ = false;
}

void HeldEntries::refresh(HeldModel& model) const {
  const HeldInputs inputs{entries_,
                          removals_,
                          entry(),
                          words_ ? &*words_ : nullptr,
                          correcting_,
                          sure_,
                          context_.clock.utcOffset(context_.clock.now())};
  model = buildHeld(inputs, context_.state.ui.worried.held, context_.names);
}

void HeldEntries::forget() {
  on(CloseHeldPage{});
  entries_.clear();
  removals_.clear();
}

}  // namespace app::model
