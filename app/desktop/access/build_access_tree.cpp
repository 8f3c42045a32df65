#include "app/desktop/access/build_access_tree.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace app::desktop {
namespace {

using ui::RecordedItem;
using Role = AccessRole;
using State = AccessState;

/// The roles of ARIA that widgets record, and what they are here.
constexpr std::array<std::pair<std::string_view, Role>, 26> kRoles = {{
    {"alert", Role::Alert},       {"alertdialog", Role::Heading},     {"article", Role::ListItem},
    {"button", Role::Button},     {"checkbox", Role::CheckBox},       {"columnheader", Role::Label},
    {"combobox", Role::ComboBox}, {"dialog", Role::Heading},          {"figure", Role::Picture},
    {"gridcell", Role::Button},   {"heading", Role::Heading},         {"img", Role::Picture},
    {"link", Role::Link},         {"listitem", Role::ListItem},       {"menuitem", Role::MenuItem},
    {"option", Role::ListItem},   {"progressbar", Role::ProgressBar}, {"radio", Role::RadioButton},
    {"row", Role::ListItem},      {"rowheader", Role::Label},         {"searchbox", Role::Field},
    {"slider", Role::Slider},     {"spinbutton", Role::SpinButton},   {"status", Role::News},
    {"switch", Role::Switch},     {"textbox", Role::Field},
}};

bool startsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}
bool isUnder(std::string_view path, std::string_view scope) {
  return path.size() > scope.size() && startsWith(path, scope) && path[scope.size()] == '/';
}
std::string_view scopeOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}
std::string_view lastOf(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // all of it when there is no slash
}
/// "results/row[3f]" -> "[3f]"; empty when its last part names no one of many.
std::string_view oneOfMany(std::string_view path) {
  const std::size_t bracket = path.rfind('[');
  const bool last =
      bracket != std::string_view::npos && path.back() == ']' && bracket > scopeOf(path).size();
  return last ? path.substr(bracket) : std::string_view();
}
std::string_view commonScope(std::string_view a, std::string_view b) {
  while (!a.empty() && a != b && !isUnder(b, a)) a = scopeOf(a);
  return a;
}

bool isOnOrOff(const std::string& value) {
  return value == "on" || value == "off";
}
bool isDialog(const RecordedItem& item) {
  return item.role == "dialog" || item.role == "alertdialog";
}
bool isLabel(const RecordedItem& item) {
  return item.role == "heading" || item.role == "text";
}
bool isListed(Role role) {
  return role == Role::ListItem || role == Role::MenuItem;
}

Role fieldRole(const RecordedItem& item) {
  if (!item.text) return Role::Field;
  if (item.text->secret) return Role::Passphrase;
  return item.text->several ? Role::WordsArea : Role::Field;
}

Role roleOf(const RecordedItem& item) {
  if (item.role == "button" && isOnOrOff(item.value)) return Role::ToggleButton;
  // What the page or the frame of the window says all the time, as whether it is saved, is read
  // when asked for; news has a name of its own, as in a banner.
  if (item.role == "status" &&
      (startsWith(item.path, "nav/") || startsWith(lastOf(item.path), "text#"))) {
    return Role::Status;
  }
  const auto at = std::find_if(kRoles.begin(), kRoles.end(),
                               [&](const auto& known) { return known.first == item.role; });
  if (at == kRoles.end()) return Role::Label;
  return at->second == Role::Field ? fieldRole(item) : at->second;
}

void addWords(std::string& to, std::string_view words, std::string_view between) {
  if (words.empty() || words == to) return;
  if (!to.empty()) to += between;
  to += words;
}

std::uint32_t chosenStates(Role role, const RecordedItem& item) {
  const bool on = item.value == "on";
  switch (role) {
    case Role::ToggleButton:
    case Role::Switch:
    case Role::CheckBox:
    case Role::RadioButton:
      return State::Checkable | (on ? State::Checked : 0U);
    case Role::ListItem:
    case Role::Tab:
      return State::Selectable | (on || item.chosen ? State::Selected : 0U);
    default:
      return 0;
  }
}

