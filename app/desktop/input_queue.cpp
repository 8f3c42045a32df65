#include "app/desktop/input_queue.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <set>
#include <utility>

namespace app::desktop {
namespace {

using Kind = InputEvent::Kind;

/// Escape to End: the keys that move, remove or confirm.
bool edits(const InputEvent& event) {
  return event.kind == Kind::Key && event.code >= GLFW_KEY_ESCAPE && event.code <= GLFW_KEY_END &&
         event.action != GLFW_RELEASE;
}

bool isModifier(const InputEvent& event) {
  return event.kind == Kind::Key && event.code >= GLFW_KEY_LEFT_SHIFT &&
         event.code <= GLFW_KEY_RIGHT_SUPER;
}

/// What a frame has taken so far.
class Frame {
 public:
  bool hasRoomFor(const InputEvent& event) const {
    if (isModifier(event) && acted_) return false;
    switch (event.kind) {
      case Kind::Character:
        return !edited_ && !clicked_;
      case Kind::Move:
        return !clicked_;
      case Kind::Button:
        return !typed_ && !edited_ && !pressed_.contains(nameOf(event));
      case Kind::Key:
        return !pressed_.contains(nameOf(event)) && !clicked_ && !(edits(event) && typed_);
    }
    return true;
  }

  void take(const InputEvent& event) {
    typed_ = typed_ || event.kind == Kind::Character;
    edited_ = edited_ || edits(event);
    clicked_ = clicked_ || event.kind == Kind::Button;
    const bool goesDown = event.kind == Kind::Key || event.kind == Kind::Button;
    if (!goesDown || event.action == GLFW_RELEASE) return;
    pressed_.insert(nameOf(event));
    acted_ = acted_ || !isModifier(event);
  }

 private:
  static std::pair<Kind, int> nameOf(const InputEvent& event) { return {event.kind, event.code}; }

  std::set<std::pair<Kind, int>> pressed_;
  bool typed_ = false;
  bool edited_ = false;
  bool clicked_ = false;
  bool acted_ = false;  ///< a key or button that a modifier would change the meaning of
};

}  // namespace

void InputQueue::add(const InputEvent& event) {
  // Only where the pointer ended matters between two other events.
  const bool moves = event.kind == Kind::Move;
  if (moves && !waiting_.empty() && waiting_.back().kind == Kind::Move) waiting_.pop_back();
  waiting_.push_back(event);
}

void InputQueue::answer(std::uint64_t ticket, bool taken) {
  const auto at = std::find_if(waiting_.begin(), waiting_.end(),
                               [&](const InputEvent& event) { return event.ticket == ticket; });
  if (ticket == 0 || at == waiting_.end()) return;
  at->ticket = 0;
  if (!taken) return;
  const auto end = std::find_if(at + 1, waiting_.end(), [](const InputEvent& event) {
    return event.kind != Kind::Character;
  });
  waiting_.erase(at, end);
}

void InputQueue::giveUpBefore(double time) {
  for (InputEvent& event : waiting_) {
    if (event.ticket != 0 && event.asked < time) event.ticket = 0;
  }
}

std::vector<InputEvent> InputQueue::takeFrame() {
  std::vector<InputEvent> taken;
  Frame frame;
  while (ready() && frame.hasRoomFor(waiting_.front())) {
    frame.take(waiting_.front());
    taken.push_back(waiting_.front());
    waiting_.pop_front();
  }
  return taken;
}

}  // namespace app::desktop
