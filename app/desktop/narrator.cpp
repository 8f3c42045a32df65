#include "app/desktop/narrator.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/model/wording.h"

namespace app::desktop {
namespace {

/// What people call the roles of ARIA.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kRoleWords = {{
    {"textbox", "text field"},
    {"combobox", "list"},
    {"menuitem", "menu item"},
    {"radio", "choice"},
    {"option", "choice"},
    {"checkbox", "tick box"},
    {"gridcell", "cell"},
    {"listitem", "row"},
    {"article", ""},
    {"text", ""},
}};

std::string_view wordsFor(std::string_view role) {
  for (const auto& [known, words] : kRoleWords) {
    if (known == role) return words;
  }
  return role;
}

void add(std::string& sentence, std::string_view words) {
  if (words.empty()) return;
  if (!sentence.empty()) sentence += ", ";
  sentence += words;
}

std::string described(const ui::RecordedItem& item) {
  std::string words;
  add(words, item.name);
  add(words, wordsFor(item.role));
  add(words, item.value);
  if (!item.enabled) add(words, "not yet");
  add(words, item.reason);
  return words;
}

bool announces(const ui::RecordedItem& item) {
  return item.role == "alert" || item.role == "status" || item.role == "dialog" ||
         item.role == "alertdialog";
}

}  // namespace

std::vector<Utterance> Narrator::hear(const std::vector<ui::RecordedItem>& frame) {
  std::vector<Utterance> out;
  hearNews(frame, out);
  const auto focused = std::find_if(frame.begin(), frame.end(),
                                    [](const ui::RecordedItem& item) { return item.focused; });
  if (focused != frame.end()) hearFocus(*focused, out);
  first_ = false;
  return out;
}

void Narrator::hearFocus(const ui::RecordedItem& item, std::vector<Utterance>& out) {
  // A new dialog or problem is heard to its end before where the keyboard went because of it.
  const bool interrupts = out.empty();
  if (item.path != focusPath_) {
    out.push_back({described(item), interrupts});
  } else if (item.value != focusValue_ && item.role != "textbox") {
    out.push_back({item.value.empty() ? item.name : item.value, interrupts});
  }
  focusPath_ = item.path;
  focusValue_ = item.value;
}

void Narrator::hearNews(const std::vector<ui::RecordedItem>& frame, std::vector<Utterance>& out) {
  std::map<std::string, std::string> now;
  for (const ui::RecordedItem& item : frame) {
    if (!announces(item)) continue;
    const std::string& words = item.value.empty() ? item.name : item.value;
    now[item.path] = words;
    const auto before = news_.find(item.path);
    if (before != news_.end() && before->second == words) continue;
    const bool calm = item.role == "status";
    if (words.empty() || (calm && (first_ || words == tr::kStillTyping))) continue;
    out.push_back({words, !calm && out.empty()});
  }
  news_ = std::move(now);
}

void Narrator::forget() {
  *this = Narrator();
}

}  // namespace app::desktop