void fillText(AccessNode& node, const RecordedItem& item) {
  node.value = item.value;
  if (!item.text) return;
  if (item.enabled) node.states |= State::Editable;
  node.caret = std::min(item.text->caret, node.value.size());
  node.anchor = std::min(item.text->anchor, node.value.size());
  node.lines = item.text->lines;
  if (!item.text->secret) return;
  constexpr std::string_view kDot = "\u2022";
  node.value.clear();
  for (std::size_t i = 0; i < item.text->hidden; ++i) node.value += kDot;
  node.caret = std::min(item.text->caret, item.text->hidden) * kDot.size();
  node.anchor = std::min(item.text->anchor, item.text->hidden) * kDot.size();
}

void fillWords(AccessNode& node, const RecordedItem& item) {
  node.name = item.name;
  switch (node.role) {
    case Role::Field:
    case Role::WordsArea:
    case Role::Passphrase:
      fillText(node, item);
      break;
    case Role::ComboBox:
    case Role::Slider:
    case Role::SpinButton:
    case Role::ProgressBar:
      node.value = item.value;
      break;
    case Role::Alert:
    case Role::News:
    case Role::Status:
      addWords(node.name, item.value, ", ");
      break;
    default:
      if (!isOnOrOff(item.value)) node.description = item.value;
  }
  addWords(node.description, item.reason, ". ");
  if (node.name.empty()) std::swap(node.name, node.description);
}

AccessNode nodeOf(const RecordedItem& item) {
  AccessNode node;
  node.id = item.path;
  node.role = roleOf(item);
  node.rect = item.rect;
  fillWords(node, item);
  node.states |= chosenStates(node.role, item);
  if (item.interactive) node.states |= State::Focusable;
  if (item.focused) node.states |= State::Focused;
  if (item.enabled) node.states |= State::Enabled;
  if (item.visible) node.states |= State::Showing;
  if (node.role == Role::ComboBox) node.states |= State::Expandable;
  return node;
}

