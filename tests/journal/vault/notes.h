#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <sqlite3.h>

#include "journal/base/random.h"

namespace journal::vault {

/// What a database should hold: the acknowledged notes.
using Notes = std::map<std::int64_t, std::string>;

/// A table of notes and a full-text index over them, written the way a journal is: small
/// transactions of a few inserts, edits and deletions, with savepoints, index merges and now and
/// then a checkpoint.
extern const char* const kNotesSchema;

/// A body of random words, from a few bytes to several pages.
std::string randomBody(SeededRandom& random);

/// Makes one transaction in the database and in `notes`. True when it was acknowledged; then
/// `notes` is what the database must hold. False: something went wrong and `notes` is what it may
/// hold instead of what it held before.
bool changeNotes(sqlite3* db, SeededRandom& random, Notes& notes);

/// What is there now; nothing when it cannot be read or table and index differ.
std::optional<Notes> readNotes(sqlite3* db);

/// "ok", or what integrity_check or the full-text index's own check says.
std::string checkIntegrity(sqlite3* db);

}  // namespace journal::vault
