#pragma once

#include <string>
#include <string_view>

#include "app/ui/kit.h"

namespace app::ui {

/// Order of every message: what is safe, what happened, what to do.
struct BannerStyle {
  bool attention = true;  ///< att colours with an icon; otherwise quiet
  Icon icon = Icon::None;
  std::string_view action = {};  ///< a quiet button at its right
  std::string_view strong = {};  ///< words in semibold before the rest
};
/// An inline notice or a strip. True when its action was pressed (path "<key>/action").
bool banner(std::string_view key, std::string_view words, const BannerStyle& style = {});

/// A message at the foot of the window. Queued by the model, drawn every frame while it lives; the
/// caller removes it.
struct ToastModel {
  std::string key = {};
  std::string words = {};
  std::string action = {};  ///< "Undo", or empty
  bool attention = false;   ///< stays until dealt with
  bool offline = false;
};
enum class ToastResult : std::uint8_t { None, Action, Dismissed };
/// `slot` 0 is the lowest. Drawn over everything but dialogs.
ToastResult toast(const ToastModel& model, int slot = 0);

struct EmptyStyle {
  Icon icon = Icon::None;  ///< None: the little stave with a hollow head
  std::string_view action = {};
  bool primary = true;
};
/// True when its action was pressed (path "<key>/action").
bool emptyState(std::string_view key, std::string_view titleWords, std::string_view words,
                const EmptyStyle& style = {});

/// Known length: a bar, "14 of 22 notes" and, with `cancel`, a Cancel button (path "<key>/cancel",
/// true when pressed).
bool progress(std::string_view key, float fraction, std::string_view words, bool cancel = false);
/// Unknown length: two notes walk along a small stave.
void progressUnknown(std::string_view key, std::string_view words);
/// A thin bar only (paid time).
void bar(std::string_view key, float fraction, float width, bool lastMinute = false);

/// Words shown at the last drawn item after 500 ms of rest, or when the keyboard reaches it.
void tooltip(std::string_view words);

struct DialogStyle {
  float width = 560;
  std::string_view note = {};  ///< small words left of the close button
  bool closable = true;        ///< cross and Esc
  bool alert = false;          ///< role alertdialog
};
/// A modal card over the scrim. The caller's state says whether it is open: draw it while it is.
/// Contents flow inside; Tab stays in it; what is behind takes no input. A Scope named `id`.
///   ui::Dialog dialog("confirm", tr::kTitle); ...; if (dialog.closeWanted())
///   state.confirm.reset();
class Dialog {
 public:
  Dialog(std::string_view id, std::string_view titleWords, DialogStyle style = {});
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  bool closeWanted() const { return closeWanted_; }

 private:
  struct Memory;
  Memory* memory_;
  Scope scope_;
  bool closeWanted_ = false;
};

}  // namespace app::ui
