// Sessions of reflection groups and formats of one's own, as they are kept.

#include <algorithm>

#include "journal/service/op_runner.h"
#include "journal/store/record_codec.h"

namespace journal::service {
namespace {

using store::entityOf;
using store::Field;

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 16 * 1024;
constexpr std::size_t kMostTexts = 4000;

Error tooLong() {
  return Error{ErrorCode::InvalidInput, "a group session's texts",
               "Some of this is longer than a group's record can be. Nothing was changed."};
}

bool allShort(const std::vector<std::string>& texts) {
  return texts.size() <= kMostTexts &&
         std::all_of(texts.begin(), texts.end(),
                     [](const std::string& text) { return text.size() <= kLongestText; });
}

Result<void> checkCards(const std::vector<KeptCard>& cards) {
  const bool fit = cards.size() <= kMostTexts &&
                   std::all_of(cards.begin(), cards.end(), [](const KeptCard& card) {
                     return card.text.size() <= kLongestText && card.owner.size() <= kLongestTitle;
                   });
  if (!fit) return tooLong();
  return {};
}

/// What a person could not read, or a copy could not bring back.
Result<void> checkNames(const SessionFormat& format) {
  if (format.name.size() > kLongestTitle || format.rounds.size() > kMostTexts)
    return Error{ErrorCode::InvalidInput, "a format's length",
                 "This format has a name, or more rounds, than a format can have. "
                 "Nothing was changed."};
  const bool named = !format.code.empty() && !format.name.empty() &&
                     std::all_of(format.rounds.begin(), format.rounds.end(),
                                 [](const Round& round) { return !round.name.empty(); });
  if (!named)
    return Error{ErrorCode::InvalidInput, "a format's names",
                 "Give the format and each of its rounds a name."};
  return {};
}
Result<void> checkTexts(const SessionFormat& format) {
  const std::vector<std::string> about = {
      format.code,  format.name,    format.size,  format.purpose, format.when,
      format.roles, format.prework, format.notes, format.author,  format.licence};
  const bool fit = allShort(about) &&
                   std::all_of(format.rounds.begin(), format.rounds.end(), [](const Round& round) {
                     return allShort(round.prompts) &&
                            allShort({round.name, round.who, round.captured, round.keptFor});
                   });
  if (!fit) return tooLong();
  return {};
}
/// `unready`: it is kept as far as it was made, and whoever would run it is told that it cannot be.
Result<void> checkFormat(const SessionFormat& format, session::Naming naming, bool unready) {
  J_CHECK(checkNames(format));
  if (!unready) J_CHECK(planOf(format, naming));
  return {};
}

/// Nothing but its id and what it is not.
GroupSession emptied(const GroupSession& session) {
  GroupSession left;
  left.id = session.id;
  left.state = GroupSessionState::SetAside;
  return left;
}

/// Each of these cards once; today, if it still may.
Result<GroupSession> withoutCards(GroupSession held, const std::vector<KeptCard>& cards,
                                  LocalDate today) {
  for (const KeptCard& card : cards) {
    const auto found = std::find(held.cards.begin(), held.cards.end(), card);
    if (found == held.cards.end())
      return Error{ErrorCode::NotFound, "a card that is not in the record",
                   "That is not in the record any more. Nothing was changed."};
    if (!mayStrike(held, card, today))
      return Error{ErrorCode::Conflict, "the record is locked",
                   "The group could strike things out until " + isoDate(strikeUntil(held.day)) +
                       ". Since then the record stays as it is."};
    held.cards.erase(found);
  }
  return held;
}

}  // namespace

template <class Put>
Result<void> OpRunner::putNewest(store::NewestTable& table, const store::EntityId& id, Put put) {
  J_TRY(const auto present, table.madeBy(id));
  if (present) {
    J_TRY(const auto entry, store::readEntry(*parts_.database, *present));
    J_TRY(const auto record, store::decodeRecord(entry.kind, entry.value));
    const auto* same = std::get_if<Put>(&record);
    if (same != nullptr && *same == put) {
      ++result_.skipped;
      return {};
    }
  }
  result_.changes.groups = true;
  return record({id, Field::Whole, present}, std::move(put));
}

Result<void> OpRunner::operator()(const PutGroupSession& op) {
  J_CHECK(requireId(op.session.id.isNil()));
  GroupSession session = op.session;
  if (session.state == GroupSessionState::SetAside) {
    session = emptied(session);
  } else {
    J_CHECK(requireDate(session.day));
    session.title = cleanLabel(session.title);
    if (session.title.empty() || session.title.size() > kLongestTitle)
      return Error{ErrorCode::InvalidInput, "a group session's title",
                   "Give the session a title, so that the group can find it again."};
    session.format.minutes = sumOfRounds(session.format);
    J_CHECK(
        checkFormat(session.format, session.naming, session.state == GroupSessionState::Unready));
    if (session.question.size() > kLongestText || !allShort(session.agreement) ||
        !allShort(session.people))
      return tooLong();
    J_CHECK(checkCards(session.cards));
  }
  const auto id = entityOf(session.id);
  J_TRY(const bool erased, parts_.projections.erasures.holds(id));
  if (erased) {
    ++result_.skipped;
    return {};
  }
  return putNewest(parts_.projections.groupSessions, id,
                   store::GroupSessionPut{std::move(session)});
}

Result<std::set<store::EntityId>> OpRunner::recordsOf(GroupSessionId id) {
  J_TRY(const auto all, parts_.projections.groupSessions.all());
  std::set<store::EntityId> records;
  for (const store::OpPosition position : all) {
    J_TRY(const auto entry, store::readEntry(*parts_.database, position));
    const auto other = GroupSessionId::fromBytes(entry.entity.bytes());
    if (sameRecord(other, id)) records.insert(entry.entity);
  }
  if (records.empty()) return Error{ErrorCode::NotFound, "group session " + id.hex()};
  return records;
}

Result<void> OpRunner::addRecords(const std::vector<GroupSessionId>& sessions,
                                  std::set<store::EntityId>& subjects) {
  for (const GroupSessionId& id : sessions) {
    J_TRY(const auto records, recordsOf(id));
    subjects.insert(records.begin(), records.end());
  }
  return {};
}

Result<void> OpRunner::operator()(const StrikeFromSession& op) {
  J_TRY(const auto subjects, recordsOf(op.session));
  std::vector<GroupSession> versions;
  for (const store::EntityId& id : subjects) {
    J_TRY(const auto madeBy, parts_.projections.groupSessions.madeBy(id));
    J_TRY(const auto entry, store::readEntry(*parts_.database, *madeBy));
    J_TRY(auto record, store::decodeRecord(entry.kind, entry.value));
    auto* put = std::get_if<store::GroupSessionPut>(&record);
    if (put != nullptr) versions.push_back(std::move(put->session));
  }
  versions = withRecordsJoined(std::move(versions));
  if (versions.size() != 1 || versions.front().state != GroupSessionState::Held)
    return Error{ErrorCode::NotFound, "group session " + op.session.hex() + " was not held"};
  J_TRY(GroupSession left, withoutCards(std::move(versions.front()), op.cards,
                                        localDate(now_, parts_.clock.utcOffset(now_))));
  J_CHECK(requireNoLegalHold(subjects));
  left.id = goesOnAs(left.id, parts_.random);
  J_CHECK(recordErased(subjects, {}));
  result_.changes.groups = true;
  const Subject subject{entityOf(left.id), Field::Whole, std::nullopt};
  return record(subject, store::GroupSessionPut{std::move(left)});
}

Result<void> OpRunner::operator()(const PutOwnFormat& op) {
  J_CHECK(requireId(op.own.id.isNil()));
  OwnFormat own = op.own;
  own.format.name = cleanLabel(own.format.name);
  own.format.minutes = sumOfRounds(own.format);
  J_CHECK(checkTexts(own.format));
  J_CHECK(checkFormat(own.format, session::Naming::Named, own.unready));
  const auto id = entityOf(own.id);
  return putNewest(parts_.projections.ownFormats, id, store::OwnFormatPut{std::move(own)});
}

}  // namespace journal::service
