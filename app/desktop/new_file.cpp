#include "app/desktop/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;

bool writeAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = write(file, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

journal::Result<void> writeNewFile(const std::filesystem::path& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0 && errno == EEXIST) {
    return Error{ErrorCode::Conflict, "the file is there",
                 "There is a file of that name already, so nothing was saved. Choose another."};
  }
  const bool wrote = file >= 0 && writeAll(file, bytes) && fsync(file) == 0;
  if (file >= 0) close(file);
  if (wrote) return {};
  if (file >= 0) unlink(path.c_str());
  return Error{ErrorCode::Io, "a file was not written",
               "We couldn’t save it there. What you wrote is still here. Try another folder."};
}

}  // namespace app::desktop
