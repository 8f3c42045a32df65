#include "app/desktop/home.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "journal/base/platform.h"

namespace app::desktop {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxBytes = 64 * 1024;

json readObject(const std::filesystem::path& path) {
  const auto text = journal::readFile(path, kMaxBytes);
  if (!text.ok()) return json::object();
  json value = json::parse(*text, nullptr, false);
  return value.is_object() ? value : json::object();
}

std::string text(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::filesystem::path journalFolder(const std::filesystem::path& home) {
  return home / "journal";
}

std::optional<model::Person> readPerson(const std::filesystem::path& home) {
  std::error_code ignored;
  if (!std::filesystem::exists(journalFolder(home), ignored) &&
      !std::filesystem::exists(home / "person.json", ignored)) {
    return std::nullopt;
  }
  const json stored = readObject(home / "person.json");
  model::Person person;
  person.name = text(stored, "name");
  person.role = journal::parseRole(text(stored, "role")).value_or(journal::Role::Tutor);
  person.service = text(stored, "service");
  return person;
}

journal::Result<void> writePerson(const std::filesystem::path& home, const model::Person& person) {
  const json value = {{"name", person.name},
                      {"role", std::string(journal::name(person.role))},
                      {"service", person.service}};
  return journal::replaceFileAtomically(home / "person.json",
                                        value.dump(2, ' ', false, json::error_handler_t::replace));
}

model::Preferences readPreferences(const std::filesystem::path& home) {
  const json stored = readObject(home / "settings.json");
  model::Preferences preferences;
  const std::string theme = text(stored, "theme");
  if (theme == "dark") preferences.theme = model::ThemeChoice::Dark;
  if (theme == "laptop") preferences.theme = model::ThemeChoice::Laptop;
  if (theme == "high_contrast") preferences.theme = model::ThemeChoice::HighContrast;
  const auto percent = stored.find("text_percent");
  if (percent != stored.end() && percent->is_number_integer()) {
    preferences.textPercent = std::clamp(percent->get<int>(), 80, 200);
  }
  const auto still = stored.find("still");
  preferences.still = still != stored.end() && still->is_boolean() && still->get<bool>();
  const auto on = [&](const char* key) {
    const auto found = stored.find(key);
    return found != stored.end() && found->is_boolean() && found->get<bool>();
  };
  const auto number = [&](const char* key, int otherwise) {
    const auto found = stored.find(key);
    return found != stored.end() && found->is_number_integer() ? found->get<int>() : otherwise;
  };
  preferences.easyLetters = on("easy_letters");
  preferences.thickFocus = on("thick_focus");
  preferences.speak = on("speak");
  preferences.spelling = stored.find("spelling") == stored.end() || on("spelling");
  preferences.entryPlaces = on("entry_places");
  preferences.lockAfterMinutes = std::clamp(number("lock_after_minutes", 10), 0, 120);
  preferences.quietUntil = number("quiet_until", 0);
  preferences.paidMinutes = std::clamp(number("paid_minutes", 0), 0, 60);
  const auto paid = stored.find("paid_seconds");
  if (paid != stored.end() && paid->is_object()) {
    for (const auto& month : paid->items()) {
      if (!month.value().is_number_integer()) continue;
      preferences.paidSeconds[month.key()] = std::max(0, month.value().get<int>());
    }
  }
  return preferences;
}

bool speechWasChosen(const std::filesystem::path& home) {
  return readObject(home / "settings.json").contains("speak");
}

journal::Result<void> writePreferences(const std::filesystem::path& home,
                                       const model::Preferences& preferences) {
  const char* theme = preferences.theme == model::ThemeChoice::Dark           ? "dark"
                      : preferences.theme == model::ThemeChoice::HighContrast ? "high_contrast"
                      : preferences.theme == model::ThemeChoice::Laptop       ? "laptop"
                                                                              : "light";
  const json value = {{"theme", theme},
                      {"text_percent", preferences.textPercent},
                      {"still", preferences.still},
                      {"easy_letters", preferences.easyLetters},
                      {"thick_focus", preferences.thickFocus},
                      {"speak", preferences.speak},
                      {"spelling", preferences.spelling},
                      {"entry_places", preferences.entryPlaces},
                      {"lock_after_minutes", preferences.lockAfterMinutes},
                      {"quiet_until", preferences.quietUntil},
                      {"paid_minutes", preferences.paidMinutes},
                      {"paid_seconds", preferences.paidSeconds}};
  return journal::replaceFileAtomically(home / "settings.json",
                                        value.dump(2, ' ', false, json::error_handler_t::replace));
}

}  // namespace app::desktop
