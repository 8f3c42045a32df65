#include "app/keeping/copies.h"

#include <system_error>

#include "journal/base/platform.h"
#include "journal/service/subject_access.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

Result<void> requireNew(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return {};
  return Error{ErrorCode::Conflict, "copy exists", "There is a file of that name already."};
}

std::filesystem::path besideIt(std::filesystem::path page) {
  page.replace_extension(".json");
  return page;
}

}  // namespace

Result<void> requireRoomForCopies(const std::filesystem::path& page) {
  const std::filesystem::path data = besideIt(page);
  if (data == page) {
    return Error{ErrorCode::InvalidInput, "copy named .json",
                 "Give the page a name like about.html; the JSON is written beside it."};
  }
  J_CHECK(requireNew(page));
  return requireNew(data);
}

Result<void> writeCopies(const std::filesystem::path& page,
                         const journal::exchange::AccessCopy& copy) {
  J_CHECK(requireRoomForCopies(page));
  J_TRY(const std::string html, journal::exchange::accessHtml(copy));
  J_CHECK(journal::replaceFileAtomically(page, html));
  return journal::replaceFileAtomically(besideIt(page), journal::exchange::accessJson(copy));
}

Result<void> requireApproved(const journal::exchange::AccessCopy& copy,
                             const std::string& approved) {
  if (journal::service::approvalOf(copy) == approved) return {};
  return Error{ErrorCode::Conflict, "another copy than the one approved",
               "Something changed since you read it. Read it once more before it leaves."};
}

}  // namespace app
