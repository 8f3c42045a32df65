#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/domain/attachment.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// Pictures and recordings of reflections. Their bytes are read from the log.
class AttachmentTable {
 public:
  AttachmentTable(Database& database, Database& log) : database_(database), log_(log) {}

  Result<void> put(const Attachment& attachment, OpPosition madeBy);
  Result<void> remove(AttachmentId id);
  /// In place of what stood there.
  Result<void> putPart(AttachmentId id, ReflectionId reflection, std::uint32_t number,
                       OpPosition position);
  Result<std::optional<OpPosition>> part(AttachmentId id, std::uint32_t number);
  Result<void> takeOut(ReflectionId reflection);  ///< everything of it

  Result<std::optional<Attachment>> find(AttachmentId id);
  Result<std::optional<OpPosition>> madeBy(AttachmentId id);
  Result<std::vector<Attachment>> of(ReflectionId reflection);  ///< oldest first
  Result<bool> any(ReflectionId reflection);                    ///< whether it has some
  Result<std::size_t> count();
  /// Corrupt, with advice, when they are not the bytes that were attached.
  Result<std::string> bytes(const Attachment& attachment);

 private:
  Database& database_;
  Database& log_;
};

}  // namespace journal::store
