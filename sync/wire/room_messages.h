#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/session/event.h"
#include "journal/domain/session/visible.h"

// What a client and a hub say to each other about the room of a session, as JSON, because a phone's
// browser speaks it too. Total: any bytes may be given; unknown fields are passed over, so that an
// older client can read what a newer one writes. Bytes are base64url without padding, ids hex,
// enumerations their names in lower-case-with-dashes ("co-facilitator", "moved-to"); a field at its
// default may be left out.
//
//   POST /rooms            by a device of the service that may host (request_auth.h), or the hub's
//                          own machine: RoomOpening -> {"member":1}
//   GET  /room/R/door      -> Door: what somebody sees before coming in
//   POST /room/R/join      Joining -> {"member":n}
//   GET  /room/R/log?after=N&wait=S    -> {"now":ms,"events":[...]}   for clients that keep the log
//   GET  /room/R/view?after=N&wait=S   -> {"now":ms,"number":n,"view":{...}}   for the others
//   POST /room/R/event     an event without number, at and by -> {"number":n}, once it is durable
//   POST /room/R/recall    {"id":..., "card":hex, "secret":bytes} -> {"number":n}
//   GET  /circle           the page for a browser; what it needs is under /circle/
//
// Fields are called as in the structs here and in journal/domain/session, but for "at" (atMs),
// "now" (nowMs), "name" (sealedName) and "words" (sealedWords); lengths are whole seconds, or
// milliseconds where the name says so. Lists and enumerations of a view are always there, empty or
// not.
//
// R: the room's id, 32 hex digits. log, view, event and recall are asked with
// "Authorization: Room n.TOKEN", the member's number and the token they joined with. `wait`: when
// nothing is newer than `after`, the answer comes with the next event, or empty (the view: as it
// is) after S seconds, 25 at most. Errors: 400 not understood, 401 not of this room (any more),
// 403 may not open rooms, 404 no such room, 409 not now, 413, 429, 503; with a body {"say":"A
// sentence for the person."}.
//
// What only those in the room can read (`sealed`, `slots`, `name`, `words`): AES-256-GCM under the
// room's key, laid out as nonce 12, ciphertext, tag 16, over JSON in UTF-8, with the associated
// data "afternote room 1|R|" and
//   "plan"                  {"title","format","when","agreement":["..."],"rounds":[{"name",
//                           "prompts":["..."],"who"}],"actions":[{"text","owner","due"}],
//                           "contacts":[{"role","name","number"}]}
//   "name"                  {"name"}
//   "card|KIND|ID|BY"       {"text"}; moments: "tags":[{"domain","outcome"}]; actions: "owner":n,
//                           "due":"2026-12-08". BY: the card's `by` as everybody sees it
//   "slot|ROUND|ID"         in a slot behind the card's id 16, padded with blanks to kSlotBytes:
//                           {"text"...} as a moment, {"dots":{ID:n,...}} as a ballot, or {}
// The code is four words of pairing_words.txt joined by "-"; PBKDF2-HMAC-SHA256 of it with the salt
// "afternote room 1" and 600,000 rounds gives 48 bytes: the room's id 16 and its key 32. So a code
// that is read aloud, typed, or in a link behind "#" opens the room, and a hub, which sees the id
// alone, would have to try 2^44 codes of that price for each room (security.md 4; README).

namespace syncing::wire {

namespace session = journal::session;

struct RoomTag;
using RoomId = journal::Id<RoomTag>;

inline constexpr std::size_t kTokenBytes = 32;
inline constexpr std::size_t kMostRoomMessage = 96 * 1024;
inline constexpr std::size_t kMostNameInARoom = 1024;  ///< bytes, sealed
inline constexpr std::size_t kMostSecret = 64;         ///< bytes, of an anonymous card's author

struct Joining {
  std::string
      token;  ///< kTokenBytes, chosen by who joins; joining again with it is the same member
  std::string sealedName;
  session::Standing standing = session::Standing::Participant;  ///< never one that facilitates
  session::DeviceKind device = session::DeviceKind::Phone;
  friend bool operator==(const Joining&, const Joining&) = default;
};
struct RoomOpening {
  RoomId room;
  session::Plan plan;
  Joining facilitator;
  friend bool operator==(const RoomOpening&, const RoomOpening&) = default;
};
struct Door {
  session::Phase phase = session::Phase::Lobby;
  bool open = true;
  session::Plan plan;
  int people = 0;
  friend bool operator==(const Door&, const Door&) = default;
};
struct LogAnswer {
  std::int64_t nowMs = 0;
  std::vector<session::Event> events;
  friend bool operator==(const LogAnswer&, const LogAnswer&) = default;
};
struct ViewAnswer {
  std::int64_t nowMs = 0;
  std::uint64_t number = 0;
  session::SessionView view;
  friend bool operator==(const ViewAnswer&, const ViewAnswer&) = default;
};
struct Recall {
  session::EventId id;
  session::CardId card;
  std::string secret;  ///< its SHA-256 begins with the card's id
  friend bool operator==(const Recall&, const Recall&) = default;
};

std::string toJson(const Joining& joining);
journal::Result<Joining> readJoining(std::string_view json);
std::string toJson(const RoomOpening& opening);
journal::Result<RoomOpening> readRoomOpening(std::string_view json);
std::string toJson(const Door& door);
journal::Result<Door> readDoor(std::string_view json);
std::string toJson(const session::Plan& plan);
journal::Result<session::Plan> readPlan(std::string_view json);
std::string toJson(const session::Event& event);
journal::Result<session::Event> readEvent(std::string_view json);
std::string toJson(const LogAnswer& answer);
journal::Result<LogAnswer> readLogAnswer(std::string_view json);
/// toJson() of an answer whose events are written already, each by toJson().
std::string logJson(std::int64_t nowMs, std::span<const std::string> events);
std::string toJson(const ViewAnswer& answer);
journal::Result<ViewAnswer> readViewAnswer(std::string_view json);
/// toJson() of one person's view after another's, quicker: a list that is as it was in the last one
/// is not written anew. One thread.
class ViewWriter {
 public:
  std::string write(ViewAnswer answer);

 private:
  std::vector<session::SeenPerson> people_;
  std::vector<session::SeenCard> cards_;
  std::vector<std::string> ballots_;
  std::string peopleText_ = "[]";
  std::string cardsText_ = "[]";
  std::string ballotsText_ = "[]";
};
std::string toJson(const Recall& recall);
journal::Result<Recall> readRecall(std::string_view json);
/// {"member":n} and {"number":n}.
std::string memberJson(session::Member member);
journal::Result<session::Member> readMember(std::string_view json);
std::string numberJson(std::uint64_t number);
journal::Result<std::uint64_t> readNumber(std::string_view json);
/// {"say":"..."}: the sentence; "" when there is none.
std::string sayJson(std::string_view sentence);
std::string readSay(std::string_view json);

}  // namespace syncing::wire
