#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace app::model {

/// What the tutor wrote of stored text, word by word in lower case: without marks and prompts, and
/// "someone" for a mention. Linear in the text; looking for several things takes it once. Pure.
std::vector<std::string> writtenWords(std::string_view stored);

/// Index of the first phrase that stands in those words and is not in `passedOver`. Whole words,
/// any case, either apostrophe, any run of blanks; a "*" at the end of a phrase's word takes any
/// ending
/// ("bruis*"). For memory aids (domain.md 1.3, and 5.3 point 7): it misses things, finding nothing
/// means nothing, and nothing about it is kept. Linear in the words. Pure.
std::optional<std::size_t> phraseIn(const std::vector<std::string>& words,
                                    const std::vector<std::string>& phrases,
                                    const std::set<std::size_t>& passedOver);

}  // namespace app::model
