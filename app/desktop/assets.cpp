#include "app/desktop/assets.h"

#include <nlohmann/json.hpp>

#include "app/cli/asset_files.h"

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
  const std::string place = textOf(entry, "place");
  if (!place.empty()) contact.role += ", " + place;
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

/// Those of the first setting and of the whole service, so that the card stays short enough to
/// read.
std::vector<model::Contact> readContacts(const std::string& text) {
  std::vector<model::Contact> contacts;
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object()) return contacts;
  const auto demo = root.find("demo_contacts");
  if (demo == root.end() || !demo->contains("contacts")) return contacts;
  const auto& list = demo->at("contacts");
  if (!list.is_array() || list.empty()) return contacts;
  const std::string firstPlace = textOf(list.front(), "place");
  for (const json& entry : list) {
    if (!entry.is_object()) continue;
    const std::string place = textOf(entry, "place");
    if (place.empty() || place == firstPlace) addContact(entry, contacts);
  }
  return contacts;
}

}  // namespace

Result<model::Library> loadLibrary(const std::filesystem::path& assets, bool demo) {
  model::Library library;
  J_TRY(library.framework, loadFramework(assets));
  J_TRY(library.prompts, loadPrompts(assets));
  if (demo) {
    J_TRY(const std::string care, readAsset(assets, "safeguarding.json", "safeguarding wording"));
    library.contacts = readContacts(care);
  }
  return library;
}

}  // namespace app::desktop
