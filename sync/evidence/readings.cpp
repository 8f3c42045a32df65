#include "sync/evidence/readings.h"

#include <optional>

#include "sync/evidence/audit_chain.h"
#include "sync/wire/digest.h"

namespace syncing::evidence {

using journal::CaseStudyId;
using journal::Result;

namespace {

std::string_view name(Reading::What what) {
  return what == Reading::What::Whole ? "whole" : "passages";
}

std::string readingContent(const CaseStudyId& study, std::int64_t atMs, const Reading& reading) {
  return wire::digest({idBytes(study), std::to_string(atMs), std::to_string(reading.version),
                       reading.by, journal::name(reading.role), name(reading.what)});
}

/// Columns at_ms, version, by_name, role, what, starting at `at`. nullopt for words we never write.
std::optional<Reading> readingFrom(const storage::Statement& row, int at) {
  const auto role = journal::parseRole(row.text(at + 3));
  const std::string what = row.text(at + 4);
  if (!role || (what != "whole" && what != "passages")) return std::nullopt;
  return Reading{timeFromMs(row.integer(at)), row.text(at + 2), *role,
                 static_cast<int>(row.integer(at + 1)),
                 what == "whole" ? Reading::What::Whole : Reading::What::Passages};
}

Result<bool> isNotedToday(const Context& context, const CaseStudyId& study,
                          const Reading& reading) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT 1
    FROM reading
    WHERE service_id = :service AND case_study = :study AND version = :version
      AND by_name = :by AND role = :role AND what = :what AND day = :day)sql"));
  select.bindBytes(":study", idBytes(study)).bind(":version", reading.version);
  select.bind(":by", reading.by).bind(":role", journal::name(reading.role));
  select.bind(":what", name(reading.what)).bind(":day", context.today());
  return select.step();
}

}  // namespace

Result<void> noteReading(const Context& context, const CaseStudyId& study, int version,
                         const Reader& reader, Reading::What what) {
  const std::int64_t nowMs = context.nowMs();
  const Reading reading{timeFromMs(nowMs), reader.name, reader.role, version, what};
  J_TRY(const bool noted, isNotedToday(context, study, reading));
  if (noted) return {};
  J_TRY(const ChainSlot slot,
        extendChain(context, Chain::Readings, readingContent(study, nowMs, reading)));
  J_TRY(auto insert, context.prepare(R"sql(
    INSERT INTO reading (service_id, seq, case_study, at_ms, day, version, by_name, role, what,
                         hash)
    VALUES (:service, :seq, :study, :at, :day, :version, :by, :role, :what, :hash))sql"));
  insert.bind(":seq", slot.seq).bindBytes(":study", idBytes(study)).bind(":at", nowMs);
  insert.bind(":day", context.today()).bind(":version", version).bind(":by", reading.by);
  insert.bind(":role", journal::name(reading.role)).bind(":what", name(what));
  return insert.bind(":hash", slot.hash).run();
}

Result<std::vector<Reading>> readingsOf(const Context& context, const CaseStudyId& study) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT seq, at_ms, version, by_name, role, what
    FROM reading
    WHERE service_id = :service AND case_study = :study
    ORDER BY seq)sql"));
  select.bindBytes(":study", idBytes(study));
  std::vector<Reading> readings;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return readings;
    const auto reading = readingFrom(select, 1);
    if (!reading) return chainBroken(Chain::Readings, select.integer(0));
    readings.push_back(*reading);
  }
}

Result<void> checkReadings(const Context& context) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT seq, case_study, hash, at_ms, version, by_name, role, what
    FROM reading
    WHERE service_id = :service
    ORDER BY seq)sql"));
  return followChain(context, Chain::Readings, select, 2,
                     [](const storage::Statement& row) -> std::optional<std::string> {
                       const auto reading = readingFrom(row, 3);
                       if (!reading) return std::nullopt;
                       return readingContent(caseStudyFrom(row.bytes(1)), row.integer(3), *reading);
                     });
}

}  // namespace syncing::evidence
