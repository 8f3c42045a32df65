#include "journal/store/projections.h"

#include "journal/store/erasing.h"
#include "journal/store/projector.h"

namespace journal::store {

Projections::Projections(const Made& from)
    : log(from.log),
      devices(from.devices),
      reflections(from.database, from.log),
      tags(from.database),
      names(from.database, from.namesKey),
      intentions(from.database),
      caseStudies(from.database),
      profiles(from.database),
      words(from.database),
      timetable(from.database),
      attachments(from.database, from.log),
      removals(from.database),
      erasures(from.database),
      prompts(from.database),
      permissions(from.database),
      frameworks(from.database),
      legalHolds(from.database),
      accesses(from.database, kAccessLog),
      groupSessions(from.database, kGroupSessions),
      ownFormats(from.database, kOwnFormats),
      blurs(from.database, kBlurs),
      heads(from.database),
      mergeTexts(from.reader.mergeTexts),
      texts(from.database, from.log, from.devices, from.reader.mergeTexts),
      places(from.log, from.devices, texts),
      disagreements(from.database),
      fullText(from.database, reflections, tags, names),
      indexes_(from.namesKey != nullptr),
      lastKind_(from.reader.lastKind) {}

Result<void> Projections::project(OpPosition position, const LogEntry& entry, const Record& record,
                                  const std::vector<OpPosition>& parents) {
  if (!std::holds_alternative<Erased>(record)) {
    J_TRY(const bool gone, erasures.holdsAny(subjectsOf(entry.entity, record)));
    if (gone) return {};
  }
  Projector projector(*this, position, entry, record, parents);
  return std::visit(projector, record);
}

void Projections::forget() {
  names.forget();
  fullText.forgetNew();
  erasures.forget();
  removals.forget();
}

Result<std::vector<OpPosition>> Projections::standing(const EntityId& entity, Field field,
                                                      std::optional<OpPosition> madeBy) {
  J_TRY(const auto present, heads.of(entity, field, madeBy));
  return withoutTwins(log, devices, present);
}

Result<void> Projections::touch(std::int64_t row) {
  if (!indexes_) return {};
  return fullText.touch(row);
}

Result<void> Projections::takeOut(std::int64_t row) {
  if (!indexes_) return {};
  return fullText.remove(row);
}

}  // namespace journal::store
