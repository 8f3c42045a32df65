#include "tests/scenario/crowd/what_is_there.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>

#include "journal/base/id.h"

namespace crowd {

namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

}  // namespace

std::string filesBelow(const fs::path& folder) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) all += entry.path().string() + "\n" + bytesOf(entry.path());
  }
  return all;
}

std::string memoryOf(int process) {
  const std::string place = "/proc/" + std::to_string(process);
  std::ifstream maps(place + "/maps");
  std::ifstream memory(place + "/mem", std::ios::binary);
  std::string all;
  for (std::string line; std::getline(maps, line);) {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    char dash = 0;
    std::string rights;
    std::istringstream(line) >> std::hex >> begin >> dash >> end >> rights;
    if (rights.size() < 2 || rights[0] != 'r' || rights[1] != 'w') continue;
    std::string part(end - begin, '\0');
    memory.clear();
    memory.seekg(static_cast<std::streamoff>(begin));
    memory.read(part.data(), static_cast<std::streamsize>(part.size()));
    all.append(part, 0, static_cast<std::size_t>(std::max<std::streamsize>(memory.gcount(), 0)));
  }
  return all;
}

bool isIn(const std::string& place, const std::string& words) {
  std::string wide;
  for (const char c : words) wide += {c, '\0'};
  const std::string hex =
      journal::toHex({reinterpret_cast<const std::uint8_t*>(words.data()), words.size()});
  for (const std::string& form : {words, wide, hex}) {
    if (place.find(form) != std::string::npos) return true;
  }
  return false;
}

}  // namespace crowd
