#pragma once

#include "journal/store/case_study_table.h"
#include "journal/store/field_heads.h"
#include "journal/store/framework_table.h"
#include "journal/store/full_text.h"
#include "journal/store/intention_table.h"
#include "journal/store/name_table.h"
#include "journal/store/op_log.h"
#include "journal/store/permission_table.h"
#include "journal/store/profile_table.h"
#include "journal/store/prompt_table.h"
#include "journal/store/reflection_table.h"
#include "journal/store/removal_table.h"
#include "journal/store/tag_table.h"
#include "journal/store/timetable_table.h"
#include "journal/store/word_table.h"

namespace journal::store {

/// Every table that the log can rebuild. `project` is the only way they change: for a new entry and
/// for replay alike, so that the two cannot differ.
class Projections {
 public:
  /// `namesKey` opens real names.
  Projections(Database& database, const crypto::Secret& namesKey);
  /// For replay: rebuilds into `database` from entries in `log`. No full-text index, no real names.
  struct Replayed {
    Database& database;
    Database& log;
  };
  explicit Projections(Replayed replayed);
  Projections(const Projections&) = delete;
  Projections& operator=(const Projections&) = delete;

  /// Makes the tables say what `record`, at `position`, says. In the caller's transaction.
  Result<void> project(OpPosition position, const LogEntry& entry, const Record& record,
                       const std::vector<OpPosition>& parents);

  ReflectionTable reflections;
  TagTable tags;
  NameTable names;
  IntentionTable intentions;
  CaseStudyTable caseStudies;
  ProfileTable profiles;
  WordTable words;
  TimetableTable timetable;
  RemovalTable removals;
  PromptTable prompts;
  PermissionTable permissions;
  FrameworkTable frameworks;
  FieldHeads heads;
  FullText fullText;

 private:
  friend struct Projector;
  Result<void> touch(std::int64_t row);
  Result<void> takeOut(std::int64_t row);
  bool indexes_;
};

}  // namespace journal::store
