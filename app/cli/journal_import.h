#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journal/exchange/imported.h"
#include "journal/exchange/journal_json.h"
#include "journal/exchange/name_book.h"
#include "journal/service/journal.h"

namespace app {

/// Puts what importers yield into a journal, in batches of one transaction each: names first, then
/// what mentions them. What is there already, by id or source, is left as it is. Everything handed
/// over is stored only once finish() has returned.
class JournalImport {
 public:
  using Told = std::function<void(std::size_t stored)>;
  /// All must outlive the import. `told` may be empty; it hears after every batch.
  JournalImport(journal::service::Journal& journal, journal::exchange::NameBook& names, Told told);

  journal::exchange::ReflectionSink sink();
  journal::exchange::JournalJsonSink jsonSink();
  journal::Result<void> finish();

  std::size_t added() const { return added_; }
  std::size_t alreadyHere() const { return alreadyHere_; }
  /// What came in besides reflections and names: plans, words, slots, intentions, case studies,
  /// versions of the framework and what was recorded of holds,
  /// pictures and recordings.
  std::size_t others() const { return others_; }
  /// One sentence for each thing the journal itself would not take.
  const std::vector<std::string>& refused() const { return refused_; }

 private:
  journal::Result<void> take(journal::exchange::ImportedReflection item);
  journal::Result<void> flush();
  journal::Result<void> applyOneByOne(journal::service::ImportBatch batch);
  journal::Result<void> takeIntention(journal::Intention intention);
  journal::Result<void> takeStudy(journal::CaseStudy study);
  journal::Result<void> takeProfile(journal::Profile profile);
  journal::Result<void> takeAttachment(journal::exchange::AttachmentRecord record);
  journal::Result<void> takeLegalHold(const journal::LegalHold& hold);
  journal::Result<void> takeHold(const journal::exchange::HoldRecord& hold);
  void count(const journal::service::OpResult& result);
  journal::Result<void> applied(const journal::service::Op& op, const std::string& what);

  journal::service::Journal& journal_;
  journal::exchange::NameBook& names_;
  Told told_;
  std::vector<journal::service::WriteReflection> waiting_;
  std::size_t waitingBytes_ = 0;
  std::size_t added_ = 0;
  std::size_t alreadyHere_ = 0;
  std::size_t others_ = 0;
  std::vector<std::string> refused_;
  std::optional<std::set<journal::IntentionId>> intentionsHere_;  ///< filled when first needed
};

}  // namespace app