ui::Rect joined(const ui::Rect& a, const ui::Rect& b) {
  if (a.w <= 0 || a.h <= 0) return b;
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// What lies over the page as one thing.
struct Layer {
  const RecordedItem* title = nullptr;  ///< of a dialog
  std::string_view scope;
  bool onlyRows = true;
  bool seen = false;
};

std::map<int, Layer> layersOf(const std::vector<RecordedItem>& frame) {
  std::map<int, Layer> out;
  for (const RecordedItem& item : frame) {
    if (item.layer == 0) continue;
    Layer& layer = out[item.layer];
    layer.scope = layer.seen ? commonScope(layer.scope, item.path) : scopeOf(item.path);
    layer.seen = true;
    if (isDialog(item) && layer.title == nullptr) layer.title = &item;
    layer.onlyRows = layer.onlyRows && isListed(roleOf(item));
  }
  return out;
}

class TreeBuilder {
 public:
  TreeBuilder(const std::vector<RecordedItem>& frame, const std::string& title, bool active)
      : frame_(frame), layers_(layersOf(frame)), tree_(emptyAccessTree(title)) {
    if (active) tree_.nodes[0].states |= State::Active;
  }

  AccessTree build() {
    for (const RecordedItem& item : frame_) take(item);
    AccessTree ordered;
    std::vector<std::vector<std::size_t>> children(tree_.nodes.size());
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i) {
      children[tree_.nodes[i].parent].push_back(i);
    }
    order(children, 0, 0, ordered);
    return ordered;
  }

 private:
  /// A list or a group of choices that items are still being put into.
  struct Run {
    std::size_t node = 0;  ///< 0: none
    std::size_t inside = 0;
    Role role = Role::Label;
    std::string_view scope;
    std::size_t lastItem = 0;
    std::string_view lastPath;
  };

  void take(const RecordedItem& item) {
    AccessNode node = nodeOf(item);
    const std::size_t container = containerOf(item);
    const bool grouped = isListed(node.role) || node.role == Role::RadioButton;
    std::size_t parent = container;
    if (belongsToLast(item, container)) {
      parent = run_.lastItem;
    } else if (grouped && !holdsRows(container)) {
      parent = groupFor(item, node.role, container);
    } else if (!grouped) {
      run_ = Run{};
    }
    if (node.role == Role::ComboBox && isOpen(item.path)) node.states |= State::Expanded;
    const std::size_t index = add(std::move(node), parent);
    if (grouped && run_.node != 0 && parent == run_.node) {
      run_.lastItem = index;
      run_.lastPath = item.path;
    }
    if (isLabel(item)) {
      label_ = &item;
    } else if (item.interactive) {
      label_ = nullptr;
    }
  }

  /// A button of one row of a list, drawn after it: "row[3f]" and "beside[3f]".
  bool belongsToLast(const RecordedItem& item, std::size_t container) const {
    if (run_.node == 0 || run_.lastItem == 0 || run_.inside != container) return false;
    if (run_.role == Role::RadioButton || isListed(roleOf(item))) return false;
    if (isUnder(item.path, run_.lastPath)) return true;
    const std::string_view one = oneOfMany(item.path);
    return !one.empty() && one == oneOfMany(run_.lastPath) && scopeOf(item.path) == run_.scope;
  }

  bool holdsRows(std::size_t container) const {
    const Role role = tree_.nodes[container].role;
    return role == Role::List || role == Role::Menu;
  }

  bool isOpen(const std::string& path) const {
    return std::any_of(layers_.begin(), layers_.end(), [&](const auto& layer) {
      return layer.second.scope == path || isUnder(layer.second.scope, path);
    });
  }

  std::size_t containerOf(const RecordedItem& item) {
    if (item.layer > 0) return layerNode(item.layer);
    const std::string part = item.path.substr(0, item.path.find('/'));
    const auto known = containers_.find(part);
    if (known != containers_.end()) return known->second;
    AccessNode node;
    node.id = part + "#part";
    node.role = Role::Part;
    node.states = State::Enabled | State::Showing;
    return containers_[part] = add(std::move(node), 0);
  }

  std::size_t layerNode(int number) {
    const std::string key = "#" + std::to_string(number);
    const auto known = containers_.find(key);
    if (known != containers_.end()) return known->second;
    const Layer& layer = layers_[number];
    AccessNode node;
    node.id = std::string(layer.scope) + "#layer";
    node.role = layer.onlyRows ? Role::List : Role::Dialog;
    node.states = State::Enabled | State::Showing;
    if (!layer.onlyRows) node.states |= State::Modal;
    node.name = layer.title != nullptr ? layer.title->name : nameOfOpener(layer.scope);
    return containers_[key] = add(std::move(node), 0);
  }

  /// The list of a control lies in the control's own scope.
  std::string nameOfOpener(std::string_view scope) const {
    for (; !scope.empty(); scope = scopeOf(scope)) {
      for (const RecordedItem& item : frame_) {
        if (item.path == scope) return item.name;
      }
    }
    return {};
  }

  std::size_t groupFor(const RecordedItem& item, Role role, std::size_t container) {
    const std::string_view scope = scopeOf(item.path);
    if (run_.node != 0 && run_.role == role && run_.scope == scope && run_.inside == container) {
      return run_.node;
    }
    AccessNode node;
    node.role = role == Role::MenuItem      ? Role::Menu
                : role == Role::RadioButton ? Role::Group
                                            : Role::List;
    node.id = std::string(scope) + "#" + nameOf(node.role);
    node.states = State::Enabled | State::Showing;
    if (label_ != nullptr && label_->layer == item.layer) node.name = label_->name;
    run_ = Run{add(std::move(node), container), container, role, scope, 0, {}};
    return run_.node;
  }

  std::size_t add(AccessNode node, std::size_t parent) {
    node.parent = parent;
    std::string id = node.id;
    for (int n = 2; !ids_.insert(id).second; ++n) id = node.id + "#" + std::to_string(n);
    node.id = std::move(id);
    for (std::size_t above = parent; above != 0; above = tree_.nodes[above].parent) {
      tree_.nodes[above].rect = joined(tree_.nodes[above].rect, node.rect);
    }
    tree_.nodes.push_back(std::move(node));
    return tree_.nodes.size() - 1;
  }

  void order(const std::vector<std::vector<std::size_t>>& children, std::size_t index,
             std::size_t parent, AccessTree& into) {
    const std::size_t place = into.nodes.size();
    into.nodes.push_back(std::move(tree_.nodes[index]));
    into.nodes.back().parent = parent;
    for (const std::size_t child : children[index]) order(children, child, place, into);
  }

  const std::vector<RecordedItem>& frame_;
  std::map<int, Layer> layers_;
  AccessTree tree_;
  std::set<std::string> ids_;
  std::map<std::string, std::size_t> containers_;
  Run run_;
  const RecordedItem* label_ = nullptr;  ///< the words right before what comes next
};

}  // namespace

AccessTree buildAccessTree(const std::vector<RecordedItem>& frame, const std::string& title,
                           bool hasKeyboard) {
  return TreeBuilder(frame, title, hasKeyboard).build();
}

}  // namespace app::desktop
