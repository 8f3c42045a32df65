#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace app::hub::test {

/// The real afternote-hub, in a process of its own, serving by a configuration file.
class HubProcess {
 public:
  using Environment = std::vector<std::pair<std::string, std::string>>;

  /// Starts and waits until it listens. `environment` is set on top of this process's.
  explicit HubProcess(const std::filesystem::path& config, const Environment& environment = {});
  ~HubProcess();
  HubProcess(const HubProcess&) = delete;
  HubProcess& operator=(const HubProcess&) = delete;

  std::uint16_t port() const { return port_; }
  int id() const { return process_; }
  void kill();  ///< -9
  /// Asks it to stop; its exit status.
  int stop();
  void signal(int number) const;
  /// What it has logged so far.
  const std::string& log() const { return log_; }
  /// Waits for a line of the log with this event.
  bool waitFor(const std::string& event);

 private:
  int process_ = 0;
  int pipe_ = -1;
  std::uint16_t port_ = 0;
  std::string log_;
};

/// Runs afternote-hub to its end.
struct Outcome {
  int status = 0;
  std::string out;
  std::string err;
};
Outcome runHub(const std::vector<std::string>& arguments);

/// A folder for one hub, with a configuration. `more` are further lines of it.
class HubFolder {
 public:
  explicit HubFolder(const std::string& postgresql = "", const std::string& more = "");
  ~HubFolder();
  HubFolder(const HubFolder&) = delete;
  HubFolder& operator=(const HubFolder&) = delete;

  std::filesystem::path folder;
  std::filesystem::path config;
};

}  // namespace app::hub::test
