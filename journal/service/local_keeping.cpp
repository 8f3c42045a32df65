// Legal holds, the log of searches, and what left, as they are read.

#include <algorithm>

#include "journal/service/newest_records.h"

namespace journal::service {

Result<std::vector<LegalHold>> LocalJournal::legalHolds() {
  return parts_->projections.legalHolds.all();
}

Result<std::vector<AccessRecord>> LocalJournal::accessLog() {
  J_TRY(auto records,
        newestRecords<store::AccessRecorded>(*parts_, parts_->projections.accesses));
  std::vector<AccessRecord> log;
  for (store::AccessRecorded& recorded : records) log.push_back(std::move(recorded.access));
  std::sort(log.begin(), log.end(), [](const AccessRecord& a, const AccessRecord& b) {
    return a.at != b.at ? a.at > b.at : a.id < b.id;
  });
  return log;
}

Result<std::vector<Departure>> LocalJournal::departures(CaseStudyId id) {
  J_TRY(const auto positions, parts_->projections.caseStudies.departures(id));
  std::vector<Departure> departures;
  for (const store::OpPosition position : positions) {
    J_TRY(const auto entry, store::readEntry(*parts_->database, position));
    J_TRY(auto record, store::decodeRecord(entry.kind, entry.value));
    if (auto* recorded = std::get_if<store::DepartureRecorded>(&record)) {
      departures.push_back({recorded->at, std::move(recorded->bytes)});
    }
  }
  return departures;
}

}  // namespace journal::service
