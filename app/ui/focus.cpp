#include <algorithm>

#include "app/ui/internal.h"

// Who has the keyboard. ImGui 1.86's own navigation stays off: its Tab reaches text inputs only and
// its arrows stop at child windows (architecture.md 2).

namespace app::ui {
namespace {

bool modifierHeld() {
  const ImGuiIO& io = ImGui::GetIO();
  return io.KeyCtrl || io.KeyAlt || io.KeySuper;
}

std::size_t indexOfFocus(const std::vector<FocusEntry>& order) {
  const ImGuiID id = kit().focusId;
  const auto at =
      std::find_if(order.begin(), order.end(), [id](const FocusEntry& e) { return e.id == id; });
  return static_cast<std::size_t>(at - order.begin());
}

void moveFocus(const FocusEntry& entry) {
  setFocus(entry.id, true);
  kit().scrollToFocus = true;
}

/// Tab visits a group once: at the item that has the keyboard, else at the chosen one, else at the
/// first.
std::vector<FocusEntry> tabStops(const std::vector<FocusEntry>& order, int layer) {
  std::vector<FocusEntry> stops;
  for (const FocusEntry& entry : order) {
    if (entry.layer != layer) continue;
    if (entry.group != 0 && !stops.empty() && stops.back().group == entry.group) {
      const bool better =
          entry.id == kit().focusId || (entry.chosen && stops.back().id != kit().focusId);
      if (better) stops.back() = entry;
      continue;
    }
    stops.push_back(entry);
  }
  return stops;
}

void onTab(bool backwards) {
  KitState& s = kit();
  const std::vector<FocusEntry> stops = tabStops(s.order, s.seenLayer);
  if (stops.empty()) return;
  const std::size_t at = indexOfFocus(stops);
  const std::size_t count = stops.size();
  std::size_t next = 0;
  if (at == count) {
    next = backwards ? count - 1 : 0;
  } else {
    next = backwards ? (at + count - 1) % count : (at + 1) % count;
  }
  moveFocus(stops[next]);
}

/// To the first stop of the next region that has one, round and round.
void onRegion(bool backwards) {
  KitState& s = kit();
  const std::vector<FocusEntry> stops = tabStops(s.order, s.seenLayer);
  std::vector<const FocusEntry*> firsts;
  std::size_t own = 0;
  for (const FocusEntry& stop : stops) {
    const auto same = [&](const FocusEntry* first) { return first->region == stop.region; };
    auto at = std::find_if(firsts.begin(), firsts.end(), same);
    if (at == firsts.end()) at = firsts.insert(at, &stop);
    if (stop.id == s.focusId) own = static_cast<std::size_t>(at - firsts.begin());
  }
  if (firsts.empty()) return;
  const std::size_t count = firsts.size();
  moveFocus(*firsts[(own + (backwards ? count - 1 : 1)) % count]);
}

void onArrow(int dx, int dy) {
  KitState& s = kit();
  const std::size_t at = indexOfFocus(s.order);
  if (at == s.order.size() || s.order[at].group == 0 || s.order[at].layer != s.seenLayer) return;
  std::vector<FocusEntry> group;
  std::size_t own = 0;
  for (const FocusEntry& entry : s.order) {
    if (entry.group != s.order[at].group) continue;
    if (entry.id == s.focusId) own = group.size();
    group.push_back(entry);
  }
  const int columns = std::max(1, s.order[at].columns);
  const int step = dx != 0 ? dx : dy * columns;
  const int target = static_cast<int>(own) + step;
  if (target < 0 || target >= static_cast<int>(group.size())) return;
  moveFocus(group[static_cast<std::size_t>(target)]);
}

void moveByKeys() {
  if (modifierHeld()) return;
  if (keyPressed(Key::Tab)) {
    consume(Key::Tab);
    onTab(ImGui::GetIO().KeyShift);
  }
  if (takeKey(Key::F6)) onRegion(ImGui::GetIO().KeyShift);
  if (keyPressed(Key::Left)) onArrow(-1, 0);
  if (keyPressed(Key::Right)) onArrow(1, 0);
  if (keyPressed(Key::Up)) onArrow(0, -1);
  if (keyPressed(Key::Down)) onArrow(0, 1);
}

const FocusEntry* firstOf(const std::vector<FocusEntry>& order, int layer, bool mustWant) {
  for (const FocusEntry& entry : order) {
    if (entry.layer == layer && (entry.wantFirst || !mustWant)) return &entry;
  }
  return nullptr;
}

/// Opening a layer gives it the keyboard; closing it gives the keyboard back.
void followLayers() {
  KitState& s = kit();
  while (s.topLayer < s.seenLayer) {
    s.savedFocus.push_back(s.focusId);
    ++s.topLayer;
    const FocusEntry* first = firstOf(s.order, s.seenLayer, true);
    if (first == nullptr) first = firstOf(s.order, s.seenLayer, false);
    const bool alreadyInside = indexOfFocus(s.order) < s.order.size() &&
                               s.order[indexOfFocus(s.order)].layer == s.seenLayer;
    if (!alreadyInside) setFocus(first != nullptr ? first->id : 0, s.focusVisible);
  }
  while (s.topLayer > s.seenLayer) {
    if (!s.savedFocus.empty()) {
      setFocus(s.savedFocus.back(), s.focusVisible);
      s.savedFocus.pop_back();
    }
    --s.topLayer;
  }
}

void followVanished() {
  KitState& s = kit();
  const std::size_t at = indexOfFocus(s.order);
  if (at < s.order.size() && s.order[at].layer == s.seenLayer) {
    s.focusedPath = s.order[at].path;
    return;
  }
  const FocusEntry* first = firstOf(s.order, s.seenLayer, true);
  setFocus(first != nullptr ? first->id : 0, s.focusVisible);
  s.focusedPath = first != nullptr ? first->path : std::string();
}

void drawRing() {
  KitState& s = kit();
  if (!s.ringDrawn || (!s.focusVisible && !s.ringAlways)) return;
  const float thick = s.settings.thickFocus || highContrast() ? 3 : 2;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  ImRect box = s.ring;
  const float out = raw(2) + raw(thick) / 2;
  box.Expand(out);
  list.AddRect(box.Min, box.Max, ink(Token::Heather), raw(s.ringRadius) + out, 0, raw(thick));
}

}  // namespace

void setFocus(ImGuiID id, bool byKey) {
  KitState& s = kit();
  s.focusId = id;
  s.focusVisible = byKey;
}

bool layerActive() {
  return kit().layer >= kit().topLayer;
}

int nativeKey(Key key) {
  const ImGuiIO& io = ImGui::GetIO();
  switch (key) {
    case Key::Escape:
      return io.KeyMap[ImGuiKey_Escape];
    case Key::Enter:
      return io.KeyMap[ImGuiKey_Enter];
    case Key::Tab:
      return io.KeyMap[ImGuiKey_Tab];
    case Key::Backspace:
      return io.KeyMap[ImGuiKey_Backspace];
    case Key::Insert:
      return io.KeyMap[ImGuiKey_Insert];
    case Key::Delete:
      return io.KeyMap[ImGuiKey_Delete];
    case Key::Right:
      return io.KeyMap[ImGuiKey_RightArrow];
    case Key::Left:
      return io.KeyMap[ImGuiKey_LeftArrow];
    case Key::Down:
      return io.KeyMap[ImGuiKey_DownArrow];
    case Key::Up:
      return io.KeyMap[ImGuiKey_UpArrow];
    case Key::PageUp:
      return io.KeyMap[ImGuiKey_PageUp];
    case Key::PageDown:
      return io.KeyMap[ImGuiKey_PageDown];
    case Key::Home:
      return io.KeyMap[ImGuiKey_Home];
    case Key::End:
      return io.KeyMap[ImGuiKey_End];
    case Key::Space:
      return io.KeyMap[ImGuiKey_Space];
    default:
      return static_cast<int>(key);
  }
}

bool keyPressed(Key key, bool repeat) {
  const int native = nativeKey(key);
  if (native <= 0 || native >= 512 || kit().consumed[static_cast<std::size_t>(native)])
    return false;
  if (ImGui::IsKeyPressed(native, repeat)) return true;
  const int keypad = ImGui::GetIO().KeyMap[ImGuiKey_KeyPadEnter];
  return key == Key::Enter && keypad > 0 && ImGui::IsKeyPressed(keypad, repeat);
}

void consume(Key key) {
  const int native = nativeKey(key);
  if (native > 0 && native < 512) kit().consumed.set(static_cast<std::size_t>(native));
}

bool takeKey(Key key) {
  if (!keyPressed(key)) return false;
  consume(key);
  return true;
}

bool shortcut(Chord chord) {
  KitState& s = kit();
  const ImGuiIO& io = ImGui::GetIO();
  if (!(layerActive() || chord.anywhere) || io.KeyCtrl != chord.ctrl || io.KeyAlt != chord.alt ||
      io.KeyShift != chord.shift)
    return false;
  const bool printable = static_cast<int>(chord.key) < 256;
  if (printable && !chord.ctrl && !chord.alt && s.focusIsText) return false;
  if (!keyPressed(chord.key, false)) return false;
  consume(chord.key);
  return true;
}

FocusGroup::FocusGroup(int columns) {
  KitState& s = kit();
  s.groupNow = ++s.groups;
  s.groupColumns = columns;
}
FocusGroup::~FocusGroup() {
  kit().groupNow = 0;
}

void wantFirstFocus() {
  KitState& s = kit();
  for (FocusEntry& entry : s.order) {
    if (entry.id == s.lastId) entry.wantFirst = true;
  }
}

void finishFocus() {
  KitState& s = kit();
  s.scrollToFocus = false;
  s.focusIsText = s.textSeen;
  followLayers();
  followVanished();
  moveByKeys();
  drawRing();
}

}  // namespace app::ui
