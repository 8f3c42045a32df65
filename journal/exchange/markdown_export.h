#pragma once

#include <string>

#include "journal/domain/mention.h"
#include "journal/exchange/imported.h"

namespace journal::exchange {

// One file per reflection: front matter (front_matter.h) that round-trips everything, then the
// words.
//   afternote: 1 | names_shown | id | date | time | minutes | setting | group | year_group |
//   instrument | place | young_people | prompt_set | state | written | written_offset | changed |
//   source
//   names:     - {id, kind, code, age_band, instrument_family, ask_dsl_first [, real, also]}
//   marks:     - {at, length, name} or {at, length, prompt}      bytes of the words below
//   passages:  - {id, at, length, indicator, level, direction, voice, young_person, framework,
//   note,
//                 quote}
//   intention: {id, text, marks, young_person, group, state, made_on}

struct MarkdownOptions {
  /// Code unless the person asked for real names in so many words: an exported file has no lock.
  NamesShown shown = NamesShown::Code;
  NameLookup lookup;  ///< must not be empty
};

/// The whole file. Real names are in it only with NamesShown::Real.
std::string writeMarkdown(const ImportedReflection& item, const MarkdownOptions& options);

/// "2026-01-22-3f9c0a7be112.md": nothing of the words, nothing a file system could mind.
std::string markdownFileName(const Reflection& reflection);

}  // namespace journal::exchange
