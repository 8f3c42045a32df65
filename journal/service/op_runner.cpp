#include "journal/service/op_runner.h"

#include <algorithm>
#include <optional>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"
#include "journal/vault/connection.h"

namespace journal::service {
namespace {

using store::entityOf;
using store::Field;

bool sameCodeName(std::string_view a, std::string_view b) {
  return foldCase(a) == foldCase(b);
}

/// A passage of `before` in `after`, where names have become mentions. When the passage was nothing
/// but a name, it is the mention.
Passage withMentions(Passage moved, std::string_view quote, std::string_view after) {
  if (moved.begin != moved.end || quote.empty()) return moved;
  std::size_t at = after.find(quote, moved.begin);
  if (at == std::string_view::npos) at = after.rfind(quote, moved.begin);
  if (at == std::string_view::npos) return moved;
  return {at, at + quote.size()};
}

/// Worth a thread of its own for writing.
bool isLarge(const Op& op) {
  constexpr std::size_t kMany = 100;
  const auto* batch = std::get_if<ImportBatch>(&op);
  return batch != nullptr && batch->reflections.size() > kMany;
}

/// A batch of this many makes a segment of the index worth having; smaller ones wait for each
/// other.
constexpr std::size_t kIndexedAtOnce = 1000;

}  // namespace

Result<OpResult> LocalJournal::apply(const Op& op) {
  OpRunner runner(*parts_, parts_->clock.now());
  std::optional<vault::WritingMuch> writing;
  if (isLarge(op)) writing.emplace(parts_->database->handle());
  const auto run = [&]() -> Result<void> {
    J_TRY(auto transaction, store::Transaction::begin(*parts_->database));
    J_CHECK(std::visit(runner, op));
    J_CHECK(parts_->log->seal());
    return transaction->commit();
  };
  if (auto ran = run(); !ran.ok()) {
    parts_->undone();
    return ran.error();
  }
  parts_->log->committed();
  if (std::holds_alternative<ImportBatch>(op)) J_CHECK(parts_->afterImport());
  // Idle time copies the log into the file long before this; it bounds the file all the same.
  constexpr int kMostLogPages = 32 * 1024;
  if (parts_->database->logPages() > kMostLogPages) {
    // The change is safe in the log either way.
    if (auto copied = parts_->database->checkpoint(); !copied.ok()) return runner.result();
  }
  return runner.result();
}

Result<void> OpRunner::record(const Subject& subject, const store::Record& record,
                              const std::vector<store::OpPosition>& seen) {
  std::vector<store::OpPosition> parents;
  if (subject.madeBy) {
    J_TRY(parents, parts_.projections.heads.of(subject.entity, subject.field, *subject.madeBy));
  }
  for (store::OpPosition position : seen) {
    if (std::find(parents.begin(), parents.end(), position) == parents.end()) {
      parents.push_back(position);
    }
  }
  store::NewEntry change;
  change.entity = subject.entity;
  change.field = subject.field;
  change.parents = parts_.log->devices().idsOf(parents);
  J_TRY(const auto appended, parts_.log->append(std::move(change), record, now_));
  return parts_.projections.project(appended.position, appended.entry, record, parents);
}

Result<std::vector<store::OpPosition>> OpRunner::wordsOf(ReflectionId id,
                                                         store::OpPosition madeBy) {
  return parts_.projections.heads.of(entityOf(id), Field::Text, madeBy);
}

// Names ------------------------------------------------------------------------------------------

Result<void> OpRunner::operator()(const PutName& op) {
  J_TRY(const KnownName name, cleanName(op.name));
  J_TRY(const auto* known, parts_.projections.names.all());
  for (const KnownName& other : *known) {
    if (other == name) return {};
    if (other.id != name.id && sameCodeName(other.codeName, name.codeName)) {
      return Error{ErrorCode::Conflict, "code name of " + other.id.hex(),
                   "Somebody else already has this code name. Choose another."};
    }
  }
  J_TRY(const auto madeBy, parts_.projections.names.madeBy(name.id));
  J_CHECK(record({entityOf(name.id), Field::Whole, madeBy},
                 parts_.projections.names.sealedRecord(name)));
  parts_.namesChanged();
  result_.changes.names = true;
  result_.changes.reflections = true;  // they may read differently now
  return {};
}

// Reflections ------------------------------------------------------------------------------------

Result<std::string> OpRunner::cleanText(std::string_view text) {
  J_CHECK(requireLength(text.size()));
  const std::string clean = sanitiseStored(text);
  J_TRY(const auto* matcher, parts_.matcher());
  std::string mentioned = matcher->mention(clean);
  J_CHECK(requireLength(mentioned.size()));
  return mentioned;
}

Result<void> OpRunner::operator()(const WriteReflection& op) {
  J_CHECK(requireId(op.reflection.id.isNil()));
  J_TRY(const auto present, parts_.projections.reflections.find(op.reflection.id));
  const std::string source = cleanLabel(op.reflection.source);
  J_TRY(const auto imported, parts_.projections.reflections.bySource(source));
  J_TRY(const bool removed, parts_.projections.removals.holds(op.reflection.id, source));
  J_TRY(const bool erased, parts_.projections.erasures.holds(entityOf(op.reflection.id)));
  if (present || imported || removed || erased) {
    ++result_.skipped;
    return {};
  }
  Reflection reflection = op.reflection;
  reflection.source = source;
  reflection.promptSet = cleanLabel(op.reflection.promptSet);
  J_TRY(reflection.lesson, cleanLesson(op.reflection.lesson));
  J_TRY(reflection.text, cleanText(op.reflection.text));
  for (const Tag& tag : op.tags) J_CHECK(requireQuote(tag, op.reflection.text));
  if (reflection.writtenAt == UtcTime{}) {
    reflection.writtenAt = now_;
    reflection.writtenOffset = parts_.clock.utcOffset(now_);
  }
  if (reflection.changedAt == UtcTime{}) reflection.changedAt = reflection.writtenAt;
  const Subject subject{entityOf(reflection.id), Field::Whole, std::nullopt};
  const store::Record written = store::ReflectionWritten{std::move(reflection)};
  J_CHECK(record(subject, written));
  ++result_.applied;
  result_.changes.reflections = true;
  J_CHECK(
      tagNew(std::get<store::ReflectionWritten>(written).reflection, op.reflection.text, op.tags));
  if (!op.intention) return {};
  return (*this)(PutIntention{*op.intention});
}

Result<void> OpRunner::tagNew(const Reflection& reflection, std::string_view given,
                              const std::vector<Tag>& tags) {
  std::vector<Passage> passages;
  passages.reserve(tags.size());
  for (const Tag& tag : tags) passages.push_back(tag.passage);
  if (given != reflection.text) {
    passages = rebaseAll(passages, given, reflection.text);
    J_TRY(const auto* matcher, parts_.matcher());
    for (std::size_t i = 0; i < tags.size(); ++i) {
      passages[i] = withMentions(passages[i], matcher->mention(sanitiseStored(tags[i].quote)),
                                 reflection.text);
    }
  }
  for (std::size_t i = 0; i < tags.size(); ++i) {
    J_TRY(const auto present, parts_.projections.tags.find(tags[i].id));
    if (present) {
      return Error{ErrorCode::Conflict, "tag " + tags[i].id.hex() + " exists already"};
    }
    Tag tag = tags[i];
    tag.reflection = reflection.id;
    tag.passage = passages[i];
    tag.quote = reflection.text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin);
    // The entry with the words is the one before the first tag's.
    J_CHECK(recordTag(tag, std::nullopt, {parts_.log->last() - static_cast<std::int64_t>(i)}));
  }
  return {};
}

