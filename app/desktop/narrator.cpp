#include "app/desktop/narrator.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/desktop/access/access_diff.h"
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

/// The word that ends at byte `end`.
std::string wordBefore(const std::string& text, std::size_t end) {
  const std::size_t space = text.find_last_of(" \n", end == 0 ? 0 : end - 1);
  const std::size_t begin = end == 0 ? 0 : space == std::string::npos ? 0 : space + 1;
  return begin < end ? text.substr(begin, end - begin) : std::string();
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
  } else if (item.role == "textbox") {
    hearTyping(item, out);
  } else if (item.value != focusValue_) {
    out.push_back({item.value.empty() ? item.name : item.value, interrupts});
  }
  focusPath_ = item.path;
  focusValue_ = item.value;
}

void Narrator::hearTyping(const ui::RecordedItem& item, std::vector<Utterance>& out) const {
  if (item.value == focusValue_ || (item.text && item.text->secret)) return;
  const TextReplaced edit = textReplaced(focusValue_, item.value);
  // More at once was pasted, or put there by somebody else.
  constexpr std::size_t kOneSign = 16;  // bytes: a letter with its accents, an emoji
  const std::string& said = edit.inserted.empty() ? edit.removed : edit.inserted;
  if (said.size() > kOneSign || (!edit.inserted.empty() && !edit.removed.empty())) return;
  const bool ends = edit.inserted == " " || edit.inserted == "\n";
  const std::string words = ends ? wordBefore(item.value, edit.begin) : said;
  if (!words.empty()) out.push_back({words, true});
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
