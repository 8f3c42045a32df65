#include "journal/domain/name_matcher.h"

#include <algorithm>
#include <array>
#include <optional>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"

namespace journal {
namespace {

/// Names that are as often ordinary words. In lower case they are left alone: "i will mark it"
/// names nobody.
constexpr std::array<std::string_view, 56> kOrdinaryWords{
    "amber", "angel",   "april", "art",      "august",   "autumn", "bill",    "bob",
    "carol", "charity", "chase", "chip",     "dawn",     "drew",   "eve",     "faith",
    "fern",  "frank",   "gene",  "grace",    "grant",    "guy",    "hazel",   "heather",
    "holly", "hope",    "iris",  "ivy",      "jack",     "jade",   "jasmine", "joy",
    "june",  "lily",    "mark",  "max",      "may",      "melody", "miles",   "olive",
    "pearl", "penny",   "pip",   "poppy",    "ray",      "rich",   "river",   "rob",
    "rose",  "ruby",    "sky",   "patience", "precious", "sunny",  "summer",  "will"};
constexpr std::array<std::string_view, 16> kTitles{"mr",    "mrs",  "miss", "ms", "mx",   "dr",
                                                   "sir",   "rev",  "fr",   "sr", "lady", "lord",
                                                   "madam", "prof", "head", "the"};
/// What may follow a name's apostrophe. "Don't" does not name Don.
constexpr std::array<std::string_view, 5> kClitics{"s", "d", "ll", "ve", "re"};

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool isBlank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x202F;
}
bool isApostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

char32_t valueAt(std::string_view text, std::size_t at) {
  return at < text.size() ? decodeUtf8(text, at).value : 0;
}

/// The end of the run of word parts at `at`.
std::size_t wordEnd(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {  // without decoding
      if (!isWordPart(static_cast<char32_t>(text[at]))) break;
      ++at;
      continue;
    }
    const CodePoint c = decodeUtf8(text, at);
    if (!isWordPart(c.value)) break;
    at += c.length;
  }
  return at;
}

/// One comparable unit of a form or of the text: a folded code point, or a run of blanks (at most
/// one line end) as one space. length 0 at the end.
CodePoint unitAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, 0, true};
  CodePoint c = decodeUtf8(text, at);
  if (!isBlank(c.value)) {
    c.value = isApostrophe(c.value) ? U'\'' : foldCase(c.value);
    return c;
  }
  std::size_t end = at;
  for (int lines = 0; end < text.size();) {
    const CodePoint next = decodeUtf8(text, end);
    if (!isBlank(next.value) || (next.value == '\n' && ++lines > 1)) break;
    end += next.length;
  }
  return {U' ', end - at, true};
}

std::string foldForm(std::string_view written) {
  std::string folded;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint unit = unitAt(written, at);
    appendUtf8(folded, unit.value);
    at += unit.length;
  }
  return folded;
}

/// Without what is not a word part at either end: "(Ayaan)" is written "Ayaan".
std::string_view trimToWords(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = decodeUtf8(text, 0);
    if (isWordPart(c.value)) break;
    text.remove_prefix(c.length);
  }
  while (!text.empty()) {
    const CodePoint c = decodeUtf8Before(text, text.size());
    if (isWordPart(c.value)) break;
    text.remove_suffix(c.length);
  }
  return text;
}

bool isUpper(char32_t c) {
  return foldCase(c) != c;
}

/// A name may begin here: not inside a word, and not after its apostrophe ("O'Brien" does not name
/// Brien).
bool mayBegin(std::string_view text, std::size_t at) {
  const CodePoint left = decodeUtf8Before(text, at);
  if (isWordPart(left.value)) return false;
  if (!isApostrophe(left.value)) return true;
  const char32_t beyond = decodeUtf8Before(text, at - left.length).value;
  return !isWordPart(beyond) && beyond != kMentionEnd;
}

bool mayEnd(std::string_view text, std::size_t at) {
  const char32_t right = valueAt(text, at);
  if (isWordPart(right)) return false;
  if (!isApostrophe(right)) return true;
  const std::size_t tail = at + decodeUtf8(text, at).length;
  const std::size_t end = wordEnd(text, tail);
  return end == tail || isOneOf(foldCase(text.substr(tail, end - tail)), kClitics);
}

