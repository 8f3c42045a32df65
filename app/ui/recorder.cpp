#include "app/ui/recorder.h"

#include <fmt/format.h>

namespace app::ui {
namespace {
/// Tabs and breaks would tear the table apart.
std::string flat(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return text;
}
}  // namespace

const RecordedItem* Recorder::find(std::string_view path) const {
  for (const RecordedItem& item : items_) {
    if (item.path == path) return &item;
  }
  return nullptr;
}

std::string Recorder::dump() const {
  std::string out;
  for (const RecordedItem& item : items_) {
    out += fmt::format("{}\t{}\t{}\t{}\t{:.0f},{:.0f},{:.0f},{:.0f}\t{}{}{}\t{}\n", item.path,
                       item.role, flat(item.name), flat(item.value), item.rect.x, item.rect.y,
                       item.rect.w, item.rect.h, item.enabled ? "enabled" : "not-yet",
                       item.visible ? "" : " hidden", item.focused ? " focused" : "",
                       flat(item.reason));
  }
  return out;
}

}  // namespace app::ui
