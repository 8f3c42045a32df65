#pragma once

#include <cstddef>
#include <string_view>

namespace journal {

/// Whether arrays and objects nest at most `depth` deep in a JSON text: counts brackets outside
/// strings, without recursion or memory, before any parser that recurses sees the bytes. Total.
bool nestsWithin(std::string_view json, std::size_t depth);

}  // namespace journal
