#include "sync/transport/folder_file.h"

#include <algorithm>

#include "journal/base/bytes.h"
#include "journal/crypto/hash.h"
#include "sync/wire/hub_link.h"

namespace syncing {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;

constexpr std::string_view kMagic = "AFTRFLD";
constexpr std::uint8_t kFolderFormat = 1;
constexpr std::size_t kSumBytes = 32;
enum class Kind : std::uint8_t { Segment = 1, Statement = 2, Letter = 3 };

std::string letterBody(const FolderLetter& letter) {
  std::string out;
  ByteWriter(out)
      .put(letter.box.bytes())
      .put(static_cast<std::uint8_t>(letter.slot))
      .put(letter.leftAtMs)
      .putSized(letter.letter);
  return out;
}

Result<FolderFile> readLetterBody(std::string_view body) {
  ByteReader in(body);
  FolderLetter letter;
  letter.box = in.id<wire::MailboxId>();
  letter.slot = in.integer<std::uint8_t>();
  letter.leftAtMs = in.integer<std::int64_t>();
  letter.letter = std::string(in.sized());
  if (!in.whole() || letter.slot > 1 || letter.letter.size() > wire::kMostLetterBytes) {
    return Error{ErrorCode::Corrupt, "folder letter"};
  }
  return FolderFile(std::move(letter));
}

template <class Body>
Result<FolderFile> asFile(Result<Body> body) {
  if (!body.ok()) return body.error();
  return FolderFile(std::move(*body));
}

Result<FolderFile> readBody(std::uint8_t kind, std::string_view body) {
  switch (static_cast<Kind>(kind)) {
    case Kind::Segment:
      return asFile(wire::decodeSegment(body));
    case Kind::Statement:
      return asFile(wire::decodeStatement(body));
    case Kind::Letter:
      return readLetterBody(body);
  }
  return Error{ErrorCode::TooNew, "kind of folder file"};  // of a later Afternote
}

}  // namespace

std::string encodeFolderFile(const FolderFile& file) {
  std::string body;
  Kind kind = Kind::Letter;
  if (const auto* segment = std::get_if<wire::Segment>(&file)) {
    kind = Kind::Segment;
    body = wire::encodeSegment(*segment);
  } else if (const auto* statement = std::get_if<wire::DeviceStatement>(&file)) {
    kind = Kind::Statement;
    body = wire::encodeStatement(*statement);
  } else {
    body = letterBody(std::get<FolderLetter>(file));
  }
  std::string out;
  out.reserve(kFolderHeadBytes + body.size() + kSumBytes);
  ByteWriter(out)
      .putRaw(kMagic)
      .put(kFolderFormat)
      .put(static_cast<std::uint8_t>(kind))
      .putSized(body);
  ByteWriter(out).put(journal::crypto::hash(bytesOf(out)));
  return out;
}

Result<FolderFile> decodeFolderFile(std::string_view bytes) {
  const FolderHead head = readFolderHead(bytes.substr(0, kFolderHeadBytes));
  if (head.kind != FolderHead::Kind::Ours || head.size != bytes.size()) {
    return Error{ErrorCode::Corrupt, "folder file"};
  }
  ByteReader sum(bytes.substr(bytes.size() - kSumBytes));
  const std::string_view summed = bytes.substr(0, bytes.size() - kSumBytes);
  if (sum.array<kSumBytes>() != journal::crypto::hash(bytesOf(summed))) {
    return Error{ErrorCode::Corrupt, "folder file: checksum"};
  }
  ByteReader in(summed.substr(kMagic.size()));
  if (in.integer<std::uint8_t>() != kFolderFormat) return Error{ErrorCode::TooNew, "folder file"};
  const auto kind = in.integer<std::uint8_t>();
  if (kind == 0) return Error{ErrorCode::Corrupt, "folder file: kind"};
  return readBody(kind, in.sized());
}

FolderHead readFolderHead(std::string_view firstBytes) {
  FolderHead head;
  // Cut short, or made as long as it will be and filled with zeros until it is written.
  const std::string_view written = firstBytes.substr(0, firstBytes.find_last_not_of('\0') + 1);
  const bool isShort = written.size() <= kMagic.size() || firstBytes.size() < kFolderHeadBytes;
  if (isShort && written.substr(0, kMagic.size()) == kMagic.substr(0, written.size())) {
    head.kind = FolderHead::Kind::Unfinished;
    return head;
  }
  ByteReader in(firstBytes);
  const bool isOurs = in.raw(kMagic.size()) == kMagic;
  const auto format = in.integer<std::uint8_t>();
  in.integer<std::uint8_t>();
  const auto length = in.integer<std::uint32_t>();
  if (in.isShort() || !isOurs || format == 0) return head;
  head.kind = FolderHead::Kind::Ours;
  head.size = kFolderHeadBytes + std::uint64_t{length} + kSumBytes;
  return head;
}

}  // namespace syncing
