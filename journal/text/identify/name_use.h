#pragma once

#include <cstddef>

#include "journal/text/identify/page.h"

namespace journal::text {

/// How much the sentence makes a person of the word at `at`, apart from which word it is: about -6
/// (certainly not: "I hope she", "Will it") to 8 ("with Hope, who came"). 2 for a capital inside a
/// sentence with nothing else to say.
int personUse(const Page& page, std::size_t at);

/// The end of the name that begins at `at`: given names, surnames, particles, hyphens and initials.
std::size_t nameEnd(const Page& page, std::size_t at);

/// True for a word that is also a name and is judged by its use alone: "Hope", "May", "Clay".
bool isOrdinaryToo(const Page& page, std::size_t at);

}  // namespace journal::text
