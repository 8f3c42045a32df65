#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/base/result.h"

namespace journal::exchange {

// The small part of YAML that front matter needs, and no more (no anchors, types, or nesting):
//   file   := [ "---" NL { line } "---" NL ] body
//   line   := key ":" [ value ] NL | SP+ "-" SP entry NL | "#" any NL | NL
//   value  := entry | "[" [ scalar { "," scalar } ] "]"
//   entry  := scalar | "{" key ":" scalar { "," key ":" scalar } "}"
//   scalar := plain | '"' { any | "\\" | "\"" | "\n" | "\t" } '"' | "'" { any | "''" } "'"

/// One value, or one line of a list: a scalar, or a map of scalars.
struct FrontEntry {
  std::string scalar;
  std::vector<std::pair<std::string, std::string>> members;
  /// nullptr when there is no such member.
  const std::string* member(std::string_view key) const;
};

struct FrontMatter {
  std::vector<std::pair<std::string, std::vector<FrontEntry>>> fields;
  std::string_view body;  ///< a view into the text that was read
  const std::vector<FrontEntry>* field(std::string_view key) const;
  /// The scalar of a field with one entry; empty when it is not there.
  std::string scalar(std::string_view key) const;
};

/// Text without front matter is all body. InvalidInput, with what is wrong and in which line as
/// advice, when front matter begins and is not of the form above, or goes past 1 MiB, 200 fields or
/// 100,000 entries.
Result<FrontMatter> readFrontMatter(std::string_view text);

/// A scalar in double quotes that reads back as `text`.
std::string quoteFront(std::string_view text);

}  // namespace journal::exchange
