#pragma once

#include <string>
#include <vector>

#include "app/cli/journal_import.h"
#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/domain/timetable_slot.h"
#include "journal/exchange/import.h"
#include "journal/service/journal.h"

namespace app {

// Bringing something into a journal, for a screen or a command line, on the journal's thread. What
// is there already, by id or source, is left as it is, so doing it twice doubles nothing.

/// What reading needs to know besides the file. All must outlive the call.
struct BringInAbout {
  const journal::Framework& framework;  ///< as it came; what is in force in the journal is read by
  const journal::Clock& clock;
  journal::Random& random;  ///< for ids: one must say nothing about a name
};

/// What bringIn() would do; stores nothing. Errors as journal/exchange/import.h.
journal::Result<journal::exchange::ImportPreview> previewBringIn(
    journal::service::Journal& journal, const journal::exchange::ImportRequest& request,
    const BringInAbout& about, const journal::exchange::ImportControl& control = {});

struct BroughtIn {
  std::size_t added = 0;
  std::size_t alreadyHere = 0;
  std::size_t others = 0;  ///< new besides reflections: JournalImport::others()
  journal::exchange::ImportReport report;
  std::vector<std::string> refused;  ///< one sentence for each thing the journal would not take
  std::vector<journal::exchange::TimetableEntry> lessons;  ///< of a timetable, written out by day
  std::size_t left() const { return report.left + refused.size(); }
};

/// `told` may be empty; it hears after every batch. Stopped part of the way, what came before stays
/// (BroughtIn::report.stopped); an Error too leaves what was handed over before it.
journal::Result<BroughtIn> bringIn(journal::service::Journal& journal,
                                   const journal::exchange::ImportRequest& request,
                                   const BringInAbout& about,
                                   const journal::exchange::ImportControl& control,
                                   JournalImport::Told told = {});

/// The lessons of a timetable as slots of one's own: those that come a week apart at the
/// same time are weekly, the others once on each of their days. Pure, but for the ids.
std::vector<journal::TimetableSlot> slotsFrom(
    const std::vector<journal::exchange::TimetableEntry>& lessons, journal::Random& random);

struct KeptLessons {
  std::size_t added = 0;
  std::size_t alreadyHere = 0;
};
/// Into the journal's timetable. A lesson that is there already is not doubled.
journal::Result<KeptLessons> keepLessons(journal::service::Journal& journal,
                                         const std::vector<journal::TimetableSlot>& slots);

/// "notes/2026-01-22.md: It was left out: ..", for people.
std::string remarkWords(const journal::exchange::ImportRemark& remark);

}  // namespace app
