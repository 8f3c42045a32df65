#include "journal/text/identify/checksums.h"

#include <array>
#include <cstdint>
#include <string>

namespace journal::text {
namespace {

constexpr std::string_view kPupilLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";
constexpr std::size_t kPupilNumberLength = 13;

bool isCodeDigit(char c) {
  return c >= '0' && c <= '9';
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
bool isCodeLetter(char c) {
  return upper(c) >= 'A' && upper(c) <= 'Z';
}

/// Whether `text` at `at` is as `form` says: A a letter, 9 a digit, any other itself, a blank one
/// or none. The end, or `at`.
std::size_t fitForm(std::string_view text, std::size_t at, std::string_view form, bool anyCase) {
  std::size_t here = at;
  for (const char f : form) {
    const char c = here < text.size() ? text[here] : '\0';
    if (f == ' ') {
      if (c == ' ') ++here;
      continue;
    }
    const bool letter = anyCase ? isCodeLetter(c) : c >= 'A' && c <= 'Z';
    if (f == 'A' ? !letter : f == '9' ? !isCodeDigit(c) : upper(c) != f) return at;
    ++here;
  }
  return here;
}

/// The parts of a postcode before the blank, as the Royal Mail writes them.
std::size_t postcodeEnd(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 6> kForms{"AA99 9AA", "AA9A 9AA", "AA9 9AA",
                                                          "A99 9AA",  "A9A 9AA",  "A9 9AA"};
  for (const std::string_view form : kForms) {
    const std::size_t end = fitForm(text, at, form, true);
    if (end == at) continue;
    const bool lower = text[at] >= 'a';
    // In lower case only with its blank, so that no word with digits is taken for one.
    if (!lower || text.substr(at, end - at).find(' ') != std::string_view::npos) return end;
  }
  return at;
}

std::size_t pupilNumberEnd(std::string_view text, std::size_t at) {
  return isPupilNumber(text.substr(at, kPupilNumberLength)) ? at + kPupilNumberLength : at;
}

/// A pupil number with a slip in it is one all the same.
std::size_t almostPupilNumberEnd(std::string_view text, std::size_t at) {
  return fitForm(text, at, "A999999999999", true);
}

std::size_t insuranceNumberEnd(std::string_view text, std::size_t at) {
  return fitForm(text, at, "AA 99 99 99 A", true);
}

/// The forms since 1963, oldest last; the two oldest need their blank.
std::size_t registrationEnd(std::string_view text, std::size_t at) {
  const std::size_t end = fitForm(text, at, "AA99 AAA", true);
  if (end > at && (text[at] < 'a' || text[at + 4] == ' ')) return end;
  static constexpr std::array<std::string_view, 6> kForms{"A999 AAA", "A99 AAA", "A9 AAA",
                                                          "AAA 999A", "AAA 99A", "AAA 9A"};
  for (const std::string_view form : kForms) {
    const std::size_t older = fitForm(text, at, form, false);
    if (older > at && text.substr(at, older - at).find(' ') != std::string_view::npos) return older;
  }
  return at;
}

constexpr std::array<CodeForm, 5> kForms{{
    {pupilNumberEnd, IdentifierKind::Id, 0.99F},
    {almostPupilNumberEnd, IdentifierKind::Id, 0.9F},
    {insuranceNumberEnd, IdentifierKind::Id, 0.95F},
    {postcodeEnd, IdentifierKind::Contact, 0.97F},
    {registrationEnd, IdentifierKind::Id, 0.9F},
}};

}  // namespace

bool isNhsNumber(std::string_view digits) {
  if (digits.size() != 10) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += (digits[i] - '0') * static_cast<int>(10 - i);
  const int check = (11 - sum % 11) % 11;
  return check != 10 && check == digits[9] - '0';
}

bool isPupilNumber(std::string_view text) {
  if (text.size() != kPupilNumberLength || !isCodeLetter(text[0])) return false;
  std::size_t sum = 0;
  for (std::size_t i = 1; i < kPupilNumberLength; ++i) {
    std::size_t value = 0;
    if (isCodeDigit(text[i])) {
      value = static_cast<std::size_t>(text[i] - '0');
    } else {
      value = kPupilLetters.find(upper(text[i]));
      if (i + 1 != kPupilNumberLength || value == std::string_view::npos) return false;
    }
    sum += value * (i + 1);
  }
  return kPupilLetters[sum % kPupilLetters.size()] == upper(text[0]);
}

bool looksLikePhone(std::string_view digits, bool international) {
  if (international) return digits.size() >= 9 && digits.size() <= 15;
  if (digits.size() < 6 || digits.front() != '0') return false;
  return (digits.size() == 10 || digits.size() == 11) && digits[1] != '0';
}

std::span<const CodeForm> codeForms() {
  return kForms;
}

}  // namespace journal::text
