#include "sync/evidence/ledger.h"

#include <algorithm>
#include <array>

namespace syncing::evidence {

using journal::Result;

namespace {

constexpr std::array<const char*, 4> kExitNames = {"screen", "html", "csv", "command_line"};

Result<std::vector<ReleaseUse>> readUses(storage::Statement& select) {
  std::vector<ReleaseUse> uses;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return uses;
    const std::string way = select.text(2);
    const auto exit = std::find(kExitNames.begin(), kExitNames.end(), way) - kExitNames.begin();
    uses.push_back({static_cast<int>(select.integer(0)), timeFromMs(select.integer(1)),
                    static_cast<Exit>(exit % static_cast<std::ptrdiff_t>(kExitNames.size())),
                    static_cast<Audience>(select.integer(3)), select.text(4)});
  }
}

}  // namespace

std::string_view name(Exit exit) {
  return kExitNames[static_cast<std::size_t>(exit)];
}

Result<int> Ledger::lastNumber() {
  J_TRY(auto select, context_.prepare(R"sql(
    SELECT coalesce(max(number), 0)
    FROM release
    WHERE service_id = :service)sql"));
  J_TRY(const bool row, select.step());
  return row ? static_cast<int>(select.integer(0)) : 0;
}

Result<std::set<std::string>> Ledger::studiesOfLastUse() {
  J_TRY(auto select, context_.prepare(R"sql(
    SELECT case_study
    FROM use_piece
    WHERE service_id = :service
      AND seq = (SELECT max(seq) FROM release_use WHERE service_id = :service))sql"));
  std::set<std::string> found;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return found;
    found.insert(select.bytes(0));
  }
}

Result<void> Ledger::readBases(GateHistory& history) {
  J_TRY(auto figures, context_.prepare(R"sql(
    SELECT number, figure
    FROM release_figure
    WHERE service_id = :service AND has_basis = 1
    ORDER BY number, figure)sql"));
  std::map<std::pair<std::int64_t, std::string>, std::size_t> place;
  while (true) {
    J_TRY(const bool more, figures.step());
    if (!more) break;
    auto& bases = history.bases_[FigureId{figures.text(1)}];
    place[{figures.integer(0), figures.text(1)}] = bases.size();
    bases.emplace_back();
  }
  J_TRY(auto units, context_.prepare(R"sql(
    SELECT number, figure, contributor, unit
    FROM release_basis
    WHERE service_id = :service)sql"));
  while (true) {
    J_TRY(const bool more, units.step());
    if (!more) return {};
    const auto found = place.find({units.integer(0), units.text(1)});
    if (found == place.end()) continue;
    history.bases_[FigureId{units.text(1)}][found->second][units.text(2)].insert(units.text(3));
  }
}

Result<void> Ledger::readLast(GateHistory& history, int number) {
  J_TRY(auto select, context_.prepare(R"sql(
    SELECT figure, about, first_level, latest_level, low, high
    FROM release_figure
    WHERE service_id = :service AND number = :number)sql"));
  select.bind(":number", number);
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return {};
    FigureRecord record;
    record.id_ = FigureId{select.text(0)};
    if (!select.isNull(1)) record.about_ = static_cast<int>(select.integer(1));
    record.first_ = static_cast<int>(select.integer(2));
    record.latest_ = static_cast<int>(select.integer(3));
    record.low_ = static_cast<int>(select.integer(4));
    record.high_ = static_cast<int>(select.integer(5));
    history.last_[record.id_] = std::move(record);
  }
}

Result<GateHistory> Ledger::history(const std::set<std::string>& studiesNow) {
  GateHistory history;
  J_TRY(const int number, lastNumber());
  if (number == 0) return history;
  J_CHECK(readLast(history, number));
  J_CHECK(readBases(history));
  J_TRY(const auto before, studiesOfLastUse());
  history.onlyGrown_ =
      std::includes(studiesNow.begin(), studiesNow.end(), before.begin(), before.end());
  return history;
}

bool Ledger::isTheSame(const GateHistory& history, const std::vector<FigureRecord>& records) {
  return std::all_of(records.begin(), records.end(), [&](const FigureRecord& record) {
    const auto last = history.last_.find(record.id_);
    return last != history.last_.end() && !record.basis_ && last->second.about_ == record.about_ &&
           last->second.first_ == record.first_ && last->second.latest_ == record.latest_;
  });
}

Result<void> Ledger::insertRelease(int number, const std::vector<FigureRecord>& records) {
  J_TRY(auto release, context_.prepare(R"sql(
    INSERT INTO release (service_id, number, at_ms)
    VALUES (:service, :number, :at))sql"));
  J_CHECK(release.bind(":number", number).bind(":at", context_.nowMs()).run());
  for (const FigureRecord& record : records) {
    J_TRY(auto figure, context_.prepare(R"sql(
      INSERT INTO release_figure (service_id, number, figure, about, first_level, latest_level, low,
                                  high, has_basis)
      VALUES (:service, :number, :figure, :about, :first, :latest, :low, :high, :basis))sql"));
    figure.bind(":number", number).bind(":figure", record.id_.text);
    if (record.about_)
      figure.bind(":about", *record.about_);
    else
      figure.bindNull(":about");
    figure.bind(":first", record.first_).bind(":latest", record.latest_);
    figure.bind(":low", record.low_).bind(":high", record.high_);
    J_CHECK(figure.bind(":basis", record.basis_ ? 1 : 0).run());
    if (!record.basis_) continue;
    J_TRY(auto unit, context_.prepare(R"sql(
      INSERT INTO release_basis (service_id, number, figure, contributor, unit)
      VALUES (:service, :number, :figure, :contributor, :unit))sql"));
    for (const auto& [contributor, units] : *record.basis_) {
      for (const std::string& one : units) {
        unit.bindBytes(":service", context_.serviceId).bind(":number", number);
        unit.bind(":figure", record.id_.text).bind(":contributor", contributor);
        J_CHECK(unit.bind(":unit", one).run());
      }
    }
  }
  return {};
}

Result<void> Ledger::insertUse(int number, const ReleaseRequest& request,
                               const std::set<std::string>& studies) {
  J_TRY(auto last, context_.prepare(R"sql(
    SELECT coalesce(max(seq), 0)
    FROM release_use
    WHERE service_id = :service)sql"));
  J_TRY(const bool row, last.step());
  const std::int64_t seq = (row ? last.integer(0) : 0) + 1;
  J_TRY(auto use, context_.prepare(R"sql(
    INSERT INTO release_use (service_id, seq, number, at_ms, way_out, audience, by_name)
    VALUES (:service, :seq, :number, :at, :exit, :audience, :by))sql"));
  use.bind(":seq", seq).bind(":number", number).bind(":at", context_.nowMs());
  use.bind(":exit", name(request.exit)).bind(":audience", static_cast<int>(request.audience));
  J_CHECK(use.bind(":by", request.by).run());
  for (const std::string& study : studies) {
    J_TRY(auto piece, context_.prepare(R"sql(
      INSERT INTO use_piece (service_id, seq, case_study)
      VALUES (:service, :seq, :study))sql"));
    J_CHECK(piece.bind(":seq", seq).bindBytes(":study", study).run());
  }
  return {};
}

Result<int> Ledger::enter(const GateHistory& history, const std::vector<FigureRecord>& records,
                          const ReleaseRequest& request, const std::set<std::string>& studiesNow) {
  J_TRY(int number, lastNumber());
  if (number == 0 || !isTheSame(history, records)) {
    ++number;
    J_CHECK(insertRelease(number, records));
  }
  J_CHECK(insertUse(number, request, studiesNow));
  return number;
}

Result<void> Ledger::enterListed(int number, const std::set<EvidenceItemId>& items) {
  J_TRY(auto insert, context_.prepare(R"sql(
    INSERT INTO release_passage (service_id, number, item_id)
    VALUES (:service, :number, :item))sql"));
  for (const EvidenceItemId& item : items) {
    insert.bindBytes(":service", context_.serviceId).bind(":number", number);
    J_CHECK(insert.bindBytes(":item", idBytes(item)).run());
  }
  return {};
}

Result<std::set<EvidenceItemId>> Ledger::listedIn(int number) {
  J_TRY(auto select, context_.prepare(R"sql(
    SELECT item_id
    FROM release_passage
    WHERE service_id = :service AND number = :number)sql"));
  select.bind(":number", number);
  std::set<EvidenceItemId> items;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return items;
    items.insert(idFrom<EvidenceItemId>(select.bytes(0)));
  }
}

Result<std::vector<ReleaseUse>> Ledger::uses() {
  J_TRY(auto select, context_.prepare(R"sql(
    SELECT number, at_ms, way_out, audience, by_name
    FROM release_use
    WHERE service_id = :service
    ORDER BY seq)sql"));
  return readUses(select);
}

Result<std::vector<ReleaseUse>> Ledger::usesOf(const journal::CaseStudyId& study) {
  J_TRY(auto select, context_.prepare(R"sql(
    SELECT u.number, u.at_ms, u.way_out, u.audience, u.by_name
    FROM release_use u
    JOIN use_piece p ON p.service_id = u.service_id AND p.seq = u.seq
    WHERE u.service_id = :service AND p.case_study = :study
    ORDER BY u.seq)sql"));
  select.bindBytes(":study", idBytes(study));
  return readUses(select);
}

Result<std::optional<bool>> Ledger::wasShown(const FigureId& figure) {
  J_TRY(const int number, lastNumber());
  J_TRY(auto select, context_.prepare(R"sql(
    SELECT about
    FROM release_figure
    WHERE service_id = :service AND number = :number AND figure = :figure)sql"));
  select.bind(":number", number).bind(":figure", figure.text);
  J_TRY(const bool any, select.step());
  if (!any) return std::optional<bool>();
  return std::optional<bool>(!select.isNull(0));
}

}  // namespace syncing::evidence
