#include "journal/exchange/line_people.h"

#include <algorithm>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"

namespace journal::exchange {
namespace {

constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kMaxSpans = 10'000;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// A name as a line gives it; empty when it is not a usable one.
std::string cleanName(const Json& value) {
  std::string text = sanitisePlain(asText(value));
  return text.size() > kMaxNameBytes ? std::string() : text;
}

Part partOf(const std::string& role) {
  if (role == "pupil") return Part::YoungPerson;
  if (role == "staff") return Part::Staff;
  if (role == "family") return Part::Family;
  if (role == "self") return Part::Self;
  return Part::Other;
}

bool contains(const std::vector<NameId>& ids, NameId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// True when `form` may be looked for in everything the tutor ever writes: it has several words, is
/// in capitals, or begins one of the name's own words. "Bow" for Bao, or "boots" for Boothroyd's
/// owner, stays a mention where the line marks it, and makes no child of every bow in the journal.
bool safeEverywhere(const std::string& form, const std::string& realName) {
  if (form.find(' ') != std::string::npos) return true;
  if (form.size() < 2) return false;
  if (std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
    return true;
  }
  if (form.size() < 3) return false;
  const std::string name = lower(realName);
  const std::string wanted = lower(form);
  for (std::size_t at = name.find(wanted); at != std::string::npos;
       at = name.find(wanted, at + 1)) {
    if (at == 0 || name[at - 1] == ' ' || name[at - 1] == '-') return true;
  }
  return false;
}

}  // namespace

LinePeople::LinePeople(const Json& line, NameBook& book) : book_(book) {
  for (const Json& word : listOf(line, "plain")) plain_.push_back(lower(asText(word)));
  const bool named = member(line, "young_people") != nullptr;
  for (const Json& item : listOf(line, "roster")) {
    const std::string real = cleanName(item);
    if (real.empty()) continue;
    const NameId id = book_.idFor(real, Part::YoungPerson);
    addForm(real, id);
    if (!named && !contains(youngPeople_, id)) youngPeople_.push_back(id);
  }
  for (const Json& item : listOf(line, "young_people")) {
    const std::string real = cleanName(item);
    if (real.empty()) continue;
    const NameId id = book_.idFor(real, Part::YoungPerson);
    addForm(real, id);
    if (!contains(youngPeople_, id)) youngPeople_.push_back(id);
  }
  for (const Json& person : listOf(line, "people")) addPerson(person);
  for (const Json& item : listOf(line, "unlisted")) {
    const std::string real = cleanName(item);
    if (!real.empty()) addForm(real, book_.idFor(real, Part::Other));
  }
  if (const Json* place = member(line, "place")) {
    const std::string real = cleanName(*place);
    if (!real.empty()) place_ = book_.idFor(real, Part::School);
  }
}

bool LinePeople::isYoungPerson(NameId id) const {
  const KnownName* name = book_.get(id);
  return name != nullptr && name->kind == NameKind::YoungPerson;
}

void LinePeople::addPerson(const Json& person) {
  const Json* nameField = member(person, "name");
  if (nameField == nullptr) return;
  const std::string real = cleanName(*nameField);
  if (real.empty()) return;
  const NameId id = book_.idFor(real, partOf(textOf(person, "role").value_or("")));
  addForm(real, id);
  for (const Json& item : listOf(person, "mentions")) {
    const std::string form = cleanName(item);
    if (form.empty()) continue;
    addForm(form, id);
    keepForm(id, form);
  }
}

void LinePeople::addForm(std::string_view form, NameId id) {
  auto& ids = forms_[lower(form)];
  if (!contains(ids, id)) ids.push_back(id);
}

void LinePeople::keepForm(NameId id, const std::string& form) {
  const KnownName* name = book_.get(id);
  if (name == nullptr || !safeEverywhere(form, name->realName)) return;
  if (std::find(plain_.begin(), plain_.end(), lower(form)) != plain_.end()) return;
  // A form two people share ("the Dorans") belongs to neither.
  if (forms_[lower(form)].size() == 1) book_.alsoWritten(id, form);
}

NameId LinePeople::nameFor(const std::string& written, const std::string& type) {
  if (type == "SCHOOL") return book_.idFor(written, Part::School);
  if (type == "PLACE") return book_.idFor(written, Part::Place);
  const auto found = forms_.find(lower(written));
  if (found == forms_.end()) return book_.idFor(written, Part::Other);
  if (found->second.size() == 1) return found->second.front();
  return book_.idFor(written, Part::Household);
}

std::vector<NamedRun> LinePeople::runsOf(const Json& line, std::string_view plain,
                                         std::size_t& lost) {
  std::vector<NamedRun> runs;
  for (const Json& span : listOf(line, "spans")) {
    if (runs.size() >= kMaxSpans) break;
    const std::string type = textOf(span, "type").value_or("");
    if (type != "PERSON" && type != "SCHOOL" && type != "PLACE") continue;
    const Json* textField = member(span, "text");
    const std::string written = textField == nullptr ? std::string() : cleanName(*textField);
    const std::int64_t start = wholeOf(span, "start").value_or(0);
    const std::size_t guess =
        byteOffsetOf(plain, static_cast<std::size_t>(start < 0 ? std::int64_t{0} : start));
    // The text is the authority, not the numbers: an edited file may have moved everything.
    const auto at = findNearest(plain, written, guess);
    if (!at) {
      ++lost;
      continue;
    }
    runs.push_back({*at, *at + written.size(), nameFor(written, type)});
  }
  return runs;
}

}  // namespace journal::exchange
