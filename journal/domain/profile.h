#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/time.h"
#include "journal/domain/ids.h"

namespace journal {

enum class GoalState : std::uint8_t { Open, Reached, SetAside };
/// Stable names for files: "open", "reached", "set_aside"; parse accepts exactly these.
std::string_view name(GoalState state);
std::optional<GoalState> parseGoalState(std::string_view text);

/// What a young person and their tutor work towards in one term.
struct Goal {
  SchoolTerm term{};
  std::string text;  ///< stored text (mention.h)
  GoalState state = GoalState::Open;
  bool theirWords = false;  ///< the young person said it like this
  friend bool operator==(const Goal&, const Goal&) = default;
};

/// As many as somebody can keep in mind.
inline constexpr std::size_t kGoalsATerm = 3;

/// A young person's individual learning plan (domain.md 6.2, "ILP"): made with them, kept beside
/// their name. Stored text throughout.
struct Profile {
  NameId youngPerson;
  std::string interests;
  std::string whatHelps;
  std::vector<Goal> goals;  ///< at most kGoalsATerm of one term; oldest term first
  bool empty() const { return interests.empty() && whatHelps.empty() && goals.empty(); }
  friend bool operator==(const Profile&, const Profile&) = default;
};

}  // namespace journal
