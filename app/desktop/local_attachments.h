#pragma once

#include <memory>
#include <string>

#include "app/model/attachment_door.h"

namespace app::desktop {

/// Pictures and recordings, with the code the command line uses. Journal thread only.
class LocalAttachments final : public model::AttachmentDoor {
 public:
  bool isOne(const std::string& path) override;
  journal::Result<model::FileToAttach> read(const std::string& path,
                                            const model::Watch& watch) override;
  journal::Result<std::string> saveCopy(journal::service::Journal& open,
                                        const journal::Attachment& which, const std::string& path,
                                        const model::Watch& watch) override;
  journal::Result<std::shared_ptr<const paint::Pixels>> picture(journal::service::Journal& open,
                                                                const journal::Attachment& which,
                                                                int longestSide) override;
  std::string copyWarning() override;
};

}  // namespace app::desktop
