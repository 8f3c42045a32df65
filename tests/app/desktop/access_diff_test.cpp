#include "app/desktop/access/access_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>

namespace {

using app::desktop::AccessChange;
using app::desktop::accessDiff;
using app::desktop::AccessNode;
using app::desktop::AccessRole;
using app::desktop::AccessState;
using app::desktop::AccessTree;
using app::desktop::emptyAccessTree;
using app::desktop::newsIn;
using app::desktop::sameNode;
using app::desktop::TextReplaced;
using app::desktop::textReplaced;
using Kind = AccessChange::Kind;
using Children = std::vector<std::vector<std::size_t>>;

Children childrenOf(const AccessTree& tree) {
  Children out(tree.nodes.size());
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) out[tree.nodes[i].parent].push_back(i);
  return out;
}

/// A tree that can be taken apart.
struct Loose {
  AccessNode node;
  std::vector<Loose> children;
};

Loose loosened(const AccessTree& tree, const Children& children, std::size_t index) {
  Loose out{tree.nodes[index], {}};
  for (const std::size_t child : children[index]) {
    out.children.push_back(loosened(tree, children, child));
  }
  return out;
}

Loose* found(Loose& in, const std::string& id) {
  if (in.node.id == id) return &in;
  for (Loose& child : in.children) {
    if (Loose* at = found(child, id)) return at;
  }
  return nullptr;
}

bool removed(Loose& in, const std::string& id) {
  const auto at = std::find_if(in.children.begin(), in.children.end(),
                               [&](const Loose& child) { return child.node.id == id; });
  if (at != in.children.end()) {
    in.children.erase(at);
    return true;
  }
  return std::any_of(in.children.begin(), in.children.end(),
                     [&](Loose& child) { return removed(child, id); });
}

void flatten(Loose& from, std::size_t parent, AccessTree& into) {
  const std::size_t index = into.nodes.size();
  into.nodes.push_back(std::move(from.node));
  into.nodes.back().parent = parent;
  for (Loose& child : from.children) flatten(child, index, into);
}

AccessTree applied(AccessTree tree, const std::vector<AccessChange>& changes) {
  Loose root = loosened(tree, childrenOf(tree), 0);
  for (const AccessChange& change : changes) {
    if (change.kind == Kind::Removed) {
      removed(root, change.id);
    } else if (change.kind == Kind::Changed) {
      found(root, change.id)->node = change.node;
    } else {
      std::vector<Loose>& into = found(root, change.parent)->children;
      into.insert(into.begin() + static_cast<std::ptrdiff_t>(change.place), {change.node, {}});
    }
  }
  tree.nodes.clear();
  flatten(root, 0, tree);
  return tree;
}

/// A small tree of any shape, its ids out of a few, so that two of them have much in common.
AccessTree someTree(std::mt19937& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  std::vector<std::string> ids;
  for (char c = 'a'; c < 'a' + 10; ++c) ids.emplace_back(1, c);
  std::shuffle(ids.begin(), ids.end(), random);
  ids.resize(below(ids.size() + 1));
  Loose root{emptyAccessTree("Afternote").nodes[0], {}};
  for (const std::string& id : ids) {
    Loose* into = &root;
    while (!into->children.empty() && below(2) == 0) {
      into = &into->children[below(into->children.size())];
    }
    AccessNode node;
    node.id = id;
    node.role = below(5) == 0 ? AccessRole::Link : AccessRole::Button;
    node.name = below(3) == 0 ? "other" : id;
    node.value = below(3) == 0 ? "value" : "";
    node.states = below(2) == 0 ? AccessState::Enabled : 0U;
    node.rect.y = static_cast<float>(below(2));
    node.caret = below(2);
    into->children.push_back({node, {}});
  }
  AccessTree tree;
  flatten(root, 0, tree);
  return tree;
}

void expectSame(const AccessTree& is, const AccessTree& wanted) {
  ASSERT_EQ(describe(is), describe(wanted));
  for (std::size_t i = 0; i < is.nodes.size(); ++i) {
    EXPECT_TRUE(sameNode(is.nodes[i], wanted.nodes[i])) << is.nodes[i].id;
    EXPECT_EQ(is.nodes[i].parent, wanted.nodes[i].parent);
  }
}

