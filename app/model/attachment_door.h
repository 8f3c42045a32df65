#pragma once

#include <memory>
#include <string>

#include "app/model/ports.h"
#include "app/paint/pixels.h"
#include "journal/domain/attachment.h"

namespace app::model {

struct FileToAttach {
  std::string name;  ///< what the file is called
  std::string bytes;
};

/// Pictures and recordings between the disk and the journal. A path is what somebody typed, pasted
/// or dropped: a whole path or a file:// address. Errors carry advice. Journal thread only.
class AttachmentDoor {
 public:
  virtual ~AttachmentDoor() = default;
  /// Whether what is there begins like a picture or a recording.
  virtual bool isOne(const std::string& path) = 0;
  /// Whole; `watch` counts bytes. What it is, and whether it may be kept, the journal says.
  virtual journal::Result<FileToAttach> read(const std::string& path, const Watch& watch) = 0;
  /// Writes it to `path`: a new file, or a folder that is there, under its own name. Returns the
  /// whole path. Conflict when a file of that name is there; Cancelled before anything is written.
  virtual journal::Result<std::string> saveCopy(journal::service::Journal& open,
                                                const journal::Attachment& which,
                                                const std::string& path, const Watch& watch) = 0;
  /// A PNG or JPEG made small enough that its longer side is at most `longestSide` pixels.
  /// InvalidInput with advice when it is too large to decode, or is no whole picture.
  virtual journal::Result<std::shared_ptr<const paint::Pixels>> picture(
      journal::service::Journal& open, const journal::Attachment& which, int longestSide) = 0;
  /// That a copy has no lock; to be read before one is made.
  virtual std::string copyWarning() = 0;
};

}  // namespace app::model
