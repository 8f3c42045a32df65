#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sync/wire/hub_link.h"

namespace syncing::tests {

/// A hub as far as letters and statements go, whose owner may do with them what it likes.
class LetterHub final : public wire::HubLink {
 public:
  using Box = std::pair<wire::MailboxId, int>;

  journal::Result<wire::Standing> standing() override { return wire::Standing{}; }
  journal::Result<wire::Pushed> push(const std::vector<wire::Segment>&) override {
    return wire::Pushed{};
  }
  journal::Result<void> replace(const wire::Segment&) override { return {}; }
  journal::Result<wire::Pulled> pull(std::uint64_t, std::size_t) override { return wire::Pulled{}; }

  journal::Result<std::vector<wire::DeviceStatement>> statements() override { return list; }
  journal::Result<void> state(const wire::DeviceStatement& statement) override {
    if (auto broke = breaksOff(); !broke.ok()) return broke;
    list.push_back(statement);
    return answerLost();
  }
  journal::Result<void> leaveLetter(const wire::MailboxId& box, int slot,
                                    const std::string& letter) override {
    if (auto broke = breaksOff(); !broke.ok()) return broke;
    if (letters.contains({box, slot})) {
      return journal::Error{journal::ErrorCode::Conflict, "written before"};
    }
    letters[{box, slot}] = letter;
    order.push_back({box, slot});
    return answerLost();
  }
  journal::Result<std::optional<std::string>> takeLetter(const wire::MailboxId& box,
                                                         int slot) override {
    if (auto broke = breaksOff(); !broke.ok()) return broke.error();
    const auto found = letters.find({box, slot});
    if (found == letters.end()) return std::optional<std::string>();
    return std::optional<std::string>(meddle ? meddle({box, slot}, found->second) : found->second);
  }

  std::vector<wire::DeviceStatement> list;
  std::map<Box, std::string> letters;
  std::vector<Box> order;  ///< in which they were left
  std::function<std::string(const Box&, const std::string&)> meddle;
  std::function<bool()> fails;       ///< the request does not arrive
  std::function<bool()> losesReply;  ///< it does, and nobody hears of it

 private:
  static journal::Error broken() {
    return journal::Error{journal::ErrorCode::Network, "broke off"};
  }
  journal::Result<void> breaksOff() const {
    if (fails && fails()) return broken();
    return {};
  }
  journal::Result<void> answerLost() const {
    if (losesReply && losesReply()) return broken();
    return {};
  }
};

}  // namespace syncing::tests
