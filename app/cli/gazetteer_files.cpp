#include "app/cli/gazetteer_files.h"

#include <string>

#include "app/cli/asset_files.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::text::GazetteerFile;
using journal::text::Gazetteers;

Result<std::unique_ptr<Gazetteers>> loadGazetteers(const std::filesystem::path& assets) {
  auto lists = std::make_unique<Gazetteers>();
  for (const GazetteerFile& file : journal::text::kGazetteerFiles) {
    const std::string name = std::string("gazetteers/") + file.name;
    J_TRY(const std::string bytes, readAsset(assets, name.c_str(), "word list"));
    const Result<void> added = ((*lists).*file.add)(bytes);
    if (added.ok()) continue;
    return Error{
        ErrorCode::InvalidInput, name + ", " + added.error().detail,
        "The word list " + name + " is damaged. Put a good copy back in the assets folder."};
  }
  return lists;
}

}  // namespace app
