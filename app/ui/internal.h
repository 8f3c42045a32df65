#pragma once

#include <imgui.h>
#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui_internal.h>

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/ui/editor_state.h"
#include "app/ui/kit.h"
#include "app/ui/spelling.h"

// Shared by the kit's own sources only. Device pixels here, unless a name says otherwise.

namespace app::ui {

/// Where the next widget goes inside one region, card or column.
struct Flow {
  float x = 0;
  float y = 0;  ///< bottom of what was placed
  float w = 0;
  float top = 0;
  float gap = 0;
  float bottom = 0;  ///< of the visible region
  bool first = true;
  bool row = false;
  float rowX = 0, rowY = 0, rowHeight = 0, rowGap = 0, rowTallest = 0;
  bool rowFirst = true;
};

/// An interactive item of this frame, in the order Tab visits.
struct FocusEntry {
  ImGuiID id = 0;
  std::string path;
  ImGuiID region = 0;
  int layer = 0;
  int group = 0;
  int columns = 1;
  bool chosen = false;  ///< where Tab enters its group
  bool wantFirst = false;
};

struct ScopeEntry {
  std::size_t length = 0;  ///< of the path before it
  int texts = 0;           ///< unnamed texts so far
};

/// A one-line field being edited: only one at a time has the keyboard.
struct FieldMemory {
  ImGuiID id = 0;
  EditorState editor;
  float scrollX = 0;
  bool dragging = false;
  std::uint64_t frame = 0;
};

struct EditorMemory;  // text_editor.cpp

struct KitState {
  KitState();
  ~KitState();

  ImGuiContext* context = nullptr;
  std::shared_ptr<FontBook> fonts;
  FontLoader loader;
  Settings settings;
  Recorder* recorder = nullptr;
  SpellChecker* speller = nullptr;
  std::uint64_t frame = 0;
  double time = 0;

  std::string path;
  std::vector<ScopeEntry> scopes;
  std::vector<Flow> flows;

  ImGuiID focusId = 0;
  std::string focusedPath;
  bool focusVisible = false;
  bool focusIsText = false;  ///< as the last whole frame ended
  bool textSeen = false;     ///< a text with the keyboard was drawn in this frame
  std::vector<FocusEntry> order;
  std::vector<ImGuiID> savedFocus;  ///< one for each open layer, to return to
  std::string wantFocusPath;
  std::string wantScrollPath;
  std::string wantPressPath;
  bool scrollToFocus = false;
  int layer = 0;     ///< being drawn
  int topLayer = 0;  ///< front-most of the last frame: the only one that takes keys
  int seenLayer = 0;
  std::vector<int> outerLayers;  ///< of those being drawn
  int groupNow = 0, groupColumns = 1, groups = 0;
  ImRect ring;
  float ringRadius = 0;
  bool ringDrawn = false;
  bool ringAlways = false;

  std::u32string typedQueue;
  std::string typedNow;  ///< UTF-8 of this frame
  std::bitset<512> consumed;

  ImGuiID lastId = 0;
  ImRect lastBox;
  bool lastHovered = false;
  ImGuiID hoverId = 0;
  double hoverSince = 0;
  std::string tooltipWords;
  ImRect tooltipBox;

