#include <algorithm>

#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/wording.h"
#include "app/model/worried_controller.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

/// A term of school, with its holiday.
constexpr std::chrono::days kTerm{120};

std::vector<std::string> settingsOf(const std::vector<Contact>& contacts) {
  std::vector<std::string> settings;
  for (const Contact& contact : contacts) {
    const bool known = std::find(settings.begin(), settings.end(), contact.place) != settings.end();
    if (!contact.place.empty() && !known) settings.push_back(contact.place);
  }
  return settings;
}

bool sameNumber(const std::vector<ContactCard>& cards, const std::string& number) {
  return std::any_of(cards.begin(), cards.end(),
                     [&](const ContactCard& card) { return card.number == number; });
}

/// Those of the setting and the service; then, for a child, who to ask on the other route.
std::vector<ContactCard> cardsFor(WorriedRoute route, const std::string& setting,
                                  const std::vector<Contact>& contacts) {
  std::vector<ContactCard> cards;
  for (const Contact& contact : contacts) {
    if (contact.route != route) continue;
    if (!contact.place.empty() && contact.place != setting) continue;
    cards.push_back({contact.role, contact.name, contact.number, contact.place, contact.first});
  }
  if (route != WorriedRoute::Child) return cards;
  for (const Contact& contact : contacts) {
    if (contact.route == route || !contact.place.empty()) continue;
    if (sameNumber(cards, contact.number)) continue;
    cards.push_back({contact.role + std::string(tr::kOtherRoute), contact.name, contact.number});
  }
  return cards;
}

std::string lowerDeputy(const std::string& role) {
  return role.starts_with("Deputy") ? lowerFirst(role) : role;
}

/// "DSL at the school" reads "the DSL" where the name of the school follows.
std::string roleWords(std::string role) {
  if (role.empty()) return "the DSL";
  for (const std::string_view where : {" at the school", " at the centre"}) {
    if (role.ends_with(where)) role.resize(role.size() - where.size());
  }
  const bool named =
      role.starts_with("DSL") || role.starts_with("Deputy") || role.starts_with("LADO");
  return named ? "the " + lowerDeputy(role) : role;
}

}  // namespace

WorriedModel buildWorried(const WorriedState& at, const CareContacts& care, const WorriedUi& ui,
                          journal::LocalDate today) {
  WorriedModel model;
  model.open = at.open;
  model.page = at.page;
  model.route = at.route;
  model.settings = settingsOf(care.contacts);
  model.setting = model.settings.empty() ? 0 : std::min(at.setting, model.settings.size() - 1);
  const std::string setting =
      model.settings.empty() ? std::string() : model.settings[model.setting];
  model.contacts = cardsFor(at.route, setting, care.contacts);
  if (!care.checkedBy.empty()) {
    model.checked = std::string(tr::kNumbersCheckedBy) + firstWord(care.checkedBy) + ", " +
                    dayAndMonth(care.checkedOn);
    model.stale = std::chrono::sys_days(today) - std::chrono::sys_days(care.checkedOn) > kTerm;
  }
  for (const ContactCard& card : model.contacts) {
    if (std::find(model.told.begin(), model.told.end(), card.role) == model.told.end()) {
      model.told.push_back(card.role);
    }
  }
  model.keptLine = concernLine(ui);
  if (nothingTyped(ui.told))
    model.spokenNotYet = tr::kSayWho;
  else if (!journal::parseDate(ui.date))
    model.spokenNotYet = tr::kDateLike;
  else if (!parseTimeOfDay(ui.time))
    model.spokenNotYet = tr::kTimeLikeNeeded;
  model.sheetBegun = !isEmpty(ui.sheet);
  if (!model.sheetBegun) model.sheetNotYet = tr::kSheetEmpty;
  if (!ui.sheet.handedOver) model.handedNotYet = tr::kTickWhenHanded;
  return model;
}

std::string concernLine(const WorriedUi& ui) {
  std::string line = std::string(tr::kConcernPassedTo) + roleWords(ui.told);
  if (!ui.at.empty()) line += " at " + ui.at;
  if (const auto date = journal::parseDate(ui.date)) line += ", " + dayAndMonth(*date);
  if (!ui.time.empty()) line += ", " + ui.time;
  return line + ".";
}

std::string handoverText(const HandoverUi& sheet, const std::vector<journal::KnownName>& names) {
  const auto lookup = [&names](journal::NameId id) { return findName(names, id); };
  std::string text = std::string(tr::kHandoverHeading) + "\n";
  const auto add = [&](tr::Words label, const std::string& words) {
    text += "\n" + std::string(label) + "\n";
    const auto shown = journal::render(words, journal::NamesShown::Real, lookup);
    text += (shown.text.empty() ? std::string(tr::kNotSaid) : shown.text) + "\n";
  };
  add(tr::kSetting, sheet.setting);
  add(tr::kSheetWhen, sheet.when);
  add(tr::kSheetPlace, sheet.place);
  add(tr::kSheetPresent, sheet.present);
  for (std::size_t i = 0; i < sheet.words.size(); ++i) {
    add(tr::kSheetWords[i], sheet.words[i].text);
  }
  return text;
}

bool isEmpty(const HandoverUi& sheet) {
  return sheet.present.empty() && sheet.place.empty() &&
         std::all_of(sheet.words.begin(), sheet.words.end(),
                     [](const EditedText& words) { return words.text.empty(); });
}

void wipe(HandoverUi& sheet) {
  for (std::string* words :
       {&sheet.setting, &sheet.when, &sheet.place, &sheet.present, &sheet.saveTo}) {
    wipe(*words);
  }
  for (EditedText& words : sheet.words) wipe(words);
  sheet.handedOver = false;
}

}  // namespace app::model
