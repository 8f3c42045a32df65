#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/desktop/access/access_diff.h"
#include "app/desktop/access/bridge/node_object.h"

namespace app::desktop {

/// The objects of ATK that stand for a tree, and what is told of each change. The bridge's thread
/// only.
class ShownTree {
 public:
  ShownTree(const std::string& title, std::function<void(AccessWish)> wish);
  ~ShownTree();
  ShownTree(const ShownTree&) = delete;
  ShownTree& operator=(const ShownTree&) = delete;

  AtkObject* application() const { return atk(application_); }
  void show(std::shared_ptr<const AccessTree> tree);

 private:
  void remove(const std::string& id);
  void strike(const NodeObject* node);  ///< it and what is under it out of `nodes_`
  NodeObject* add(const AccessChange& change);
  void change(const AccessChange& change);
  void tellStates(NodeObject* node, std::uint32_t before, std::uint32_t after);
  void tellText(NodeObject* node, const AccessNode& before, const AccessNode& after);
  NodeObject* find(const std::string& id) const;

  NodeWorld world_;
  NodeObject* application_;  ///< one reference
  std::shared_ptr<const AccessTree> tree_;
  std::unordered_map<std::string, NodeObject*> nodes_;
  NodeObject* focused_ = nullptr;  ///< got the keyboard in the change under way
};

}  // namespace app::desktop
