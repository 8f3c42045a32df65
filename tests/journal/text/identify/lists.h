#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/text/identify/gazetteers.h"
#include "journal/text/identify/identifiers.h"

namespace journal::text {

/// The lists that ship, read once from AFTERNOTE_ASSETS; ends the program when one is missing or
/// damaged.
const Gazetteers& shippedLists();

std::vector<Identifier> findIn(std::string_view text, const std::vector<std::string>& roster = {});
/// As a reader would write it down: "PERSON Ayaan; AGE nine". Empty when nothing is found.
std::string shown(std::string_view text, const std::vector<std::string>& roster = {});

}  // namespace journal::text
