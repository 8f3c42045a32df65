#include "journal/exchange/front_matter.h"

#include <fmt/format.h>

namespace journal::exchange {
namespace {

constexpr std::size_t kMaxFrontBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxFields = 200;
constexpr std::size_t kMaxEntries = 100'000;

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

bool isKey(std::string_view key) {
  if (key.empty() || key.size() > 60) return false;
  for (const char c : key) {
    const bool ok = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c == '_' || c == '-' || c == ' ';
    if (!ok) return false;
  }
  return key.front() != ' ' && key.front() != '-';
}

/// Reads values from one line. `at_` never goes past the end.
class LineScanner {
 public:
  explicit LineScanner(std::string_view line) : line_(line) {}

  bool atEnd() {
    skipSpace();
    return at_ >= line_.size();
  }
  bool take(char c) {
    skipSpace();
    if (at_ >= line_.size() || line_[at_] != c) return false;
    ++at_;
    return true;
  }
  /// `stops` end a plain scalar inside brackets; none on a line of its own.
  bool scalar(std::string_view stops, std::string& out) {
    skipSpace();
    out.clear();
    if (at_ < line_.size() && line_[at_] == '"') return doubleQuoted(out);
    if (at_ < line_.size() && line_[at_] == '\'') return singleQuoted(out);
    const std::size_t begin = at_;
    while (at_ < line_.size() && stops.find(line_[at_]) == std::string_view::npos) ++at_;
    out = std::string(trim(line_.substr(begin, at_ - begin)));
    return true;
  }
  bool entry(std::string_view stops, FrontEntry& out) {
    if (take('{')) return map(out);
    return scalar(stops, out.scalar);
  }

 private:
  void skipSpace() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t')) ++at_;
  }
  bool doubleQuoted(std::string& out) {
    for (++at_; at_ < line_.size(); ++at_) {
      char c = line_[at_];
      if (c == '"') return ++at_, true;
      if (c == '\\') {
        if (++at_ >= line_.size()) return false;
        c = line_[at_];
        if (c == 'n') c = '\n';
        if (c == 't') c = '\t';
      }
      out.push_back(c);
    }
    return false;
  }
  bool singleQuoted(std::string& out) {
    for (++at_; at_ < line_.size(); ++at_) {
      if (line_[at_] == '\'') {
        if (at_ + 1 >= line_.size() || line_[at_ + 1] != '\'') return ++at_, true;
        ++at_;
      }
      out.push_back(line_[at_]);
    }
    return false;
  }
  bool map(FrontEntry& out) {
    if (take('}')) return true;
    while (true) {
      std::pair<std::string, std::string> member;
      if (!scalar(":", member.first) || !isKey(member.first) || !take(':')) return false;
      if (!scalar(",}", member.second)) return false;
      out.members.push_back(std::move(member));
      if (take('}')) return true;
      if (!take(',')) return false;
    }
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

bool readValue(std::string_view text, std::vector<FrontEntry>& out) {
  LineScanner scan(text);
  if (scan.atEnd()) return true;  // a list follows, or nothing
  if (!scan.take('[')) {
    FrontEntry entry;
    if (!scan.entry("", entry) || !scan.atEnd()) return false;
    out.push_back(std::move(entry));
    return true;
  }
  if (scan.take(']')) return scan.atEnd();
  while (true) {
    FrontEntry entry;
    if (!scan.scalar(",]", entry.scalar)) return false;
    out.push_back(std::move(entry));
    if (scan.take(']')) return scan.atEnd();
    if (!scan.take(',')) return false;
  }
}

Error unreadable(std::size_t line) {
  return Error{ErrorCode::InvalidInput, fmt::format("front matter line {}", line),
               fmt::format("line {} between the dashes at its top is not of the form \"key: "
                           "value\"",
                           line)};
}

/// One line between the dashes. False when it is not of the grammar.
bool readLine(std::string_view line, FrontMatter& front) {
  const std::string_view text = trim(line);
  if (text.empty() || text.front() == '#') return true;
  const bool indented = line.front() == ' ' || line.front() == '\t';
  if (text.front() == '-' && (text.size() == 1 || text[1] == ' ')) {
    if (front.fields.empty()) return false;
    LineScanner scan(text.substr(1));
    FrontEntry entry;
    if (!scan.entry("", entry) || !scan.atEnd()) return false;
    front.fields.back().second.push_back(std::move(entry));
    return true;
  }
  const std::size_t colon = text.find(':');
  if (indented || colon == std::string_view::npos || !isKey(text.substr(0, colon))) return false;
  front.fields.emplace_back(std::string(text.substr(0, colon)), std::vector<FrontEntry>());
  return readValue(text.substr(colon + 1), front.fields.back().second);
}

}  // namespace

const std::string* FrontEntry::member(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name == key) return &value;
  }
  return nullptr;
}

const std::vector<FrontEntry>* FrontMatter::field(std::string_view key) const {
  for (const auto& [name, entries] : fields) {
    if (name == key) return &entries;
  }
  return nullptr;
}

std::string FrontMatter::scalar(std::string_view key) const {
  const auto* entries = field(key);
  return entries == nullptr || entries->size() != 1 ? std::string() : entries->front().scalar;
}

Result<FrontMatter> readFrontMatter(std::string_view text) {
  FrontMatter front;
  front.body = text;
  if (text.substr(0, 4) != "---\n") return front;
  std::size_t at = 4;
  std::size_t entries = 0;
  for (std::size_t number = 2; at < text.size(); ++number) {
    const std::size_t newline = text.find('\n', at);
    const std::size_t end = newline == std::string_view::npos ? text.size() : newline;
    const std::string_view line = text.substr(at, end - at);
    at = newline == std::string_view::npos ? end : newline + 1;
    if (trim(line) == "---") {
      front.body = text.substr(at);
      return front;
    }
    if (at > kMaxFrontBytes || front.fields.size() > kMaxFields || ++entries > kMaxEntries) break;
    if (!line.empty() && !readLine(line, front)) return unreadable(number);
  }
  return Error{ErrorCode::InvalidInput, "front matter has no end",
               "the front matter at its top has no closing line of three dashes, or is too long"};
}

std::string quoteFront(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '"' || c == '\\') out.push_back('\\');
      out.push_back(c);
    }
  }
  out.push_back('"');
  return out;
}

}  // namespace journal::exchange
