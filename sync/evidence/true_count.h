#pragma once

#include <map>
#include <set>
#include <string>

namespace syncing::evidence {

class DisclosureGate;

/// How many things stand behind a figure and from whom. It can be added to, moved and handed to the
/// gate; it has no way to be read, printed or compared, so no code outside the gate can show it.
class TrueCount {
 public:
  /// `unit` is what is counted (a passage, a young person's first and latest level); the same unit
  /// of the same contributor counts once.
  void add(const std::string& contributor, const std::string& unit) {
    units_[contributor].insert(unit);
  }

 private:
  friend class DisclosureGate;
  std::map<std::string, std::set<std::string>> units_;
};

}  // namespace syncing::evidence
