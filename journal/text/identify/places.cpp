#include <algorithm>
#include <initializer_list>
#include <string>

#include "journal/text/identify/name_use.h"
#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

bool isOneOfThese(std::string_view key, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

class PlaceSearch {
 public:
  explicit PlaceSearch(Page& page) : page_(page) {}

  void run() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (!page_.word(at).isWord || !page_.free(at)) continue;
      const std::size_t end = listed(at);
      if (end == at) {
        unlisted(at);
      } else {
        page_.add({at, withCounty(end)}, IdentifierKind::Place, confidenceOf(at, end), "a place");
      }
    }
  }

 private:
  /// Past the longest listed place at `at`.
  std::size_t listed(std::size_t at) const {
    if (page_.is(at, WordClass::PhraseStart)) {
      for (const Phrase& phrase : page_.gazetteers().phrasesOf(page_.key(at))) {
        if (!phrase.classes.has(WordClass::Place)) continue;
        std::size_t i = 0;
        while (i < phrase.keys.size() && page_.key(at + i) == phrase.keys[i] && page_.free(at + i))
          ++i;
        const bool named = page_.caseless()
                               ? afterPlaceWord(at)
                               : page_.word(at).capital && page_.word(at + i - 1).capital;
        if (i == phrase.keys.size() && named) return at + i;
      }
    }
    if (!page_.is(at, WordClass::Place) || !page_.couldBeName(at)) return at;
    return isPlaceHere(at) ? at + 1 : at;
  }

  /// Many towns are surnames, given names or words too ("Lincoln", "Reading", "Hope").
  bool isPlaceHere(std::size_t at) const {
    const bool also = page_.is(at, WordClass::Word) || page_.is(at, WordClass::Given) ||
                      page_.is(at, WordClass::Surname) || page_.is(at, WordClass::Music);
    if (page_.is(at, WordClass::Known) || page_.is(at, WordClass::Month)) return false;
    if (page_.caseless()) return afterPlaceWord(at) && !page_.is(at, WordClass::Word);
    if (!also) return true;
    if (page_.key(at + 1) == "s" || page_.isMark(at + 1, "'")) return false;
    if (page_.is(at, WordClass::Given) &&
        isOneOfThese(page_.key(at > 0 ? at - 1 : at), {"to", "at", "of", "by", "on"}))
      return false;
    return afterPlaceWord(at) && !page_.word(at).opens &&
           !(page_.is(at + 1, WordClass::Verb) && page_.is(at, WordClass::Given));
  }

  bool afterPlaceWord(std::size_t at) const {
    if (at == 0) return false;
    const std::string_view before = page_.key(at - 1);
    if (isOneOfThese(before,
                     {"in", "from", "near", "to", "at", "around", "outside", "through", "via", "of",
                      "towards", "over", "fae", "round", "leave", "left", "visit", "visiting"}))
      return true;
    return isOneOfThese(before, {"north", "south", "east", "west", "central", "rural"}) ||
           ((before == "and" || page_.isMark(at - 1, ",")) && at >= 2 && !page_.free(at - 2) &&
            !page_.isPerson(at - 2) && !page_.isMusic(at - 2));
  }

  std::size_t withCounty(std::size_t end) const {
    const bool county = page_.isMark(end, ",") && page_.is(end + 1, WordClass::Place) &&
                        page_.word(end + 1).capital && page_.free(end + 1);
    return county ? end + 2 : end;
  }

  float confidenceOf(std::size_t at, std::size_t end) const {
    return end > at + 1 || !page_.is(at, WordClass::Word) ? 0.9F : 0.7F;
  }

  /// "at Woodlands", "up to the Hollies", "at BHS": a capital inside a sentence where a setting
  /// would stand.
  bool ordinaryAfterAt(std::size_t at) {
    if (at == 0 || !page_.word(at).capital || page_.word(at).opens || page_.caseless())
      return false;
    if (page_.word(at + 1).hasDigit || page_.word(at + 1).capital || page_.key(at).size() < 3 ||
        page_.isMark(at + 1, "-") || page_.is(at, WordClass::Known) ||
        page_.is(at, WordClass::Given) || page_.is(at, WordClass::Piece) ||
        page_.is(at, WordClass::Role) || page_.is(at, WordClass::Kin) ||
        page_.is(at, WordClass::Instrument) || page_.is(at, WordClass::People) ||
        page_.is(at, WordClass::Month))
      return false;
    const bool letters = page_.word(at).allCapitals && page_.key(at).size() <= 5;
    if (!letters && !page_.is(at, WordClass::Word)) return false;
    const bool the = page_.key(at - 1) == "the" && at >= 2;
    const std::string_view before = page_.key(the ? at - 2 : at - 1);
    const bool stands = the ? isOneOfThese(before, {"at", "to", "from", "over", "up"})
                            : isOneOfThese(before, {"at", "from"});
    return stands && page_.add({at, at + 1}, IdentifierKind::School, 0.55F, "a school");
  }

  /// An unknown name with the ending of a village after "in" or "from".
  void unlisted(std::size_t at) {
    if (ordinaryAfterAt(at)) return;
    if (!page_.couldBeName(at) || page_.is(at, WordClass::Word) || page_.is(at, WordClass::Given) ||
        page_.is(at, WordClass::Known) || page_.is(at, WordClass::Month) ||
        page_.is(at, WordClass::Weekday) || page_.is(at, WordClass::People) ||
        page_.word(at).allCapitals)
      return;
    const std::string_view before = at > 0 ? page_.key(at - 1) : std::string_view();
    const bool looks = page_.gazetteers().looksLikePlace(page_.key(at));
    const bool lives = isOneOfThese(
        before, {"in", "from", "near", "outside", "around", "fae", "round", "towards"});
    const bool goes = isOneOfThese(before, {"to", "at", "into", "leaving", "over", "through"});
    if (!looks && !lives) return;
    if (page_.caseless() && !(looks && (lives || goes))) return;
    if (looks && before == "at") {
      page_.add({at, at + 1}, IdentifierKind::School, 0.7F, "a school");
    } else if (lives || (looks && goes)) {
      if (!page_.is(at, WordClass::Surname) || looks || lives)
        page_.add({at, at + 1}, IdentifierKind::Place, looks ? 0.8F : 0.65F, "a place");
    } else if (looks && !page_.is(at, WordClass::Surname) && personUse(page_, at) <= 2 &&
               !page_.caseless()) {
      page_.add({at, at + 1}, IdentifierKind::Place, 0.6F, "a place");
    }
  }

  Page& page_;
};

}  // namespace

void findPlaces(Page& page) {
  PlaceSearch(page).run();
}

}  // namespace journal::text
