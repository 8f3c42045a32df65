#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/domain/ids.h"
#include "journal/domain/passage.h"

namespace journal::exchange {

/// A run of plain text that means a name. Bytes, end exclusive.
struct NamedRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  NameId name;
};

/// A run that was replaced: where it was, and where what replaced it is.
struct ReplacedRun {
  std::size_t begin, end;
  std::size_t newBegin, newEnd;
};
/// Where bytes begin to end are once `pieces` (ascending) were replaced; a border that cuts a piece
/// takes in all of what replaced it.
Passage mappedThrough(const std::vector<ReplacedRun>& pieces, std::size_t begin, std::size_t end);

/// Plain text with some runs turned into mentions, remembering where every byte went.
class MentionText {
 public:
  /// Runs may come in any order; one that overlaps an earlier one, or lies outside the text, is
  /// left out. `plain` must be sanitised (mention.h) and is not kept.
  MentionText(std::string_view plain, std::vector<NamedRun> runs);

  const std::string& stored() const { return stored_; }
  /// Where a run of the plain text is now; one that cuts a name takes in the whole mention.
  Passage mapped(std::size_t begin, std::size_t end) const {
    return mappedThrough(pieces_, begin, end);
  }

 private:
  std::string stored_;
  std::vector<ReplacedRun> pieces_;
};

/// The occurrence of `needle` in `text` that begins nearest to `near`; nullopt when there is none,
/// or `needle` is empty.
std::optional<std::size_t> findNearest(std::string_view text, std::string_view needle,
                                       std::size_t near);

}  // namespace journal::exchange
