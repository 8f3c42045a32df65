#include "journal/store/attachment_table.h"

#include <array>

#include "journal/crypto/hash.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

#define ATTACHMENT_COLUMNS "id, reflection, name, kind, size, content, added_at_ms"

Attachment readAttachment(const Query& query) {
  Attachment attachment;
  attachment.id = query.id<AttachmentId>(0);
  attachment.reflection = query.id<ReflectionId>(1);
  attachment.name = query.text(2);
  attachment.kind = static_cast<MediaKind>(query.integer(3));
  attachment.size = static_cast<std::uint64_t>(query.integer(4));
  const std::string content = query.blob(5);
  if (content.size() == attachment.content.size()) {
    std::copy(content.begin(), content.end(), attachment.content.begin());
  }
  attachment.addedAt = UtcTime{std::chrono::milliseconds{query.integer(6)}};
  return attachment;
}

Error notWhole(AttachmentId id) {
  return {ErrorCode::Corrupt, "attachment " + id.hex() + " is not whole",
          "This picture or recording is not whole. What else is in the entry is untouched; another "
          "of your devices, or a backup, may have it."};
}

}  // namespace

Result<void> AttachmentTable::put(const Attachment& attachment, OpPosition madeBy) {
  return database_
      .query(
          "INSERT INTO attachment (id, made_op, reflection, name, kind, size, content, "
          "added_at_ms) "
          "VALUES (:id, :made_op, :reflection, :name, :kind, :size, :content, :added_at_ms) "
          "ON CONFLICT (id) DO UPDATE SET reflection = excluded.reflection, name = excluded.name, "
          "kind = excluded.kind, size = excluded.size, content = excluded.content, "
          "added_at_ms = excluded.added_at_ms")
      .bind(attachment.id)
      .bind(madeBy)
      .bind(attachment.reflection)
      .bind(attachment.name)
      .bind(static_cast<std::int64_t>(attachment.kind))
      .bind(static_cast<std::int64_t>(attachment.size))
      .bind(std::span<const std::uint8_t>(attachment.content))
      .bind(static_cast<std::int64_t>(attachment.addedAt.time_since_epoch().count()))
      .run();
}

Result<void> AttachmentTable::remove(AttachmentId id) {
  return database_.query("DELETE FROM attachment WHERE id = :id").bind(id).run();
}

Result<void> AttachmentTable::putPart(AttachmentId id, ReflectionId reflection,
                                      std::uint32_t number, OpPosition position) {
  return database_
      .query(
          "INSERT OR REPLACE INTO attachment_part (attachment, number, reflection, op) "
          "VALUES (:attachment, :number, :reflection, :op)")
      .bind(id)
      .bind(std::int64_t{number})
      .bind(reflection)
      .bind(position)
      .run();
}

Result<std::optional<OpPosition>> AttachmentTable::part(AttachmentId id, std::uint32_t number) {
  Query query = database_.query(
      "SELECT op FROM attachment_part WHERE attachment = :attachment AND number = :number");
  query.bind(id).bind(std::int64_t{number});
  return query.firstInteger();
}

Result<void> AttachmentTable::takeOut(ReflectionId reflection) {
  constexpr std::array kGone = {
      "DELETE FROM field_head WHERE entity IN "
      "(SELECT attachment FROM attachment_part WHERE reflection = :reflection)",
      "DELETE FROM attachment_part WHERE reflection = :reflection",
      "DELETE FROM attachment WHERE reflection = :reflection"};
  for (const char* sql : kGone) J_CHECK(database_.query(sql).bind(reflection).run());
  return {};
}

Result<std::optional<Attachment>> AttachmentTable::find(AttachmentId id) {
  Query query = database_.query("SELECT " ATTACHMENT_COLUMNS " FROM attachment WHERE id = :id");
  query.bind(id);
  J_TRY(const bool found, query.next());
  if (!found) return std::optional<Attachment>();
  return std::optional<Attachment>(readAttachment(query));
}

Result<std::optional<OpPosition>> AttachmentTable::madeBy(AttachmentId id) {
  Query query = database_.query("SELECT made_op FROM attachment WHERE id = :id");
  query.bind(id);
  return query.firstInteger();
}

Result<std::vector<Attachment>> AttachmentTable::of(ReflectionId reflection) {
  Query query = database_.query("SELECT " ATTACHMENT_COLUMNS
                                " FROM attachment WHERE reflection = :reflection "
                                "ORDER BY added_at_ms, id");
  query.bind(reflection);
  std::vector<Attachment> found;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return found;
    found.push_back(readAttachment(query));
  }
}

Result<bool> AttachmentTable::any(ReflectionId reflection) {
  Query query = database_.query("SELECT 1 FROM attachment WHERE reflection = :reflection LIMIT 1");
  query.bind(reflection);
  return query.next();
}

Result<std::size_t> AttachmentTable::count() {
  Query query = database_.query("SELECT count(*) FROM attachment");
  J_TRY(const bool row, query.next());
  return row ? static_cast<std::size_t>(query.integer(0)) : 0;
}

Result<std::string> AttachmentTable::bytes(const Attachment& attachment) {
  Query parts = database_.query(
      "SELECT op FROM attachment_part WHERE attachment = :attachment ORDER BY number");
  parts.bind(attachment.id);
  std::string bytes;
  while (true) {
    J_TRY(const bool more, parts.next());
    if (!more) break;
    const auto entry = readEntry(log_, parts.integer(0));
    if (!entry.ok()) return notWhole(attachment.id);
    const auto record = decodeRecord(entry->kind, entry->value);
    const auto* part = record.ok() ? std::get_if<AttachmentPart>(&record.value()) : nullptr;
    if (part == nullptr || bytes.size() + part->bytes.size() > attachment.size) {
      return notWhole(attachment.id);
    }
    bytes += part->bytes;
  }
  if (crypto::hash(crypto::bytesOf(bytes)) != attachment.content) return notWhole(attachment.id);
  return bytes;
}

}  // namespace journal::store
