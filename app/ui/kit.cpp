#include "app/ui/kit.h"

#include <algorithm>
#include <cmath>

#include "app/ui/editor_memory.h"
#include "app/ui/internal.h"
#include "app/ui/several_kits.h"
#include "journal/base/result.h"
#include "journal/base/utf8.h"

namespace app::ui {
namespace {

KitState* g_current = nullptr;  // one per process, as ImGui's own context; UI thread only

Settings clamped(Settings settings) {
  settings.textPercent = std::clamp(settings.textPercent, 80, 200);
  if (!(settings.displayScale >= 0.5F && settings.displayScale <= 4)) settings.displayScale = 1;
  return settings;
}

void quietStyle() {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = style.FramePadding = style.ItemSpacing = ImVec2(0, 0);
  style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = 0;
  style.WindowRounding = style.ChildRounding = 0;
  style.WindowMinSize = ImVec2(1, 1);
  for (ImVec4& c : style.Colors) c = ImVec4(0, 0, 0, 0);
  style.AntiAliasedLinesUseTex = true;
}

/// ImGui's queue as UTF-8, used when nothing came through Kit::typed.
std::string imguiTyped() {
  std::string out;
  for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) journal::appendUtf8(out, c);
  return out;
}

}  // namespace

float scaleOf(const Settings& settings) {
  const Settings s = clamped(settings);
  return static_cast<float>(s.textPercent) / 100.0F * s.displayScale;
}

FontBook::FontBook() : atlas(std::make_unique<ImFontAtlas>()) {}
FontBook::~FontBook() = default;
KitState::KitState() = default;
KitState::~KitState() = default;

FontLoader buildingLoader(FontPaths paths) {
  return [paths = std::move(paths)](float wanted, bool easy) {
    auto book = std::make_shared<FontBook>();
    book->set = buildFonts(*book->atlas, paths, wanted, easy);
    return book;
  };
}

void makeCurrent(Kit& kit) {
  g_current = &kit.state();
  ImGui::SetCurrentContext(g_current->context);
}

KitState& kit() {
  J_ASSERT(g_current != nullptr);
  return *g_current;
}

