#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/kit.h"

// What the screens of a group's session are made of (mock-ups 05, 06, 07, 18).

namespace app::ui {

struct StepperModel {
  std::string_view name = {};   ///< "Silent writing"
  std::string_view value = {};  ///< "7 min"
  bool least = false;           ///< no less
  bool most = false;            ///< no more
  float width = 124;
};
/// A number with an arrow at either side; Up, Right and Enter raise it, Down and Left lower it. -1,
/// 0 or 1.
int stepper(std::string_view key, const StepperModel& model);

/// Parts of a whole side by side, each as long as its share; what is `spare` is dashed.
void shareBar(std::string_view key, const std::vector<float>& shares, float spare,
              std::string_view name);

enum class MarkLook : std::uint8_t { Plain, Strong, Away };
/// Initials or a number in a circle of `size`. Not recorded: the name beside it is.
void circleMark(std::string_view initials, MarkLook look = MarkLook::Plain, float size = 26);

/// Somebody at work: mark, and a word under it. Recorded as a list item called `spoken`.
struct PersonModel {
  std::string_view initials = {};
  std::string_view word = {};
  std::string_view spoken = {};
  MarkLook look = MarkLook::Plain;
  float width = 96;
};
void personMark(std::string_view key, const PersonModel& model);

/// Dark modules on white, whatever the theme, with the quiet zone a camera needs. `side` modules a
/// row; nothing when there are not as many as that.
void qrPicture(std::string_view key, std::size_t side, const std::vector<bool>& dark, float size,
               std::string_view name);

/// The rounds of a session, as many as the width shows; the present one always. Recorded: one list
/// item each, "Silent writing, step 2 of 6".
void stageTrack(std::string_view key, const std::vector<std::string>& names, std::size_t current);

struct TimerModel {
  float gone = 0;                ///< 0 to 1
  std::string_view words = {};   ///< "3:01 of quiet left"
  std::string_view spoken = {};  ///< the same in words
  bool stands = false;
  float lineGap = 20;
  Token behind = Token::Canvas;
};
/// The note that crosses the stave as time passes. `height`: of the flow it takes.
void timerStave(std::string_view key, const TimerModel& model);

/// A thin bar that says how much of the longest somebody has had, and no number.
void airtimeBar(std::string_view key, std::string_view name, float share, bool speaking,
                float width);

struct DotsModel {
  int yours = 0;   ///< first, underlined
  int others = 0;  ///< known once the box is open
  bool counted = false;
  std::string_view spoken = {};
};
/// Note-heads for dots; one's own are heather with a bar under them.
void voteDots(std::string_view key, const DotsModel& model);

}  // namespace app::ui
