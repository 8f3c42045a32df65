#include "tests/support/ui_lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tests {
namespace {

using app::ui::Key;
using app::ui::RecordedItem;
using app::ui::Rect;

Rect visiblePart(const RecordedItem& item) {
  const float left = std::max(item.rect.x, item.clip.x);
  const float top = std::max(item.rect.y, item.clip.y);
  return {left, top, std::max(0.0F, std::min(item.rect.right(), item.clip.right()) - left),
          std::max(0.0F, std::min(item.rect.bottom(), item.clip.bottom()) - top)};
}

void lintOne(const RecordedItem& item, const LintOptions& options, std::vector<std::string>& out) {
  if (!item.interactive) return;
  if (item.name.empty()) out.push_back(item.path + " has no name");
  if (!item.enabled && item.reason.empty())
    out.push_back(item.path + " is not available and says not why");
  if (!item.visible) return;
  const float least = (item.chip ? 28.0F : 32.0F) * options.scale - 1.5F;  // rounding on both edges
  if (item.rect.w < least || item.rect.h < least) {
    out.push_back(fmt::format("{} is only {:.0f} by {:.0f}", item.path, item.rect.w, item.rect.h));
  }
  const bool outside = item.rect.x < -0.5F || item.rect.right() > options.window.x + 0.5F;
  if (outside) out.push_back(item.path + " lies outside the window");
  if (item.rect.x < item.clip.x - 0.5F || item.rect.right() > item.clip.right() + 0.5F) {
    out.push_back(item.path + " is cut at the side of its region");
  }
}

/// Below the foot of a region that does not scroll, nobody ever sees it.
void lintFoot(const RecordedItem& item, const LintOptions& options, std::vector<std::string>& out) {
  const float foot = std::min(item.clip.bottom(), options.window.y);
  if (!item.scrolls && item.rect.h > 0 && item.rect.bottom() > foot + 2.0F * options.scale)
    out.push_back(item.path + " is cut at the foot of its region, which does not scroll");
}

/// "a/clear" stands on the field "a" on purpose: its own cross or eye.
bool partOf(const RecordedItem& whole, const RecordedItem& part) {
  return part.path.rfind(whole.path + "/", 0) == 0;
}

/// Comes and goes over the page on purpose.
bool ofToast(const RecordedItem& item) {
  return item.path.find("toast[") != std::string::npos;
}

void lintPairs(const std::vector<const RecordedItem*>& shown, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < shown.size(); ++i) {
    for (std::size_t j = i + 1; j < shown.size(); ++j) {
      const RecordedItem& a = *shown[i];
      const RecordedItem& b = *shown[j];
      if (a.layer != b.layer || ofToast(a) != ofToast(b) || partOf(a, b) || partOf(b, a)) continue;
      if (visiblePart(a).inset(0.6F, 0.6F).overlaps(visiblePart(b).inset(0.6F, 0.6F))) {
        out.push_back(a.path + " and " + b.path + " overlap");
      }
    }
  }
}

}  // namespace

std::vector<std::string> lintScreen(const std::vector<RecordedItem>& items,
                                    const LintOptions& options) {
  std::vector<std::string> out;
  std::set<std::string> paths;
  std::vector<const RecordedItem*> shown;
  for (const RecordedItem& item : items) {
    if (!paths.insert(item.path).second) out.push_back("two items are at " + item.path);
    lintOne(item, options, out);
    lintFoot(item, options, out);
    const Rect seen = visiblePart(item);
    if (item.interactive && seen.w > 1 && seen.h > 1) shown.push_back(&item);
  }
  lintPairs(shown, out);
  return out;
}

std::vector<std::string> unreachable(UiDriver& driver) {
  std::set<std::string> wanted;
  int front = 0;
  for (const RecordedItem& item : driver.items()) front = std::max(front, item.layer);
  for (const RecordedItem& item : driver.items()) {
    if (item.interactive && item.layer == front) wanted.insert(item.path);
  }
  std::set<std::string> reached;
  std::set<std::string> stops;
  std::set<std::string> unseen;
  const auto reach = [&] {
    const std::string now = driver.focused();
    reached.insert(now);
    if (driver.exists(now) && !driver.item(now).visible) unseen.insert(now);
  };
  for (std::size_t i = 0; i < wanted.size() + 2; ++i) {
    driver.key(Key::Tab);
    const std::string stop = driver.focused();
    if (!stops.insert(stop).second) continue;
    reach();
    for (const Key arrow : {Key::Down, Key::Right, Key::Up, Key::Left}) {  // inside a group
      const std::string& role = driver.item(stop).role;
      if (role == "textbox" || role == "combobox" || role == "listbox" || role == "slider" ||
          role == "spinbutton")
        break;  // arrows are theirs
      for (std::size_t step = 0; step < wanted.size(); ++step) {
        const std::string before = driver.focused();
        driver.key(arrow);
        const bool opened = std::any_of(driver.items().begin(), driver.items().end(),
                                        [&](const auto& item) { return item.layer > front; });
        if (opened) driver.key(Key::Escape);  // a menu, which its arrow opens
        if (opened || driver.focused() == before) break;
        reach();
      }
    }
    app::ui::focusPath(stop);  // carry on from where Tab stood
    driver.frame(2);
  }
  std::vector<std::string> missed;
  for (const std::string& path : wanted) {
    if (reached.count(path) == 0) missed.push_back(path);
  }
  for (const std::string& path : unseen) missed.push_back(path + " is reached but out of sight");
  return missed;
}

}  // namespace tests
