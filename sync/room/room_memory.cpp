#include "sync/room/room_memory.h"

#include "journal/base/bytes.h"
#include "sync/wire/room_messages.h"

namespace syncing::room {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::uint8_t kMemoryFormat = 1;

Error notAMemory() {
  return {ErrorCode::Corrupt, "what was kept of a room"};
}

Result<Outgoing> readOutgoing(ByteReader& in) {
  Outgoing out;
  J_TRY(out.event, wire::readEvent(in.sized()));
  out.words = in.sized();
  out.secret = in.sized();
  return out;
}

}  // namespace

// memory = format n n*(length event-json length words length secret)
//          n n*(card(16) length secret) round(i32) n n*(theme(16) dots(i32))     n = u32
std::string encode(const RoomMemory& memory) {
  std::string bytes;
  ByteWriter out(bytes);
  out.put(kMemoryFormat).put(static_cast<std::uint32_t>(memory.waiting.size()));
  for (const Outgoing& one : memory.waiting)
    out.putSized(wire::toJson(one.event)).putSized(one.words).putSized(one.secret);
  out.put(static_cast<std::uint32_t>(memory.secrets.size()));
  for (const auto& [card, secret] : memory.secrets) out.put(card.bytes()).putSized(secret);
  out.put(static_cast<std::int32_t>(memory.dotsRound));
  out.put(static_cast<std::uint32_t>(memory.dots.size()));
  for (const auto& [theme, dots] : memory.dots)
    out.put(theme.bytes()).put(static_cast<std::int32_t>(dots));
  return bytes;
}

Result<RoomMemory> readRoomMemory(std::string_view bytes) {
  ByteReader in(bytes);
  RoomMemory memory;
  if (in.integer<std::uint8_t>() != kMemoryFormat) return notAMemory();
  const auto waiting = in.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < waiting && !in.isShort(); ++i) {
    J_TRY(Outgoing one, readOutgoing(in));
    memory.waiting.push_back(std::move(one));
  }
  const auto secrets = in.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < secrets && !in.isShort(); ++i) {
    const auto card = in.id<session::CardId>();
    memory.secrets[card] = in.sized();
  }
  memory.dotsRound = in.integer<std::int32_t>();
  const auto themes = in.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < themes && !in.isShort(); ++i) {
    const auto theme = in.id<session::CardId>();
    memory.dots[theme] = in.integer<std::int32_t>();
  }
  if (!in.whole()) return notAMemory();
  return memory;
}

}  // namespace syncing::room
