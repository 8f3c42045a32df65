#include "app/desktop/access/access_diff.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace app::desktop {
namespace {

using Kind = AccessChange::Kind;
using Children = std::vector<std::vector<std::size_t>>;

Children childrenOf(const AccessTree& tree) {
  Children out(tree.nodes.size());
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) out[tree.nodes[i].parent].push_back(i);
  return out;
}

std::uint32_t difference(const AccessNode& a, const AccessNode& b) {
  std::uint32_t what = 0;
  if (a.name != b.name) what |= AccessChange::Name;
  if (a.description != b.description) what |= AccessChange::Description;
  if (a.value != b.value) what |= AccessChange::Value;
  if (a.states != b.states) what |= AccessChange::States;
  if (a.caret != b.caret || a.anchor != b.anchor || a.lines != b.lines) what |= AccessChange::Caret;
  if (what == 0 && !sameNode(a, b)) what = AccessChange::Place;
  return what;
}

/// Marks in `kept` the longest run of `places` that ascends.
void keepAscending(const std::vector<std::size_t>& places, std::vector<bool>& kept) {
  std::vector<std::size_t> ends;  // of the best run of each length: index into places
  std::vector<std::size_t> before(places.size(), places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto at = std::lower_bound(ends.begin(), ends.end(), places[i],
                                     [&](std::size_t e, std::size_t p) { return places[e] < p; });
    if (at != ends.begin()) before[i] = *(at - 1);
    if (at == ends.end()) {
      ends.push_back(i);
    } else {
      *at = i;
    }
  }
  if (ends.empty()) return;
  for (std::size_t i = ends.back(); i < places.size(); i = before[i]) kept[i] = true;
}

class Differ {
 public:
  Differ(const AccessTree& before, const AccessTree& after)
      : before_(before), after_(after), old_(childrenOf(before)), new_(childrenOf(after)) {
    for (std::size_t i = 0; i < before.nodes.size(); ++i) known_[before.nodes[i].id] = i;
  }

  std::vector<AccessChange> run() {
    if (!before_.nodes.empty() && !after_.nodes.empty()) compare(0, 0);
    std::vector<AccessChange> out = std::move(gone_);
    std::move(come_.begin(), come_.end(), std::back_inserter(out));
    std::move(changed_.begin(), changed_.end(), std::back_inserter(out));
    return out;
  }

 private:
  void compare(std::size_t was, std::size_t is) {
    const AccessNode& now = after_.nodes[is];
    if (const std::uint32_t what = difference(before_.nodes[was], now); what != 0) {
      changed_.push_back({Kind::Changed, now.id, {}, 0, now, what});
    }
    const std::vector<std::size_t> stays = matches(was, is);
    std::unordered_set<std::size_t> kept(stays.begin(), stays.end());
    for (const std::size_t child : old_[was]) {
      if (!kept.contains(child)) gone_.push_back({Kind::Removed, before_.nodes[child].id});
    }
    for (std::size_t i = 0; i < new_[is].size(); ++i) {
      if (stays[i] == before_.nodes.size()) {
        add(new_[is][i], now.id, i);
      } else {
        compare(stays[i], new_[is][i]);
      }
    }
  }

  /// For each child of `is` which child of `was` it is, or before_.nodes.size().
  std::vector<std::size_t> matches(std::size_t was, std::size_t is) const {
    const std::size_t none = before_.nodes.size();
    std::vector<std::size_t> out(new_[is].size(), none);
    std::vector<std::size_t> places;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < new_[is].size(); ++i) {
      const AccessNode& child = after_.nodes[new_[is][i]];
      const auto found = known_.find(child.id);
      if (found == known_.end()) continue;
      const AccessNode& other = before_.nodes[found->second];
      if (found->second == 0 || other.parent != was || other.role != child.role) continue;
      places.push_back(found->second);
      which.push_back(i);
    }
    std::vector<bool> kept(places.size(), false);
    keepAscending(places, kept);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (kept[i]) out[which[i]] = places[i];
    }
    return out;
  }

  void add(std::size_t index, const std::string& parent, std::size_t place) {
    const AccessNode& node = after_.nodes[index];
    come_.push_back({Kind::Added, node.id, parent, place, node, 0});
    for (std::size_t i = 0; i < new_[index].size(); ++i) add(new_[index][i], node.id, i);
  }

  const AccessTree& before_;
  const AccessTree& after_;
  Children old_;
  Children new_;
  std::unordered_map<std::string, std::size_t> known_;
  std::vector<AccessChange> gone_;
  std::vector<AccessChange> come_;
  std::vector<AccessChange> changed_;
};

bool isContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::vector<AccessChange> accessDiff(const AccessTree& before, const AccessTree& after) {
  return Differ(before, after).run();
}

std::vector<AccessNode> newsIn(const AccessTree& before, const std::vector<AccessChange>& changes) {
  const bool fresh = before.nodes.size() <= 1;
  std::vector<AccessNode> out;
  for (const AccessChange& change : changes) {
    const AccessNode& node = change.node;
    const bool says = change.kind == Kind::Added ||
                      (change.kind == Kind::Changed && (change.what & AccessChange::Name) != 0);
    const bool news = node.role == AccessRole::Alert || (node.role == AccessRole::News && !fresh);
    if (says && news && !node.name.empty()) out.push_back(node);
  }
  return out;
}

TextReplaced textReplaced(const std::string& before, const std::string& after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  const auto inside = [](const std::string& text, std::size_t at) {
    return at < text.size() && isContinuation(text[at]);
  };
  while (head > 0 && (inside(before, head) || inside(after, head))) --head;
  std::size_t tail = 0;
  while (tail < shorter - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  while (tail > 0 && inside(after, after.size() - tail)) --tail;
  return {head, before.substr(head, before.size() - tail - head),
          after.substr(head, after.size() - tail - head)};
}

}  // namespace app::desktop
