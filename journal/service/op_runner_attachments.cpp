// Pictures and recordings: kept with a reflection, taken out, and read back.

#include <fmt/format.h>

#include <algorithm>

#include "journal/crypto/hash.h"
#include "journal/domain/safeguarding.h"
#include "journal/service/op_runner.h"

namespace journal::service {

using store::entityOf;
using store::Field;

namespace {

/// About a run of entries on the way to another device: a text written after a recording does not
/// wait for all of it.
constexpr std::size_t kPartBytes = std::size_t{256} * 1024;

Error unfit(const char* why, std::string advice) {
  return {ErrorCode::InvalidInput, std::string("attachment: ") + why, std::move(advice)};
}

Result<MediaKind> requireFit(const AttachFile& op) {
  if (op.bytes.size() > kMostAttachmentBytes) return tooLargeToAttach();
  const auto kind = mediaKindOf(op.bytes);
  if (kind) return *kind;
  return unfit(
      "of no known kind",
      "Afternote keeps pictures (PNG, JPEG, WebP, GIF) and recordings (WAV, MP3, M4A, Ogg, "
      "FLAC). This file is none of these.");
}

}  // namespace

Result<void> OpRunner::operator()(const AttachFile& op) {
  J_CHECK(requireId(op.id.isNil()));
  J_TRY(const auto stored, parts_.stored(op.reflection));
  if (!op.copied) J_CHECK(requireUsable(stored.reflection));
  J_TRY(const MediaKind kind, requireFit(op));
  Attachment attachment{op.id, op.reflection,   cleanLabel(op.name),
                        kind,  op.bytes.size(), crypto::hash(crypto::bytesOf(op.bytes)),
                        op.copied.value_or(now_)};
  J_TRY(const auto present, parts_.projections.attachments.of(op.reflection));
  const bool there = std::any_of(present.begin(), present.end(), [&](const Attachment& one) {
    return one.content == attachment.content;
  });
  if (there) {
    ++result_.skipped;
    return {};
  }
  if (present.size() >= kMostAttachments) {
    return unfit("too many", fmt::format("An entry keeps up to {} pictures and recordings. Take "
                                         "one out first.",
                                         kMostAttachments));
  }
  J_TRY(const auto other, parts_.projections.attachments.find(op.id));
  if (other) return Error{ErrorCode::Conflict, "attachment " + op.id.hex() + " exists already"};
  const std::vector<store::OpPosition> about{stored.madeOp};
  for (std::size_t at = 0; at < op.bytes.size(); at += kPartBytes) {
    J_CHECK(record({entityOf(op.id), Field::Content, std::nullopt},
                   store::AttachmentPart{op.reflection, static_cast<std::uint32_t>(at / kPartBytes),
                                         op.bytes.substr(at, kPartBytes)},
                   about));
  }
  result_.changes.attachments = true;
  ++result_.applied;
  return record({entityOf(op.id), Field::Whole, std::nullopt},
                store::AttachmentPut{std::move(attachment)}, about);
}

Result<void> OpRunner::operator()(const RemoveAttachment& op) {
  J_TRY(const auto present, parts_.projections.attachments.find(op.attachment));
  if (!present) return Error{ErrorCode::NotFound, "attachment " + op.attachment.hex()};
  J_TRY(const auto stored, parts_.stored(present->reflection));
  J_CHECK(requireUsable(stored.reflection));
  J_TRY(const auto madeBy, parts_.projections.attachments.madeBy(op.attachment));
  result_.changes.attachments = true;
  return record({entityOf(op.attachment), Field::Whole, madeBy},
                store::AttachmentRemoved{present->reflection});
}

Result<std::vector<Attachment>> LocalJournal::attachments(ReflectionId id) {
  J_CHECK(parts_->stored(id));
  return parts_->projections.attachments.of(id);
}

Result<std::string> LocalJournal::attachmentBytes(AttachmentId id) {
  J_TRY(const auto found, parts_->projections.attachments.find(id));
  if (!found) return Error{ErrorCode::NotFound, "attachment " + id.hex()};
  return parts_->projections.attachments.bytes(*found);
}

}  // namespace journal::service
