// Figures and the words behind them: the second half of EvidenceStore.
#include <algorithm>
#include <set>
#include <utility>

#include "sync/evidence/disclosure_gate.h"
#include "sync/evidence/evidence_store.h"
#include "sync/evidence/item_rows.h"
#include "sync/evidence/ledger.h"
#include "sync/evidence/listing.h"
#include "sync/evidence/piece_rows.h"
#include "sync/evidence/readings.h"
#include "sync/evidence/store_impl.h"

namespace syncing::evidence {

using journal::CaseStudyId;
using journal::Error;
using journal::ErrorCode;
using journal::Framework;
using journal::Result;

namespace {

std::set<std::string> studiesIn(const std::vector<EvidenceItem>& items) {
  std::set<std::string> studies;
  for (const EvidenceItem& item : items) studies.insert(std::string(idBytes(item.caseStudy)));
  return studies;
}

OpenedPassage describe(const EvidenceItem& item) {
  return {item.passage.text, std::string(title(sessionKindOf(item.passage.setting))),
          item.passage.term, std::string(title(item.passage.voice))};
}

Error keptBack() {
  return Error{ErrorCode::Conflict, "figure kept back",
               "Too few young people stand behind this to show their words. It may open when there "
               "are more."};
}

bool reaches(const EvidenceItem& item, Audience audience) {
  return item.useLevel >= static_cast<int>(audience);
}

}  // namespace

Result<Release> EvidenceStore::release(const Framework& framework, const ReleaseRequest& request) {
  const Context& context = impl_->context;
  Release release;
  const auto done = context.database.transaction([&]() -> Result<void> {
    J_TRY(const auto items, itemsInForce(context));
    const auto studies = studiesIn(items);
    Ledger ledger(context);
    J_TRY(const GateHistory history, ledger.history(studies));
    GateSettings settings;
    settings.threshold = impl_->threshold;
    const DisclosureGate gate(settings);
    GateOutcome outcome = gate.show(TrueTables::of(items, framework), history, framework);
    J_TRY(const int before, ledger.lastNumber());
    J_TRY(release.number, ledger.enter(history, outcome.records, request, studies));
    if (release.number != before) {
      J_TRY(const auto listedBefore, ledger.listedIn(before));
      J_CHECK(ledger.enterListed(release.number,
                                 chooseListed(items, listedBefore, outcome.tables, gate)));
    }
    release.at = context.clock.now();
    release.tables = std::move(outcome.tables);
    return {};
  });
  if (!done.ok()) return done.error();
  return release;
}

namespace {
/// That words of others are shown, before they are.
Result<void> noteShown(const Context& context, const std::vector<EvidenceItem>& items,
                       const Reader& reader) {
  std::set<CaseStudyId> studies;
  for (const EvidenceItem& item : items) {
    if (item.author != reader.name) studies.insert(item.caseStudy);
  }
  return context.database.transaction([&]() -> Result<void> {
    for (const CaseStudyId& study : studies) {
      J_TRY(const PieceRow piece, needPiece(context, study));
      J_CHECK(noteReading(context, study, piece.version, reader, Reading::What::Passages));
    }
    return {};
  });
}
}  // namespace

Result<OpenedFigure> EvidenceStore::open(const FigureId& figure, const Framework& framework,
                                         const Reader& reader, Audience audience) {
  const Context& context = impl_->context;
  Ledger ledger(context);
  J_TRY(const auto wasShown, ledger.wasShown(figure));
  if (!wasShown)
    return Error{ErrorCode::NotFound, "no such figure",
                 "No table that has been given out has this figure."};
  J_TRY(const auto all, itemsInForce(context));
  J_TRY(const int number, ledger.lastNumber());
  J_TRY(const auto listed, ledger.listedIn(number));
  std::vector<EvidenceItem> own;
  std::vector<EvidenceItem> others;
  std::set<std::string> people;
  for (const EvidenceItem& item : itemsBehind(figure, all, framework)) {
    if (!reaches(item, audience)) continue;
    if (item.author == reader.name) own.push_back(item);
    if (listed.count(item.id) == 0) continue;
    people.insert(item.contributor());
    if (item.author != reader.name) others.push_back(item);
  }
  GateSettings settings;
  settings.threshold = impl_->threshold;
  OpenedFigure opened{figure, {}, false};
  opened.onlyOwn = !*wasShown || !DisclosureGate(settings).enoughPeople(people);
  if (opened.onlyOwn && own.empty()) return keptBack();
  auto& items = own;
  if (!opened.onlyOwn) items.insert(items.end(), others.begin(), others.end());
  J_CHECK(noteShown(context, items, reader));
  // By digest: neither who wrote them, nor when, nor which belong together can be read off.
  std::sort(items.begin(), items.end(),
            [](const EvidenceItem& a, const EvidenceItem& b) { return a.unit() < b.unit(); });
  for (const EvidenceItem& item : items) opened.passages.push_back(describe(item));
  return opened;
}

Result<std::vector<ReleaseUse>> EvidenceStore::uses() {
  return Ledger(impl_->context).uses();
}

}  // namespace syncing::evidence
