#include "journal/text/identify/gazetteers.h"

#include <algorithm>
#include <optional>

#include "journal/base/utf8.h"

namespace journal::text {
namespace {

constexpr std::size_t kLongestEnding = 9;

Error badLine(std::size_t line, const char* problem) {
  return Error{ErrorCode::InvalidInput, "line " + std::to_string(line), problem};
}

/// Calls `use(line, number)` for each line that says something; stops at the first Error.
template <class Use>
Result<void> eachLine(std::string_view file, Use use) {
  std::size_t number = 0;
  while (!file.empty()) {
    ++number;
    const std::size_t end = file.find('\n');
    const std::string_view line = trimmed(file.substr(0, end));
    file = end == std::string_view::npos ? std::string_view() : file.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    J_CHECK(use(line, number));
  }
  return {};
}

/// FNV-1a: short keys, no need for more.
std::size_t hashOf(std::string_view key) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return static_cast<std::size_t>(hash ^ (hash >> 29));
}

}  // namespace

std::string_view Gazetteers::keep(std::string_view text) {
  return kept_.emplace_back(text);
}

std::size_t Gazetteers::slotOf(std::string_view key) const {
  std::size_t at = hashOf(key) & (table_.size() - 1);
  while (!table_[at].key.empty() && table_[at].key != key) at = (at + 1) & (table_.size() - 1);
  return at;
}

void Gazetteers::grow() {
  std::vector<Slot> old(table_.size() * 2);
  old.swap(table_);
  for (const Slot& slot : old) {
    if (!slot.key.empty()) table_[slotOf(slot.key)] = slot;
  }
}

void Gazetteers::addClass(std::string_view key, WordClasses classes) {
  if ((used_ + 1) * 2 > table_.size()) grow();
  Slot& slot = table_[slotOf(key)];
  if (slot.key.empty()) {
    slot.key = key;
    ++used_;
  }
  slot.classes.add(classes);
}

void Gazetteers::addEntry(std::string_view entry, WordClass what) {
  if (what == WordClass::PlaceEnding || what == WordClass::PlaceStart) {
    auto& list = what == WordClass::PlaceEnding ? placeEndings_ : placeStarts_;
    return list.push_back(keep(entry));
  }
  WordClasses classes;
  classes.add(what);
  const bool plain =
      std::all_of(entry.begin(), entry.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (plain) return addClass(entry, classes);
  const Words words(entry);
  Phrase phrase;
  phrase.classes = classes;
  for (const Word& word : words.all()) phrase.keys.push_back(keep(word.key));
  if (phrase.keys.empty()) return;
  if (phrase.keys.size() == 1) return addClass(phrase.keys.front(), classes);
  WordClasses start;
  start.add(WordClass::PhraseStart);
  addClass(phrase.keys.front(), start);
  auto& list = phrases_[phrase.keys.front()];
  const auto place = std::find_if(list.begin(), list.end(), [&](const Phrase& other) {
    return other.keys.size() < phrase.keys.size();
  });
  list.insert(place, std::move(phrase));
}

Result<void> Gazetteers::addWords(std::string_view file) {
  const std::string_view kept = keep(file);
  std::optional<WordClass> what;
  return eachLine(kept, [&](std::string_view line, std::size_t number) -> Result<void> {
    if (line.front() == '[') {
      if (line.back() == ']') what = parseWordClass(line.substr(1, line.size() - 2));
      if (line.back() != ']' || !what) return badLine(number, "No words are of that kind.");
      return {};
    }
    if (!what) return badLine(number, "Words stand before anything says what they are.");
    while (!line.empty()) {
      const std::size_t comma = line.find(',');
      const std::string_view entry = trimmed(line.substr(0, comma));
      if (!entry.empty()) addEntry(entry, *what);
      line = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1);
    }
    return {};
  });
}

Result<void> Gazetteers::addNicknames(std::string_view file) {
  const std::string_view kept = keep(file);
  return eachLine(kept, [&](std::string_view line, std::size_t number) -> Result<void> {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return badLine(number, "A name has no colon after it.");
    const std::string_view name = line.substr(0, colon);
    std::string_view forms = line.substr(colon + 1);
    while (!forms.empty()) {
      const std::size_t blank = forms.find(' ');
      const std::string_view form = forms.substr(0, blank);
      forms = blank == std::string_view::npos ? std::string_view() : forms.substr(blank + 1);
      if (form.empty()) continue;
      nicknames_[name].push_back(form);
      nicknames_[form].push_back(name);
      addEntry(form, WordClass::Given);
    }
    return {};
  });
}

Result<void> Gazetteers::addCircumstances(std::string_view file) {
  std::optional<std::size_t> wording;
  return eachLine(file, [&](std::string_view line, std::size_t number) -> Result<void> {
    if (line.front() == '=') {
      wording = circumstances_.addWording(trimmed(line.substr(1)));
      return {};
    }
    if (!wording || !circumstances_.add(line, *wording))
      return badLine(number, "That is not a turn of phrase.");
    return {};
  });
}

WordClasses Gazetteers::classesOf(std::string_view key) const {
  return table_[slotOf(key)].classes;
}

const std::vector<Phrase>& Gazetteers::phrasesOf(std::string_view key) const {
  static const std::vector<Phrase> kNone;
  const auto found = phrases_.find(key);
  return found == phrases_.end() ? kNone : found->second;
}

const std::vector<std::string_view>& Gazetteers::nicknamesOf(std::string_view key) const {
  static const std::vector<std::string_view> kNone;
  const auto found = nicknames_.find(key);
  return found == nicknames_.end() ? kNone : found->second;
}

bool Gazetteers::looksLikePlace(std::string_view key) const {
  if (key.size() < 6) return false;
  const auto ends = [&](std::string_view ending) {
    return ending.size() <= kLongestEnding && key.size() >= ending.size() + 3 &&
           key.substr(key.size() - ending.size()) == ending;
  };
  const auto starts = [&](std::string_view start) { return key.substr(0, start.size()) == start; };
  return std::any_of(placeEndings_.begin(), placeEndings_.end(), ends) ||
         std::any_of(placeStarts_.begin(), placeStarts_.end(), starts);
}

}  // namespace journal::text
