#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace journal::exchange {

/// The items of the list under one key of the outermost object, one after the other, without
/// parsing the whole: a file of 200 MB costs the memory of its longest item, and one that was cut
/// off still gives what stands before the cut. Total; never recurses. Views into `json`.
class JsonEntries {
 public:
  JsonEntries(std::string_view json, std::string_view key);
  bool found() const { return at_ != std::string_view::npos; }  ///< there is such a list
  /// The next item, from its first byte to its last; nullopt at the end.
  std::optional<std::string_view> next();
  bool endedEarly() const { return endedEarly_; }  ///< the text stops inside the list
  std::size_t position() const { return at_; }

 private:
  std::size_t skipSpace(std::size_t at) const;
  std::size_t endOfString(std::size_t at) const;
  std::size_t endOfValue(std::size_t at) const;

  std::string_view json_;
  std::size_t at_ = std::string_view::npos;
  bool endedEarly_ = false;
};

}  // namespace journal::exchange
