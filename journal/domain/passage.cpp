#include "journal/domain/passage.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "journal/domain/text_units.h"

namespace journal {
namespace {

/// A quote shorter than this may stand elsewhere by chance, so a cut passage does not follow it.
constexpr std::size_t kLeastMovedBytes = 12;

std::size_t shifted(std::size_t offset, const Edit& edit) {
  return offset - edit.removed + edit.inserted;
}

/// `passage` after one edit whose offsets are in the same text as the passage's.
Passage afterEdit(Passage passage, const Edit& edit) {
  const std::size_t editEnd = edit.at + edit.removed;
  if (edit.removed == 0) {
    if (edit.at <= passage.begin)
      return {passage.begin + edit.inserted, passage.end + edit.inserted};
    if (edit.at < passage.end) return {passage.begin, passage.end + edit.inserted};
    return passage;
  }
  if (editEnd <= passage.begin) return {shifted(passage.begin, edit), shifted(passage.end, edit)};
  if (edit.at >= passage.end) return passage;
  if (edit.at <= passage.begin && editEnd >= passage.end) return {edit.at, edit.at};
  if (edit.at < passage.begin) return {edit.at + edit.inserted, shifted(passage.end, edit)};
  if (editEnd > passage.end) return {passage.begin, edit.at};
  return {passage.begin, shifted(passage.end, edit)};
}

/// What an edit does to passages, worst first: how many it touches, and how many bytes it takes
/// from them.
struct Harm {
  std::size_t passages = 0;
  std::size_t bytes = 0;
  bool isLessThan(const Harm& other) const {
    return passages != other.passages ? passages < other.passages : bytes < other.bytes;
  }
};

Harm harmOf(const Edit& edit, const std::vector<Passage>& passages) {
  Harm harm;
  for (const Passage& passage : passages) {
    const std::size_t begin = std::max(passage.begin, edit.at);
    const std::size_t end = std::min(passage.end, edit.at + edit.removed);
    const bool putInside = edit.inserted > 0 && edit.at > passage.begin && edit.at < passage.end;
    if (end > begin) harm.bytes += end - begin;
    if (end > begin || putInside) ++harm.passages;
  }
  return harm;
}

/// How far a pure insertion or removal may slide without changing what it does: "really " put
/// before or after another "really " gives the same text.
struct SlideRange {
  std::size_t lowest = 0;
  std::size_t highest = 0;
};

SlideRange slideRange(std::string_view text, std::size_t at, std::size_t length,
                      SlideRange limits) {
  SlideRange range{at, at};
  while (range.lowest > limits.lowest && text[range.lowest - 1] == text[range.lowest + length - 1])
    --range.lowest;
  while (range.highest + length < limits.highest &&
         text[range.highest] == text[range.highest + length])
    ++range.highest;
  return range;
}

/// The place within `range` at a border of a passage where the edit takes least from passages;
/// where it is, if nowhere is better.
Edit leastHarmful(Edit edit, SlideRange range, const std::vector<Passage>& passages) {
  Edit best = edit;
  Harm least = harmOf(edit, passages);
  const auto consider = [&](std::size_t at) {
    if (at < range.lowest || at > range.highest || least.passages == 0) return;
    const Edit candidate{at, edit.removed, edit.inserted};
    const Harm taken = harmOf(candidate, passages);
    if (taken.isLessThan(least)) {
      least = taken;
      best = candidate;
    }
  };
  for (const Passage& passage : passages) {
    consider(passage.end);
    consider(passage.begin);
    if (passage.begin >= edit.removed) consider(passage.begin - edit.removed);
  }
  return best;
}

/// Slides edits that say the same in several places to where they leave passages whole.
std::vector<Edit> spared(std::vector<Edit> edits, const std::vector<Passage>& passages,
                         std::string_view before, std::string_view after) {
  std::size_t atAfter = 0;     // where this edit's insertion begins in `after`
  std::size_t lastBefore = 0;  // end of the edit before this one, in `before`
  std::int64_t offset = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    Edit& edit = edits[i];
    const std::size_t nextBefore = i + 1 < edits.size() ? edits[i + 1].at : before.size();
    const auto moved = [&](std::size_t at) {
      return static_cast<std::size_t>(static_cast<std::int64_t>(at) + offset);
    };
    atAfter = moved(edit.at);
    if (edit.inserted == 0) {
      edit = leastHarmful(edit, slideRange(before, edit.at, edit.removed, {lastBefore, nextBefore}),
                          passages);
    } else if (edit.removed == 0) {
      const SlideRange limits{moved(lastBefore), moved(nextBefore) + edit.inserted};
      const SlideRange range = slideRange(after, atAfter, edit.inserted, limits);
      edit = leastHarmful(edit,
                          {edit.at - (atAfter - range.lowest), edit.at + (range.highest - atAfter)},
                          passages);
    }
    lastBefore = edit.at + edit.removed;
    offset += static_cast<std::int64_t>(edit.inserted) - static_cast<std::int64_t>(edit.removed);
  }
  return edits;
}

/// Where inserted text holds all the words of a passage that lost some: they were cut and pasted
/// elsewhere. Only when exactly one such place exists.
Passage followed(Passage now, std::string_view quote, std::string_view after,
                 const std::vector<Edit>& edits) {
  if (quote.size() < kLeastMovedBytes || after.substr(now.begin, now.end - now.begin) == quote)
    return now;
  Passage found = now;
  std::size_t places = 0;
  std::int64_t offset = 0;
  for (const Edit& edit : edits) {
    const auto begin = static_cast<std::size_t>(static_cast<std::int64_t>(edit.at) + offset);
    const std::string_view inserted = after.substr(begin, edit.inserted);
    for (std::size_t at = inserted.find(quote); at != std::string_view::npos && places < 2;
         at = inserted.find(quote, at + 1)) {
      ++places;
      found = {begin + at, begin + at + quote.size()};
    }
    offset += static_cast<std::int64_t>(edit.inserted) - static_cast<std::int64_t>(edit.removed);
  }
  return places == 1 ? found : now;
}

}  // namespace

