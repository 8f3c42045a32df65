#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/crypto/secret.h"
#include "journal/domain/session/event.h"
#include "sync/wire/room_messages.h"

namespace syncing::room {

/// Four words that open a room: read aloud, typed, or behind "#" in a link. Whoever has them is in
/// the room, so they are never logged and never sent to a hub.
class RoomCode {
 public:
  static RoomCode random(journal::Random& random);
  /// As people type it: any case, with blanks, dashes or commas between. InvalidInput says which
  /// word is not one of ours, by its number.
  static journal::Result<RoomCode> parse(std::string_view typed);

  /// "heron-fiddle-amber-stone"; for a link, and what the key is made of.
  std::string text(char between = '-') const;
  friend bool operator==(const RoomCode&, const RoomCode&) = default;

 private:
  std::array<std::uint16_t, 4> words_{};
};

namespace session = journal::session;

/// Seals and opens what only those in the room may read, as room_messages.h says: AES-256-GCM
/// bound to the room and to what it is. Any thread.
class RoomKey {
 public:
  /// Costs 600,000 rounds of SHA-256 on purpose: about 0.2 s.
  static RoomKey of(const RoomCode& code);
  RoomKey(RoomKey&&) noexcept = default;
  RoomKey& operator=(RoomKey&&) noexcept = default;

  const wire::RoomId& room() const { return room_; }
  std::string seal(std::string_view what, std::string_view plain, journal::Random& random) const;
  /// Nullopt when it was not sealed in this room as this.
  std::optional<std::string> open(std::string_view what, std::string_view sealed) const;
  /// For the vectors that hold this against the page's script.
  const journal::crypto::Secret& key() const { return key_; }

 private:
  RoomKey() = default;
  wire::RoomId room_;
  journal::crypto::Secret key_;
};

// What a sealed text is: the end of its associated data.
inline constexpr std::string_view kPlanWords = "plan";
inline constexpr std::string_view kName = "name";
std::string cardWords(session::CardKind kind, const session::CardId& id, session::Member by);
std::string slotWords(int round, const session::CardId& id);

/// A slot of the box (session::kSlotBytes): the card's id, then the text sealed, padded with
/// blanks. `plain` fits: room_words.h's kMostSlotText, JSON's escapes of it included.
inline constexpr std::size_t kMostSlotJson = session::kSlotBytes - session::kCardIdBytes - 28;
std::string slotOf(const RoomKey& key, int round, const session::CardId& id, std::string plain,
                   journal::Random& random);

/// An anonymous card's secret and the id that comes of it (session/event.h).
struct CardSecret {
  std::string secret;  ///< 32 bytes
  session::CardId id;
  static CardSecret random(journal::Random& random);
};
/// The first 16 bytes of the secret's SHA-256.
session::CardId cardOf(std::string_view secret);

}  // namespace syncing::room
