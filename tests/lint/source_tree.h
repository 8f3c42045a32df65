#pragma once

#include <string>
#include <vector>

namespace lint {

/// Paths of every file of the project, from its root, sorted: what git tracks; without git, every
/// file outside build folders.
std::vector<std::string> projectFiles();

std::vector<std::string> linesOf(const std::string& path);

struct Include {
  std::size_t line = 0;
  std::string name;
  bool quoted = false;
};
std::vector<Include> includesOf(const std::string& path);

bool isSource(const std::string& path);

/// Whether `path` is named by the list (layers.h): a file of it, or inside a folder of it.
bool isIn(const std::string& path, std::string_view list);

}  // namespace lint
