#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/kit.h"

// Drives real widgets without a window (architecture.md 5.2): hit-testing, focus and clipping are
// the program's own, so a dialog, a "not yet" button or something in the way stops a test exactly
// as it stops a person.

namespace tests {

struct UiOptions {
  app::ui::Vec2 size{1440, 900};  ///< device pixels
  app::ui::Settings settings{};
};

class UiDriver {
 public:
  /// `draw` draws one whole frame of the screen under test.
  explicit UiDriver(std::function<void()> draw, UiOptions options = {});
  ~UiDriver();

  void frame(int count = 1);

  // Acting. Each fails the test when the item is missing, ambiguous, hidden or behind something.
  void click(std::string_view path, int clicks = 1);
  void clickAt(app::ui::Vec2 point, int clicks = 1, bool shift = false);  ///< device pixels
  void drag(app::ui::Vec2 from, app::ui::Vec2 to);
  void press(app::ui::Vec2 point);  ///< and holds, until release()
  void moveTo(app::ui::Vec2 point);
  void release();
  void menuAt(app::ui::Vec2 point);  ///< presses the other mouse button
  void hover(std::string_view path);
  void type(std::string_view utf8);  ///< to whatever has the keyboard, one character a frame
  void key(app::ui::Key key, bool ctrl = false, bool shift = false, bool alt = false);
  void scrollTo(std::string_view path);  ///< turns the wheel over the item's region until it shows
  void wheel(app::ui::Vec2 at, float notches);
  void resize(app::ui::Vec2 size);

  // Looking.
  bool exists(std::string_view path) const;
  /// Fails the test when there is none (and returns an empty item).
  const app::ui::RecordedItem& item(std::string_view path) const;
  const std::vector<app::ui::RecordedItem>& items() const { return recorder_.items(); }
  std::string dump() const { return recorder_.dump(); }
  std::string focused() const;
  /// True when some item's name or value holds the words.
  bool shows(std::string_view words) const;

  std::string& clipboard() { return clipboard_; }
  app::ui::Kit& kit() { return *kit_; }

 private:
  const app::ui::RecordedItem* actable(std::string_view path) const;

  std::function<void()> draw_;
  app::ui::Recorder recorder_;
  std::string clipboard_;
  std::unique_ptr<app::ui::Kit> kit_;
};

}  // namespace tests
