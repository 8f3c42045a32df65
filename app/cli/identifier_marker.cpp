#include "app/cli/identifier_marker.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/gazetteer_files.h"
#include "journal/text/identify/identifiers.h"
#include "journal/text/identify/known_people.h"

namespace app {

using journal::Mark;
using journal::Result;
using journal::service::TextMarker;

journal::service::Marker identifierMarker(std::filesystem::path assets) {
  auto lists = std::make_shared<std::unique_ptr<journal::text::Gazetteers>>();
  return [lists,
          assets = std::move(assets)](const std::vector<std::string>& names) -> Result<TextMarker> {
    if (!*lists) {
      J_TRY(*lists, loadGazetteers(assets));
    }
    const auto people = std::make_shared<const journal::text::KnownPeople>(names, **lists);
    return TextMarker([lists, people](const std::string& text) {
      std::vector<Mark> marks;
      for (const auto& found : journal::text::findIdentifiers(text, *people, **lists)) {
        marks.push_back({found.begin, found.end, std::string(journal::text::name(found.kind)),
                         found.suggestion});
      }
      return marks;
    });
  };
}

}  // namespace app
