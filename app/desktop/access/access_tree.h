#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/ui/types.h"

// What a screen reader finds in the window: plain values, nothing of ATK. Made of what was drawn
// (build_access_tree.h), compared by access_diff.h, shown by the bridge (access_bridge.h).

namespace app::desktop {

/// What somebody would call it; the bridge has a word of ATK for each.
enum class AccessRole : std::uint8_t {
  Window,
  Dialog,
  Part,  ///< of the window: what Tab's F6 goes between
  Group,
  List,
  ListItem,
  Menu,
  MenuItem,
  Button,
  ToggleButton,
  Switch,
  CheckBox,
  RadioButton,
  Link,
  Tab,
  ComboBox,
  Slider,
  SpinButton,
  ProgressBar,
  Field,      ///< one line
  WordsArea,  ///< several
  Passphrase,
  Heading,
  Label,
  Picture,
  Alert,  ///< says itself when it comes or changes: a problem
  News,   ///< the same: what was done
  Status  ///< waits to be read
};

/// Bits of AccessNode::states.
struct AccessState {
  enum : std::uint32_t {
    Focusable = 1U << 0,
    Focused = 1U << 1,
    Enabled = 1U << 2,
    Showing = 1U << 3,  ///< not scrolled out of sight
    Checkable = 1U << 4,
    Checked = 1U << 5,
    Selectable = 1U << 6,
    Selected = 1U << 7,
    Expandable = 1U << 8,
    Expanded = 1U << 9,
    Modal = 1U << 10,
    Editable = 1U << 11,
    Active = 1U << 12  ///< of the window: it has the keyboard
  };
};

struct AccessNode {
  std::string id;  ///< the recorder's path, or one made of it: names the same thing in every frame
  AccessRole role = AccessRole::Label;
  std::string name;
  std::string description;  ///< what stands beside the name, and why it cannot be used yet
  std::string value;        ///< what stands in a field; dots for a passphrase; "14 of 22", "110 %"
  std::uint32_t states = 0;
  ui::Rect rect;                        ///< device pixels in the window
  std::size_t caret = 0;                ///< bytes of `value`
  std::size_t anchor = 0;               ///< other end of the selection; the caret when none
  std::vector<std::size_t> lines = {};  ///< bytes of `value`: where each line as drawn begins
  std::size_t parent = 0;               ///< index in AccessTree::nodes; of the window: 0, itself

  bool has(std::uint32_t state) const { return (states & state) != 0; }
};

/// Equal but for where they hang.
bool sameNode(const AccessNode& a, const AccessNode& b);

/// The whole window in reading order: every node comes before its children, and those before the
/// next of its neighbours. Node 0 is the window. No two nodes share an id.
struct AccessTree {
  std::vector<AccessNode> nodes;
  int x = 0;  ///< of the window's contents on the screen, pixels
  int y = 0;

  /// Index of it, or nodes.size().
  std::size_t find(const std::string& id) const;
};

/// A window with nothing in it: what is shown of a journal that was just locked.
AccessTree emptyAccessTree(const std::string& title);

/// One line a node, for people and tests: depth, role, name, value, description, states.
std::string describe(const AccessTree& tree);
const char* nameOf(AccessRole role);

}  // namespace app::desktop
