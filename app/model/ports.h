#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/model/place.h"
#include "journal/base/result.h"
#include "journal/domain/case_study.h"
#include "journal/domain/group_session.h"
#include "journal/exchange/access_copy.h"
#include "journal/service/journal.h"
#include "journal/service/publish.h"
#include "journal/service/theme_list.h"

// What the model needs from outside, as interfaces: the vault and the evidence store are wired in
// by app/desktop, and by tests. Everything here is called on the journal thread only.

namespace app::model {

struct MadeJournal {
  std::unique_ptr<journal::service::Journal> journal;
  std::string recoveryKey;  ///< as printed: groups of four between dashes
};

/// What a backup was found to hold.
struct DrillOutcome {
  std::size_t reflections = 0;
  bool whole = false;  ///< pages, chain and projections agree
};

/// Opens, makes and rescues the vaults of the people who use this laptop; `who` counts them from 0.
class VaultDoor {
 public:
  virtual ~VaultDoor() = default;
  /// Errors as journal/vault/vault.h: WrongPassphrase, Corrupt, TooNew, NotFound, Locked, Io.
  virtual journal::Result<std::unique_ptr<journal::service::Journal>> open(
      std::size_t who, std::string& passphrase) = 0;  ///< wipes what it is given
  virtual journal::Result<MadeJournal> make(std::string& passphrase, const Person& person) = 0;
  /// Comes in by recovery key and sets a new passphrase.
  virtual journal::Result<std::unique_ptr<journal::service::Journal>> recover(
      std::size_t who, std::string& recoveryKey, std::string& newPassphrase) = 0;

  // For the journal that is open. Each wipes the secrets it is given.
  /// WrongPassphrase when `now` is not the passphrase. No page is written anew.
  virtual journal::Result<void> changePassphrase(journal::service::Journal& open, std::string& now,
                                                 std::string& next) = 0;
  /// Whether this is the passphrase: WrongPassphrase when not. Nothing is written.
  virtual journal::Result<void> checkPassphrase(journal::service::Journal& open,
                                                std::string& passphrase) = 0;
  /// As printed; the old one stops working.
  virtual journal::Result<std::string> newRecoveryKey(journal::service::Journal& open) = 0;
  /// A copy with the same passphrase and recovery key, opened and checked. Conflict when something
  /// is at `folder` already.
  virtual journal::Result<void> backUp(journal::service::Journal& open,
                                       const std::string& folder) = 0;
  /// The restore drill: opens a backup and reads all of it; changes nothing.
  virtual journal::Result<DrillOutcome> drill(const std::string& folder,
                                              std::string& passphrase) = 0;
};

/// What is known and done beside the journal: the reminder and the handover sheet of a worry
/// (domain.md 5.3), and whether the last run ended well.
class CareDoor {
 public:
  virtual ~CareDoor() = default;
  /// Whether this person last said "Not yet". Nothing else is known of it outside the app.
  virtual bool reminder(std::size_t who) = 0;
  virtual journal::Result<void> setReminder(std::size_t who, bool on) = 0;
  /// Notes that this journal is open. True when the last run never noted that it closed: it was
  /// killed, or the power went.
  virtual bool markOpen(std::size_t who) = 0;
  virtual void markClosed(std::size_t who) = 0;
  /// NotFound with advice when there is no printer.
  virtual journal::Result<void> print(const std::string& text) = 0;
  /// Readable by this account only; never over a file that is there (Conflict with advice).
  virtual journal::Result<void> save(const std::string& text, const std::string& path) = 0;
};

/// How a long piece of work is watched and stopped.
struct Watch {
  std::stop_token stop = {};
  std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};  ///< total 0: unknown
  /// Called between two pieces, with no change half made and nothing being read: a save may come
  /// in there.
  std::function<void()> between = {};
};

