#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/access.h"
#include "journal/domain/case_study.h"
#include "journal/domain/held_entry.h"
#include "journal/domain/legal_hold.h"
#include "journal/domain/search_query.h"
#include "journal/service/op.h"

namespace journal::service {

/// A reflection as a list shows it. Text is stored text (mention.h): the caller renders it.
struct ReflectionRow {
  ReflectionId id;
  Lesson lesson;
  ReflectionState state = ReflectionState::Draft;
  std::string excerpt;  ///< first 200 or so bytes of stored text, whole code points and tokens,
                        ///< without headings
  struct TagMark {
    IndicatorCode indicator;
    std::optional<Level> level;
    std::optional<NameId> youngPerson;
  };
  std::vector<TagMark> tags;
  bool attached = false;  ///< pictures or recordings are kept with it
};

/// A run of a snippet; runs cover it in order.
struct SnippetRun {
  enum class Kind : std::uint8_t { Plain, Found, Mention, FoundMention };
  Kind kind = Kind::Plain;
  std::string text;  ///< code names for mentions
  NameId name;       ///< Mention, FoundMention
};

struct SearchHit {
  ReflectionRow row;
  std::vector<SnippetRun>
      snippet;  ///< about two sentences around the best match; the excerpt when no words were typed
};
struct SearchPage {
  std::vector<SearchHit> hits;
  bool more = false;  ///< there are hits past these
  std::optional<std::size_t>
      total;  ///< when it could be counted within the time it takes to answer
  /// Reflections that could not be searched, because the disk is too full to read them into the
  /// index. While there are any nobody may say "nothing found" either.
  std::size_t unread = 0;
  /// Set when SearchQuery::within was over first: these hits stand, and asking the same with this
  /// in SearchQuery::resume gives the next ones. Until then nobody may say "nothing found".
  std::optional<SearchResume> resume;
};

/// One tagged passage of a young person's journey.
struct JourneyPoint {
  Tag tag;
  LocalDate date{};
  Setting setting = Setting::OneToOne;
};

/// An earlier state of a reflection's words.
struct Version {
  OpId op;
  UtcTime at{};
  std::string text;  ///< stored text
};

/// An earlier state of a learning plan.
struct ProfileVersion {
  OpId op;
  UtcTime at{};
  Profile profile;
};

struct CaseStudyRow {
  CaseStudyId id;
  std::string title;
  CaseStudyKind kind = CaseStudyKind::YoungPerson;
  ReviewStep step = ReviewStep::Draft;
  std::size_t claims = 0;
};

/// The very bytes that left this device for a case study (publish.h).
struct Departure {
  UtcTime at{};
  std::string bytes;
};

struct Counts {
  std::size_t reflections = 0;
  std::size_t tags = 0;
  std::size_t names = 0;
  std::size_t caseStudies = 0;
  std::uint64_t ops = 0;
};

/// What `check` found. All well when `problems` is empty.
struct CheckReport {
  std::size_t pages = 0;
  std::uint64_t ops = 0;
  std::size_t rowsCompared = 0;
  std::vector<std::string> problems;  ///< ids and counts, never text
};

using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// The one door to a journal. One thread owns it; nothing here is thread-safe.
/// Errors common to all: Corrupt (a damaged page; nothing is changed), Io (disk; the change did not
/// happen), Locked.
class Journal {
 public:
  virtual ~Journal() = default;

  /// Runs `op` in one transaction. When this returns, the change survives a power cut.
  virtual Result<OpResult> apply(const Op& op) = 0;

  virtual Result<Reflection> reflection(
      ReflectionId id) = 0;  ///< NotFound; held and binned ones too
  virtual Result<std::vector<Tag>> tagsOf(
      ReflectionId id) = 0;  ///< by place in the text; none when held
  virtual Result<std::vector<Tag>> tags(
      const std::vector<TagId>& ids) = 0;  ///< those that exist and may be used
  /// By day of lesson, newest first; drafts included, held and binned not. `before`: only rows
  /// after that one in this order (paging).
  virtual Result<std::vector<ReflectionRow>> newest(std::size_t limit,
                                                    std::optional<ReflectionId> before) = 0;
  virtual Result<SearchPage> search(const SearchQuery& query) = 0;
  virtual Result<std::vector<ReflectionRow>> binned() = 0;
  /// Entries on safeguarding hold, by day of lesson, newest first. Their words only by
  /// reflection().
  virtual Result<std::vector<HeldEntry>> held() = 0;
  virtual Result<std::vector<Removal>> removals() = 0;  ///< newest first

