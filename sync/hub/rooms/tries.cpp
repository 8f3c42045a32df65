#include "sync/hub/rooms/tries.h"

#include "sync/hub/address.h"

namespace syncing::hub {

namespace {
constexpr std::int64_t kTriesKeptMs = 3'600'000;
constexpr std::size_t kMostTrying = 10'000;
constexpr const char* kOthers = "others";
}  // namespace

void Tries::forgetOld(std::int64_t nowMs) {
  if (nowMs - sinceMs_ < kTriesKeptMs && nowMs >= sinceMs_) return;
  tries_.clear();
  sinceMs_ = nowMs;
}

std::string Tries::keyOf(const std::string& address) {
  std::string key = limitAddress(address);
  return tries_.size() >= kMostTrying && tries_.count(key) == 0 ? kOthers : key;
}

bool Tries::exceeded(const std::string& address, std::int64_t nowMs) {
  if (address.empty()) return false;
  forgetOld(nowMs);
  const auto found = tries_.find(keyOf(address));
  return found != tries_.end() && found->second >= most_;
}

void Tries::count(const std::string& address, std::int64_t nowMs) {
  if (address.empty()) return;
  forgetOld(nowMs);
  ++tries_[keyOf(address)];
}

}  // namespace syncing::hub
