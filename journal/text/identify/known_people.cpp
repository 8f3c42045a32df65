#include "journal/text/identify/known_people.h"

#include <algorithm>
#include <array>

#include "journal/text/identify/words.h"

namespace journal::text {
namespace {

constexpr std::size_t kShortestShortForm = 3;
constexpr std::size_t kShortestMisspelling = 4;
constexpr std::size_t kShortestCutName = 4;

/// Belong to a name and are no name by themselves.
constexpr std::array<std::string_view, 18> kNotAlone{"van", "von", "de", "der", "den", "da",
                                                     "dos", "du",  "la", "le",  "al",  "el",
                                                     "bin", "ibn", "ap", "ab",  "of",  "the"};
constexpr std::array<std::string_view, 14> kPetEndings{"",  "y",  "ie", "i",   "ey", "o",  "s",
                                                       "z", "za", "er", "ers", "a",  "sy", "ster"};

bool isAlone(std::string_view part) {
  return part.size() >= 2 && !isNameParticle(part);
}

std::size_t sharedStart(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t shared = 0;
  while (shared < most && a[shared] == b[shared]) ++shared;
  return shared;
}

bool isPetEnding(std::string_view ending) {
  return std::find(kPetEndings.begin(), kPetEndings.end(), ending) != kPetEndings.end();
}

}  // namespace

bool isNameParticle(std::string_view key) {
  return std::find(kNotAlone.begin(), kNotAlone.end(), key) != kNotAlone.end();
}

bool isShortFormOf(std::string_view key, std::string_view name) {
  if (key.size() < kShortestShortForm || name.size() < kShortestCutName || key == name)
    return false;
  // Any of the shorter beginnings may be what the ending was put on: "Boot-s", "Dan-ny".
  for (std::size_t shared = sharedStart(key, name); shared >= kShortestShortForm; --shared) {
    std::string_view ending = key.substr(shared);
    if (isPetEnding(ending) && (shared < name.size() || ending == "s")) return true;
    if (!ending.empty() && ending.front() == key[shared - 1] && ending.size() >= 2 &&
        isPetEnding(ending.substr(1)))
      return true;
  }
  return key.size() >= kShortestCutName && name.size() <= key.size() + 3 &&
         name.size() > key.size() && name.substr(name.size() - key.size()) == key;
}

bool isMisspellingOf(std::string_view key, std::string_view name) {
  if (key.size() < kShortestMisspelling || name.size() < kShortestMisspelling) return false;
  if (key.front() != name.front() || key == name) return false;
  if (key.size() > name.size() + 1 || name.size() > key.size() + 1) return false;
  const std::size_t start = sharedStart(key, name);
  std::string_view a = key.substr(start);
  std::string_view b = name.substr(start);
  if (a.size() == b.size()) {
    if (a.substr(1) == b.substr(1)) return true;
    return a.size() >= 2 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
  }
  if (a.size() > b.size()) std::swap(a, b);
  return b.substr(1) == a;
}

KnownPeople::KnownPeople(const std::vector<std::string>& fullNames, const Gazetteers& gazetteers) {
  for (const std::string& name : fullNames) addName(name, gazetteers);
}

void KnownPeople::addPart(const std::string& part, bool stands) {
  // A first name is one even where the same letters belong to others: "Al", but not "Al-Amin".
  if (!isAlone(part) && !(stands && part.size() >= 2)) return;
  if (exact_.insert(part).second) parts_.push_back(part);
}

/// Any part after the first can be what somebody is called by with an initial: "Siân L", "S.L.".
void KnownPeople::addLaterPart(const std::string& part, const std::string& initials) {
  if (!isAlone(part)) return;
  surnames_.insert(part);
  surnameInitials_.emplace(1, part.front());
  initials_.insert({initials.front(), part.front()});
}

void KnownPeople::addName(const std::string& fullName, const Gazetteers& gazetteers) {
  const Words words(fullName);
  std::string initials;
  std::string joined;
  std::string hyphened;
  std::string last;
  for (const Word& word : words.all()) {
    const bool hyphen = !word.isWord && word.key == "-";
    if (!word.isWord) {
      hyphened = hyphen ? last : "";
      continue;
    }
    const std::string part(word.key);
    const bool stands = last.empty() && word.end < fullName.size() && fullName[word.end] == ' ';
    addPart(part, stands);
    if (!hyphened.empty()) addPart(hyphened + part);
    hyphened.clear();
    const bool first = last.empty();
    if (!first) addLaterPart(part, initials);
    if (isAlone(part) || first) initials += part.front();
    joined += part;
    last = part;
    for (const std::string_view nickname : gazetteers.nicknamesOf(part)) {
      if (gazetteers.nicknamesOf(nickname).empty()) continue;
      nicknames_.emplace(nickname);
    }
  }
  if (last.empty() || joined == last) return;
  addPart(joined);
  wholes_.insert(joined);
  if (initials.size() >= 2) initials_.insert(initials);
}

NameLikeness KnownPeople::likeness(std::string_view key) const {
  if (exact_.count(key) > 0) return NameLikeness::Exact;
  if (key.size() >= 2 && nicknames_.count(key) > 0) return NameLikeness::Nickname;
  if (key.size() > 3 && key.back() == 's') {
    const std::string_view one = key.substr(0, key.size() - 1);
    if (exact_.count(one) > 0) return NameLikeness::Short;
    if (nicknames_.count(one) > 0) return NameLikeness::Short;
    if (one.back() == 'e' && exact_.count(one.substr(0, one.size() - 1)) > 0)
      return NameLikeness::Short;
  }
  for (const std::string& part : parts_) {
    if (isShortFormOf(key, part)) return NameLikeness::Short;
  }
  for (const std::string& part : parts_) {
    if (isMisspellingOf(key, part)) return NameLikeness::Misspelt;
  }
  return NameLikeness::None;
}

}  // namespace journal::text
