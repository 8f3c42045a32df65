#pragma once

#include <atk/atk.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/desktop/access/access_bridge.h"

// One object of ATK for each node. Everything here is the bridge's thread's only.

namespace app::desktop {

/// What all objects of one bridge share.
struct NodeWorld {
  int x = 0;  ///< of the window's contents on the screen
  int y = 0;
  std::function<void(AccessWish)> wish;
};

struct NodeData;

/// A GObject: its first member is its parent, and C++ begins behind the pointer.
struct NodeObject {
  AtkObject base;
  NodeData* data;
};

struct NodeData {
  AccessNode node;
  std::u32string text;             ///< of node.value, where it can be read letter by letter
  std::vector<std::size_t> lines;  ///< in code points of `text`
  AtkRole role = ATK_ROLE_UNKNOWN;
  NodeWorld* world = nullptr;         ///< null: it is no longer shown
  NodeObject* parent = nullptr;       ///< not owned
  std::vector<NodeObject*> children;  ///< one reference each
};

/// A new object, the caller's; without parent or children.
NodeObject* makeNode(AccessNode node, NodeWorld& world);
/// The application itself, over its window.
NodeObject* makeApplication(const std::string& name, NodeWorld& world);

/// Takes over what a node says now, without telling anybody.
void take(NodeData& data, AccessNode node);
/// It is no longer shown: says nothing any more, and neither does what was under it. Gives up its
/// children.
void forget(NodeObject* node);

inline AtkObject* atk(NodeObject* node) {
  return &node->base;
}
/// Null for an object that is not ours.
NodeData* dataOf(gpointer object);

bool hasText(AccessRole role);
bool hasValue(AccessRole role);
AtkRole atkRole(AccessRole role);
/// States of ATK that one of ours stands for.
std::vector<AtkStateType> atkStates(std::uint32_t state, AccessRole role);

GType nodeType();  ///< of an object without interfaces but AtkComponent
/// Of an object with the interfaces that a role has.
GType nodeTypeFor(AccessRole role);
void initComponent(gpointer iface, gpointer);
void initAction(gpointer iface, gpointer);
void initText(gpointer iface, gpointer);
void initValue(gpointer iface, gpointer);
void initSelection(gpointer iface, gpointer);

}  // namespace app::desktop
