#include "sync/evidence/item_rows.h"

#include <set>

#include "sync/evidence/audit_chain.h"
#include "sync/wire/digest.h"

namespace syncing::evidence {

using journal::CaseStudyId;
using journal::Result;
using journal::Submission;

namespace {

/// Covers what a withdrawal erases; the chain covers this digest, so it survives the erasing.
std::string contentDigest(const EvidenceItem& item) {
  const auto& passage = item.passage;
  return wire::digest({item.claim, passage.text, passage.youngPersonCode,
                       passage.level ? std::to_string(*passage.level) : "", passage.ageBand,
                       passage.instrumentFamily});
}

std::string chained(const EvidenceItem& item, std::int32_t agreedUntilDay,
                    std::string_view content) {
  const auto& passage = item.passage;
  return wire::digest({idBytes(item.id), idBytes(item.caseStudy), item.author,
                       std::to_string(item.useLevel), std::to_string(agreedUntilDay),
                       passage.indicator, journal::name(passage.direction),
                       journal::name(passage.voice), passage.setting, passage.term,
                       std::to_string(passage.order), content});
}

Result<EvidenceItemId> newItemId(const Context& context) {
  J_TRY(auto select, context.database.prepare("SELECT randomblob(16)"));
  J_TRY(const bool row, select.step());
  return idFrom<EvidenceItemId>(row ? select.bytes(0) : std::string());
}

Result<void> insertItem(const Context& context, const EvidenceItem& item, std::int32_t until) {
  const auto& passage = item.passage;
  const std::string content = contentDigest(item);
  J_TRY(const ChainSlot slot, extendChain(context, Chain::Items, chained(item, until, content)));
  J_TRY(auto insert, context.prepare(R"sql(
    INSERT INTO evidence_item (service_id, seq, item_id, case_study, author, use_level,
                               agreed_until_day, claim, words, indicator, level, direction, voice,
                               setting, term, week, code, age_band, instrument_family,
                               content_digest, hash)
    VALUES (:service, :seq, :item, :study, :author, :use, :until, :claim, :words, :indicator, :level,
            :direction, :voice, :setting, :term, :week, :code, :age, :family, :content, :hash))sql"));
  insert.bind(":seq", slot.seq).bindBytes(":item", idBytes(item.id));
  insert.bindBytes(":study", idBytes(item.caseStudy)).bind(":author", item.author);
  insert.bind(":use", item.useLevel).bind(":until", until).bind(":claim", item.claim);
  insert.bind(":words", passage.text).bind(":indicator", passage.indicator);
  if (passage.level)
    insert.bind(":level", *passage.level);
  else
    insert.bindNull(":level");
  insert.bind(":direction", journal::name(passage.direction));
  insert.bind(":voice", journal::name(passage.voice)).bind(":setting", passage.setting);
  insert.bind(":term", passage.term).bind(":week", passage.order);
  insert.bind(":code", passage.youngPersonCode).bind(":age", passage.ageBand);
  insert.bind(":family", passage.instrumentFamily).bind(":content", content);
  return insert.bind(":hash", slot.hash).run();
}

constexpr const char* kSelectItems = R"sql(
    SELECT seq, item_id, case_study, author, use_level, agreed_until_day, claim, words, indicator,
           level, direction, voice, setting, term, week, code, age_band, instrument_family,
           content_digest, pulled, hash
    FROM evidence_item
    WHERE service_id = :service
    ORDER BY seq)sql";
constexpr int kUntilColumn = 5;
constexpr int kContentColumn = 18;
constexpr int kPulledColumn = 19;
constexpr int kHashColumn = 20;

/// nullopt for a row we would never have written.
std::optional<EvidenceItem> itemFrom(const storage::Statement& row) {
  const auto direction = journal::parseDirection(row.text(10));
  const auto voice = journal::parseVoice(row.text(11));
  const std::string id = row.bytes(1);
  const std::string study = row.bytes(2);
  if (!direction || !voice || id.size() != 16 || study.size() != 16) return std::nullopt;
  EvidenceItem item;
  item.id = idFrom<EvidenceItemId>(id);
  item.caseStudy = caseStudyFrom(study);
  item.author = row.text(3);
  item.useLevel = static_cast<int>(row.integer(4));
  item.claim = row.text(6);
  item.passage.text = row.text(7);
  item.passage.indicator = row.text(8);
  if (!row.isNull(9)) item.passage.level = static_cast<int>(row.integer(9));
  item.passage.direction = *direction;
  item.passage.voice = *voice;
  item.passage.setting = row.text(12);
  item.passage.term = row.text(13);
  item.passage.order = static_cast<std::int32_t>(row.integer(14));
  item.passage.youngPersonCode = row.text(15);
  item.passage.ageBand = row.text(16);
  item.passage.instrumentFamily = row.text(17);
  return item;
}

/// Case studies of a step, or with items in force, as bytes.
Result<std::set<std::string>> studies(const Context& context, std::string_view sql) {
  J_TRY(auto select, context.prepare(sql));
  std::set<std::string> found;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return found;
    found.insert(select.bytes(0));
  }
}

Result<void> checkChain(const Context& context) {
  J_TRY(auto select, context.prepare(kSelectItems));
  return followChain(context, Chain::Items, select, kHashColumn,
                     [](const storage::Statement& row) -> std::optional<std::string> {
                       const auto item = itemFrom(row);
                       if (!item) return std::nullopt;
                       const std::string content = row.text(kContentColumn);
                       const bool inForce = row.integer(kPulledColumn) == 0;
                       if (inForce && contentDigest(*item) != content) return std::nullopt;
                       const auto until = static_cast<std::int32_t>(row.integer(kUntilColumn));
                       return chained(*item, until, content);
                     });
}

}  // namespace

