#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/desktop/evidence_desk.h"
#include "app/model/place.h"
#include "journal/base/result.h"
#include "journal/base/time.h"

namespace app::desktop {

/// Where the demonstration service lives: homes of its people (home.h) and its evidence store.
struct DemoPlaces {
  std::vector<std::filesystem::path> homes;
  std::vector<model::Person> people;
  EvidenceDesk::Place evidence;
};

/// Makes the demonstration service in `folder` (empty: a fresh temporary folder) from the assets,
/// or finds the one made there before. Takes a few seconds the first time and says so on the
/// terminal.
journal::Result<DemoPlaces> openDemo(const std::filesystem::path& folder,
                                     const std::filesystem::path& assets,
                                     const journal::Clock& clock);

}  // namespace app::desktop
