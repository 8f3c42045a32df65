#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/ui/recorder.h"

namespace app::desktop {

/// Words for whoever listens. What interrupts takes the place of what is being said.
struct Utterance {
  std::string words;
  bool interrupts = false;
};

/// Decides what is said of what is drawn: the item that has the keyboard when that moves (its name,
/// what it is, its value, and why it cannot be used yet), its new value when it changes, and what
/// appears by itself: dialogs, problems, what was done. Of what is typed each sign is said, at its
/// end the word, and what was taken back; of a passphrase nothing. Pure but for what it remembers
/// of the frame before.
class Narrator {
 public:
  /// What to say after this frame, in order; mostly nothing.
  std::vector<Utterance> hear(const std::vector<ui::RecordedItem>& frame);
  void forget();  ///< everything it remembers, as when a journal is locked

 private:
  void hearFocus(const ui::RecordedItem& item, std::vector<Utterance>& out);
  void hearTyping(const ui::RecordedItem& item, std::vector<Utterance>& out) const;
  void hearNews(const std::vector<ui::RecordedItem>& frame, std::vector<Utterance>& out);

  std::string focusPath_;
  std::string focusValue_;
  std::map<std::string, std::string> news_;  ///< words of what announces itself, by path
  bool first_ = true;
};

}  // namespace app::desktop
