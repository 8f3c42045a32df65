#include "app/model/build_find.h"
#include "app/model/display.h"
#include "app/model/wording.h"

// The sheet of shortcuts. What stands here works: tests/scenario presses every key of "Everywhere".

namespace app::model {
namespace {

ShortcutGroup everywhere() {
  return {std::string(tr::kEverywhere),
          {{"Ctrl K", "Find anything"},
           {"Ctrl N", "New reflection"},
           {"Ctrl 1 to 7", "Go to a section"},
           {"Ctrl ,", "Settings"},
           {"Ctrl L", "Lock now"},
           {"Ctrl /", "These shortcuts"},
           {"F1", "Help for this screen"},
           {"Ctrl Alt H", "Reading copy of this screen"},
           {"F9", "Worried about someone?"},
           {"Ctrl + and Ctrl -", "Larger and smaller text"},
           {"Ctrl 0", "Text at its usual size"},
           {"Ctrl Alt C", "Next theme: light, dark, high contrast"},
           {"Tab, Shift Tab", "Next and previous control"},
           {"F6, Shift F6", "Next and previous part of the window"},
           {"F8", "To the message at the foot"},
           {"Arrows", "Move inside a list"},
           {"Esc", "Close what is open"}}};
}

std::vector<ShortcutRow> rowsOf(Place place) {
  switch (place) {
    case Place::Write:
      return {{"Ctrl T", "Tag the selection, or the sentence at the caret"},
              {"M P S, then 1 to 5", "In the tag panel: domain, outcome, level"},
              {"0", "In the tag panel: no chance to see it"},
              {"B C N K", "In the tag panel: baseline, change, no change, set-back"},
              {"V", "In the tag panel: whose words"},
              {"Enter", "In the tag panel: tag the passage"},
              {"@", "Mention a young person, a colleague or a place"},
              {"Ctrl I", "Keep the selection, or the sentence, for next time"},
              {"Alt D, Alt C, Alt G", "What you meant last time: done, carry it on, let it go"},
              {"Ctrl Shift A", "Pictures and recordings of the entry"},
              {"Ctrl Shift T", "Pause paid time, or carry on with it"},
              {"Ctrl Enter", "Finish the reflection"},
              {"Ctrl Z, Ctrl Shift Z", "Undo and redo"}};
    case Place::Journal:
      return {{"Ctrl F", "Search your reflections"},
              {"Up, Down", "Move through weeks and reflections"},
              {"Enter", "Open the chosen reflection to write"},
              {"Ctrl Enter", "Read it beside the list"},
              {"Esc", "Close it"}};
    case Place::YoungPeople:
      return {{"Left, Right", "From note to note along a stave"},
              {"Enter", "Show the passage behind a note"},
              {"Esc", "Back to everybody"}};
    case Place::Groups:
      return {{"Ctrl Right, Ctrl Left", "The next round, and the one before"},
              {"Ctrl Shift Space", "Pause, or carry on"},
              {"Ctrl Shift M", "A minute more"},
              {"Ctrl Shift R", "Show what you chose"},
              {"X, then arrows, X", "Pick a card up, move it, put it down"},
              {"Esc", "Put it back where it was"},
              {"+ and -", "A dot more or fewer on a theme"},
              {"F11", "As on a wall: nothing of your own"}};
    case Place::CaseStudies:
    case Place::Review:
    case Place::Evidence:
    case Place::Settings:
      break;
  }
  return {};
}

}  // namespace

ShortcutsModel buildShortcuts(Place place) {
  ShortcutsModel model;
  model.open = true;
  std::vector<ShortcutRow> own = rowsOf(place);
  if (!own.empty()) model.groups.push_back({placeName(place), std::move(own)});
  model.groups.push_back(everywhere());
  return model;
}

}  // namespace app::model
