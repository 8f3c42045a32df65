#pragma once

#include <filesystem>

namespace app::hub {

/// Where the page for phones is that ships with the hub: beside the installed program
/// (../share/afternote/circle), else where it was installed to, else in the source folder it was
/// built from. Empty when it is nowhere: then there is no page.
std::filesystem::path findPageFolder();

}  // namespace app::hub
