#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/base/time.h"
#include "journal/domain/framework.h"
#include "journal/domain/tag.h"

// A service's own wording of the framework, in versions (domain.md 3.6). A version is never changed
// once kept, and is in force from its day on by itself. A tag names the version it was made under.

namespace journal {

inline constexpr std::size_t kLongestShortName = 18;  ///< characters
inline constexpr std::size_t kLongestLevelName = 9;   ///< characters
inline constexpr std::size_t kLongestFrameworkName =
    120;  ///< characters: an outcome's, an indicator's
inline constexpr std::size_t kLongestFrameworkSentence =
    300;  ///< characters: a level's, a young person's
/// In use at a time in one outcome: each has its own digit while tagging.
inline constexpr std::size_t kMostIndicatorsInUse = 9;

/// The whole framework as it reads from a day on; its number is `framework.version`.
struct FrameworkVersion {
  LocalDate from{};
  Framework framework;
  friend bool operator==(const FrameworkVersion&, const FrameworkVersion&) = default;
};
/// By number.
using OwnFrameworks = std::vector<FrameworkVersion>;

// `ours` is what came with Afternote. What is returned by reference lives as long as the arguments.

/// The newest version whose day has come; ours before any. A later version replaces every earlier
/// one, also one whose day was still to come.
const Framework& frameworkInForce(const Framework& ours, const OwnFrameworks& own, LocalDate day);
/// The newest, in force or still to come: what the next version is begun from.
const Framework& newestFramework(const Framework& ours, const OwnFrameworks& own);
/// nullptr when that version is not here, as with one from another laptop.
const Framework* frameworkOfVersion(const Framework& ours, const OwnFrameworks& own, int version);
int nextFrameworkVersion(const Framework& ours, const OwnFrameworks& own);

/// The level sentence a tag was given by, when it has been reworded since; else empty.
std::string_view wordedThen(const Tag& tag, const Framework& inForce, const Framework& ours,
                            const OwnFrameworks& own);

/// Adds an indicator of the service's own to an outcome, without words yet, under a code that no
/// version has used. NotFound when there is no such outcome; Conflict with advice when
/// kMostIndicatorsInUse are in use.
Result<void> addLocalIndicator(Framework& draft, std::string_view outcomeCode,
                               const Framework& ours, const OwnFrameworks& own);

/// What the next version begins as: `chosen` under the next number, with every indicator that any
/// version has; one that `chosen` lacks is switched off.
Framework begunFrom(const Framework& chosen, const Framework& ours, const OwnFrameworks& own);
/// Every text on one line or a few, without blanks around it and without what no text may hold.
Framework cleaned(Framework framework);

/// One outcome as it came with Afternote. Local indicators stay, switched off.
void asItCame(Framework& draft, std::string_view outcomeCode, const Framework& ours);
/// Every outcome, and the names of the levels.
void asItCame(Framework& draft, const Framework& ours);

/// What a version has to be before it can be kept: checkFramework(), the lengths above, and
/// something to choose in every outcome in use. InvalidInput with a sentence that names the place.
Result<void> requireKeepable(const Framework& framework);
/// Every outcome and indicator of `earlier` is in `later`, or what was tagged would lose its name.
/// Conflict with advice naming the first that is not.
Result<void> requireEveryCodeOf(const Framework& earlier, const Framework& later);

}  // namespace journal
