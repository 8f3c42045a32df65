#include "journal/exchange/name_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "journal/domain/code_name.h"

namespace journal::exchange {
namespace {

struct RoleWords {
  const char* first;   ///< for the first of its kind
  const char* others;  ///< and a letter
};

RoleWords roleWords(Part part) {
  switch (part) {
    case Part::Staff:
      return {"a colleague", "colleague"};
    case Part::Family:
      return {"a family member", "family member"};
    case Part::Household:
      return {"a family", "family"};
    case Part::Self:
      return {"the tutor", "tutor"};
    case Part::School:
      return {"a school", "school"};
    case Part::Place:
      return {"a place nearby", "place"};
    case Part::YoungPerson:
    case Part::Other:
      break;
  }
  return {"another adult", "adult"};
}

/// "B", "C", .. "Z", "AA", ..: the first of a kind has no letter.
std::string letters(std::size_t index) {
  std::string out;
  for (std::size_t n = index; n > 0; n = (n - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return out;
}

NameKind kindOf(Part part) {
  switch (part) {
    case Part::YoungPerson:
      return NameKind::YoungPerson;
    case Part::School:
    case Part::Place:
      return NameKind::Place;
    default:
      return NameKind::Colleague;
  }
}

Part partOf(NameKind kind) {
  switch (kind) {
    case NameKind::YoungPerson:
      return Part::YoungPerson;
    case NameKind::Place:
      return Part::Place;
    case NameKind::Colleague:
      break;
  }
  return Part::Staff;
}

/// Case apart, for ASCII: enough to find a name written "tannery road juniors" again, and wrong
/// only towards making two names of one.
std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

NameBook::NameBook(std::vector<KnownName> known, IdSource ids) : ids_(std::move(ids)) {
  for (auto& name : known) add(std::move(name));
  changed_.clear();
}

void NameBook::add(KnownName name) {
  const std::size_t at = names_.size();
  byId_[name.id] = at;
  byCode_[name.codeName] = name.id;
  if (!name.realName.empty()) byReal_.emplace(folded(name.realName), at);
  names_.push_back(std::move(name));
  changed_.push_back(at);
}

bool NameBook::codeTaken(const std::string& code) const {
  return byCode_.count(code) != 0;
}

std::string NameBook::nextCode(std::string_view real, Part part) const {
  if (part == Part::YoungPerson) {
    return freeCodeName(real, [this](const std::string& code) { return codeTaken(code); });
  }
  const RoleWords words = roleWords(part);
  if (!codeTaken(words.first)) return words.first;
  for (std::size_t index = 2;; ++index) {
    std::string code = fmt::format("{} {}", words.others, letters(index));
    if (!codeTaken(code)) return code;
  }
}

std::optional<NameId> NameBook::find(std::string_view real) const {
  const auto found = byReal_.find(folded(real));
  if (found == byReal_.end()) return std::nullopt;
  return names_[found->second].id;
}

NameId NameBook::idFor(std::string_view real, Part part) {
  if (const auto known = find(real)) return *known;
  KnownName name;
  name.id = NameId::fromBytes(ids_(fmt::format("name:{}", real)));
  name.kind = kindOf(part);
  name.realName = std::string(real);
  name.codeName = nextCode(real, part);
  const NameId id = name.id;
  add(std::move(name));
  return id;
}

void NameBook::alsoWritten(NameId id, std::string_view form) {
  const auto found = byId_.find(id);
  if (found == byId_.end() || form.empty()) return;
  KnownName& name = names_[found->second];
  const std::string wanted = folded(form);
  const auto same = [&](const std::string& other) { return folded(other) == wanted; };
  if (same(name.realName)) return;
  if (std::any_of(name.alsoWritten.begin(), name.alsoWritten.end(), same)) return;
  name.alsoWritten.emplace_back(form);
  changed_.push_back(found->second);
}

void NameBook::adopt(KnownName name) {
  if (byId_.count(name.id) != 0) return;
  if (name.codeName.empty() || codeTaken(name.codeName)) {
    name.codeName = nextCode(name.realName, partOf(name.kind));
  }
  add(std::move(name));
}

const KnownName* NameBook::get(NameId id) const {
  const auto found = byId_.find(id);
  return found == byId_.end() ? nullptr : &names_[found->second];
}

std::vector<KnownName> NameBook::takeChanged() {
  std::sort(changed_.begin(), changed_.end());
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  std::vector<KnownName> out;
  for (const std::size_t at : changed_) out.push_back(names_[at]);
  changed_.clear();
  return out;
}

}  // namespace journal::exchange
