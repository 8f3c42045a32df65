#pragma once

namespace journal::vault {

/// The rules of security.md 1.4 that can be switched off one at a time, so that tests can show that
/// each is noticed when it is broken. In the shipped program they are compile-time constants.
struct VfsRules {
  bool guardPageOne = true;        ///< 1: refuse a page 1 without our page size and reserve
  bool freshNonces = true;         ///< 2
  bool bindPlaces = true;          ///< 3: place and index as additional data
  bool sealFrameHeaders = true;    ///< 4
  bool zerosForTornFrames = true;  ///< 5: in recovery's whole-frame reads
  bool errorsForBadPages = true;   ///< 5: in page reads
  bool synthesiseHeader = true;    ///< 6
  bool frameRewrites = true;       ///< 7: 8-byte reads at +16, headers and pages alone
  bool powersafeOnly = true;       ///< 8
  bool refuseOtherFiles = true;    ///< 9: no journal, temporary or attached files
  bool denyJournal = true;         ///< 9: a -journal never exists
  bool keepWal = true;             ///< 10: no leaving WAL
  bool refuseUnknown = true;       ///< 11: any other shape of read or write is an error
  bool finishFrames = true;        ///< 12: complete frame headers that SQLite left blank
  bool auditLog = true;  ///< 13: a log damaged before its end is an error, not a shorter log
};

#ifdef AFTERNOTE_TESTING
class ActiveRules {
 public:
  explicit ActiveRules(VfsRules rules) : rules_(rules) {}
  const VfsRules* operator->() const { return &rules_; }

 private:
  VfsRules rules_;
};
#else
inline constexpr VfsRules kShippedRules{};
class ActiveRules {
 public:
  explicit ActiveRules(VfsRules) {}
  const VfsRules* operator->() const { return &kShippedRules; }
};
#endif

}  // namespace journal::vault
