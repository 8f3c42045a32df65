#include "app/cli/asset_files.h"

#include <string>
#include <system_error>

#include "journal/base/platform.h"
#include "journal/exchange/assets_json.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

constexpr std::size_t kMaxAssetBytes = std::size_t{8} << 20;

}  // namespace

Result<std::string> readAsset(const fs::path& assets, const char* file, const char* what) {
  auto bytes = journal::readFile(assets / file, kMaxAssetBytes);
  if (bytes.ok()) return bytes;
  return Error{bytes.error().code, std::string("asset ") + file,
               std::string("The ") + what + " file (" + file +
                   ") is missing or cannot be read. Put a good copy back in the assets folder."};
}

Result<fs::path> findAssets(const fs::path& wanted) {
  std::error_code error;
  if (!wanted.empty()) {
    if (fs::is_directory(wanted, error)) return wanted;
    return Error{ErrorCode::NotFound, "assets folder", "There is no assets folder there."};
  }
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  const fs::path candidates[] = {self.parent_path() / "../share/afternote",
                                 AFTERNOTE_ASSETS_INSTALLED, AFTERNOTE_ASSETS_SOURCE};
  for (const fs::path& folder : candidates) {
    if (fs::exists(folder / "framework.json", error)) return folder.lexically_normal();
  }
  return Error{ErrorCode::NotFound, "no assets",
               "The files that ship with Afternote are not where they should be. Say where with "
               "--assets, or install it again."};
}

Result<journal::Framework> loadFramework(const fs::path& assets) {
  J_TRY(const std::string bytes, readAsset(assets, "framework.json", "outcomes framework"));
  return journal::exchange::readFramework(bytes);
}

Result<journal::PromptLibrary> loadPrompts(const fs::path& assets) {
  J_TRY(const std::string bytes, readAsset(assets, "prompts.json", "writing prompts"));
  return journal::exchange::readPrompts(bytes);
}

}  // namespace app
