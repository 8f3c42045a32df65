#pragma once

#include <filesystem>

#include "journal/base/result.h"

namespace journal::vault {

/// A folder made beside its final name and moved there when complete; removed if it never is.
class StagingFolder {
 public:
  /// Conflict when `destination` exists and is not an empty folder. Makes missing parents.
  static Result<StagingFolder> beside(const std::filesystem::path& destination);
  ~StagingFolder();
  StagingFolder(StagingFolder&& other) noexcept;
  StagingFolder& operator=(StagingFolder&&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Makes everything in it durable and moves it to its name.
  Result<void> publish();

 private:
  StagingFolder(std::filesystem::path path, std::filesystem::path destination)
      : path_(std::move(path)), destination_(std::move(destination)) {}

  std::filesystem::path path_;  ///< empty once published
  std::filesystem::path destination_;
};

}  // namespace journal::vault
