#include "app/cli/identifier_marker.h"

#include <memory>
#include <utility>

#include "app/cli/gazetteer_files.h"
#include "journal/text/identify/identifiers.h"
#include "journal/text/identify/known_people.h"

namespace app {

using journal::Mark;
using journal::Result;

journal::service::Marker identifierMarker(std::filesystem::path assets) {
  auto lists = std::make_shared<std::unique_ptr<journal::text::Gazetteers>>();
  return [lists, assets = std::move(assets)](
             const std::string& words,
             const std::vector<std::string>& names) -> Result<std::vector<Mark>> {
    if (!*lists) {
      J_TRY(*lists, loadGazetteers(assets));
    }
    const journal::text::KnownPeople people(names, **lists);
    std::vector<Mark> marks;
    for (const auto& found : journal::text::findIdentifiers(words, people, **lists)) {
      marks.push_back(
          {found.begin, found.end, std::string(journal::text::name(found.kind)), found.suggestion});
    }
    return marks;
  };
}

}  // namespace app
