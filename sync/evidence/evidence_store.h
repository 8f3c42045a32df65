#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/base/time.h"
#include "journal/domain/case_study.h"
#include "journal/domain/framework.h"
#include "journal/domain/theme.h"
#include "sync/evidence/shown.h"
#include "sync/storage/database.h"

// The service's evidence: case studies that came through the one door out, their reviews, and what
// was approved. An encrypted database in a folder of its own, apart from every journal.

namespace syncing::evidence {

/// Who is asking. `name` is the person's service name, as in Submission::author.
struct Reader {
  std::string name;
  journal::Role role = journal::Role::Manager;
};

/// Who a release or a report is for. Words are shown only from case studies whose agreement reaches
/// as far (use levels 1 to 3, domain.md 4.3).
enum class Audience : std::uint8_t { InsideService = 1, PartnersAndFunders = 2, Public = 3 };

struct QueueItem {
  journal::CaseStudyId caseStudy;
  std::string title;
  std::string author;
  journal::CaseStudyKind kind = journal::CaseStudyKind::YoungPerson;
  int version = 1;
  journal::UtcTime since{};  ///< when it reached this step
  journal::ReviewStep step = journal::ReviewStep::FacilitatorCheck;
};

/// A passage as a reviewer or a reader of an approved piece sees it: no code, no date, no week.
struct ReviewPassage {
  std::string text;
  std::string indicator;
  std::optional<int> level;  ///< for facilitators and the author only (ADDENDUM rule 3)
  journal::Voice voice = journal::Voice::Tutor;
  std::string setting;  ///< "Small group"
  std::string term;
  std::string ageBand;
  std::string instrumentFamily;
};
struct ReviewClaim {
  std::string text;
  std::vector<ReviewPassage> passages;
};
struct ReviewPiece {
  journal::CaseStudyId caseStudy;
  std::string title;
  std::string author;
  journal::CaseStudyKind kind = journal::CaseStudyKind::YoungPerson;
  int version = 1;
  int useLevel = 0;
  journal::LocalDate agreedUntil{};
  journal::ReviewStep step = journal::ReviewStep::FacilitatorCheck;
  std::vector<ReviewClaim> claims;
};

/// Ways out. Every one of them is in the ledger.
enum class Exit : std::uint8_t { Screen, Html, Csv, CommandLine };
std::string_view name(Exit exit);  ///< "screen", "html", "csv", "command_line"

struct ReleaseRequest {
  Exit exit = Exit::Screen;
  Audience audience = Audience::InsideService;
  std::string by;
};
/// A set of figures that has left. The number grows by one whenever any figure differs from the
/// release before.
struct Release {
  int number = 0;
  journal::UtcTime at{};
  ShownTables tables;
};
/// One line of the ledger of uses.
struct ReleaseUse {
  int release = 0;
  journal::UtcTime at{};
  Exit exit = Exit::Screen;
  Audience audience = Audience::InsideService;
  std::string by;
};

/// The words behind a figure: as submitted, with the kind of session, the term and whose words;
/// never level, date, school, code or author.
struct OpenedPassage {
  std::string text;
  std::string setting;  ///< "Small groups"
  std::string term;     ///< "spring term 2026"
  std::string voice;    ///< "In their own words"
};
/// Not always all of them: a list can be counted, so it never has more passages of a cell or voice
/// than the rounded figure surely stands for, and none from a kept-back one (listing.h). Readers
/// always get all of their own.
struct OpenedFigure {
  FigureId id;
  std::vector<OpenedPassage> passages;  ///< in an order that tells nothing
  bool onlyOwn = false;  ///< the figure is kept back; these are the reader's own submissions
};

struct Withdrawal {
  std::size_t itemsPulled = 0;
  /// Every set of figures the piece was part of, oldest first: what cannot be called back.
  std::vector<ReleaseUse> uses;
};

/// That somebody was shown words of a case study that another person sent.
struct Reading {
  enum class What : std::uint8_t {
    Whole,    ///< the piece
    Passages  ///< of it, behind a figure
  };
  journal::UtcTime at{};  ///< for the first time that day
  std::string by;
  journal::Role role = journal::Role::Manager;
  int version = 1;
  What what = What::Whole;
};
/// A piece that came in, as its author may follow it.
struct SeenPiece {
  journal::CaseStudyId caseStudy;
  std::string title;  ///< empty once it was withdrawn
  int version = 1;
  journal::ReviewStep step = journal::ReviewStep::FacilitatorCheck;
  journal::UtcTime since{};       ///< when it reached this step
  std::vector<Reading> readings;  ///< oldest first
  std::vector<ReleaseUse> uses;   ///< sets of figures it was part of, oldest first
};

struct NewEvidenceStore;

/// One thread at a time. Every change is one transaction; after an Error nothing has changed.
class EvidenceStore {
 public:
  /// `folder` must not exist. `clock` must outlive the store. Costs one key derivation (about a
  /// second with Standard).
  static journal::Result<NewEvidenceStore> create(
      const std::filesystem::path& folder, const storage::Passphrase& passphrase,
      const std::string& serviceName, const journal::Clock& clock,
      storage::KdfPreset preset = storage::KdfPreset::Standard);
  /// The failures of journal/vault/vault.h, and TooNew for a store of a newer Afternote.
  static journal::Result<std::unique_ptr<EvidenceStore>> open(
      const std::filesystem::path& folder, const storage::Passphrase& passphrase,
      const journal::Clock& clock, storage::KdfPreset preset = storage::KdfPreset::Standard);
  /// The same store without a file: for tests and previews.
  static journal::Result<std::unique_ptr<EvidenceStore>> inMemory(const std::string& serviceName,
                                                                  const journal::Clock& clock);
  ~EvidenceStore();
  EvidenceStore(const EvidenceStore&) = delete;
  EvidenceStore& operator=(const EvidenceStore&) = delete;

