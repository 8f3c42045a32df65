#include "sync/hub/server/page_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "journal/base/platform.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::size_t kMostPageFile = 2 * 1024 * 1024;
constexpr std::string_view kFront = "/circle";
constexpr std::string_view kIndex = "index.html";

struct Ending {
  std::string_view ending;
  std::string_view type;
};
constexpr std::array kEndings{
    Ending{".html", "text/html; charset=utf-8"},
    Ending{".css", "text/css; charset=utf-8"},
    Ending{".js", "text/javascript; charset=utf-8"},
    Ending{".json", "application/json"},
    Ending{".svg", "image/svg+xml"},
    Ending{".png", "image/png"},
    Ending{".woff2", "font/woff2"},
};

std::string_view typeOf(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  const auto found = std::find_if(kEndings.begin(), kEndings.end(),
                                  [&](const Ending& one) { return one.ending == ending; });
  return found == kEndings.end() ? std::string_view{} : found->type;
}

}  // namespace

Result<PageFiles> PageFiles::read(const std::filesystem::path& folder) {
  PageFiles page;
  if (folder.empty()) return page;
  std::error_code code;
  for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
    const std::string_view type = typeOf(entry.path());
    if (type.empty() || !entry.is_regular_file(code)) continue;
    J_TRY(std::string bytes, journal::readFile(entry.path(), kMostPageFile));
    page.files_.emplace(entry.path().filename().string(), File{std::move(bytes), type});
  }
  if (page.files_.count(kIndex) == 0)
    return Error{ErrorCode::InvalidInput, "page folder",
                 "The folder of the page for phones has no index.html."};
  return page;
}

const PageFiles::File* PageFiles::find(std::string_view target) const {
  target = target.substr(0, target.find('?'));
  if (target.substr(0, kFront.size()) != kFront) return nullptr;
  target.remove_prefix(kFront.size());
  if (target.empty() || target == "/") target = "/index.html";
  if (target.front() != '/') return nullptr;
  const auto found = files_.find(target.substr(1));
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace syncing::hub
