#include "journal/store/timetable_table.h"

namespace journal::store {

namespace {

/// Everything but the id, in the order of the columns.
Query& bindWhatItSays(Query& query, const TimetableSlot& slot) {
  std::optional<std::int64_t> day;
  if (slot.on) day = dayNumber(*slot.on);
  return query.bind(day)
      .bind(std::int64_t{slot.weekday})
      .bind(static_cast<std::int64_t>(slot.startsAt.count()))
      .bind(static_cast<std::int64_t>(slot.length.count()))
      .bind(static_cast<std::int64_t>(slot.setting))
      .bind(slot.title)
      .bind(slot.instrument)
      .bind(slot.place);
}

}  // namespace

Result<void> TimetableTable::put(const TimetableSlot& slot, OpPosition madeBy) {
  Query query = database_.query(
      "INSERT INTO timetable_slot (id, made_op, day, weekday, starts_at_min, length_min, "
      "setting, title, instrument, place) "
      "VALUES (:id, :made_op, :day, :weekday, :starts_at_min, :length_min, :setting, :title, "
      ":instrument, :place) "
      "ON CONFLICT (id) DO UPDATE SET day = excluded.day, weekday = excluded.weekday, "
      "starts_at_min = excluded.starts_at_min, length_min = excluded.length_min, "
      "setting = excluded.setting, title = excluded.title, "
      "instrument = excluded.instrument, place = excluded.place");
  query.bind(slot.id).bind(madeBy);
  return bindWhatItSays(query, slot).run();
}

Result<void> TimetableTable::remove(SlotId id) {
  return database_.query("DELETE FROM timetable_slot WHERE id = :id").bind(id).run();
}

Result<std::optional<OpPosition>> TimetableTable::madeBy(SlotId id) {
  Query query = database_.query("SELECT made_op FROM timetable_slot WHERE id = :id");
  query.bind(id);
  return query.firstInteger();
}

Result<std::vector<SlotId>> TimetableTable::alike(const TimetableSlot& slot) {
  std::vector<SlotId> ids;
  Query query = database_.query(
      "SELECT id FROM timetable_slot WHERE day IS :day AND weekday = :weekday "
      "AND starts_at_min = :starts_at_min AND length_min = :length_min AND setting = :setting "
      "AND title = :title AND instrument = :instrument AND place = :place");
  bindWhatItSays(query, slot);
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return ids;
    ids.push_back(query.id<SlotId>(0));
  }
}

Result<std::vector<TimetableSlot>> TimetableTable::all() {
  std::vector<TimetableSlot> slots;
  Query query = database_.query(
      "SELECT id, day, weekday, starts_at_min, length_min, setting, title, instrument, place "
      "FROM timetable_slot "
      "ORDER BY day IS NOT NULL, day, weekday, starts_at_min, title, id");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return slots;
    TimetableSlot slot;
    slot.id = query.id<SlotId>(0);
    if (!query.isNull(1)) slot.on = dateFromDayNumber(static_cast<std::int32_t>(query.integer(1)));
    slot.weekday = static_cast<std::uint8_t>(query.integer(2));
    slot.startsAt = std::chrono::minutes{query.integer(3)};
    slot.length = std::chrono::minutes{query.integer(4)};
    slot.setting = static_cast<Setting>(query.integer(5));
    slot.title = query.text(6);
    slot.instrument = query.text(7);
    slot.place = query.text(8);
    slots.push_back(std::move(slot));
  }
}

}  // namespace journal::store
