// diff() of passage.h: common start and end, then words by Myers' greedy algorithm ("An O(ND)
// difference algorithm and its variations", 1986) within a bounded effort.
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/base/utf8.h"
#include "journal/domain/passage.h"
#include "journal/domain/text_units.h"

namespace journal {
namespace {

/// Differing units beyond which the middle is taken as one edit. 400 bound the trace to 1.3 MB and
/// the time to (units x 400); a rewrite larger than that shares no more than scattered words with
/// what stood there.
constexpr int kMostDifferences = 400;

/// The text between the common start and end, of either side.
struct Middle {
  std::size_t begin = 0;
  std::size_t beforeEnd = 0;
  std::size_t afterEnd = 0;
};

Middle commonEnds(std::string_view before, std::string_view after) {
  const detail::Borders beforeBorders(before);
  const detail::Borders afterBorders(after);
  const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  auto begin = static_cast<std::size_t>(differ.first - before.begin());
  while (!beforeBorders.allows(begin) || !afterBorders.allows(begin))
    begin = std::min(beforeBorders.floor(begin), afterBorders.floor(begin));

  const std::size_t most = std::min(before.size(), after.size()) - begin;
  std::size_t tail = 0;
  while (tail < most && before[before.size() - tail - 1] == after[after.size() - tail - 1]) ++tail;
  while (!beforeBorders.allows(before.size() - tail) || !afterBorders.allows(after.size() - tail))
    tail = std::min(before.size() - beforeBorders.ceiling(before.size() - tail),
                    after.size() - afterBorders.ceiling(after.size() - tail));
  return {begin, before.size() - tail, after.size() - tail};
}

/// Widens the middle to whole words, so that "w2 w3" -> "w3" loses the word "w2 " and not "2 w".
Middle wholeWords(std::string_view before, std::string_view after, Middle middle) {
  while (isInsideWord(before, middle.begin) || isInsideWord(after, middle.begin))
    middle.begin -= decodeUtf8Before(before, middle.begin).length;
  while (isInsideWord(before, middle.beforeEnd) || isInsideWord(after, middle.afterEnd)) {
    const std::size_t step = decodeUtf8(before, middle.beforeEnd).length;
    middle.beforeEnd += step;
    middle.afterEnd += step;
  }
  return middle;
}

/// A text as numbers, one a unit, so that comparing units is comparing numbers.
struct Units {
  std::vector<std::size_t> borders;
  std::vector<std::uint32_t> ids;
  int count() const { return static_cast<int>(ids.size()); }
};

using UnitIds = std::unordered_map<std::string_view, std::uint32_t>;

Units unitsOf(std::string_view text, std::size_t begin, std::size_t end, UnitIds& known) {
  Units units{detail::unitBorders(text, begin, end), {}};
  for (std::size_t i = 0; i + 1 < units.borders.size(); ++i) {
    const std::string_view unit =
        text.substr(units.borders[i], units.borders[i + 1] - units.borders[i]);
    const auto id = static_cast<std::uint32_t>(known.size());
    units.ids.push_back(known.emplace(unit, id).first->second);
  }
  return units;
}

/// Myers' furthest-reaching points: one row of diagonals a difference, kept to walk back through.
class Myers {
 public:
  Myers(const Units& a, const Units& b) : a_(a), b_(b) {}

  /// The number of differing units, or -1 past the bound.
  int run() {
    for (int d = 0; d <= kMostDifferences; ++d) {
      rows_.emplace_back(static_cast<std::size_t>(2 * d + 1));
      for (int k = -d; k <= d; k += 2) {
        int x = start(d, k);
        while (x < a_.count() && x - k < b_.count() && a_.ids[index(x)] == b_.ids[index(x - k)])
          ++x;
        at(d, k) = x;
        if (x >= a_.count() && x - k >= b_.count()) return d;
      }
    }
    return -1;
  }

  /// Pairs of equal units (index in a, index in b), last first. After run() gave `d` >= 0.
  std::vector<std::pair<int, int>> matches(int d) const {
    std::vector<std::pair<int, int>> pairs;
    int x = a_.count();
    int k = x - b_.count();
    for (; d >= 0; --d) {
      const int from = start(d, k);
      for (; x > from; --x) pairs.emplace_back(x - 1, x - 1 - k);
      if (d == 0) break;
      const bool down = cameDown(d, k);
      k += down ? 1 : -1;
      x = down ? from : from - 1;
    }
    return pairs;
  }

 private:
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }
  int& at(int d, int k) { return rows_[index(d)][index(k + d)]; }
  int at(int d, int k) const { return rows_[index(d)][index(k + d)]; }
  /// Whether diagonal k was reached by an insertion (from k + 1) rather than a removal (from k -
  /// 1).
  bool cameDown(int d, int k) const {
    return k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1));
  }
  int start(int d, int k) const {
    if (d == 0) return 0;
    const int x = cameDown(d, k) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1;
    return x;
  }

  const Units& a_;
  const Units& b_;
  std::vector<std::vector<int>> rows_;
};

/// Narrows an edit to what differs inside it: a corrected letter is an edit of that letter, not of
/// its word.
Edit narrowed(std::string_view before, std::string_view after, Edit edit, std::size_t atAfter) {
  const std::string_view removed = before.substr(edit.at, edit.removed);
  const std::string_view inserted = after.substr(atAfter, edit.inserted);
  const Middle middle = commonEnds(removed, inserted);
  return {edit.at + middle.begin, middle.beforeEnd - middle.begin, middle.afterEnd - middle.begin};
}

/// The gaps between matched units as edits.
std::vector<Edit> editsBetween(std::string_view before, std::string_view after, const Units& a,
                               const Units& b, std::vector<std::pair<int, int>> matches) {
  std::reverse(matches.begin(), matches.end());
  matches.emplace_back(a.count(), b.count());
  std::vector<Edit> edits;
  std::size_t x = 0;
  std::size_t y = 0;
  for (const auto& match : matches) {
    const auto nextX = static_cast<std::size_t>(match.first);
    const auto nextY = static_cast<std::size_t>(match.second);
    const Edit edit{a.borders[x], a.borders[nextX] - a.borders[x], b.borders[nextY] - b.borders[y]};
    if (edit.removed + edit.inserted > 0)
      edits.push_back(narrowed(before, after, edit, b.borders[y]));
    x = nextX + 1;
    y = nextY + 1;
  }
  return edits;
}

}  // namespace

std::vector<Edit> diff(std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Middle differing = commonEnds(before, after);
  const Edit whole{differing.begin, differing.beforeEnd - differing.begin,
                   differing.afterEnd - differing.begin};
  if (whole.removed == 0 || whole.inserted == 0) return {whole};
  const Middle middle = wholeWords(before, after, differing);
  UnitIds known;
  const Units a = unitsOf(before, middle.begin, middle.beforeEnd, known);
  const Units b = unitsOf(after, middle.begin, middle.afterEnd, known);
  Myers myers(a, b);
  const int differences = myers.run();
  if (differences < 0) return {whole};
  return editsBetween(before, after, a, b, myers.matches(differences));
}

}  // namespace journal
