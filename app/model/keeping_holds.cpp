#include "app/model/keeping_holds.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/your_data_words.h"

namespace app::model {

using journal::LegalHold;
using journal::Result;

namespace {

LegalHoldRow holdRow(const LegalHold& hold, const std::vector<journal::KnownName>& names) {
  LegalHoldRow row;
  row.id = hold.id;
  row.stands = !hold.ended;
  row.title = hold.about ? "What is about " + codeNameOf(names, *hold.about)
                         : std::string(tr::kWholeJournal);
  row.detail = "Since " + dayMonthYear(hold.since) + ": " + hold.reason + ".";
  if (hold.ended) {
    row.detail += " Lifted " + dayMonthYear(hold.ended->on) + ": " + hold.ended->reason;
  }
  return row;
}

}  // namespace

Result<LegalHold> legalHoldFrom(const LegalHoldUi& ui, journal::LocalDate today) {
  LegalHold hold;
  if (nothingTyped(ui.reason)) return notYet(tr::kSayHoldReason);
  hold.reason = ui.reason;
  const auto since = journal::parseDate(ui.since);
  if (!since) return notYet(tr::kDateLike);
  if (*since > today) return notYet(tr::kHoldNotToCome);
  hold.since = *since;
  if (!ui.about.empty()) hold.about = journal::NameId::fromHex(ui.about);
  return hold;
}

Result<journal::LegalHoldEnd> legalHoldEndFrom(const LegalHoldUi& ui, journal::LocalDate today) {
  if (nothingTyped(ui.liftReason)) return notYet(tr::kSayLiftReason);
  const auto day = journal::parseDate(ui.liftedOn);
  if (!day) return notYet(tr::kDateLike);
  if (*day > today) return notYet(tr::kLiftNotToCome);
  return journal::LegalHoldEnd{*day, ui.liftReason};
}

std::vector<LegalHoldRow> buildLegalHolds(const std::vector<LegalHold>& holds,
                                          const std::vector<journal::KnownName>& names) {
  std::vector<LegalHoldRow> rows;
  rows.reserve(holds.size());
  for (const LegalHold& hold : holds) rows.push_back(holdRow(hold, names));
  std::stable_partition(rows.begin(), rows.end(), [](const auto& row) { return row.stands; });
  return rows;
}

void KeepingHolds::handle(const LegalHoldIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void KeepingHolds::load() {
  query<std::vector<LegalHold>>(
      context_, [](journal::service::Journal& open) { return open.legalHolds(); },
      [this](Result<std::vector<LegalHold>> holds) {
        if (holds.ok()) holds_ = std::move(holds).value();
      });
}

void KeepingHolds::on(const AddLegalHold&) {
  close();
  adding_ = true;
  context_.state.ui.settings.keeping.legalHold.since = journal::isoDate(context_.today());
}

void KeepingHolds::on(const AskToLift& intent) {
  close();
  lifting_ = intent.hold;
  context_.state.ui.settings.keeping.legalHold.liftedOn = journal::isoDate(context_.today());
}

void KeepingHolds::on(const LeaveLegalHold&) {
  close();
}

void KeepingHolds::apply(const journal::service::Op& op, std::string_view said) {
  if (working_) return;
  working_ = true;
  applyOps(context_, {op}, [this, said = std::string(said)](const Result<void>& done) {
    working_ = false;
    if (!done.ok()) return context_.say(done.error());
    close();
    load();
    context_.say(said);
  });
}

void KeepingHolds::on(const PutLegalHoldOn&) {
  auto hold = legalHoldFrom(context_.state.ui.settings.keeping.legalHold, context_.today());
  if (!adding_ || !hold.ok()) return;
  hold->id = journal::LegalHoldId::random(context_.random);
  apply(journal::service::PutLegalHold{*hold}, tr::kHoldIsOn);
}

void KeepingHolds::on(const LiftIt&) {
  const auto end = legalHoldEndFrom(context_.state.ui.settings.keeping.legalHold, context_.today());
  if (!lifting_ || !end.ok()) return;
  apply(journal::service::LiftLegalHold{*lifting_, *end}, tr::kHoldIsLifted);
}

void KeepingHolds::refresh(LegalHoldsModel& model) const {
  const LegalHoldUi& ui = context_.state.ui.settings.keeping.legalHold;
  model.rows = buildLegalHolds(holds_, context_.names);
  model.adding = adding_;
  model.working = working_;
  const auto hold = legalHoldFrom(ui, context_.today());
  if (!hold.ok()) model.putNotYet = hold.error().advice;
  const auto end = legalHoldEndFrom(ui, context_.today());
  if (!end.ok()) model.liftNotYet = end.error().advice;
  for (LegalHoldRow& row : model.rows) row.lifting = row.stands && row.id == lifting_;
}

std::string KeepingHolds::line() const {
  const auto standing = static_cast<std::size_t>(std::count_if(
      holds_.begin(), holds_.end(), [](const LegalHold& hold) { return !hold.ended; }));
  if (standing == 0) return std::string(tr::kNoHoldStands);
  return counted(standing, "stands. What is under it stays.", "stand. What is under them stays.");
}

void KeepingHolds::close() {
  adding_ = false;
  lifting_.reset();
  LegalHoldUi& ui = context_.state.ui.settings.keeping.legalHold;
  wipe(ui.reason);
  wipe(ui.liftReason);
  ui = LegalHoldUi();
}

void KeepingHolds::forget() {
  close();
  holds_.clear();
  working_ = false;
}

}  // namespace app::model
