#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/intent.h"

namespace app::model {

/// What a row of Find is, in the order the groups are shown (DESIGN.md 11).
enum class FindGroup : std::uint8_t {
  Recent,
  Best,
  YoungPeople,
  Do,
  Indicators,
  Reflections,
  GoTo
};

/// One thing that can be found and run.
struct FindItem {
  FindGroup group = FindGroup::Do;
  std::string key;    ///< stable: "do[lock]", "person[3fa9..]"
  std::string label;  ///< "Wren"
  std::string detail;
  std::string keys;  ///< its shortcut, so that Find teaches it
  int domain = -1;   ///< note-head of an indicator; -1: an icon by group
  Intent run;
  std::optional<journal::ReflectionId> reflection;  ///< can be opened beside
};

struct FindModel {
  bool open = false;
  std::vector<FindItem> items;
  std::string count;    ///< "7 results", spoken with the row
  std::string nothing;  ///< in place of the list; empty while there is one
};

/// One key and what it does.
struct ShortcutRow {
  std::string keys;  ///< "Ctrl K"
  std::string words;
};
struct ShortcutGroup {
  std::string heading;
  std::vector<ShortcutRow> rows;
};
struct ShortcutsModel {
  bool open = false;
  std::vector<ShortcutGroup> groups;  ///< this screen first
};

/// The sheet that saves what a screen says as a page.
struct ReadingCopyModel {
  bool open = false;
  std::string saveNotYet;
  std::string said;  ///< how it went
  bool problem = false;
};

}  // namespace app::model
