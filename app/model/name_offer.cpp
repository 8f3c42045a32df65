#include "app/model/name_offer.h"

#include <algorithm>
#include <array>

#include "journal/domain/mention.h"

namespace app::model {
namespace {

/// Capitalised inside a sentence, and nobody's name here.
constexpr std::array<std::string_view, 118> kNotNames{
    "Monday",   "Tuesday",   "Wednesday", "Thursday",  "Friday",      "Saturday",  "Sunday",
    "January",  "February",  "March",     "April",     "May",         "June",      "July",
    "August",   "September", "October",   "November",  "December",    "Christmas", "Easter",
    "Eid",      "Diwali",    "Ramadan",   "Hanukkah",  "Halloween",   "Vaisakhi",  "English",
    "Welsh",    "Scottish",  "Irish",     "British",   "French",      "German",    "Italian",
    "Spanish",  "Polish",    "Arabic",    "Urdu",      "Punjabi",     "Bengali",   "Somali",
    "Gujarati", "Tamil",     "Turkish",   "Romanian",  "Ukrainian",   "Latin",     "African",
    "Asian",    "Caribbean", "Indian",    "Chinese",   "Japanese",    "American",  "European",
    "Makaton",  "Braille",   "Year",      "Years",     "Reception",   "Key",       "Stage",
    "Grade",    "Term",      "Autumn",    "Spring",    "Summer",      "Winter",    "Mr",
    "Mrs",      "Miss",      "Ms",        "Mx",        "Dr",          "Sir",       "Mum",
    "Dad",      "Nan",       "Grandad",   "Head",      "Headteacher", "Deputy",    "Teacher",
    "Music",    "Maths",     "Science",   "History",   "Art",         "Blues",     "Samba",
    "Baroque",  "Bach",      "Mozart",    "Beethoven", "Vivaldi",     "Handel",    "Holst",
    "Twinkle",  "Ode",       "Joy",       "Hot",       "Cross",       "Buns",      "Internet",
    "Zoom",     "Teams",     "Google",    "YouTube",   "Spotify",     "Sibelius",  "Allegro",
    "Andante",  "Adagio",    "Moderato",  "Ok",        "Okay",        "I"};

/// Heads of sentences that stand before what people do, and are no names.
constexpr std::array<std::string_view, 78> kHeads{
    "A",       "All",       "An",       "And",      "Another", "Any",     "Anybody",  "Anyone",
    "As",      "At",        "Because",  "Both",     "But",     "Child",   "Children", "Each",
    "Either",  "Everybody", "Everyone", "Few",      "First",   "For",     "Four",     "From",
    "Girls",   "Boys",      "Half",     "He",       "Her",     "Here",    "His",      "How",
    "If",      "In",        "It",       "Just",     "Last",    "Many",    "Most",     "Mum",
    "Dad",     "My",        "Neither",  "Nobody",   "None",    "Now",     "On",       "One",
    "Only",    "Others",    "Our",      "Parents",  "People",  "Players", "Pupils",   "She",
    "Singers", "So",        "Some",     "Somebody", "Someone", "Staff",   "Still",    "That",
    "The",     "Their",     "Then",     "There",    "These",   "They",    "This",     "Those",
    "Three",   "Two",       "We",       "When",     "Who",     "You"};

/// What people do, after their name.
constexpr std::array<std::string_view, 64> kDoings{
    "added",     "announced", "answered", "arrived", "asked",   "began",  "brought",  "built",
    "came",      "chose",     "clapped",  "copied",  "counted", "cried",  "danced",   "decided",
    "did",       "didn",      "found",    "gave",    "giggled", "got",    "grinned",  "helped",
    "joined",    "kept",      "laughed",  "led",     "left",    "liked",  "listened", "looked",
    "lost",      "made",      "managed",  "nodded",  "offered", "picked", "played",   "practised",
    "put",       "read",      "refused",  "said",    "sang",    "sat",    "says",     "shared",
    "showed",    "shouted",   "smiled",   "spoke",   "started", "stayed", "stood",    "stopped",
    "struggled", "swapped",   "talked",   "thought", "told",    "took",   "tried",    "wanted"};

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
/// Letters, and every byte of a letter beyond ASCII; punctuation beyond ASCII is told apart below.
bool isLetter(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (isLower(c) || isUpper(c)) return true;
  return static_cast<unsigned char>(c) >= 0x80;
}
/// “ ” ‘ ’ – — … are E2 80 xx, and no part of a word.
bool isMark(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xE2\x80";
}

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool head = false;  ///< of its sentence or line
};

/// The words of a run, in order.
class Words {
 public:
  Words(std::string_view text, bool head) : text_(text), head_(head) {}

  bool next(Word& word) {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      while (at_ < text_.size() && !isMark(text_, at_) && isLetter(text_, at_)) ++at_;
      if (at_ > begin) {
        word = {begin, at_, head_};
        head_ = false;
        return true;
      }
      skipOne();
    }
    return false;
  }
  bool head() const { return head_; }

 private:
  void skipOne() {
    const char c = text_[at_];
    // After a stop, a colon, a bracket or an opening quotation mark the next capital says nothing.
    if (isMark(text_, at_)) {
      const char which = at_ + 2 < text_.size() ? text_[at_ + 2] : '\0';
      if (which != '\x99' && which != '\x9D') head_ = true;
      at_ += 3;
      return;
    }
    if (std::string_view(".!?:\n\"(*-/0123456789").find(c) != std::string_view::npos) head_ = true;
    ++at_;
  }

  std::string_view text_;
  bool head_;
  std::size_t at_ = 0;
};

bool looksLikeName(std::string_view text, const Word& word) {
  const std::string_view letters = text.substr(word.begin, word.end - word.begin);
  if (letters.size() < 3 || !isUpper(letters[0])) return false;
  const bool oneCapital = std::none_of(letters.begin() + 1, letters.end(), isUpper);
  if (!oneCapital || isOneOf(letters, kNotNames)) return false;
  if (!word.head) return true;
  if (isOneOf(letters, kHeads)) return false;
  Words following(text.substr(word.end), false);
  Word after;
  if (word.end >= text.size() || text[word.end] != ' ' || !following.next(after)) return false;
  return after.begin == 1 &&
         isOneOf(text.substr(word.end + after.begin, after.end - after.begin), kDoings);
}

}  // namespace

std::optional<NameOfferModel> nameToOffer(std::string_view stored, std::size_t caret,
                                          const std::set<std::string>& ignored) {
  bool head = true;
  for (const journal::TextPiece& piece : journal::pieces(stored)) {
    if (piece.kind != journal::TextPiece::Kind::Run) {
      head = piece.kind == journal::TextPiece::Kind::Heading;
      continue;
    }
    const std::string_view run = stored.substr(piece.begin, piece.end - piece.begin);
    Words words(run, head);
    Word word;
    while (words.next(word)) {
      const std::size_t begin = piece.begin + word.begin;
      const std::size_t end = piece.begin + word.end;
      const bool growing = caret >= begin && caret <= end;
      if (growing || !looksLikeName(run, word)) continue;
      const std::string letters(run.substr(word.begin, word.end - word.begin));
      if (ignored.count(letters) != 0) continue;
      return NameOfferModel{letters, {begin, end}};
    }
    head = words.head();
  }
  return std::nullopt;
}

}  // namespace app::model