Kit::Kit(FontLoader fonts, Settings settings) : state_(std::make_unique<KitState>()) {
  KitState& s = *state_;
  s.loader = std::move(fonts);
  s.settings = clamped(settings);
  s.fonts = s.loader(scaleOf(s.settings), s.settings.easyLetters);
  s.context = ImGui::CreateContext(s.fonts->atlas.get());
  ImGui::SetCurrentContext(s.context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.KeyRepeatDelay = 0.4F;
  io.KeyRepeatRate = 0.033F;
  quietStyle();
  g_current = &s;
}

Kit::~Kit() {
  if (g_current == state_.get()) g_current = nullptr;
  ImGui::DestroyContext(state_->context);
}

const Settings& Kit::settings() const {
  return state_->settings;
}
const FontSet& Kit::fonts() const {
  return state_->fonts->set;
}

bool Kit::apply(const Settings& wanted) {
  KitState& s = *state_;
  const Settings settings = clamped(wanted);
  const bool rebuild =
      scaleOf(settings) != scaleOf(s.settings) || settings.easyLetters != s.settings.easyLetters;
  s.settings = settings;
  if (rebuild) {
    s.fonts = s.loader(scaleOf(settings), settings.easyLetters);
    ImGui::GetIO().Fonts = s.fonts->atlas.get();
    s.editors.clear();  // their layouts were measured with the old fonts
    s.heights.clear();
  }
  return rebuild;
}

void Kit::typed(char32_t codePoint) {
  state_->typedQueue.push_back(codePoint);
}
void Kit::setRecorder(Recorder* recorder) {
  state_->recorder = recorder;
}
void Kit::setSpelling(SpellChecker* checker) {
  state_->speller = checker;
}
bool Kit::wantsFrames() const {
  return state_->wasMoving || (state_->focusIsText && caretsBlink()) || state_->scrollToFocus ||
         !state_->wantFocusPath.empty();
}
bool stirred() {
  const ImGuiIO& io = ImGui::GetIO();
  const bool moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0;
  const auto down = [](bool held) { return held; };
  return moved || !kit().typedNow.empty() ||
         std::any_of(std::begin(io.KeysDown), std::end(io.KeysDown), down) ||
         std::any_of(std::begin(io.MouseDown), std::end(io.MouseDown), down);
}

bool caretsBlink() {
  constexpr double kLeftAlone = 10;
  const KitState& s = kit();
  return !s.settings.still && s.time - s.stirredAt < kLeftAlone;
}

bool caretLit(double since) {
  constexpr double kBlink = 0.53;  // DESIGN.md 6
  return !caretsBlink() || since < kBlink || std::fmod(since, 2 * kBlink) < kBlink;
}

bool Kit::textFocused() const {
  return state_->focusIsText;
}

void Kit::beginFrame() {
  KitState& s = *state_;
  ++s.frame;
  s.typedNow.clear();
  for (const char32_t c : s.typedQueue) journal::appendUtf8(s.typedNow, c);
  s.typedQueue.clear();
  if (s.typedNow.empty()) s.typedNow = imguiTyped();
  ImGui::NewFrame();
  ImGui::GetIO().InputQueueCharacters.resize(0);  // taken; ImGui would keep them for the next frame
  s.time += static_cast<double>(ImGui::GetIO().DeltaTime);
  if (stirred()) s.stirredAt = s.time;
  s.consumed.reset();
  s.order.clear();
  s.groups = 0;
  s.groupNow = 0;
  s.layer = 0;
  s.seenLayer = 0;
  s.ringDrawn = false;
  s.textSeen = false;
  s.moving = false;
  s.tooltipWords.clear();
  s.path.clear();
  s.scopes.assign(1, ScopeEntry{});
  if (s.recorder != nullptr) s.recorder->clear();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("##root", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBackground);
  draw().AddRectFilled(ImVec2(0, 0), size, ink(Token::Canvas));
  s.flows.assign(1, Flow{});
  flow().w = size.x;
  flow().bottom = size.y;
}

void Kit::endFrame() {
  KitState& s = *state_;
  J_ASSERT(s.flows.size() == 1 && s.scopes.size() == 1);
  finishTooltip();
  finishFocus();
  s.wantPressPath.clear();
  ImGui::End();
  ImGui::Render();
  s.wasMoving = s.moving;
  std::erase_if(s.editors, [&](const auto& pair) { return pair.second->frame + 600 < s.frame; });
}

Scope::Scope(std::string_view name) {
  KitState& s = kit();
  s.scopes.push_back({s.path.size(), 0});
  if (name.empty()) return;
  if (!s.path.empty()) s.path += '/';
  s.path += name;
}

Scope::~Scope() {
  KitState& s = kit();
  s.path.resize(s.scopes.back().length);
  s.scopes.pop_back();
}

std::string key(std::string_view kind, std::string_view id) {
  return std::string(kind).append("[").append(id).append("]");
}
std::string key(std::string_view kind, std::size_t index) {
  return key(kind, std::to_string(index));
}

float scale() {
  return scaleOf(kit().settings);
}
Vec2 windowSize() {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  return {size.x / scale(), size.y / scale()};
}
const Settings& settings() {
  return kit().settings;
}
Theme theme() {
  return kit().settings.theme;
}
double now() {
  return kit().time;
}
float textWidth(Type type, std::string_view text) {
  return widthOf(type, text) / scale();
}
std::string focusedPath() {
  return kit().focusedPath;
}
void focusPath(std::string_view path) {
  kit().wantFocusPath = path;
}
void pressPath(std::string_view path) {
  kit().wantPressPath = path;
}
void scrollToPath(std::string_view path) {
  kit().wantScrollPath = path;
}

}  // namespace app::ui
