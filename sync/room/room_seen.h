#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "journal/domain/session/visible.h"
#include "sync/room/room_key.h"
#include "sync/room/room_words.h"

namespace syncing::room {

enum class Connection : std::uint8_t { Here, Reconnecting, Gone };

/// A session as one person may see it, its words opened. A value.
struct RoomSeen {
  std::vector<session::CardKind> mayShare;
  session::SessionView view;  ///< without empty slots; its clocks as of `viewedAtMs`
  session::Plan plan;
  PlanWords words;
  std::map<session::Member, std::string> names;  ///< also of those who left
  std::map<session::CardId, CardWords> cards;    ///< those of the view that could be opened
  std::vector<Ballot> ballots;     ///< once the votes are open; none with more dots than each had
  std::set<session::CardId> mine;  ///< can be taken back by this person
  std::map<session::CardId, int> myDots;  ///< as handed in, in this round
  /// Own cards that nobody else has been in the room to see yet.
  std::set<session::CardId> unopened;
  Connection connection = Connection::Reconnecting;
  std::string goneBecause;      ///< a sentence; with Gone
  std::size_t waiting = 0;      ///< sent here, not yet acknowledged
  std::int64_t viewedAtMs = 0;  ///< of the client's steady clock
};

/// Opens what `member` may see. What cannot be opened is shown as no words: whoever sent it had not
/// the room's key, or the hub put it elsewhere.
RoomSeen openFor(session::Member member, const session::Session& state, std::int64_t hubNowMs,
                 const RoomKey& key);

}  // namespace syncing::room
