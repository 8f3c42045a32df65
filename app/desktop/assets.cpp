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

}  // namespace

Result<model::Library> loadLibrary(const std::filesystem::path& assets, bool demo) {
  model::Library library;
  J_TRY(library.framework, loadFramework(assets));
  J_TRY(library.prompts, loadPrompts(assets));
  if (demo) {
    J_TRY(const std::string care, readAsset(assets, "safeguarding.json", "safeguarding wording"));
    library.care = readContacts(care);
  }
  return library;
}

}  // namespace app::desktop
