#include "journal/store/erasing.h"

#include <algorithm>
#include <functional>
#include <map>

#include "journal/store/op_log.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

/// Whether an entry of this kind says in its value what it hangs on, beside its entity.
bool hangsOnMore(std::uint16_t kind) {
  static const std::set<std::uint16_t> kKinds{
      kindOf(TagPut{}),         kindOf(TagRemoved{}),    kindOf(IntentionPut{}),
      kindOf(ClaimPut{}),       kindOf(ClaimRemoved{}),  kindOf(PermissionRecorded{}),
      kindOf(AttachmentPart{}), kindOf(AttachmentPut{}), kindOf(AttachmentRemoved{})};
  return kKinds.contains(kind);
}

void addLinks(const Claim& claim, std::set<EntityId>& tags) {
  for (const EvidenceLink& link : claim.evidence) tags.insert(entityOf(link.tag));
}

struct About {
  OpPosition position = 0;
  EntityId entity;
  crypto::Digest hash{};
};

Result<void> leaveHash(Database& database, const About& one) {
  J_CHECK(database.query("UPDATE op_log SET entry = :entry WHERE position = :position")
              .bind(std::span<const std::uint8_t>(one.hash))
              .bind(one.position)
              .run());
  // Of a tag that was taken out before, too; not of one that goes on with another reflection.
  J_CHECK(database.query("DELETE FROM field_head WHERE entity = :entity AND op = :op")
              .bind(one.entity)
              .bind(one.position)
              .run());
  // That one stands on its putting alone now, which needs no row (field_heads.h).
  return database
      .query(
          "DELETE FROM field_head WHERE entity = :entity "
          "AND op IN (SELECT made_op FROM tag WHERE id = :entity) "
          "AND (SELECT count(*) FROM field_head WHERE entity = :entity) = 1")
      .bind(one.entity)
      .run();
}

/// Leaves only the hashes of the entries about something of which `isErased` says so.
Result<void> eraseAbout(
    Database& database, const Projections& reader,
    const std::function<Result<bool>(const std::vector<EntityId>& subjects)>& isErased) {
  std::vector<About> about;
  J_CHECK(forEachEntry(
      database, {},
      [&](OpPosition position, const LogEntry& entry, std::string_view raw) -> Result<void> {
        if (entry.field == Field::Erasure) return {};
        J_TRY(const bool erased, isErased(subjectsOf(entry, reader)));
        if (erased) {
          about.push_back({position, entry.entity, crypto::hash(crypto::bytesOf(raw))});
        }
        return {};
      }));
  for (const About& one : about) J_CHECK(leaveHash(database, one));
  return {};
}

}  // namespace

std::vector<EntityId> subjectsOf(const EntityId& entity, const Record& record) {
  std::vector<EntityId> subjects{entity};
  if (const auto* put = std::get_if<TagPut>(&record)) {
    subjects.push_back(entityOf(put->tag.reflection));
  } else if (const auto* removed = std::get_if<TagRemoved>(&record)) {
    subjects.push_back(entityOf(removed->reflection));
  } else if (const auto* meant = std::get_if<IntentionPut>(&record)) {
    if (meant->intention.from) subjects.push_back(entityOf(*meant->intention.from));
  } else if (const auto* claim = std::get_if<ClaimPut>(&record)) {
    subjects.push_back(entityOf(claim->study));
  } else if (const auto* dropped = std::get_if<ClaimRemoved>(&record)) {
    subjects.push_back(entityOf(dropped->study));
  } else if (const auto* answered = std::get_if<PermissionRecorded>(&record)) {
    subjects.push_back(entityOf(answered->permission.youngPerson));
  } else if (const auto* part = std::get_if<AttachmentPart>(&record)) {
    subjects.push_back(entityOf(part->reflection));
  } else if (const auto* attached = std::get_if<AttachmentPut>(&record)) {
    subjects.push_back(entityOf(attached->attachment.reflection));
  } else if (const auto* detached = std::get_if<AttachmentRemoved>(&record)) {
    subjects.push_back(entityOf(detached->reflection));
  }
  return subjects;
}

std::vector<EntityId> subjectsOf(const LogEntry& entry, const Projections& reader) {
  if (!hangsOnMore(entry.kind) || !reader.knows(entry.kind)) return {entry.entity};
  const auto record = decodeRecord(entry.kind, entry.value);
  return record.ok() ? subjectsOf(entry.entity, record.value())
                     : std::vector<EntityId>{entry.entity};
}

Result<void> eraseEntries(Database& database, const Projections& reader,
                          const std::set<EntityId>& gone) {
  J_CHECK(eraseAbout(database, reader, [&](const std::vector<EntityId>& subjects) {
    return Result<bool>(std::any_of(subjects.begin(), subjects.end(),
                                    [&](const EntityId& one) { return gone.contains(one); }));
  }));
  for (const EntityId& one : gone) {
    J_CHECK(
        database.query("DELETE FROM merged_text WHERE reflection = :reflection").bind(one).run());
  }
  return {};
}

Result<void> eraseAgain(Database& database, Projections& projections) {
  J_TRY(const bool any, projections.erasures.any());
  if (!any) return {};
  return eraseAbout(database, projections, [&](const std::vector<EntityId>& subjects) {
    return projections.erasures.holdsAny(subjects);
  });
}

Result<std::set<EntityId>> studiesQuoting(Database& database,
                                          const std::set<EntityId>& reflections) {
  std::set<EntityId> tags;
  std::map<EntityId, std::set<EntityId>> links;  // by case study
  J_CHECK(forEachEntry(
      database, {}, [&](OpPosition, const LogEntry& entry, std::string_view) -> Result<void> {
        if (!hangsOnMore(entry.kind) && entry.kind != kindOf(CaseStudyStarted{})) return {};
        const auto record = decodeRecord(entry.kind, entry.value);
        if (!record.ok()) return {};
        if (const auto* put = std::get_if<TagPut>(&record.value())) {
          if (reflections.contains(entityOf(put->tag.reflection))) tags.insert(entry.entity);
        } else if (const auto* claim = std::get_if<ClaimPut>(&record.value())) {
          addLinks(claim->claim, links[entityOf(claim->study)]);
        } else if (const auto* started = std::get_if<CaseStudyStarted>(&record.value())) {
          for (const Claim& one : started->study.claims) addLinks(one, links[entry.entity]);
        }
        return {};
      }));
  std::set<EntityId> quoting;
  for (const auto& [study, linked] : links) {
    if (std::any_of(linked.begin(), linked.end(),
                    [&](const EntityId& tag) { return tags.contains(tag); })) {
      quoting.insert(study);
    }
  }
  return quoting;
}

}  // namespace journal::store
