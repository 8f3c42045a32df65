#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "journal/base/result.h"
#include "sync/wire/device_statement.h"
#include "sync/wire/segment.h"

namespace syncing {

/// A letter as it lies in a folder.
struct FolderLetter {
  wire::MailboxId box;
  int slot = 0;               ///< 0 or 1
  std::int64_t leftAtMs = 0;  ///< by the writer's clock; for sweeping up, much later
  std::string letter;
  friend bool operator==(const FolderLetter&, const FolderLetter&) = default;
};

/// One file of a shared folder. It says itself what it is: some other tool carries it, and may
/// rename, copy or cut it short on the way.
using FolderFile = std::variant<wire::Segment, wire::DeviceStatement, FolderLetter>;

/// Integers little-endian:
///   file   := head, body (length bytes), BLAKE2b-256 of everything before 32
///   head   := "AFTRFLD", u8 format (1), u8 kind (1 segment, 2 statement, 3 letter), u32 length
///   letter := mailbox 16, u8 slot, i64 left at, u32 length, letter
/// The other bodies are those of sync/wire.
std::string encodeFolderFile(const FolderFile& file);
/// Total: a file that encodes to these bytes again, or Corrupt; TooNew for a later format of it or
/// of its body, when all of it is here.
journal::Result<FolderFile> decodeFolderFile(std::string_view bytes);

/// What the first bytes of a file say, without reading the rest.
struct FolderHead {
  enum class Kind : std::uint8_t {
    Ours,        ///< a whole file would have `size` bytes
    Foreign,     ///< begins with something else
    Unfinished,  ///< too short to say, or zeros where the beginning belongs
  };
  Kind kind = Kind::Foreign;
  std::uint64_t size = 0;
};
inline constexpr std::size_t kFolderHeadBytes = 13;
FolderHead readFolderHead(std::string_view firstBytes);

/// No file of ours is larger.
inline constexpr std::size_t kMostFolderFileBytes = wire::kMostSealedBytes + 1024;

}  // namespace syncing
