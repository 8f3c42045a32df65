#include "journal/service/local_journal.h"

#include <limits>
#include <set>
#include <tuple>

#include "journal/domain/safeguarding.h"
#include "journal/service/journal_parts.h"
#include "journal/service/upgrade.h"
#include "journal/store/rebuild.h"
#include "journal/store/record_codec.h"
#include "journal/store/row_number.h"
#include "journal/text/text_merge.h"

namespace journal::service {
namespace {

store::MergedWords mergedBySentence(std::string_view base, std::string_view ours,
                                    std::string_view theirs) {
  text::TextMerge merged = text::mergeTexts(base, ours, theirs);
  return {std::move(merged.text), !merged.clashes.empty()};
}

store::Reader readerIn(const Surroundings& surroundings) {
  store::Reader reader;
  reader.mergeTexts =
      surroundings.mergeTexts == nullptr ? mergedBySentence : surroundings.mergeTexts;
  if (surroundings.lastKind != 0) reader.lastKind = surroundings.lastKind;
  return reader;
}

}  // namespace

LocalJournal::Parts::Parts(const Surroundings& surroundings, std::unique_ptr<vault::Vault> opened,
                           std::unique_ptr<store::Database> connection,
                           std::unique_ptr<store::OpLog> entries)
    : clock(surroundings.clock),
      random(surroundings.random),
      vault(std::move(opened)),
      namesKey(vault->subKey(crypto::SubKey::Names)),
      database(std::move(connection)),
      log(std::move(entries)),
      reader(readerIn(surroundings)),
      projections(
          store::Projections::Made{*database, *database, log->devices(), reader, &namesKey}) {}

Result<const NameMatcher*> LocalJournal::Parts::matcher() {
  if (!matcher_) {
    J_TRY(const auto* names, projections.names.all());
    matcher_.emplace(*names);
  }
  return static_cast<const NameMatcher*>(&*matcher_);
}

void LocalJournal::Parts::undone() {
  log->rolledBack();
  projections.forget();
  matcher_.reset();
}

Result<store::StoredReflection> LocalJournal::Parts::stored(ReflectionId id) {
  J_TRY(auto found, projections.reflections.find(id));
  if (!found) return Error{ErrorCode::NotFound, "reflection " + id.hex()};
  return std::move(*found);
}

Result<ReflectionRow> LocalJournal::Parts::rowOf(store::StoredReflection stored) {
  ReflectionRow row;
  row.id = stored.reflection.id;
  row.state = stored.reflection.state;
  row.lesson = std::move(stored.reflection.lesson);
  row.excerpt = std::move(stored.excerpt);
  J_TRY(row.attached, projections.attachments.any(row.id));
  if (!mayBeUsed(stored.reflection)) return row;
  J_TRY(auto marks, projections.tags.marksOf(stored.row));
  for (store::TagMark& mark : marks) {
    row.tags.push_back({std::move(mark.indicator), mark.level, mark.youngPerson});
  }
  return row;
}

Result<std::optional<Tag>> LocalJournal::Parts::usableTag(TagId id) {
  J_TRY(auto found, projections.tags.find(id));
  if (!found) return std::optional<Tag>();
  J_TRY(const auto reflection, projections.reflections.atRow(found->row));
  if (!reflection || !mayBeUsed(reflection->reflection)) return std::optional<Tag>();
  return std::optional<Tag>(std::move(found->tag));
}

// Opening ----------------------------------------------------------------------------------------

LocalJournal::LocalJournal(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LocalJournal::~LocalJournal() = default;

Result<std::unique_ptr<LocalJournal>> LocalJournal::open(std::unique_ptr<vault::Vault> vault,
                                                         const Surroundings& surroundings) {
  J_TRY(auto database, openUpgraded(*vault));
  const crypto::Secret deviceKey = vault->subKey(crypto::SubKey::DeviceSecrets);
  J_TRY(auto log, store::OpLog::open(*database, deviceKey, surroundings.random));
  auto parts =
      std::make_unique<Parts>(surroundings, std::move(vault), std::move(database), std::move(log));
  J_CHECK(parts->readNamesKey());
  J_TRY(const bool more, store::knowsMoreNow(*parts->database, parts->projections));
  if (more) {
    J_TRY(auto transaction, store::Transaction::begin(*parts->database));
    J_CHECK(store::rebuild(*parts->database, parts->projections, parts->log->devices()));
    J_CHECK(transaction->commit());
  }
  return std::unique_ptr<LocalJournal>(new LocalJournal(std::move(parts)));
}

Result<NewJournal> LocalJournal::create(const std::filesystem::path& folder,
                                        const crypto::SecretString& passphrase,
                                        const Surroundings& surroundings) {
  J_TRY(auto made, vault::Vault::create(folder, passphrase, surroundings.preset));
  J_TRY(auto journal, open(std::move(made.vault), surroundings));
  return NewJournal{std::move(journal), std::move(made.recoveryKey)};
}

Result<std::unique_ptr<LocalJournal>> LocalJournal::unlock(const std::filesystem::path& folder,
                                                           const crypto::SecretString& passphrase,
                                                           const Surroundings& surroundings) {
  J_TRY(auto vault, vault::Vault::unlock(folder, passphrase, surroundings.preset));
  return open(std::move(vault), surroundings);
}

Result<std::unique_ptr<LocalJournal>> LocalJournal::unlockWithRecoveryKey(
    const std::filesystem::path& folder, const crypto::SecretString& recoveryKey,
    const Surroundings& surroundings) {
  J_TRY(auto vault, vault::Vault::unlockWithRecoveryKey(folder, recoveryKey));
  return open(std::move(vault), surroundings);
}

vault::Vault& LocalJournal::vault() {
  return *parts_->vault;
}
store::Database& LocalJournal::database() {
  return *parts_->database;
}

// Reading ----------------------------------------------------------------------------------------

Result<Reflection> LocalJournal::reflection(ReflectionId id) {
  J_TRY(auto stored, parts_->stored(id));
  J_TRY(stored.reflection.text, store::readText(*parts_->database, stored.textOp));
  return std::move(stored.reflection);
}

Result<std::vector<Tag>> LocalJournal::tagsOf(ReflectionId id) {
  J_TRY(const auto stored, parts_->stored(id));
  std::vector<Tag> tags;
  if (stored.reflection.held) return tags;
  J_TRY(auto found, parts_->projections.tags.ofRow(stored.row));
  for (store::StoredTag& tag : found) tags.push_back(std::move(tag.tag));
  return tags;
}

Result<std::vector<Tag>> LocalJournal::tags(const std::vector<TagId>& ids) {
  std::vector<Tag> tags;
  for (const TagId& id : ids) {
    J_TRY(auto tag, parts_->usableTag(id));
    if (tag) tags.push_back(std::move(*tag));
  }
  return tags;
}

Result<std::vector<ReflectionRow>> LocalJournal::newest(std::size_t limit,
                                                        std::optional<ReflectionId> before) {
  J_TRY(const auto reading, store::Reading::begin(*parts_->database));
  std::int64_t below = std::numeric_limits<std::int64_t>::max();
  if (before) {
    J_TRY(const auto stored, parts_->stored(*before));
    below = stored.row;
  }
  J_TRY(auto found, parts_->projections.reflections.newest(limit, below));
  std::vector<ReflectionRow> rows;
  rows.reserve(found.size());
  for (store::StoredReflection& stored : found) {
    J_TRY(auto row, parts_->rowOf(std::move(stored)));
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<std::vector<ReflectionRow>> LocalJournal::binned() {
  J_TRY(auto found, parts_->projections.reflections.binned());
  std::vector<ReflectionRow> rows;
  for (store::StoredReflection& stored : found) {
    J_TRY(auto row, parts_->rowOf(std::move(stored)));
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<std::vector<KnownName>> LocalJournal::names() {
  J_TRY(const auto* names, parts_->projections.names.all());
  return *names;
}

Result<std::vector<JourneyPoint>> LocalJournal::journey(NameId youngPerson) {
  J_TRY(auto found, parts_->projections.tags.usableOf(youngPerson));
  std::vector<JourneyPoint> points;
  for (store::StoredTag& tag : found) {
    J_TRY(const auto stored, parts_->projections.reflections.atRow(tag.row));
    if (!stored) continue;
    points.push_back(
        {std::move(tag.tag), stored->reflection.lesson.date, stored->reflection.lesson.setting});
  }
  return points;
}

Result<std::vector<Intention>> LocalJournal::openIntentions() {
  return parts_->projections.intentions.open();
}

Result<std::vector<Intention>> LocalJournal::intentions() {
  return parts_->projections.intentions.all();
}

Result<void> LocalJournal::Parts::walkBack(const std::vector<store::OpPosition>& newest,
                                           const Step& step) {
  using Waiting = std::tuple<Hlc, OpId, store::OpPosition>;
  std::set<Waiting> waiting;
  std::set<store::OpPosition> seen;
  const auto wait = [&](store::OpPosition position) -> Result<void> {
    if (!seen.insert(position).second) return {};
    J_TRY(const auto entry, store::readEntry(*database, position));
    waiting.insert({entry.stamp, entry.id, position});
    return {};
  };
  for (store::OpPosition position : newest) J_CHECK(wait(position));
  while (!waiting.empty()) {
    const store::OpPosition position = std::get<store::OpPosition>(*waiting.rbegin());
    waiting.erase(std::prev(waiting.end()));
    J_TRY(const auto entry, store::readEntry(*database, position));
    J_TRY(const auto record, store::decodeRecord(entry.kind, entry.value));
    if (!step(entry, record)) continue;
    for (store::OpPosition parent : log->devices().positionsOf(entry.parents)) {
      J_CHECK(wait(parent));
    }
  }
  return {};
}

Result<std::vector<Version>> LocalJournal::versions(ReflectionId id) {
  J_TRY(const auto stored, parts_->stored(id));
  std::vector<Version> versions;
  J_TRY(const auto heads,
        parts_->projections.standing(store::entityOf(id), store::Field::Text, stored.madeOp));
  if (heads.size() > 1) {  // what is shown is what these make together
    Version joined;
    joined.at = stored.reflection.changedAt;
    J_TRY(joined.text, store::readText(*parts_->database, stored.textOp));
    versions.push_back(std::move(joined));
  }
  J_CHECK(parts_->walkBack(heads, [&](const auto& entry, const auto& record) {
    Version version;
    version.op = entry.id;
    if (const auto* edited = std::get_if<store::TextEdited>(&record)) {
      version.at = edited->changedAt;
      version.text = edited->text;
    } else if (const auto* written = std::get_if<store::ReflectionWritten>(&record)) {
      version.at = written->reflection.changedAt;
      version.text = written->reflection.text;
    }
    versions.push_back(std::move(version));
    return true;
  }));
  return versions;
}

Result<std::vector<CaseStudyRow>> LocalJournal::caseStudies() {
  J_TRY(auto found, parts_->projections.caseStudies.list());
  std::vector<CaseStudyRow> rows;
  rows.reserve(found.size());
  for (store::CaseStudySummary& study : found) {
    rows.push_back({study.id, std::move(study.title), study.kind, study.step, study.claims});
  }
  return rows;
}

Result<CaseStudy> LocalJournal::caseStudy(CaseStudyId id) {
  J_TRY(auto found, parts_->projections.caseStudies.find(id));
  if (!found) return Error{ErrorCode::NotFound, "case study " + id.hex()};
  J_TRY(found->study.blurs, parts_->blurs(id));
  return std::move(found->study);
}

Result<std::vector<Blur>> LocalJournal::Parts::blurs(CaseStudyId id) {
  J_TRY(const auto position, projections.blurs.madeBy(store::entityOf(id)));
  if (!position) return std::vector<Blur>{};
  J_TRY(const auto entry, store::readEntry(*database, *position));
  J_TRY(auto record, store::decodeRecord(entry.kind, entry.value));
  auto* set = std::get_if<store::BlursSet>(&record);
  return set == nullptr ? std::vector<Blur>{} : std::move(set->blurs);
}

Result<Counts> LocalJournal::counts() {
  Counts counts;
  J_TRY(counts.reflections, parts_->projections.reflections.count());
  J_TRY(counts.tags, parts_->projections.tags.count());
  J_TRY(const auto* names, parts_->projections.names.all());
  J_TRY(const auto studies, parts_->projections.caseStudies.list());
  counts.names = names->size();
  counts.caseStudies = studies.size();
  J_TRY(counts.ops, parts_->log->countOfAll());
  return counts;
}

Result<std::optional<ReflectionId>> LocalJournal::findSource(const std::string& source) {
  return parts_->projections.reflections.bySource(source);
}

Result<void> LocalJournal::forEachReflection(std::stop_token stop, const ReflectionVisitor& visit) {
  std::int64_t after = -1;
  while (true) {
    constexpr std::size_t kPage = 200;
    J_TRY(auto page, parts_->projections.reflections.oldest(kPage, after));
    if (page.empty()) return {};
    for (store::StoredReflection& stored : page) {
      if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "asked to stop"};
      after = stored.row;
      J_TRY(stored.reflection.text, store::readText(*parts_->database, stored.textOp));
      std::vector<Tag> tags;
      J_TRY(auto found, parts_->projections.tags.ofRow(stored.row));
      tags.reserve(found.size());
      for (store::StoredTag& tag : found) tags.push_back(std::move(tag.tag));
      J_CHECK(visit(stored.reflection, tags));
    }
  }
}

}  // namespace journal::service
