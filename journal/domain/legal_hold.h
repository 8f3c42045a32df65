#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "journal/base/time.h"
#include "journal/domain/ids.h"
#include "journal/domain/known_name.h"

// An inquiry or a claim can forbid erasing (domain.md 5.4). While a hold is on, nothing under it is
// erased, removed or offered for erasing; what is put in the bin, edited or withdrawn stays
// possible, because all of that can be undone or keeps what was there.
//
// A hold that another device did not know of yet does not bring back what was erased there: an
// erasure stands wherever it was made, and a hold is of what is there when it arrives.

namespace journal {

/// How a hold ended. It does not come back: a new one is another hold.
struct LegalHoldEnd {
  LocalDate on{};
  std::string reason;
  friend bool operator==(const LegalHoldEnd&, const LegalHoldEnd&) = default;
};

struct LegalHold {
  LegalHoldId id;
  std::optional<NameId> about;  ///< nullopt: the whole journal
  std::string reason;           ///< never empty
  LocalDate since{};
  std::optional<LegalHoldEnd> ended;
  friend bool operator==(const LegalHold&, const LegalHold&) = default;
};

bool anyStands(const std::vector<LegalHold>& holds);
/// The hold that forbids erasing something about `people`: of those that stand, the one that began
/// first. nullptr when none does. Views `holds`.
const LegalHold* holdOver(const std::vector<LegalHold>& holds, const std::vector<NameId>& people);

/// Why what is under `hold` stays and since when, as a sentence. `about` reads as its code name;
/// nullptr for somebody who is not known any more.
std::string legalHoldWords(const LegalHold& hold, const KnownName* about);
/// Conflict with that sentence as advice.
Error underLegalHold(const LegalHold& hold, const KnownName* about);

}  // namespace journal
