#include "journal/text/text_merge.h"

#include <algorithm>
#include <cstdint>
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

class Merger {
 public:
  Merger(std::string_view base, std::string_view ours, std::string_view theirs)
      : base_(numbering_.of(base)), ours_(numbering_.of(ours)), theirs_(numbering_.of(theirs)) {}

  TextMerge run() {
    const auto toOurs = match(base_.numbers, ours_.numbers);
    const auto toTheirs = match(base_.numbers, theirs_.numbers);
    std::size_t from = 0;
    std::size_t ourFrom = 0;
    std::size_t theirFrom = 0;
    for (std::size_t i = 0; i < base_.units.size(); ++i) {
      if (toOurs[i] < 0 || toTheirs[i] < 0) continue;
      const auto our = static_cast<std::size_t>(toOurs[i]);
      const auto their = static_cast<std::size_t>(toTheirs[i]);
      changed({from, i}, {ourFrom, our}, {theirFrom, their});
      add(changedBytes(base_.units[i], ours_.units[our], theirs_.units[their]));
      from = i + 1;
      ourFrom = our + 1;
      theirFrom = their + 1;
    }
    changed({from, base_.units.size()}, {ourFrom, ours_.units.size()},
            {theirFrom, theirs_.units.size()});
    return std::move(merge_);
  }

 private:
  static std::string_view changedBytes(std::string_view base, std::string_view ours,
                                       std::string_view theirs) {
    return ours == base ? theirs : ours;
  }
  static bool same(const Numbered& a, Run inA, const Numbered& b, Run inB) {
    const auto at = [](const Numbered& text, std::size_t place) {
      return text.numbers.begin() + static_cast<std::ptrdiff_t>(place);
    };
    return std::equal(at(a, inA.begin), at(a, inA.end), at(b, inB.begin), at(b, inB.end));
  }

  /// What stands between two units that nobody changed.
  void changed(Run base, Run ours, Run theirs) {
    const std::string_view our = wordsOf(ours_.units, ours);
    const std::string_view their = wordsOf(theirs_.units, theirs);
    const bool oursStands = same(ours_, ours, base_, base);
    const bool theirsStands = same(theirs_, theirs, base_, base);
    if (oursStands && theirsStands) {
      return add(changedBytes(wordsOf(base_.units, base), our, their));
    }
    if (oursStands) return add(their);
    if (theirsStands || same(ours_, ours, theirs_, theirs)) return add(our);
    while (ours.size() > 0 && theirs.size() > 0 &&
           ours_.numbers[ours.begin] == theirs_.numbers[theirs.begin]) {
      add(ours_.units[ours.begin++]);
      ++theirs.begin;
    }
    Run after{ours.end, ours.end};
    while (ours.size() > 0 && theirs.size() > 0 &&
           ours_.numbers[ours.end - 1] == theirs_.numbers[theirs.end - 1]) {
      --ours.end;
      --theirs.end;
      --after.begin;
    }
    both(ours, theirs, base.size() > 0);
    add(wordsOf(ours_.units, after));
  }

  void both(Run ours, Run theirs, bool replaces) {
    separate(wordsOf(ours_.units, ours));
    Clash clash;
    clash.begin = merge_.text.size();
    add(wordsOf(ours_.units, ours));
    separate(wordsOf(theirs_.units, theirs));
    clash.middle = merge_.text.size();
    add(wordsOf(theirs_.units, theirs));
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
  Numbered ours_;
  Numbered theirs_;
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
  return Merger(base, ours, theirs).run();
}

}  // namespace journal::text
