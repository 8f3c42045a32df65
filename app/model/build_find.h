#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/model/context.h"
#include "app/model/find_model.h"
#include "journal/service/journal.h"

namespace app::model {

/// What Find is made from.
struct FindInputs {
  std::string_view typed;
  const Person& person;
  const std::vector<journal::KnownName>& names;
  const Library& library;
  const std::vector<journal::service::SearchHit>& hits;  ///< reflections with the typed words
  bool looking;                                          ///< more of them are to come
  const std::vector<FindItem>& recent;                   ///< newest first
};

/// Pure. ">" limits to actions, "@" to young people, "#" to indicators; every typed word must be
/// somewhere in what a row says, case and accents aside.
FindModel buildFind(const FindInputs& inputs);

/// How well `words` (folded) fit `text`: -1 not at all, more is better. A whole start beats the
/// start of a word, that beats a middle; letters in order with gaps come last.
int fitOf(const std::vector<std::string>& words, std::string_view text);
/// Lower case, without the accents of Western European and Welsh letters, split at blanks.
std::vector<std::string> foldedWords(std::string_view typed);

/// Keys that work on the screen shown, then those that work everywhere. Pure.
ShortcutsModel buildShortcuts(Place place);

/// The words to ask the journal for; empty when the typed text limits to something else.
std::string wordsToSearch(std::string_view typed);

}  // namespace app::model
