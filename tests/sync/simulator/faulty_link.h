#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "journal/base/random.h"
#include "sync/wire/hub_link.h"

namespace syncing::simulated {

/// How bad the network is, in percent of calls.
struct Weather {
  bool cut = false;              ///< nothing gets through
  std::uint64_t lostBefore = 0;  ///< never arrives
  std::uint64_t lostAfter = 0;   ///< is done, and nobody hears of it
  std::uint64_t twice = 0;       ///< arrives twice, or again much later
};

/// A link to the real thing that loses, doubles and delays what is said over it, from a seed.
class FaultyLink final : public wire::HubLink {
 public:
  /// `inner` is made anew at each call, because a device may have become another meanwhile.
  using Inner = std::function<std::unique_ptr<wire::HubLink>()>;
  FaultyLink(Inner inner, const Weather& weather, journal::SeededRandom& random)
      : inner_(std::move(inner)), weather_(weather), random_(random) {}

  journal::Result<wire::Standing> standing() override;
  journal::Result<wire::Pushed> push(const std::vector<wire::Segment>& segments) override;
  journal::Result<void> replace(const wire::Segment& segment) override;
  journal::Result<wire::Pulled> pull(std::uint64_t after, std::size_t bytes) override;
  journal::Result<std::vector<wire::DeviceStatement>> statements() override;
  journal::Result<void> state(const wire::DeviceStatement& statement) override;
  journal::Result<void> introduce(const wire::DeviceStatement& statement) override;
  journal::Result<void> leaveLetter(const wire::MailboxId& box, int slot,
                                    const std::string& letter) override;
  journal::Result<std::optional<std::string>> takeLetter(const wire::MailboxId& box,
                                                         int slot) override;

 private:
  template <class Call>
  auto through(Call call) -> decltype(call());
  bool happens(std::uint64_t percent) { return random_.below(100) < percent; }

  Inner inner_;
  const Weather& weather_;
  journal::SeededRandom& random_;
  std::vector<std::vector<wire::Segment>> said_;
};

}  // namespace syncing::simulated
