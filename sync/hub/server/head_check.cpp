#include "sync/hub/server/head_check.h"

#include <algorithm>
#include <array>

namespace syncing::hub {
namespace {

constexpr int kBad = 400;
constexpr int kLengthRequired = 411;
constexpr int kTargetTooLong = 414;
constexpr int kExpectationFailed = 417;
constexpr int kTooManyFields = 431;

/// What decides where a message ends, whom it is for and who sent it.
constexpr std::array<std::string_view, 4> kOnce{"content-length", "host", "authorization",
                                                "connection"};

bool sameName(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

bool isToken(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isControl(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

/// The line before the next CR LF, which is taken too. Every head given here ends with one.
std::string_view takeLine(std::string_view& rest) {
  const std::size_t end = rest.find("\r\n");
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
  return line;
}

int requestLineProblem(std::string_view line, std::size_t mostTarget) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return kBad;
  const std::string_view target = line.substr(first + 1, last - first - 1);
  if (target.size() > mostTarget) return kTargetTooLong;
  const bool plain =
      std::none_of(target.begin(), target.end(), [](char c) { return c <= ' ' || c >= 0x7f; });
  if (!plain || target.empty() || target.front() != '/') return kBad;
  return line.substr(last + 1) == "HTTP/1.1" ? 0 : kBad;
}

int fieldProblem(std::string_view line, std::array<bool, kOnce.size()>& seen) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return kBad;
  const std::string_view name = line.substr(0, colon);
  if (!std::all_of(name.begin(), name.end(), isToken)) return kBad;
  if (sameName(name, "transfer-encoding")) return kLengthRequired;
  if (sameName(name, "expect")) return kExpectationFailed;
  for (std::size_t i = 0; i < kOnce.size(); ++i) {
    if (!sameName(name, kOnce[i])) continue;
    if (seen[i]) return kBad;
    seen[i] = true;
  }
  return 0;
}

}  // namespace

int headProblem(std::string_view head, const HeadLimits& limits) {
  if (head.size() > limits.bytes) return kTooManyFields;
  if (head.size() < 4 || head.substr(head.size() - 4) != "\r\n\r\n") return kBad;
  std::string_view rest = head.substr(0, head.size() - 2);
  bool requestLine = true;
  std::size_t fields = 0;
  std::array<bool, kOnce.size()> seen{};
  while (!rest.empty()) {
    const std::string_view line = takeLine(rest);
    if (std::any_of(line.begin(), line.end(), isControl)) return kBad;
    const int problem =
        requestLine ? requestLineProblem(line, limits.target) : fieldProblem(line, seen);
    if (problem != 0) return problem;
    if (!requestLine && ++fields > limits.fields) return kTooManyFields;
    requestLine = false;
  }
  return 0;
}

}  // namespace syncing::hub
