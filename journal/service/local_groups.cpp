// Sessions of reflection groups and formats of one's own, as they are read.

#include <algorithm>

#include "journal/service/newest_records.h"

namespace journal::service {
namespace {

template <class Wanted>
Result<std::vector<OwnFormat>> formatsThat(LocalJournal::Parts& parts, const Wanted& wanted) {
  J_TRY(auto records, newestRecords<store::OwnFormatPut>(parts, parts.projections.ownFormats));
  std::vector<OwnFormat> formats;
  for (store::OwnFormatPut& put : records) {
    if (wanted(put.own)) formats.push_back(std::move(put.own));
  }
  std::sort(formats.begin(), formats.end(), [](const OwnFormat& a, const OwnFormat& b) {
    return std::tie(a.format.name, a.id) < std::tie(b.format.name, b.id);
  });
  return formats;
}

}  // namespace

Result<std::vector<GroupSession>> LocalJournal::groupSessions() {
  J_TRY(auto records,
        newestRecords<store::GroupSessionPut>(*parts_, parts_->projections.groupSessions));
  std::vector<GroupSession> sessions;
  for (store::GroupSessionPut& put : records) {
    if (put.session.state != GroupSessionState::SetAside)
      sessions.push_back(std::move(put.session));
  }
  sessions = withRecordsJoined(std::move(sessions));
  std::sort(sessions.begin(), sessions.end(), [](const GroupSession& a, const GroupSession& b) {
    return std::tie(a.day, a.startsAt, a.id) < std::tie(b.day, b.startsAt, b.id);
  });
  return sessions;
}

Result<std::vector<OwnFormat>> LocalJournal::ownFormats() {
  return formatsThat(*parts_, [](const OwnFormat& own) { return !own.setAside; });
}

Result<std::vector<OwnFormat>> LocalJournal::formatsSetAside() {
  // One without a name was set aside before its words were kept.
  return formatsThat(*parts_,
                     [](const OwnFormat& own) { return own.setAside && !own.format.name.empty(); });
}

}  // namespace journal::service
