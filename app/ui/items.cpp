#include <algorithm>

#include "app/ui/internal.h"

// What every widget does: take a place, take part in hit-testing and focus, and say what it is.

namespace app::ui {

Flow& flow() {
  return kit().flows.back();
}

ImRect place(float width, float height) {
  Flow& f = flow();
  if (f.row) {
    const float gap = f.rowFirst ? 0 : f.rowGap;
    if (!f.rowFirst &&
        f.rowX + gap + width > f.x + f.w + px(2)) {  // no room left: the row goes on below
      f.rowY += std::max(f.rowHeight, f.rowTallest) + f.rowGap;
      f.rowX = f.x;
      f.rowTallest = 0;
    } else {
      f.rowX += gap;
    }
    f.rowFirst = false;
    const float y = f.rowHeight > 0 ? f.rowY + std::round((f.rowHeight - height) / 2) : f.rowY;
    const ImRect box(f.rowX, y, f.rowX + width, y + height);
    f.rowX += width;
    f.rowTallest = std::max(f.rowTallest, height);
    return box;
  }
  if (!f.first) f.y += f.gap;
  f.first = false;
  const ImRect box(f.x, f.y, f.x + width, f.y + height);
  f.y += height;
  return box;
}

float widthOr(float effective) {
  if (effective > 0) return px(effective);
  const Flow& f = flow();
  if (!f.row) return f.w;
  return std::max(1.0F, f.x + f.w - f.rowX - (f.rowFirst ? 0 : f.rowGap));
}

std::string itemPath(std::string_view key) {
  std::string path = kit().path;
  if (!path.empty()) path += '/';
  return path.append(key);
}

ImGuiID idOf(std::string_view path) {
  return ImHashStr(path.data(), path.size(), 0);
}

namespace {

Rect asRect(const ImRect& box) {
  return {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()};
}

bool mostlyVisible(const ImRect& box, const ImRect& clip) {
  ImRect seen = box;
  seen.ClipWithFull(clip);
  return seen.GetWidth() > 0 && seen.GetHeight() > 0 && 2 * seen.GetArea() >= box.GetArea();
}

bool someRegionScrolls() {
  for (const ImGuiWindow* own = window(); own != nullptr; own = own->ParentWindow) {
    const bool wheel = (own->Flags & ImGuiWindowFlags_NoScrollWithMouse) == 0;
    if (wheel && own->ScrollMax.y > 0) return true;
  }
  return false;
}

void addRow(const ImRect& box, const ItemSpec& spec, const Item& item, std::string path,
            bool isInteractive) {
  KitState& s = kit();
  const ImRect clip = window()->ClipRect;
  RecordedItem row;
  row.path = std::move(path);
  row.role = spec.role;
  row.name = spec.name;
  row.value = spec.value;
  row.reason = spec.notYet;
  row.rect = asRect(box);
  row.clip = asRect(clip);
  row.enabled = spec.notYet.empty();
  row.visible = mostlyVisible(box, clip);
  row.focused = item.focused;
  row.interactive = isInteractive;
  row.chip = spec.chip;
  row.chosen = spec.chosen;
  row.layer = s.layer;
  row.scrolls = someRegionScrolls();
  if (spec.typed != nullptr) row.text = *spec.typed;
  s.recorder->add(std::move(row));
}

float warm(ImGuiID id, bool hot) {
  KitState& s = kit();
  const auto found = s.heat.find(id);
  if (!hot && found == s.heat.end()) return 0;
  float& t = found != s.heat.end() ? found->second : s.heat[id];
  const float target = hot ? 1 : 0;
  const float step = s.settings.still ? 1 : ImGui::GetIO().DeltaTime / 0.08F;  // DESIGN.md 6: 80 ms
  t = hot ? std::min(target, t + step) : std::max(target, t - step);
  if (t != target) s.moving = true;
  const float now = t;
  if (now == 0) s.heat.erase(id);
  return now;
}

void bringIntoView(const ImRect& box) {
  ImRect roomy = box;
  roomy.Expand(ImVec2(0, px(8)));
  roomy.Min.y -= px(22);  // the label over a field comes into view with it
  ImGui::ScrollToBringRectIntoView(window(), roomy);
}

void joinFocusOrder(const ItemSpec& spec, const Item& item, const std::string& path) {
  KitState& s = kit();
  FocusEntry entry;
  entry.id = item.id;
  entry.path = path;
  entry.region = ImGui::GetCurrentWindow()->ID;
  entry.layer = s.layer;
  entry.group = s.groupNow;
  entry.columns = s.groupColumns;
  entry.chosen = spec.chosen;
  s.order.push_back(std::move(entry));
  s.seenLayer = std::max(s.seenLayer, s.layer);
}

void followRequests(const ImRect& box, const std::string& path, Item& item) {
  KitState& s = kit();
  if (!s.wantFocusPath.empty() && s.wantFocusPath == path) {
    s.wantFocusPath.clear();
    setFocus(item.id, true);
    s.scrollToFocus = true;
  }
  if (!s.wantScrollPath.empty() && s.wantScrollPath == path) {
    s.wantScrollPath.clear();
    bringIntoView(box);
  }
  item.focused = s.focusId == item.id && layerActive();
  if (item.focused && s.scrollToFocus) bringIntoView(box);
}

bool pressedByRequest(const Item& item, const std::string& path) {
  KitState& s = kit();
  if (s.wantPressPath.empty() || s.wantPressPath != path || !layerActive()) return false;
  s.wantPressPath.clear();
  setFocus(item.id, true);
  bringIntoView(item.box);
  return true;
}

bool pressedByKey(const Item& item, const ItemSpec& spec) {
  if (!item.focused || spec.text) return false;
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl || io.KeyAlt) return false;
  for (const Key key : {Key::Enter, Key::Space}) {
    if (!keyPressed(key, false)) continue;
    consume(key);
    return true;
  }
  return false;
}

void rememberHover(const Item& item) {
  KitState& s = kit();
  s.lastId = item.id;
  s.lastBox = item.box;
  s.lastHovered = item.hovered;
  if (item.hovered && s.hoverId != item.id) {
    s.hoverId = item.id;
    s.hoverSince = s.time;
  } else if (!item.hovered && s.hoverId == item.id) {
    s.hoverId = 0;
  }
}

}  // namespace

