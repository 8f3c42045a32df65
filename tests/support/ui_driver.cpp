#include "tests/support/ui_driver.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <map>
#include <utility>

#include "journal/base/utf8.h"

namespace tests {
namespace {

using app::ui::FontBook;
using app::ui::Key;
using app::ui::RecordedItem;
using app::ui::Rect;
using app::ui::Vec2;

/// Atlases are built once a process for each scale.
app::ui::FontLoader sharedFonts() {
  return [](float scale, bool easy) {
    static std::map<std::pair<int, bool>, std::shared_ptr<FontBook>> built;
    std::shared_ptr<FontBook>& book = built[{static_cast<int>(scale * 1000), easy}];
    if (book == nullptr) {
      book = app::ui::buildingLoader(app::ui::installedFonts())(scale, easy);
      book->atlas->SetTexID(reinterpret_cast<ImTextureID>(1));
    }
    return book;
  };
}

const char* readClipboard(void* text) {
  return static_cast<std::string*>(text)->c_str();
}
void writeClipboard(void* text, const char* words) {
  *static_cast<std::string*>(text) = words;
}

int native(Key key) {
  switch (key) {
    case Key::Escape:
      return ImGuiKey_Escape;
    case Key::Enter:
      return ImGuiKey_Enter;
    case Key::Tab:
      return ImGuiKey_Tab;
    case Key::Backspace:
      return ImGuiKey_Backspace;
    case Key::Insert:
      return ImGuiKey_Insert;
    case Key::Delete:
      return ImGuiKey_Delete;
    case Key::Right:
      return ImGuiKey_RightArrow;
    case Key::Left:
      return ImGuiKey_LeftArrow;
    case Key::Down:
      return ImGuiKey_DownArrow;
    case Key::Up:
      return ImGuiKey_UpArrow;
    case Key::PageUp:
      return ImGuiKey_PageUp;
    case Key::PageDown:
      return ImGuiKey_PageDown;
    case Key::Home:
      return ImGuiKey_Home;
    case Key::End:
      return ImGuiKey_End;
    case Key::Space:
      return ImGuiKey_Space;
    default:
      return static_cast<int>(key);
  }
}

const RecordedItem& nothing() {
  static const RecordedItem item;
  return item;
}

}  // namespace

UiDriver::UiDriver(std::function<void()> draw, UiOptions options) : draw_(std::move(draw)) {
  kit_ = std::make_unique<app::ui::Kit>(sharedFonts(), options.settings);
  kit_->setRecorder(&recorder_);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(options.size.x, options.size.y);
  io.DeltaTime = 1.0F / 60;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // as the program's own backend
  io.MousePos = ImVec2(-100, -100);
  for (int k = 1; k < ImGuiKey_COUNT; ++k)
    io.KeyMap[k] = k;  // 0 is Tab: moved, because the kit takes 0 for none
  io.KeyMap[ImGuiKey_Tab] = 400;
  io.GetClipboardTextFn = readClipboard;
  io.SetClipboardTextFn = writeClipboard;
  io.ClipboardUserData = &clipboard_;
  frame(2);
}

UiDriver::~UiDriver() = default;

void UiDriver::frame(int count) {
  for (int i = 0; i < count; ++i) {
    kit_->beginFrame();
    draw_();
    kit_->endFrame();
  }
}

bool UiDriver::exists(std::string_view path) const {
  return recorder_.find(path) != nullptr;
}

const RecordedItem& UiDriver::item(std::string_view path) const {
  const RecordedItem* found = recorder_.find(path);
  if (found == nullptr)
    ADD_FAILURE() << "nothing was drawn at " << path << "\n" << recorder_.dump();
  return found != nullptr ? *found : nothing();
}

std::string UiDriver::focused() const {
  for (const RecordedItem& row : recorder_.items()) {
    if (row.focused) return row.path;
  }
  return {};
}

bool UiDriver::shows(std::string_view words) const {
  for (const RecordedItem& row : recorder_.items()) {
    if (row.name.find(words) != std::string::npos || row.value.find(words) != std::string::npos)
      return true;
  }
  return false;
}

const RecordedItem* UiDriver::actable(std::string_view path) const {
  const RecordedItem* found = nullptr;
  for (const RecordedItem& row : recorder_.items()) {
    if (row.path != path) continue;
    if (found != nullptr) ADD_FAILURE() << "two items are at " << path;
    found = &row;
  }
  if (found == nullptr) {
    ADD_FAILURE() << "nothing was drawn at " << path << "\n" << recorder_.dump();
  } else if (!found->visible) {
    ADD_FAILURE() << path << " is not visible; scrollTo() it first";
    found = nullptr;
  }
  return found;
}

void UiDriver::click(std::string_view path, int clicks) {
  const RecordedItem* found = actable(path);
  if (found != nullptr) clickAt(found->rect.centre(), clicks);
}

void UiDriver::clickAt(Vec2 point, int clicks, bool shift) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = ImVec2(point.x, point.y);
  io.KeyShift = shift;
  frame();
  for (int i = 0; i < clicks; ++i) {
    io.MouseDown[0] = true;
    frame();
    io.MouseDown[0] = false;
    frame();
  }
  frame();
  io.KeyShift = false;
}

