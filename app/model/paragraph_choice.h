#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/model/differences_model.h"
#include "journal/domain/known_name.h"

// Two or more versions of one text, paragraph by paragraph. Pure. Texts are stored text
// (mention.h); paragraphs are its lines.

namespace app::model {

inline constexpr int kBoth = -1;

/// Lines that every version has, or what each made of one place. Together the parts cover every
/// version.
struct DifferingPart {
  bool same = false;
  std::vector<std::vector<std::string>> sides;  ///< lines, per version
  std::vector<std::string> now;                 ///< lines of the text as it stands, with both
};

/// `now` is the text as it stands: what the versions have in common and both of what they have not.
std::vector<DifferingPart> partsOf(const std::vector<std::string>& sides, std::string_view now);

/// The text with `choices[i]` (a side, or kBoth) for part i.
std::string textOf(const std::vector<DifferingPart>& parts, const std::vector<int>& choices);

/// The words of `side`, those that are not in `other` in the same order marked; as people read
/// them, with code names.
std::vector<DifferenceRun> runsThatDiffer(const std::vector<std::string>& side,
                                          const std::vector<std::string>& other,
                                          const std::vector<journal::KnownName>& names);
/// Stored lines as plain words, with code names.
std::string plainWords(const std::vector<std::string>& lines,
                       const std::vector<journal::KnownName>& names);

}  // namespace app::model