/// Where `folded` ends when it stands at `at` in the text. A full stop after a title counts for
/// nothing: "Mrs. Pickersgill".
std::optional<std::size_t> endOfMatch(std::string_view text, std::size_t at,
                                      std::string_view folded) {
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint expected = decodeUtf8(folded, i);
    if (expected.value == ' ' && valueAt(text, at) == '.' && isOneOf(folded.substr(0, i), kTitles))
      ++at;
    const CodePoint unit = unitAt(text, at);
    if (unit.length == 0 || unit.value != expected.value) return std::nullopt;
    i += expected.length;
    at += unit.length;
  }
  return at;
}

std::string firstWord(std::string_view folded) {
  return std::string(folded.substr(0, wordEnd(folded, 0)));
}

/// The first name of a full name, folded: empty for a single word, a title or a place.
std::string firstNameOf(const KnownName& name) {
  if (name.kind == NameKind::Place) return {};
  const std::string folded = foldForm(trimToWords(name.realName));
  const std::size_t space = folded.find(' ');
  if (space == std::string::npos) return {};
  std::string first(trimToWords(std::string_view(folded).substr(0, space)));
  return isOneOf(first, kTitles) || countCodePoints(first) < 2 ? std::string{} : first;
}

}  // namespace

NameMatcher::NameMatcher(const std::vector<KnownName>& names) {
  for (const KnownName& name : names) {
    add(name.realName, name.id);
    for (const std::string& written : name.alsoWritten) add(written, name.id);
  }
  addFirstNames(names);
  for (auto& [word, forms] : formsByFirstWord_) {
    std::stable_sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) {
      return a.folded.size() > b.folded.size();
    });
  }
}

void NameMatcher::add(std::string_view written, NameId name) {
  Form form{foldForm(trimToWords(written)), name, false};
  if (form.folded.empty() || isWritten(form.folded)) return;
  form.isOrdinaryWord = isOneOf(form.folded, kOrdinaryWords);
  std::string word = firstWord(form.folded);
  formsByFirstWord_[std::move(word)].push_back(std::move(form));
}

void NameMatcher::addFirstNames(const std::vector<KnownName>& names) {
  std::unordered_map<std::string, std::size_t> uses;
  for (const KnownName& name : names) ++uses[firstNameOf(name)];
  for (const KnownName& name : names) {
    const std::string first = firstNameOf(name);
    if (!first.empty() && uses[first] == 1) add(first, name.id);
  }
}

bool NameMatcher::isWritten(std::string_view folded) const {
  const auto found = formsByFirstWord_.find(firstWord(folded));
  if (found == formsByFirstWord_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const Form& form) { return form.folded == folded; });
}

bool NameMatcher::match(std::string_view text, std::size_t at, Found& found) const {
  const auto forms = formsByFirstWord_.find(foldCase(text.substr(at, wordEnd(text, at) - at)));
  if (forms == formsByFirstWord_.end() || !mayBegin(text, at)) return false;
  for (const Form& form : forms->second) {
    if (form.isOrdinaryWord && !isUpper(valueAt(text, at))) continue;
    const std::optional<std::size_t> end = endOfMatch(text, at, form.folded);
    if (!end || !mayEnd(text, *end)) continue;
    found = {*end, form.name};
    return true;
  }
  return false;
}

std::string NameMatcher::mention(std::string_view stored) const {
  if (formsByFirstWord_.empty()) return std::string(stored);
  std::string out;
  out.reserve(stored.size() + stored.size() / 8);
  for (const TextPiece& piece : pieces(stored)) {
    // Looking right may not leave the piece, looking left must see what stands before it.
    const std::string_view text = stored.substr(0, piece.end);
    std::size_t at = piece.begin;
    while (at < piece.end) {
      const bool isWord =
          piece.kind == TextPiece::Kind::Run && isWordPart(decodeUtf8(text, at).value);
      Found found;
      if (isWord && match(text, at, found)) {
        out += mentionToken(found.name);
        at = found.end;
        continue;
      }
      const std::size_t next = piece.kind != TextPiece::Kind::Run ? piece.end
                               : isWord                           ? wordEnd(text, at)
                                        : at + decodeUtf8(text, at).length;
      out += text.substr(at, next - at);
      at = next;
    }
  }
  return out;
}

std::string mentionKnownNames(std::string_view stored, const std::vector<KnownName>& names) {
  return NameMatcher(names).mention(stored);
}

std::vector<KnownName> withCodesAsSpellings(const std::vector<KnownName>& names) {
  std::vector<KnownName> all = names;
  for (KnownName& name : all) {
    if (name.kind != NameKind::Place) name.alsoWritten.push_back(name.codeName);
  }
  return all;
}

}  // namespace journal