void UiDriver::drag(Vec2 from, Vec2 to) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = ImVec2(from.x, from.y);
  frame();
  io.MouseDown[0] = true;
  frame();
  constexpr int kSteps = 8;
  for (int i = 1; i <= kSteps; ++i) {
    const float t = static_cast<float>(i) / kSteps;
    io.MousePos = ImVec2(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
    frame();
  }
  io.MouseDown[0] = false;
  frame(2);
}

void UiDriver::press(Vec2 point) {
  moveTo(point);
  ImGui::GetIO().MouseDown[0] = true;
  frame();
}

void UiDriver::moveTo(Vec2 point) {
  ImGui::GetIO().MousePos = ImVec2(point.x, point.y);
  frame();
}

void UiDriver::release() {
  ImGui::GetIO().MouseDown[0] = false;
  frame(2);
}

void UiDriver::menuAt(Vec2 point) {
  moveTo(point);
  ImGui::GetIO().MouseDown[1] = true;
  frame();
  ImGui::GetIO().MouseDown[1] = false;
  frame(2);
}

void UiDriver::hover(std::string_view path) {
  const RecordedItem* found = actable(path);
  if (found == nullptr) return;
  ImGui::GetIO().MousePos = ImVec2(found->rect.centre().x, found->rect.centre().y);
  frame(2);
}

void UiDriver::type(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const journal::CodePoint point = journal::decodeUtf8(utf8, at);
    kit_->typed(point.value);
    frame();
    at += point.length;
  }
  frame();
}

void UiDriver::key(Key key, bool ctrl, bool shift, bool alt) {
  ImGuiIO& io = ImGui::GetIO();
  const int index = key == Key::Tab ? 400 : native(key);
  io.KeyCtrl = ctrl;
  io.KeyShift = shift;
  io.KeyAlt = alt;
  io.KeysDown[index] = true;
  frame();
  io.KeysDown[index] = false;
  io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
  frame(2);
}

void UiDriver::wheel(Vec2 at, float notches) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = ImVec2(at.x, at.y);
  frame();
  io.MouseWheel = notches;
  frame(2);
}

void UiDriver::scrollTo(std::string_view path) {
  for (int i = 0; i < 400; ++i) {
    const RecordedItem* found = recorder_.find(path);
    if (found == nullptr) {
      ADD_FAILURE() << "nothing was drawn at " << path;
      return;
    }
    if (found->visible) return;
    const bool below = found->rect.centre().y > found->clip.centre().y;
    wheel(found->clip.centre(), below ? -1.0F : 1.0F);
  }
  ADD_FAILURE() << path << " never came into view";
}

void UiDriver::resize(Vec2 size) {
  ImGui::GetIO().DisplaySize = ImVec2(size.x, size.y);
  frame(2);
}

}  // namespace tests