TEST(AccessDiff, WhateverTheTreesAreTheChangesTurnOneIntoTheOther) {
  const unsigned first = std::random_device{}();
  for (unsigned seed = first; seed != first + 3000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const AccessTree before = someTree(random);
    const AccessTree after = someTree(random);
    expectSame(applied(before, accessDiff(before, after)), after);
    EXPECT_TRUE(accessDiff(after, after).empty());
    if (testing::Test::HasFailure()) return;
  }
}

AccessTree listOf(const std::vector<std::string>& names, AccessRole role = AccessRole::ListItem) {
  AccessTree tree = emptyAccessTree("Afternote");
  for (const std::string& name : names) {
    AccessNode node;
    node.id = name.substr(0, 1);
    node.role = role;
    node.name = name;
    tree.nodes.push_back(node);
  }
  return tree;
}

TEST(AccessDiff, ARowThatCameToTheTopLeavesTheOthersWhereTheyAre) {
  const auto changes = accessDiff(listOf({"a", "b", "c", "d"}), listOf({"d", "a", "b", "c"}));
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].kind, Kind::Removed);
  EXPECT_EQ(changes[0].id, "d");
  EXPECT_EQ(changes[1].kind, Kind::Added);
  EXPECT_EQ(changes[1].place, 0U);
}

TEST(AccessDiff, AnotherNameIsAChangeOfTheSameThingAndAnotherRoleIsAnotherThing) {
  const auto renamed = accessDiff(listOf({"a"}), listOf({"a2"}));
  ASSERT_EQ(renamed.size(), 1U);
  EXPECT_EQ(renamed[0].kind, Kind::Changed);
  EXPECT_EQ(renamed[0].what, AccessChange::Name);
  EXPECT_EQ(accessDiff(listOf({"a"}), listOf({"a"}, AccessRole::Link)).size(), 2U);
}

std::vector<std::string> saidBetween(const AccessTree& before, const AccessTree& after) {
  std::vector<std::string> out;
  for (const AccessNode& node : newsIn(before, accessDiff(before, after))) out.push_back(node.name);
  return out;
}

TEST(AccessDiff, NewsIsSaidWhenItComesOrChangesAndAProblemEvenAtFirst) {
  using Said = std::vector<std::string>;
  const AccessTree nothing = emptyAccessTree("Afternote");
  const AccessTree saved = listOf({"x"}, AccessRole::News);
  EXPECT_EQ(saidBetween(nothing, saved), Said{}) << "it was there when the screen came up";
  EXPECT_EQ(saidBetween(nothing, listOf({"p"}, AccessRole::Alert)), Said{"p"});
  EXPECT_EQ(saidBetween(saved, listOf({"x2"}, AccessRole::News)), Said{"x2"});
  EXPECT_EQ(saidBetween(saved, saved), Said{});
  EXPECT_EQ(saidBetween(listOf({"b"}), listOf({"b", "c"})), Said{}) << "a row is no news";
}

void expectReplaced(const std::string& before, const std::string& after, const TextReplaced& as) {
  const TextReplaced found = textReplaced(before, after);
  EXPECT_EQ(found.begin, as.begin);
  EXPECT_EQ(found.removed, as.removed);
  EXPECT_EQ(found.inserted, as.inserted);
}

TEST(AccessDiff, ATextSaysOnlyWhatWentAndWhatCameInWholeLetters) {
  expectReplaced("The bel", "The bell", {7, "", "l"});
  expectReplaced("The bell", "The ball", {5, "e", "a"});
  expectReplaced("same", "same", {4, "", ""});
  // They share their first byte, and their last.
  expectReplaced("caf\u00e9", "caf\u00e8", {3, "\u00e9", "\u00e8"});
  expectReplaced("\u00e9", "\u0169", {0, "\u00e9", "\u0169"});
}

}  // namespace
