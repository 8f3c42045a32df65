#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace crowd {

/// What the devices of a crowd say at the end, added up.
struct Done {
  std::size_t devices = 0;
  std::size_t written = 0;
  std::size_t lost = 0;     ///< own entries that are not as they were last saved
  std::size_t damaged = 0;  ///< journals whose check found something
  std::size_t rounds = 0;
  std::size_t brokenOff = 0;  ///< rounds that the network or the hub ended
  std::size_t forks = 0;      ///< devices that took themselves for copies

  Done& operator+=(const Done& other);
};

/// A process of several devices (replica_crowd.cpp).
class CrowdProcess {
 public:
  CrowdProcess(const std::string& hubAddress, std::uint64_t seed,
               const std::vector<std::string>& vaults);
  ~CrowdProcess();
  CrowdProcess(const CrowdProcess&) = delete;
  CrowdProcess& operator=(const CrowdProcess&) = delete;

  /// Where its devices look for the hub; the caller's. Waits for it.
  int takeListener();
  /// In a network of its own, where only what is given to it gets through.
  bool hasOwnNetwork() const { return ownNetwork_; }
  void say(const std::string& word);
  /// Reads what it has said by now; keeps the newest digest of each device. False when it is gone.
  bool hearAll(std::map<std::size_t, std::string>& digests);
  /// Lets it end; what it said then.
  Done finish();

 private:
  void note(const std::string& said, std::map<std::size_t, std::string>& digests);

  int process_ = 0;
  int channel_ = -1;
  bool ownNetwork_ = false;
  Done done_;
};

}  // namespace crowd