  std::string serviceName() const;
  /// The smallest group that is ever shown, 5 or more (a service setting). InvalidInput under 5.
  journal::Result<void> setThreshold(int youngPeople);

  // Review (domain.md 4.5) -------------------------------------------------------------------

  /// Takes in the bytes of a submission (journal/exchange/submission_json.h), whatever they are.
  /// The same bytes again change nothing. Other bytes for the same case study replace a returned
  /// one as its next version; Conflict while it is being read. InvalidInput for anything that is
  /// not a submission, has no agreement (level 0) or one that has run out.
  journal::Result<journal::ReviewStep> submit(std::string_view bytes);

  /// What waits for this role: facilitator, DSL or manager; empty for everybody else.
  journal::Result<std::vector<QueueItem>> queue(journal::Role role);

  /// The piece as sent; that somebody else than its author read it is noted first, and shown to the
  /// author. A reviewer sees it at and after their own step (a manager from step 6 or
  /// once approved), its author always; NotFound for anybody else, as if it were not there.
  journal::Result<ReviewPiece> piece(journal::CaseStudyId study, const Reader& reader);

  /// One step of the review by journal::nextStep, which says what is allowed and needs a reason.
  /// Approval by the manager makes the evidence items; withdrawing or retiring pulls them.
  journal::Result<journal::ReviewStep> review(journal::CaseStudyId study,
                                              const journal::ReviewRequest& request);

  /// Every step since it came in, in order.
  journal::Result<std::vector<journal::ReviewEvent>> outcomes(journal::CaseStudyId study);

  /// Pulls the piece and every evidence item of it, erases its words here, and lists what it was
  /// part of. `request.action` must be Withdraw.
  journal::Result<Withdrawal> withdraw(journal::CaseStudyId study,
                                       const journal::ReviewRequest& request);

  /// Everything that this author sent, the newest step first: where it stands, who has read it and
  /// what it was part of.
  journal::Result<std::vector<SeenPiece>> seen(const std::string& author);
  /// The author's own piece exactly as a manager sees it. NotFound for one that is not this
  /// author's, or whose words were pulled.
  journal::Result<ReviewPiece> asManagersSee(journal::CaseStudyId study, const std::string& author);

  /// Approved pieces whose agreement still runs, for reading, without levels.
  journal::Result<std::vector<ReviewPiece>> approved();

  // Themes that left groups (domain.md 2.7) --------------------------------------------------

  /// Takes in the bytes of a theme (journal/exchange/theme_json.h), whatever they are. The same
  /// bytes again change nothing; Conflict for others of a theme that is on the list, and for the
  /// same ones once it was taken back.
  journal::Result<void> takeTheme(std::string_view bytes);
  /// Its words are erased here. Only who has the record it came from knows the id. NotFound.
  journal::Result<void> takeThemeBack(const journal::ThemeId& theme);
  journal::Result<journal::ThemeStanding> themeStanding(const journal::ThemeId& theme);
  /// All that are on the list, the newest term first. Nothing of it says which group a theme is
  /// from, nor which came together; no counts.
  journal::Result<std::vector<journal::LeavingTheme>> themes();

  // Figures ---------------------------------------------------------------------------------

  /// The three tables through the gate, entered in the ledger before they are returned. Calling it
  /// again without a change gives the same release number and one more use.
  journal::Result<Release> release(const journal::Framework& framework,
                                   const ReleaseRequest& request);

  /// The passages behind a figure of the last release. Conflict with advice when the figure is kept
  /// back or the words would be of fewer than five young people, unless the reader wrote some of
  /// them: then those alone. What others wrote is noted as read by them. NotFound when no table has
  /// the figure or nothing has been released.
  journal::Result<OpenedFigure> open(const FigureId& figure, const journal::Framework& framework,
                                     const Reader& reader,
                                     Audience audience = Audience::InsideService);

  journal::Result<std::vector<ReleaseUse>> uses();

  /// Follows the hash chains (audit trail, evidence items, readings, themes) and compares words
  /// with their digests. Corrupt naming the chain and row when anything was changed behind the
  /// store's back.
  journal::Result<void> check();

 private:
  struct Impl;
  explicit EvidenceStore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct NewEvidenceStore {
  std::unique_ptr<EvidenceStore> store;
  storage::Passphrase recoveryKey;  ///< as printed; show it once
};

}  // namespace syncing::evidence
