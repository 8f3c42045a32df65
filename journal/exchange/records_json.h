#pragma once

#include <optional>

#include "journal/exchange/imported.h"
#include "journal/exchange/json_value.h"

// Private to journal/exchange (it shows Json): each noun of the journal as a JSON object and back.
// The readers are total: nullopt for anything that is not what the writer would write.

namespace journal::exchange {

Json toJson(const KnownName& name);
Json toJson(const Reflection& reflection, const std::vector<Tag>& tags);
Json toJson(const Intention& intention);
Json toJson(const CaseStudy& study);

std::optional<KnownName> nameFrom(const Json& json);
std::optional<ImportedReflection> reflectionFrom(const Json& json);
std::optional<Intention> intentionFrom(const Json& json);
std::optional<CaseStudy> caseStudyFrom(const Json& json);

}  // namespace journal::exchange
