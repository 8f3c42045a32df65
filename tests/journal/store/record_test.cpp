// The log's formats: encode and decode, arbitrary bytes, canonical form.
#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/store/log_entry.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

std::string someText(SeededRandom& random) {
  std::string text;
  for (std::size_t n = random.below(20); n > 0; --n) {
    text.push_back(static_cast<char>(random.below(256)));
  }
  return text;
}
LocalDate someDate(SeededRandom& random) {
  return dateFromDayNumber(static_cast<int>(random.below(60000)) - 20000);
}
UtcTime someTime(SeededRandom& random) {
  return UtcTime{std::chrono::milliseconds{static_cast<std::int64_t>(random.next() >> 16)}};
}
template <class IdType>
std::optional<IdType> maybeId(SeededRandom& random) {
  if (random.below(2) == 0) return std::nullopt;
  return IdType::random(random);
}

Lesson someLesson(SeededRandom& random) {
  Lesson lesson;
  lesson.setting = static_cast<Setting>(random.below(kSettingCount));
  lesson.date = someDate(random);
  if (random.below(2) == 0) lesson.startsAt = std::chrono::minutes{random.below(1440)};
  lesson.length = std::chrono::minutes{random.below(120)};
  lesson.group = someText(random);
  lesson.instrument = someText(random);
  lesson.place = maybeId<NameId>(random);
  for (std::size_t n = random.below(4); n > 0; --n)
    lesson.youngPeople.push_back(NameId::random(random));
  return lesson;
}
Tag someTag(SeededRandom& random) {
  Tag tag;
  tag.id = TagId::random(random);
  tag.reflection = ReflectionId::random(random);
  tag.passage = {random.below(100), 100 + random.below(100)};
  tag.quote = someText(random);
  tag.indicator = *IndicatorCode::parse("P4." + std::to_string(1 + random.below(9)));
  tag.level = Level::of(static_cast<int>(random.below(6)));
  tag.direction = static_cast<Direction>(random.below(4));
  tag.voice = static_cast<Voice>(random.below(3));
  tag.youngPerson = maybeId<NameId>(random);
  return tag;
}
ReviewEvent someEvent(SeededRandom& random) {
  return {someTime(random),
          someText(random),
          static_cast<Role>(random.below(5)),
          static_cast<ReviewAction>(random.below(7)),
          static_cast<ReviewStep>(random.below(9)),
          static_cast<ReviewStep>(random.below(9)),
          someText(random)};
}
Agreement someAgreement(SeededRandom& random) {
  return {*UseLevel::of(static_cast<int>(random.below(4))), someText(random), someText(random),
          someDate(random), random.below(3) == 0 ? LocalDate{} : someDate(random)};
}
Claim someClaim(SeededRandom& random) {
  Claim claim;
  claim.id = ClaimId::random(random);
  claim.text = someText(random);
  for (std::size_t n = random.below(3); n > 0; --n) {
    claim.evidence.push_back({TagId::random(random), someText(random)});
  }
  return claim;
}
CaseStudy someStudy(SeededRandom& random) {
  CaseStudy study;
  study.id = CaseStudyId::random(random);
  study.kind = static_cast<CaseStudyKind>(random.below(5));
  study.title = someText(random);
  study.about = maybeId<NameId>(random);
  for (std::size_t n = random.below(3); n > 0; --n) study.claims.push_back(someClaim(random));
  if (random.below(2) == 0) study.agreement = someAgreement(random);
  study.step = static_cast<ReviewStep>(random.below(9));
  for (std::size_t n = random.below(3); n > 0; --n) study.trail.push_back(someEvent(random));
  return study;
}

Profile someProfile(SeededRandom& random) {
  Profile profile;
  profile.youngPerson = NameId::random(random);
  profile.interests = someText(random);
  profile.whatHelps = someText(random);
  for (std::size_t n = random.below(4); n > 0; --n) {
    profile.goals.push_back(
        {{static_cast<int>(random.below(3000)), static_cast<Term>(random.below(3))},
         someText(random),
         static_cast<GoalState>(random.below(3)),
         random.below(2) == 0});
  }
  return profile;
}
TimetableSlot someSlot(SeededRandom& random) {
  TimetableSlot slot;
  slot.id = SlotId::random(random);
  if (random.below(2) == 0) slot.on = someDate(random);
  slot.weekday = static_cast<std::uint8_t>(1 + random.below(7));
  slot.startsAt = std::chrono::minutes{random.below(1440)};
  slot.length = std::chrono::minutes{random.below(120)};
  slot.setting = static_cast<Setting>(random.below(kSettingCount));
  slot.title = someText(random);
  slot.instrument = someText(random);
  slot.place = someText(random);
  return slot;
}

