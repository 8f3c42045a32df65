// Pictures and recordings, as JSON and back.

#include <span>
#include <utility>

#include "journal/base/id.h"
#include "journal/exchange/json_fields.h"
#include "journal/exchange/records_json.h"

namespace journal::exchange {

Json toJson(const AttachmentRecord& record) {
  const Attachment& attachment = record.attachment;
  const std::span<const std::uint8_t> bytes(
      reinterpret_cast<const std::uint8_t*>(record.bytes.data()), record.bytes.size());
  return Json{{"added_at", millis(attachment.addedAt)},
              {"hex", toHex(bytes)},
              {"id", attachment.id.hex()},
              {"media_type", std::string(mediaType(attachment.kind))},
              {"name", attachment.name},
              {"reflection", attachment.reflection.hex()}};
}

std::optional<AttachmentRecord> attachmentFrom(const Json& json) {
  const auto id = idOf<AttachmentId>(json, "id");
  const auto reflection = idOf<ReflectionId>(json, "reflection");
  const auto hex = textOf(json, "hex");
  if (!id || !reflection || !hex || hex->size() % 2 != 0) return std::nullopt;
  AttachmentRecord record;
  record.bytes.resize(hex->size() / 2);
  const std::span<std::uint8_t> bytes(reinterpret_cast<std::uint8_t*>(record.bytes.data()),
                                      record.bytes.size());
  if (!fromHex(*hex, bytes)) return std::nullopt;
  const auto kind = mediaKindOf(record.bytes);
  if (!kind) return std::nullopt;
  record.attachment.id = *id;
  record.attachment.reflection = *reflection;
  record.attachment.name = plainOf(json, "name");
  record.attachment.kind = *kind;
  record.attachment.size = record.bytes.size();
  record.attachment.addedAt = timeOf(json, "added_at");
  return record;
}

}  // namespace journal::exchange
