// Learning plans, the timetable, kept words, prompt sets and frameworks, as they are read.

#include "journal/service/journal_parts.h"

namespace journal::service {

Result<Profile> LocalJournal::profile(NameId youngPerson) {
  return parts_->projections.profiles.of(youngPerson);
}

Result<std::vector<Profile>> LocalJournal::profiles() {
  J_TRY(const auto everybody, parts_->projections.profiles.everybody());
  std::vector<Profile> profiles;
  for (const NameId id : everybody) {
    J_TRY(auto profile, parts_->projections.profiles.of(id));
    profiles.push_back(std::move(profile));
  }
  return profiles;
}

Result<std::vector<ProfileVersion>> LocalJournal::profileVersions(NameId youngPerson) {
  std::vector<ProfileVersion> versions;
  J_TRY(const auto newest, parts_->projections.profiles.setBy(youngPerson));
  if (!newest) return versions;
  J_CHECK(parts_->walkBack({*newest}, [&](const auto& entry, const auto& record) {
    const auto* put = std::get_if<store::ProfilePut>(&record);
    if (put == nullptr) return false;  // the entry that made the name: the first plan's parent
    versions.push_back(
        {entry.id, UtcTime{std::chrono::milliseconds{entry.stamp.wallMs}}, put->profile});
    return true;
  }));
  return versions;
}

Result<std::vector<KeptWord>> LocalJournal::keptWords() {
  return parts_->projections.words.all();
}

Result<std::vector<TimetableSlot>> LocalJournal::timetable() {
  return parts_->projections.timetable.all();
}

Result<std::vector<Permission>> LocalJournal::permissions(NameId youngPerson) {
  return parts_->projections.permissions.of(youngPerson);
}

Result<std::vector<Permission>> LocalJournal::allPermissions() {
  return parts_->projections.permissions.all();
}

Result<OwnPrompts> LocalJournal::ownPrompts() {
  return parts_->projections.prompts.all();
}

Result<OwnFrameworks> LocalJournal::ownFrameworks() {
  return parts_->projections.frameworks.all();
}

}  // namespace journal::service
