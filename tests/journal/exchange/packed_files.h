#pragma once

#include <string>
#include <utility>
#include <vector>

namespace journal::exchange::test {

/// Names and bytes of the files in an archive.
using PackedFiles = std::vector<std::pair<std::string, std::string>>;

/// A zip whose files are packed with deflate; a tar in the POSIX form.
std::string zipOf(const PackedFiles& files);
std::string tarOf(const PackedFiles& files);

}  // namespace journal::exchange::test
