#pragma once

#include <string_view>

namespace app::model {

/// Whether a line in the round of questions reads like advice: it asks nothing, or begins as advice
/// does ("you could", "have you tried"). An aid that is often wrong: it blocks nothing. Pure.
bool readsLikeAdvice(std::string_view line);

}  // namespace app::model