/// What was found in a file or folder that may come in. Sentences name files, lines and counts,
/// never words of a journal.
struct FoundOutside {
  std::string format;  ///< "Day One (JSON or zip)"
  std::size_t reflections = 0;
  std::size_t alreadyHere = 0;  ///< of these; they stay as they are
  std::size_t lessons = 0;      ///< of a timetable, written out
  std::size_t others = 0;       ///< plans, words, slots, intentions and case studies of a copy
  std::size_t names = 0;
  std::size_t newNames = 0;
  std::size_t left = 0;  ///< things that would be left out
  std::optional<journal::LocalDate> from;
  std::optional<journal::LocalDate> to;
  std::vector<std::string> remarks;  ///< what would be left out or come in with a loss, and why
};
struct CameIn {
  std::size_t added = 0;
  std::size_t others = 0;  ///< new besides reflections: plans, words, slots, intentions, studies
  std::size_t alreadyHere = 0;
  std::size_t left = 0;
  std::size_t lessons = 0;      ///< new in the timetable; a weekly one counts once
  std::size_t lessonsHere = 0;  ///< there already
  bool stopped = false;         ///< part of the way: what came before stays
  std::vector<std::string> remarks;
};

/// A copy for the writer to take away.
struct CopyWanted {
  std::string kind;        ///< "markdown" (a new folder), "json" (complete), "html", "pdf" or "csv"
  std::string to;          ///< as typed or pasted
  bool realNames = false;  ///< instead of code names; the complete copy always has them
};
struct WouldLeave {
  std::size_t reflections = 0;
  std::size_t left = 0;  ///< held or in the bin, and so not in this copy
  std::size_t tags = 0;
  std::size_t names = 0;
  bool realNames = false;
  std::optional<journal::LocalDate> from;
  std::optional<journal::LocalDate> to;
  std::string warning;  ///< that a copy has no lock
};
struct CopyMade {
  std::size_t written = 0;
  std::size_t left = 0;
  std::string where;  ///< the whole path
};

/// Brings journals in and takes copies out. A path is what somebody typed, pasted or dropped: a
/// whole path or a file:// address.
class ExchangeDoor {
 public:
  virtual ~ExchangeDoor() = default;
  /// Reads everything and stores nothing. NotFound or InvalidInput with advice.
  virtual journal::Result<FoundOutside> look(journal::service::Journal& open,
                                             const std::string& path, const Watch& watch) = 0;
  /// Stopping keeps what came before; doing it again doubles nothing.
  virtual journal::Result<CameIn> bringIn(journal::service::Journal& open, const std::string& path,
                                          const Watch& watch) = 0;
  virtual journal::Result<WouldLeave> wouldLeave(journal::service::Journal& open,
                                                 const CopyWanted& wanted) = 0;
  /// Conflict when something is there already; Cancelled when stopped. Both leave nothing behind.
  virtual journal::Result<CopyMade> takeAway(journal::service::Journal& open,
                                             const CopyWanted& wanted, const Watch& watch) = 0;
  /// Whether a page can be written there, and a JSON file of the same name beside it: Conflict or
  /// InvalidInput with advice when not.
  virtual journal::Result<void> roomForCopy(const std::string& path) = 0;
  /// Writes both and says where the page is. Readable by this account only.
  virtual journal::Result<std::string> handOver(const journal::exchange::AccessCopy& copy,
                                                const std::string& path) = 0;
  /// Writes the record of a group's session as "html", "pdf" or "csv" and says where it is.
  /// Readable by this account only; Conflict when something is there already.
  virtual journal::Result<std::string> writeRecord(const journal::GroupSession& held,
                                                   const std::string& kind,
                                                   const std::string& path) = 0;
};

/// What waits for this person's role.
struct QueueItem {
  journal::CaseStudyId id;
  std::string title;
  std::string author;
  journal::ReviewStep step = journal::ReviewStep::FacilitatorCheck;
  journal::UtcTime since{};  ///< when it reached this step
};
/// A case study as the reviewing side sees it: only what was sent.
struct ReviewPassage {
  std::string text;
  std::string indicator;
  std::optional<int> level;  ///< absent for managers (ADDENDUM rule 3)
  journal::Voice voice = journal::Voice::Tutor;
  std::string setting;  ///< "Small group"
  std::string term;     ///< "spring term 2026"
};
struct ReviewClaim {
  std::string text;
  std::vector<ReviewPassage> passages;
};
struct ReviewPiece {
  journal::CaseStudyId id;
  std::string title;
  std::string author;
  int useLevel = 0;
  journal::LocalDate agreedUntil{};
  journal::ReviewStep step = journal::ReviewStep::FacilitatorCheck;
  std::vector<ReviewClaim> claims;
  std::vector<journal::ReviewEvent> trail;
};

