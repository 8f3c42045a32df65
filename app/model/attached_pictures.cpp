#include "app/model/attached_pictures.h"

#include <functional>
#include <utility>

#include "app/model/attached_controller.h"
#include "app/model/attachment_job.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Attachment;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

using Picture = std::shared_ptr<const paint::Pixels>;

constexpr int kSmallSide = 192;   // 72 drawn at 200 %, and a little more
constexpr int kLargeSide = 2048;  // few windows show more

/// Decodes it, unless the sheet was closed before its turn came.
void decode(Context& context, const Attachment& which, int side, const std::stop_token& left,
            std::function<void(Result<Picture>)> answer) {
  withAttachments<Picture>(
      context,
      [which, side, left](AttachmentDoor& door, journal::service::Journal& open,
                          const Watch&) -> Result<Picture> {
        if (left.stop_requested()) return Error{ErrorCode::Cancelled, "the sheet is closed"};
        return door.picture(open, which, side);
      },
      [left, answer = std::move(answer)](Result<Picture> picture) {
        if (!left.stop_requested()) answer(std::move(picture));
      });
}

}  // namespace

bool canBeShown(const Attachment& attachment) {
  return attachment.kind == journal::MediaKind::Png || attachment.kind == journal::MediaKind::Jpeg;
}

void AttachedPictures::show(const std::vector<Attachment>& list) {
  waiting_.clear();
  for (const Attachment& one : list) {
    if (canBeShown(one) && small_.count(one.id) == 0) waiting_.push_back(one);
  }
  decodeNext();
}

void AttachedPictures::decodeNext() {
  if (decoding_ || waiting_.empty()) return;
  const Attachment which = waiting_.front();
  waiting_.erase(waiting_.begin());
  decoding_ = true;
  small_[which.id] = nullptr;
  decode(context_, which, kSmallSide, left_.get_token(),
         [this, id = which.id](Result<Picture> picture) {
           decoding_ = false;
           if (picture.ok()) small_[id] = std::move(picture).value();
           decodeNext();
         });
}

void AttachedPictures::look(const Attachment& which) {
  if (!canBeShown(which)) return;
  look_ = AttachedLook{which.id, which.name, kindAndSize(which), nullptr, {}};
  decode(context_, which, kLargeSide, left_.get_token(),
         [this, id = which.id](Result<Picture> picture) {
           if (!look_ || look_->id != id) return;
           if (picture.ok())
             look_->picture = std::move(picture).value();
           else
             look_->problem = tr::sentence(picture.error());
         });
}

void AttachedPictures::leaveLook() {
  look_.reset();
}

void AttachedPictures::leave() {
  left_.request_stop();
  left_ = std::stop_source();
  waiting_.clear();
  decoding_ = false;
  small_.clear();
  look_.reset();
}

void AttachedPictures::fill(AttachedModel& model) const {
  for (AttachedRow& row : model.rows) {
    const auto found = small_.find(row.id);
    if (found != small_.end()) row.small = found->second;
  }
  model.look = look_;
}

}  // namespace app::model
