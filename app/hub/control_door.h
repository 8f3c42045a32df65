#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "journal/base/result.h"

namespace app::hub {

/// Where a running hub is asked by whoever runs it: a socket in the hub's folder. It answers its
/// own user and root, whatever the folder's permissions, and nobody else; one question at a time,
/// each a line. Questions and answers stay on this machine.
class ControlDoor {
 public:
  /// The answer to a line; runs on the door's thread.
  using Answer = std::function<journal::Result<std::string>(const std::string&)>;

  /// Conflict when another hub has the door of this folder already, Io when it cannot be made.
  static journal::Result<std::unique_ptr<ControlDoor>> open(const std::filesystem::path& folder,
                                                            Answer answer);
  /// Lets a question under way be answered.
  ~ControlDoor();
  ControlDoor(const ControlDoor&) = delete;
  ControlDoor& operator=(const ControlDoor&) = delete;

  struct Impl;

 private:
  explicit ControlDoor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// What the hub of this folder answers to `line`; nullopt when none runs. Conflict, with advice,
/// when it does not answer this user; what the hub refuses is InvalidInput with its sentence.
journal::Result<std::optional<std::string>> askRunningHub(const std::filesystem::path& folder,
                                                          const std::string& line);

/// Whether a process of user `asking` may ask one of user `own`.
bool mayAskHub(unsigned asking, unsigned own);

}  // namespace app::hub
