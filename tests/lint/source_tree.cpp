#include "tests/lint/source_tree.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace lint {
namespace {

const std::string kRoot = AFTERNOTE_SOURCE_DIR;

std::vector<std::string> trackedFiles() {
  std::vector<std::string> files;
  const std::string command = "git -c safe.directory='*' -C '" + kRoot + "' ls-files 2>/dev/null";
  FILE* listing = popen(command.c_str(), "r");
  if (listing == nullptr) return files;
  char line[4096];
  while (std::fgets(line, sizeof line, listing) != nullptr) {
    std::string path(line);
    while (!path.empty() && path.back() == '\n') path.pop_back();
    if (std::filesystem::exists(kRoot + "/" + path)) files.push_back(path);
  }
  pclose(listing);
  return files;
}

std::vector<std::string> allFiles() {
  std::vector<std::string> files;
  for (auto it = std::filesystem::recursive_directory_iterator(kRoot);
       it != std::filesystem::recursive_directory_iterator(); ++it) {
    const std::string path = std::filesystem::relative(it->path(), kRoot).string();
    if (it.depth() == 0 && it->is_directory() &&
        (path.rfind("build", 0) == 0 || path == "out" || path == ".git"))
      it.disable_recursion_pending();
    if (it->is_regular_file()) files.push_back(path);
  }
  return files;
}

}  // namespace

std::vector<std::string> projectFiles() {
  std::vector<std::string> files = trackedFiles();
  if (files.empty()) files = allFiles();
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> linesOf(const std::string& path) {
  std::ifstream in(kRoot + "/" + path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Include> includesOf(const std::string& path) {
  std::vector<Include> includes;
  const std::vector<std::string> lines = linesOf(path);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t hash = lines[i].find_first_not_of(" \t");
    if (hash == std::string::npos || lines[i][hash] != '#') continue;
    const std::size_t word = lines[i].find_first_not_of(" \t", hash + 1);
    if (word == std::string::npos || lines[i].compare(word, 7, "include") != 0) continue;
    const std::size_t open = lines[i].find_first_of("\"<", word);
    const std::size_t close =
        open == std::string::npos ? open : lines[i].find_first_of("\">", open + 1);
    if (close == std::string::npos) continue;
    includes.push_back({i + 1, lines[i].substr(open + 1, close - open - 1), lines[i][open] == '"'});
  }
  return includes;
}

bool isSource(const std::string& path) {
  const auto endsWith = [&path](std::string_view end) {
    return path.size() > end.size() && path.compare(path.size() - end.size(), end.size(), end) == 0;
  };
  return endsWith(".h") || endsWith(".cpp");
}

bool isIn(const std::string& path, std::string_view list) {
  std::istringstream words{std::string(list)};
  for (std::string word; words >> word;) {
    if (word.back() == '/' ? path.rfind(word, 0) == 0 : path == word) return true;
  }
  return false;
}

}  // namespace lint
