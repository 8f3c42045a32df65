#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

namespace bench {

/// A frame a program painted (app/desktop/frame_marks.h).
struct Mark {
  double seconds = 0;  ///< monotonic
  std::string what;
  unsigned long typed = 0;
  double cpu = 0;  ///< seconds of its UI thread since the frame before
};

/// Megabytes (2^20 bytes) a process has in memory.
struct Memory {
  double resident = 0;      ///< VmRSS: with every page it shares
  double proportional = 0;  ///< PSS: its share of the shared pages
  double own = 0;           ///< private pages only
};

/// A program with a window, started, listened to and ended. Ends it when destroyed.
class WindowProgram {
 public:
  /// `command` is the program and its arguments. Exits the bench when it cannot be started.
  explicit WindowProgram(const std::vector<std::string>& command);
  ~WindowProgram();
  WindowProgram(const WindowProgram&) = delete;
  WindowProgram& operator=(const WindowProgram&) = delete;

  /// The next frame that fits; exits the bench when there is none within a minute.
  Mark waitFor(const std::function<bool(const Mark&)>& fits);
  /// Reads on until nothing was painted for `seconds`; `atMost` seconds in all, as something may
  /// move for ever.
  /// Returns the processor time of each frame, in seconds.
  std::vector<double> waitQuiet(double seconds, double atMost = 20);
  std::size_t frames() const { return frames_; }
  double startedAt() const { return started_; }
  double cpuSeconds() const;  ///< of user and system, of all its threads
  Memory memory() const;
  pid_t pid() const { return pid_; }

 private:
  bool read(double seconds, Mark& mark);

  pid_t pid_ = 0;
  int marks_ = -1;
  double started_ = 0;
  std::size_t frames_ = 0;
  std::string rest_;
};

/// The keyboard of a virtual display (XTEST). Only Latin letters and spaces.
class VirtualKeyboard {
 public:
  VirtualKeyboard();
  ~VirtualKeyboard();
  VirtualKeyboard(const VirtualKeyboard&) = delete;
  VirtualKeyboard& operator=(const VirtualKeyboard&) = delete;

  /// Gives the largest window the keyboard.
  void focusWindow();
  void press(const std::string& keysym, bool withControl = false);
  void type(const std::string& words);

 private:
  void* display_;  // of Xlib, whose header defines common words
};

}  // namespace bench
