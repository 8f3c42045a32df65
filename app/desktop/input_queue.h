#pragma once

#include <cstdint>
#include <deque>
#include <vector>

namespace app::desktop {

/// One thing a person did with keyboard or mouse, in the numbers of GLFW.
struct InputEvent {
  enum class Kind { Character, Key, Button, Move };
  Kind kind = Kind::Move;
  int code = 0;  ///< the key, or the mouse button
  int scancode = 0;
  int action = 0;  ///< 0 release, 1 press, 2 repeat
  int mods = 0;
  char32_t character = 0;
  double x = 0;  ///< Move, in window coordinates
  double y = 0;
  std::uint64_t ticket = 0;  ///< of a key that somebody else is asked about first; 0: nobody is
  double asked = 0;          ///< seconds of any clock: since when
};

/// Keeps what was typed and clicked in its order, and hands each frame only what that frame can
/// tell apart. A busy frame may find a word, a click and another word waiting: taken all at once,
/// the click would move the focus before the first word arrived, and its last letters would be
/// lost.
class InputQueue {
 public:
  void add(const InputEvent& event);
  bool empty() const { return waiting_.empty(); }
  /// Something waits, and for nobody's answer.
  bool ready() const { return !waiting_.empty() && waiting_.front().ticket == 0; }

  /// The answer about a key: `taken` by the other, it goes, with the characters it typed; else it
  /// is like any other. What came after it has waited.
  void answer(std::uint64_t ticket, bool taken);
  /// Keys asked about before `time` wait no longer.
  void giveUpBefore(double time);

  /// The next events, in order. A key's or button's release waits for the frame after its press; a
  /// key that edits, characters and a mouse button never share a frame; Shift, Ctrl, Alt and Super
  /// neither come nor go in the frame of a key or click before them, which they would change.
  std::vector<InputEvent> takeFrame();

 private:
  std::deque<InputEvent> waiting_;
};

}  // namespace app::desktop