Result<void> OpRunner::operator()(const EditText& op) {
  J_TRY(const auto stored, parts_.stored(op.reflection));
  J_CHECK(requireUsable(stored.reflection));
  J_TRY(std::string text, cleanText(op.text));
  J_TRY(const std::string before, store::readText(*parts_.database, stored.textOp));
  if (op.basedOn && *op.basedOn != before) {
    J_TRY(const std::string base, cleanText(*op.basedOn));
    if (base != before) text = parts_.reader.mergeTexts(base, text, before).text;
  }
  if (text == before) return {};
  J_TRY(const auto tags, parts_.projections.tags.ofRow(stored.row));
  std::vector<Passage> passages;
  passages.reserve(tags.size());
  for (const store::StoredTag& tag : tags) passages.push_back(tag.tag.passage);
  passages = rebaseAll(passages, before, text);
  store::TextEdited edited;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    edited.moved.push_back({tags[i].tag.id, passages[i]});
  }
  edited.text = std::move(text);
  edited.changedAt = now_;
  result_.changes.reflections = true;
  result_.changes.tags = !tags.empty();
  J_TRY(const bool done, writtenOver(op, stored, edited));
  if (done) return {};
  return record({entityOf(op.reflection), Field::Text, stored.madeOp}, std::move(edited));
}

