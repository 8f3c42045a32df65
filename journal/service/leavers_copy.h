#pragma once

#include <stop_token>

#include "journal/exchange/access_copy.h"
#include "journal/service/journal.h"

namespace journal::service {

/// What a tutor who leaves takes along (domain.md 5.5): their own learning. Everybody and every
/// place in it is blurred (domain.md 4.4), dates are terms, and groups, year groups, places, tags,
/// levels, plans, answers and case studies are not in it; nor is what is on hold or in the bin, nor
/// a picture or recording. The preface says so. Errors: those of Journal; Cancelled.
Result<exchange::AccessCopy> leaversCopy(Journal& journal, std::stop_token stop);

}  // namespace journal::service
