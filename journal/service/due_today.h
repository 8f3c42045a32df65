#pragma once

#include <stop_token>
#include <vector>

#include "journal/domain/legal_hold.h"
#include "journal/domain/retention.h"
#include "journal/service/journal.h"

// What has passed its time (domain.md 5.5), for the tutor to decide about: nothing goes by itself.

namespace journal::service {

/// One thing whose time is over.
struct Due {
  KeptKind kind = KeptKind::PrivateEntry;
  LocalDate until{};       ///< the last day for which it was kept
  ReflectionId entry;      ///< PrivateEntry, SharedEntry
  CaseStudyId study;       ///< CaseStudy
  PermissionId answer;     ///< Consent
  NameId person;           ///< FocusRecord, Consent
  GroupSessionId group;    ///< GroupRecord
  LocalDate date{};        ///< of the lesson, answer, session or last lesson with them
  bool isRetired = false;  ///< a case study that may be erased; another is renewed or retired
};

struct DueToday {
  std::vector<Due> due;  ///< oldest `until` first
  /// As much again that nobody is asked about, because a legal hold stands over it.
  std::size_t underLegalHold = 0;
  /// Case studies that still quote words that were erased on another device meanwhile: to be
  /// requoted (Erase::requoted).
  std::vector<CaseStudyId> quotingErased;
};

/// A focus record is due only when every answer of that young person is as well: the answers are
/// kept under their code. Entries on safeguarding hold, and the lines that concerns were passed on,
/// are never due. Reads every reflection once. Errors: those of Journal; Cancelled.
Result<DueToday> dueToday(Journal& journal, const KeepingSchedule& schedule, LocalDate today,
                          std::stop_token stop);

}  // namespace journal::service
