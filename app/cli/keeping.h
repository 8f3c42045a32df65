#pragma once

#include <memory>
#include <string>

#include "app/cli/context.h"
#include "journal/exchange/access_copy.h"
#include "journal/service/subject_access.h"

// What the commands about keeping, finding and erasing share.

namespace app::cli {

/// The day an option gives, today when it is empty. InvalidInput that names `option`.
journal::Result<journal::LocalDate> dayOf(const Context& context, const std::string& given,
                                          const char* option);

/// A journal that is open, and everything in it about one person. The search is in the journal's
/// log of searches by then.
struct FoundPerson {
  std::unique_ptr<journal::service::LocalJournal> journal;
  journal::service::Everything everything;
  std::string reason;
};
/// `who` by code, name or id, or @FILE; `reason` or @FILE.
journal::Result<FoundPerson> findPerson(const Context& context, const std::string& who,
                                        const std::string& reason);
/// What came of the search, into the same log.
journal::Result<void> logAccess(const Context& context, const FoundPerson& found,
                                journal::AccessKind kind);

/// Conflict when the page, or the JSON that goes beside it under the same name, is there already;
/// InvalidInput when the two would be one file.
journal::Result<void> requireRoomForCopies(const std::filesystem::path& page);
/// Writes the copy as a page, and beside it as JSON. Readable by their owner only.
journal::Result<void> writeCopies(const std::filesystem::path& page,
                                  const journal::exchange::AccessCopy& copy);

/// "3 entries, 1 on safeguarding hold, 2 tags, ..": what a search found, without what it found.
std::string countsWords(const journal::AccessCounts& counts);

}  // namespace app::cli
