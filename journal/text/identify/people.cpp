#include <algorithm>
#include <initializer_list>
#include <string>

#include "journal/text/identify/name_use.h"
#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

constexpr const char* kSomeone = "someone";
constexpr const char* kColleague = "a colleague";
constexpr const char* kRelative = "a family member";
constexpr const char* kYoungPersonOrSomeone = "a young person";

/// A find that this score and more makes; below, nothing.
constexpr int kSure = 2;

bool isIn(std::string_view key, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

/// "Mrs Pickersgill", "Auntie Yaa", "mr d".
class TitledSearch {
 public:
  explicit TitledSearch(Page& page) : page_(page) {}

  void run() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (page_.is(at, WordClass::Title) && page_.free(at)) titled(at);
    }
  }

 private:
  void titled(std::size_t at) {
    std::size_t name = at + 1;
    if (page_.isMark(name, ".") && !page_.word(name).blankBefore) ++name;
    if (isIn(page_.key(at), {"lil"}) && page_.isMark(name, "'")) ++name;
    if (!page_.word(name).isWord || page_.word(name).hasDigit || !page_.follows(at)) return;
    if (page_.isPerson(name)) return beforeKnown(at, name);
    if (!page_.free(name) && !page_.isMusic(name)) return;
    if (page_.is(name, WordClass::Pronoun) || page_.is(name, WordClass::Determiner)) return;
    const bool staff = page_.is(at, WordClass::StaffTitle);
    if (staff ? !isAfterStaffTitle(at, name) : !isAfterOther(at, name)) return;
    std::size_t end = nameEnd(page_, name);
    if (page_.isMark(end, ".") && page_.key(end - 1).size() == 1 && !page_.word(end).blankBefore &&
        !page_.word(end + 1).opens)
      ++end;
    page_.add({at, end}, IdentifierKind::Person, 0.95F,
              staff ? kColleague : (page_.is(at, WordClass::Kin) ? kRelative : kSomeone));
  }

  /// "Mrs" before somebody known: the title belongs to the name.
  void beforeKnown(std::size_t at, std::size_t name) {
    if (page_.is(at, WordClass::StaffTitle) && (page_.word(at).capital || page_.caseless()))
      page_.add({at, name}, IdentifierKind::Person, 0.9F, kColleague);
  }

  bool isAfterStaffTitle(std::size_t at, std::size_t name) const {
    const bool certain = isIn(page_.key(at), {"mr", "mrs", "ms", "mx", "dr", "mister"});
    if (page_.word(name).capital && !page_.caseless())
      return (certain || page_.word(at).capital) && page_.key(name) != "i" &&
             (certain || !page_.is(name, WordClass::Pronoun));
    if (!page_.caseless() && !certain) return false;
    if (certain)
      return !page_.is(name, WordClass::Pronoun) && !page_.is(name, WordClass::Verb) &&
             !page_.is(name, WordClass::Determiner);
    return page_.key(at) == "miss" && !page_.is(name, WordClass::Word) && page_.key(name) != "i";
  }

  bool isAfterOther(std::size_t at, std::size_t name) const {
    const bool wordy = isIn(page_.key(at), {"big", "old", "auld", "little", "young"});
    if (page_.caseless() && page_.key(at) == "lil")
      return !page_.is(name, WordClass::Verb) && !page_.is(name, WordClass::Determiner);
    if (page_.caseless())
      return !wordy && !page_.is(name, WordClass::Word) && !page_.is(name, WordClass::Known) &&
             page_.is(name, WordClass::Given);
    if (!page_.word(name).capital || page_.word(name).opens) return false;
    if (isIn(page_.key(at), {"dj", "mc", "pc", "sgt", "cllr", "lil"}))
      return page_.word(at).capital;
    if (page_.is(name, WordClass::Known) && !page_.is(name, WordClass::Given)) return false;
    if (wordy) return page_.word(at).capital && page_.is(name, WordClass::Given);
    return page_.word(at).capital || page_.is(name, WordClass::Given) ||
           !page_.is(name, WordClass::Word);
  }

  Page& page_;
};

/// Everybody who has neither a title nor a place on the roster.
class PeopleSearch {
 public:
  explicit PeopleSearch(Page& page) : page_(page) {}

