#include "journal/store/case_study_table.h"

#include "journal/crypto/hash.h"
#include "journal/store/record_codec.h"

namespace journal::store {

Result<std::optional<StoredCaseStudy>> CaseStudyTable::find(CaseStudyId id) {
  Query query = database_.query(
      "SELECT made_op, kind, title, author, about, step, agreement, made_at_ms "
      "FROM case_study WHERE id = :id");
  query.bind(id);
  J_TRY(const bool found, query.next());
  if (!found) return std::optional<StoredCaseStudy>();
  StoredCaseStudy stored;
  stored.madeOp = query.integer(0);
  CaseStudy& study = stored.study;
  study.id = id;
  study.kind = static_cast<CaseStudyKind>(query.integer(1));
  study.title = query.text(2);
  study.author = query.text(3);
  study.about = query.optionalId<NameId>(4);
  study.step = static_cast<ReviewStep>(query.integer(5));
  if (!query.isNull(6)) {
    J_TRY(study.agreement, decodeAgreement(query.blob(6)));
  }
  study.madeAt = UtcTime{std::chrono::milliseconds{query.integer(7)}};
  J_TRY(study.claims, claimsOf(id));
  Query events =
      database_.query("SELECT event FROM review_event WHERE study = :study ORDER BY place");
  events.bind(id);
  while (true) {
    J_TRY(const bool more, events.next());
    if (!more) break;
    J_TRY(auto event, decodeReviewEvent(events.blob(0)));
    study.trail.push_back(std::move(event));
  }
  return std::optional<StoredCaseStudy>(std::move(stored));
}

Result<std::vector<Claim>> CaseStudyTable::claimsOf(CaseStudyId id) {
  std::vector<Claim> claims;
  Query query = database_.query("SELECT id, text FROM claim WHERE study = :study ORDER BY place");
  query.bind(id);
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return claims;
    Claim claim;
    claim.id = query.id<ClaimId>(0);
    claim.text = query.text(1);
    Query links =
        database_.query("SELECT tag, quote FROM evidence_link WHERE claim = :claim ORDER BY place");
    links.bind(claim.id);
    while (true) {
      J_TRY(const bool another, links.next());
      if (!another) break;
      claim.evidence.push_back(EvidenceLink{links.id<TagId>(0), links.text(1)});
    }
    claims.push_back(std::move(claim));
  }
}

Result<std::vector<CaseStudySummary>> CaseStudyTable::list() {
  Query query = database_.query(
      "SELECT id, title, kind, step, (SELECT count(*) FROM claim WHERE study = case_study.id) "
      "FROM case_study ORDER BY title, id");
  std::vector<CaseStudySummary> rows;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return rows;
    CaseStudySummary row;
    row.id = query.id<CaseStudyId>(0);
    row.title = query.text(1);
    row.kind = static_cast<CaseStudyKind>(query.integer(2));
    row.step = static_cast<ReviewStep>(query.integer(3));
    row.claims = static_cast<std::size_t>(query.integer(4));
    rows.push_back(std::move(row));
  }
}

Result<std::optional<OpPosition>> CaseStudyTable::claimMadeBy(ClaimId id) {
  Query query = database_.query("SELECT made_op FROM claim WHERE id = :id");
  query.bind(id);
  return query.firstInteger();
}

Result<void> CaseStudyTable::insert(const CaseStudy& study, OpPosition madeBy) {
  Query query = database_.query(
      "INSERT INTO case_study (id, made_op, kind, title, author, about, step, agreement, "
      "made_at_ms) VALUES (:id, :made_op, :kind, :title, :author, :about, :step, :agreement, "
      ":made_at_ms)");
  query.bind(study.id)
      .bind(madeBy)
      .bind(static_cast<std::int64_t>(study.kind))
      .bind(study.title)
      .bind(study.author)
      .bind(study.about)
      .bind(static_cast<std::int64_t>(study.step));
  if (study.agreement) {
    query.bind(crypto::bytesOf(encodeAgreement(*study.agreement)));
  } else {
    query.bindNull();
  }
  J_CHECK(query.bind(std::int64_t{study.madeAt.time_since_epoch().count()}).run());
  for (const Claim& claim : study.claims) J_CHECK(putClaim(study.id, claim, madeBy));
  for (const ReviewEvent& event : study.trail) J_CHECK(addEvent(study.id, event));
  // The events above moved the step; the study as written says where it stands.
  return database_.query("UPDATE case_study SET step = :step WHERE id = :id")
      .bind(static_cast<std::int64_t>(study.step))
      .bind(study.id)
      .run();
}

