#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "journal/domain/name_matcher.h"
#include "journal/service/local_journal.h"
#include "journal/store/op_log.h"
#include "journal/store/projections.h"

// Inside the service only.

namespace journal::service {

/// What a LocalJournal is made of, in the order in which it is taken down again.
struct LocalJournal::Parts {
  Parts(const Surroundings& surroundings, std::unique_ptr<vault::Vault> opened,
        std::unique_ptr<store::Database> connection, std::unique_ptr<store::OpLog> entries);

  const Clock& clock;
  Random& random;
  std::unique_ptr<vault::Vault> vault;
  crypto::Secret namesKey;
  std::unique_ptr<store::Database> database;
  std::unique_ptr<store::OpLog> log;
  store::Reader reader;
  store::Projections projections;

  /// Turns known real names into mentions; kept until a name changes.
  Result<const NameMatcher*> matcher();
  /// Nothing that a transaction changed happened: forget what was kept in memory of it.
  void undone();
  void namesChanged() { matcher_.reset(); }

  /// The reflection, without its words, or NotFound.
  Result<store::StoredReflection> stored(ReflectionId id);
  /// As a list shows it.
  Result<ReflectionRow> rowOf(store::StoredReflection stored);
  /// What was said of one field, newest first, from the entry at `newest` on: `step` sees each once
  /// and says whether to go on to those it followed.
  using Step = std::function<bool(const store::LogEntry& entry, const store::Record& record)>;
  Result<void> walkBack(const std::vector<store::OpPosition>& newest, const Step& step);
  /// What synchronising remembers, and the key of names it may have brought.
  Result<std::optional<std::string>> remembered(std::string_view key);
  Result<void> readNamesKey();
  /// One side of what devices said differently.
  Result<DisagreementSide> side(store::OpPosition head);
  /// What is recorded of an entry on hold.
  Result<HeldEntry> heldEntry(const store::StoredReflection& stored);
  /// What was decided about words of a case study; empty for one that is not here.
  Result<std::vector<Blur>> blurs(CaseStudyId id);
  /// The tag, if it exists and its reflection may be used.
  Result<std::optional<Tag>> usableTag(TagId id);
  /// Reads everything pending into the index.
  Result<void> drainAll();
  /// The same, but a full disk is no reason not to search: how many are still pending.
  Result<std::size_t> drainForSearch();
  /// Indexes and copies what a long import has piled up, so that neither a search nor the log pays
  /// for all of it at once.
  Result<void> afterImport();

 private:
  std::optional<NameMatcher> matcher_;
};

}  // namespace journal::service
