#include "sync/evidence/audit_chain.h"

#include "sync/wire/digest.h"

namespace syncing::evidence {

using journal::CaseStudyId;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::ReviewEvent;

namespace {

std::string_view name(Chain chain) {
  if (chain == Chain::Reviews) return "reviews";
  if (chain == Chain::Themes) return "themes";
  return chain == Chain::Items ? "items" : "readings";
}

std::string contentOf(const CaseStudyId& study, std::int64_t atMs, const ReviewEvent& event) {
  return wire::digest({idBytes(study), std::to_string(atMs), event.by, journal::name(event.role),
                       journal::name(event.action), journal::name(event.from),
                       journal::name(event.to), event.reason});
}

/// Columns at_ms .. reason of a review_event row, starting at `at`. nullopt for words we never
/// write.
std::optional<ReviewEvent> eventFrom(const storage::Statement& row, int at) {
  const auto role = journal::parseRole(row.text(at + 2));
  const auto action = journal::parseReviewAction(row.text(at + 3));
  const auto from = journal::parseReviewStep(row.text(at + 4));
  const auto to = journal::parseReviewStep(row.text(at + 5));
  if (!role || !action || !from || !to) return std::nullopt;
  return ReviewEvent{
      timeFromMs(row.integer(at)), row.text(at + 1), *role, *action, *from, *to, row.text(at + 6)};
}

std::string chainHash(Chain chain, std::int64_t seq, std::string_view before,
                      std::string_view content) {
  return wire::digest({name(chain), std::to_string(seq), before, content});
}

}  // namespace

Error chainBroken(Chain chain, std::int64_t seq) {
  return Error{
      ErrorCode::Corrupt,
      "chain of " + std::string(name(chain)) + " broken at row " + std::to_string(seq),
      "Something in the evidence store is not as it was written. Nothing has been changed. "
      "Keep a copy of the folder and restore the latest backup."};
}

Result<ChainSlot> extendChain(const Context& context, Chain chain, std::string_view content) {
  J_TRY(auto read, context.prepare(R"sql(
    SELECT rows, hash
    FROM chain_head
    WHERE service_id = :service AND chain = :chain)sql"));
  read.bind(":chain", name(chain));
  J_TRY(const bool any, read.step());
  ChainSlot slot;
  std::string before;
  if (any) {
    slot.seq = read.integer(0) + 1;
    before = read.text(1);
  }
  slot.hash = chainHash(chain, slot.seq, before, content);
  J_TRY(auto write, context.prepare(R"sql(
    INSERT INTO chain_head (service_id, chain, rows, hash)
    VALUES (:service, :chain, :rows, :hash)
    ON CONFLICT (service_id, chain) DO UPDATE SET rows = :rows, hash = :hash)sql"));
  J_CHECK(write.bind(":chain", name(chain)).bind(":rows", slot.seq).bind(":hash", slot.hash).run());
  return slot;
}

Result<void> appendReview(const Context& context, const CaseStudyId& study,
                          const ReviewEvent& event) {
  const std::int64_t atMs = event.at.time_since_epoch().count();
  J_TRY(const ChainSlot slot, extendChain(context, Chain::Reviews, contentOf(study, atMs, event)));
  J_TRY(auto insert, context.prepare(R"sql(
    INSERT INTO review_event (service_id, seq, case_study, at_ms, by_name, role, action, from_step,
                              to_step, reason, hash)
    VALUES (:service, :seq, :study, :at, :by, :role, :action, :from, :to, :reason, :hash))sql"));
  insert.bind(":seq", slot.seq).bindBytes(":study", idBytes(study)).bind(":at", atMs);
  insert.bind(":by", event.by).bind(":role", journal::name(event.role));
  insert.bind(":action", journal::name(event.action)).bind(":from", journal::name(event.from));
  insert.bind(":to", journal::name(event.to)).bind(":reason", event.reason);
  return insert.bind(":hash", slot.hash).run();
}

Result<std::vector<ReviewEvent>> reviewsOf(const Context& context, const CaseStudyId& study) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT seq, at_ms, by_name, role, action, from_step, to_step, reason
    FROM review_event
    WHERE service_id = :service AND case_study = :study
    ORDER BY seq)sql"));
  select.bindBytes(":study", idBytes(study));
  std::vector<ReviewEvent> events;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return events;
    const auto event = eventFrom(select, 1);
    if (!event) return chainBroken(Chain::Reviews, select.integer(0));
    events.push_back(*event);
  }
}

namespace {
Result<void> checkHead(const Context& context, Chain chain, std::int64_t rows,
                       const std::string& hash) {
  J_TRY(auto read, context.prepare(R"sql(
    SELECT rows, hash
    FROM chain_head
    WHERE service_id = :service AND chain = :chain)sql"));
  read.bind(":chain", name(chain));
  J_TRY(const bool any, read.step());
  const bool whole = any ? read.integer(0) == rows && read.text(1) == hash : rows == 0;
  if (!whole) return chainBroken(chain, rows + 1);
  return {};
}
}  // namespace

Result<void> followChain(const Context& context, Chain chain, storage::Statement& rows,
                         int hashColumn, const ChainContent& content) {
  std::int64_t row = 0;
  std::string before;
  while (true) {
    J_TRY(const bool more, rows.step());
    if (!more) break;
    ++row;
    const auto covered = content(rows);
    if (!covered || rows.integer(0) != row) return chainBroken(chain, row);
    if (rows.text(hashColumn) != chainHash(chain, row, before, *covered)) {
      return chainBroken(chain, row);
    }
    before = rows.text(hashColumn);
  }
  return checkHead(context, chain, row, before);
}

Result<void> checkReviews(const Context& context) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT seq, case_study, hash, at_ms, by_name, role, action, from_step, to_step, reason
    FROM review_event
    WHERE service_id = :service
    ORDER BY seq)sql"));
  return followChain(context, Chain::Reviews, select, 2,
                     [](const storage::Statement& row) -> std::optional<std::string> {
                       const auto event = eventFrom(row, 3);
                       if (!event) return std::nullopt;
                       return contentOf(caseStudyFrom(row.bytes(1)), row.integer(3), *event);
                     });
}

}  // namespace syncing::evidence
