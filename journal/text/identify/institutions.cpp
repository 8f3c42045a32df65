#include <algorithm>
#include <array>
#include <string>

#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

constexpr std::size_t kLongestName = 5;

bool isOf(std::string_view key, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

/// Names that a head word makes: "Larkbeck Primary", "Priory Hill", "Kinsfolk Fostering".
class InstitutionSearch {
 public:
  explicit InstitutionSearch(Page& page) : page_(page) {}

  void run() {
    each([this](std::size_t at) { saint(at) || houseNumber(at); });
    each([this](std::size_t at) {
      if (isSchoolHead(at)) named(at, IdentifierKind::School);
    });
    each([this](std::size_t at) {
      if (page_.is(at, WordClass::OrgHead)) named(at, IdentifierKind::Organisation);
    });
    each([this](std::size_t at) {
      if (page_.is(at, WordClass::StreetHead) || page_.is(at, WordClass::PlaceHead)) place(at);
    });
    each([this](std::size_t at) { nameWithOf(at) || welsh(at) || wholeName(at); });
  }

 private:
  /// The surer kinds of name first, each over the whole text.
  template <class Search>
  void each(Search search) {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (page_.word(at).isWord && page_.free(at)) search(at);
    }
  }

  /// "C of E" is what it is called as much as "Primary".
  bool isSchoolHead(std::size_t at) const {
    return page_.is(at, WordClass::SchoolHead) ||
           (page_.key(at) == "c" && page_.key(at + 1) == "of" && page_.key(at + 2) == "e");
  }

  /// "at Mountain of Mercy": capitals on both sides, after "at".
  bool nameWithOf(std::size_t at) {
    const bool named = at > 0 && page_.key(at - 1) == "at" && page_.word(at).capital &&
                       !isKnownOnly(at) && ofName(at);
    return named &&
           page_.add({at, ofNameEnd(at)}, IdentifierKind::School, 0.7F, "a school or a club");
  }

  /// "Holy Family": listed, with all its capitals.
  bool wholeName(std::size_t at) {
    if (!page_.is(at, WordClass::PhraseStart) || page_.caseless()) return false;
    for (const Phrase& phrase : page_.gazetteers().phrasesOf(page_.key(at))) {
      if (!phrase.classes.has(WordClass::SchoolName)) continue;
      std::size_t i = 0;
      while (i < phrase.keys.size() && page_.key(at + i) == phrase.keys[i]) ++i;
      const bool named = page_.word(at).capital && page_.word(at + i - 1).isWord &&
                         page_.word(at + i - 1).end > page_.word(at).end;
      if (i == phrase.keys.size() && named &&
          (page_.word(at + 1).capital || page_.key(at + 1) == "the"))
        return page_.add({at, at + i}, IdentifierKind::School, 0.8F, "a school");
    }
    return false;
  }

  /// "Ysgol Bryn Castell": Welsh puts the head word first.
  bool welsh(std::size_t at) {
    static constexpr std::array<std::string_view, 6> kHeads{"ysgol", "coleg",    "eglwys",
                                                            "capel", "canolfan", "neuadd"};
    if (std::find(kHeads.begin(), kHeads.end(), page_.key(at)) == kHeads.end()) return false;
    std::size_t end = at + 1;
    while (end < at + 6 && page_.follows(end - 1) && page_.word(end).isWord && page_.free(end) &&
           (page_.word(end).capital || isOf(page_.key(end), {"y", "yr", "gyfun", "gynradd"})))
      ++end;
    return end > at + 1 && page_.add({at, end}, IdentifierKind::School, 0.9F, "a school");
  }

  /// Part of a proper name: a capital, not the first word of a sentence unless nothing ordinary.
  bool isNamePart(std::size_t at) const {
    if (at >= page_.size() || !page_.word(at).isWord || !page_.free(at)) return false;
    const Word& word = page_.word(at);
    if (word.key.size() == 1 && !page_.isMark(at + 1, ".")) return false;
    if (word.key == "our") return page_.key(at + 1) == "lady";
    if (page_.is(at, WordClass::Pronoun) || page_.is(at, WordClass::Weekday)) return false;
    if (page_.is(at, WordClass::Determiner) && !page_.is(at, WordClass::Surname) &&
        !page_.is(at, WordClass::Given))
      return false;
    if (page_.caseless())
      return !page_.is(at, WordClass::Preposition) && !page_.is(at, WordClass::TakesPerson) &&
             !page_.is(at, WordClass::Verb) && !page_.is(at, WordClass::Known);
    if (!word.capital) return false;
    if (isLinking(at)) return true;
    if (isKnownOnly(at) &&
        !isOf(word.key, {"new",    "north", "south", "east",  "west",   "saint", "st",
                         "upper",  "lower", "half",  "roman", "father", "lord",  "jesus",
                         "christ", "king",  "vi",    "vii",   "viii",   "iv",    "xi"}))
      return false;
    if (word.opens && page_.is(at, WordClass::Preposition)) return false;
    return !word.opens || !page_.is(at, WordClass::Word) || page_.is(at, WordClass::Place) ||
           page_.is(at, WordClass::Surname) || page_.is(at, WordClass::Given);
  }

  /// Common nouns inside a name: "Ashgrove Music Centre", "Maltings Youth Club".
  bool isLinking(std::size_t at) const {
    return isOf(page_.key(at),
                {"music", "child", "children", "youth", "community", "hospital", "special"}) ||
           page_.is(at, WordClass::SchoolHead) || page_.is(at, WordClass::OrgHead);
  }

  bool isKnownOnly(std::size_t at) const {
    return page_.is(at, WordClass::Known) && !page_.is(at, WordClass::Surname) &&
           !page_.is(at, WordClass::Given) && !page_.is(at, WordClass::Place) &&
           !page_.is(at, WordClass::SchoolHead);
  }

  /// Back from `head` over the words of a name; `head` when there are none.
  std::size_t nameStart(std::size_t head) const {
    std::size_t at = head;
    while (at > 0 && head - at < kLongestName && page_.follows(at - 1)) {
      std::size_t before = at - 1;
      if (page_.isMark(before, "-") && !page_.word(before).blankBefore && before > 0) --before;
      if (page_.key(before) == "s" && before >= 2 && page_.isMark(before - 1, "'"))
        before -= 2;
      else if (page_.isMark(before, "'") && before >= 1)
        before -= 1;
      else if (page_.isMark(before, ".") && before >= 1 && page_.key(before - 1) == "st")
        before -= 1;
      const bool link =
          isOf(page_.key(before), {"of", "and", "the", "&", "le", "on", "under", "in"});
      if (link && at < head && before > 0 && isNamePart(before - 1) && !page_.caseless() &&
          page_.word(before - 1).capital) {
        at = before - 1;
        continue;
      }
      if (!isNamePart(before)) break;
      if (page_.caseless() && head - before > 1 && !page_.is(at, WordClass::StreetHead)) break;
      at = before;
      if (page_.word(at).opens) break;
    }
    return at;
  }

  /// Forward over what may still belong to it: "Primary School", "C of E", "Academy Trust".
  std::size_t nameEndAfter(std::size_t head, WordClass ending) const {
    std::size_t end = head + 1;
    while (page_.follows(end - 1)) {
      if (page_.isMark(end, "'") && !page_.word(end).blankBefore &&
          (page_.key(end - 1) == "girls" || page_.key(end - 1) == "boys" ||
           page_.key(end - 1) == "infants" || page_.key(end - 1) == "juniors")) {
        ++end;
        continue;
      }
      if (page_.isMark(end, ".") && page_.key(end - 1).size() == 1 &&
          page_.key(end + 1).size() == 1) {
        ++end;
        continue;
      }
      const bool more = page_.is(end, ending) ||
                        (ending == WordClass::SchoolEnding && page_.is(end, WordClass::SchoolHead));
      if (!page_.word(end).isWord || !more) break;
      if (page_.key(end) == "of" ? page_.key(end + 1) != "e"
                                 : !(page_.word(end).capital || page_.caseless()))
        break;
      ++end;
    }
    return end;
  }

  bool named(std::size_t head, IdentifierKind kind) {
    const bool unusual = head > 0 && page_.word(head - 1).isWord &&
                         !page_.is(head - 1, WordClass::Word) && page_.free(head - 1);
    if (page_.caseless() && !unusual &&
        isOf(page_.key(head),
             {"first",   "lower", "upper",     "middle", "high",   "house", "hall",      "centre",
              "club",    "unit",  "provision", "band",   "choir",  "group", "music",     "service",
              "support", "home",  "homes",     "house",  "care",   "aid",   "education", "project",
              "girls",   "boys",  "community", "youth",  "infant", "junior"}))
      return false;
    const bool school = kind == IdentifierKind::School;
    if (!page_.word(head).capital && !page_.caseless() &&
        !isOf(page_.key(head),
              {"primary", "school", "academy", "juniors", "infants", "high", "college", "chapel",
               "church", "comp", "centre", "nursery", "grammar", "secondary", "club", "prep"}))
      return false;
    const std::size_t end =
        nameEndAfter(head, school ? WordClass::SchoolEnding : WordClass::OrgHead);
    const std::size_t begin = nameStart(head);
    if (begin == head && !ofName(head)) return false;
    if (!properEnough(begin, head)) return false;
    const std::size_t last = begin == head ? ofNameEnd(head) : end;
    return page_.add({begin, last}, kind, 0.92F,
                     school ? schoolBlur(begin, last) : "an organisation");
  }

  /// Something in the name is no common noun: "Larkbeck Primary", not "Saturday Music School".
  bool properEnough(std::size_t begin, std::size_t head) const {
    if (begin == head) return true;
    for (std::size_t at = begin; at < head; ++at) {
      if (!page_.word(at).isWord || page_.is(at, WordClass::SchoolEnding) || isLinking(at))
        continue;
      if (page_.key(at) == "virtual" || page_.key(at) == "music" ||
          page_.is(at, WordClass::SchoolHead) || page_.is(at, WordClass::Instrument))
        continue;
      if (page_.caseless()
              ? !page_.is(at, WordClass::Word) || page_.is(at, WordClass::Place) ||
                    page_.is(at, WordClass::StreetHead) || page_.is(at, WordClass::Surname)
              : page_.key(at).size() > 1)
        return true;
    }
    return false;
  }

  /// "Church of St Peter", "University of Leeds".
  bool ofName(std::size_t head) const {
    return page_.word(head).capital && page_.key(head + 1) == "of" &&
           page_.word(head + 2).capital && page_.free(head + 2) && page_.key(head + 2) != "e" &&
           !isKnownOnly(head + 2) && !page_.caseless();
  }
  std::size_t ofNameEnd(std::size_t head) const {
    std::size_t end = head + 3;
    while (end < page_.size() && isNamePart(end) && page_.follows(end - 1)) ++end;
    return end;
  }

  std::string schoolBlur(std::size_t begin, std::size_t end) const {
    const auto holds = [&](std::initializer_list<std::string_view> list) {
      for (std::size_t at = begin; at < end; ++at) {
        if (isOf(page_.key(at), list)) return true;
      }
      return false;
    };
    if (holds({"church", "chapel", "temple", "mission"})) return "a place of worship";
    if (holds({"hospital", "hospice"})) return "a hospital school";
    if (holds({"club", "youth"})) return "a youth club";
    if (holds({"music", "centre", "center", "hub"})) return "a music centre";
    if (holds({"primary", "infant", "infants", "junior", "juniors", "first"}))
      return "a primary school";
    if (holds({"nursery", "preschool", "playgroup", "kindergarten"})) return "a nursery";
    if (holds({"pru", "provision", "unit"})) return "an alternative provision";
    if (holds({"college", "university", "conservatoire", "sixth"})) return "a college";
    if (holds({"high", "secondary", "comp", "comprehensive", "grammar", "upper"}))
      return "a secondary school";
    return "a school";
  }

  /// "St Y's": a school or a church even without a head word.
  bool saint(std::size_t at) {
    if (!isOf(page_.key(at), {"st", "saint", "sts"})) return false;
    std::size_t name = at + 1;
    if (page_.isMark(name, ".")) ++name;
    if (page_.caseless()) {
      if (!page_.is(name, WordClass::Given)) return false;
    } else if (!page_.word(at).capital || !page_.word(name).capital || !page_.free(name)) {
      return false;
    }
    if (!page_.follows(at)) return false;
    std::size_t end = name + 1;
    if (page_.key(end) == "and" || page_.isMark(end, "&")) {
      std::size_t second = end + 1;
      if (isOf(page_.key(second), {"st"})) ++second;
      if (page_.word(second).capital && page_.free(second) && page_.is(second, WordClass::Given))
        end = second + 1;
    }
    const bool tail = page_.isMark(end, "'") && page_.key(end + 1) == "s";
    if (tail) end += 2;
    while (page_.follows(end - 1) && isNamePart(end) && !page_.is(end, WordClass::SchoolHead) &&
           !page_.caseless())
      ++end;
    std::size_t last = end;
    if (page_.is(end, WordClass::SchoolHead) || page_.is(end, WordClass::SchoolEnding))
      last = nameEndAfter(end, WordClass::SchoolEnding);
    // "St Bega's parish hall": written small, and still where it is.
    if (isOf(page_.key(last), {"parish", "church", "village", "community"}) &&
        isOf(page_.key(last + 1), {"hall", "centre", "rooms", "room", "school"}) &&
        page_.follows(last - 1) && page_.follows(last) && page_.free(last))
      last += 2;
    const bool street = page_.is(end, WordClass::StreetHead) && page_.word(end).capital;
    if (street) return page_.add({at, end + 1}, IdentifierKind::Place, 0.9F, "a street");
    return page_.add({at, last}, IdentifierKind::School, 0.9F, schoolBlur(at, last));
  }

  /// "14 Mill Lane", "Flat 3, 14 Mill Lane".
  bool houseNumber(std::size_t at) {
    const std::string_view key = page_.key(at);
    if (!page_.word(at).hasDigit || key.size() > 4 || key.front() < '1' || key.front() > '9')
      return false;
    const std::size_t end = streetNameEnd(at);
    const bool headed = end > at + 1 && isAddressHead(end) && page_.follows(end - 1) &&
                        (page_.word(end).capital || page_.caseless());
    if (!headed && !livesAt(at, end)) return false;
    std::size_t begin = at;
    const auto part = [this](std::size_t where) {
      return isOf(page_.key(where), {"flat", "unit", "apartment", "room"});
    };
    if (at >= 3 && page_.isMark(at - 1, ",") && part(at - 3)) begin = at - 3;
    if (at >= 1 && part(at - 1)) begin = at - 1;
    return page_.add({begin, headed ? end + 1 : end}, IdentifierKind::Contact, 0.95F, "an address");
  }

  /// Past the words between a house's number and "Lane": "St Mary's", "Tanner's", "Mill".
  std::size_t streetNameEnd(std::size_t number) const {
    std::size_t end = number + 1;
    while (end < number + 8 && page_.follows(end - 1)) {
      const bool tail =
          page_.isMark(end, "'") || (page_.key(end) == "s" && page_.isMark(end - 1, "'"));
      const bool saint = page_.key(end) == "st" && page_.word(end + 1).capital;
      if (!tail && !saint && (!page_.word(end).isWord || isAddressHead(end))) break;
      if (!tail && !saint && !isNamePart(end) && !page_.word(end).capital) break;
      ++end;
    }
    return end;
  }

  bool isAddressHead(std::size_t at) const {
    return page_.is(at, WordClass::StreetHead) ||
           isOf(page_.key(at),
                {"house", "cottages", "cottage", "villas", "buildings", "fold",     "side",
                 "end",   "bank",     "mount",   "garth",  "dene",      "broadway", "fields",
                 "nook",  "flats",    "towers",  "lodge",  "mill",      "park"});
  }

  /// "lives at 27 Broomhill": no head word, but said to be where somebody lives.
  bool livesAt(std::size_t at, std::size_t end) const {
    if (at < 2 || end == at + 1 || page_.caseless() || page_.is(at + 1, WordClass::Known))
      return false;
    const bool lives =
        isOf(page_.key(at - 2), {"live", "lives", "living", "lived", "address", "house", "home"});
    return lives && isOf(page_.key(at - 1), {"at", "in", "is", ":"});
  }

  void place(std::size_t head) {
    const bool street = page_.is(head, WordClass::StreetHead);
    if (busNumber(head)) return;
    const std::size_t begin = nameStart(head);
    if (begin == head || page_.word(begin).hasDigit) return;
    // A street has a capital; an estate or a bus may be written small after a name.
    const bool small = !page_.word(head).capital && !page_.caseless();
    if (small && (page_.is(head, WordClass::StreetHead) && !page_.is(head, WordClass::PlaceHead)))
      return;
    if (small && !properName(begin, head)) return;
    if (page_.caseless() && !(notOrdinary(begin, head) || afterBarePreposition(begin))) return;
    if (page_.caseless() && street && !page_.is(head, WordClass::PlaceHead) &&
        !afterBarePreposition(begin))
      return;
    if (isOf(page_.key(head),
             {"way", "place", "view", "close", "walk", "rise", "drive", "yard", "row", "court",
              "gate", "square", "park", "common", "bay", "services"}) &&
        small)
      return;
    page_.add({begin, head + 1}, IdentifierKind::Place, 0.85F,
              street ? "a street" : "a place nearby");
  }

  bool properName(std::size_t begin, std::size_t head) const {
    for (std::size_t at = begin; at < head; ++at) {
      if (page_.word(at).capital && !(page_.word(at).opens && page_.is(at, WordClass::Word)) &&
          !isKnownOnly(at) && !page_.is(at, WordClass::People))
        return true;
    }
    return false;
  }
  bool notOrdinary(std::size_t begin, std::size_t head) const {
    for (std::size_t at = begin; at < head; ++at) {
      if (!page_.is(at, WordClass::Word)) return true;
    }
    return false;
  }
  /// "at fulling mill": no article, so it is a name.
  bool afterBarePreposition(std::size_t at) const {
    return at > 0 && isOf(page_.key(at - 1), {"at", "in", "from", "near", "to", "down", "up"});
  }

  /// "the 662 bus".
  bool busNumber(std::size_t head) {
    if (page_.key(head) != "bus" || head == 0 || !page_.word(head - 1).hasDigit ||
        !page_.word(head - 1).isWord)
      return false;
    return page_.add({head - 1, head + 1}, IdentifierKind::Place, 0.85F, "a bus");
  }

  Page& page_;
};

}  // namespace

void findInstitutions(Page& page) {
  InstitutionSearch(page).run();
}

}  // namespace journal::text
