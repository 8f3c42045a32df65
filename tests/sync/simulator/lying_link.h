#pragma once

#include <memory>
#include <optional>

#include "journal/base/random.h"
#include "sync/wire/hub_link.h"

namespace syncing::simulated {

/// How a hub lies, each in percent of what it could lie about.
struct Lies {
  std::uint64_t leavesOut = 0;   ///< runs that it holds
  std::uint64_t alters = 0;      ///< a byte of a run, anywhere
  std::uint64_t showsOld = 0;    ///< how it stood a while ago
  std::uint64_t addsDevice = 0;  ///< statements of its own making
  std::uint64_t swallows = 0;    ///< says it took what it threw away
};

/// A hub that lies about everything it can lie about: it has no key of anybody's.
class LyingLink final : public wire::HubLink {
 public:
  /// `old` is what it remembers of how it stood.
  LyingLink(std::unique_ptr<wire::HubLink> inner, const Lies& lies,
            std::optional<wire::Standing>& old, journal::SeededRandom& random)
      : inner_(std::move(inner)), lies_(lies), old_(old), random_(random) {}

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
  bool lie(std::uint64_t percent) { return random_.below(100) < percent; }
  wire::Segment altered(const wire::Segment& segment);

  std::unique_ptr<wire::HubLink> inner_;
  const Lies& lies_;
  std::optional<wire::Standing>& old_;
  journal::SeededRandom& random_;
};

}  // namespace syncing::simulated
