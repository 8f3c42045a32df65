#include "app/desktop/access/bridge/node_object.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/desktop/access/access_words.h"

namespace app::desktop {
namespace {

using Role = AccessRole;

AtkObjectClass* g_parentClass = nullptr;  // of ATK's own object; set once by GObject

NodeData& self(AtkObject* object) {
  return *reinterpret_cast<NodeObject*>(object)->data;
}

const char* getName(AtkObject* object) {
  return self(object).node.name.c_str();
}
const char* getDescription(AtkObject* object) {
  return self(object).node.description.c_str();
}
AtkObject* getParent(AtkObject* object) {
  NodeObject* parent = self(object).parent;
  return parent != nullptr ? atk(parent) : nullptr;
}
gint countChildren(AtkObject* object) {
  return static_cast<gint>(self(object).children.size());
}
AtkObject* refChild(AtkObject* object, gint index) {
  const auto& children = self(object).children;
  if (index < 0 || static_cast<std::size_t>(index) >= children.size()) return nullptr;
  return ATK_OBJECT(g_object_ref(children[static_cast<std::size_t>(index)]));
}
gint indexInParent(AtkObject* object) {
  const NodeObject* parent = self(object).parent;
  if (parent == nullptr) return -1;
  const auto& siblings = parent->data->children;
  const auto at =
      std::find(siblings.begin(), siblings.end(), reinterpret_cast<NodeObject*>(object));
  return at == siblings.end() ? -1 : static_cast<gint>(at - siblings.begin());
}
AtkRole getRole(AtkObject* object) {
  return self(object).role;
}

AtkStateSet* refStates(AtkObject* object) {
  const NodeData& data = self(object);
  AtkStateSet* out = atk_state_set_new();
  if (data.world == nullptr) {
    atk_state_set_add_state(out, ATK_STATE_DEFUNCT);
    return out;
  }
  atk_state_set_add_state(out, ATK_STATE_VISIBLE);
  for (std::uint32_t bit = 1; bit <= AccessState::Active; bit <<= 1U) {
    if (!data.node.has(bit)) continue;
    for (const AtkStateType state : atkStates(bit, data.node.role)) {
      atk_state_set_add_state(out, state);
    }
  }
  if (data.node.role == Role::WordsArea) atk_state_set_add_state(out, ATK_STATE_MULTI_LINE);
  if (data.node.role == Role::Field || data.node.role == Role::Passphrase) {
    atk_state_set_add_state(out, ATK_STATE_SINGLE_LINE);
  }
  return out;
}

AtkAttribute* attribute(const char* name, const std::string& value) {
  auto* out = g_new(AtkAttribute, 1);
  out->name = g_strdup(name);
  out->value = g_strdup(value.c_str());
  return out;
}

/// What a slider says in words, which no number of its own could.
AtkAttributeSet* getAttributes(AtkObject* object) {
  const NodeData& data = self(object);
  AtkAttributeSet* out = nullptr;
  if (hasValue(data.node.role) && !data.node.value.empty()) {
    out = g_slist_append(out, attribute("valuetext", data.node.value));
  }
  return out;
}

void initialize(AtkObject* object, gpointer data) {
  g_parentClass->initialize(object, data);
  object->layer = ATK_LAYER_WIDGET;
}

void finalize(GObject* object) {
  auto* node = reinterpret_cast<NodeObject*>(object);
  for (NodeObject* child : node->data->children) g_object_unref(child);
  delete std::exchange(node->data, nullptr);
  G_OBJECT_CLASS(g_parentClass)->finalize(object);
}

void initClass(gpointer klass, gpointer) {
  g_parentClass = ATK_OBJECT_CLASS(g_type_class_peek_parent(klass));
  auto* object = ATK_OBJECT_CLASS(klass);
  object->get_name = getName;
  object->get_description = getDescription;
  object->get_parent = getParent;
  object->get_n_children = countChildren;
  object->ref_child = refChild;
  object->get_index_in_parent = indexInParent;
  object->get_role = getRole;
  object->ref_state_set = refStates;
  object->get_attributes = getAttributes;
  object->initialize = initialize;
  G_OBJECT_CLASS(klass)->finalize = finalize;
}

void initInstance(GTypeInstance* instance, gpointer) {
  reinterpret_cast<NodeObject*>(instance)->data = new NodeData;
}

NodeObject* made(GType type) {
  auto* node = reinterpret_cast<NodeObject*>(g_object_new(type, nullptr));
  atk_object_initialize(atk(node), nullptr);
  return node;
}

}  // namespace

GType nodeType() {
  static const GType type = [] {
    const GTypeInfo info = {
        sizeof(AtkObjectClass), nullptr, nullptr,      initClass, nullptr, nullptr,
        sizeof(NodeObject),     0,       initInstance, nullptr};
    const GType made =
        g_type_register_static(ATK_TYPE_OBJECT, "AfternoteNode", &info, GTypeFlags{});
    const GInterfaceInfo component = {initComponent, nullptr, nullptr};
    g_type_add_interface_static(made, ATK_TYPE_COMPONENT, &component);
    return made;
  }();
  return type;
}

NodeData* dataOf(gpointer object) {
  const bool ours = object != nullptr && G_TYPE_CHECK_INSTANCE_TYPE(object, nodeType());
  return ours ? reinterpret_cast<NodeObject*>(object)->data : nullptr;
}

NodeObject* makeNode(AccessNode node, NodeWorld& world) {
  NodeObject* out = made(nodeTypeFor(node.role));
  out->data->world = &world;
  out->data->role = atkRole(node.role);
  take(*out->data, std::move(node));
  return out;
}

NodeObject* makeApplication(const std::string& name, NodeWorld& world) {
  NodeObject* out = made(nodeType());
  out->data->world = &world;
  out->data->role = ATK_ROLE_APPLICATION;
  out->data->node.name = name;
  out->data->node.states = AccessState::Enabled | AccessState::Showing;
  return out;
}

void take(NodeData& data, AccessNode node) {
  data.node = std::move(node);
  data.text.clear();
  data.lines.clear();
  if (!hasText(data.node.role)) return;
  const std::string& value = data.node.value;
  data.text = codePointsOf(value);
  data.node.caret = codePointAt(value, data.node.caret);
  data.node.anchor = codePointAt(value, data.node.anchor);
  for (const std::size_t line : data.node.lines) data.lines.push_back(codePointAt(value, line));
}

void forget(NodeObject* node) {
  NodeData& data = *node->data;
  const Role role = data.node.role;
  data.node = AccessNode();
  data.node.role = role;
  data.text.clear();
  data.lines.clear();
  data.world = nullptr;
  data.parent = nullptr;
  for (NodeObject* child : std::exchange(data.children, {})) {
    forget(child);
    g_object_unref(child);
  }
  atk_object_notify_state_change(atk(node), ATK_STATE_DEFUNCT, TRUE);
}

}  // namespace app::desktop
