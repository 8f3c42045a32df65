#include "journal/exchange/json_entries.h"

namespace journal::exchange {
namespace {
constexpr std::size_t kNowhere = std::string_view::npos;
}

JsonEntries::JsonEntries(std::string_view json, std::string_view key) : json_(json) {
  std::size_t at = skipSpace(0);
  if (at >= json_.size() || json_[at] != '{') return;
  ++at;
  while (true) {
    at = skipSpace(at);
    if (at >= json_.size() || json_[at] != '"') return;
    const std::size_t end = endOfString(at);
    if (end == kNowhere) return;
    const std::string_view name = json_.substr(at + 1, end - at - 2);
    at = skipSpace(end);
    if (at >= json_.size() || json_[at] != ':') return;
    at = skipSpace(at + 1);
    if (at >= json_.size()) return;
    if (name == key && json_[at] == '[') {
      at_ = at + 1;
      return;
    }
    at = endOfValue(at);
    if (at == kNowhere) return;
    at = skipSpace(at);
    if (at >= json_.size() || json_[at] != ',') return;
    ++at;
  }
}

std::optional<std::string_view> JsonEntries::next() {
  if (at_ == kNowhere || endedEarly_) return std::nullopt;
  at_ = skipSpace(at_);
  while (at_ < json_.size() && json_[at_] == ',') at_ = skipSpace(at_ + 1);
  if (at_ < json_.size() && json_[at_] == ']') return std::nullopt;
  const std::size_t end = at_ < json_.size() ? endOfValue(at_) : kNowhere;
  if (end == kNowhere || end == at_) {
    endedEarly_ = true;
    return std::nullopt;
  }
  const std::string_view item = json_.substr(at_, end - at_);
  at_ = end;
  return item;
}

std::size_t JsonEntries::skipSpace(std::size_t at) const {
  while (at < json_.size() &&
         (json_[at] == ' ' || json_[at] == '\n' || json_[at] == '\r' || json_[at] == '\t')) {
    ++at;
  }
  return at;
}

/// `at` is the opening quote; the place after the closing one, or nowhere.
std::size_t JsonEntries::endOfString(std::size_t at) const {
  for (++at; at < json_.size(); ++at) {
    if (json_[at] == '\\') {
      ++at;
    } else if (json_[at] == '"') {
      return at + 1;
    }
  }
  return kNowhere;
}

std::size_t JsonEntries::endOfValue(std::size_t at) const {
  std::size_t open = 0;
  while (at < json_.size()) {
    const char c = json_[at];
    if (c == '"') {
      at = endOfString(at);
      if (at == kNowhere) return kNowhere;
      if (open == 0) return at;
      continue;
    }
    if (c == '[' || c == '{') {
      ++open;
    } else if (c == ']' || c == '}') {
      if (open == 0) return at;
      if (--open == 0) return at + 1;
    } else if (c == ',' && open == 0) {
      return at;
    }
    ++at;
  }
  return kNowhere;
}

}  // namespace journal::exchange
