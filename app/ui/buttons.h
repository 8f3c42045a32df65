#pragma once

#include <string>
#include <string_view>

#include "app/ui/kit.h"

// Everything pressed. All return true in the frame they are pressed (mouse up inside, Enter,
// Space). `key` is the stable id, `label` what is shown and read.

namespace app::ui {

enum class ButtonKind : std::uint8_t { Primary, Secondary, Quiet, Danger };

struct ButtonStyle {
  ButtonKind kind = ButtonKind::Secondary;
  Icon icon = Icon::None;
  std::string_view notYet =
      {};  ///< why it cannot be pressed yet; drawn dashed, focusable, tooltip, never returns true
  bool small = false;          ///< 32 high instead of 40
  bool working = false;        ///< shows a turning mark; does not press
  float width = 0;             ///< 0: as wide as the label
  std::string_view hint = {};  ///< key shown after the label ("Enter")
};
bool button(std::string_view key, std::string_view label, const ButtonStyle& style = {});
bool primaryButton(std::string_view key, std::string_view label, std::string_view notYet = {});
bool secondaryButton(std::string_view key, std::string_view label, std::string_view notYet = {});
bool quietButton(std::string_view key, std::string_view label, std::string_view notYet = {});
bool dangerButton(std::string_view key, std::string_view label, std::string_view notYet = {});
float buttonWidth(std::string_view label, const ButtonStyle& style = {});

/// A square button with only an icon; `name` is its tooltip and spoken name.
bool iconButton(std::string_view key, Icon icon, std::string_view name, bool chosen = false);

/// Words with a dotted underline. Write ui::link in full: the C library has a link() that
/// unqualified calls would find.
bool link(std::string_view key, std::string_view label, Icon icon = Icon::None);

bool navItem(std::string_view key, std::string_view label, Icon icon, bool current, int count = 0);

/// Filter chip: on/off. With `menu` it shows a small arrow and never looks on unless `on`.
struct ChipStyle {
  bool on = false;
  bool menu = false;
  bool removable = false;  ///< shows a cross; pressing returns true
  Icon icon = Icon::None;
  bool small = false;
};
bool chip(std::string_view key, std::string_view label, const ChipStyle& style = {});
float chipWidth(std::string_view label, const ChipStyle& style = {});

/// "Own choices, mostly" on its domain's tint with its note-head. Static.
void domainChip(std::string_view key, Domain domain, std::string_view label);
/// A person's code name. Static; pressed when `interactive`.
bool aliasChip(std::string_view key, std::string_view label, bool interactive = false);
void badge(int count);
void kbd(std::string_view keys);
void avatar(std::string_view initials);

}  // namespace app::ui
