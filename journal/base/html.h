#pragma once

#include <string>
#include <string_view>

namespace journal {

/// Safe as element content and inside a quoted attribute of HTML, whoever wrote it. Bytes that are
/// not UTF-8 become U+FFFD; control characters other than line ends and tabs go.
std::string escapeHtml(std::string_view text);

}  // namespace journal
