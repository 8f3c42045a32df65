// Learning plans, the timetable, and words for the spelling.

#include <algorithm>
#include <map>

#include "journal/service/op_runner.h"
#include "journal/store/joined_records.h"

namespace journal::service {

using store::entityOf;
using store::Field;

// Learning plans ---------------------------------------------------------------------------------

Result<Profile> OpRunner::cleanProfile(const Profile& profile) {
  Profile clean = profile;
  J_TRY(clean.interests, cleanText(profile.interests));
  J_TRY(clean.whatHelps, cleanText(profile.whatHelps));
  clean.goals.clear();
  std::map<SchoolTerm, std::size_t> ofTerm;
  for (const Goal& goal : profile.goals) {
    Goal kept = goal;
    J_TRY(kept.text, cleanText(goal.text));
    if (saysNothing(kept.text)) continue;
    if (goal.term.schoolYear < 1 || goal.term.schoolYear > 9999) {
      return Error{ErrorCode::InvalidInput, "a goal of no school year"};
    }
    if (++ofTerm[goal.term] > kGoalsATerm) {
      return Error{ErrorCode::InvalidInput, "more goals than a term has",
                   "Three goals are enough for one term. Let one go, or finish one first."};
    }
    clean.goals.push_back(std::move(kept));
  }
  std::stable_sort(clean.goals.begin(), clean.goals.end(),
                   [](const Goal& a, const Goal& b) { return a.term < b.term; });
  return clean;
}

Result<void> OpRunner::operator()(const PutProfile& op) {
  J_TRY(const auto named, parts_.projections.names.madeBy(op.profile.youngPerson));
  if (!named) return Error{ErrorCode::NotFound, "name " + op.profile.youngPerson.hex()};
  J_TRY(Profile profile, cleanProfile(op.profile));
  J_TRY(const Profile present, parts_.projections.profiles.of(profile.youngPerson));
  if (op.basedOn && *op.basedOn != present) {
    J_TRY(const Profile base, cleanProfile(*op.basedOn));
    profile = store::joined(&base, profile, present, parts_.reader.mergeTexts);
  }
  if (profile == present) return {};
  result_.changes.profiles = true;
  const Subject subject{entityOf(profile.youngPerson), Field::Profile, named};
  return record(subject, store::ProfilePut{std::move(profile)});
}

// Words ------------------------------------------------------------------------------------------

Result<void> OpRunner::operator()(const KeepWord& op) {
  J_CHECK(requireId(op.word.id.isNil()));
  KeptWord word{op.word.id, cleanLabel(op.word.word)};
  constexpr std::size_t kLongest = 200;
  if (word.word.empty() || word.word.size() > kLongest) {
    return Error{ErrorCode::InvalidInput, "no word, or too long a one",
                 "That is not a word the spelling can keep."};
  }
  J_TRY(const bool known, parts_.projections.words.holds(word.word));
  if (known) {
    ++result_.skipped;
    return {};
  }
  J_TRY(const auto madeBy, parts_.projections.words.madeBy(word.id));
  result_.changes.words = true;
  const Subject subject{entityOf(word.id), Field::Whole, madeBy};
  return record(subject, store::WordPut{std::move(word)});
}

Result<void> OpRunner::operator()(const DropWord& op) {
  J_TRY(const auto madeBy, parts_.projections.words.madeBy(op.word));
  if (!madeBy) return Error{ErrorCode::NotFound, "word " + op.word.hex()};
  result_.changes.words = true;
  return record({entityOf(op.word), Field::Whole, madeBy}, store::WordRemoved{});
}

// Timetable --------------------------------------------------------------------------------------

Result<void> OpRunner::operator()(const PutSlot& op) {
  J_TRY(TimetableSlot slot, cleanSlot(op.slot));
  J_TRY(const auto alike, parts_.projections.timetable.alike(slot));
  if (std::find(alike.begin(), alike.end(), slot.id) != alike.end()) return {};
  J_TRY(const auto madeBy, parts_.projections.timetable.madeBy(slot.id));
  if (!madeBy && !alike.empty()) {
    ++result_.skipped;
    return {};
  }
  result_.changes.timetable = true;
  const Subject subject{entityOf(slot.id), Field::Whole, madeBy};
  return record(subject, store::SlotPut{std::move(slot)});
}

Result<void> OpRunner::operator()(const RemoveSlot& op) {
  J_TRY(const auto madeBy, parts_.projections.timetable.madeBy(op.slot));
  if (!madeBy) return Error{ErrorCode::NotFound, "lesson " + op.slot.hex()};
  result_.changes.timetable = true;
  return record({entityOf(op.slot), Field::Whole, madeBy}, store::SlotRemoved{});
}

}  // namespace journal::service
