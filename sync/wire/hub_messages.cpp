#include "sync/wire/hub_messages.h"

#include <utility>

#include "sync/wire/message_bytes.h"

namespace syncing::wire {

using journal::Result;

namespace {

void putHead(ByteWriter& out, const Head& head) {
  out.put(head.device.bytes()).put(head.seq).put(head.mark);
}
Head takeHead(MessageReader& in) {
  Head head;
  head.device = in.bytes.id<DeviceId>();
  head.seq = in.bytes.integer<std::uint64_t>();
  head.mark = in.bytes.array<32>();
  return head;
}

Segment takeSegment(MessageReader& in) {
  auto segment = decodeSegment(in.bytes.sized());
  in.require(segment.ok());
  return segment.ok() ? std::move(*segment) : Segment{};
}
Numbered takeNumbered(MessageReader& in) {
  const auto number = in.bytes.integer<std::uint64_t>();
  return {number, takeSegment(in)};
}
DeviceStatement takeStatement(MessageReader& in) {
  auto statement = decodeStatement(in.bytes.sized());
  in.require(statement.ok());
  return statement.ok() ? std::move(*statement) : DeviceStatement{};
}

}  // namespace

std::string encodeSegments(const std::vector<Segment>& segments) {
  std::string out;
  ByteWriter write(out);
  write.put(static_cast<std::uint32_t>(segments.size()));
  for (const Segment& segment : segments) write.putSized(encodeSegment(segment));
  return out;
}

Result<std::vector<Segment>> decodeSegments(std::string_view bytes) {
  MessageReader in(bytes);
  auto segments = in.list<Segment>(kMostSegmentsAMessage, takeSegment);
  return in.finish(std::move(segments), "segments");
}

std::string encode(const Pushed& pushed) {
  std::string out;
  ByteWriter write(out);
  putHead(write, pushed.head);
  write.put(std::uint8_t{pushed.forked});
  return out;
}

Result<Pushed> decodePushed(std::string_view bytes) {
  MessageReader in(bytes);
  Pushed pushed;
  pushed.head = takeHead(in);
  pushed.forked = in.flag();
  return in.finish(pushed, "pushed");
}

std::string encode(const Pulled& pulled) {
  std::string out;
  ByteWriter write(out);
  write.put(static_cast<std::uint32_t>(pulled.segments.size()));
  for (const Numbered& one : pulled.segments)
    write.put(one.number).putSized(encodeSegment(one.segment));
  write.put(pulled.next).put(std::uint8_t{pulled.more}).put(pulled.epoch.bytes());
  return out;
}

Result<Pulled> decodePulled(std::string_view bytes) {
  MessageReader in(bytes);
  Pulled pulled;
  pulled.segments = in.list<Numbered>(kMostSegmentsAMessage, takeNumbered);
  pulled.next = in.bytes.integer<std::uint64_t>();
  pulled.more = in.flag();
  pulled.epoch = in.bytes.id<HubEpoch>();
  return in.finish(std::move(pulled), "pulled");
}

std::string encode(const Standing& standing) {
  std::string out;
  ByteWriter write(out);
  write.put(standing.epoch.bytes()).put(standing.newest).put(standing.nowMs);
  write.put(static_cast<std::uint32_t>(standing.heads.size()));
  for (const Head& head : standing.heads) putHead(write, head);
  return out;
}

Result<Standing> decodeStanding(std::string_view bytes) {
  MessageReader in(bytes);
  Standing standing;
  standing.epoch = in.bytes.id<HubEpoch>();
  standing.newest = in.bytes.integer<std::uint64_t>();
  standing.nowMs = in.bytes.integer<std::int64_t>();
  standing.heads = in.list<Head>(kMostHeads, takeHead);
  return in.finish(std::move(standing), "standing");
}

std::string encodeStatements(const std::vector<DeviceStatement>& statements) {
  std::string out;
  ByteWriter write(out);
  write.put(static_cast<std::uint32_t>(statements.size()));
  for (const DeviceStatement& one : statements) write.putSized(encodeStatement(one));
  return out;
}

Result<std::vector<DeviceStatement>> decodeStatements(std::string_view bytes) {
  MessageReader in(bytes);
  auto statements = in.list<DeviceStatement>(kMostStatementsAMessage, takeStatement);
  return in.finish(std::move(statements), "device list");
}

std::string encodeVaults(const std::vector<VaultId>& vaults) {
  std::string out;
  ByteWriter write(out);
  write.put(static_cast<std::uint32_t>(vaults.size()));
  for (const VaultId& vault : vaults) write.put(vault.bytes());
  return out;
}

Result<std::vector<VaultId>> decodeVaults(std::string_view bytes) {
  MessageReader in(bytes);
  auto vaults = in.list<VaultId>(kMostVaultsAMessage,
                                 [](MessageReader& one) { return one.bytes.id<VaultId>(); });
  return in.finish(std::move(vaults), "vaults");
}

std::string encodeLetter(const std::optional<std::string>& letter) {
  if (!letter) return std::string(1, '\0');
  return '\1' + *letter;
}

Result<std::optional<std::string>> decodeLetter(std::string_view bytes) {
  MessageReader in(bytes);
  std::optional<std::string> letter;
  if (in.flag()) letter = std::string(in.bytes.raw(in.bytes.left()));
  in.require(!letter || letter->size() <= kMostLetterBytes);
  return in.finish(std::move(letter), "letter");
}

}  // namespace syncing::wire
