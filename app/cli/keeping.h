#pragma once

#include <memory>
#include <string>

#include "app/cli/context.h"
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

}  // namespace app::cli
