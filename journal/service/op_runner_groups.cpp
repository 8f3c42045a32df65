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
  return putNewest(parts_.projections.groupSessions, id,
                   store::GroupSessionPut{std::move(session)});
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