  void run() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (!page_.word(at).isWord || page_.word(at).hasDigit || page_.word(at).key.size() < 2)
        continue;
      if (!page_.free(at) || isJoinedOn(at)) continue;
      const float confidence = confidenceOf(at);
      if (confidence <= 0) continue;
      const std::size_t end = std::max(at + 1, nameEnd(page_, at));
      if (page_.add({at, end}, IdentifierKind::Person, confidence, suggestionFor(at))) at = end - 1;
    }
  }

 private:
  /// The second part of a hyphened word is no name by itself: "call-and-response", "Anglo-Saxon".
  bool isJoinedOn(std::size_t at) const {
    return at > 0 && page_.isMark(at - 1, "-") && !page_.word(at - 1).blankBefore &&
           !page_.word(at).blankBefore && !page_.isPerson(at - 2);
  }

  /// "calls him Bow", "goes by Spud", "known as Tiny".
  bool isCalled(std::size_t at) const {
    if (at < 2 || !page_.word(at).capital || page_.caseless()) return false;
    const auto one = page_.key(at - 1);
    const auto two = page_.key(at - 2);
    if (isIn(one, {"him", "her", "them", "me", "us"}))
      return isIn(two, {"call", "calls", "called", "calling", "nicknamed", "named"});
    return (one == "by" && isIn(two, {"go", "goes", "went"})) || (one == "as" && two == "known") ||
           isIn(one, {"nicknamed"});
  }

  float confidenceOf(std::size_t at) const {
    if (isCalled(at) && !page_.is(at, WordClass::Kin) && !page_.is(at, WordClass::Role)) {
      return 0.85F;
    }
    const bool given = page_.is(at, WordClass::Given);
    if (page_.is(at, WordClass::Known) && !given) return 0;
    if (page_.is(at, WordClass::Weekday) || page_.is(at, WordClass::Pronoun)) return 0;
    if (page_.is(at, WordClass::Piece)) return 0;
    if (page_.is(at, WordClass::Month) && !isIn(page_.key(at), {"april", "may", "june", "august"}))
      return 0;
    if (page_.is(at, WordClass::SchoolHead) && !given) return 0;
    if (page_.is(at, WordClass::People) || (page_.is(at, WordClass::Language) && !given)) return 0;
    if (page_.word(at).allCapitals && !page_.caseless() && page_.key(at).size() <= 5 && !given)
      return 0;
    if (given) return givenName(at);
    if (page_.is(at, WordClass::Music)) return 0;
    if (!page_.is(at, WordClass::Word)) return unknownWord(at);
    return ordinaryWord(at);
  }

  float givenName(std::size_t at) const {
    const int use = personUse(page_, at);
    const bool capital = page_.word(at).capital && !page_.caseless();
    if (page_.is(at, WordClass::Music)) return use >= kSure + (capital ? 2 : 1) ? 0.7F : 0;
    if (page_.is(at, WordClass::Known) && !page_.is(at, WordClass::Word))
      return use >= kSure + 2 ? 0.6F : 0;
    const bool plain = !isOrdinaryToo(page_, at);
    if (plain && capital) return use >= -2 ? 0.95F : 0.6F;
    if (plain && page_.key(at).size() >= 3)
      return page_.is(at, WordClass::Title) || page_.is(at, WordClass::Kin)
                 ? 0
                 : (use >= -2 ? 0.85F : 0);
    if (page_.is(at, WordClass::Determiner) || page_.is(at, WordClass::Title) ||
        page_.is(at, WordClass::Kin))
      return 0;
    return use >= kSure ? 0.75F : 0;
  }

  /// No dictionary has it. With a capital it is a name until something says otherwise.
  float unknownWord(std::size_t at) const {
    const int use = personUse(page_, at);
    if (!page_.caseless() && page_.word(at).capital) {
      if (at > 0 && page_.key(at - 1) == "the" && !page_.is(at + 1, WordClass::FamilyWord))
        return 0;
      return page_.is(at, WordClass::Surname) || use >= kSure ? 0.8F : 0.6F;
    }
    if (page_.key(at).size() < 3) return 0;
    const bool kin =
        at > 0 && (page_.is(at - 1, WordClass::Kin) || page_.is(at - 1, WordClass::Role));
    const bool called = at > 0 && isIn(page_.key(at - 1), {"called", "named"});
    if (called) return 0.8F;
    if (kin || (at > 1 && page_.isMark(at - 1, ",") &&
                (page_.is(at - 2, WordClass::Kin) || page_.is(at - 2, WordClass::Role))))
      return page_.is(at, WordClass::Verb) ? 0 : 0.7F;
    return page_.caseless() && use >= 3 && (page_.is(at, WordClass::Surname) || use >= 3) ? 0.6F
                                                                                          : 0;
  }

  /// "Spud", "Shell": a nickname that is a word, with a capital inside a sentence.
  float ordinaryWord(std::size_t at) const {
    const Word& word = page_.word(at);
    if (page_.caseless() || !word.capital || page_.is(at, WordClass::Determiner)) return 0;
    if (page_.is(at, WordClass::Preposition) || page_.is(at, WordClass::Month)) return 0;
    if (page_.is(at, WordClass::Kin) || page_.is(at, WordClass::Role) ||
        page_.is(at, WordClass::Title))
      return 0;
    const int use = personUse(page_, at);
    if (!word.opens) return use >= kSure + 2 ? 0.6F : 0;
    const bool bare = !page_.is(at, WordClass::ModalVerb) && !page_.is(at, WordClass::Verb) &&
                      !page_.is(at, WordClass::TakesPerson);
    return bare && use >= kSure + 1 ? 0.45F : 0;
  }

  const char* suggestionFor(std::size_t at) const {
    for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
      if (page_.is(at - back, WordClass::Kin)) return kRelative;
      if (page_.is(at - back, WordClass::Role) &&
          !isIn(page_.key(at - back),
                {"pupil", "student", "lad", "girl", "boy", "kid", "child", "lass"}))
        return kColleague;
    }
    return kYoungPersonOrSomeone;
  }

  Page& page_;
};

}  // namespace

void findTitledPeople(Page& page) {
  TitledSearch(page).run();
}

void findPeople(Page& page) {
  PeopleSearch(page).run();
}

}  // namespace journal::text
