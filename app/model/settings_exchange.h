#pragma once

#include <optional>
#include <string>

#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/ports.h"
#include "app/model/settings_model.h"

namespace app::model {

/// Settings, Your data: journals that come in and copies that leave. Each is looked at before it is
/// done. UI thread only.
class SettingsExchange {
 public:
  explicit SettingsExchange(Context& context) : context_(context) {}

  void handle(const ExchangeIntent& intent);
  void refresh(ExchangeModel& model) const;
  void forget();

 private:
  void on(const LookOutside&);
  void on(const BringIn&);
  void on(const LeaveOutside&);
  void on(const PreviewCopy&);
  void on(const WriteCopy&);
  void on(const LeaveCopy&);
  CopyWanted copyWanted() const;
  std::string bringNotYet() const;

  Context& context_;
  ExchangeWork work_ = ExchangeWork::None;
  std::string looked_;  ///< the path `found_` is about
  std::optional<FoundOutside> found_;
  std::optional<CameIn> came_;
  std::string inProblem_;
  std::optional<WouldLeave> leaving_;
  CopyWanted previewed_;  ///< what `leaving_` is about
  std::string copySaid_;
  bool copyProblem_ = false;
};

// As people read them. Pure.
ExchangeSheet foundSheet(const FoundOutside& found);
ExchangeSheet cameSheet(const CameIn& came);
ExchangeSheet leavingSheet(const WouldLeave& leaving);

}  // namespace app::model