Result<void> CaseStudyTable::setTitle(CaseStudyId id, const std::string& title) {
  return database_.query("UPDATE case_study SET title = :title WHERE id = :id")
      .bind(title)
      .bind(id)
      .run();
}

Result<void> CaseStudyTable::putClaim(CaseStudyId study, const Claim& claim, OpPosition madeBy) {
  J_CHECK(database_
              .query("INSERT INTO claim (study, place, id, made_op, text) "
                     "VALUES (:study, (SELECT coalesce(max(place), 0) + 1 FROM claim "
                     "WHERE study = :study), :id, :made_op, :text) "
                     "ON CONFLICT (id) DO UPDATE SET text = excluded.text")
              .bind(study)
              .bind(claim.id)
              .bind(madeBy)
              .bind(claim.text)
              .run());
  return setLinks(claim);
}

Result<void> CaseStudyTable::setLinks(const Claim& claim) {
  J_CHECK(database_.query("DELETE FROM evidence_link WHERE claim = :claim").bind(claim.id).run());
  std::int64_t place = 0;
  for (const EvidenceLink& link : claim.evidence) {
    J_CHECK(database_
                .query("INSERT INTO evidence_link (claim, place, tag, quote) "
                       "VALUES (:claim, :place, :tag, :quote)")
                .bind(claim.id)
                .bind(++place)
                .bind(link.tag)
                .bind(link.quoteWhenLinked)
                .run());
  }
  return {};
}

Result<void> CaseStudyTable::removeClaim(ClaimId id) {
  J_CHECK(database_.query("DELETE FROM evidence_link WHERE claim = :claim").bind(id).run());
  return database_.query("DELETE FROM claim WHERE id = :id").bind(id).run();
}

Result<void> CaseStudyTable::setAgreement(CaseStudyId id, const Agreement& agreement) {
  return database_.query("UPDATE case_study SET agreement = :agreement WHERE id = :id")
      .bind(crypto::bytesOf(encodeAgreement(agreement)))
      .bind(id)
      .run();
}

Result<void> CaseStudyTable::addEvent(CaseStudyId id, const ReviewEvent& event) {
  J_CHECK(database_
              .query("INSERT INTO review_event (study, place, event) "
                     "VALUES (:study, (SELECT coalesce(max(place), 0) + 1 FROM review_event "
                     "WHERE study = :study), :event)")
              .bind(id)
              .bind(crypto::bytesOf(encodeReviewEvent(event)))
              .run());
  return database_.query("UPDATE case_study SET step = :step WHERE id = :id")
      .bind(static_cast<std::int64_t>(event.to))
      .bind(id)
      .run();
}

Result<void> CaseStudyTable::setTrail(CaseStudyId id, const std::vector<ReviewEvent>& events) {
  J_CHECK(database_.query("DELETE FROM review_event WHERE study = :study").bind(id).run());
  for (const ReviewEvent& event : events) J_CHECK(addEvent(id, event));
  return {};
}

Result<void> CaseStudyTable::addDeparture(CaseStudyId id, const std::string& bytes, UtcTime at,
                                          OpPosition position) {
  return database_
      .query(
          "INSERT INTO departure (op, study, digest, at_ms) "
          "VALUES (:op, :study, :digest, :at_ms)")
      .bind(position)
      .bind(id)
      .bind(std::span<const std::uint8_t>(crypto::hash(crypto::bytesOf(bytes))))
      .bind(std::int64_t{at.time_since_epoch().count()})
      .run();
}

Result<std::vector<OpPosition>> CaseStudyTable::departures(CaseStudyId id) {
  Query query =
      database_.query("SELECT op FROM departure WHERE study = :study ORDER BY at_ms, op");
  query.bind(id);
  std::vector<OpPosition> found;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return found;
    found.push_back(query.integer(0));
  }
}

Result<bool> CaseStudyTable::hasDeparted(CaseStudyId id, const std::string& bytes) {
  Query query =
      database_.query("SELECT 1 FROM departure WHERE study = :study AND digest = :digest LIMIT 1");
  query.bind(id).bind(std::span<const std::uint8_t>(crypto::hash(crypto::bytesOf(bytes))));
  return query.next();
}

}  // namespace journal::store
