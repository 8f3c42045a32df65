#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "journal/text/identify/checksums.h"
#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

constexpr const char* kContactDetails = "contact details";
constexpr const char* kAnAddress = "an address";  ///< a postcode, and see joinAddresses()
constexpr const char* kReference = "a reference number";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isUpperAscii(char c) {
  return c >= 'A' && c <= 'Z';
}
bool isAlnum(char c) {
  return isDigit(c) || isUpperAscii(c) || (c >= 'a' && c <= 'z');
}
/// Part of a word of any script, so that nothing is cut out of one.
bool isWordByte(char c) {
  return isAlnum(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool isAddressByte(char c) {
  return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

/// The forms that are recognised by their letters and digits alone, one search each. All look at
/// the bytes: none of these forms holds anything but ASCII.
class StructuredSearch {
 public:
  explicit StructuredSearch(Page& page) : page_(page), text_(page.text()) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = search(at);
      at = end > at ? end : at + 1;
    }
  }

 private:
  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool startsWord(std::size_t at) const { return at == 0 || !isWordByte(text_[at - 1]); }

  std::size_t found(std::size_t begin, std::size_t end, IdentifierKind kind, float confidence,
                    const char* suggestion) {
    page_.addBytes(begin, end, kind, confidence, suggestion);
    lastEnd_ = end;
    return end;
  }

  std::size_t search(std::size_t at) {
    const char c = text_[at];
    if (c == '@') return atSign(at);
    if (!startsWord(at)) return at;
    if (isDigit(c) || c == '+' || (c == '(' && (byte(at + 1) == '0' || byte(at + 1) == '+'))) {
      const std::size_t end = digits(at);
      if (end > at) return end;
    }
    if (!isAlnum(c)) return at;
    std::size_t end = codes(at);
    return end > at ? end : web(at);
  }

  /// An e-mail address round the sign, or a handle after it.
  std::size_t atSign(std::size_t at) {
    std::size_t begin = at;
    while (begin > lastEnd_ && isAddressByte(text_[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text_.size() && isAddressByte(text_[end])) ++end;
    while (end > at + 1 && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
    if (end - at < 3) return at;
    if (begin < at) {
      if (text_.substr(at, end - at).find('.') == std::string_view::npos) return at;
      return found(begin, end, IdentifierKind::Contact, 0.99F, kContactDetails);
    }
    if (at > 0 && isWordByte(text_[at - 1])) return at;
    return found(at, end, IdentifierKind::Contact, 0.95F, kContactDetails);
  }

  /// A telephone number, an NHS number, or a long number said to be somebody's.
  std::size_t digits(std::size_t at) {
    std::string only;
    std::size_t end = at;
    std::size_t last = at;
    while (end < text_.size() && only.size() < 20) {
      const char c = text_[end];
      if (isDigit(c)) {
        only += c;
        last = end + 1;
      } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.' &&
                 !(c == '+' && end == at)) {
        break;
      }
      if (end > last + 1) break;
      ++end;
    }
    const bool whole = !isWordByte(byte(last)) && only.size() < 20;
    if (whole && looksLikePhone(only, text_[at] == '+' || byte(at + 1) == '+'))
      return found(at, last, IdentifierKind::Contact, 0.97F, kContactDetails);
    if (whole && isNhsNumber(only)) return found(at, last, IdentifierKind::Id, 0.97F, kReference);
    return shortNumber(at);
  }

  /// A run of digits after "candidate number", "ULN" and the like.
  std::size_t shortNumber(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && isDigit(text_[end])) ++end;
    if (isWordByte(byte(end))) return at;
    const std::size_t size = end - at;
    if (size >= 9 || (size >= 4 && isSaidToBeNumber(at)))
      return found(at, end, IdentifierKind::Id, 0.85F, kReference);
    return at;
  }

  bool isSaidToBeNumber(std::size_t at) const {
    static constexpr std::array<std::string_view, 13> kSaid{
        "number",    "no",        "no.",     "id",  "uln", "upn", "ref",
        "reference", "candidate", "account", "pin", "nhs", "case"};
    std::size_t begin = at;
    while (begin > 0 &&
           (text_[begin - 1] == ' ' || text_[begin - 1] == ':' || text_[begin - 1] == '#'))
      --begin;
    std::string before;
    for (std::size_t i = begin; i > 0 && (isAlnum(text_[i - 1]) || text_[i - 1] == '.'); --i)
      before.insert(before.begin(), isUpperAscii(text_[i - 1])
                                        ? static_cast<char>(text_[i - 1] + 32)
                                        : text_[i - 1]);
    return std::find(kSaid.begin(), kSaid.end(), before) != kSaid.end();
  }

  /// Postcodes, UPNs, national insurance numbers and car registrations.
  std::size_t codes(std::size_t at) {
    for (const CodeForm& form : codeForms()) {
      const std::size_t end = form.end(text_, at);
      if (end > at && !isWordByte(byte(end)))
        return found(at, end, form.kind, form.confidence,
                     form.kind == IdentifierKind::Id ? kReference : kAnAddress);
    }
    return at;
  }

  /// "https://…", "www.…", or a name with a familiar last part: "soundbox.example/mix".
  std::size_t web(std::size_t at) {
    static constexpr std::array<std::string_view, 22> kLast{
        "com", "org",  "net", "uk",  "ie", "wales", "scot", "cymru", "io", "app",     "me",
        "co",  "info", "edu", "gov", "tv", "fm",    "gg",   "ly",    "be", "example", "test"};
    std::size_t end = at;
    while (end < text_.size() &&
           (isAddressByte(text_[end]) || text_[end] == '/' || text_[end] == ':' ||
            text_[end] == '?' || text_[end] == '=' || text_[end] == '&' || text_[end] == '#' ||
            text_[end] == '~' || text_[end] == '@'))
      ++end;
    if (text_.substr(at, end - at).find('@') != std::string_view::npos) return at;
    while (end > at && !isAlnum(text_[end - 1])) --end;
    const std::string_view whole = text_.substr(at, end - at);
    if (whole.size() > 5 &&
        (whole.substr(0, 4) == "www." || whole.find("://") != std::string_view::npos))
      return found(at, end, IdentifierKind::Contact, 0.97F, kContactDetails);
    const std::string_view host = whole.substr(0, whole.find_first_of("/:?#"));
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot < 2) return at;
    const std::string_view last = host.substr(dot + 1);
    if (std::find(kLast.begin(), kLast.end(), last) == kLast.end()) return at;
    return found(at, end, IdentifierKind::Contact, 0.9F, kContactDetails);
  }

  Page& page_;
  std::string_view text_;
  std::size_t lastEnd_ = 0;
};

}  // namespace

void findStructured(Page& page) {
  StructuredSearch(page).run();
}

}  // namespace journal::text
