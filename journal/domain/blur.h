#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What a tutor decides, before a case study leaves, about words that could point at somebody
// (domain.md 4.4). Suggestions are a memory aid: a person decides about each, and reads the whole.

namespace journal {

/// A run of a text that could identify somebody.
struct Mark {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  std::string what;        ///< "PERSON", as files write it
  std::string suggestion;  ///< what could stand there instead
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// In order; those that lie over another are one with it: each run of words is decided about once.
std::vector<Mark> apart(std::vector<Mark> marks);

/// What was decided about some words, wherever they stand in a case study.
struct Blur {
  std::string words;    ///< as they stand there, names already coded: "Millbrook Primary"
  bool stays = false;   ///< they point at nobody
  std::string instead;  ///< what readers see unless they stay; empty: nothing
  friend bool operator==(const Blur&, const Blur&) = default;
};

inline constexpr std::size_t kMostBlurs = 500;      ///< of a case study
inline constexpr std::size_t kMostBlurBytes = 300;  ///< of its words, and of what stands instead

/// A mark about which nobody has decided.
struct OpenMark {
  Mark mark;          ///< of the text as it would leave
  std::string words;  ///< as they stand before anything is put into it: what a Blur is about
  friend bool operator==(const OpenMark&, const OpenMark&) = default;
};
/// A text as it would leave.
struct BlurredText {
  std::string text;
  std::vector<OpenMark> open;  ///< in order, none over another
};

/// Puts what was decided into a text. A blur holds for its words where they stand whole, the
/// longest first; a mark that no blur covers stays open, also when a blur covers part of it.
/// `marks` in any order. Pure; linear in the text for each blur.
BlurredText blurred(std::string_view text, const std::vector<Mark>& marks,
                    const std::vector<Blur>& blurs);

/// With this decision in place of an earlier one about the same words.
std::vector<Blur> decided(std::vector<Blur> blurs, Blur now);
/// As it was before anybody decided about these words.
std::vector<Blur> undecided(std::vector<Blur> blurs, std::string_view words);

}  // namespace journal
