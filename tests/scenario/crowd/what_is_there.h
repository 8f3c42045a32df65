#pragma once

#include <filesystem>
#include <string>

// Everything that a place holds, to look for what must not be there.

namespace crowd {

std::string filesBelow(const std::filesystem::path& folder);
/// Everything that a process can write or has on its heap and stacks, as a core file has it.
std::string memoryOf(int process);
/// As it stands, in the other width, and in hex, which PostgreSQL is told bytes in.
bool isIn(const std::string& place, const std::string& words);

}  // namespace crowd
