#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "journal/domain/access.h"
#include "journal/domain/attachment.h"
#include "journal/domain/blur.h"
#include "journal/domain/case_study.h"
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

namespace journal::store {

/// The field of its entity that an entry sets. Numbers are part of the log's format.
enum class Field : std::uint8_t {
  Whole = 0,  ///< everything: the entry that makes an entity, or sets all of it
  Text = 1,
  Lesson = 2,
  State = 3,  ///< of a reflection; of a legal hold, how it ended
  Hold = 4,
  Bin = 5,
  Title = 6,
  Agreement = 7,
  Trail = 8,
  Departures = 9,
  Profile = 10,  ///< of a name
  Receipt = 11,  ///< of a reflection on hold, as Wish
  Wish = 12,
  Settled = 13,  ///< of any entity: what a person decided about its fields
  Erasure = 14,
  Content = 15,  ///< of an attachment: a part of its bytes
  Blurs = 16,    ///< of a case study
};

// What an entry of the log says happened. The op says what was wanted; the record says what came of
// it (names already mentions, tags already moved), so that replay needs no rule that may change.

/// `known` has no real name and no other spellings: those are in `sealedNames`, under the Names
/// sub-key.
struct NamePut {
  KnownName known;
  std::string sealedNames;
  friend bool operator==(const NamePut&, const NamePut&) = default;
};
struct ReflectionWritten {
  Reflection reflection;
  friend bool operator==(const ReflectionWritten&, const ReflectionWritten&) = default;
};
struct MovedTag {
  TagId tag;
  Passage passage;
  friend bool operator==(const MovedTag&, const MovedTag&) = default;
};
struct TextEdited {
  std::string text;
  UtcTime changedAt{};
  std::vector<MovedTag> moved;  ///< every tag of the reflection
  friend bool operator==(const TextEdited&, const TextEdited&) = default;
};
struct LessonSet {
  Lesson lesson;
  friend bool operator==(const LessonSet&, const LessonSet&) = default;
};
struct FinishedSet {
  bool finished = false;
  friend bool operator==(const FinishedSet&, const FinishedSet&) = default;
};
struct HeldSet {
  bool held = false;
  friend bool operator==(const HeldSet&, const HeldSet&) = default;
};
struct BinnedSet {
  bool binned = false;
  friend bool operator==(const BinnedSet&, const BinnedSet&) = default;
};
struct TagPut {
  Tag tag;
  friend bool operator==(const TagPut&, const TagPut&) = default;
};
struct TagRemoved {
  ReflectionId reflection;
  friend bool operator==(const TagRemoved&, const TagRemoved&) = default;
};
struct IntentionPut {
  Intention intention;
  friend bool operator==(const IntentionPut&, const IntentionPut&) = default;
};
struct CaseStudyStarted {
  CaseStudy study;
  friend bool operator==(const CaseStudyStarted&, const CaseStudyStarted&) = default;
};
struct TitleSet {
  std::string title;
  friend bool operator==(const TitleSet&, const TitleSet&) = default;
};
struct ClaimPut {
  CaseStudyId study;
  Claim claim;
  friend bool operator==(const ClaimPut&, const ClaimPut&) = default;
};
struct ClaimRemoved {
  CaseStudyId study;
  friend bool operator==(const ClaimRemoved&, const ClaimRemoved&) = default;
};
struct AgreementSet {
  Agreement agreement;
  friend bool operator==(const AgreementSet&, const AgreementSet&) = default;
};
struct ReviewRecorded {
  ReviewEvent event;
  friend bool operator==(const ReviewRecorded&, const ReviewRecorded&) = default;
};
struct DepartureRecorded {
  std::string bytes;
  UtcTime at{};
  friend bool operator==(const DepartureRecorded&, const DepartureRecorded&) = default;
};

struct ProfilePut {
  Profile profile;
  friend bool operator==(const ProfilePut&, const ProfilePut&) = default;
};
struct WordPut {
  KeptWord word;
  friend bool operator==(const WordPut&, const WordPut&) = default;
};
struct WordRemoved {
  friend bool operator==(const WordRemoved&, const WordRemoved&) = default;
};
struct SlotPut {
  TimetableSlot slot;
  friend bool operator==(const SlotPut&, const SlotPut&) = default;
};
struct SlotRemoved {
  friend bool operator==(const SlotRemoved&, const SlotRemoved&) = default;
};
struct ReceiptRecorded {
  Receipt receipt;
  friend bool operator==(const ReceiptRecorded&, const ReceiptRecorded&) = default;
};
struct WishRecorded {
  DslWish wish = DslWish::KeepOnHold;
  friend bool operator==(const WishRecorded&, const WishRecorded&) = default;
};
/// Of the entry that was removed, nothing but who had received it.
struct HeldRemoved {
  Receipt received;
  friend bool operator==(const HeldRemoved&, const HeldRemoved&) = default;
};
struct PromptSetPut {
  OwnPromptSet set;
  friend bool operator==(const PromptSetPut&, const PromptSetPut&) = default;
};
struct PromptSetOffered {
  std::string code;
  bool offered = true;
  friend bool operator==(const PromptSetOffered&, const PromptSetOffered&) = default;
};
struct PermissionRecorded {
  Permission permission;
  friend bool operator==(const PermissionRecorded&, const PermissionRecorded&) = default;
};

struct FrameworkPut {
  FrameworkVersion version;
  friend bool operator==(const FrameworkPut&, const FrameworkPut&) = default;
};
/// A removal that another copy of the journal recorded: its entry was never here.
struct RemovalBrought {
  Removal removal;
  friend bool operator==(const RemovalBrought&, const RemovalBrought&) = default;
};

/// A person looked at what devices said differently, and it is as it should be.
struct DisagreementSettled {
  Field field = Field{};
  std::vector<OpId> heads;  ///< ascending
  friend bool operator==(const DisagreementSettled&, const DisagreementSettled&) = default;
};
/// Something is gone for good, with every version of it: a reflection with its tags and what was
/// meant for next time in it, a young person with their plan, a case study with its claims
/// (security.md 3.3). Beats everything.
struct Erased {
  friend bool operator==(const Erased&, const Erased&) = default;
};

/// A stretch of an attachment's bytes. Parts come before the entry that attaches them, so that what
/// is attached is whole.
struct AttachmentPart {
  ReflectionId reflection;
  std::uint32_t number = 0;  ///< from 0
  std::string bytes;
  friend bool operator==(const AttachmentPart&, const AttachmentPart&) = default;
};
struct AttachmentPut {
  Attachment attachment;
  friend bool operator==(const AttachmentPut&, const AttachmentPut&) = default;
};
struct AttachmentRemoved {
  ReflectionId reflection;
  friend bool operator==(const AttachmentRemoved&, const AttachmentRemoved&) = default;
};

/// Without its end.
struct LegalHoldPut {
  LegalHold hold;
  friend bool operator==(const LegalHoldPut&, const LegalHoldPut&) = default;
};
struct LegalHoldLifted {
  LegalHoldEnd end;
  friend bool operator==(const LegalHoldLifted&, const LegalHoldLifted&) = default;
};
struct AccessRecorded {
  AccessRecord access;
  friend bool operator==(const AccessRecorded&, const AccessRecorded&) = default;
};

struct GroupSessionPut {
  GroupSession session;
  friend bool operator==(const GroupSessionPut&, const GroupSessionPut&) = default;
};
struct OwnFormatPut {
  OwnFormat own;
  friend bool operator==(const OwnFormatPut&, const OwnFormatPut&) = default;
};

/// All of them, of the case study that it is about.
struct BlursSet {
  std::vector<Blur> blurs;
  friend bool operator==(const BlursSet&, const BlursSet&) = default;
};

/// A record's place here plus one is its kind in the log: only ever append.
using Record =
    std::variant<NamePut, ReflectionWritten, TextEdited, LessonSet, FinishedSet, HeldSet, BinnedSet,
                 TagPut, TagRemoved, IntentionPut, CaseStudyStarted, TitleSet, ClaimPut,
                 ClaimRemoved, AgreementSet, ReviewRecorded, DepartureRecorded, ProfilePut, WordPut,
                 WordRemoved, SlotPut, SlotRemoved, ReceiptRecorded, WishRecorded, HeldRemoved,
                 PromptSetPut, PromptSetOffered, PermissionRecorded, FrameworkPut, RemovalBrought,
                 DisagreementSettled, Erased, AttachmentPart, AttachmentPut, AttachmentRemoved,
                 LegalHoldPut, LegalHoldLifted, AccessRecorded, GroupSessionPut, OwnFormatPut,
                 BlursSet>;

inline std::uint16_t kindOf(const Record& record) {
  return static_cast<std::uint16_t>(record.index() + 1);
}
inline constexpr std::uint16_t kLastKind = std::variant_size_v<Record>;

}  // namespace journal::store
