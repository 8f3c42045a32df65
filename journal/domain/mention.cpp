#include "journal/domain/mention.h"

#include <algorithm>

#include "journal/base/utf8.h"

namespace journal {
namespace {

constexpr std::size_t kMarkBytes = 3;  // of U+F8F0..U+F8F3 in UTF-8: EF A3 B0..B3
constexpr char kFirstByteOfMarks = '\xEF';
constexpr std::size_t kIdDigits = 32;

/// The mark at `at`, or 0.
char32_t markAt(std::string_view text, std::size_t at) {
  if (text.size() - at < kMarkBytes || text[at] != '\xEF' || text[at + 1] != '\xA3') return 0;
  const auto last = static_cast<unsigned char>(text[at + 2]);
  return last >= 0xB0 && last <= 0xB3 ? kMentionBegin + (last - 0xB0) : 0;
}

bool isLowerHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// The whole mention at `at`, or a piece with end == begin.
TextPiece readMention(std::string_view text, std::size_t at) {
  TextPiece piece{TextPiece::Kind::Mention, at, at, {}, {}};
  const std::size_t digits = at + kMarkBytes;
  const std::size_t close = digits + kIdDigits;
  if (close + kMarkBytes > text.size() || markAt(text, close) != kMentionEnd) return piece;
  const std::string_view hex = text.substr(digits, kIdDigits);
  if (!std::all_of(hex.begin(), hex.end(), isLowerHex)) return piece;
  piece.name = *NameId::fromHex(hex);
  piece.end = close + kMarkBytes;
  return piece;
}

TextPiece readHeading(std::string_view text, std::size_t at) {
  TextPiece piece{TextPiece::Kind::Heading, at, at, {}, {}};
  const std::size_t begin = at + kMarkBytes;
  std::size_t end = begin;
  while (end < text.size() && text[end] != '\n' && text[end] != '\r' && markAt(text, end) == 0)
    ++end;
  if (end == begin || end == text.size() || markAt(text, end) != kHeadingEnd) return piece;
  piece.heading = text.substr(begin, end - begin);
  piece.end = end + kMarkBytes;
  return piece;
}

/// The token that starts at `at`; end == begin when none does.
TextPiece readToken(std::string_view text, std::size_t at) {
  const char32_t mark = markAt(text, at);
  if (mark == kMentionBegin) return readMention(text, at);
  if (mark == kHeadingBegin) return readHeading(text, at);
  return {TextPiece::Kind::Run, at, at, {}, {}};
}

/// Well-formed, LF line ends, no control characters but tab and LF.
std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto isPlain = [](char c) { return c >= 0x20 && c < 0x7F; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && isPlain(text[end])) ++end;
    out.append(text.substr(at, end - at));  // nearly everything
    at = end;
    if (at == text.size()) break;
    const CodePoint c = decodeUtf8(text, at);
    at += c.length;
    if (c.value == '\r') {
      if (at >= text.size() || text[at] != '\n') out.push_back('\n');
    } else if (c.value == '\v' || c.value == '\f') {
      out.push_back('\n');
    } else if ((c.value >= 0x20 && c.value != 0x7F) || c.value == '\n' || c.value == '\t') {
      appendUtf8(out, c.value);
    }
  }
  return out;
}

/// Without any marks.
void appendUnmarked(std::string& out, std::string_view run) {
  for (std::size_t at = 0; at < run.size();) {
    if (markAt(run, at) != 0) {
      at += kMarkBytes;
      continue;
    }
    const std::size_t next = std::min(run.find(kFirstByteOfMarks, at + 1), run.size());
    out.append(run.substr(at, next - at));
    at = next;
  }
}

std::string sanitise(std::string_view text, bool keepTokens) {
  std::string cleaned = clean(text);
  if (cleaned.find(kFirstByteOfMarks) == std::string::npos) return cleaned;
  std::string out;
  out.reserve(cleaned.size());
  for (const TextPiece& piece : pieces(cleaned)) {
    const std::string_view bytes =
        std::string_view(cleaned).substr(piece.begin, piece.end - piece.begin);
    if (piece.kind == TextPiece::Kind::Run) {
      appendUnmarked(out, bytes);
    } else if (keepTokens) {
      out.append(bytes);
    }
  }
  return out;
}

/// Builds a RenderedText piece by piece.
class Renderer {
 public:
  void addBorder(std::size_t storedOffset) {
    out_.borders.emplace_back(storedOffset, out_.text.size());
  }

