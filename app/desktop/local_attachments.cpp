#include "app/desktop/local_attachments.h"

#include <filesystem>
#include <system_error>

#include "app/cli/file_to_attach.h"
#include "app/cli/journal_export.h"
#include "app/desktop/local_exchange.h"
#include "app/desktop/new_file.h"
#include "app/desktop/picture_decoder.h"
#include "app/model/edited_text.h"

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

bool LocalAttachments::isOne(const std::string& path) {
  const auto file = pathFromTyped(path);
  return file.ok() && beginsLikeAnAttachment(*file);
}

Result<model::FileToAttach> LocalAttachments::read(const std::string& path,
                                                   const model::Watch& watch) {
  J_TRY(const std::filesystem::path file, pathFromTyped(path));
  ReadingWatch reading{watch.stop, [&watch](std::uint64_t done, std::uint64_t total) {
                         if (watch.progress) watch.progress(done, total);
                         if (watch.between) watch.between();
                       }};
  J_TRY(std::string bytes, fileToAttach(file, reading));
  return model::FileToAttach{file.filename().string(), std::move(bytes)};
}

Result<std::string> LocalAttachments::saveCopy(journal::service::Journal& open,
                                               const journal::Attachment& which,
                                               const std::string& path, const model::Watch& watch) {
  J_TRY(std::filesystem::path to, pathFromTyped(path));
  std::error_code ignored;
  if (std::filesystem::is_directory(to, ignored)) {
    to /= journal::safeFileName(which.name, which.kind);
  }
  J_TRY(std::string bytes, open.attachmentBytes(which.id));
  const auto written = watch.stop.stop_requested()
                           ? Result<void>(Error{ErrorCode::Cancelled, "saving a copy"})
                           : writeNewFile(to, bytes);
  model::wipe(bytes);
  J_CHECK(written);
  return to.string();
}

Result<std::shared_ptr<const paint::Pixels>> LocalAttachments::picture(
    journal::service::Journal& open, const journal::Attachment& which, int longestSide) {
  J_TRY(std::string bytes, open.attachmentBytes(which.id));
  auto picture = decodePicture(bytes, longestSide);
  model::wipe(bytes);
  return picture;
}

std::string LocalAttachments::copyWarning() {
  return kUnprotectedCopy;
}

}  // namespace app::desktop
