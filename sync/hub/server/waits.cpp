#include "sync/hub/server/waits.h"

#include <utility>

namespace syncing::hub {

Waits::Ticket Waits::add(const std::string& name, std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  waits_[name].emplace(next_, std::move(wake));
  return next_++;
}

void Waits::remove(const std::string& name, Ticket ticket) {
  const std::lock_guard lock(mutex_);
  const auto found = waits_.find(name);
  if (found == waits_.end()) return;
  found->second.erase(ticket);
  if (found->second.empty()) waits_.erase(found);
}

void Waits::wake(const std::string& name) {
  Sleepers woken;
  {
    const std::lock_guard lock(mutex_);
    const auto found = waits_.find(name);
    if (found == waits_.end()) return;
    woken = std::move(found->second);
    waits_.erase(found);
  }
  for (const auto& [ticket, wake] : woken) wake();
}

void Waits::wakeAll() {
  std::map<std::string, Sleepers> woken;
  {
    const std::lock_guard lock(mutex_);
    woken.swap(waits_);
  }
  for (const auto& [name, sleepers] : woken) {
    for (const auto& [ticket, wake] : sleepers) wake();
  }
}

}  // namespace syncing::hub
