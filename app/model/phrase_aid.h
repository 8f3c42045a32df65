#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace app::model {

/// Index of the first phrase that stands in stored text and is not in `passedOver`. Whole words,
/// any case, either apostrophe, any run of blanks; a "*" at the end of a phrase's word takes any
/// ending
/// ("bruis*"). Prompts are left out. For memory aids (domain.md 1.3, and 5.3 point 7): it misses
/// things, finding nothing means nothing, and nothing about it is kept. Linear in the text. Pure.
std::optional<std::size_t> phraseIn(std::string_view stored,
                                    const std::vector<std::string>& phrases,
                                    const std::set<std::size_t>& passedOver);

}  // namespace app::model
