#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/group_session.h"
#include "journal/exchange/access_copy.h"
#include "journal/exchange/reading_copy.h"

namespace journal::exchange {

/// What a kept card is, as a reader reads it: "Pattern"; and over several: "What we noticed".
std::string_view nameOfKept(session::CardKind kind);
std::string_view headingOfKept(session::CardKind kind);
/// Every kind that is kept, in the order in which a group reads them again.
std::vector<session::CardKind> kindsKept();

/// The record of a session that was held as it reads on paper: what the format keeps for the group
/// (domain.md 2.5), never who said what, no moments, nothing that is one person's own. `writer` is
/// makeHtmlWriter()'s or the module's for PDF.
Result<void> writeGroupRecord(const GroupSession& group, ReadingWriter& writer);

/// The same to be read on a screen before it leaves.
AccessCopy groupRecordToRead(const GroupSession& group);

/// "html", "pdf" or "csv". Io when the part of the program that writes PDF is not there;
/// InvalidInput for any other kind.
Result<std::string> groupRecordBytes(const GroupSession& group, std::string_view kind);

/// The same as a table: what it is, the words, whether it left the room, dots, who and by when.
std::string groupRecordCsv(const GroupSession& group);

}  // namespace journal::exchange