// Figures, already through the disclosure gate: words, never exact small numbers.
struct OutcomeFigure {
  std::string outcome;      ///< "P4"
  std::string youngPeople;  ///< "about 30", "fewer than 5"
  bool shown = false;       ///< the count; levels and passages follow only then
  bool levels = false;      ///< ten young people or more
  int first = 1;            ///< median levels, when `levels`
  int latest = 1;
  std::string movement;  ///< "Glimpsed to mostly"
  std::string sentence;  ///< "first "glimpsed, with close support", now ..."
};
struct DomainFigures {
  std::string domain;    ///< "P"
  std::string passages;  ///< "about 240 passages"
  std::vector<OutcomeFigure> outcomes;
};
struct CoverageCellWords {
  std::string words;
  std::string spoken;
  bool shown = false;
};
struct CoverageRow {
  std::string setting;                   ///< "Small groups"
  std::vector<CoverageCellWords> cells;  ///< by outcome in the framework's order
};
struct EvidenceOverview {
  std::string period;
  std::vector<DomainFigures> domains;  ///< in the framework's order
  std::vector<CoverageRow> coverage;
};
/// A passage behind a figure: who saw it, kind of session and term; no level, date or school.
struct EvidencePassage {
  std::string text;
  std::string voice;
  std::string setting;
  std::string term;
};

/// That somebody else was shown words of a piece.
struct SeenReading {
  journal::UtcTime at{};
  std::string by;
  journal::Role role = journal::Role::Manager;
  int version = 1;
  bool whole = true;  ///< false: passages of it, behind a figure
};
/// A set of figures that a piece was part of, and who asked for it.
struct SeenUse {
  int release = 0;
  journal::UtcTime at{};
  std::string by;
};
struct SeenPiece {
  journal::CaseStudyId id;
  std::string title;  ///< empty once it was withdrawn
  journal::ReviewStep step = journal::ReviewStep::FacilitatorCheck;
  journal::UtcTime since{};
  std::vector<SeenReading> readings;
  std::vector<SeenUse> uses;
};

/// The evidence store of the service.
class EvidenceDoor : public journal::service::SubmissionDesk, public journal::service::ThemeDesk {
 public:
  /// What left groups, the newest term first.
  virtual journal::Result<std::vector<journal::LeavingTheme>> themes() = 0;
  virtual journal::Result<std::vector<QueueItem>> queue(journal::Role role) = 0;
  virtual journal::Result<ReviewPiece> piece(journal::CaseStudyId id, const Person& reader) = 0;
  /// The step it is at afterwards. Errors: Conflict with advice when this person may not.
  virtual journal::Result<journal::ReviewStep> decide(journal::CaseStudyId id,
                                                      const journal::ReviewRequest& request) = 0;
  /// Everything that this person sent.
  virtual journal::Result<std::vector<SeenPiece>> seen(const Person& author) = 0;
  /// A piece of their own, exactly as a manager sees it. NotFound once it was withdrawn.
  virtual journal::Result<ReviewPiece> asManagersSee(journal::CaseStudyId id,
                                                     const Person& author) = 0;
  // `framework`: the version in force for the reader, whose words the figures are told in.
  /// Enters a release in the ledger: figures that were shown have left.
  virtual journal::Result<EvidenceOverview> overview(const Person& reader,
                                                     const journal::Framework& framework) = 0;
  /// Conflict with advice when there are too few to show.
  virtual journal::Result<std::vector<EvidencePassage>> passagesBehind(
      const std::string& outcome, const Person& reader, const journal::Framework& framework) = 0;
  /// A page of HTML whose figures link to the passages behind them. Writes it to the folder of
  /// reports and returns where it is.
  virtual journal::Result<std::string> writeReport(const Person& by,
                                                   const journal::Framework& framework) = 0;
};

}  // namespace app::model