FrameworkVersion someFramework(SeededRandom& random) {
  const auto five = [&random] {
    std::array<std::string, 5> texts;
    for (std::string& text : texts) text = someText(random);
    return texts;
  };
  FrameworkVersion version;
  version.from = someDate(random);
  version.framework.version = 1 + static_cast<int>(random.below(9));
  version.framework.name = someText(random);
  version.framework.levelNames = five();
  version.framework.scaleRule = five();
  Outcome outcome{"P4", someText(random), someText(random), someText(random), {}, true};
  for (std::size_t n = random.below(3); n > 0; --n) {
    outcome.indicators.push_back({*IndicatorCode::parse("P4." + std::to_string(n)),
                                  someText(random), five(), random.below(2) == 0,
                                  random.below(2) == 0});
  }
  version.framework.domains.push_back({"P", someText(random), {outcome}});
  return version;
}

SessionFormat someFormat(SeededRandom& random) {
  SessionFormat format;
  format.code = someText(random);
  format.name = someText(random);
  for (std::uint64_t i = random.below(3); i > 0; --i) {
    Round round;
    round.name = someText(random);
    round.minutes = static_cast<int>(random.below(60));
    round.prompts = {someText(random)};
    round.kind = static_cast<session::RoundKind>(random.below(15));
    round.keep = static_cast<session::Keep>(random.below(5));
    round.dots = static_cast<int>(random.below(4));
    format.rounds.push_back(round);
  }
  format.licence = someText(random);
  return format;
}

GroupSession someSession(SeededRandom& random) {
  GroupSession group;
  group.id = GroupSessionId::random(random);
  group.state = static_cast<GroupSessionState>(random.below(3));
  group.title = someText(random);
  group.day = someDate(random);
  group.led = random.below(2) == 0;
  group.naming = static_cast<session::Naming>(random.below(2));
  group.format = someFormat(random);
  group.agreement = {someText(random), someText(random)};
  group.people = {someText(random)};
  group.question = someText(random);
  group.headcount = static_cast<std::int32_t>(random.below(12));
  KeptCard card;
  card.kind = static_cast<session::CardKind>(random.below(11));
  card.text = someText(random);
  card.keep = static_cast<session::Keep>(random.below(5));
  card.leaves = random.below(2) == 0;
  card.due = someDate(random);
  group.cards.push_back(card);
  return group;
}

