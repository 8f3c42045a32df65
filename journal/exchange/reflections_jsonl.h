#pragma once

#include <istream>

#include "journal/exchange/imported.h"
#include "journal/exchange/name_book.h"

namespace journal::exchange {

// One JSON object a line (RFC 8259, UTF-8):
//   id, date ("2026-01-22"), text                        needed; id may be left out
//   setting, year_group, instrument, minutes, tutor      the lesson; setting as in lesson.h
//   time ("16:05"), group, place, young_people, prompt_set, intention
//   spans   [{start, end, type, text}]                   code points, end exclusive; PERSON, SCHOOL
//   and
//                                                        PLACE become mentions
//   roster, unlisted, people [{name, role, mentions}], plain
//   tags    [{passage, indicator | indicator_code, domain, level, direction, voice, young_person,
//             start, end}]

/// Reads reflections line by line and hands each to `sink`; memory is that of the longest line (at
/// most kMaxReflectionBytes). A line that cannot be used is reported and left out, and the rest
/// goes on. Real names never stay in the text where the line says they are names, or the book knows
/// them. The Error of a sink ends the import.
Result<ImportReport> importReflectionsJsonl(std::istream& in, const ImportContext& context,
                                            NameBook& names, const ReflectionSink& sink);

}  // namespace journal::exchange
