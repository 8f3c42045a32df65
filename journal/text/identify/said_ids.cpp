#include <algorithm>
#include <initializer_list>

#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

bool isAnyOf(std::string_view key, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

/// Numbers and account names that only what stands before them shows to be such.
class SaidIdSearch {
 public:
  explicit SaidIdSearch(Page& page) : page_(page) {}

  void run() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (!page_.word(at).isWord || !page_.free(at)) continue;
      if (isPlatform(at)) account(pastLink(at + 1));
      if (isNumberWord(at)) number(pastLink(at + 1));
      if (isCallWord(at)) shortPhone(at + 1);
      spokenNumber(at);
    }
  }

 private:
  bool isPlatform(std::size_t at) const {
    return isAnyOf(page_.key(at), {"insta", "instagram", "snap", "snapchat", "tiktok", "discord",
                                   "psn", "gamertag", "username", "handle", "twitter", "roblox",
                                   "xbox", "soundcloud", "youtube", "login", "twitch"});
  }
  bool isNumberWord(std::size_t at) const {
    return isAnyOf(page_.key(at), {"number",    "no",           "ref",   "reference", "id",
                                   "candidate", "serial",       "case",  "account",   "policy",
                                   "reg",       "registration", "plate", "upn",       "uln",
                                   "nhs",       "passport",     "pin",   "code",      "exam"});
  }
  bool isCallWord(std::size_t at) const {
    return isAnyOf(page_.key(at), {"ring", "call", "phone", "tel", "mobile", "mob", "landline",
                                   "text", "ext", "extension"});
  }

  /// Past "is", ":", "number" and the like.
  std::size_t pastLink(std::size_t at) const {
    for (int more = 0; more < 4; ++more) {
      const bool link =
          isAnyOf(page_.key(at), {"is", ":",       "#",      ".",   "(",  "number", "no",
                                  "id", "name",    "called", "ref", "as", "on",     "handle",
                                  "-",  "account", "'",      "it",  "s",  "was",    "reads"});
      if (!link) break;
      ++at;
    }
    return at;
  }

  /// The run of words and marks at `at` with no blank inside.
  std::size_t runEnd(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < page_.size() && !page_.word(end).blankBefore && page_.free(end) &&
           (page_.word(end).isWord || isAnyOf(page_.key(end), {"-", "/", ".", "_", "#"})))
      ++end;
    while (end > at + 1 && !page_.word(end - 1).isWord) --end;
    return end;
  }

  bool holdsDigit(std::size_t first, std::size_t end) const {
    for (std::size_t at = first; at < end; ++at) {
      if (page_.word(at).hasDigit) return true;
    }
    return false;
  }

  void account(std::size_t at) {
    if (!page_.free(at) || !page_.word(at).isWord) return;
    const std::size_t end = runEnd(at);
    const std::size_t begin = page_.word(at).begin;
    const std::string_view bytes = page_.text().substr(begin, page_.word(end - 1).end - begin);
    const bool letter = std::any_of(bytes.begin(), bytes.end(), [](char c) { return c > '9'; });
    const bool shaped = bytes.find('_') != std::string_view::npos ||
                        (end > at + 1 && bytes.find('-') == std::string_view::npos) ||
                        (holdsDigit(at, end) && letter && bytes.size() >= 5);
    if (shaped) page_.add({at, end}, IdentifierKind::Contact, 0.85F, "contact details");
  }

  void number(std::size_t at) {
    if (!page_.free(at) || !page_.word(at).isWord) return;
    const std::size_t end = runEnd(at);
    const std::size_t size = page_.word(end - 1).end - page_.word(at).begin;
    if (holdsDigit(at, end) && size >= 4)
      page_.add({at, end}, IdentifierKind::Id, 0.8F, "a reference number");
  }

  /// "ring 960123": a number without its area.
  void shortPhone(std::size_t at) {
    while (isAnyOf(page_.key(at), {"on", "me", "him", "her", "them", ":", ".", "mum", "dad", "the",
                                   "office", "is", "number"}))
      ++at;
    if (!page_.free(at) || !page_.word(at).hasDigit) return;
    std::size_t end = at + 1;
    while (page_.free(end) && page_.word(end).hasDigit && page_.follows(end - 1)) ++end;
    const std::size_t size = page_.word(end - 1).end - page_.word(at).begin;
    if (size >= 6 && size <= 13)
      page_.add({at, end}, IdentifierKind::Contact, 0.8F, "contact details");
  }

  /// How many figures a word says: "oh" one, "nineteen" two, "hundred" the two after its own.
  static int figuresIn(std::string_view key) {
    if (isAnyOf(key, {"oh", "o", "zero", "nought", "nil", "one", "two", "three", "four", "five",
                      "six", "seven", "eight", "nine"}))
      return 1;
    const bool tens = isAnyOf(key, {"ten", "eleven", "twelve", "hundred", "twenty", "thirty",
                                    "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}) ||
                      key.ends_with("teen");
    return tens ? 2 : 0;
  }

  /// "oh seven seven double oh nine hundred ...": a telephone number as it is said.
  void spokenNumber(std::size_t at) {
    if (at > 0 && figuresIn(page_.key(at - 1)) > 0) return;
    if (!isAnyOf(page_.key(at), {"oh", "o", "zero", "nought"})) return;
    int figures = 0;
    std::size_t end = at;
    for (std::size_t i = at; page_.free(i) && (i == at || page_.follows(i - 1)); ++i) {
      const int said = figuresIn(page_.key(i));
      const int times = isAnyOf(page_.key(i), {"double", "triple", "treble"}) ? 1 : 0;
      const bool pause = isAnyOf(page_.key(i), {",", "-", ".", "and"});
      if (said == 0 && times == 0 && !pause) break;
      figures += said + (page_.key(i) == "double" ? 1 : 2 * times);
      if (said > 0) end = i + 1;
    }
    constexpr int kShortest = 9;
    if (figures >= kShortest)
      page_.add({at, end}, IdentifierKind::Contact, 0.9F, "contact details");
  }

  Page& page_;
};

}  // namespace

void findSaidIds(Page& page) {
  SaidIdSearch(page).run();
}

}  // namespace journal::text