Record someRecord(SeededRandom& random, std::size_t kind) {
  switch (kind) {
    case 1: {
      NamePut put{{}, someText(random)};
      put.known.id = NameId::random(random);
      put.known.codeName = someText(random);
      put.known.askDslFirst = random.below(2) == 0;
      return put;
    }
    case 2: {
      ReflectionWritten written;
      written.reflection.id = ReflectionId::random(random);
      written.reflection.lesson = someLesson(random);
      written.reflection.text = someText(random);
      written.reflection.held = random.below(2) == 0;
      written.reflection.writtenAt = someTime(random);
      written.reflection.writtenOffset = std::chrono::minutes{-300};
      return written;
    }
    case 3:
      return TextEdited{someText(random), someTime(random), {{TagId::random(random), {1, 2}}}};
    case 4:
      return LessonSet{someLesson(random)};
    case 5:
      return FinishedSet{random.below(2) == 0};
    case 6:
      return HeldSet{random.below(2) == 0};
    case 7:
      return BinnedSet{random.below(2) == 0};
    case 8:
      return TagPut{someTag(random)};
    case 9:
      return TagRemoved{ReflectionId::random(random)};
    case 10: {
      IntentionPut put;
      put.intention.id = IntentionId::random(random);
      put.intention.text = someText(random);
      put.intention.from = maybeId<ReflectionId>(random);
      put.intention.madeOn = someDate(random);
      return put;
    }
    case 11:
      return CaseStudyStarted{someStudy(random)};
    case 12:
      return TitleSet{someText(random)};
    case 13:
      return ClaimPut{CaseStudyId::random(random), someClaim(random)};
    case 14:
      return ClaimRemoved{CaseStudyId::random(random)};
    case 15:
      return AgreementSet{someAgreement(random)};
    case 16:
      return ReviewRecorded{someEvent(random)};
    case 17:
      return DepartureRecorded{someText(random), someTime(random)};
    case 18:
      return ProfilePut{someProfile(random)};
    case 19:
      return WordPut{{WordId::random(random), someText(random)}};
    case 20:
      return WordRemoved{};
    case 21:
      return SlotPut{someSlot(random)};
    case 22:
      return SlotRemoved{};
    case 23:
      return ReceiptRecorded{{someText(random), someDate(random), std::chrono::minutes{970}}};
    case 24:
      return WishRecorded{random.below(2) == 0 ? DslWish::KeepOnHold : DslWish::Remove};
    case 25:
      return HeldRemoved{{someText(random), someDate(random), std::chrono::minutes{0}}};
    case 26:
      return PromptSetPut{{PromptSetId::random(random),
                           1 + static_cast<int>(random.below(9)),
                           "Q1",
                           someText(random),
                           someDate(random),
                           {{someText(random), true}, {someText(random), false}}}};
    case 27:
      return PromptSetOffered{someText(random), random.below(2) == 0};
    case 29:
      return FrameworkPut{someFramework(random)};
    case 30:
      return RemovalBrought{{{someText(random), someDate(random), std::chrono::minutes{70}},
                             someTime(random),
                             ReflectionId::random(random),
                             someText(random)}};
    case 31:
      return DisagreementSettled{
          static_cast<Field>(random.below(15)),
          {{DeviceId::random(random), 1 + random.below(9)}, {DeviceId::random(random), 7}}};
    case 32:
      return Erased{};
    case 33:
      return AttachmentPart{ReflectionId::random(random), 7, someText(random)};
    case 34: {
      Attachment attachment;
      attachment.id = AttachmentId::random(random);
      attachment.reflection = ReflectionId::random(random);
      attachment.name = someText(random);
      attachment.kind = static_cast<MediaKind>(random.below(9));
      attachment.size = random.next();
      random.fill(attachment.content);
      attachment.addedAt = someTime(random);
      return AttachmentPut{attachment};
    }
    case 35:
      return AttachmentRemoved{ReflectionId::random(random)};
    case 36: {
      LegalHold hold;
      hold.id = LegalHoldId::random(random);
      hold.about = maybeId<NameId>(random);
      hold.reason = someText(random);
      hold.since = someDate(random);
      return LegalHoldPut{hold};
    }
    case 37:
      return LegalHoldLifted{{someDate(random), someText(random)}};
    case 38: {
      AccessRecord access{AccessId::random(random), static_cast<AccessKind>(random.below(3)),
                          NameId::random(random),   someTime(random),
                          someText(random),         {}};
      access.counts.entries = static_cast<std::int32_t>(random.below(100));
      access.counts.left = static_cast<std::int32_t>(random.below(100));
      return AccessRecorded{access};
    }
    case 39:
      return GroupSessionPut{someSession(random)};
    case 40:
      return OwnFormatPut{{OwnFormatId::random(random), someFormat(random), random.below(2) == 0}};
    case 41:
      return BlursSet{
          {{someText(random), random.below(2) == 0, someText(random)}, {"Eastby", false, ""}}};
    default: {
      PermissionRecorded recorded;
      recorded.permission.id = PermissionId::random(random);
      recorded.permission.youngPerson = NameId::random(random);
      recorded.permission.answerer = static_cast<Answerer>(random.below(2));
      if (random.below(2) == 0) recorded.permission.level = UseLevel::of(2);
      recorded.permission.askedBy = someText(random);
      recorded.permission.on = recorded.permission.until = someDate(random);
      return recorded;
    }
  }
}

TEST(RecordCodec, WhateverIsEncodedDecodesToTheSame) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    for (std::size_t kind = 1; kind <= kLastKind; ++kind) {
      SCOPED_TRACE(kind);
      const Record record = someRecord(random, kind);
      ASSERT_EQ(kindOf(record), kind);
      const auto decoded = decodeRecord(kindOf(record), encodeRecord(record));
      ASSERT_TRUE(decoded.ok());
      EXPECT_EQ(*decoded, record);
    }
  }
}

