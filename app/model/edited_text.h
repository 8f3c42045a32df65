#pragma once

#include <cstdint>
#include <string>

namespace app::model {

/// Overwrites the bytes before letting them go.
void wipe(std::string& text);

/// A text that the view edits in its own buffer and the model may replace. The view copies `text`
/// in when `loads` (another text) or `refreshes` (same words, changed elsewhere) moved on.
struct EditedText {
  std::string text;
  std::size_t caret = 0;
  std::uint64_t loads = 0;
  std::uint64_t refreshes = 0;
};

/// The words are now as stored: changed elsewhere, or their names became mentions. The caret stays
/// with the words around it.
void follow(EditedText& words, const std::string& stored);

/// Overwrites the words and moves `loads` on, so that the view's own buffer follows.
void wipe(EditedText& words);

}  // namespace app::model
