// Legal holds, and the log of searches for everything about somebody.

#include <algorithm>

#include "journal/service/op_runner.h"
#include "journal/store/record_people.h"

namespace journal::service {
namespace {

using store::entityOf;
using store::Field;

constexpr std::size_t kLongestReason = 2000;

Result<std::string> reasonOf(const std::string& given) {
  std::string reason = cleanLabel(given);
  if (!reason.empty() && reason.size() <= kLongestReason) return reason;
  return Error{ErrorCode::InvalidInput, "no reason, or too long a one",
               "Say in a sentence why, for whoever asks later."};
}

/// As it is written at the end of a sentence.
std::string withoutFullStop(std::string reason) {
  while (!reason.empty() && reason.back() == '.') reason.pop_back();
  return reason;
}

}  // namespace

Result<void> OpRunner::operator()(const PutLegalHold& op) {
  J_CHECK(requireId(op.hold.id.isNil()));
  J_CHECK(requireDate(op.hold.since));
  LegalHold hold = op.hold;
  hold.ended.reset();
  J_TRY(hold.reason, reasonOf(withoutFullStop(op.hold.reason)));
  if (hold.since > localDate(now_, parts_.clock.utcOffset(now_))) {
    return Error{ErrorCode::InvalidInput, "a legal hold to come",
                 "A legal hold begins today or began earlier: what is erased until then is gone."};
  }
  if (hold.about) {
    J_TRY(const auto named, parts_.projections.names.madeBy(*hold.about));
    if (!named) return Error{ErrorCode::NotFound, "name " + hold.about->hex()};
  }
  J_TRY(const auto all, parts_.projections.legalHolds.all());
  for (LegalHold present : all) {
    if (present.id != hold.id) continue;
    present.ended.reset();
    if (present != hold) {
      return Error{ErrorCode::Conflict, "legal hold " + hold.id.hex() + " is there already",
                   "A legal hold is kept as it was put on. Lift it and put on another."};
    }
    ++result_.skipped;
    return {};
  }
  result_.changes.keeping = true;
  const Subject subject{entityOf(hold.id), Field::Whole, std::nullopt};
  return record(subject, store::LegalHoldPut{std::move(hold)});
}

Result<void> OpRunner::operator()(const LiftLegalHold& op) {
  J_TRY(const auto all, parts_.projections.legalHolds.all());
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const LegalHold& hold) { return hold.id == op.hold; });
  if (found == all.end()) return Error{ErrorCode::NotFound, "legal hold " + op.hold.hex()};
  J_CHECK(requireDate(op.end.on));
  LegalHoldEnd end = op.end;
  J_TRY(end.reason, reasonOf(op.end.reason));
  if (found->ended) {
    if (*found->ended == end) return {};
    return Error{ErrorCode::Conflict, "legal hold " + op.hold.hex() + " was lifted",
                 "This legal hold was lifted already, on " + isoDate(found->ended->on) + "."};
  }
  if (end.on < found->since || end.on > localDate(now_, parts_.clock.utcOffset(now_))) {
    return Error{ErrorCode::InvalidInput, "the end of a legal hold",
                 "A legal hold ends on a day since it began, and not later than today."};
  }
  result_.changes.keeping = true;
  J_TRY(const auto madeBy, parts_.projections.legalHolds.madeBy(op.hold));
  return record({entityOf(op.hold), Field::State, madeBy}, store::LegalHoldLifted{std::move(end)});
}

Result<void> OpRunner::operator()(const RecordAccess& op) {
  J_CHECK(requireId(op.access.id.isNil() || op.access.about.isNil()));
  AccessRecord access = op.access;
  J_TRY(access.reason, reasonOf(op.access.reason));
  if (access.at == UtcTime{}) access.at = now_;
  J_TRY(const auto present, parts_.projections.accesses.madeBy(entityOf(access.id)));
  if (present) {
    ++result_.skipped;
    return {};
  }
  result_.changes.keeping = true;
  const Subject subject{entityOf(access.id), Field::Whole, std::nullopt};
  return record(subject, store::AccessRecorded{std::move(access)});
}

Result<void> OpRunner::requireNoLegalHold(const std::set<store::EntityId>& subjects) {
  J_TRY(const auto holds, parts_.projections.legalHolds.all());
  if (!anyStands(holds)) return {};
  J_TRY(const auto* matcher, parts_.matcher());
  const auto mention = [matcher](std::string_view text) { return matcher->mention(text); };
  J_TRY(const auto people,
        store::peopleEverIn(*parts_.database, parts_.projections, subjects, mention));
  const LegalHold* hold = holdOver(holds, {people.begin(), people.end()});
  if (hold == nullptr) return {};
  J_TRY(const auto* names, parts_.projections.names.all());
  return underLegalHold(*hold, hold->about ? findName(*names, *hold->about) : nullptr);
}

}  // namespace journal::service