Result<bool> OpRunner::writtenOver(const EditText& op, const store::StoredReflection& stored,
                                   const store::TextEdited& edited) {
  if (!op.goesOn || stored.textOp != parts_.log->last()) return false;
  J_TRY(auto last, parts_.log->unshared(now_ - kSitting));
  const bool isEdit = last && last->entry.kind == store::kindOf(store::TextEdited{}) &&
                      last->entry.entity == entityOf(op.reflection);
  if (!isEdit) return false;
  J_TRY(const auto heads, wordsOf(op.reflection, stored.madeOp));
  if (heads != std::vector{last->position}) return false;
  J_TRY(const auto holds, parts_.projections.legalHolds.all());
  if (anyStands(holds)) return false;  // not even a wording of a minute ago is destroyed
  // The index can take words out only while the log still has them.
  J_CHECK(parts_.projections.takeOut(stored.row));
  J_TRY(const auto entry, parts_.log->writeOver(*last, edited));
  J_CHECK(parts_.projections.project(last->position, entry, edited,
                                     parts_.log->devices().positionsOf(entry.parents)));
  return true;
}

Result<void> OpRunner::operator()(const SetLesson& op) {
  J_TRY(const auto stored, parts_.stored(op.reflection));
  J_CHECK(requireUsable(stored.reflection));
  J_TRY(Lesson lesson, cleanLesson(op.lesson));
  if (lesson == stored.reflection.lesson) return {};
  result_.changes.reflections = true;
  return record({entityOf(op.reflection), Field::Lesson, stored.madeOp},
                store::LessonSet{std::move(lesson)});
}

Result<void> OpRunner::operator()(const FinishReflection& op) {
  J_TRY(const auto stored, parts_.stored(op.reflection));
  J_CHECK(requireUsable(stored.reflection));
  if (op.finished == (stored.reflection.state == ReflectionState::Finished)) return {};
  result_.changes.reflections = true;
  return record({entityOf(op.reflection), Field::State, stored.madeOp},
                store::FinishedSet{op.finished});
}

Result<void> OpRunner::operator()(const HoldReflection& op) {
  J_TRY(const auto stored, parts_.stored(op.reflection));
  if (op.held == stored.reflection.held) return {};
  if (!op.held) {
    J_TRY(const HeldEntry entry, parts_.heldEntry(stored));
    J_CHECK(requireReleasable(entry, now_));
  }
  result_.changes.reflections = result_.changes.tags = result_.changes.intentions = true;
  return record({entityOf(op.reflection), Field::Hold, stored.madeOp}, store::HeldSet{op.held});
}

