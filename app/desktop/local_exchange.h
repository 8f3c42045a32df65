#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "app/model/ports.h"
#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/domain/framework.h"

namespace app::desktop {

/// Journals that come in and copies that leave, with the code the command line uses. Journal thread
/// only.
class LocalExchange final : public model::ExchangeDoor {
 public:
  /// All must outlive this. `random` makes the ids of new names.
  LocalExchange(const journal::Framework& framework, const journal::Clock& clock,
                journal::Random& random)
      : framework_(framework), clock_(clock), random_(random) {}

  journal::Result<model::FoundOutside> look(journal::service::Journal& open,
                                            const std::string& path,
                                            const model::Watch& watch) override;
  journal::Result<model::CameIn> bringIn(journal::service::Journal& open, const std::string& path,
                                         const model::Watch& watch) override;
  journal::Result<model::WouldLeave> wouldLeave(journal::service::Journal& open,
                                                const model::CopyWanted& wanted) override;
  journal::Result<model::CopyMade> takeAway(journal::service::Journal& open,
                                            const model::CopyWanted& wanted,
                                            const model::Watch& watch) override;
  journal::Result<void> roomForCopy(const std::string& path) override;
  journal::Result<std::string> handOver(const journal::exchange::AccessCopy& copy,
                                        const std::string& path) override;
  journal::Result<std::string> writeRecord(const journal::GroupSession& held,
                                           const std::string& kind,
                                           const std::string& path) override;

 private:
  const journal::Framework& framework_;
  const journal::Clock& clock_;
  journal::Random& random_;
};

/// The place somebody means: what file managers put on the clipboard has quotes around it, a line
/// break after it, or is a file:// address. InvalidInput with advice when it is no whole path,
/// because a relative one would depend on where the program was started.
journal::Result<std::filesystem::path> pathFromTyped(std::string_view typed);

}  // namespace app::desktop
