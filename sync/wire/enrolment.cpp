#include "sync/wire/enrolment.h"

#include <charconv>

#include "journal/base/id.h"
#include "journal/base/utf8.h"

namespace syncing::wire {
namespace {

using journal::Error;
using journal::ErrorCode;

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeLetters = 12;
constexpr std::size_t kGroup = 4;
constexpr std::size_t kMostHost = 253;
constexpr std::size_t kMostText = 512;
constexpr std::string_view kBegin = "sv1:";

/// 'O' and the like as the letter they stand for; 0 for what is no letter of a code.
char codeLetter(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') return '0';
  if (c == 'I' || c == 'L') return '1';
  return kAlphabet.find(c) == std::string_view::npos ? '\0' : c;
}

std::string grouped(std::string_view letters) {
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i != 0 && i % kGroup == 0) out.push_back('-');
    out.push_back(letters[i]);
  }
  return out;
}

bool hostByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == ':';
}

/// "name", "name:port", "[address]" or "[address]:port".
bool parseHost(std::string_view text, Enrolment& out) {
  std::string_view host = text;
  std::string_view port;
  const bool bracketed = !text.empty() && text.front() == '[';
  const std::size_t hostEnd = bracketed ? text.find(']') : text.find(':');
  if (bracketed && hostEnd == std::string_view::npos) return false;
  const std::size_t after = bracketed ? hostEnd + 1 : hostEnd;
  if (after < text.size()) {
    if (text[after] != ':') return false;
    host = text.substr(0, after);
    port = text.substr(after + 1);
    if (port.empty()) return false;
  }
  std::string_view name = host;
  if (bracketed) name = name.substr(1, name.size() - 2);
  if (name.empty() || name.size() > kMostHost) return false;
  for (const char c : name) {
    if (!hostByte(c) || (c == ':' && !bracketed)) return false;
  }
  out.host = std::string(host);
  if (port.empty()) return true;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
  return error == std::errc{} && end == port.data() + port.size() && out.port != 0;
}

}  // namespace

std::string formatEnrolment(const Enrolment& enrolment) {
  std::string out(kBegin);
  out += enrolment.host;
  if (enrolment.port != Enrolment::kUsualPort) out += ":" + std::to_string(enrolment.port);
  return out + ":" + journal::toHex(enrolment.pin) + ":" + enrolment.code;
}

journal::Result<Enrolment> parseEnrolment(std::string_view text) {
  const Error wrong{ErrorCode::InvalidInput, "enrolment text",
                    "That is not an invitation to a service. Copy all of it, from \"sv1:\" to the "
                    "end of the code."};
  text = journal::trimmed(text);
  if (text.size() > kMostText || text.substr(0, kBegin.size()) != kBegin) return wrong;
  text.remove_prefix(kBegin.size());
  const std::size_t codeAt = text.rfind(':');
  if (codeAt == std::string_view::npos || codeAt == 0) return wrong;
  const std::size_t pinAt = text.rfind(':', codeAt - 1);
  if (pinAt == std::string_view::npos) return wrong;
  Enrolment out;
  const auto code = normalCode(text.substr(codeAt + 1));
  const bool pinned = journal::fromHex(text.substr(pinAt + 1, codeAt - pinAt - 1), out.pin);
  if (!code || !pinned || !parseHost(text.substr(0, pinAt), out)) return wrong;
  out.code = *code;
  return out;
}

std::string codeFrom(const std::array<std::uint8_t, 8>& bytes) {
  constexpr unsigned kBits = 5;
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = (value << 8) | byte;
  std::string letters(kCodeLetters, '0');
  for (std::size_t i = kCodeLetters; i-- > 0; value >>= kBits)
    letters[i] = kAlphabet[value & (kAlphabet.size() - 1)];
  return grouped(letters);
}

std::optional<std::string> normalCode(std::string_view typed) {
  std::string letters;
  for (const char c : typed) {
    if (c == '-' || c == ' ') continue;
    const char letter = codeLetter(c);
    if (letter == '\0' || letters.size() == kCodeLetters) return std::nullopt;
    letters.push_back(letter);
  }
  if (letters.size() != kCodeLetters) return std::nullopt;
  return grouped(letters);
}

}  // namespace syncing::wire
