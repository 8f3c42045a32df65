#pragma once

#include <vector>

#include "journal/domain/tag.h"
#include "journal/store/text_heads.h"

namespace journal::store {

/// Where a tag's passage lies in words that its author did not see: when a text and a tag on it, or
/// two texts, were made apart. A function of the entries alone.
class TagPlaces {
 public:
  TagPlaces(Database& log, const Devices& devices, TextHeads& texts)
      : log_(log), devices_(devices), texts_(texts) {}

  /// `put` is the entry that says what the tag is; `heads` hold the words, which read `words`.
  Result<Passage> placeOf(OpPosition put, const std::vector<OpPosition>& heads,
                          std::string_view words);

 private:
  struct Base {
    Passage passage;
    std::string words;
  };
  Result<std::optional<Base>> movedAlong(OpPosition head, TagId tag,
                                         const std::vector<OpPosition>& until);
  Result<std::vector<OpPosition>> textsSeen(const LogEntry& put, ReflectionId reflection);

  Database& log_;
  const Devices& devices_;
  TextHeads& texts_;
};

}  // namespace journal::store
