#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "journal/domain/access.h"
#include "journal/domain/attachment.h"
#include "journal/domain/case_study.h"
#include "journal/domain/disagreement.h"
#include "journal/domain/group_session.h"
#include "journal/domain/held_entry.h"
#include "journal/domain/intention.h"
#include "journal/domain/kept_word.h"
#include "journal/domain/known_name.h"
#include "journal/domain/legal_hold.h"
#include "journal/domain/own_framework.h"
#include "journal/domain/own_prompts.h"
#include "journal/domain/permission.h"
#include "journal/domain/profile.h"
#include "journal/domain/reflection.h"
#include "journal/domain/tag.h"
#include "journal/domain/timetable_slot.h"

// Everything a person can do to a journal. Each runs in one transaction: the signed entries of the
// op log and the projections they change, or nothing (architecture.md 1.3). Ids are made by the
// caller, so that an op can be repeated without doubling anything.

namespace journal::service {

/// Adds a name or changes every field of it. Conflict when its code name is already another's.
struct PutName {
  KnownName name;
};

/// A new reflection, with the tags it arrives with. `reflection.text` is stored text; known real
/// names in it become mentions. A `source` that is already there is left as it is
/// (OpResult::skipped).
struct WriteReflection {
  Reflection reflection;
  std::vector<Tag> tags;
  std::optional<Intention> intention;
};

/// The whole text after an edit. Tags move with the words (passage.h). Autosave sends this.
struct EditText {
  ReflectionId reflection;
  std::string text;
  /// The same person still types: where the edit before is the journal's last change, nobody else
  /// has it yet and it is less than kSitting old, this one takes its place, so that a sitting is
  /// one version and not one for each pause.
  bool goesOn = false;
  /// The text that the edit was made from, as it was stored or sent. When another stands there by
  /// now, because words of another device came in meanwhile, both changes are joined as those of
  /// two devices are, and nothing of either is lost. nullopt: `text` is all there is to be.
  std::optional<std::string> basedOn = {};
};
inline constexpr std::chrono::minutes kSitting{10};
struct SetLesson {
  ReflectionId reflection;
  Lesson lesson;
};
struct FinishReflection {
  ReflectionId reflection;
  bool finished = true;
};
/// Safeguarding hold on, or off again while it may have been a slip: Conflict with advice later, or
/// once it was received (held_entry.h).
struct HoldReflection {
  ReflectionId reflection;
  bool held = true;
};
/// "The DSL has received it." Conflict with advice when the entry is not on hold, or is the line
/// that a journal keeps; InvalidInput when nobody is named or the time is still to come.
struct RecordReceipt {
  ReflectionId reflection;
  Receipt receipt;
};
/// What the DSL wants done with the original. Conflict with advice before it was received. May be
/// said again: the last answer counts.
struct RecordWish {
  ReflectionId reflection;
  DslWish wish = DslWish::KeepOnHold;
};
/// Takes an entry on hold out of the journal, with its tags and what was meant for next time in it.
/// Conflict with advice that says why it stays (held_entry.h). The log keeps that it was removed,
/// and it does not come in again from a copy. Earlier entries of the log are as they were signed.
struct RemoveHeld {
  ReflectionId reflection;
};

/// A removal that a copy of the journal says was made. One of an entry that is here, or that was
/// removed here, changes nothing (OpResult::skipped): what stands here is decided here.
struct BringRemoval {
  Removal removal;
};

/// Into the bin, or back out of it. Nothing is destroyed.
struct BinReflection {
  ReflectionId reflection;
  bool binned = true;
};

/// `tag.passage` and `tag.quote` are against the text as it is now; Conflict when the quote is not
/// what stands there.
struct PutTag {
  Tag tag;
};
struct RemoveTag {
  TagId tag;
};

struct PutIntention {
  Intention intention;
};

/// The whole learning plan of a young person after a change. Known real names in it become
/// mentions; goals without words are left out. InvalidInput with advice when a term has more than
/// kGoalsATerm; NotFound when nobody of that id is known.
struct PutProfile {
  Profile profile;
  /// What it was written from. Where the plan says something else by now, because another device
  /// was heard of meanwhile, the two changes are joined. Here and below: nullopt writes over it.
  std::optional<Profile> basedOn = {};
};

/// A word for the spelling to know. One that is known already is left as it is
/// (OpResult::skipped).
struct KeepWord {
  KeptWord word;
};
struct DropWord {
  WordId word;
};

/// Keeps a picture or a recording with a reflection, whole, in the vault. The same bytes twice with
/// one reflection are left out (OpResult::skipped). InvalidInput with advice when it is neither, or
/// too large, or one too many; Conflict when the reflection is on hold or in the bin.
struct AttachFile {
  ReflectionId reflection;
  AttachmentId id;
  std::string name;  ///< what the file was called
  std::string bytes;
  /// When it was attached, from a copy of a journal: the reflection may be on hold or in the bin.
  std::optional<UtcTime> copied = {};
};
/// Takes it out. Erasing the reflection destroys its bytes; this alone does not.
struct RemoveAttachment {
  AttachmentId attachment;
};

/// Adds a lesson to the timetable or changes every field of it. A new one that says the same as one
/// that is there is left out (OpResult::skipped).
struct PutSlot {
  TimetableSlot slot;
};
struct RemoveSlot {
  SlotId slot;
};

/// Keeps a version of a prompt set. One that is there already and says the same is left as it is
/// (OpResult::skipped); Conflict with advice when it says something else. Questions without words
/// are left out; InvalidInput with advice when there is no name or no question.
struct PutPromptSet {
  OwnPromptSet set;
};
/// Whether Write offers a set: "Q1", or codeOf() of one's own. Nothing is removed.
struct OfferPromptSet {
  std::string code;
  bool offered = true;
};

/// Keeps a version of the framework (own_framework.h). One that is there already and says the same
/// is left as it is (OpResult::skipped); Conflict with advice when it says something else, when a
/// later one is kept already, or when it lacks what an earlier one has. InvalidInput with advice
/// when it cannot be kept as it is, or starts before today. `copied`: from a copy of a journal, so
/// its day may be past and later ones may be here.
struct PutFramework {
  FrameworkVersion version;
  bool copied = false;
};

/// Keeps an answer as it was given. One that is there already is left as it is
/// (OpResult::skipped); Conflict when it says something else. InvalidInput with advice when it does
/// not say who asked and how, or ends before it was given; NotFound when nobody of that id is
/// known.
struct RecordPermission {
  Permission permission;
};

/// Erases a reflection for good, on every device: its words, its versions, its tags and what was
/// meant for next time in it. The same as Erase with nothing else.
struct EraseReflection {
  ReflectionId reflection;
};

/// What stays of a reflection that is erased: the tutor's own learning, as a new reflection.
struct OwnLearning {
  ReflectionId from;
  Reflection kept;                    ///< under an id of its own
  std::vector<Tag> tags;              ///< of `kept`; may have the ids they had before
  std::vector<Intention> intentions;  ///< from `kept`; the same
};
/// Erases all of this for good in one transaction, on every device, with every version and with
/// what hangs on it. Beats whatever another device does to it meanwhile.
///
/// A case study that quotes, or ever quoted, a reflection that goes is erased too, and what its
/// author wrote goes on as a draft under another id, without those quotes. Conflict with advice
/// while such a case study is with its reviewers or approved (withdraw it first), when something is
/// on safeguarding hold, or when a legal hold stands over anything of it (legal_hold.h). NotFound
/// when something named is not here.
struct Erase {
  std::vector<ReflectionId> reflections;
  std::vector<OwnLearning> replaced;
  std::vector<CaseStudyId> caseStudies;  ///< whole
  /// Case studies that go on without what they quote of words that are gone.
  std::vector<CaseStudyId> requoted;
  std::vector<IntentionId> intentions;
  std::vector<SlotId> slots;
  std::vector<WordId> words;
  std::vector<PermissionId> permissions;
  std::vector<GroupSessionId> groupSessions;  ///< and whatever is left of the same record
  /// With the learning plan and the answers of that young person. In case studies that go on their
  /// name becomes "a young person".
  std::optional<NameId> name;
};
/// An approved case study is kept until another day: the agreement said again, at the same use
/// level or a lower one, for at most kCaseStudyYears since it was approved (retention.h). Conflict
/// with advice otherwise.
struct RenewCaseStudy {
  CaseStudyId study;
  Agreement agreement;
};
/// "It is as it should be": what two devices said differently about a reflection has been looked
/// at. `heads` as Disagreement gives them. NotFound when that is no disagreement, or was settled.
struct SettleDisagreement {
  ReflectionId reflection;
  DisputedField field = DisputedField::Text;
  std::vector<OpId> heads;
};

/// Forbids erasing, until it is lifted (legal_hold.h). One that is there already and says the same
/// is left as it is (OpResult::skipped); Conflict when it says something else. InvalidInput with
/// advice without a reason, or when it begins after today; NotFound when nobody of that id is
/// known. `hold.ended` is not read.
struct PutLegalHold {
  LegalHold hold;
};
/// Conflict with advice when it was lifted already; InvalidInput with advice without a reason, or
/// when it ends before it began or after today.
struct LiftLegalHold {
  LegalHoldId hold;
  LegalHoldEnd end;
};
/// Writes into the log of searches that one was made. A time of 0 is now. One that is there already
/// is left as it is (OpResult::skipped). InvalidInput with advice without a reason.
struct RecordAccess {
  AccessRecord access;
};

/// A session of a reflection group as it stands now: planned, held, struck from, or set aside (then
/// all but its id is dropped). The same again is skipped. InvalidInput with advice without a title,
/// with a format that cannot be run, or with texts that are longer than a person writes.
struct PutGroupSession {
  GroupSession session;
};
/// Takes cards out of the record of a session that was held, for good: what is left goes on under
/// another id that begins the same (sameRecord()), and what it was is erased with every version.
/// NotFound when the session or a card is not here; Conflict with advice when the group's part is
/// locked (mayStrike()) or a legal hold stands over it.
struct StrikeFromSession {
  GroupSessionId session;
  std::vector<KeptCard> cards;
};
/// A format of one's own, in the same way; set aside it keeps its words.
struct PutOwnFormat {
  OwnFormat own;
};

struct StartCaseStudy {
  CaseStudy study;
};
struct SetCaseStudyTitle {
  CaseStudyId study;
  std::string title;
  std::optional<std::string> basedOn = {};
};
struct PutClaim {
  CaseStudyId study;
  Claim claim;
  std::optional<Claim> basedOn = {};
};
struct RemoveClaim {
  CaseStudyId study;
  ClaimId claim;
};
/// Everything that was decided about words of a case study that could identify somebody. `blurs`:
/// kMostBlurs at most, each about other words. InvalidInput with advice otherwise; Conflict once it
/// is with its reviewers.
struct SetBlurs {
  CaseStudyId study;
  std::vector<Blur> blurs;
};
struct SetAgreement {
  CaseStudyId study;
  Agreement agreement;
};
/// The step a review took (the author's own submit and withdraw included).
struct RecordReview {
  CaseStudyId study;
  ReviewEvent event;
};
/// The exact bytes that left, and their digest, recorded before they go (publish.h). `at` is when.
struct RecordDeparture {
  CaseStudyId study;
  std::string bytes;
  UtcTime at{};
};

/// Many names and reflections in one transaction, signed once: the hash chain carries the signature
/// of the last entry to all before it. For imports.
struct ImportBatch {
  std::vector<KnownName> names;
  std::vector<WriteReflection> reflections;
};

using Op =
    std::variant<PutName, WriteReflection, EditText, SetLesson, FinishReflection, HoldReflection,
                 BinReflection, PutTag, RemoveTag, PutIntention, PutProfile, KeepWord, DropWord,
                 PutSlot, RemoveSlot, RecordReceipt, RecordWish, RemoveHeld, PutPromptSet,
                 OfferPromptSet, RecordPermission, PutFramework, BringRemoval, StartCaseStudy,
                 SetCaseStudyTitle, PutClaim, RemoveClaim, SetAgreement, RecordReview,
                 RecordDeparture, ImportBatch, EraseReflection, SettleDisagreement, AttachFile,
                 RemoveAttachment, PutLegalHold, LiftLegalHold, RecordAccess, Erase, RenewCaseStudy,
                 PutGroupSession, StrikeFromSession, PutOwnFormat, SetBlurs>;

/// What kinds of thing an op changed: screens rebuild from this and nothing else.
struct Changes {
  bool reflections = false;
  bool tags = false;
  bool names = false;
  bool intentions = false;
  bool caseStudies = false;
  bool profiles = false;
  bool words = false;
  bool timetable = false;
  bool prompts = false;
  bool permissions = false;
  bool frameworks = false;
  bool attachments = false;
  bool keeping = false;  ///< legal holds and the log of searches
  bool groups = false;   ///< sessions of reflection groups, formats of one's own
  bool any() const {
    return reflections || tags || names || intentions || caseStudies || profiles || words ||
           timetable || prompts || permissions || frameworks || attachments || keeping || groups;
  }
  void add(const Changes& more) {
    reflections |= more.reflections;
    tags |= more.tags;
    names |= more.names;
    intentions |= more.intentions;
    caseStudies |= more.caseStudies;
    profiles |= more.profiles;
    words |= more.words;
    timetable |= more.timetable;
    prompts |= more.prompts;
    permissions |= more.permissions;
    frameworks |= more.frameworks;
    attachments |= more.attachments;
    keeping |= more.keeping;
    groups |= more.groups;
  }
};

struct OpResult {
  Changes changes;
  std::size_t applied = 0;  ///< ImportBatch: reflections that were new
  std::size_t skipped = 0;  ///< ImportBatch, WriteReflection: already here by `source`
};

}  // namespace journal::service
