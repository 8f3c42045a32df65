#pragma once

#include <string_view>
#include <vector>

#include "app/ui/kit.h"

// Where things go. Every region has a flow: widgets stack downwards over the full width, `gap`
// apart; a Row puts them side by side. All numbers are pixels at 100 %.

namespace app::ui {

/// Width names of DESIGN.md 7, by effective width.
enum class Breakpoint : std::uint8_t { XS, S, M, L, XL };
Breakpoint breakpointFor(float effectiveWidth);

/// Numbers of the frame for one window size; pure. Rects are in effective pixels.
struct ShellMetrics {
  Breakpoint breakpoint = Breakpoint::M;
  bool shortWindow = false;  ///< effective height under 640
  float sidebar = 208;       ///< 0 at XS, rail 64 at S
  float margin = 32;
  float header = 72;
  float footer = 48;
  Rect main = {};     ///< everything right of the sidebar
  Rect content = {};  ///< main, centred and at most 1680 wide
};
ShellMetrics shellMetrics(Vec2 effectiveWindow);

struct RegionStyle {
  Token fill = Token::Clear;
  float padX = 0;
  float padY = 0;
  float gap = 8;
  float radius = 0;     ///< of the fill
  bool scroll = false;  ///< wheel, keyboard and our thin bar when the content is taller
  bool bar =
      true;  ///< shows the thin bar; without it only the wheel and the keyboard scroll (rail)
  Token edge = Token::Clear;
};

/// A rectangle of the window (or of the enclosing region) with its own clip and flow.
class Region {
 public:
  /// At a fixed place, effective pixels from the window's top left. Also a Scope named `id`.
  Region(std::string_view id, Rect rect, RegionStyle style = {});
  ~Region();
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;
  Rect rect() const { return rect_; }  ///< effective pixels, window coordinates

 private:
  Scope scope_;
  Rect rect_ = {};
  RegionStyle style_;
};

/// Reserves space in the flow and says where, for a Region or drawing of one's own. Height 0: all
/// that is left in the enclosing region; width 0: the flow's.
Rect takeRect(float width, float height);

float availWidth();   ///< width of the flow
float availHeight();  ///< from here to the bottom of the region (the visible part)
float flowX();        ///< where the next widget starts, window coordinates
float flowY();
void space(float pixels);
void setGap(float pixels);
void indent(float pixels);  ///< moves the flow's left edge; negative brings it back
void hairline(float marginTop = 0, float marginBottom = 0);

/// Side by side, centred on a line of `height` (0: tops aligned, as tall as the tallest). What does
/// not fit goes on below.
class Row {
 public:
  explicit Row(float gap = 8, float height = 0);
  ~Row();
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;
  /// The next widgets end at the right edge; `width` is what they need together (see buttonWidth,
  /// textWidth).
  void pushRight(float width);
  float leftOver() const;  ///< width still free in this row
};

struct Track {
  float fixed = 0;  ///< pixels, when > 0
  float share = 1;  ///< of what is left
};
inline Track fixed(float px) {
  return {px, 0};
}
inline Track share(float part = 1) {
  return {0, part};
}

/// Equal or given columns from the same top. Call next() before each column; the flow continues
/// under the tallest.
class Columns {
 public:
  explicit Columns(std::vector<Track> tracks, float gap = 16);
  ~Columns();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;
  void next();
  float width() const;  ///< of the current column

 private:
  std::vector<Track> tracks_ = {};
  float gap_;
  std::size_t index_ = 0;
  float left_ = 0, top_ = 0, total_ = 0, bottom_ = 0, columnX_ = 0, columnWidth_ = 0;
};

struct CardStyle {
  Token fill = Token::Paper;
  Token edge = Token::Line;
  float radius = 14;
  float padX = 24;
  float padY = 20;
  float gap = 8;
  float width = 0;  ///< 0: the flow's
  float minHeight = 0;
  bool lift = false;  ///< floating depth instead of an edge (picker, current suggestion)
  bool dashed = false;
};

/// A paper card as tall as what is drawn inside. Also a Scope named `id`.
class Card {
 public:
  explicit Card(std::string_view id, CardStyle style = {});
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  Scope scope_;
  CardStyle style_;
  struct Memory;
  Memory* memory_;
};

/// Fills and edges drawn straight away, effective pixels.
void fillRect(Rect rect, Token fill, float radius = 0);
void strokeRect(Rect rect, Token edge, float radius = 0, bool dashed = false);
void liftRect(Rect rect, float radius = 14);  ///< paper with depth (DESIGN.md 2.6)

/// Sidebar and places
/// ---------------------------------------------------------------------------------------

struct NavItem {
  std::string key = {};  ///< "write"
  std::string label = {};
  Icon icon = Icon::None;
  int count = 0;  ///< shown when > 0
  bool separatorBefore = false;
};
struct ShellModel {
  std::vector<NavItem> items = {};
  std::string current = {};  ///< key of the place shown
  std::string personName = {};
  std::string personStatus = {};  ///< "Saved on this laptop"
  std::string worriedLabel = "Worried about someone?";
  std::string findLabel = "Find";
  std::string findKeys = "Ctrl K";
  bool showFind = true;
};
struct ShellResult {
  std::string chosen = {};  ///< key of a nav item pressed ("settings" included), or empty
  bool find = false;        ///< the Find box was pressed
  bool worried = false;     ///< the Worried button
};
/// Draws the sidebar, rail, or (XS) the menu button, for the current window. Paths: "nav/<key>",
/// "nav/find", "nav/worried". Settings is an item with key "settings": drawn at the foot.
ShellResult sidebar(const ShellModel& model, const ShellMetrics& metrics);

}  // namespace app::ui
