#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "app/desktop/access/bridge/node_object.h"

// Which role of ATK, which states and which interfaces each of ours has, and the small interfaces.

namespace app::desktop {
namespace {

using Role = AccessRole;

constexpr std::array<std::pair<Role, AtkRole>, 28> kAtkRoles = {{
    {Role::Window, ATK_ROLE_FRAME},
    {Role::Dialog, ATK_ROLE_DIALOG},
    {Role::Part, ATK_ROLE_PANEL},
    {Role::Group, ATK_ROLE_GROUPING},
    {Role::List, ATK_ROLE_LIST_BOX},
    {Role::ListItem, ATK_ROLE_LIST_ITEM},
    {Role::Menu, ATK_ROLE_MENU},
    {Role::MenuItem, ATK_ROLE_MENU_ITEM},
    {Role::Button, ATK_ROLE_PUSH_BUTTON},
    {Role::ToggleButton, ATK_ROLE_TOGGLE_BUTTON},
    {Role::Switch, ATK_ROLE_TOGGLE_BUTTON},
    {Role::CheckBox, ATK_ROLE_CHECK_BOX},
    {Role::RadioButton, ATK_ROLE_RADIO_BUTTON},
    {Role::Link, ATK_ROLE_LINK},
    {Role::Tab, ATK_ROLE_PAGE_TAB},
    {Role::ComboBox, ATK_ROLE_COMBO_BOX},
    {Role::Slider, ATK_ROLE_SLIDER},
    {Role::SpinButton, ATK_ROLE_SPIN_BUTTON},
    {Role::ProgressBar, ATK_ROLE_PROGRESS_BAR},
    {Role::Field, ATK_ROLE_ENTRY},
    {Role::WordsArea, ATK_ROLE_TEXT},
    {Role::Passphrase, ATK_ROLE_PASSWORD_TEXT},
    {Role::Heading, ATK_ROLE_HEADING},
    {Role::Label, ATK_ROLE_LABEL},
    {Role::Picture, ATK_ROLE_IMAGE},
    // What these say is read out when they tell that they show.
    {Role::Alert, ATK_ROLE_NOTIFICATION},
    {Role::News, ATK_ROLE_NOTIFICATION},
    {Role::Status, ATK_ROLE_STATUSBAR},
}};

struct Interfaces {
  bool action = false;
  bool text = false;
  bool value = false;
  bool selection = false;
  bool window = false;
};

bool isPressed(Role role) {
  switch (role) {
    case Role::ListItem:
    case Role::MenuItem:
    case Role::Button:
    case Role::ToggleButton:
    case Role::Switch:
    case Role::CheckBox:
    case Role::RadioButton:
    case Role::Link:
    case Role::Tab:
    case Role::ComboBox:
      return true;
    default:
      return false;
  }
}

Interfaces interfacesOf(Role role) {
  Interfaces out;
  out.action = isPressed(role);
  out.text = hasText(role);
  out.value = hasValue(role);
  out.selection = role == Role::List || role == Role::Menu;
  out.window = role == Role::Window || role == Role::Dialog;
  return out;
}

// --- AtkComponent

void extents(AtkComponent* component, gint* x, gint* y, gint* width, gint* height,
             AtkCoordType type) {
  *x = *y = *width = *height = 0;
  const NodeData* data = dataOf(component);
  if (data == nullptr || data->world == nullptr) return;
  const ui::Rect& rect = data->node.rect;
  *x = static_cast<gint>(std::lround(rect.x));
  *y = static_cast<gint>(std::lround(rect.y));
  *width = static_cast<gint>(std::lround(rect.w));
  *height = static_cast<gint>(std::lround(rect.h));
  if (type == ATK_XY_SCREEN) {
    *x += data->world->x;
    *y += data->world->y;
  }
  if (type == ATK_XY_PARENT && data->parent != nullptr) {
    *x -= static_cast<gint>(std::lround(data->parent->data->node.rect.x));
    *y -= static_cast<gint>(std::lround(data->parent->data->node.rect.y));
  }
}

bool wish(gpointer object, AccessWish::Kind kind) {
  const NodeData* data = dataOf(object);
  if (data == nullptr || data->world == nullptr || !data->world->wish) return false;
  if (!data->node.has(AccessState::Focusable)) return false;
  if (kind == AccessWish::Kind::Press && !data->node.has(AccessState::Enabled)) return false;
  data->world->wish({kind, data->node.id});
  return true;
}

gboolean grabFocus(AtkComponent* component) {
  return wish(component, AccessWish::Kind::Focus) ? TRUE : FALSE;
}

// --- AtkAction: press it, or only give it the keyboard

gboolean doAction(AtkAction* action, gint which) {
  const bool press = which == 0;
  return wish(action, press ? AccessWish::Kind::Press : AccessWish::Kind::Focus) ? TRUE : FALSE;
}
gint countActions(AtkAction* action) {
  const NodeData* data = dataOf(action);
  return data != nullptr && data->node.has(AccessState::Focusable) ? 2 : 0;
}
const gchar* actionName(AtkAction*, gint which) {
  return which == 0 ? "press" : which == 1 ? "focus" : nullptr;
}

// --- AtkValue: the number in the words, for whoever wants one

void valueAndText(AtkValue* value, gdouble* number, gchar** text) {
  const NodeData* data = dataOf(value);
  const std::string words = data != nullptr ? data->node.value : std::string();
  if (number != nullptr) *number = std::strtod(words.c_str(), nullptr);
  if (text != nullptr) *text = g_strdup(words.c_str());
}
AtkRange* rangeOf(AtkValue* value) {
  const NodeData* data = dataOf(value);
  const bool share = data != nullptr && data->node.role == Role::ProgressBar;
  return share ? atk_range_new(0, 100, "") : nullptr;
}

// --- AtkSelection: which rows of a list are chosen; choosing is pressing one

NodeObject* selectedChild(gpointer object, gint which) {
  const NodeData* data = dataOf(object);
  if (data == nullptr) return nullptr;
  for (NodeObject* child : data->children) {
    if (child->data->node.has(AccessState::Selected) && which-- == 0) return child;
  }
  return nullptr;
}
AtkObject* refSelection(AtkSelection* selection, gint which) {
  NodeObject* child = selectedChild(selection, which);
  return child != nullptr ? ATK_OBJECT(g_object_ref(child)) : nullptr;
}
gint countSelected(AtkSelection* selection) {
  gint count = 0;
  while (selectedChild(selection, count) != nullptr) ++count;
  return count;
}
gboolean isSelected(AtkSelection* selection, gint index) {
  const NodeData* data = dataOf(selection);
  const auto at = static_cast<std::size_t>(index);
  if (data == nullptr || index < 0 || at >= data->children.size()) return FALSE;
  return data->children[at]->data->node.has(AccessState::Selected) ? TRUE : FALSE;
}

}  // namespace

bool hasText(AccessRole role) {
  return role == Role::Field || role == Role::WordsArea || role == Role::Passphrase ||
         role == Role::ComboBox;
}
bool hasValue(AccessRole role) {
  return role == Role::Slider || role == Role::SpinButton || role == Role::ProgressBar;
}

AtkRole atkRole(AccessRole role) {
  for (const auto& [ours, theirs] : kAtkRoles) {
    if (ours == role) return theirs;
  }
  return ATK_ROLE_UNKNOWN;
}

std::vector<AtkStateType> atkStates(std::uint32_t state, AccessRole role) {
  switch (state) {
    case AccessState::Focusable:
      return {ATK_STATE_FOCUSABLE};
    case AccessState::Focused:
      return {ATK_STATE_FOCUSED};
    case AccessState::Enabled:
      return {ATK_STATE_ENABLED, ATK_STATE_SENSITIVE};
    case AccessState::Showing:
      return {ATK_STATE_SHOWING};
    case AccessState::Checkable:
      return {ATK_STATE_CHECKABLE};
    case AccessState::Checked:
      if (atkRole(role) == ATK_ROLE_TOGGLE_BUTTON) return {ATK_STATE_CHECKED, ATK_STATE_PRESSED};
      return {ATK_STATE_CHECKED};
    case AccessState::Selectable:
      return {ATK_STATE_SELECTABLE};
    case AccessState::Selected:
      return {ATK_STATE_SELECTED};
    case AccessState::Expandable:
      return {ATK_STATE_EXPANDABLE, ATK_STATE_HAS_POPUP};
    case AccessState::Expanded:
      return {ATK_STATE_EXPANDED};
    case AccessState::Modal:
      return {ATK_STATE_MODAL};
    case AccessState::Editable:
      return {ATK_STATE_EDITABLE};
    case AccessState::Active:
      return {ATK_STATE_ACTIVE};
    default:
      return {};
  }
}

GType nodeTypeFor(AccessRole role) {
  static std::array<GType, 32> types{};
  const Interfaces has = interfacesOf(role);
  const std::size_t which = (has.action ? 1U : 0U) + (has.text ? 2U : 0U) + (has.value ? 4U : 0U) +
                            (has.selection ? 8U : 0U) + (has.window ? 16U : 0U);
  if (which == 0) return nodeType();
  if (types[which] != 0) return types[which];
  const GTypeInfo info = {sizeof(AtkObjectClass), nullptr, nullptr, nullptr, nullptr, nullptr,
                          sizeof(NodeObject),     0,       nullptr, nullptr};
  const std::string name = "AfternoteNode" + std::to_string(which);
  const GType made = g_type_register_static(nodeType(), name.c_str(), &info, GTypeFlags{});
  const auto add = [&](bool wanted, GType type, GInterfaceInitFunc init) {
    const GInterfaceInfo iface = {init, nullptr, nullptr};
    if (wanted) g_type_add_interface_static(made, type, &iface);
  };
  add(has.action, ATK_TYPE_ACTION, initAction);
  add(has.text, ATK_TYPE_TEXT, initText);
  add(has.value, ATK_TYPE_VALUE, initValue);
  add(has.selection, ATK_TYPE_SELECTION, initSelection);
  add(has.window, ATK_TYPE_WINDOW, nullptr);
  return types[which] = made;
}

void initComponent(gpointer iface, gpointer) {
  auto* component = static_cast<AtkComponentIface*>(iface);
  component->get_extents = extents;
  component->grab_focus = grabFocus;
}
void initAction(gpointer iface, gpointer) {
  auto* action = static_cast<AtkActionIface*>(iface);
  action->do_action = doAction;
  action->get_n_actions = countActions;
  action->get_name = actionName;
}
void initValue(gpointer iface, gpointer) {
  auto* value = static_cast<AtkValueIface*>(iface);
  value->get_value_and_text = valueAndText;
  value->get_range = rangeOf;
}
void initSelection(gpointer iface, gpointer) {
  auto* selection = static_cast<AtkSelectionIface*>(iface);
  selection->ref_selection = refSelection;
  selection->get_selection_count = countSelected;
  selection->is_child_selected = isSelected;
}

}  // namespace app::desktop
