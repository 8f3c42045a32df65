#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "app/model/circle_ports.h"
#include "app/model/context.h"

namespace app::model {

/// Coming back into a room that was not left: the program ended, or the journal was locked. By
/// itself while that is fresh, again until it is reached; later it is offered. UI thread.
class CircleReturn {
 public:
  CircleReturn(Context& context, CircleRoom* room) : context_(context), room_(room) {}

  /// A journal was opened: asks it.
  void look();
  /// The room that can be gone back to.
  const std::optional<CircleLeft>& left() const { return left_; }
  void tick(journal::UtcTime now);
  /// It is time to go back by itself.
  bool due(journal::UtcTime now) const { return left_ && againAt_ && now >= *againAt_; }
  void goBack();
  void stayOut();
  /// Another room is wanted: only when asked for, from now on.
  void onlyWhenAsked() { againAt_.reset(); }
  /// One is in a room; the notes of the stay before, when it is one that was gone back to.
  std::optional<CircleNotes> arrived();
  /// One is not, or not any more.
  void failed() { coming_.reset(); }

  /// What is to be known after coming back, said in every tick: kept soon, or with flush().
  void note(CircleNotes notes, journal::UtcTime now);
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  void flush(std::function<void(const journal::Result<void>&)> done);
  void forget();

 private:
  void keep(journal::UtcTime now);

  Context& context_;
  CircleRoom* room_;
  std::optional<CircleLeft> left_;
  std::optional<journal::UtcTime> againAt_;
  std::optional<CircleNotes> coming_;
  bool tried_ = false;
  std::optional<CircleNotes> unkept_;
  CircleNotes kept_;
  journal::UtcTime keptAt_{};
};

}  // namespace app::model
