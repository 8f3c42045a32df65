#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/domain/ids.h"
#include "journal/domain/session/event.h"
#include "journal/domain/session_format.h"

// A group's session as it stands in somebody's journal: what was planned, and what of it is kept
// once it was held (domain.md 2.5): never who said what, no raw stories, no names.

namespace journal {

/// A card that the format keeps, or that is this tutor's own.
struct KeptCard {
  session::CardKind kind = session::CardKind::Pattern;
  std::string text;
  session::Keep keep = session::Keep::Group;
  bool own = false;     ///< written by whose journal this is
  bool leaves = false;  ///< agreed at the close: it goes to the theme list for managers
  std::int32_t dots = 0;
  std::string owner;  ///< of an action, by the name they had in the room
  LocalDate due{};    ///< of an action; none: not ok()
  bool done = false;  ///< an action, once somebody said so
  friend bool operator==(const KeptCard&, const KeptCard&) = default;
};

enum class GroupSessionState : std::uint8_t {
  Planned,
  Held,
  SetAside,  ///< not to be shown any more: nothing but its id is left in it
  Unready,   ///< planned, and its rounds cannot be run as they are yet
};

struct GroupSession {
  GroupSessionId id;
  GroupSessionState state = GroupSessionState::Planned;
  std::string title;
  LocalDate day{};
  std::chrono::minutes startsAt{0};  ///< after midnight
  bool led = false;                  ///< by whose journal this is
  session::Naming naming = session::Naming::Named;
  SessionFormat format;
  std::vector<std::string> agreement;
  std::string question = {};        ///< that everybody writes or speaks to; may be empty
  std::vector<std::string> people;  ///< expected, as typed; empty once held
  std::chrono::minutes lasted{0};   ///< held, for the CPD claim; planned, the time there is
  std::int32_t headcount = 0;
  std::vector<KeptCard> cards;
  friend bool operator==(const GroupSession&, const GroupSession&) = default;
};

/// Not held yet, whether its rounds can be run by now or not.
bool isPlanned(const GroupSession& group);

/// A format of somebody's own: made from rounds, changed, or passed on to them.
struct OwnFormat {
  OwnFormatId id;
  SessionFormat format;
  bool setAside = false;  ///< not offered; its words stay, so that it can be brought back
  bool unready = false;   ///< as far as it was made: it cannot be run as it is yet
  friend bool operator==(const OwnFormat&, const OwnFormat&) = default;
};

/// Of the group, and not one person's own: in the facilitator's journal, what a copy of the record
/// has in it.
bool isTheGroups(const KeptCard& card);
/// The same of a session: in everybody else's journal nothing is.
bool isTheGroups(const GroupSession& held, const KeptCard& card);

/// The last day on which the group may still strike things out of a session's record.
LocalDate strikeUntil(LocalDate heldOn);
/// Whether a card can be taken out of the record today: one's own words always, the group's until
/// then.
bool mayStrike(const GroupSession& held, const KeptCard& card, LocalDate today);
/// The last day of the school year after the one of the session (31 August): then it is deleted.
LocalDate recordEnds(LocalDate heldOn);

/// The id under which a record goes on that something was struck from: it begins the same, so that
/// it is found again, and what was sent for it can be told to be of it.
GroupSessionId goesOnAs(GroupSessionId id, Random& random);
/// What all ids of one record begin with.
std::span<const std::uint8_t> recordBytes(const GroupSessionId& id);
bool sameRecord(GroupSessionId one, GroupSessionId other);
/// Sessions as they are shown: where two devices struck from the same record apart, what neither
/// struck, under the first id.
std::vector<GroupSession> withRecordsJoined(std::vector<GroupSession> sessions);

/// The actions that a session opens with: of the last one held before `day` with this title, those
/// not done.
std::vector<KeptCard> openActions(const std::vector<GroupSession>& sessions, std::string_view title,
                                  LocalDate day);

}  // namespace journal
