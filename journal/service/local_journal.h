#pragma once

#include <filesystem>
#include <memory>

#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/crypto/kdf.h"
#include "journal/crypto/secret.h"
#include "journal/crypto/signature.h"
#include "journal/service/journal.h"
#include "journal/service/sync_port.h"
#include "journal/vault/vault.h"

namespace journal::store {
class Database;
struct MergedWords;
using MergeTexts = MergedWords (*)(std::string_view base, std::string_view ours,
                                   std::string_view theirs);
}  // namespace journal::store

namespace journal::service {

/// What a journal needs of the world around it. Both references must outlive the journal.
struct Surroundings {
  const Clock& clock;
  Random& random;
  crypto::KdfPreset preset = crypto::KdfPreset::Standard;
  /// How texts that two devices changed become one; nullptr: by sentence
  /// (journal/text/text_merge.h).
  store::MergeTexts mergeTexts = nullptr;
  /// The last kind of log entry that is known, so that two versions can be tried with each other;
  /// 0: every kind this one knows.
  std::uint16_t lastKind = 0;
};

struct NewJournal;

/// Longest text of one reflection, in bytes of stored text. Longer is InvalidInput with advice, and
/// nothing changes.
inline constexpr std::size_t kMaxTextBytes = 8u * 1024 * 1024;

/// A journal in a vault on this machine. Owns the vault and its one connection; closing (the
/// destructor) finishes what can be finished cheaply and never loses an acknowledged change.
/// Journal thread only.
class LocalJournal final : public Journal, public SyncPort {
 public:
  /// Makes a vault at `folder` and an empty journal in it. Errors: those of vault::Vault::create.
  static Result<NewJournal> create(const std::filesystem::path& folder,
                                   const crypto::SecretString& passphrase,
                                   const Surroundings& surroundings);
  /// Errors: those of vault::Vault::unlock; TooNew also when the journal inside was written by a
  /// newer Afternote. Nothing is ever started afresh.
  static Result<std::unique_ptr<LocalJournal>> unlock(const std::filesystem::path& folder,
                                                      const crypto::SecretString& passphrase,
                                                      const Surroundings& surroundings);
  static Result<std::unique_ptr<LocalJournal>> unlockWithRecoveryKey(
      const std::filesystem::path& folder, const crypto::SecretString& recoveryKey,
      const Surroundings& surroundings);
  /// A journal in a vault that is already unlocked. Its cost does not grow with the journal.
  static Result<std::unique_ptr<LocalJournal>> open(std::unique_ptr<vault::Vault> vault,
                                                    const Surroundings& surroundings);
  ~LocalJournal() override;

  Result<OpResult> apply(const Op& op) override;
  Result<Reflection> reflection(ReflectionId id) override;
  Result<std::vector<Tag>> tagsOf(ReflectionId id) override;
  Result<std::vector<Tag>> tags(const std::vector<TagId>& ids) override;
  Result<std::vector<ReflectionRow>> newest(std::size_t limit,
                                            std::optional<ReflectionId> before) override;
  Result<SearchPage> search(const SearchQuery& query) override;
  Result<std::vector<ReflectionRow>> binned() override;
  Result<std::vector<HeldEntry>> held() override;
  Result<std::vector<Removal>> removals() override;
  Result<std::vector<KnownName>> names() override;
  Result<std::vector<JourneyPoint>> journey(NameId youngPerson) override;
  Result<std::vector<Intention>> openIntentions() override;
  Result<std::vector<Intention>> intentions() override;
  Result<std::vector<Version>> versions(ReflectionId id) override;
  Result<Profile> profile(NameId youngPerson) override;
  Result<std::vector<Profile>> profiles() override;
  Result<std::vector<ProfileVersion>> profileVersions(NameId youngPerson) override;
  Result<std::vector<Disagreement>> disagreements() override;
  Result<std::vector<Attachment>> attachments(ReflectionId id) override;
  Result<std::string> attachmentBytes(AttachmentId id) override;
  Result<std::vector<KeptWord>> keptWords() override;
  Result<std::vector<TimetableSlot>> timetable() override;
  Result<std::vector<Permission>> permissions(NameId youngPerson) override;
  Result<std::vector<Permission>> allPermissions() override;
  Result<OwnPrompts> ownPrompts() override;
  Result<OwnFrameworks> ownFrameworks() override;
  Result<std::vector<GroupSession>> groupSessions() override;
  Result<std::vector<OwnFormat>> ownFormats() override;
  Result<std::vector<OwnFormat>> formatsSetAside() override;
  Result<std::vector<LegalHold>> legalHolds() override;
  Result<std::vector<AccessRecord>> accessLog() override;
  Result<std::vector<CaseStudyRow>> caseStudies() override;
  Result<CaseStudy> caseStudy(CaseStudyId id) override;
  Result<std::vector<Departure>> departures(CaseStudyId id) override;
  Result<Counts> counts() override;
  Result<std::optional<ReflectionId>> findSource(const std::string& source) override;
  Result<void> forEachReflection(std::stop_token stop, const ReflectionVisitor& visit) override;
  Result<CheckReport> check(std::stop_token stop, const Progress& progress) override;
  Result<bool> tidy(std::chrono::milliseconds budget) override;

  LogOwner self() const override;
  Result<std::vector<LogEnd>> ends() override;
  Result<std::optional<std::array<std::uint8_t, 32>>> hashOf(const OpId& op) override;
  Result<std::vector<TravellingEntry>> entries(DeviceId device, std::uint64_t first,
                                               std::size_t most, std::size_t bytes) override;
  Result<Received> receive(const LogOwner& from, std::uint64_t first,
                           const std::vector<TravellingEntry>& entries) override;
  std::array<std::uint8_t, 64> sign(std::string_view message) override;
  Result<LogOwner> becomeAnew(std::uint64_t lastShared,
                              const std::function<Result<void>(const LogOwner&)>& endorse) override;
  Result<std::uint64_t> erasures() override;
  Result<std::uint64_t> erasedIn(DeviceId device, std::uint64_t first, std::uint64_t last) override;
  Result<std::optional<std::string>> remembered(std::string_view key) override;
  Result<void> remember(std::string_view key, std::string_view value) override;
  std::array<std::uint8_t, 32> namesKey() const override;
  Result<void> adoptNamesKey(const std::array<std::uint8_t, 32>& key) override;

  /// This device's, for signing requests to a hub on another thread. A copy: after becomeAnew() it
  /// is the old one's.
  crypto::SigningKey signingKey() const;

  /// For changing the passphrase or the recovery key. Lives as long as the journal.
  vault::Vault& vault();
  /// Before the journal is copied: what is in it now is never written over (EditText::goesOn), or a
  /// copy that is put back would say something else under the same number.
  Result<void> handOutEverything();
  /// For tests that damage a row on purpose, and for backup.h. Lives as long as the journal.
  store::Database& database();

  struct Parts;  ///< the service's own (journal_parts.h)

 private:
  explicit LocalJournal(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

struct NewJournal {
  std::unique_ptr<LocalJournal> journal;
  crypto::SecretString recoveryKey;  ///< as printed: nine groups of four
};

}  // namespace journal::service
