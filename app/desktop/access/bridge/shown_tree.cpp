#include "app/desktop/access/bridge/shown_tree.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "app/desktop/access/access_words.h"

namespace app::desktop {
namespace {

using Kind = AccessChange::Kind;

void emitText(NodeObject* node, const char* signal, std::size_t at, const std::string& words) {
  if (words.empty()) return;
  const std::size_t length = codePointAt(words, words.size());
  g_signal_emit_by_name(node, signal, static_cast<gint>(at), static_cast<gint>(length),
                        words.c_str());
}

void setState(NodeObject* node, AtkStateType state, bool on) {
  atk_object_notify_state_change(atk(node), state, on ? TRUE : FALSE);
}

}  // namespace

ShownTree::ShownTree(const std::string& title, std::function<void(AccessWish)> wish)
    : world_{0, 0, std::move(wish)},
      application_(makeApplication(title, world_)),
      tree_(std::make_shared<const AccessTree>(emptyAccessTree(title))) {
  NodeObject* window = makeNode(tree_->nodes[0], world_);
  window->data->parent = application_;
  application_->data->children.push_back(window);
  nodes_[tree_->nodes[0].id] = window;
}

ShownTree::~ShownTree() {
  forget(application_);
  g_object_unref(application_);
}

NodeObject* ShownTree::find(const std::string& id) const {
  const auto at = nodes_.find(id);
  return at != nodes_.end() ? at->second : nullptr;
}

void ShownTree::show(std::shared_ptr<const AccessTree> tree) {
  const std::vector<AccessChange> changes = accessDiff(*tree_, *tree);
  world_.x = tree->x;
  world_.y = tree->y;
  focused_ = nullptr;
  std::unordered_set<std::string> come;
  std::vector<NodeObject*> tops;  // a branch is told of when it is whole
  for (const AccessChange& each : changes) {
    if (each.kind == Kind::Removed) remove(each.id);
    if (each.kind != Kind::Added) continue;
    NodeObject* node = add(each);
    if (!come.contains(each.parent)) tops.push_back(node);
    come.insert(each.id);
  }
  for (NodeObject* node : tops) {
    NodeObject* parent = node->data->parent;
    g_signal_emit_by_name(parent, "children-changed::add",
                          static_cast<guint>(atk_object_get_index_in_parent(atk(node))), node,
                          nullptr);
  }
  for (const AccessChange& each : changes) {
    if (each.kind == Kind::Changed) change(each);
  }
  if (focused_ != nullptr) setState(focused_, ATK_STATE_FOCUSED, true);
  for (const AccessNode& news : newsIn(*tree_, changes)) {
    if (NodeObject* node = find(news.id)) setState(node, ATK_STATE_SHOWING, true);
  }
  tree_ = std::move(tree);
}

void ShownTree::remove(const std::string& id) {
  NodeObject* node = find(id);
  if (node == nullptr || node->data->parent == nullptr) return;
  NodeObject* parent = node->data->parent;
  auto& siblings = parent->data->children;
  const auto at = std::find(siblings.begin(), siblings.end(), node);
  const auto index = static_cast<guint>(at - siblings.begin());
  siblings.erase(at);
  strike(node);
  g_signal_emit_by_name(parent, "children-changed::remove", index, node, nullptr);
  forget(node);
  g_object_unref(node);
}

void ShownTree::strike(const NodeObject* node) {
  nodes_.erase(node->data->node.id);
  for (const NodeObject* child : node->data->children) strike(child);
}

NodeObject* ShownTree::add(const AccessChange& change) {
  NodeObject* parent = find(change.parent);
  NodeObject* node = makeNode(change.node, world_);
  node->data->parent = parent;
  auto& siblings = parent->data->children;
  siblings.insert(siblings.begin() + static_cast<std::ptrdiff_t>(change.place), node);
  nodes_[change.id] = node;
  if (change.node.has(AccessState::Focused)) focused_ = node;
  return node;
}

void ShownTree::change(const AccessChange& change) {
  NodeObject* node = find(change.id);
  if (node == nullptr) return;
  const AccessNode before = node->data->node;
  take(*node->data, change.node);
  if ((change.what & AccessChange::Name) != 0) g_object_notify(G_OBJECT(node), "accessible-name");
  if ((change.what & AccessChange::Description) != 0) {
    g_object_notify(G_OBJECT(node), "accessible-description");
  }
  if ((change.what & AccessChange::States) != 0) {
    tellStates(node, before.states, change.node.states);
  }
  if (hasText(change.node.role)) tellText(node, before, change.node);
  if (hasValue(change.node.role) && (change.what & AccessChange::Value) != 0) {
    double number = 0;
    atk_value_get_value_and_text(ATK_VALUE(node), &number, nullptr);
    g_signal_emit_by_name(node, "value-changed", number, change.node.value.c_str());
  }
}

void ShownTree::tellStates(NodeObject* node, std::uint32_t before, std::uint32_t after) {
  for (std::uint32_t bit = 1; bit <= AccessState::Active; bit <<= 1U) {
    const bool on = (after & bit) != 0;
    if (((before ^ after) & bit) == 0) continue;
    if (bit == AccessState::Focused && on) {
      focused_ = node;  // told when whatever lost it has been
      continue;
    }
    for (const AtkStateType state : atkStates(bit, node->data->node.role)) {
      setState(node, state, on);
    }
    if (bit == AccessState::Active) {
      g_signal_emit_by_name(node, on ? "activate" : "deactivate");
    }
  }
}

/// `before` counts its caret in code points, as take() left it; `after` in bytes.
void ShownTree::tellText(NodeObject* node, const AccessNode& before, const AccessNode& after) {
  const TextReplaced edit = textReplaced(before.value, after.value);
  const std::size_t at = codePointAt(after.value, edit.begin);
  emitText(node, "text-remove", at, edit.removed);
  emitText(node, "text-insert", at, edit.inserted);
  const AccessNode& now = node->data->node;
  if (now.caret != before.caret) {
    g_signal_emit_by_name(node, "text-caret-moved", static_cast<gint>(now.caret));
  }
  const bool selected = now.caret != now.anchor || before.caret != before.anchor;
  if (selected && (now.caret != before.caret || now.anchor != before.anchor)) {
    g_signal_emit_by_name(node, "text-selection-changed");
  }
}

}  // namespace app::desktop
