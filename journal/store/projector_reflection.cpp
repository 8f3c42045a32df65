// Reflections, their fields and their tags.
#include <algorithm>

#include "journal/domain/safeguarding.h"
#include "journal/store/projector.h"

namespace journal::store {
namespace {

const Lesson& lessonOf(const Record& record) {
  if (const auto* set = std::get_if<LessonSet>(&record)) return set->lesson;
  return std::get<ReflectionWritten>(record).reflection.lesson;
}

UtcTime changedAtOf(const Record& record) {
  if (const auto* edited = std::get_if<TextEdited>(&record)) return edited->changedAt;
  return std::get<ReflectionWritten>(record).reflection.changedAt;
}

bool movesEvery(const std::vector<TagId>& tags, const std::vector<MovedTag>& moved) {
  std::vector<TagId> ids;
  ids.reserve(moved.size());
  for (const MovedTag& one : moved) ids.push_back(one.tag);
  std::sort(ids.begin(), ids.end());
  return ids == tags;
}

bool contains(const std::vector<OpPosition>& all, OpPosition one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

Result<void> Projector::operator()(const ReflectionWritten& written) {
  J_TRY(const bool isGone, gone(written.reflection.id));
  if (isGone) return {};
  if (!to_.ownEntriesOnly()) {
    J_TRY(const auto present, to_.reflections.find(written.reflection.id));
    if (present) return writtenAgain(*present);
  }
  J_TRY(const std::int64_t row, to_.reflections.insert(written.reflection, position_));
  if (!mayBeUsed(written.reflection) || !to_.indexes()) return {};
  return to_.fullText.touchNew(row, written.reflection, position_);
}

/// The same entry from another copy of a folder: what follows either follows both.
Result<void> Projector::writtenAgain(const StoredReflection& stored) {
  J_TRY(const LogEntry before, readEntry(to_.log, stored.madeOp));
  if (!areTwins(before, entry_)) return {};
  for (const Field field : {Field::Text, Field::Lesson, Field::State, Field::Hold, Field::Bin,
                            Field::Receipt, Field::Wish}) {
    J_TRY(const Heads heads, to_.heads.advance(entry_.entity, field, stored.madeOp, {}, position_));
  }
  return {};
}

// Words ------------------------------------------------------------------------------------------

Result<void> Projector::operator()(const TextEdited& edited) {
  J_TRY(const auto stored, subject(entity<ReflectionId>()));
  if (!stored) return {};
  J_TRY(const Heads heads, advance(stored->madeOp));
  J_TRY(const auto tags, to_.tags.idsOf(stored->row));
  // Its author saw the words as they were, and every tag.
  const bool plain =
      heads == Heads{position_} && parents_.size() == 1 && movesEvery(tags, edited.moved);
  if (plain) {
    J_CHECK(to_.reflections.setText(stored->row, edited.text, position_, edited.changedAt));
    for (const MovedTag& moved : edited.moved) {
      const Passage& passage = moved.passage;
      if (passage.begin > passage.end || passage.end > edited.text.size()) {
        return Error{ErrorCode::Corrupt, "a moved tag outside its text"};
      }
      J_CHECK(to_.tags.move(moved.tag, passage,
                            edited.text.substr(passage.begin, passage.end - passage.begin)));
    }
  } else {
    J_CHECK(joinTexts(*stored, heads));
  }
  J_TRY(const bool unsure, to_.ownEntriesOnly() ? Result<bool>(stored->reflection.binned)
                                                : to_.disagreements.any(entry_.entity, Field::Bin));
  if (stored->reflection.binned || unsure) J_CHECK(judgeBin(*stored));
  return to_.touch(stored->row);
}

Result<void> Projector::joinTexts(const StoredReflection& stored, const Heads& heads) {
  const ReflectionId id = stored.reflection.id;
  J_TRY(const auto words, to_.texts.of(id, heads));
  UtcTime changedAt{};
  for (OpPosition head : heads) {
    J_TRY(const Record record, recordAt(head));
    changedAt = std::max(changedAt, changedAtOf(record));
  }
  J_CHECK(to_.reflections.setText(stored.row, words.text, words.at, changedAt));
  J_CHECK(placeTags(stored, heads, words));
  if (parents_.size() > 1) {
    J_TRY(const auto before, to_.texts.of(id, parents_));
    if (before.clashes) {
      J_CHECK(to_.disagreements.keep(entry_.entity, Field::Text, to_.devices.idsOf(parents_)));
    }
  }
  return to_.disagreements.setPresent(entry_.entity, Field::Text, to_.devices.idsOf(heads),
                                      heads.size() > 1 && words.clashes);
}

Result<void> Projector::placeTags(const StoredReflection& stored, const Heads& heads,
                                  const TextHeads::Words& words) {
  J_TRY(const auto tags, to_.tags.ofRow(stored.row));
  for (const StoredTag& tag : tags) {
    J_TRY(const OpPosition put, putOf(tag));
    J_TRY(const Passage place, to_.places.placeOf(put, heads, words.text));
    J_CHECK(
        to_.tags.move(tag.tag.id, place, words.text.substr(place.begin, place.end - place.begin)));
  }
  return {};
}

Result<OpPosition> Projector::putOf(const StoredTag& tag) {
  J_TRY(const auto heads, to_.standing(entityOf(tag.tag.id), Field::Whole, tag.madeOp));
  J_TRY(const Shown what, shownPut<TagPut>(heads));
  return what.record == nullptr ? tag.madeOp : what.at;
}

// Other fields -----------------------------------------------------------------------------------

Result<void> Projector::operator()(const LessonSet&) {
  J_TRY(const auto stored, subject(entity<ReflectionId>()));
  if (!stored) return {};
  J_TRY(const Heads heads, advance(stored->madeOp));
  J_TRY(const Shown what, shown(heads));
  const Lesson& lesson = lessonOf(*what.record);
  if (lesson.date != stored->reflection.lesson.date) J_CHECK(to_.takeOut(stored->row));
  J_TRY(const std::int64_t row, to_.reflections.setLesson(stored->row, lesson));
  if (row != stored->row) J_CHECK(to_.tags.moveRow(stored->row, row));
  J_CHECK(to_.touch(row));
  return compare(heads, *what.record);
}

Result<void> Projector::operator()(const FinishedSet&) {
  J_TRY(const auto stored, subject(entity<ReflectionId>()));
  if (!stored) return {};
  J_TRY(const Heads heads, advance(stored->madeOp));
  J_TRY(const Shown what, shown(heads));
  const auto* set = std::get_if<FinishedSet>(what.record);
  if (set == nullptr) {
    return to_.reflections.setState(stored->row,
                                    std::get<ReflectionWritten>(*what.record).reflection.state);
  }
  return to_.reflections.setState(
      stored->row, set->finished ? ReflectionState::Finished : ReflectionState::Draft);
}

/// On hold when anybody says so.
Result<void> Projector::operator()(const HeldSet&) {
  J_TRY(const auto stored, subject(entity<ReflectionId>()));
  if (!stored) return {};
  J_TRY(const Heads heads, advance(stored->madeOp));
  bool held = false;
  for (OpPosition head : heads) {
    J_TRY(const Record record, recordAt(head));
    const auto* set = std::get_if<HeldSet>(&record);
    const auto* written = std::get_if<ReflectionWritten>(&record);
    held =
        held || (set != nullptr && set->held) || (written != nullptr && written->reflection.held);
  }
  J_CHECK(to_.reflections.setHeld(stored->row, held));
  return held ? to_.takeOut(stored->row) : to_.touch(stored->row);
}

Result<void> Projector::operator()(const BinnedSet&) {
  J_TRY(const auto stored, subject(entity<ReflectionId>()));
  if (!stored) return {};
  J_TRY(const Heads heads, advance(stored->madeOp));
  return judgeBin(*stored);
}

Result<bool> Projector::saw(OpPosition binned, OpPosition text) const {
  // Entries from before several devices name no words; their own device's were there.
  const bool sameDevice = deviceNumberOf(binned) == deviceNumberOf(text);
  if (sameDevice && seqOf(text) < seqOf(binned)) return true;
  return follows(to_.log, to_.devices, binned, text);
}

Result<void> Projector::judgeBin(const StoredReflection& stored) {
  const EntityId id = entityOf(stored.reflection.id);
  J_TRY(const Heads bins, to_.standing(id, Field::Bin, stored.madeOp));
  J_TRY(const Heads texts, to_.standing(id, Field::Text, stored.madeOp));
  bool everybody = true;
  Heads unseen = texts;
  for (OpPosition head : bins) {
    J_TRY(const Record record, recordAt(head));
    const auto* set = std::get_if<BinnedSet>(&record);
    const auto* written = std::get_if<ReflectionWritten>(&record);
    everybody = everybody && ((set != nullptr && set->binned) ||
                              (written != nullptr && written->reflection.binned));
    Heads left;
    for (OpPosition text : unseen) {
      J_TRY(const bool known, saw(head, text));
      if (!known && text != head) left.push_back(text);
    }
    unseen = std::move(left);
  }
  const bool binned = everybody && unseen.empty();
  J_CHECK(to_.reflections.setBinned(stored.row, binned));
  if (!to_.ownEntriesOnly()) {
    J_CHECK(to_.disagreements.setPresent(
        id, Field::Bin, to_.devices.idsOf(bins),
        (everybody && !unseen.empty()) || (bins.size() > 1 && !everybody)));
  }
  return binned ? to_.takeOut(stored.row) : to_.touch(stored.row);
}

// Tags -------------------------------------------------------------------------------------------

Result<void> Projector::operator()(const TagPut& put) {
  J_TRY(const auto stored, subject(put.tag.reflection));
  if (!stored) return {};
  J_TRY(const auto before, to_.tags.find(put.tag.id));
  const auto madeBy = before ? std::optional<OpPosition>(before->madeOp) : std::nullopt;
  J_TRY(const Heads heads, advance(madeBy));
  J_CHECK(showTag(heads, madeBy));
  if (before && before->row != stored->row) J_CHECK(to_.touch(before->row));
  return to_.touch(stored->row);
}

Result<void> Projector::operator()(const TagRemoved& removed) {
  J_TRY(const auto stored, subject(removed.reflection));
  if (!stored) return {};
  J_TRY(const auto before, to_.tags.find(entity<TagId>()));
  const auto madeBy = before ? std::optional<OpPosition>(before->madeOp) : std::nullopt;
  J_TRY(const Heads heads, advance(madeBy));
  J_CHECK(showTag(heads, madeBy));
  return to_.touch(before ? before->row : stored->row);
}

Result<void> Projector::showTag(const Heads& heads, std::optional<OpPosition> madeBy) {
  J_TRY(const Shown what, shownPut<TagPut>(heads));
  if (what.record == nullptr) return to_.tags.remove(entity<TagId>());
  const Tag& put = std::get<TagPut>(*what.record).tag;
  J_TRY(const auto stored, subject(put.reflection));
  if (!stored) return {};
  J_TRY(const Tag tag, placed(put, what.at, *stored));
  return to_.tags.put(stored->row, tag, madeBy.value_or(what.at));
}

Result<Tag> Projector::placed(const Tag& tag, OpPosition put, const StoredReflection& stored) {
  J_TRY(const Heads texts,
        to_.standing(entityOf(stored.reflection.id), Field::Text, stored.madeOp));
  const bool saw =
      put == position_ && std::all_of(texts.begin(), texts.end(),
                                      [&](OpPosition text) { return contains(parents_, text); });
  if (saw || to_.ownEntriesOnly()) return tag;
  J_TRY(const auto words, to_.texts.of(stored.reflection.id, texts));
  Tag moved = tag;
  J_TRY(moved.passage, to_.places.placeOf(put, texts, words.text));
  moved.quote = words.text.substr(moved.passage.begin, moved.passage.end - moved.passage.begin);
  return moved;
}

// Removal ----------------------------------------------------------------------------------------

/// What is recorded of an entry on hold is its heads, and the entries of the log they name.
Result<void> Projector::operator()(const ReceiptRecorded&) {
  J_TRY(const auto stored, subject(entity<ReflectionId>()));
  if (!stored) return {};
  J_TRY(const Heads heads, advance(stored->madeOp));
  return {};
}
Result<void> Projector::operator()(const WishRecorded&) {
  return (*this)(ReceiptRecorded{});
}

Result<void> Projector::takeOutReflection(const StoredReflection& stored) {
  J_CHECK(to_.takeOut(stored.row));
  J_CHECK(to_.disagreements.forget(entityOf(stored.reflection.id)));
  J_CHECK(to_.attachments.takeOut(stored.reflection.id));
  return to_.removals.takeOut(stored.row, stored.reflection.id);
}

Result<void> Projector::operator()(const HeldRemoved&) {
  const auto id = entity<ReflectionId>();
  J_TRY(const auto stored, subject(id));
  if (!stored) return {};
  J_CHECK(takeOutReflection(*stored));
  return to_.removals.add(id, RemovalTable::digestOf(stored->reflection.source), position_);
}

Result<void> Projector::operator()(const RemovalBrought& brought) {
  const Removal& removal = brought.removal;
  J_TRY(const bool known, to_.removals.holds(removal.reflection, {}));
  if (known) return {};
  return to_.removals.add(removal.reflection, removal.source, position_);
}

}  // namespace journal::store
