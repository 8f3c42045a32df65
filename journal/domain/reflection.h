#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/time.h"
#include "journal/domain/ids.h"
#include "journal/domain/lesson.h"

namespace journal {

enum class ReflectionState : std::uint8_t { Draft, Finished };
/// Stable names for files: "draft", "finished"; parse accepts exactly these.
std::string_view name(ReflectionState state);
std::optional<ReflectionState> parseReflectionState(std::string_view text);

/// One journal entry.
struct Reflection {
  ReflectionId id;
  Lesson lesson;
  std::string promptSet;  ///< "Q1"; empty for a blank page
  std::string text;       ///< stored text (mention.h)
  ReflectionState state = ReflectionState::Draft;
  /// Safeguarding hold (safeguarding.h). Never read this directly: ask mayBeUsed().
  bool held = false;
  bool binned = false;
  UtcTime writtenAt{};                    ///< first written
  std::chrono::minutes writtenOffset{0};  ///< minutes east of UTC where it was written
  UtcTime changedAt{};                    ///< last change to its words
  /// Names the thing it was imported from ("jsonl:dev-001"), so that importing again changes
  /// nothing; empty when written here.
  std::string source;
  friend bool operator==(const Reflection&, const Reflection&) = default;
};

}  // namespace journal
