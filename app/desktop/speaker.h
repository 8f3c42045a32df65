#pragma once

#include <functional>
#include <memory>
#include <string>

namespace app::desktop {

/// Says words aloud. UI thread; nothing blocks, and nothing said is kept or written anywhere.
class Speaker {
 public:
  virtual ~Speaker() = default;
  /// After what waits to be said, or, when it interrupts, in place of it and of what is being said.
  virtual void say(std::string words, bool interrupts) = 0;
  virtual void silence() = 0;
};

/// The system's speech service (speech-dispatcher), spoken to on a thread of its own. Where there
/// is none, `missing` is called once on that thread, and nothing is said.
std::unique_ptr<Speaker> systemSpeaker(std::function<void()> missing);

}  // namespace app::desktop
