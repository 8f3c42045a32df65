#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/model/place.h"
#include "journal/base/result.h"

namespace app::desktop {

// A person's folder on this laptop:
//   HOME/person.json     name, role, service: not secret, for the greeting
//   HOME/settings.json   theme and text size
//   HOME/journal/        the vault
//   HOME/reminder, open  see local_care.h

std::filesystem::path journalFolder(const std::filesystem::path& home);

/// nullopt when nobody has a journal here yet; a damaged file reads as a tutor without a name.
std::optional<model::Person> readPerson(const std::filesystem::path& home);
journal::Result<void> writePerson(const std::filesystem::path& home, const model::Person& person);

/// Defaults when there are none, or they cannot be read.
model::Preferences readPreferences(const std::filesystem::path& home);
/// Whether it was ever decided there, by whoever it was, that things are said aloud or not.
bool speechWasChosen(const std::filesystem::path& home);
journal::Result<void> writePreferences(const std::filesystem::path& home,
                                       const model::Preferences& preferences);

}  // namespace app::desktop