Result<void> OpRunner::operator()(const BinReflection& op) {
  J_TRY(const auto stored, parts_.stored(op.reflection));
  if (op.binned == stored.reflection.binned) return {};
  if (op.binned) J_CHECK(requireUsable(stored.reflection));
  result_.changes.reflections = result_.changes.tags = result_.changes.intentions = true;
  J_TRY(const auto words, wordsOf(op.reflection, stored.madeOp));
  return record({entityOf(op.reflection), Field::Bin, stored.madeOp}, store::BinnedSet{op.binned},
                words);
}

// Tags and intentions ----------------------------------------------------------------------------

Result<void> OpRunner::recordTag(const Tag& tag, std::optional<store::OpPosition> madeBy,
                                 const std::vector<store::OpPosition>& words) {
  Tag clean = tag;
  clean.note = cleanLabel(tag.note);
  result_.changes.tags = true;
  return record({entityOf(tag.id), Field::Whole, madeBy}, store::TagPut{std::move(clean)}, words);
}

Result<void> OpRunner::operator()(const PutTag& op) {
  J_TRY(const auto stored, parts_.stored(op.tag.reflection));
  J_CHECK(requireUsable(stored.reflection));
  J_TRY(const std::string text, store::readText(*parts_.database, stored.textOp));
  J_CHECK(requireQuote(op.tag, text));
  J_TRY(const auto present, parts_.projections.tags.find(op.tag.id));
  J_TRY(const auto words, wordsOf(op.tag.reflection, stored.madeOp));
  if (!present) return recordTag(op.tag, std::nullopt, words);
  if (present->tag == op.tag) return {};
  if (present->row != stored.row) {
    return Error{ErrorCode::Conflict, "tag " + op.tag.id.hex() + " is of another reflection"};
  }
  return recordTag(op.tag, present->madeOp, words);
}

Result<void> OpRunner::operator()(const RemoveTag& op) {
  J_TRY(const auto present, parts_.projections.tags.find(op.tag));
  if (!present) return Error{ErrorCode::NotFound, "tag " + op.tag.hex()};
  J_TRY(const auto stored, parts_.stored(present->tag.reflection));
  J_CHECK(requireUsable(stored.reflection));
  result_.changes.tags = true;
  return record({entityOf(op.tag), Field::Whole, present->madeOp},
                store::TagRemoved{present->tag.reflection});
}

Result<void> OpRunner::operator()(const PutIntention& op) {
  J_CHECK(requireId(op.intention.id.isNil()));
  J_CHECK(requireDate(op.intention.madeOn));
  std::vector<store::OpPosition> about;
  if (op.intention.from) {
    J_TRY(const auto stored, parts_.stored(*op.intention.from));
    J_CHECK(requireUsable(stored.reflection));
    about.push_back(stored.madeOp);
  }
  Intention intention = op.intention;
  intention.group = cleanLabel(op.intention.group);
  J_TRY(intention.text, cleanText(op.intention.text));
  if (saysNothing(intention.text)) {
    return Error{ErrorCode::InvalidInput, "an intention without words",
                 "Say in a few words what you will try next time."};
  }
  J_TRY(const auto madeBy, parts_.projections.intentions.madeBy(intention.id));
  result_.changes.intentions = true;
  const Subject subject{entityOf(intention.id), Field::Whole, madeBy};
  return record(subject, store::IntentionPut{std::move(intention)}, about);
}

// Imports ----------------------------------------------------------------------------------------

Result<void> OpRunner::operator()(const ImportBatch& op) {
  for (const KnownName& name : op.names) J_CHECK((*this)(PutName{name}));
  store::FullText& index = parts_.projections.fullText;
  const bool atOnce = op.reflections.size() >= kIndexedAtOnce;
  if (atOnce) index.gatherNew();
  for (const WriteReflection& write : op.reflections) J_CHECK((*this)(write));
  return atOnce ? index.putNewIn() : Result<void>();
}

}  // namespace journal::service