Item interactive(const ImRect& box, const ItemSpec& spec) {
  KitState& s = kit();
  Item item;
  item.box = box;
  const std::string path = itemPath(spec.key);
  item.id = idOf(path);
  item.drawn = ImGui::ItemAdd(box, item.id);
  // Ids that do not come from a window's stack are not kept alive by asking for them: without this,
  // a press held for more than one frame is forgotten before it ends.
  ImGui::KeepAliveID(item.id);
  bool clicked = false;
  if (item.drawn) {
    const ImGuiButtonFlags flags =
        spec.text ? ImGuiButtonFlags{ImGuiButtonFlags_PressedOnClick} : 0;
    clicked = ImGui::ButtonBehavior(box, item.id, &item.hovered, &item.held, flags);
  }
  if (item.held && ImGui::IsMouseClicked(0)) setFocus(item.id, false);
  joinFocusOrder(spec, item, path);
  followRequests(box, path, item);
  const bool activated = pressedByRequest(item, path) || clicked || pressedByKey(item, spec);
  item.pressed = activated && spec.notYet.empty();
  item.heat = warm(item.id, item.hovered && spec.notYet.empty());
  rememberHover(item);
  if (item.focused) askRing(box, spec.radius, spec.text);
  if (s.recorder != nullptr) addRow(box, spec, item, path, true);
  return item;
}

void recordStatic(const ImRect& box, std::string_view role, std::string_view name,
                  std::string_view key, std::string_view value) {
  KitState& s = kit();
  s.lastId = 0;
  s.lastBox = box;
  s.lastHovered =
      ImGui::IsMouseHoveringRect(box.Min, box.Max) && window() == s.context->HoveredWindow;
  if (s.recorder == nullptr) return;
  ItemSpec spec;
  spec.role = role;
  spec.name = name;
  spec.value = value;
  std::string path =
      key.empty() ? itemPath("text#" + std::to_string(++s.scopes.back().texts)) : itemPath(key);
  addRow(box, spec, Item{}, std::move(path), false);
}

void askRing(const ImRect& box, float radius, bool always) {
  KitState& s = kit();
  ImRect seen = box;
  ImRect clip = window()->ClipRect;
  clip.Expand(px(4));
  if (!clip.Overlaps(seen)) return;
  seen.ClipWith(clip);
  s.ring = seen;
  s.ringRadius = radius;
  s.ringDrawn = true;
  s.ringAlways = always;
}

void beginLayer(std::string_view name, Token scrim) {
  KitState& s = kit();
  s.outerLayers.push_back(s.layer);
  s.layer = ++s.seenLayer;  // over all that was drawn before it, its neighbours included
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(size);
  const std::string label = std::string("##layer/").append(name);
  ImGui::Begin(label.c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
  ImGui::BringWindowToDisplayFront(window());
  if (scrim != Token::Clear) draw().AddRectFilled(ImVec2(0, 0), size, ink(scrim));
  Flow f;
  f.w = size.x;
  f.bottom = size.y;
  s.flows.push_back(f);
}

void endLayer() {
  KitState& s = kit();
  s.flows.pop_back();
  ImGui::End();
  s.layer = s.outerLayers.back();
  s.outerLayers.pop_back();
}

}  // namespace app::ui
