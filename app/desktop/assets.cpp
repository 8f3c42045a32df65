#include "app/desktop/assets.h"

#include <nlohmann/json.hpp>

#include "app/cli/asset_files.h"
#include "journal/exchange/session_formats.h"

namespace app::desktop {
namespace {

using journal::Result;
using nlohmann::json;

std::string textOf(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void addContact(const json& entry, std::vector<model::Contact>& contacts) {
  model::Contact contact;
  contact.role = textOf(entry, "role");
  contact.name = textOf(entry, "name");
  contact.number = textOf(entry, "phone");
  contact.first = contact.role.starts_with("DSL");
  contact.place = textOf(entry, "place");
  const std::string route = textOf(entry, "route");
  if (route == "child" || route == "both") {
    contact.route = model::WorriedRoute::Child;
    contacts.push_back(contact);
  }
  if (route == "adult" || route == "both") {
    contact.route = model::WorriedRoute::AdultWhoWorksWithChildren;
    contacts.push_back(contact);
  }
}

model::CareContacts readContacts(const std::string& text) {
  model::CareContacts care;
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object()) return care;
  const auto demo = root.find("demo_contacts");
  if (demo == root.end() || !demo->is_object() || !demo->contains("contacts")) return care;
  const auto& list = demo->at("contacts");
  if (!list.is_array()) return care;
  for (const json& entry : list) {
    if (entry.is_object()) addContact(entry, care.contacts);
  }
  if (const auto checked = journal::parseDate(textOf(*demo, "checked_on"))) {
    care.checkedOn = *checked;
    care.checkedBy = textOf(*demo, "checked_by");
  }
  return care;
}

/// The phrases of the check while writing; empty when there are none.
std::vector<std::string> readPhrases(const std::string& text) {
  std::vector<std::string> phrases;
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object()) return phrases;
  const auto aid = root.find("while_writing");
  if (aid == root.end() || !aid->is_object() || !aid->contains("phrases")) return phrases;
  for (const json& phrase : aid->at("phrases")) {
    if (phrase.is_string()) phrases.push_back(phrase.get<std::string>());
  }
  return phrases;
}

}  // namespace

Result<model::Library> loadLibrary(const std::filesystem::path& assets, bool demo) {
  model::Library library;
  J_TRY(library.framework, loadFramework(assets));
  J_TRY(library.prompts, loadPrompts(assets));
  J_TRY(const std::string formats, readAsset(assets, "session_formats.json", "session formats"));
  J_TRY(library.formats, journal::exchange::readSessionFormats(formats));
  J_TRY(const std::string care, readAsset(assets, "safeguarding.json", "safeguarding wording"));
  library.concernPhrases = readPhrases(care);
  if (demo) library.care = readContacts(care);
  return library;
}

}  // namespace app::desktop
