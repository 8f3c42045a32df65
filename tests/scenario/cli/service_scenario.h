#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/scenario/cli/program.h"

namespace scenario {

/// Asked again and again, because programs take the time they take.
bool comesTrue(const std::function<bool()>& condition);

/// What stands after `label` on its line; "" when it is nowhere.
std::string after(const std::string& text, const std::string& label);

/// Several devices with the real programs, and a real hub when one is started.
class ServiceScenario : public Scenario {
 protected:
  ServiceScenario();
  ~ServiceScenario() override;

  /// Runs from now on are those of this device.
  void use(const std::string& device);
  /// Starts a hub and returns the invitation of its first administrator.
  std::string startHub();
  /// Ends its process. Its store is at("hub").
  void stopHub();
  /// Starts one on the store that is there.
  void serveAgain();
  /// Runs a command of afternote-hub to its end; what it printed.
  std::string hubRun(std::vector<std::string> arguments);

 private:
  pid_t hubStart(std::vector<std::string> arguments, const std::string& to);

  const int port_;
  pid_t hub_ = 0;
};

}  // namespace scenario
