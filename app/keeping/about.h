#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/random.h"
#include "journal/domain/access.h"
#include "journal/service/subject_access.h"

// Everything about somebody (domain.md 5.4): found, and written into the journal's log of searches
// before anything of it is shown. Journal thread only.

namespace app {

/// Who is meant by a code name, a name, another way of writing it or a first word that only one of
/// them has, in capitals or not. NotFound or Conflict with advice.
journal::Result<journal::KnownName> whoIsMeant(const std::vector<journal::KnownName>& names,
                                               std::string_view typed);

/// The search is in the log when this returns. InvalidInput with advice without a reason; Errors of
/// Journal; Cancelled.
journal::Result<journal::service::Everything> findAbout(journal::service::Journal& journal,
                                                        const journal::KnownName& who,
                                                        const std::string& reason,
                                                        journal::Random& random,
                                                        std::stop_token stop);
/// What came of a search, into the same log.
journal::Result<void> logAccess(journal::service::Journal& journal,
                                const journal::service::Everything& found, journal::AccessKind kind,
                                const std::string& reason, journal::Random& random);

/// "3 entries, 1 entry on safeguarding hold, 2 tags, ..": what a search found, without what it
/// found.
std::string countsWords(const journal::AccessCounts& counts);

}  // namespace app