Result<void> insertItems(const Context& context, const Submission& submission) {
  std::set<std::string> entered;
  for (const journal::SubmittedClaim& claim : submission.claims) {
    for (const journal::SubmittedPassage& passage : claim.passages) {
      EvidenceItem item;
      item.caseStudy = submission.caseStudy;
      item.author = submission.author;
      item.useLevel = submission.useLevel;
      item.claim = claim.text;
      item.passage = passage;
      if (!entered.insert(item.unit()).second) continue;
      J_TRY(item.id, newItemId(context));
      J_CHECK(insertItem(context, item, journal::dayNumber(submission.agreedUntil)));
    }
  }
  return {};
}

Result<std::size_t> pullItems(const Context& context, const CaseStudyId& study) {
  J_TRY(auto count, context.prepare(R"sql(
    SELECT count(*)
    FROM evidence_item
    WHERE service_id = :service AND case_study = :study AND pulled = 0)sql"));
  count.bindBytes(":study", idBytes(study));
  J_TRY(const bool row, count.step());
  const auto pulled = static_cast<std::size_t>(row ? count.integer(0) : 0);
  J_TRY(auto update, context.prepare(R"sql(
    UPDATE evidence_item
    SET pulled = 1, claim = '', words = '', code = '', level = NULL, age_band = '',
        instrument_family = ''
    WHERE service_id = :service AND case_study = :study)sql"));
  J_CHECK(update.bindBytes(":study", idBytes(study)).run());
  return pulled;
}

Result<std::vector<EvidenceItem>> itemsInForce(const Context& context) {
  J_TRY(auto select, context.prepare(kSelectItems));
  std::vector<EvidenceItem> items;
  const std::int32_t today = context.today();
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return items;
    auto item = itemFrom(select);
    if (!item) return chainBroken(Chain::Items, select.integer(0));
    if (select.integer(kPulledColumn) == 0 && select.integer(kUntilColumn) >= today)
      items.push_back(std::move(*item));
  }
}

Result<void> checkItems(const Context& context) {
  J_CHECK(checkChain(context));
  J_TRY(const auto approved, studies(context, R"sql(
    SELECT case_study
    FROM piece
    WHERE service_id = :service AND step = 'approved')sql"));
  J_TRY(const auto inForce, studies(context, R"sql(
    SELECT DISTINCT case_study
    FROM evidence_item
    WHERE service_id = :service AND pulled = 0)sql"));
  J_TRY(const auto pulled, studies(context, R"sql(
    SELECT DISTINCT case_study
    FROM evidence_item
    WHERE service_id = :service AND pulled <> 0)sql"));
  // `pulled` is outside the chain, because it changes; the reviews, which are in one, say what it
  // must be.
  for (const std::string& study : inForce)
    if (approved.count(study) == 0) return chainBroken(Chain::Items, 0);
  for (const std::string& study : pulled)
    if (approved.count(study) != 0) return chainBroken(Chain::Items, 0);
  return {};
}

}  // namespace syncing::evidence
