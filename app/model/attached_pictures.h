#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "app/model/attached_model.h"
#include "app/model/context.h"
#include "app/paint/pixels.h"
#include "journal/domain/attachment.h"

namespace app::model {

/// The pictures of the sheet, decoded one at a time by jobs, so that a save of words waits for one
/// at most; let go of when the sheet is closed. UI thread only.
class AttachedPictures {
 public:
  explicit AttachedPictures(Context& context) : context_(context) {}

  /// The sheet shows these: what is not decoded yet will be.
  void show(const std::vector<journal::Attachment>& list);
  /// One as large as a window has room for.
  void look(const journal::Attachment& which);
  void leaveLook();
  /// Lets go of all of them.
  void leave();
  /// Adds them to the rows of a model.
  void fill(AttachedModel& model) const;

 private:
  void decodeNext();

  Context& context_;
  std::vector<journal::Attachment> waiting_;
  bool decoding_ = false;
  /// Null: being decoded, or cannot be.
  std::map<journal::AttachmentId, std::shared_ptr<const paint::Pixels>> small_;
  std::optional<AttachedLook> look_;
  std::stop_source left_;  ///< stopped when the sheet is closed
};

/// Whether it is of a kind that is decoded. Pure.
bool canBeShown(const journal::Attachment& attachment);

}  // namespace app::model
