#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace journal {

/// A code name for a young person that nobody has yet: a bird, never with the initial of the real
/// name (domain.md 4.4), so that the code says nothing about who it is. Birds rather than invented
/// first names: a code that cannot be taken for anybody, and that says nothing of culture or
/// gender. When all are taken, with a number. The same answers give the same code.
std::string freeCodeName(std::string_view realName,
                         const std::function<bool(const std::string& code)>& taken);

}  // namespace journal
