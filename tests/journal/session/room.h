#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "journal/domain/session/session.h"
#include "journal/domain/session/visible.h"

namespace tests {

using namespace journal::session;

/// A hub's side of a session without a hub: admits, numbers, keeps the log, and says why not.
/// `nowMs` is moved by the test.
class Room {
 public:
  explicit Room(Plan plan);

  /// Everybody in: the first leads.
  Member join(Standing standing = Standing::Participant);
  /// What was refused, as its code; nothing when it happened.
  std::optional<journal::ErrorCode> send(Event event);
  std::optional<journal::ErrorCode> does(Member who, EventKind kind, Event rest = {});
  /// By the hub itself.
  void happens(EventKind kind, Event rest = {});
  CardId shares(Member who, CardKind kind, const std::string& sealed, Member to = 0);
  std::optional<journal::ErrorCode> handsIn(Member who, const std::vector<std::string>& words);
  std::optional<journal::ErrorCode> movesTo(Member who, int round);

  SessionView seenBy(Member who) const { return visibleTo(who, session, nowMs); }

  Session session;
  std::vector<Event> log;  ///< as others are sent it
  std::int64_t nowMs = 1'000'000;

 private:
  void commit(Event event);
};

/// Ids that a test can tell apart and make again.
EventId eventId(std::uint64_t n);
CardId cardId(std::uint64_t n);
/// A slot with an id made from the words, as a client would fill it.
std::string slotOf(const std::string& words);
CardId cardOfWords(const std::string& words);
bool mayDo(const SessionView& view, Deed deed);
const SeenCard* cardIn(const SessionView& view, const CardId& id);
const SeenPerson* personIn(const SessionView& view, Member number);

/// One round of each kind, half of them timed by turns; one presenter.
Plan everyKind(Naming naming);
Plan planOf(std::initializer_list<RoundKind> kinds, Naming naming = Naming::Named);

}  // namespace tests
