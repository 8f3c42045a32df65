// Figures and the words behind them: the second half of EvidenceStore.
#include <algorithm>
#include <set>
#include <utility>

#include "sync/evidence/disclosure_gate.h"
#include "sync/evidence/evidence_store.h"
#include "sync/evidence/item_rows.h"
#include "sync/evidence/ledger.h"
#include "sync/evidence/store_impl.h"

namespace syncing::evidence {

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

/// What a listed passage may say besides its words: a kind of session or a voice is left out where
/// the table keeps that count back, because the list could be counted instead.
class PassageContext {
 public:
  PassageContext(Ledger& ledger, const Framework& framework)
      : ledger_(ledger), framework_(framework) {}

  Result<OpenedPassage> describe(const EvidenceItem& item) {
    OpenedPassage passage{item.passage.text, "", item.passage.term, ""};
    const auto code = journal::IndicatorCode::parse(item.passage.indicator);
    if (!code || framework_.find(*code) == nullptr) return passage;
    const SessionKind kind = sessionKindOf(item.passage.setting);
    J_TRY(const bool kindShown, shown(coverageFigure(kind, code->outcomeCode())));
    if (kindShown) passage.setting = title(kind);
    J_TRY(const bool voiceShown, shown(voicesFigure(code->domainCode(), item.passage.voice)));
    if (voiceShown) passage.voice = title(item.passage.voice);
    return passage;
  }

 private:
  Result<bool> shown(const FigureId& figure) {
    const auto known = known_.find(figure);
    if (known != known_.end()) return known->second;
    J_TRY(const auto was, ledger_.wasShown(figure));
    return known_[figure] = was.value_or(false);
  }

  Ledger& ledger_;
  const Framework& framework_;
  std::map<FigureId, bool> known_;
};

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
    J_TRY(release.number, ledger.enter(history, outcome.records, request, studies));
    release.at = context.clock.now();
    release.tables = std::move(outcome.tables);
    return {};
  });
  J_CHECK(done);
  return release;
}

Result<OpenedFigure> EvidenceStore::open(const FigureId& figure, const Framework& framework,
                                         const Reader& reader, Audience audience) {
  const Context& context = impl_->context;
  Ledger ledger(context);
  J_TRY(const auto wasShown, ledger.wasShown(figure));
  if (!wasShown)
    return Error{ErrorCode::NotFound, "no such figure",
                 "No table that has been given out has this figure."};
  J_TRY(const auto all, itemsInForce(context));
  auto items = itemsBehind(figure, all, framework);
  const auto outOfReach = [&](const EvidenceItem& item) { return !reaches(item, audience); };
  items.erase(std::remove_if(items.begin(), items.end(), outOfReach), items.end());

  std::set<std::string> people;
  for (const EvidenceItem& item : items) people.insert(item.contributor());
  GateSettings settings;
  settings.threshold = impl_->threshold;
  OpenedFigure opened{figure, {}, false};
  if (!*wasShown || !DisclosureGate(settings).enoughPeople(people)) {
    const auto others = [&](const EvidenceItem& item) { return item.author != reader.name; };
    items.erase(std::remove_if(items.begin(), items.end(), others), items.end());
    if (items.empty()) return keptBack();
    opened.onlyOwn = true;
  }
  // By digest: neither who wrote them, nor when, nor which belong together can be read off.
  std::sort(items.begin(), items.end(),
            [](const EvidenceItem& a, const EvidenceItem& b) { return a.unit() < b.unit(); });
  PassageContext about(ledger, framework);
  for (const EvidenceItem& item : items) {
    J_TRY(auto passage, about.describe(item));
    opened.passages.push_back(std::move(passage));
  }
  return opened;
}

Result<std::vector<ReleaseUse>> EvidenceStore::uses() {
  return Ledger(impl_->context).uses();
}

}  // namespace syncing::evidence
