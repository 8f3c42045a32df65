#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"

namespace journal::exchange {

/// A part of a reflection as it reads on paper.
struct ReadingPart {
  enum class Kind { Prompt, Paragraph, Passage, Intention };
  Kind kind = Kind::Paragraph;
  std::string text;  ///< one paragraph; line ends inside it stay
};

/// One reflection as it reads on paper: names already replaced, nothing to interpret.
struct ReadingEntry {
  std::string date;     ///< "2026-01-22"
  std::string heading;  ///< "Thursday 22 January 2026, 16:05"
  std::string facts;    ///< "Small group, 30 minutes, clarinet, with Wren and Robin"
  std::vector<ReadingPart> parts;
};

/// Where bytes of a copy go, in order. An Error ends the writing and is returned by it.
using ByteSink = std::function<Result<void>(std::string_view bytes)>;

/// Writes a copy for reading, entry by entry.
class ReadingWriter {
 public:
  virtual ~ReadingWriter() = default;
  /// `title` once, before any entry; `preface` is a paragraph under it.
  virtual Result<void> begin(const std::string& title, const std::string& preface) = 0;
  virtual Result<void> add(const ReadingEntry& entry) = 0;
  virtual Result<void> finish() = 0;
};

}  // namespace journal::exchange
