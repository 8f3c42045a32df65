#include "journal/text/text_merge.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

#include <dtl/dtl.hpp>

#include "journal/domain/text_units.h"
#include "journal/text/sentences.h"

namespace journal::text {
namespace {

using Numbers = std::vector<std::uint32_t>;
using Units = std::vector<std::string_view>;

/// The blanks after a sentence are there or not as another follows it: no change of the sentence.
std::string_view withoutBlanksAfter(std::string_view unit) {
  while (!unit.empty() && unit.back() == ' ') unit.remove_suffix(1);
  return unit;
}

/// A text as numbers, one a unit: comparing units is comparing numbers.
struct Numbered {
  Units units;
  Numbers numbers;
};

class Numbering {
 public:
  Numbered of(std::string_view text) {
    Numbered numbered;
    numbered.units = mergeUnits(text);
    numbered.numbers.reserve(numbered.units.size());
    for (std::string_view unit : numbered.units) {
      const auto next = static_cast<std::uint32_t>(known_.size());
      numbered.numbers.push_back(known_.try_emplace(withoutBlanksAfter(unit), next).first->second);
    }
    return numbered;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> known_;
};

/// For each unit of `base`, the unit of `side` it became, or -1: a longest common subsequence.
std::vector<std::int64_t> match(const Numbers& base, const Numbers& side) {
  std::vector<std::int64_t> matched(base.size(), -1);
  std::size_t begin = 0;
  while (begin < base.size() && begin < side.size() && base[begin] == side[begin]) {
    matched[begin] = static_cast<std::int64_t>(begin);
    ++begin;
  }
  std::size_t baseEnd = base.size();
  std::size_t sideEnd = side.size();
  while (baseEnd > begin && sideEnd > begin && base[baseEnd - 1] == side[sideEnd - 1]) {
    matched[--baseEnd] = static_cast<std::int64_t>(--sideEnd);
  }
  const auto offset = static_cast<std::ptrdiff_t>(begin);
  const Numbers a(base.begin() + offset, base.begin() + static_cast<std::ptrdiff_t>(baseEnd));
  const Numbers b(side.begin() + offset, side.begin() + static_cast<std::ptrdiff_t>(sideEnd));
  if (a.empty() || b.empty()) return matched;
  dtl::Diff<std::uint32_t> difference(a, b);
  difference.compose();
  for (const auto& [number, place] : difference.getSes().getSequence()) {
    if (place.type != dtl::SES_COMMON) continue;
    matched[begin + static_cast<std::size_t>(place.beforeIdx) - 1] =
        static_cast<std::int64_t>(begin) + place.afterIdx - 1;
  }
  return matched;
}

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

/// The words of a run of units, which stand one after the other in their text.
std::string_view wordsOf(const Units& units, Run run) {
  if (run.begin == run.end) return {};
  const char* from = units[run.begin].data();
  const std::string_view last = units[run.end - 1];
  return {from, static_cast<std::size_t>(last.data() + last.size() - from)};
}

bool endsInBlank(std::string_view text) {
  return text.empty() || text.back() == ' ' || text.back() == '\n';
}

/// What one side made of some units of the base: of none of them, something new between two.
struct Hunk {
  Run base;
  Run side;
};

std::vector<Hunk> hunksOf(const std::vector<std::int64_t>& matched, std::size_t sideSize) {
  std::vector<Hunk> hunks;
  std::size_t base = 0;
  std::size_t side = 0;
  const auto upTo = [&](std::size_t baseEnd, std::size_t sideEnd) {
    if (base < baseEnd || side < sideEnd) hunks.push_back({{base, baseEnd}, {side, sideEnd}});
  };
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (matched[i] < 0) continue;
    const auto j = static_cast<std::size_t>(matched[i]);
    upTo(i, j);
    base = i + 1;
    side = j + 1;
  }
  upTo(matched.size(), sideSize);
  return hunks;
}

/// Changes that only touch, one of a sentence and one right after it, have nothing to do with each
/// other.
bool overlaps(Run all, Run one) {
  if (all.size() == 0 && one.size() == 0) return all.begin == one.begin;
  if (one.size() == 0) return all.begin < one.begin && one.begin < all.end;
  return one.begin < all.end && all.begin < one.end && all.size() > 0;
}

/// One side, on the way through its hunks.
struct Side {
  Numbered text;
  std::vector<std::int64_t> matched;
  std::vector<Hunk> hunks;
  std::size_t next = 0;