/// Cut short, lengthened or altered bytes decode to a record with exactly those bytes, or not at
/// all.
TEST(RecordCodec, DamagedBytesAreRefusedOrAreAnotherRecordsOwn) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    for (std::size_t kind = 1; kind <= kLastKind; ++kind) {
      const std::string whole = encodeRecord(someRecord(random, kind));
      for (int i = 0; i < 20; ++i) {
        std::string bytes = whole;
        const std::size_t at = bytes.empty() ? 0 : random.below(bytes.size());
        const std::uint64_t how = random.below(3);
        if (how == 0) bytes.resize(at);
        if (how == 1) bytes.push_back(static_cast<char>(random.below(256)));
        if (how == 2 && !bytes.empty()) bytes[at] = static_cast<char>(random.below(256));
        const auto decoded = decodeRecord(static_cast<std::uint16_t>(kind), bytes);
        if (decoded.ok()) {
          EXPECT_EQ(encodeRecord(*decoded), bytes);
        }
      }
    }
  }
}

TEST(RecordCodec, ALengthThatPromisesMoreThanThereIsAllocatesNothing) {
  const std::string lie("\xFF\xFF\xFF\x7F", 4);
  EXPECT_EQ(decodeRecord(kindOf(TitleSet{}), lie).error().code, ErrorCode::Corrupt);
  std::string list(8 + 4, '\0');
  list += std::string("\0\0\0\x10", 4);  // TextEdited: no words, no time, 2^28 tags
  EXPECT_EQ(decodeRecord(kindOf(TextEdited{}), list).error().code, ErrorCode::Corrupt);
}

TEST(RecordCodec, AKindFromANewerVersionIsKeptNotMisread) {
  EXPECT_EQ(decodeRecord(kLastKind + 1, "anything").error().code, ErrorCode::TooNew);
  EXPECT_EQ(decodeRecord(0, "").error().code, ErrorCode::TooNew);
}

LogEntry someEntry(SeededRandom& random) {
  LogEntry entry;
  entry.id = {DeviceId::random(random), random.next() >> 24};
  random.fill(entry.prevHash);
  entry.stamp = {static_cast<std::int64_t>(random.next() >> 16),
                 static_cast<std::uint16_t>(random.below(65536))};
  entry.kind = static_cast<std::uint16_t>(random.below(30));
  entry.entity = EntityId::random(random);
  entry.field = static_cast<Field>(random.below(10));
  for (std::size_t n = random.below(4); n > 0; --n) {
    entry.parents.push_back({DeviceId::random(random), random.below(100)});
  }
  entry.value = someText(random);
  return entry;
}

TEST(LogEntryCodec, EntriesDecodeToThemselvesAndAnyByteCounts) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const LogEntry entry = someEntry(random);
    const std::string whole = encodeEntry(entry);
    ASSERT_TRUE(decodeEntry(whole).ok());
    EXPECT_EQ(*decodeEntry(whole), entry);
    EXPECT_FALSE(decodeEntry(whole.substr(0, random.below(whole.size()))).ok());
    EXPECT_FALSE(decodeEntry(whole + "x").ok());
    std::string altered = whole;
    altered[random.below(altered.size())] ^= 0x20;
    const auto decoded = decodeEntry(altered);
    if (decoded.ok()) {
      EXPECT_EQ(encodeEntry(*decoded), altered);
    }
  }
}

TEST(LogEntryCodec, ALaterFormatIsToldFromDamage) {
  EXPECT_EQ(decodeEntry("\x02whatever").error().code, ErrorCode::TooNew);
  EXPECT_EQ(decodeEntry("").error().code, ErrorCode::Corrupt);
}

/// The bytes of format 1, so that no change to the code changes what is already signed.
TEST(LogEntryCodec, FormatOneStaysAsItIs) {
  LogEntry entry;
  entry.id = {*DeviceId::fromHex("000102030405060708090a0b0c0d0e0f"), 7};
  entry.stamp = {1769097900000, 3};
  entry.kind = kindOf(TitleSet{});
  entry.entity = *EntityId::fromHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
  entry.field = Field::Title;
  entry.parents = {{entry.id.device, 6}};
  entry.value = encodeRecord(TitleSet{"Wren"});
  const std::string bytes = encodeEntry(entry);
  EXPECT_EQ(toHex(crypto::bytesOf(bytes)),
            "01000102030405060708090a0b0c0d0e0f0700000000000000"
            "0000000000000000000000000000000000000000000000000000000000000000"
            "e0af73e69b010000030001000c00"
            "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff0601"
            "000102030405060708090a0b0c0d0e0f0600000000000000"
            "080000000400000057"
            "72656e");
}

}  // namespace
}  // namespace journal::store
