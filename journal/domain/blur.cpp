#include "journal/domain/blur.h"

#include <algorithm>

namespace journal {
namespace {

struct Placed {
  std::size_t begin;
  std::size_t end;
  const Blur* blur;
};

/// Any byte of a letter beyond ASCII counts: half a word is never replaced.
bool isOfAWord(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool standsWhole(std::string_view text, std::size_t begin, std::size_t end) {
  const bool opens = begin == 0 || !isOfAWord(text[begin - 1]) || !isOfAWord(text[begin]);
  const bool closes = end == text.size() || !isOfAWord(text[end]) || !isOfAWord(text[end - 1]);
  return opens && closes;
}

bool overlaps(const std::vector<Placed>& taken, std::size_t begin, std::size_t end) {
  return std::any_of(taken.begin(), taken.end(),
                     [&](const Placed& one) { return begin < one.end && one.begin < end; });
}

std::vector<Placed> places(std::string_view text, const std::vector<Blur>& blurs) {
  std::vector<const Blur*> longestFirst;
  for (const Blur& blur : blurs) {
    if (!blur.words.empty()) longestFirst.push_back(&blur);
  }
  std::stable_sort(
      longestFirst.begin(), longestFirst.end(),
      [](const Blur* one, const Blur* other) { return one->words.size() > other->words.size(); });
  std::vector<Placed> taken;
  for (const Blur* blur : longestFirst) {
    const std::size_t size = blur->words.size();
    for (std::size_t at = text.find(blur->words); at != std::string_view::npos;
         at = text.find(blur->words, at + 1)) {
      if (standsWhole(text, at, at + size) && !overlaps(taken, at, at + size))
        taken.push_back({at, at + size, blur});
    }
  }
  std::sort(taken.begin(), taken.end(),
            [](const Placed& one, const Placed& other) { return one.begin < other.begin; });
  return taken;
}

/// Those that no place covers whole.
std::vector<Mark> openMarks(std::vector<Mark> marks, const std::vector<Placed>& taken) {
  std::erase_if(marks, [&](const Mark& mark) {
    return std::any_of(taken.begin(), taken.end(), [&](const Placed& one) {
      return one.begin <= mark.begin && mark.end <= one.end;
    });
  });
  return apart(std::move(marks));
}

/// Where a place of the text before stands in the text after. Within what was replaced: its edges.
class Moved {
 public:
  void replaced(const Placed& what, std::size_t beginAfter, std::size_t endAfter) {
    steps_.push_back({what.begin, what.end, beginAfter, endAfter});
  }
  std::size_t begin(std::size_t at) const { return moved(at, true); }
  std::size_t end(std::size_t at) const { return moved(at, false); }

 private:
  struct Step {
    std::size_t begin, end, beginAfter, endAfter;
  };
  std::size_t moved(std::size_t at, bool begins) const {
    std::size_t from = 0;
    std::size_t to = 0;
    for (const Step& step : steps_) {
      if (at <= step.begin) break;
      if (at < step.end) return begins ? step.beginAfter : step.endAfter;
      from = step.end;
      to = step.endAfter;
    }
    return at - from + to;
  }

  std::vector<Step> steps_;
};

}  // namespace

std::vector<Mark> apart(std::vector<Mark> marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& one, const Mark& other) {
    return one.begin < other.begin || (one.begin == other.begin && one.end > other.end);
  });
  std::vector<Mark> runs;
  for (Mark& mark : marks) {
    if (!runs.empty() && mark.begin < runs.back().end) {
      runs.back().end = std::max(runs.back().end, mark.end);
    } else {
      runs.push_back(std::move(mark));
    }
  }
  return runs;
}

BlurredText blurred(std::string_view text, const std::vector<Mark>& marks,
                    const std::vector<Blur>& blurs) {
  const std::vector<Placed> taken = places(text, blurs);
  BlurredText after;
  Moved moved;
  std::size_t from = 0;
  for (const Placed& one : taken) {
    if (one.blur->stays) continue;
    after.text += text.substr(from, one.begin - from);
    from = one.end;
    // Words that are left out take the blank before them along.
    if (one.blur->instead.empty() && after.text.ends_with(' ')) after.text.pop_back();
    const std::size_t begins = after.text.size();
    after.text += one.blur->instead;
    moved.replaced(one, begins, after.text.size());
  }
  after.text += text.substr(from);
  for (Mark mark : openMarks(marks, taken)) {
    std::string words(text.substr(mark.begin, mark.end - mark.begin));
    mark.begin = moved.begin(mark.begin);
    mark.end = moved.end(mark.end);
    after.open.push_back({std::move(mark), std::move(words)});
  }
  return after;
}

std::vector<Blur> decided(std::vector<Blur> blurs, Blur now) {
  const auto same = std::find_if(blurs.begin(), blurs.end(),
                                 [&](const Blur& blur) { return blur.words == now.words; });
  if (same == blurs.end())
    blurs.push_back(std::move(now));
  else
    *same = std::move(now);
  return blurs;
}

std::vector<Blur> undecided(std::vector<Blur> blurs, std::string_view words) {
  std::erase_if(blurs, [&](const Blur& blur) { return blur.words == words; });
  return blurs;
}

}  // namespace journal