  bool more() const { return next < hunks.size(); }
  /// The units of this side that stand for the base's `all`, when its hunks from `from` on lie in
  /// it.
  Run standingFor(Run all, std::size_t from) const {
    const auto unit = [&](std::size_t i) { return static_cast<std::size_t>(matched[i]); };
    const bool any = from < next;
    const bool begins = any && hunks[from].base.begin == all.begin;
    const bool ends = any && hunks[next - 1].base.end == all.end;
    return {begins ? hunks[from].side.begin : unit(all.begin),
            ends ? hunks[next - 1].side.end : unit(all.end - 1) + 1};
  }
};

class Merger {
 public:
  enum class Copies : std::uint8_t { AllOfBase, AsSidesHave };
  Merger(std::string_view base, std::string_view ours, std::string_view theirs,
         Copies copies = Copies::AllOfBase)
      : base_(numbering_.of(base)) {
    ours_.text = numbering_.of(ours);
    theirs_.text = numbering_.of(theirs);
    if (copies == Copies::AsSidesHave) dropSurplus();
    compare(ours_);
    compare(theirs_);
  }

  /// Whether a sentence is in this result fewer times than in either side.
  bool hasLost(const TextMerge& merged) const {
    const auto ours = timesOf(ours_.text.numbers);
    const auto theirs = timesOf(theirs_.text.numbers);
    Numbering more = numbering_;  // it keeps views of what it is given
    const auto in = timesOf(more.of(merged.text).numbers);
    return std::any_of(ours.begin(), ours.end(), [&](const auto& entry) {
      const auto [number, times] = entry;
      const bool words = !isBlank(number);
      return words && countOf(in, number) < std::min(times, countOf(theirs, number));
    });
  }
  /// A base that says nothing twice cannot make two sides take out different copies.
  bool baseSaysSomethingTwice() const {
    const auto times = timesOf(base_.numbers);
    return std::any_of(times.begin(), times.end(),
                       [](const auto& entry) { return entry.second > 1; });
  }

  TextMerge run() {
    std::size_t done = 0;
    while (ours_.more() || theirs_.more()) {
      const bool oursFirst = !theirs_.more() || (ours_.more() && !isBefore(theirs_, ours_));
      Run all = (oursFirst ? ours_ : theirs_).hunks[(oursFirst ? ours_ : theirs_).next].base;
      unchanged(done, all.begin);
      const std::size_t ourFrom = ours_.next;
      const std::size_t theirFrom = theirs_.next;
      ++(oursFirst ? ours_ : theirs_).next;
      while (gather(ours_, all) || gather(theirs_, all)) {
      }
      changed(all, ourFrom, theirFrom);
      done = all.end;
    }
    unchanged(done, base_.units.size());
    return std::move(merge_);
  }

 private:
  using Times = std::map<std::uint32_t, std::size_t>;
  static Times timesOf(const Numbers& numbers) {
    Times times;
    for (const std::uint32_t number : numbers) ++times[number];
    return times;
  }
  static std::size_t countOf(const Times& times, std::uint32_t number) {
    const auto found = times.find(number);
    return found == times.end() ? 0 : found->second;
  }
  bool isBlank(std::uint32_t number) const {
    const auto at = std::find(ours_.text.numbers.begin(), ours_.text.numbers.end(), number);
    const auto unit = ours_.text.units[static_cast<std::size_t>(at - ours_.text.numbers.begin())];
    return unit.find_first_not_of(" \n") == std::string_view::npos;
  }

  /// Copies of a sentence that neither side has any more are no copies of the base: each side may
  /// have taken out another one, and together they would take out all.
  void dropSurplus() {
    const Times ours = timesOf(ours_.text.numbers);
    const Times theirs = timesOf(theirs_.text.numbers);
    Times kept;
    Numbered base;
    for (std::size_t i = 0; i < base_.numbers.size(); ++i) {
      const std::uint32_t number = base_.numbers[i];
      const std::size_t most = std::max(countOf(ours, number), countOf(theirs, number));
      if (most > 0 && kept[number] >= most) continue;
      ++kept[number];
      base.numbers.push_back(number);
      base.units.push_back(base_.units[i]);
    }
    base_ = std::move(base);
  }

