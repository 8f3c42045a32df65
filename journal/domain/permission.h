#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/base/time.h"
#include "journal/domain/case_study.h"
#include "journal/domain/ids.h"

// What a young person and their carer answered when they were asked how far notes about them may go
// (domain.md 4.3). Every answer is kept as it was given; the child's no outranks any yes.

namespace journal {

enum class Answerer : std::uint8_t { YoungPerson, Carer };

/// One answer.
struct Permission {
  PermissionId id;
  NameId youngPerson;
  Answerer answerer = Answerer::YoungPerson;
  std::optional<UseLevel> level;  ///< nullopt: no
  std::string askedBy;            ///< by role: "tutor"; never empty
  std::string howAsked;           ///< never empty
  LocalDate on{};
  LocalDate until{};  ///< last day a yes holds; a no holds until they are asked again
  friend bool operator==(const Permission&, const Permission&) = default;
};

/// How far anything about a young person may go on a day, and why no further.
struct Standing {
  enum class Why : std::uint8_t {
    NotAsked,
    YoungPersonSaidNo,
    CarerSaidNo,
    RanOut,               ///< a yes of either is over
    YoungPersonNotAsked,  ///< only the carer was
    Agreed
  };
  UseLevel most;  ///< learning only unless a yes holds
  Why why = Why::NotAsked;
  LocalDate day{};  ///< of the no, of the end, or the last day it holds
};

/// `answers` of one young person in the order in which they were given.
Standing standing(const std::vector<Permission>& answers, LocalDate today);

/// Why nothing of `wanted` may be sent about somebody who stands like this, as a sentence about
/// `codeName`; empty when it may, or when nobody has been asked on their page.
std::string refusalFor(const Standing& standing, UseLevel wanted, const std::string& codeName);

}  // namespace journal
