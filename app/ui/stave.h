#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/kit.h"
#include "app/ui/text.h"

// The journey of a young person (04): levels over time on five lines, and the passages behind them.

namespace app::ui {

struct StaveNote {
  float x = 0;  ///< 0 to 1 along the time that all staves share
  int level = 1;
  std::string name = {};  ///< read out: "15 January, prompted"
};
struct StaveMonth {
  float x = 0;
  std::string name = {};
};
struct JourneyChartModel {
  Domain domain = Domain::Musical;
  std::vector<StaveNote> notes = {};  ///< oldest first; hollow is the first seen
  std::vector<StaveMonth> months = {};
  std::string label = {};  ///< at the end of the line
  int chosen = -1;
};
/// Index of the note pressed in this frame, or -1. Left and Right move from note to note. Paths
/// "<key>/note[i]".
int journeyChart(std::string_view key, const JourneyChartModel& model);
/// Names of the months under the staves, where they fit.
void monthAxis(std::string_view key, const std::vector<StaveMonth>& months);

/// One step of a journey in words: the level in a circle, and what was written.
struct PassageStepModel {
  Domain domain = Domain::Musical;
  int level = 1;
  bool latest = false;  ///< filled strongly
  bool chosen = false;
  bool lastOne = false;  ///< no line to the next
  std::string date = {};
  std::vector<TextRun> words = {};
  std::string detail = {};  ///< "Tutor, small group"
};
/// Pressed as a whole.
bool passageStep(std::string_view key, const PassageStepModel& model);

}  // namespace app::ui