  void compare(Side& side) const {
    side.matched = match(base_.numbers, side.text.numbers);
    side.hunks = hunksOf(side.matched, side.text.units.size());
  }
  static bool isBefore(const Side& one, const Side& other) {
    const Run a = one.hunks[one.next].base;
    const Run b = other.hunks[other.next].base;
    return a.begin < b.begin || (a.begin == b.begin && a.size() == 0 && b.size() > 0);
  }
  static bool gather(Side& side, Run& all) {
    if (!side.more() || !overlaps(all, side.hunks[side.next].base)) return false;
    const Run more = side.hunks[side.next++].base;
    all = {std::min(all.begin, more.begin), std::max(all.end, more.end)};
    return true;
  }

  /// The blanks after a sentence may have changed all the same.
  void unchanged(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const auto ours = ours_.text.units[static_cast<std::size_t>(ours_.matched[i])];
      const auto theirs = theirs_.text.units[static_cast<std::size_t>(theirs_.matched[i])];
      add(ours == base_.units[i] ? theirs : ours);
    }
  }

  void changed(Run all, std::size_t ourFrom, std::size_t theirFrom) {
    if (theirFrom == theirs_.next) {
      return add(wordsOf(ours_.text.units, ours_.hunks[ourFrom].side));
    }
    if (ourFrom == ours_.next) {
      return add(wordsOf(theirs_.text.units, theirs_.hunks[theirFrom].side));
    }
    Run ours = ours_.standingFor(all, ourFrom);
    Run theirs = theirs_.standingFor(all, theirFrom);
    const auto same = [&](std::size_t our, std::size_t their) {
      return ours_.text.numbers[our] == theirs_.text.numbers[their];
    };
    while (ours.size() > 0 && theirs.size() > 0 && same(ours.begin, theirs.begin)) {
      add(ours_.text.units[ours.begin++]);
      ++theirs.begin;
    }
    Run after{ours.end, ours.end};
    while (ours.size() > 0 && theirs.size() > 0 && same(ours.end - 1, theirs.end - 1)) {
      --ours.end;
      --theirs.end;
      --after.begin;
    }
    if (ours.size() > 0 || theirs.size() > 0) both(ours, theirs, all.size() > 0);
    add(wordsOf(ours_.text.units, after));
  }

  void both(Run ours, Run theirs, bool replaces) {
    separate(wordsOf(ours_.text.units, ours));
    Clash clash;
    clash.begin = merge_.text.size();
    add(wordsOf(ours_.text.units, ours));
    separate(wordsOf(theirs_.text.units, theirs));
    clash.middle = merge_.text.size();
    add(wordsOf(theirs_.text.units, theirs));
    clash.end = merge_.text.size();
    if (replaces) merge_.clashes.push_back(clash);
  }

  /// A sentence that was the last of its text has no blank after it.
  void separate(std::string_view next) {
    if (!next.empty() && next.front() != '\n' && !endsInBlank(merge_.text)) merge_.text += ' ';
  }
  void add(std::string_view words) {
    separate(words);
    merge_.text += words;
  }

  Numbering numbering_;
  Numbered base_;
  Side ours_;
  Side theirs_;
  TextMerge merge_;
};

}  // namespace

std::vector<std::string_view> mergeUnits(std::string_view stored) {
  const detail::Borders borders(stored);
  std::vector<std::string_view> units;
  std::size_t from = 0;
  const auto endAt = [&](std::size_t at) {
    at = borders.ceiling(at);
    if (at <= from) return;
    units.push_back(stored.substr(from, at - from));
    from = at;
  };
  for (const Sentence& sentence : sentences(stored)) {
    // Line ends are units of their own, so that a new paragraph is a change beside the others.
    std::size_t at = from;
    while (at < sentence.begin) {
      if (stored[at] == '\n') endAt(at + 1);
      ++at;
    }
    std::size_t end = sentence.end;
    while (end < stored.size() && stored[end] == ' ') ++end;
    endAt(end);
  }
  for (std::size_t at = from; at < stored.size(); ++at) {
    if (stored[at] == '\n') endAt(at + 1);
  }
  endAt(stored.size());
  return units;
}

TextMerge mergeTexts(std::string_view base, std::string_view ours, std::string_view theirs) {
  Merger plain(base, ours, theirs);
  TextMerge merged = plain.run();
  if (!plain.baseSaysSomethingTwice() || !plain.hasLost(merged)) return merged;
  // A base may be a merge itself, in which a sentence that two devices wrote stands twice.
  merged = Merger(base, ours, theirs, Merger::Copies::AsSidesHave).run();
  if (!plain.hasLost(merged)) return merged;
  return Merger({}, ours, theirs).run();
}

}  // namespace journal::text
