#include "app/desktop/access/access_tree.h"

#include <algorithm>
#include <array>
#include <utility>

namespace app::desktop {
namespace {

constexpr std::array<const char*, 28> kRoleNames = {
    "window",     "dialog",    "part",   "group",       "list",     "list item", "menu",
    "menu item",  "button",    "toggle", "switch",      "tick box", "radio",     "link",
    "tab",        "combo box", "slider", "spin button", "progress", "field",     "words",
    "passphrase", "heading",   "label",  "picture",     "alert",    "news",      "status"};

constexpr std::array<std::pair<std::uint32_t, const char*>, 12> kStateNames = {{
    {AccessState::Focusable, "focusable"},
    {AccessState::Focused, "focused"},
    {AccessState::Enabled, "enabled"},
    {AccessState::Showing, "showing"},
    {AccessState::Checkable, "checkable"},
    {AccessState::Checked, "checked"},
    {AccessState::Selectable, "selectable"},
    {AccessState::Selected, "selected"},
    {AccessState::Expanded, "expanded"},
    {AccessState::Modal, "modal"},
    {AccessState::Editable, "editable"},
    {AccessState::Active, "active"},
}};

bool sameRect(const ui::Rect& a, const ui::Rect& b) {
  return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

}  // namespace

bool sameNode(const AccessNode& a, const AccessNode& b) {
  return a.id == b.id && a.role == b.role && a.name == b.name && a.description == b.description &&
         a.value == b.value && a.states == b.states && sameRect(a.rect, b.rect) &&
         a.caret == b.caret && a.anchor == b.anchor && a.lines == b.lines;
}

std::size_t AccessTree::find(const std::string& id) const {
  const auto at = std::find_if(nodes.begin(), nodes.end(),
                               [&](const AccessNode& node) { return node.id == id; });
  return static_cast<std::size_t>(at - nodes.begin());
}

AccessTree emptyAccessTree(const std::string& title) {
  AccessNode window;
  window.role = AccessRole::Window;
  window.name = title;
  window.states = AccessState::Enabled | AccessState::Showing;
  AccessTree tree;
  tree.nodes.push_back(std::move(window));
  return tree;
}

const char* nameOf(AccessRole role) {
  return kRoleNames.at(static_cast<std::size_t>(role));
}

std::string describe(const AccessTree& tree) {
  std::string out;
  std::vector<std::size_t> depth(tree.nodes.size(), 0);
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const AccessNode& node = tree.nodes[i];
    if (i > 0) depth[i] = depth[node.parent] + 1;
    out += std::string(2 * depth[i], ' ') + nameOf(node.role) + " \"" + node.name + '"';
    if (!node.value.empty()) out += " = \"" + node.value + '"';
    if (!node.description.empty()) out += " (" + node.description + ')';
    for (const auto& [state, word] : kStateNames) {
      if (node.has(state)) out += std::string(" ") + word;
    }
    out += '\n';
  }
  return out;
}

}  // namespace app::desktop