  virtual Result<std::vector<KnownName>> names() = 0;                         ///< by code name
  virtual Result<std::vector<JourneyPoint>> journey(NameId youngPerson) = 0;  ///< oldest first
  virtual Result<std::vector<Intention>> openIntentions() = 0;                ///< newest first
  /// Open, done and let go, oldest first: for exports that must be complete. Like
  /// openIntentions(), without those written in a held or binned reflection.
  virtual Result<std::vector<Intention>> intentions() = 0;
  virtual Result<std::vector<Version>> versions(
      ReflectionId id) = 0;  ///< newest first, the present one included
  /// An empty one when nothing was planned yet.
  virtual Result<Profile> profile(NameId youngPerson) = 0;
  virtual Result<std::vector<Profile>> profiles() = 0;  ///< by id; for exports
  virtual Result<std::vector<ProfileVersion>> profileVersions(
      NameId youngPerson) = 0;  ///< newest first, the present one included
  /// What devices said differently and nobody has settled yet, by reflection.
  virtual Result<std::vector<Disagreement>> disagreements() = 0;
  /// Oldest first; of held and binned reflections too.
  virtual Result<std::vector<Attachment>> attachments(ReflectionId id) = 0;
  /// NotFound; Corrupt, with advice, when they are not the bytes that were attached.
  virtual Result<std::string> attachmentBytes(AttachmentId id) = 0;
  virtual Result<std::vector<KeptWord>> keptWords() = 0;  ///< by word
  virtual Result<std::vector<TimetableSlot>>
  timetable() = 0;  ///< weekly ones by weekday and time, then the others by day
  /// Every answer about one young person, by day; each as it was given.
  virtual Result<std::vector<Permission>> permissions(NameId youngPerson) = 0;
  virtual Result<std::vector<Permission>> allPermissions() = 0;  ///< for exports
  virtual Result<OwnPrompts> ownPrompts() = 0;                   ///< every version
  virtual Result<OwnFrameworks> ownFrameworks() = 0;             ///< every version, by number
  /// Those that were lifted too, by the day each began.
  virtual Result<std::vector<GroupSession>> groupSessions() = 0;  ///< not those set aside; by day
  virtual Result<std::vector<OwnFormat>> ownFormats() = 0;        ///< not those set aside; by name
  virtual Result<std::vector<OwnFormat>> formatsSetAside() = 0;   ///< by name
  virtual Result<std::vector<LegalHold>> legalHolds() = 0;
  virtual Result<std::vector<AccessRecord>> accessLog() = 0;  ///< newest first
  virtual Result<std::vector<CaseStudyRow>> caseStudies() = 0;
  virtual Result<CaseStudy> caseStudy(CaseStudyId id) = 0;
  /// Everything that left for a case study, oldest first, as it left.
  virtual Result<std::vector<Departure>> departures(CaseStudyId id) = 0;
  virtual Result<Counts> counts() = 0;
  /// The reflection whose `source` this is, if any.
  virtual Result<std::optional<ReflectionId>> findSource(const std::string& source) = 0;

  /// A visitor over every reflection in order of lesson, oldest first, with its tags. For exports.
  /// Stops early with Cancelled when asked to. Includes binned and held ones: the visitor asks
  /// mayBeUsed().
  using ReflectionVisitor = std::function<Result<void>(const Reflection&, const std::vector<Tag>&)>;
  virtual Result<void> forEachReflection(std::stop_token stop, const ReflectionVisitor& visit) = 0;

  /// Page integrity, full-text integrity, hash chain and signatures of the log, and a scrub that
  /// replays the log and compares every projection (architecture.md 6.4). Measured at 100,000
  /// reflections: 13 s of one processor (23 s on a busy machine with two).
  virtual Result<CheckReport> check(std::stop_token stop, const Progress& progress) = 0;

  /// Work that waits for an idle moment: indexing what was saved, index merges, checkpoints.
  /// Returns true while there is more to do. Each call takes at most about `budget`. Searching
  /// works without it.
  virtual Result<bool> tidy(std::chrono::milliseconds budget) = 0;
};

}  // namespace journal::service
