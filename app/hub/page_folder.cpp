#include "app/hub/page_folder.h"

#include <system_error>

namespace app::hub {

namespace fs = std::filesystem;

fs::path findPageFolder() {
  std::error_code code;
  const fs::path self = fs::read_symlink("/proc/self/exe", code);
  for (const fs::path& folder :
       {self.parent_path() / "../share/afternote/circle", fs::path(AFTERNOTE_PAGE_INSTALLED),
        fs::path(AFTERNOTE_PAGE_SOURCE)}) {
    if (fs::exists(folder / "index.html", code)) return folder.lexically_normal();
  }
  return {};
}

}  // namespace app::hub