Result<Passage> makePassage(std::string_view stored, std::size_t begin, std::size_t end) {
  const detail::Borders borders(stored);
  if (begin >= end || end > stored.size() || !borders.allows(begin) || !borders.allows(end))
    return Error{ErrorCode::InvalidInput,
                 fmt::format("passage {}..{} of {}", begin, end, stored.size())};
  return Passage{begin, end};
}

Passage rebase(Passage passage, const std::vector<Edit>& edits) {
  std::int64_t offset = 0;
  for (const Edit& edit : edits) {
    const auto at = static_cast<std::size_t>(static_cast<std::int64_t>(edit.at) + offset);
    passage = afterEdit(passage, {at, edit.removed, edit.inserted});
    offset += static_cast<std::int64_t>(edit.inserted) - static_cast<std::int64_t>(edit.removed);
  }
  return passage;
}

std::vector<Passage> rebaseAll(const std::vector<Passage>& passages, std::string_view before,
                               std::string_view after) {
  if (passages.empty()) return {};
  const std::vector<Edit> edits = spared(diff(before, after), passages, before, after);
  const detail::Borders borders(after);
  std::vector<Passage> result;
  result.reserve(passages.size());
  for (const Passage& passage : passages) {
    Passage now = rebase(passage, edits);
    if (passage.end > passage.begin && passage.end <= before.size())
      now = followed(now, before.substr(passage.begin, passage.end - passage.begin), after, edits);
    const std::size_t begin = borders.floor(now.begin);
    result.push_back({begin, now.begin == now.end ? begin : borders.ceiling(now.end)});
  }
  return result;
}

}  // namespace journal
