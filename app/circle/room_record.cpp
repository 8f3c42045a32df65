#include "app/circle/room_record.h"

#include "journal/base/bytes.h"

namespace app::circle {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using model::CircleNotes;
namespace room = syncing::room;
namespace session = journal::session;

namespace {

constexpr std::uint8_t kRecordFormat = 1;

void put(ByteWriter& out, const CircleNotes& notes) {
  for (const std::string* text : {&notes.paper, &notes.question, &notes.brought, &notes.record})
    out.putSized(*text);
  out.put(static_cast<std::uint8_t>(notes.ours ? 1 : 0)).put(notes.beganMs);
  out.put(static_cast<std::int32_t>(notes.dotsRound));
  out.put(static_cast<std::uint32_t>(notes.dots.size()));
  for (const auto& [theme, dots] : notes.dots)
    out.put(theme.bytes()).put(static_cast<std::int32_t>(dots));
  out.put(static_cast<std::uint32_t>(notes.typed.size()));
  for (const auto& [field, words] : notes.typed) out.putSized(field).putSized(words);
  out.put(static_cast<std::uint32_t>(notes.intentions.size()));
  for (const std::string& words : notes.intentions) out.putSized(words);
  out.put(static_cast<std::int32_t>(notes.pairsDrawn));
}

CircleNotes readNotes(ByteReader& in) {
  CircleNotes notes;
  for (std::string* text : {&notes.paper, &notes.question, &notes.brought, &notes.record})
    *text = in.sized();
  notes.ours = in.integer<std::uint8_t>() == 1;
  notes.beganMs = in.integer<std::int64_t>();
  notes.dotsRound = in.integer<std::int32_t>();
  const auto themes = in.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < themes && !in.isShort(); ++i) {
    const auto theme = in.id<session::CardId>();
    notes.dots[theme] = in.integer<std::int32_t>();
  }
  const auto fields = in.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < fields && !in.isShort(); ++i) {
    const std::string field(in.sized());
    notes.typed[field] = in.sized();
  }
  const auto intentions = in.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < intentions && !in.isShort(); ++i)
    notes.intentions.emplace_back(in.sized());
  notes.pairsDrawn = in.integer<std::int32_t>();
  return notes;
}

}  // namespace

// record = format host port(u16) pin(32) address code name standing(u8) token here(u8) kept-ms
// title
//          memory notes     every text is a length(u32) and its bytes; memory: room_memory.cpp
std::string encode(const RoomRecord& record) {
  std::string bytes;
  ByteWriter out(bytes);
  out.put(kRecordFormat).putSized(record.place.host).put(record.place.port).put(record.place.pin);
  out.putSized(record.address).putSized(record.code).putSized(record.self.name);
  out.put(static_cast<std::uint8_t>(record.self.standing)).putSized(record.self.token);
  out.put(static_cast<std::uint8_t>(record.heldHere ? 1 : 0)).put(record.keptMs);
  out.putSized(record.title).putSized(encode(record.memory));
  put(out, record.notes);
  return bytes;
}

Result<RoomRecord> readRoomRecord(std::string_view bytes) {
  ByteReader in(bytes);
  const Error unread{ErrorCode::Corrupt, "a room's record"};
  RoomRecord record;
  if (in.integer<std::uint8_t>() != kRecordFormat) return unread;
  record.place.host = in.sized();
  record.place.port = in.integer<std::uint16_t>();
  record.place.pin = in.array<std::tuple_size_v<syncing::wire::Digest>>();
  record.address = in.sized();
  record.code = in.sized();
  record.self.name = in.sized();
  const auto standing = in.integer<std::uint8_t>();
  if (standing > static_cast<std::uint8_t>(session::Standing::Projector)) return unread;
  record.self.standing = static_cast<session::Standing>(standing);
  record.self.device = session::DeviceKind::Laptop;
  record.self.token = in.sized();
  record.heldHere = in.integer<std::uint8_t>() == 1;
  record.keptMs = in.integer<std::int64_t>();
  record.title = in.sized();
  J_TRY(record.memory, room::readRoomMemory(in.sized()));
  record.notes = readNotes(in);
  if (!in.whole()) return unread;
  return record;
}

}  // namespace app::circle
