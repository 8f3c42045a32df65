#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/lint/layers.h"
#include "tests/lint/source_tree.h"

namespace lint {
namespace {

/// Spelled in two parts, so that this file does not contain what it looks for.
const std::string kMachinePaths[] = {std::string("/wor") + "k/", std::string("/hom") + "e/",
                                     std::string("/roo") + "t/"};
const std::string kToDo = std::string("TO") + "DO";

bool isText(const std::string& path) {
  const std::string endings[] = {".h",  ".cpp",   ".txt", ".md",   ".sql", ".json",
                                 ".sh", ".cmake", ".in",  ".html", ".js",  ".css"};
  return path == "app/run" || path == "tests/run" || isIn(path, ".ci/") ||
         std::any_of(std::begin(endings), std::end(endings), [&path](const std::string& end) {
           return path.size() > end.size() &&
                  path.compare(path.size() - end.size(), end.size(), end) == 0;
         });
}

TEST(Structure, TheTopLevelHoldsWhatItShouldAndNothingElse) {
  std::set<std::string> found;
  for (const std::string& path : projectFiles()) found.insert(path.substr(0, path.find('/')));
  for (const std::string& name : found) EXPECT_TRUE(isIn(name, kTopLevel)) << name;
}

TEST(Structure, NoSourceFileIsLongerThanSixHundredLines) {
  for (const std::string& path : projectFiles()) {
    if (!isSource(path)) continue;
    EXPECT_LE(linesOf(path).size(), kMostLines) << path;
  }
}

TEST(Structure, IncludesAreRootedAtTheRepository) {
  for (const std::string& path : projectFiles()) {
    if (!isSource(path)) continue;
    for (const Include& include : includesOf(path))
      EXPECT_EQ(include.name.find(".."), std::string::npos) << path << ":" << include.line;
  }
}

TEST(Structure, EveryHeaderIsIncludedOnce) {
  for (const std::string& path : projectFiles()) {
    if (!isSource(path) || path.back() != 'h') continue;
    const std::vector<std::string> lines = linesOf(path);
    EXPECT_TRUE(std::find(lines.begin(), lines.end(), "#pragma once") != lines.end()) << path;
  }
}

TEST(Structure, SomethingLeftToDoHasANumber) {
  for (const std::string& path : projectFiles()) {
    if (!isText(path)) continue;
    const std::vector<std::string> lines = linesOf(path);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t at = lines[i].find(kToDo);
      if (at == std::string::npos) continue;
      const std::string after = lines[i].substr(at + kToDo.size(), 3);
      const bool numbered = after.size() == 3 && after[0] == '(' && after[1] == '#' &&
                            std::isdigit(static_cast<unsigned char>(after[2]));
      EXPECT_TRUE(numbered) << path << ":" << i + 1 << ": say which issue, as in (#12)";
    }
  }
}

TEST(Structure, NoFileNamesAPlaceOnOneMachine) {
  for (const std::string& path : projectFiles()) {
    if (!isText(path)) continue;
    const std::vector<std::string> lines = linesOf(path);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const std::string& place : kMachinePaths) {
        const std::size_t at = lines[i].find(place);
        // "frame/work/" inside a longer path or word is not a place on a machine.
        const bool begins =
            at != std::string::npos &&
            (at == 0 || std::string(" \t\"'`(=:>").find(lines[i][at - 1]) != std::string::npos);
        EXPECT_FALSE(begins) << path << ":" << i + 1;
      }
    }
  }
}

}  // namespace
}  // namespace lint
