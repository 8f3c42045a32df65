#include "app/ui/layout.h"

#include <algorithm>
#include <cmath>

#include "app/ui/internal.h"

namespace app::ui {
namespace {

/// Our thin bar: 8 px thumb, no track, 4 px from the edge (DESIGN.md 7).
void scrollbar(const ImRect& outer) {
  ImGuiWindow* const own = window();
  if (own->ScrollMax.y <= 0) return;
  const float width = px(8);
  const float shown = outer.GetHeight();
  const float whole = shown + own->ScrollMax.y;
  const float length = std::max(px(28), std::round(shown * shown / whole) - px(8));
  const float travel = std::max(1.0F, shown - length - px(8));
  const float top = outer.Min.y + px(4) + std::round(travel * own->Scroll.y / own->ScrollMax.y);
  const ImRect thumb(outer.Max.x - px(4) - width, top, outer.Max.x - px(4), top + length);
  const ImGuiID id = own->GetID("##thumb");
  ImGui::KeepAliveID(id);
  bool hovered = false;
  bool held = false;
  ImRect target = thumb;
  target.Expand(ImVec2(px(4), 0));
  ImGui::ButtonBehavior(target, id, &hovered, &held);
  if (held)
    own->Scroll.y =
        std::clamp(own->Scroll.y + ImGui::GetIO().MouseDelta.y * own->ScrollMax.y / travel, 0.0F,
                   own->ScrollMax.y);
  draw().PushClipRect(outer.Min, outer.Max);
  draw().AddRectFilled(thumb.Min, thumb.Max, ink(hovered || held ? Token::Ink3 : Token::Line2),
                       width / 2);
  draw().PopClipRect();
}

/// Page keys and, where nothing else wants them, arrows scroll the region under the keyboard's
/// layer.
void scrollByKeys(float page) {
  ImGuiWindow* const own = window();
  if (own->ScrollMax.y <= 0 || !layerActive() || kit().focusIsText) return;
  const auto by = [&](Key key, float distance) {
    if (!keyPressed(key)) return;
    consume(key);
    own->Scroll.y = std::clamp(own->Scroll.y + distance, 0.0F, own->ScrollMax.y);
  };
  by(Key::PageDown, page * 0.9F);
  by(Key::PageUp, -page * 0.9F);
}

}  // namespace

Region::Region(std::string_view id, Rect rect, RegionStyle style)
    : scope_(id), rect_(rect), style_(style) {
  KitState& s = kit();
  const ImRect box = toDevice(rect);
  if (style.fill != Token::Clear)
    draw().AddRectFilled(box.Min, box.Max, ink(style.fill), raw(style.radius));
  if (style.edge != Token::Clear)
    draw().AddRect(box.Min, box.Max, ink(style.edge), raw(style.radius), 0, edge());
  ImGui::SetCursorScreenPos(box.Min);
  const ImGuiWindowFlags wheel = style.scroll ? 0 : ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::BeginChild(idOf(s.path),
                    ImVec2(std::max(1.0F, box.GetWidth()), std::max(1.0F, box.GetHeight())), false,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav |
                        ImGuiWindowFlags_NoBackground | wheel);
  if (!style.scroll) ImGui::SetScrollY(0);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  Flow f;
  f.x = start.x + px(style.padX);
  f.y = f.top = start.y + px(style.padY);
  f.w = box.GetWidth() - 2 * px(style.padX);
  f.gap = px(style.gap);
  f.bottom = box.Max.y - px(style.padY);
  s.flows.push_back(f);
}

Region::~Region() {
  const Flow f = flow();
  kit().flows.pop_back();
  const ImRect box = toDevice(rect_);
  if (style_.scroll) {
    ImGui::SetCursorScreenPos(ImVec2(f.x, f.y));
    ImGui::ItemSize(ImVec2(1, px(style_.padY)));
    scrollByKeys(box.GetHeight());
    if (style_.bar) scrollbar(box);
  }
  ImGui::EndChild();
}

Rect takeRect(float width, float height) {
  const float tall =
      height > 0 ? px(height)
                 : std::max(px(1), flow().bottom - flow().y - (flow().first ? 0 : flow().gap));
  return toEffective(place(widthOr(width), tall));
}

float availWidth() {
  return widthOr(0) / scale();
}
float availHeight() {
  return std::max(0.0F, flow().bottom - flow().y) / scale();
}
float flowX() {
  return (flow().row ? flow().rowX : flow().x) / scale();
}
float flowY() {
  return (flow().row ? flow().rowY : flow().y) / scale();
}
void space(float pixels) {
  Flow& f = flow();
  if (f.row) {
    f.rowX += px(pixels);
  } else {
    f.y += px(pixels);
  }
}
void setGap(float pixels) {
  flow().gap = px(pixels);
}
void indent(float pixels) {
  flow().x += px(pixels);
  flow().w -= px(pixels);
}

void hairline(float marginTop, float marginBottom) {
  space(marginTop);
  const ImRect box = place(flow().w, hair());
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Line));
  space(marginBottom);
}

