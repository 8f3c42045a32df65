#include "tests/journal/text/identify/lists.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>

#include "journal/text/identify/known_people.h"

namespace journal::text {

const Gazetteers& shippedLists() {
  static const std::unique_ptr<Gazetteers> kLists = [] {
    auto lists = std::make_unique<Gazetteers>();
    for (const GazetteerFile& file : kGazetteerFiles) {
      std::ifstream in(std::string(AFTERNOTE_ASSETS) + "/gazetteers/" + file.name);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      if (bytes.empty() || !((*lists).*file.add)(bytes).ok()) std::abort();
    }
    return lists;
  }();
  return *kLists;
}

std::vector<Identifier> findIn(std::string_view text, const std::vector<std::string>& roster) {
  return findIdentifiers(text, KnownPeople(roster, shippedLists()), shippedLists());
}

std::string shown(std::string_view text, const std::vector<std::string>& roster) {
  std::string out;
  for (const Identifier& one : findIn(text, roster)) {
    if (!out.empty()) out += "; ";
    out += name(one.kind);
    out += ' ';
    out += text.substr(one.begin, one.end - one.begin);
  }
  return out;
}

}  // namespace journal::text
