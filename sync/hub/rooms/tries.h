#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace syncing::hub {

/// Tries of one kind by address within an hour, in bounded memory: once too many addresses try at
/// once, they are counted as one. One thread.
class Tries {
 public:
  explicit Tries(int most) : most_(most) {}

  /// Whether this address has tried too often already. "": in this process, never.
  bool exceeded(const std::string& address, std::int64_t nowMs);
  void count(const std::string& address, std::int64_t nowMs);

 private:
  std::string keyOf(const std::string& address);
  void forgetOld(std::int64_t nowMs);

  int most_;
  std::map<std::string, int> tries_;
  std::int64_t sinceMs_ = 0;
};

}  // namespace syncing::hub
