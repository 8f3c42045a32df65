#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "journal/base/result.h"

namespace syncing::hub {

/// The page that a browser takes part in a session with: files of one folder, read once, so that a
/// request can name nothing else. Any thread may ask.
class PageFiles {
 public:
  struct File {
    std::string bytes;
    std::string_view type;
  };

  /// Of files with endings that browsers are sent. InvalidInput without index.html, Io when one
  /// cannot be read. An empty path: no page.
  static journal::Result<PageFiles> read(const std::filesystem::path& folder);

  /// "/circle" and "/circle/NAME", a query passed over; null for anything else.
  const File* find(std::string_view target) const;

 private:
  std::map<std::string, File, std::less<>> files_;
};

/// What a browser may do with a page of ours: nothing but show it and ask this hub.
inline constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; "
    "img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

}  // namespace syncing::hub
