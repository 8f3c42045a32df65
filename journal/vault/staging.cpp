#include "journal/vault/staging.h"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "journal/base/id.h"
#include "journal/base/platform.h"
#include "journal/crypto/system_random.h"

namespace journal::vault {
namespace fs = std::filesystem;
namespace {

Error fileError(const char* what, const std::error_code& code) {
  Error error{ErrorCode::Io, fmt::format("{}: {}", what, code.value())};
  if (code == std::errc::no_space_on_device) {
    error.advice = "The disk is full. Free some space, then try again.";
  } else if (code == std::errc::permission_denied || code == std::errc::read_only_file_system) {
    error.advice =
        "This folder cannot be written to. Choose another place, or ask for permission to write "
        "there.";
  }
  return error;
}

Error occupied() {
  return Error{ErrorCode::Conflict, "destination is not empty",
               "There is something in that folder already, and it will not be written over. "
               "Please choose an empty or a new folder."};
}

std::string randomSuffix() {
  std::array<std::uint8_t, 4> bytes{};
  crypto::SystemRandom().fill(bytes);
  return toHex(bytes);
}

}  // namespace

Result<StagingFolder> StagingFolder::beside(const fs::path& destination) {
  std::error_code code;
  const fs::path target = fs::absolute(destination, code).lexically_normal();
  // "journals/mine/" names the same folder as "journals/mine".
  const fs::path name = target.has_filename() ? target : target.parent_path();
  if (fs::exists(name, code)) {
    if (!fs::is_directory(name, code) || !fs::is_empty(name, code)) return occupied();
  }
  fs::create_directories(name.parent_path(), code);
  if (code) return fileError("create parent folder", code);
  fs::path staging = name;
  staging += ".new-" + randomSuffix();
  fs::create_directory(staging, code);
  if (code) return fileError("create folder", code);
  StagingFolder folder(staging, name);
  fs::permissions(staging, fs::perms::owner_all, code);
  if (code) return fileError("restrict folder", code);
  return folder;
}

StagingFolder::StagingFolder(StagingFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})), destination_(std::move(other.destination_)) {}

StagingFolder::~StagingFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

Result<void> StagingFolder::publish() {
  J_CHECK(syncFolder(path_));
  std::error_code ignored;
  fs::remove(destination_,
             ignored);  // only ever an empty folder; anything else stays and is a conflict
  auto moved = renameDurably(path_, destination_);
  if (!moved.ok()) return moved.error().code == ErrorCode::Conflict ? occupied() : moved.error();
  path_.clear();
  return {};
}

}  // namespace journal::vault
