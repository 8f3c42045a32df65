#include "sync/evidence/listing.h"

#include <algorithm>
#include <map>

namespace syncing::evidence {

std::set<EvidenceItemId> chooseListed(const std::vector<EvidenceItem>& items,
                                      const std::set<EvidenceItemId>& listedBefore,
                                      const ShownTables& tables, const DisclosureGate& gate) {
  std::map<FigureId, int> room;
  const auto roomIn = [&](const FigureId& figure) -> int& {
    const auto known = room.find(figure);
    if (known != room.end()) return known->second;
    const ShownFigure* shown = tables.find(figure);
    return room[figure] = shown != nullptr ? gate.leastBehind(*shown) : 0;
  };
  auto inOrder = items;
  std::stable_partition(inOrder.begin(), inOrder.end(),
                        [&](const EvidenceItem& item) { return listedBefore.count(item.id) != 0; });
  std::set<EvidenceItemId> chosen;
  std::set<std::string> seen;
  for (const EvidenceItem& item : inOrder) {
    const auto code = journal::IndicatorCode::parse(item.passage.indicator);
    if (!code || !item.passage.level) continue;
    int& cell = roomIn(coverageFigure(sessionKindOf(item.passage.setting), code->outcomeCode()));
    int& voice = roomIn(voicesFigure(code->domainCode(), item.passage.voice));
    if (cell <= 0 || voice <= 0 || !seen.insert(item.unit()).second) continue;
    --cell;
    --voice;
    chosen.insert(item.id);
  }
  return chosen;
}

}  // namespace syncing::evidence
