#include "journal/store/facet.h"

#include <fmt/format.h>

namespace journal::store {
namespace {

constexpr std::string_view kMark = "\xEF\xA3\xB5";  // U+F8F5

std::string facet(char kind, std::string_view value) {
  std::string word = fmt::format("{}{}", kMark, kind);
  for (char c : value) word.push_back(c == '.' ? 'x' : c);  // "." would end the word
  return word;
}

}  // namespace

std::string settingFacet(Setting setting) {
  return facet('s', std::to_string(static_cast<int>(setting)));
}
std::string youngPersonFacet(NameId id) {
  return facet('y', id.hex());
}
std::string indicatorFacet(const IndicatorCode& code) {
  return facet('i', code.text());
}
std::string outcomeFacet(std::string_view outcomeCode) {
  return facet('o', outcomeCode);
}
std::string domainFacet(std::string_view domainCode) {
  return facet('d', domainCode);
}
std::string levelFacet(Level level) {
  return facet('l', std::to_string(level.value()));
}
std::string voiceFacet(Voice voice) {
  return facet('v', std::to_string(static_cast<int>(voice)));
}

std::vector<std::string> facetsOf(const Tag& tag) {
  std::vector<std::string> facets{indicatorFacet(tag.indicator),
                                  outcomeFacet(tag.indicator.outcomeCode()),
                                  domainFacet(tag.indicator.domainCode()), voiceFacet(tag.voice)};
  if (tag.level) facets.push_back(levelFacet(*tag.level));
  if (tag.youngPerson) facets.push_back(youngPersonFacet(*tag.youngPerson));
  return facets;
}

std::vector<std::string> facetsOf(const SearchFilters& filters) {
  std::vector<std::string> facets;
  if (filters.youngPerson) facets.push_back(youngPersonFacet(*filters.youngPerson));
  if (filters.indicator) facets.push_back(indicatorFacet(*filters.indicator));
  if (filters.outcome) facets.push_back(outcomeFacet(*filters.outcome));
  if (filters.domain) facets.push_back(domainFacet(*filters.domain));
  if (filters.level) facets.push_back(levelFacet(*filters.level));
  if (filters.voice) facets.push_back(voiceFacet(*filters.voice));
  if (filters.setting) facets.push_back(settingFacet(*filters.setting));
  return facets;
}

bool needsOneTag(const SearchFilters& filters) {
  const int asked = int{filters.indicator.has_value()} + int{filters.outcome.has_value()} +
                    int{filters.domain.has_value()} + int{filters.level.has_value()} +
                    int{filters.voice.has_value()};
  return asked > 1;
}

bool matches(const SearchFilters& filters, const Tag& tag) {
  if (filters.indicator && *filters.indicator != tag.indicator) return false;
  if (filters.outcome && *filters.outcome != tag.indicator.outcomeCode()) return false;
  if (filters.domain && *filters.domain != tag.indicator.domainCode()) return false;
  if (filters.level && filters.level != tag.level) return false;
  return !filters.voice || *filters.voice == tag.voice;
}

}  // namespace journal::store
