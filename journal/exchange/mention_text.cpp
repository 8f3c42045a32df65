#include "journal/exchange/mention_text.h"

#include <algorithm>

#include "journal/domain/mention.h"

namespace journal::exchange {

MentionText::MentionText(std::string_view plain, std::vector<NamedRun> runs) {
  std::sort(runs.begin(), runs.end(),
            [](const NamedRun& a, const NamedRun& b) { return a.begin < b.begin; });
  std::size_t copied = 0;
  for (const NamedRun& run : runs) {
    if (run.begin < copied || run.begin >= run.end || run.end > plain.size()) continue;
    stored_.append(plain.substr(copied, run.begin - copied));
    const std::size_t newBegin = stored_.size();
    stored_ += mentionToken(run.name);
    pieces_.push_back({run.begin, run.end, newBegin, stored_.size()});
    copied = run.end;
  }
  stored_.append(plain.substr(copied));
}

Passage mappedThrough(const std::vector<ReplacedRun>& pieces, std::size_t begin, std::size_t end) {
  // Signed arithmetic would do; adding before subtracting keeps it unsigned and never below zero.
  const auto place = [&pieces](std::size_t at, bool isEnd) {
    std::size_t grown = 0;
    std::size_t shrunk = 0;
    for (const ReplacedRun& piece : pieces) {
      if (piece.begin >= at) break;
      if (at < piece.end) return isEnd ? piece.newEnd : piece.newBegin;
      grown += piece.newEnd - piece.newBegin;
      shrunk += piece.end - piece.begin;
    }
    return at + grown - shrunk;
  };
  return Passage{place(begin, false), place(end, true)};
}

std::optional<std::size_t> findNearest(std::string_view text, std::string_view needle,
                                       std::size_t near) {
  if (needle.empty()) return std::nullopt;
  const std::size_t after = text.find(needle, near);
  const std::size_t before = text.rfind(needle, near);
  if (after == std::string_view::npos && before == std::string_view::npos) return std::nullopt;
  if (before == std::string_view::npos) return after;
  if (after == std::string_view::npos) return before;
  return after - near < near - before ? after : before;
}

}  // namespace journal::exchange
