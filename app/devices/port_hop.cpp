#include "app/devices/port_hop.h"

#include <utility>

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::Secret;
using journal::service::LocalJournal;
using journal::service::LogEnd;
using journal::service::LogOwner;
using journal::service::Received;
using journal::service::TravellingEntry;

Result<std::unique_ptr<PortHop>> PortHop::open(OnJournalThread onJournal) {
  std::unique_ptr<PortHop> port(new PortHop());
  port->onJournal_ = std::move(onJournal);
  J_CHECK(port->onJournal_([&port](LocalJournal& journal) -> Result<void> {
    port->know(journal);
    return {};
  }));
  return port;
}

void PortHop::know(const LocalJournal& journal) {
  self_ = journal.self();
  signSeed_ = journal.signingKey().seed();
  auto names = journal.namesKey();
  names_ = Secret::copyOf(std::span<const std::uint8_t, 32>(names));
  journal::crypto::wipe(names);
}

template <class T, class Ask>
Result<T> PortHop::hop(Ask ask) {
  if (here_ != nullptr) return ask(*here_);
  Result<T> answer = Error{ErrorCode::Locked, "not asked"};
  J_CHECK(onJournal_([&](LocalJournal& journal) -> Result<void> {
    // Somebody else's journal may have been opened meanwhile.
    if (journal.self().device != self_.device) {
      return Error{ErrorCode::Locked, "another journal is open"};
    }
    answer = ask(journal);
    return {};
  }));
  return answer;
}

journal::crypto::SigningKey PortHop::signingKey() const {
  return journal::crypto::SigningKey::fromSeed(*signSeed_);
}

std::array<std::uint8_t, 64> PortHop::sign(std::string_view message) {
  return signingKey().sign({reinterpret_cast<const std::uint8_t*>(message.data()), message.size()});
}

std::array<std::uint8_t, 32> PortHop::namesKey() const {
  std::array<std::uint8_t, 32> key{};
  std::copy(names_->bytes().begin(), names_->bytes().end(), key.begin());
  return key;
}

Result<std::vector<LogEnd>> PortHop::ends() {
  return hop<std::vector<LogEnd>>([](LocalJournal& journal) { return journal.ends(); });
}

Result<std::optional<std::array<std::uint8_t, 32>>> PortHop::hashOf(const journal::OpId& op) {
  return hop<std::optional<std::array<std::uint8_t, 32>>>(
      [&op](LocalJournal& journal) { return journal.hashOf(op); });
}

Result<std::vector<TravellingEntry>> PortHop::entries(journal::DeviceId device, std::uint64_t first,
                                                      std::size_t most, std::size_t bytes) {
  return hop<std::vector<TravellingEntry>>(
      [&](LocalJournal& journal) { return journal.entries(device, first, most, bytes); });
}

Result<Received> PortHop::receive(const LogOwner& from, std::uint64_t first,
                                  const std::vector<TravellingEntry>& entries) {
  return hop<Received>(
      [&](LocalJournal& journal) { return journal.receive(from, first, entries); });
}

Result<LogOwner> PortHop::becomeAnew(std::uint64_t lastShared,
                                     const std::function<Result<void>(const LogOwner&)>& endorse) {
  return hop<LogOwner>([&](LocalJournal& journal) {
    auto next = journal.becomeAnew(lastShared, [&](const LogOwner& owner) {
      here_ = &journal;
      auto endorsed = endorse(owner);
      here_ = nullptr;
      return endorsed;
    });
    if (next.ok()) know(journal);
    return next;
  });
}

Result<std::uint64_t> PortHop::erasures() {
  return hop<std::uint64_t>([](LocalJournal& journal) { return journal.erasures(); });
}

Result<std::uint64_t> PortHop::erasedIn(journal::DeviceId device, std::uint64_t first,
                                        std::uint64_t last) {
  return hop<std::uint64_t>(
      [&](LocalJournal& journal) { return journal.erasedIn(device, first, last); });
}

Result<std::optional<std::string>> PortHop::remembered(std::string_view key) {
  return hop<std::optional<std::string>>(
      [key](LocalJournal& journal) { return journal.remembered(key); });
}

Result<void> PortHop::remember(std::string_view key, std::string_view value) {
  return hop<void>([&](LocalJournal& journal) { return journal.remember(key, value); });
}

Result<void> PortHop::adoptNamesKey(const std::array<std::uint8_t, 32>& key) {
  return hop<void>([&key](LocalJournal& journal) { return journal.adoptNamesKey(key); });
}

}  // namespace app
