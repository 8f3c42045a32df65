#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/model/place.h"
#include "app/ui/theme.h"

namespace app::desktop {

/// How the person asked their desktop to look.
struct LaptopLooks {
  bool dark = false;
  bool highContrast = false;
  friend bool operator==(const LaptopLooks&, const LaptopLooks&) = default;
};

/// Who knows how the desktop looks. Made while somebody wants to know, gone when nobody does.
class LooksSource {
 public:
  virtual ~LooksSource() = default;
  /// What is known by now, light until something is. Never blocks.
  virtual LaptopLooks looks() const = 0;
};

/// Turns what a person chose into the theme that is drawn, asking the desktop only when they chose
/// to follow it. UI thread.
class ThemeFollower {
 public:
  using MakeSource = std::function<std::unique_ptr<LooksSource>()>;
  explicit ThemeFollower(MakeSource make) : make_(std::move(make)) {}

  ui::Theme theme(model::ThemeChoice chosen);
  /// Asks the desktop nothing more until the next theme().
  void stop() { source_.reset(); }

 private:
  MakeSource make_;
  std::unique_ptr<LooksSource> source_;
};

/// The settings portal of the desktop (org.freedesktop.portal.Settings, namespace
/// org.freedesktop.appearance: color-scheme 1 is dark, contrast 1 is higher), asked on a thread of
/// its own and listened to for changes. Light when there is no session bus, no portal, or no
/// answer. `wake` is called on that thread when the looks changed; it must outlive this. `address`
/// is of the bus; empty: the session's.
std::unique_ptr<LooksSource> followPortal(std::function<void()> wake, std::string address = {});

}  // namespace app::desktop