  /// Marks and, after a heading, the line end that went with it are left out; each gap gets borders
  /// of its own.
  void addRun(std::string_view stored, std::size_t begin, std::size_t end) {
    addBorder(begin);
    std::size_t at = begin;
    if (afterHeading_ && at < end && stored[at] == '\n') addBorder(++at);
    while (at < end) {
      if (markAt(stored, at) != 0) {
        addBorder(at);
        at += kMarkBytes;
        addBorder(at);
      } else {
        const std::size_t next = std::min(stored.find(kFirstByteOfMarks, at + 1), end);
        out_.text.append(stored.substr(at, next - at));
        at = next;
      }
    }
    afterHeading_ = false;
  }
  void addShown(std::size_t begin, std::string_view text) {
    addBorder(begin);
    out_.text.append(text);
    afterHeading_ = false;
  }
  void addHeading(std::size_t begin, std::string_view prompt, bool shown) {
    addBorder(begin);
    if (shown) {
      if (!out_.text.empty() && out_.text.back() != '\n') out_.text.push_back('\n');
      out_.text.append(prompt).push_back('\n');
    }
    afterHeading_ = true;
  }
  RenderedText finish(std::size_t storedSize) && {
    addBorder(storedSize);
    return std::move(out_);
  }

 private:
  RenderedText out_;
  bool afterHeading_ = false;
};

std::string_view blurred(NameKind kind) {
  switch (kind) {
    case NameKind::YoungPerson:
      return "a young person";
    case NameKind::Colleague:
      return "a colleague";
    case NameKind::Place:
      return "a place";
  }
  return "someone";
}

}  // namespace

std::string mentionToken(NameId id) {
  std::string token;
  appendUtf8(token, kMentionBegin);
  token += id.hex();
  appendUtf8(token, kMentionEnd);
  return token;
}

std::string headingToken(std::string_view prompt) {
  std::string line = sanitisePlain(prompt);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.empty()) return {};
  std::string token;
  appendUtf8(token, kHeadingBegin);
  token += line;
  appendUtf8(token, kHeadingEnd);
  return token;
}

std::vector<TextPiece> pieces(std::string_view stored) {
  std::vector<TextPiece> found;
  std::size_t runBegin = 0;
  const auto closeRun = [&](std::size_t end) {
    if (end > runBegin) found.push_back({TextPiece::Kind::Run, runBegin, end, {}, {}});
  };
  for (std::size_t at = 0; at < stored.size();) {
    const TextPiece token = readToken(stored, at);
    if (token.end == token.begin) {
      at = std::min(stored.find(kFirstByteOfMarks, at + 1), stored.size());
      continue;
    }
    closeRun(at);
    found.push_back(token);
    at = runBegin = token.end;
  }
  closeRun(stored.size());
  return found;
}

std::string sanitiseStored(std::string_view text) {
  return sanitise(text, true);
}
std::string sanitisePlain(std::string_view text) {
  return sanitise(text, false);
}

std::string shownName(const KnownName* name, NamesShown shown) {
  static constexpr std::string_view kSomeone = "someone";
  if (name == nullptr) return std::string(kSomeone);
  if (shown == NamesShown::Blurred) return std::string(blurred(name->kind));
  if (shown == NamesShown::Real && !name->realName.empty()) return name->realName;
  return name->codeName.empty() ? std::string(kSomeone) : name->codeName;
}

std::size_t RenderedText::toRendered(std::size_t storedOffset) const {
  const auto next = std::upper_bound(
      borders.begin(), borders.end(), storedOffset,
      [](std::size_t offset, const auto& border) { return offset < border.first; });
  if (next == borders.begin()) return 0;
  const auto& [stored, rendered] = *std::prev(next);
  if (next == borders.end()) return rendered;
  const bool inStep = next->first - stored == next->second - rendered;
  return inStep ? rendered + (storedOffset - stored) : rendered;
}

RenderedText render(std::string_view stored, NamesShown shown, const NameLookup& lookup,
                    bool withHeadings) {
  Renderer renderer;
  for (const TextPiece& piece : pieces(stored)) {
    switch (piece.kind) {
      case TextPiece::Kind::Run:
        renderer.addRun(stored, piece.begin, piece.end);
        break;
      case TextPiece::Kind::Mention:
        renderer.addShown(piece.begin, shownName(lookup(piece.name), shown));
        break;
      case TextPiece::Kind::Heading:
        renderer.addHeading(piece.begin, piece.heading, withHeadings);
        break;
    }
  }
  return std::move(renderer).finish(stored.size());
}

std::vector<NameId> mentionedNames(std::string_view stored) {
  std::vector<NameId> names;
  for (const TextPiece& piece : pieces(stored)) {
    if (piece.kind != TextPiece::Kind::Mention) continue;
    if (std::find(names.begin(), names.end(), piece.name) == names.end())
      names.push_back(piece.name);
  }
  return names;
}

}  // namespace journal
