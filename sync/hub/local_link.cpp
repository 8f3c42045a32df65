#include "sync/hub/local_link.h"

#include <utility>

namespace syncing::hub {
namespace {

using journal::Result;

class LocalLink final : public wire::HubLink {
 public:
  LocalLink(HubCore& hub, const DeviceId& device, const VaultId& vault, std::string address)
      : hub_(hub), device_(device), vault_(vault), address_(std::move(address)) {}

  Result<wire::Standing> standing() override {
    J_TRY(const Caller caller, who());
    return hub_.standing(caller, vault_);
  }
  Result<wire::Pushed> push(const std::vector<wire::Segment>& segments) override {
    J_TRY(const Caller caller, who());
    return hub_.push(caller, vault_, segments);
  }
  Result<void> replace(const wire::Segment& segment) override {
    J_TRY(const Caller caller, who());
    return hub_.replace(caller, vault_, segment);
  }
  Result<wire::Pulled> pull(std::uint64_t after, std::size_t bytes) override {
    J_TRY(const Caller caller, who());
    return hub_.pull(caller, vault_, after, bytes);
  }
  Result<std::vector<wire::DeviceStatement>> statements() override {
    J_TRY(const Caller caller, who());
    return hub_.statements(caller, vault_);
  }
  Result<void> state(const wire::DeviceStatement& statement) override {
    J_TRY(const Caller caller, who());
    return hub_.state(caller, vault_, statement);
  }
  Result<void> introduce(const wire::DeviceStatement& statement) override {
    return hub_.introduce(vault_, statement, address_);
  }
  Result<void> leaveLetter(const MailboxId& box, int slot, const std::string& letter) override {
    return hub_.leaveLetter(box, slot, letter, address_);
  }
  Result<std::optional<std::string>> takeLetter(const MailboxId& box, int slot) override {
    return hub_.takeLetter(box, slot);
  }

 private:
  Result<Caller> who() { return hub_.identify(device_, address_); }

  HubCore& hub_;
  DeviceId device_;
  VaultId vault_;
  std::string address_;
};

}  // namespace

std::unique_ptr<wire::HubLink> localLink(HubCore& hub, const DeviceId& device, const VaultId& vault,
                                         std::string address) {
  return std::make_unique<LocalLink>(hub, device, vault, std::move(address));
}

}  // namespace syncing::hub
