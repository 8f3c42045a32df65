#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/kit.h"

// The stave and what stands on it. Levels run 1 to 5 from the lowest line up; oval musical, diamond
// personal, triangle social; hollow is first seen, filled the most recent.

namespace app::ui {

/// Radii in pixels: 4.6 dashboard, 5.6 in 16 px icons, 6.6 journey, 7 picker, 21 timer.
struct NoteHead {
  Domain domain = Domain::Musical;
  float radius = 5.6F;
  bool hollow = false;
  Token hollowFill = Token::Paper;  ///< so that lines do not show through
};
/// Takes 16 (or as needed) pixels in the flow.
void noteHead(const NoteHead& head);
/// At a place, effective pixels.
void drawNoteHead(Vec2 centre, const NoteHead& head);
void drawNoteHead(Vec2 centre, const NoteHead& head, Token mark);
void drawStave(Rect rect, float lineGap,
               Token line = Token::Stave);  ///< five lines, the first at rect.y

/// The Afternote mark: two note-heads; `size` is the height of the small square it fills.
void brandMark(float size = 26);
void brand(float size = 26);  ///< mark and name
/// The unlock picture: stave across `rect` with the two notes (01).
void unlockPicture(Rect rect);
/// The first-run steps on a stave (13). `current` counts from 0.
void stepsPicture(Rect rect, const std::vector<std::string>& steps, std::size_t current);

/// 1 to 5, 0 for the rest ("No chance to see it").
using Level = int;
inline constexpr Level kNoChance = 0;

struct LevelPickerModel {
  Domain domain = Domain::Musical;
  std::array<std::string, 5> names = {};      ///< short: "Not yet", ...
  std::array<std::string, 5> sentences = {};  ///< the indicator's own words, spoken with the name
  std::string restName = "No chance to see it";
  std::optional<Level> lastTime = {};  ///< heather bar under it
};
/// Five levels on a stave, then the rest. Left, Right, 1-5 and 0 choose. True when `chosen`
/// changed. Paths:
/// "<key>/level[1]" ... "<key>/level[5]", "<key>/rest".
bool levelPicker(std::string_view key, const LevelPickerModel& model, std::optional<Level>& chosen,
                 float width = 412);

/// First to latest level on a small stave. `enough` false shows "Too few to show yet".
struct FigureModel {
  Domain domain = Domain::Musical;
  int number = 0;             ///< the outcome's digit; 0: none
  std::string name = {};      ///< "Own choices"
  std::string movement = {};  ///< "Glimpsed to mostly"
  std::string detail = {};    ///< "about 30"
  Level first = 1;
  Level latest = 1;
  bool enough = true;
  std::string tooFew = "Too few to show yet";
  bool chosen = false;
};
/// A row of a domain's card (74 high). True when pressed; figures that are too few do not press.
bool figureRow(std::string_view key, const FigureModel& model);
/// The wide stave of the drawer, words under both ends.
void figureStave(std::string_view key, const FigureModel& model, std::string_view firstWords,
                 std::string_view latestWords);

/// One series of levels over time for a journey; x in 0..1.
struct JourneyPoint {
  float x = 0;
  Level level = 1;
  std::string name = {};  ///< read out: "15 January, Prompted"
};
/// Index of the note pressed in this frame, or -1. Paths "<key>/note[i]".
int journeyStave(std::string_view key, Domain domain, const std::vector<JourneyPoint>& points,
                 int chosen = -1, float height = 96);

}  // namespace app::ui
