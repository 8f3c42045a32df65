#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/model/ports.h"

namespace app::desktop {

/// What "Worried about someone?" needs of the laptop, and whether the last run ended well. Journal
/// thread only.
///   HOME/open          there while the journal is open
///   HOME/reminder      there while this person last said "Not yet"; empty, with no detail
class LocalCare final : public model::CareDoor {
 public:
  /// `printer` is the command that takes text on its standard input: lp, of CUPS.
  explicit LocalCare(std::vector<std::filesystem::path> homes, std::string printer = "lp")
      : homes_(std::move(homes)), printer_(std::move(printer)) {}

  bool reminder(std::size_t who) override;
  journal::Result<void> setReminder(std::size_t who, bool on) override;
  bool markOpen(std::size_t who) override;
  void markClosed(std::size_t who) override;
  journal::Result<void> print(const std::string& text) override;
  journal::Result<void> save(const std::string& text, const std::string& path) override;

 private:
  std::vector<std::filesystem::path> homes_;
  std::string printer_;
};

}  // namespace app::desktop
