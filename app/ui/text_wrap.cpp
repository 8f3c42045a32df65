#include "app/ui/text_wrap.h"

#include <algorithm>

namespace app::ui {

float atomWidth(std::string_view text, ByteRange atom, bool prompt, const Measure& measure) {
  const std::size_t at = atom.begin;
  const std::size_t next = atom.end;
  if (next - at == kMentionBytes && mentionAt(text, at) != 0)
    return measure.mention(mentionId(text, at));
  if (prompt && (at == 0 || next == text.size()))
    return 0;  // the marks around a prompt take no room
  return measure.cluster(text.substr(at, next - at), prompt);
}

namespace {

bool isSpace(std::string_view atom) {
  return atom == " " || atom == "\t" || atom == "\xC2\xA0";
}
/// A line may end after these: hyphen, en dash, em dash, slash.
bool breaksAfter(std::string_view atom) {
  return atom == "-" || atom == "\xE2\x80\x93" || atom == "\xE2\x80\x94" || atom == "/";
}

struct Atom {
  std::size_t begin = 0;
  std::size_t end = 0;
  float width = 0;
  bool space = false;
  bool breakAfter = false;
};

std::vector<Atom> atomsOf(std::string_view words, bool prompt, const Measure& measure) {
  std::vector<Atom> atoms;
  atoms.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    std::size_t next = nextAtom(words, at);
    // The closing mark may join a cluster only in ill-made text; keep it apart so that it takes no
    // room.
    const std::string_view atom = words.substr(at, next - at);
    atoms.push_back({at, next, atomWidth(words, {at, next}, prompt, measure), isSpace(atom),
                     breaksAfter(atom)});
    at = next;
  }
  return atoms;
}

/// Greedy wrapping: spaces hang at a line's end and never make it wrap; a word wider than the line
/// is cut.
std::vector<TextLine> wrap(const std::vector<Atom>& atoms, float width) {
  std::vector<TextLine> lines;
  std::size_t begin = 0;
  std::size_t breakAt = 0;  // 0: none on this line
  float x = 0;
  float visible = 0;
  float xAtBreak = 0;
  float visibleAtBreak = 0;
  for (const Atom& atom : atoms) {
    while (!atom.space && x + atom.width > width && atom.begin > begin) {
      const bool atWord = breakAt > begin;
      const std::size_t end = atWord ? breakAt : atom.begin;
      lines.push_back({begin, end, atWord ? visibleAtBreak : visible});
      x = atWord ? x - xAtBreak : 0;
      visible = x;  // what is carried over is a word without spaces
      begin = end;
      breakAt = 0;
    }
    x += atom.width;
    if (!atom.space) visible = x;
    if (atom.space || atom.breakAfter) {
      breakAt = atom.end;
      xAtBreak = x;
      visibleAtBreak = visible;
    }
  }
  lines.push_back({begin, atoms.empty() ? 0 : atoms.back().end, visible});
  return lines;
}

/// The narrowest width that needs no more lines, so that no single word is left over.
std::vector<TextLine> balanced(const std::vector<Atom>& atoms, float width) {
  std::vector<TextLine> best = wrap(atoms, width);
  if (best.size() < 2) return best;
  float low = width / 2;
  float high = width;
  for (int i = 0; i < 7; ++i) {
    const float middle = (low + high) / 2;
    std::vector<TextLine> tried = wrap(atoms, middle);
    if (tried.size() > best.size()) {
      low = middle;
    } else {
      high = middle;
      best = std::move(tried);
    }
  }
  return best;
}

/// The old line that began where, after the change, a line begins; old.size() when none did.
std::size_t sameStart(const std::vector<TextLine>& old, std::size_t begin) {
  const auto at =
      std::lower_bound(old.begin(), old.end(), begin,
                       [](const TextLine& line, std::size_t byte) { return line.begin < byte; });
  return at != old.end() && at->begin == begin ? static_cast<std::size_t>(at - old.begin())
                                               : old.size();
}

/// The first line a change at `byte` can move: where the first word of its line, made shorter,
/// might go back to.
std::size_t firstToChange(std::string_view words, const std::vector<TextLine>& old,
                          std::size_t byte) {
  constexpr std::size_t kMostBack = 64;  // of one word wider than the column
  std::size_t line = old.size() - 1;
  while (line > 0 && old[line].begin > byte) --line;
  for (std::size_t back = 0; line > 0 && back < kMostBack; ++back) {
    const std::size_t before = previousAtom(words, old[line].begin);
    const std::string_view atom = words.substr(before, old[line].begin - before);
    --line;
    if (isSpace(atom) || breaksAfter(atom)) break;
  }
  return line;
}

}  // namespace

std::vector<TextLine> wrapWords(std::string_view words, float width, const Measure& measure) {
  return wrap(atomsOf(words, false, measure), width);
}

std::vector<TextLine> wrapBalanced(std::string_view words, float width, const Measure& measure) {
  return balanced(atomsOf(words, true, measure), width);
}

std::vector<TextLine> rewrapped(std::string_view words, std::vector<TextLine> old,
                                const TextChange& change, float width, const Measure& measure) {
  const std::size_t shift = change.newEnd - change.oldEnd;  // may wrap round; adding it wraps back
  const std::size_t kept = firstToChange(words, old, change.begin);
  std::vector<TextLine> lines(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(kept));
  std::size_t at = old[kept].begin;
  for (std::size_t room = 1024;;) {
    const bool near = words.size() - at <= room;
    const std::size_t stop = near ? words.size() : snapToAtom(words, at + room);
    std::vector<TextLine> fresh = wrapWords(words.substr(at, stop - at), width, measure);
    const bool atEnd = stop == words.size();
    if (!atEnd) fresh.pop_back();  // it may go on
    if (fresh.empty()) {
      room *= 2;
      continue;
    }
    const std::size_t from = at;
    for (const TextLine& line : fresh) {
      lines.push_back({from + line.begin, from + line.end, line.width});
      at = lines.back().end;
      if (at < change.newEnd || at >= words.size()) continue;
      const std::size_t same = sameStart(old, at - shift);
      if (same == old.size()) continue;
      for (std::size_t i = same; i < old.size(); ++i)
        lines.push_back({old[i].begin + shift, old[i].end + shift, old[i].width});
      return lines;
    }
    if (atEnd) return lines;
  }
}

}  // namespace app::ui
