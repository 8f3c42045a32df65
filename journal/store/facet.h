#pragma once

#include <string>
#include <vector>

#include "journal/domain/framework.h"
#include "journal/domain/lesson.h"
#include "journal/domain/search_query.h"
#include "journal/domain/tag.h"

namespace journal::store {

// What a search can be narrowed by, as words of the full-text index. Each begins with U+F8F5
// (private use, a letter to FTS5's unicode61), so that no word a person writes is one.

std::string settingFacet(Setting setting);
std::string youngPersonFacet(NameId id);
std::string indicatorFacet(const IndicatorCode& code);
std::string outcomeFacet(std::string_view outcomeCode);
std::string domainFacet(std::string_view domainCode);
std::string levelFacet(Level level);
std::string voiceFacet(Voice voice);

/// All of them for one tag.
std::vector<std::string> facetsOf(const Tag& tag);
/// Those that the filters ask for; dates are not among them.
std::vector<std::string> facetsOf(const SearchFilters& filters);
/// Whether the filters ask for more than one thing that must hold of one and the same tag.
bool needsOneTag(const SearchFilters& filters);
/// Whether this tag is one they mean.
bool matches(const SearchFilters& filters, const Tag& tag);

}  // namespace journal::store