Row::Row(float gap, float height) {
  Flow& f = flow();
  if (!f.first) f.y += f.gap;
  f.first = false;
  f.row = true;
  f.rowX = f.x;
  f.rowY = f.y;
  f.rowGap = px(gap);
  f.rowHeight = px(height);
  f.rowTallest = 0;
  f.rowFirst = true;
}

Row::~Row() {
  Flow& f = flow();
  f.row = false;
  f.y = f.rowY + std::max(f.rowHeight, f.rowTallest);
}

void Row::pushRight(float width) {
  Flow& f = flow();
  f.rowX =
      std::max(f.rowX, f.x + f.w - std::ceil(raw(width)) - hair() - (f.rowFirst ? 0 : f.rowGap));
}
float Row::leftOver() const {
  return availWidth();
}

Columns::Columns(std::vector<Track> tracks, float gap) : tracks_(std::move(tracks)), gap_(px(gap)) {
  Flow& f = flow();
  if (!f.first) f.y += f.gap;
  left_ = f.x;
  top_ = bottom_ = f.y;
  total_ = f.w;
}

void Columns::next() {
  Flow& f = flow();
  if (index_ > 0) bottom_ = std::max(bottom_, f.y);
  float fixedWidth = gap_ * static_cast<float>(tracks_.size() - 1);
  float shares = 0;
  for (const Track& track : tracks_) {
    fixedWidth += track.fixed > 0 ? px(track.fixed) : 0;
    shares += track.fixed > 0 ? 0 : track.share;
  }
  const Track& track = tracks_[std::min(index_, tracks_.size() - 1)];
  const float spare = std::max(0.0F, total_ - fixedWidth);
  if (index_ == 0) columnX_ = left_;
  if (index_ > 0) columnX_ += columnWidth_ + gap_;
  columnWidth_ = track.fixed > 0 ? px(track.fixed)
                                 : std::floor(spare * track.share / std::max(shares, 0.001F));
  f.x = std::round(columnX_);
  f.w = columnWidth_;
  f.y = top_;
  f.first = true;
  ++index_;
}

Columns::~Columns() {
  Flow& f = flow();
  f.x = left_;
  f.w = total_;
  f.y = std::max(bottom_, f.y);
  f.first = false;
}

float Columns::width() const {
  return columnWidth_ / scale();
}

struct Card::Memory {
  ImDrawListSplitter splitter;
  Flow outer;
  ImVec2 start;
  float width = 0;
};

Card::Card(std::string_view id, CardStyle style) : scope_(id), style_(style), memory_(new Memory) {
  Flow& f = flow();
  if (!f.first) f.y += f.gap;
  f.first = false;
  memory_->outer = f;
  memory_->start = ImVec2(f.x, f.y);
  memory_->width = style.width > 0 ? std::min(px(style.width), f.w) : f.w;
  memory_->splitter.Split(&draw(), 2);
  memory_->splitter.SetCurrentChannel(&draw(), 1);
  f.x += px(style.padX);
  f.w = memory_->width - 2 * px(style.padX);
  f.y += px(style.padY);
  f.top = f.y;
  f.gap = px(style.gap);
  f.first = true;
}

Card::~Card() {
  Flow& f = flow();
  const float bottom = std::max(f.y + px(style_.padY), memory_->start.y + px(style_.minHeight));
  const ImRect box(memory_->start.x, memory_->start.y, memory_->start.x + memory_->width, bottom);
  memory_->splitter.SetCurrentChannel(&draw(), 0);
  const float radius = raw(style_.radius);
  if (style_.lift) {
    drawLift(draw(), box, radius);
  } else {
    draw().AddRectFilled(box.Min, box.Max, ink(style_.fill), radius);
    if (style_.dashed) {
      dashedRect(draw(), box, ink(Token::Line2), radius, raw(1.5F));
    } else if (style_.edge != Token::Clear) {
      draw().AddRect(box.Min, box.Max, ink(style_.edge), radius, 0, edge());
    }
  }
  memory_->splitter.Merge(&draw());
  f = memory_->outer;
  f.y = box.Max.y;
  f.first = false;
  delete memory_;
}

void fillRect(Rect rect, Token fill, float radius) {
  const ImRect box = toDevice(rect);
  draw().AddRectFilled(box.Min, box.Max, ink(fill), raw(radius));
}
void strokeRect(Rect rect, Token token, float radius, bool dashed) {
  const ImRect box = toDevice(rect);
  if (dashed) {
    dashedRect(draw(), box, ink(token), raw(radius), raw(1.5F));
  } else {
    draw().AddRect(box.Min, box.Max, ink(token), raw(radius), 0, edge());
  }
}
void liftRect(Rect rect, float radius) {
  drawLift(draw(), toDevice(rect), raw(radius));
}

}  // namespace app::ui
