#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "app/model/aside_model.h"

namespace app::model {

/// The first word of stored text that looks like a name nobody has told the journal: a capital
/// inside a sentence, or at the head of one before what people do ("Maya chose"). Prompts, words in
/// capitals, days, months, languages, pieces of music and the word at `caret` (it may still grow)
/// are left alone, and so is `ignored`. An aid: it misses some and asks about others. Linear. Pure.
std::optional<NameOfferModel> nameToOffer(std::string_view stored, std::size_t caret,
                                          const std::set<std::string>& ignored);

}  // namespace app::model
