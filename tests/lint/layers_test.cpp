#include "tests/lint/layers.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/lint/source_tree.h"

namespace lint {
namespace {

const Layer* layerOf(const std::string& path) {
  for (const Layer& file : kStricterFiles) {
    if (path == file.folder) return &file;
  }
  for (const Layer& layer : kLayers) {
    if (path.rfind(layer.folder, 0) == 0) return &layer;
  }
  return nullptr;
}

bool isOurs(const std::string& path) {
  return isIn(path, "app/ journal/ sync/");
}

std::string ruledOut(const std::string& path, const std::string& name) {
  const Layer* layer = layerOf(path);
  if (layer == nullptr) return "a folder without a rule in layers.h";
  if (isIn(name, layer->mayNotInclude)) return "must not be included here";
  const bool own = layer->folder.back() == '/' && name.rfind(layer->folder, 0) == 0;
  return own || isIn(name, layer->mayInclude) ? "" : "not allowed by the table of layers";
}

/// Standard headers have neither a dot nor a slash in their name.
bool isStandard(const std::string& name) {
  return name.find_first_of("./") == std::string::npos;
}

std::string ruledOutBrackets(const std::string& path, const std::string& name) {
  if (isStandard(name)) {
    for (const Forbidden& one : kForbiddenStandard) {
      if (name == one.header && isIn(path, one.in)) return "reaches round this folder's rule";
    }
    return "";
  }
  const ThirdParty* rule = nullptr;
  for (const ThirdParty& one : kThirdParty) {
    const bool begins = name.rfind(one.header, 0) == 0;
    if (begins && (rule == nullptr || one.header.size() > rule->header.size())) rule = &one;
  }
  if (rule == nullptr) return "a library without a rule in layers.h";
  return isIn(path, rule->only) ? "" : "this library stays out of this folder";
}

std::string ruledOut(const std::string& path, const Include& include) {
  if (!include.quoted) return ruledOutBrackets(path, include.name);
  if (include.name.find("..") != std::string::npos) return "includes are rooted at the repository";
  return ruledOut(path, include.name);
}

bool isExcepted(const std::string& path, const std::string& name) {
  for (const Exception& one : kExceptions) {
    if (one.file == path && one.include == name) return true;
  }
  return false;
}

TEST(Layers, EveryIncludeIsAllowedByTheTable) {
  std::size_t read = 0;
  for (const std::string& path : projectFiles()) {
    if (!isOurs(path) || !isSource(path)) continue;
    for (const Include& include : includesOf(path)) {
      ++read;
      const std::string why = ruledOut(path, include);
      EXPECT_TRUE(why.empty() || isExcepted(path, include.name))
          << path << ":" << include.line << ": " << include.name << ": " << why;
    }
  }
  EXPECT_GT(read, 300U) << "the sources were not found, so this shows nothing";
}

TEST(Layers, EveryExceptionIsStillNeeded) {
  for (const Exception& one : kExceptions) {
    bool needed = false;
    for (const Include& include : includesOf(std::string(one.file)))
      needed = needed ||
               (include.name == one.include && !ruledOut(std::string(one.file), include).empty());
    EXPECT_TRUE(needed) << one.file << " no longer needs its exception for " << one.include
                        << ": delete it";
    EXPECT_FALSE(one.why.empty());
  }
}

/// The rules are alive: what the architecture forbids most is found.
TEST(Layers, TheTableForbidsWhatItShould) {
  EXPECT_FALSE(ruledOut("app/model/x.h", Include{1, "journal/store/database.h", true}).empty());
  EXPECT_FALSE(ruledOut("app/model/x.h", Include{1, "imgui.h", false}).empty());
  EXPECT_FALSE(ruledOut("app/view/x.cpp", Include{1, "journal/service/journal.h", true}).empty());
  EXPECT_FALSE(
      ruledOut("sync/evidence/x.h", Include{1, "journal/domain/reflection.h", true}).empty());
  EXPECT_FALSE(ruledOut("journal/domain/x.h", Include{1, "utf8proc.h", false}).empty());
  EXPECT_FALSE(ruledOut("journal/domain/x.h", Include{1, "journal/crypto/secret.h", true}).empty());
  EXPECT_FALSE(
      ruledOut("journal/service/journal.h", Include{1, "journal/store/database.h", true}).empty());
  EXPECT_FALSE(ruledOut("journal/store/x.h", Include{1, "../base/id.h", true}).empty());
  EXPECT_TRUE(
      ruledOut("journal/service/local.cpp", Include{1, "journal/store/database.h", true}).empty());
  EXPECT_TRUE(ruledOut("app/ui/x.cpp", Include{1, "imgui_internal.h", false}).empty());
}

}  // namespace
}  // namespace lint
