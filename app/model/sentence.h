#pragma once

#include <cstddef>
#include <string_view>

#include "journal/domain/passage.h"

namespace app::model {

/// The sentence around `at` in stored text, without spaces at its ends and never across a prompt or
/// a line break: what "tag the sentence at the caret" means. begin == end when there is none.
journal::Passage sentenceAround(std::string_view stored, std::size_t at);

/// The passage without spaces and line breaks at its ends.
journal::Passage trimmed(std::string_view stored, journal::Passage passage);

}  // namespace app::model
