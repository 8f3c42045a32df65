#include "sync/wire/device_statement.h"

#include "journal/base/bytes.h"

namespace syncing::wire {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;

constexpr std::uint8_t kStatementFormat = 1;

std::string unsignedBytes(const DeviceStatement& statement) {
  std::string out;
  ByteWriter write(out);
  write.put(kStatementFormat)
      .put(static_cast<std::uint8_t>(statement.kind))
      .put(statement.vault.bytes())
      .put(statement.device.bytes())
      .put(statement.signKey)
      .put(statement.boxKey)
      .put(statement.recovery)
      .putSized(statement.sealedName)
      .put(statement.atMs)
      .put(statement.epoch.bytes())
      .put(static_cast<std::uint16_t>(statement.boxes.size()));
  for (const KeyBox& box : statement.boxes) write.put(box.device.bytes()).putSized(box.sealed);
  write.put(static_cast<std::uint16_t>(statement.after.size()));
  for (const Digest& digest : statement.after) write.put(digest);
  write.put(statement.signer.bytes());
  return out;
}

bool knownKind(std::uint8_t kind) {
  return kind >= static_cast<std::uint8_t>(StatementKind::Found) &&
         kind <= static_cast<std::uint8_t>(StatementKind::Epoch);
}

}  // namespace

std::string signedPart(const DeviceStatement& statement) {
  return "afternote device list 1" + unsignedBytes(statement);
}

std::string encodeStatement(const DeviceStatement& statement) {
  std::string out = unsignedBytes(statement);
  ByteWriter(out).put(statement.signature);
  return out;
}

journal::Result<DeviceStatement> decodeStatement(std::string_view bytes) {
  const Error corrupt{ErrorCode::Corrupt, "device statement"};
  if (bytes.size() > kMostStatementBytes) return corrupt;
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  if (!in.isShort() && format > kStatementFormat)
    return Error{ErrorCode::TooNew, "device statement format"};
  DeviceStatement statement;
  const auto kind = in.integer<std::uint8_t>();
  statement.kind = static_cast<StatementKind>(kind);
  statement.vault = in.id<VaultId>();
  statement.device = in.id<DeviceId>();
  statement.signKey = in.array<32>();
  statement.boxKey = in.array<32>();
  statement.recovery = in.integer<std::uint8_t>();
  statement.sealedName = std::string(in.sized());
  statement.atMs = in.integer<std::int64_t>();
  statement.epoch = in.id<EpochId>();
  const auto boxes = in.integer<std::uint16_t>();
  for (int i = 0; i < boxes && !in.isShort(); ++i) {
    KeyBox box;
    box.device = in.id<DeviceId>();
    box.sealed = std::string(in.sized());
    if (box.sealed.size() > kMostBoxBytes) return corrupt;
    statement.boxes.push_back(std::move(box));
  }
  const auto after = in.integer<std::uint16_t>();
  for (int i = 0; i < after && !in.isShort(); ++i) statement.after.push_back(in.array<32>());
  statement.signer = in.id<DeviceId>();
  statement.signature = in.array<64>();
  const bool fits = statement.boxes.size() <= kMostBoxes && statement.after.size() <= kMostAfter &&
                    statement.sealedName.size() <= kMostNameBytes && statement.recovery <= 1;
  if (format != kStatementFormat || !knownKind(kind) || !in.whole() || !fits) return corrupt;
  return statement;
}

}  // namespace syncing::wire
