#pragma once

#include <string>

#include "journal/service/erase_person.h"

// Erasing somebody (domain.md 5.4): what that would do, and doing it. Journal thread only.

namespace app {

/// What erasing them would do, without doing it. Conflict, with the reason as advice, under a legal
/// hold.
journal::Result<journal::service::ErasurePlan> planErasing(
    journal::service::Journal& journal, const journal::service::Everything& found,
    bool keepLearning, journal::Random& random);

/// Does what `plan` says and logs that it was done. Conflict with advice, and nothing done, while
/// others have a case study about them.
journal::Result<journal::service::Changes> erasePerson(journal::service::Journal& journal,
                                                       const journal::service::Everything& found,
                                                       const journal::service::ErasurePlan& plan,
                                                       const std::string& reason,
                                                       journal::Random& random);

/// "stays without them, and without its history"
const char* fateWords(journal::service::ErasurePlan::Fate fate);
/// Why some of it stays; empty when all goes.
std::string heldWords(const journal::service::ErasurePlan& plan);

/// What an erasure reaches, and what it cannot.
inline constexpr const char* kErasedWhere =
    "Erased here, with its versions; on your other devices and the hub when they next "
    "synchronise. What was withdrawn is out of the evidence store; figures that were released "
    "with it cannot be called back. Backups and copies keep what they hold.";

}  // namespace app
