#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/base/time.h"

namespace journal {

/// The code of an indicator in the framework in force, e.g. "P4.1": domain letter, outcome,
/// indicator. Well-formed is not the same as known: ask Framework::find.
class IndicatorCode {
 public:
  IndicatorCode() = default;  ///< empty, names nothing
  /// nullopt unless one to three upper-case letters, a number, a dot, a number.
  static std::optional<IndicatorCode> parse(std::string_view text);
  const std::string& text() const { return text_; }
  std::string domainCode() const;   ///< "P"
  std::string outcomeCode() const;  ///< "P4"
  friend auto operator<=>(const IndicatorCode&, const IndicatorCode&) = default;

 private:
  std::string text_;
};

/// 1 "not yet seen here" to 5 "settled, and carried further" (domain.md 3.5). "No chance to see it"
/// is the absence of a level (std::nullopt), never level 1.
class Level {
 public:
  static std::optional<Level> of(int value);  ///< nullopt outside 1..5
  int value() const { return value_; }
  friend auto operator<=>(const Level&, const Level&) = default;

 private:
  explicit Level(int value) : value_(static_cast<std::uint8_t>(value)) {}
  std::uint8_t value_ = 1;
};

struct Indicator {
  IndicatorCode code;
  std::string name;
  std::array<std::string, 5> levels;  ///< one sentence each, 1 to 5
  bool local = false;                 ///< the service's own, beside what came with Afternote
  bool off = false;                   ///< not offered for new tags; what was tagged keeps its name
  friend bool operator==(const Indicator&, const Indicator&) = default;
};

struct Outcome {
  std::string code;  ///< "P4"
  std::string name;
  std::string shortName;  ///< at most 18 characters
  std::string youngPersonStatement;
  std::vector<Indicator> indicators;
  bool off = false;  ///< not offered for new tags, with everything in it
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct Domain {
  std::string code;  ///< "M", "P", "S"; always shown in the framework's order, side by side
  std::string name;
  std::vector<Outcome> outcomes;
  friend bool operator==(const Domain&, const Domain&) = default;
};

/// What a service looks for. Immutable once loaded; a change is a new version (domain.md 3.6,
/// own_framework.h).
struct Framework {
  int version = 0;
  std::string name;
  std::array<std::string, 5> levelNames;  ///< "Not yet" .. "Settled"
  std::array<std::string, 5> scaleRule;   ///< "not yet seen here" ..
  std::string noChanceName;               ///< "No chance to see it"
  std::vector<Domain> domains;

  /// Pointers live as long as this Framework. nullptr when unknown.
  const Indicator* find(const IndicatorCode& code) const;
  const Outcome* findOutcome(std::string_view outcomeCode) const;
  const Domain* findDomain(std::string_view domainCode) const;
  friend bool operator==(const Framework&, const Framework&) = default;
};

/// Checks what no JSON schema can: codes unique and nested properly, five non-empty level sentences
/// each, names not empty. InvalidInput with `detail` naming the code at fault.
Result<void> checkFramework(const Framework& framework);

/// The indicator in use of `domain` (name or code, any case; empty or unknown: all) whose wording
/// is nearest to a free phrase such as "helps a peer without being asked", by shared word stems.
/// Deterministic; nullopt when nothing at all is shared. For many phrases build one
/// IndicatorMatcher (indicator_matcher.h).
std::optional<IndicatorCode> nearestIndicator(const Framework& framework, std::string_view domain,
                                              std::string_view phrase);

}  // namespace journal
