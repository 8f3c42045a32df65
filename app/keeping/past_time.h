#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/domain/known_name.h"
#include "journal/service/due_today.h"
#include "journal/service/op.h"

// What has passed its time (domain.md 5.5): what may become of it. Pure, but for the ids.

namespace app {

/// Whether this is erased by itself: a young person's record goes with everything else about them,
/// an approved case study is renewed or retired.
bool isErasable(const journal::service::Due& due);
/// Adds it to what is erased for good, if it is erased by itself.
void addTo(journal::service::Erase& erase, const journal::service::Due& due);

/// A tutor's own learning of an entry as it would be kept, for them to read, with code names.
std::string learningWords(const journal::service::OwnLearning& kept,
                          const std::vector<journal::KnownName>& names);
/// Names exactly what was read: only that is kept. Eight digits.
std::string approvalOf(const journal::service::OwnLearning& kept, const std::string& read);
/// Keeps it, under an id of its own, and erases what it came from.
journal::service::Erase keepOnly(journal::service::OwnLearning kept, journal::Random& random);

/// An approved case study kept for longer: the agreement said again. An end of nullopt is two years
/// from today.
struct Renewal {
  std::string by;
  std::string how;
  std::optional<journal::LocalDate> until = std::nullopt;
  std::optional<journal::UseLevel> level = std::nullopt;  ///< a lower one
};
journal::service::RenewCaseStudy renewed(const journal::CaseStudy& study, const Renewal& renewal,
                                         journal::LocalDate today);

}  // namespace app
