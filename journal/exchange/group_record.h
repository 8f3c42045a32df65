#pragma once

#include <string>

#include "journal/base/result.h"
#include "journal/domain/group_session.h"
#include "journal/exchange/reading_copy.h"

namespace journal::exchange {

/// The record of a session that was held as it reads on paper: what the format keeps for the group
/// (domain.md 2.5), never who said what, no moments, nothing that is one person's own. `writer` is
/// makeHtmlWriter()'s or the module's for PDF.
Result<void> writeGroupRecord(const GroupSession& group, ReadingWriter& writer);

/// The same as a table: what it is, the words, whether it left the room, dots, who and by when.
std::string groupRecordCsv(const GroupSession& group);

}  // namespace journal::exchange
