#pragma once

#include <string>
#include <string_view>

#include "journal/exchange/import_run.h"

namespace journal::exchange {

// Day One's JSON: {"metadata":..,"entries":[{"uuid","creationDate","modifiedDate","text",..}]}, in
// a file or inside a zip beside pictures. Days are those of this person's clocks (utcOffset).

/// Takes in one such file. Total: an entry that cannot be used is reported and left out. `name` is
/// for remarks. InvalidInput with advice when there is no list of entries in it.
Result<void> importDayOne(std::string_view json, const std::string& name, ImportRun& run);

/// jrnl's JSON: {"tags":..,"entries":[{"title","body","date","time",..}]}.
Result<void> importJrnlJson(std::string_view json, const std::string& name, ImportRun& run);

/// jrnl's text: "[2026-01-22 16:05] Title\nWords", brackets, seconds and AM or PM as they come.
Result<void> importJrnlText(std::string_view text, const std::string& name, ImportRun& run);

}  // namespace journal::exchange
