#pragma once

#include <set>
#include <string>
#include <vector>

#include "journal/service/journal_parts.h"

// Inside the service only.

namespace journal::service {

/// Runs one op: checks the rules, then appends what came of it to the log and projects it. The
/// transaction, the signature and the commit are apply()'s.
class OpRunner {
 public:
  OpRunner(LocalJournal::Parts& parts, UtcTime now) : parts_(parts), now_(now) {}

  Result<void> operator()(const PutName& op);
  Result<void> operator()(const WriteReflection& op);
  Result<void> operator()(const EditText& op);
  Result<void> operator()(const SetLesson& op);
  Result<void> operator()(const FinishReflection& op);
  Result<void> operator()(const HoldReflection& op);
  Result<void> operator()(const RecordReceipt& op);
  Result<void> operator()(const RecordWish& op);
  Result<void> operator()(const RemoveHeld& op);
  Result<void> operator()(const BinReflection& op);
  Result<void> operator()(const PutTag& op);
  Result<void> operator()(const RemoveTag& op);
  Result<void> operator()(const PutIntention& op);
  Result<void> operator()(const PutProfile& op);
  Result<void> operator()(const KeepWord& op);
  Result<void> operator()(const DropWord& op);
  Result<void> operator()(const PutSlot& op);
  Result<void> operator()(const RemoveSlot& op);
  Result<void> operator()(const PutPromptSet& op);
  Result<void> operator()(const OfferPromptSet& op);
  Result<void> operator()(const RecordPermission& op);
  Result<void> operator()(const PutFramework& op);
  Result<void> operator()(const BringRemoval& op);
  Result<void> operator()(const StartCaseStudy& op);
  Result<void> operator()(const SetCaseStudyTitle& op);
  Result<void> operator()(const PutClaim& op);
  Result<void> operator()(const RemoveClaim& op);
  Result<void> operator()(const SetBlurs& op);
  Result<void> operator()(const SetAgreement& op);
  Result<void> operator()(const RecordReview& op);
  Result<void> operator()(const RecordDeparture& op);
  Result<void> operator()(const ImportBatch& op);
  Result<void> operator()(const EraseReflection& op);
  Result<void> operator()(const SettleDisagreement& op);
  Result<void> operator()(const AttachFile& op);
  Result<void> operator()(const RemoveAttachment& op);
  Result<void> operator()(const PutLegalHold& op);
  Result<void> operator()(const LiftLegalHold& op);
  Result<void> operator()(const RecordAccess& op);
  Result<void> operator()(const PutGroupSession& op);
  Result<void> operator()(const StrikeFromSession& op);
  Result<void> operator()(const PutOwnFormat& op);
  Result<void> operator()(const Erase& op);
  Result<void> operator()(const RenewCaseStudy& op);

  const OpResult& result() const { return result_; }

 private:
  /// The present heads of a field, or none when its entity is new.
  struct Subject {
    store::EntityId entity;
    store::Field field = store::Field::Whole;
    std::optional<store::OpPosition> madeBy;
  };
  /// `seen`: what else its author saw that merging has to know of, beside the field's heads.
  Result<void> record(const Subject& subject, const store::Record& record,
                      const std::vector<store::OpPosition>& seen = {});
  /// Skipped when the log says the same already.
  template <class Put>
  Result<void> putNewest(store::NewestTable& table, const store::EntityId& id, Put put);
  /// The entries that hold a reflection's words.
  Result<std::vector<store::OpPosition>> wordsOf(ReflectionId id, store::OpPosition madeBy);

  /// Whether the edit took the place of the one before.
  Result<bool> writtenOver(const EditText& op, const store::StoredReflection& stored,
                           const store::TextEdited& edited);
  Result<std::string> cleanText(std::string_view text);
  Result<store::StoredReflection> onHold(ReflectionId id);
  /// Conflict that says why, since when, while a legal hold forbids erasing any of this.
  Result<void> requireNoLegalHold(const std::set<store::EntityId>& subjects);
  Result<void> requireErasable(const std::vector<ReflectionId>& reflections);
  /// The case studies that go with them, each as its author may go on with it.
  Result<std::vector<CaseStudy>> requotedStudies(const Erase& op,
                                                 const std::set<store::EntityId>& reflections);
  Result<void> recordErased(const std::set<store::EntityId>& subjects,
                            const std::set<store::EntityId>& reflections);
  /// Every record that is left of this session (sameRecord()); NotFound when there is none.
  Result<std::set<store::EntityId>> recordsOf(GroupSessionId id);
  Result<void> addRecords(const std::vector<GroupSessionId>& sessions,
                          std::set<store::EntityId>& subjects);
  Result<void> keepLearning(const std::vector<OwnLearning>& replaced);
  Result<void> freshen(Claim& claim, const std::vector<OwnLearning>& replaced);
  Result<void> goOnWith(std::vector<CaseStudy> studies, const Erase& op,
                        const std::vector<KnownName>& names);
  Result<Profile> cleanProfile(const Profile& profile);
  Result<void> tagNew(const Reflection& reflection, std::string_view given,
                      const std::vector<Tag>& tags);
  Result<void> recordTag(const Tag& tag, std::optional<store::OpPosition> madeBy,
                         const std::vector<store::OpPosition>& words);
  Result<store::StoredCaseStudy> study(CaseStudyId id);
  Result<store::StoredCaseStudy> openStudy(CaseStudyId id);
  Result<Claim> cleanClaim(const Claim& claim, const CaseStudy& study);
  Result<void> requireLinkable(const Claim& claim, const CaseStudy& study);

  LocalJournal::Parts& parts_;
  UtcTime now_;
  OpResult result_;
};

/// What has no id of its own is known to the log by what its words hash to: "withheld prompts Q1".
store::EntityId entityOfWords(const std::string& words);

store::Field fieldOf(DisputedField field);
std::optional<DisputedField> disputedFieldOf(store::Field field);

// What ops may carry (op_rules.cpp). InvalidInput with advice.
Result<void> requireDate(LocalDate date);
Result<void> requireId(bool isNil);
Result<void> requireLength(std::size_t bytes);
/// Names, labels and the like: plain text on one line or a few, never tokens.
std::string cleanLabel(std::string_view text);
/// Stored text of nothing but blanks and marks: no words, and nobody mentioned.
bool saysNothing(std::string_view stored);
Result<Lesson> cleanLesson(const Lesson& lesson);
Result<KnownName> cleanName(const KnownName& name);
Result<TimetableSlot> cleanSlot(const TimetableSlot& slot);
/// The passage must lie in `text` and its quote must be what stands there.
Result<void> requireQuote(const Tag& tag, std::string_view text);

}  // namespace journal::service
