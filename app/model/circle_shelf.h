#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/circle_formats_model.h"
#include "app/model/circle_intent.h"
#include "app/model/circle_making.h"
#include "app/model/context.h"

namespace app::model {

/// Formats of groups' sessions: those that come with Afternote and one's own, read, made, passed on
/// as files and taken in from them. UI thread.
class CircleShelf {
 public:
  explicit CircleShelf(Context& context);

  /// Reads what the journal has of one's own.
  void load();
  /// All but OpenFormats, LeaveFormats and KeepAsFormat, which are the pages'.
  void handle(const CircleFormatIntent& intent);
  /// A new format from these rounds; it is kept at once, and open to be changed.
  void keep(journal::SessionFormat format);
  bool making() const { return making_.making(); }

  // To plan with: those that can be run and are not set aside.
  const journal::SessionFormat* find(std::string_view code) const;
  std::vector<journal::SessionFormat> offered() const;

  void tick(journal::UtcTime now) { making_.tick(now); }
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const {
    return making_.wait(now);
  }
  void flush(std::function<void(const journal::Result<void>&)> done) {
    making_.flush(std::move(done));
  }
  FormatsModel model() const;
  void forget();

 private:
  struct Taking {
    bool working = false;
    std::string looked = {};  ///< the path that `found` is about
    std::optional<journal::SessionFormat> found = {};
    std::string problem = {};
  };
  struct Passing {
    bool working = false;
    std::string said = {};
    bool problem = false;
  };

  void on(const OpenFormats&) {}
  void on(const LeaveFormats&) {}
  void on(const KeepAsFormat&) {}
  void on(const ReadFormat& intent);
  void on(const SetFormatAside& intent);
  void on(const BringFormatBack& intent);
  void on(const MakeFormat&);
  void on(const CopyFormat& intent);
  void on(const ChangeFormat& intent);
  void on(const FormatDone&);
  void on(const BeginPassingOn&);
  void on(const WriteFormat&);
  void on(const LeavePassingOn&);
  void on(const BeginTakingIn&);
  void on(const LookAtFormat&);
  void on(const TakeFormatIn&);
  void on(const LeaveTakingIn&);
  template <class Other>
  void on(const Other& intent) {
    if (making_.making()) making_.on(intent);
  }

  const journal::SessionFormat* shipped(std::string_view code) const;
  const journal::OwnFormat* own(std::string_view key) const;
  const journal::SessionFormat* chosen() const;
  void put(journal::OwnFormat own);
  void kept(const journal::OwnFormat& own);
  bool codeIsTaken(const std::string& code) const;
  /// With an id, and a code that no other has.
  journal::OwnFormat fresh(journal::SessionFormat format, bool keepCode);
  PassingOnModel passingModel() const;
  TakingInModel takingModel() const;

  Context& context_;
  journal::SessionFormat oneQuestion_;
  std::vector<journal::OwnFormat> own_;    ///< by name
  std::vector<journal::OwnFormat> aside_;  ///< by name
  CircleMaking making_;
  std::string chosen_;  ///< key
  std::optional<Passing> passing_;
  std::optional<Taking> taking_;
};

}  // namespace app::model
