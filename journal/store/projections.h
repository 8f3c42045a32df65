#pragma once

#include "journal/store/attachment_table.h"
#include "journal/store/case_study_table.h"
#include "journal/store/disagreements.h"
#include "journal/store/erasure_table.h"
#include "journal/store/field_heads.h"
#include "journal/store/framework_table.h"
#include "journal/store/full_text.h"
#include "journal/store/intention_table.h"
#include "journal/store/legal_hold_table.h"
#include "journal/store/name_table.h"
#include "journal/store/newest_table.h"
#include "journal/store/op_log.h"
#include "journal/store/permission_table.h"
#include "journal/store/profile_table.h"
#include "journal/store/prompt_table.h"
#include "journal/store/reflection_table.h"
#include "journal/store/removal_table.h"
#include "journal/store/tag_places.h"
#include "journal/store/tag_table.h"
#include "journal/store/text_heads.h"
#include "journal/store/timetable_table.h"
#include "journal/store/twins.h"
#include "journal/store/word_table.h"

namespace journal::store {

/// What a version of Afternote makes of a log.
struct Reader {
  MergeTexts mergeTexts = nullptr;
  /// The last kind of entry it knows; an earlier version knows fewer. What it does not know it
  /// keeps and passes on.
  std::uint16_t lastKind = kLastKind;
};

/// Every table that the log can rebuild. `project` is the only way they change: for a new entry,
/// for one of another device and for replay alike, so that they cannot differ.
class Projections {
 public:
  struct Made {
    Database& database;
    Database& log;  ///< the same, but for replay
    const Devices& devices;
    Reader reader;
    /// Opens real names; nullptr for replay, which has no full-text index either.
    const crypto::Secret* namesKey;
  };
  /// What it is made from must outlive it.
  explicit Projections(const Made& from);
  Projections(const Projections&) = delete;
  Projections& operator=(const Projections&) = delete;

  /// Makes the tables say what `record`, at `position`, says. In the caller's transaction.
  /// `parents` are the entry's, as positions here. NotFound when it is about something that is not
  /// here.
  Result<void> project(OpPosition position, const LogEntry& entry, const Record& record,
                       const std::vector<OpPosition>& parents);
  /// Forgets what is kept in memory, after a rollback.
  void forget();

  bool indexes() const { return indexes_; }
  bool knows(std::uint16_t kind) const { return kind <= lastKind_; }
  std::uint16_t lastKind() const { return lastKind_; }
  /// No other device ever wrote here, so nothing can have been made apart.
  bool ownEntriesOnly() const { return devices.all().size() < 2; }
  /// The entries that a field stands on: its heads, each change once (twins.h).
  Result<std::vector<OpPosition>> standing(const EntityId& entity, Field field,
                                           std::optional<OpPosition> madeBy);
  // In the full-text index, if there is one.
  Result<void> touch(std::int64_t row);
  Result<void> takeOut(std::int64_t row);

  Database& log;
  const Devices& devices;
  ReflectionTable reflections;
  TagTable tags;
  NameTable names;
  IntentionTable intentions;
  CaseStudyTable caseStudies;
  ProfileTable profiles;
  WordTable words;
  TimetableTable timetable;
  AttachmentTable attachments;
  RemovalTable removals;
  ErasureTable erasures;
  PromptTable prompts;
  PermissionTable permissions;
  FrameworkTable frameworks;
  LegalHoldTable legalHolds;
  NewestTable accesses;
  NewestTable groupSessions;
  NewestTable ownFormats;
  NewestTable blurs;
  FieldHeads heads;
  MergeTexts mergeTexts;
  TextHeads texts;
  TagPlaces places;
  Disagreements disagreements;
  FullText fullText;

 private:
  bool indexes_;
  std::uint16_t lastKind_;
};

}  // namespace journal::store