  std::unordered_map<ImGuiID, float> heat;  ///< hover colour, 0 to 1
  bool moving = false;                      ///< something changed by itself this frame
  bool wasMoving = false;
  double stirredAt = 0;  ///< when a key or the pointer last moved
  ImGuiID openMenu = 0;
  std::string menuSearch;
  std::unordered_map<ImGuiID, float>
      heights;  ///< remembered content heights (dialogs, scroll areas)
  FieldMemory field;
  std::string copiedPlain;  ///< what we last put on the clipboard, and its storage form
  std::string copiedStored;
  std::unordered_map<ImGuiID, std::unique_ptr<EditorMemory>> editors;
};

KitState& kit();  ///< the current one; precondition: a Kit exists

float px(float effective);   ///< to device pixels, rounded
float raw(float effective);  ///< to device pixels, not rounded
float hair();                ///< thickness of a hairline
float edge();                ///< thickness of a border: 1, or 2 in high contrast
Rect toEffective(const ImRect& box);
ImRect toDevice(const Rect& rect);
ImU32 ink(Token token);
ImU32 ink(Token from, Token to, float t);
ImU32 ink(Colour colour, float alpha = 1);
bool highContrast();

/// Whether carets blink now: not when kept still, and not after a while in which nobody did
/// anything, so that a program left alone costs nothing.
bool caretsBlink();
/// Whether a caret that last moved `since` seconds ago is in the lit half of its blinking.
bool caretLit(double since);

ImFont* fontOf(Type type);
float widthOf(Type type, std::string_view text);
/// Draws one line; `at` is the top left of its line box of `line` pixels (0: the role's own).
void drawText(ImDrawList& list, Type type, ImVec2 at, ImU32 colour, std::string_view text,
              float line = 0);
float lineOf(Type type);  ///< the role's line height
/// As much of `text` as fits, with an ellipsis when cut.
std::string elided(Type type, std::string_view text, float width);
std::vector<std::string_view> wrapped(Type type, std::string_view text, float width, bool balanced);
Type iconType(int size);
void drawIcon(ImDrawList& list, Icon icon, ImVec2 centre, int size, ImU32 colour);
/// Thickness `thick`, 6 on 4 off unless told.
void dashedRect(ImDrawList& list, const ImRect& box, ImU32 colour, float radius, float thick);

ImGuiWindow* window();
ImDrawList& draw();
Flow& flow();
ImRect place(float width, float height);  ///< next place in the flow
/// Width for a full-width widget: `effective` px if given, else what the flow has left.
float widthOr(float effective);

std::string itemPath(std::string_view key);
ImGuiID idOf(std::string_view path);

struct ItemSpec {
  std::string_view key;
  std::string_view role = "button";
  std::string_view name;
  std::string_view value = {};
  std::string_view notYet = {};  ///< reason; the item stays focusable and does not press
  bool chip = false;
  bool text = false;                    ///< takes typing: Space and Enter are its own
  bool chosen = false;                  ///< where Tab enters its group
  float radius = 10;                    ///< of the focus ring, effective
  const RecordedText* typed = nullptr;  ///< of a text, while something listens
};
struct Item {
  ImGuiID id = 0;
  ImRect box;
  bool drawn = true;
  bool hovered = false;
  bool held = false;
  bool pressed = false;
  bool focused = false;
  float heat = 0;
};
/// Adds an interactive item: mouse by ImGui's own hit test, keyboard by our focus order, a recorder
/// row.
Item interactive(const ImRect& box, const ItemSpec& spec);
/// Recorder row for something not interactive. An empty key gets "text#n".
void recordStatic(const ImRect& box, std::string_view role, std::string_view name,
                  std::string_view key = {}, std::string_view value = {});
void setFocus(ImGuiID id, bool byKey);
void finishFocus();    ///< end of frame: layers, Tab and arrows, the focus ring
void finishTooltip();  ///< end of frame: draws what tooltip() asked for
/// The ring round the item drawn now; `always` also when the keyboard came by mouse (fields).
void askRing(const ImRect& box, float radius, bool always);

bool keyPressed(Key key, bool repeat = true);  ///< not consumed yet
void consume(Key key);
bool takeKey(Key key);   ///< whether it was pressed, and consumes it
int nativeKey(Key key);  ///< index into io.KeysDown
/// Keys reach only what is in the front-most layer.
bool layerActive();

/// A window over everything drawn so far that takes the mouse; contents are in the next layer.
void beginLayer(std::string_view name, Token scrim);
void endLayer();

/// What needs a look under a field: its mark and the words, wrapped.
void problemLine(std::string_view words);

void drawLift(ImDrawList& list, const ImRect& box, float radius);
void drawHead(ImDrawList& list, ImVec2 centre, float radius, Domain domain, bool hollow, ImU32 mark,
              ImU32 fill, float thick = 2);

}  // namespace app::ui
