#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "journal/exchange/access_copy.h"
#include "journal/service/journal.h"

// "Find everything about this code" (domain.md 5.4): what somebody may ask to read, and what goes
// when they are erased. Journal thread only. Whoever calls writes the search into the journal's log
// of searches (RecordAccess) before anything of it is shown.

namespace journal::service {

/// Everything in a journal that is about somebody or names them.
struct Everything {
  struct Entry {
    Reflection reflection;
    std::vector<Tag> tags;                ///< all of them; those about them are in the copy
    std::vector<Intention> intentions;    ///< written in it
    bool aboutThem = false;               ///< or only earlier versions name them
    bool aboutThemAlone = false;          ///< no other young person is in it
    std::vector<Version> earlier;         ///< versions before this that name them, newest first
    std::vector<Attachment> attachments;  ///< all of them: who is in one, only a person can tell
  };
  struct Study {
    CaseStudy study;
    bool aboutThem = false;
    std::vector<Departure> left;  ///< those that hold something of theirs
  };

  KnownName who;
  std::vector<KnownName> names;  ///< everybody known
  std::vector<Entry> entries;    ///< drafts and those in the bin too, oldest first
  std::vector<HeldEntry> held;   ///< on safeguarding hold: that they are there, none of their words
  std::vector<Intention> intentions;  ///< about them, written in no reflection
  std::vector<ProfileVersion> plans;  ///< newest first
  std::vector<TimetableSlot> slots;
  std::vector<KeptWord> words;  ///< names of theirs that the spelling was told
  std::vector<Permission> permissions;
  std::vector<Study> studies;
  AccessCounts counts() const;
};

/// Looks through every reflection with its versions, so it takes as long as reading the journal.
/// Errors: those of Journal; Cancelled.
Result<Everything> findEverything(Journal& journal, const KnownName& who, std::stop_token stop);

/// The copy for them: other people taken out (redaction.h), and the words in `alsoOut`. `today` is
/// the day on it.
exchange::AccessCopy accessCopy(const Everything& everything, LocalDate today,
                                const std::vector<std::string>& alsoOut);

/// Names exactly this copy: whoever read it through says it back, and the very same leaves. Eight
/// digits.
std::string approvalOf(const exchange::AccessCopy& copy);

}  // namespace journal::service
