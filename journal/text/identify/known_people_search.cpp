#include <algorithm>
#include <string>
#include <unordered_map>

#include "journal/text/identify/name_use.h"
#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

constexpr const char* kYoungPerson = "a young person";

/// Looks for known people on one page. A word is judged once however often it stands there.
class KnownPeopleSearch {
 public:
  KnownPeopleSearch(Page& page, const KnownPeople& people) : page_(page), people_(people) {}

  /// Whole names alone: "May Green" is no village green when somebody is called so.
  void runWhole() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (!page_.free(at) && !page_.isMusic(at)) continue;
      const std::size_t end = wholeEnd(at);
      if (end == at || isInsideWork(at, end)) continue;
      page_.add({at, end}, IdentifierKind::Person, 0.99F, kYoungPerson);
    }
  }

  void run() {
    for (std::size_t at = 0; at < page_.size();) at = std::max(at + 1, search(at));
  }

 private:
  NameLikeness likeness(std::size_t at) {
    const auto [entry, isNew] = seen_.try_emplace(page_.key(at), NameLikeness::None);
    if (isNew) entry->second = people_.likeness(page_.key(at));
    return entry->second;
  }

  /// A word that could be something else counts only where its use says so.
  bool isUsedAsName(std::size_t at, NameLikeness likeness) const {
    if (page_.is(at, WordClass::Determiner) || page_.is(at, WordClass::Pronoun)) return false;
    const Word& word = page_.word(at);
    const bool nameable = word.capital && !page_.caseless();
    const bool listed = likeness >= NameLikeness::Nickname;
    if (page_.is(at, WordClass::Weekday) && !listed) return false;
    if (!isOrdinaryToo(page_, at) && !page_.is(at, WordClass::Verb)) return true;
    const int use = personUse(page_, at);
    // A capital inside a sentence outweighs an article: "our Faith", "that Will".
    if (listed && nameable && !word.opens) return use >= -1;
    if (listed) return use >= 0;
    const bool marked = nameable && !word.opens;
    if (page_.is(at, WordClass::Known) && !page_.is(at, WordClass::Given))
      return marked && use >= 2 && !page_.word(at + 1).hasDigit;
    if (!nameable) return likeness == NameLikeness::Short && use >= 2;
    return word.opens ? use >= 2 && page_.is(at, WordClass::Given) : use >= 2;
  }

  bool isKnown(std::size_t at) {
    if (at >= page_.size() || !page_.word(at).isWord) return false;
    if (!page_.free(at) && !page_.isMusic(at)) return false;
    if (page_.word(at).key.size() < 2) return false;
    const NameLikeness found = likeness(at);
    if (found == NameLikeness::None) return false;
    return isUsedAsName(at, found);
  }

  /// Tries every way a name can begin at `at`; past what was found, or `at`.
  std::size_t search(std::size_t at) {
    std::size_t end = wholeEnd(at);
    float confidence = 0.99F;
    if (end == at) {
      end = initialsEnd(at);
      confidence = 0.8F;
    }
    if (end == at) {
      end = nameFrom(at);
      if (end == at) return at;
      confidence = confidenceOf(at);
    }
    if (isInsideWork(at, end)) return at;
    // What was music by itself is a person now.
    page_.add({at, end}, IdentifierKind::Person, confidence, kYoungPerson);
    return end;
  }

  /// "Für Elise" is not Elise; Sam Smith may be somebody known.
  bool isInsideWork(std::size_t first, std::size_t end) const {
    if (!page_.isWork(first)) return false;
    return (first > 0 && page_.isWork(first - 1)) || page_.isWork(end);
  }

  /// Past a whole name, which names somebody however its words are written: "clay potter".
  std::size_t wholeEnd(std::size_t at) {
    if (!page_.word(at).isWord || page_.key(at).size() < 2 || likeness(at) != NameLikeness::Exact)
      return at;
    std::string joined;
    std::size_t whole = at;
    std::size_t end = at;
    for (int parts = 0; parts < 5 && (page_.free(end) || page_.isMusic(end)); ++parts) {
      joined += page_.key(end);
      ++end;
      if (parts > 0 && people_.isWhole(joined)) whole = end;
      if (page_.isMark(end, "-") && !page_.word(end).blankBefore) ++end;
      if (!page_.word(end).isWord || !page_.follows(end - 1)) break;
    }
    return whole;
  }

  float confidenceOf(std::size_t at) {
    const NameLikeness found = likeness(at);
    if (found == NameLikeness::Exact) return isOrdinaryToo(page_, at) ? 0.9F : 0.99F;
    return found == NameLikeness::Nickname ? 0.9F : 0.75F;
  }

  std::size_t nameFrom(std::size_t at) {
    std::size_t from = at;
    const bool initial = page_.word(at).isWord && page_.key(at).size() == 1 && page_.free(at) &&
                         page_.word(at).capital;
    if (initial) {
      from = page_.isMark(at + 1, ".") ? at + 2 : at + 1;
      while (isNameParticle(page_.key(from)) && page_.word(from + 1).end > 0)
        from += page_.isMark(from + 1, "-") ? 2 : 1;
      const bool meant = page_.isMark(at + 1, ".") && page_.word(from).capital && page_.free(from);
      if (!people_.isSurname(page_.key(from)) || !(meant || isKnown(from))) return at;
    } else if (isNameParticle(page_.key(at)) && page_.isMark(at + 1, "-") && isKnown(at + 2)) {
      from = at + 2;  // "Al-Amin"
    } else if (!isKnown(at)) {
      return at;
    }
    std::size_t end = from + 1;
    while (page_.follows(end - 1)) {
      const std::size_t next =
          page_.isMark(end, "-") && !page_.word(end).blankBefore ? end + 1 : end;
      if (!page_.word(next).isWord || !isKnown(next)) break;
      end = next + 1;
    }
    const bool surnameInitial =
        page_.word(end).capital && page_.key(end).size() == 1 && page_.follows(end - 1) &&
        page_.free(end) && page_.word(end).blankBefore && people_.isSurnameInitial(page_.key(end));
    return surnameInitial && !page_.word(end).opens ? end + 1 : end;
  }

  /// "A.C.", "A. C." or "AC" for a known name's initials.
  std::size_t initialsEnd(std::size_t at) const {
    const Word& word = page_.word(at);
    if (!page_.free(at) || !word.isWord || !word.capital) return at;
    if (word.allCapitals && word.key.size() <= 3 && !page_.caseless())
      return people_.isInitials(word.key) && !page_.is(at, WordClass::Known) &&
                     !page_.is(at, WordClass::Word)
                 ? at + 1
                 : at;
    if (word.key.size() != 1) return at;
    std::string letters(word.key);
    std::size_t end = at + 1;
    while (letters.size() < 3 && page_.isMark(end, ".") && page_.word(end + 1).capital &&
           page_.key(end + 1).size() == 1 && page_.free(end + 1)) {
      letters += page_.key(end + 1);
      end += 2;
    }
    if (letters.size() < 2 || !people_.isInitials(letters)) return at;
    return page_.isMark(end, ".") && !page_.word(end).blankBefore ? end + 1 : end;
  }

  Page& page_;
  const KnownPeople& people_;
  std::unordered_map<std::string_view, NameLikeness> seen_;
};

}  // namespace

void findKnownWholeNames(Page& page, const KnownPeople& people) {
  if (!people.empty()) KnownPeopleSearch(page, people).runWhole();
}

void findKnownPeople(Page& page, const KnownPeople& people) {
  if (!people.empty()) KnownPeopleSearch(page, people).run();
}

}  // namespace journal::text
