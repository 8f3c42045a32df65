#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "app/model/circle_held_model.h"
#include "app/model/edited_text.h"

// What is typed and unfolded in the groups. The only part of them that a view may write.

namespace app::model {

inline constexpr std::size_t kRoundPrompts = 5;

/// A round while its words are changed.
struct RoundUi {
  std::string name;
  std::string who;
  std::array<std::string, kRoundPrompts> prompts;
  std::string turn = "0";  ///< minutes for each speaker; "0" not timed
};
struct CirclePlanUi {
  std::string title;
  std::string date;    ///< "2026-02-05"
  std::string starts;  ///< "12:30"
  std::string question;
  std::string person;  ///< a name to add
  std::string host;    ///< where the room opens
  RoundUi round;
};
struct CircleUi {
  std::string code;  ///< to join with
  CirclePlanUi plan;
  GroupRecordUi held;
  EditedText words;   ///< silent writing
  EditedText moment;  ///< the entry a moment is chosen from
  /// What is typed or chosen while a session runs, by field: "question", "theme", "action".
  std::map<std::string, std::string> typed;
};

/// Overwrites every word in it.
void wipe(CircleUi& circle);

}  // namespace app::model
