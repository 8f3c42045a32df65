#include "journal/exchange/journal_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "journal/domain/mention.h"
#include "tests/journal/exchange/exchange_support.h"

namespace journal::exchange::test {
namespace {

/// A journal as a heap of records.
struct Records {
  std::vector<KnownName> names;
  std::vector<ImportedReflection> reflections;
  std::vector<Intention> intentions;
  std::vector<CaseStudy> studies;
  std::vector<Profile> profiles;
  std::vector<KeptWord> words;
  std::vector<TimetableSlot> slots;
  OwnPrompts prompts;
  std::vector<Permission> permissions;
  OwnFrameworks frameworks;
  std::vector<Removal> removals;
  std::vector<HoldRecord> holds;
  std::vector<AttachmentRecord> attached;
  std::vector<LegalHold> legalHolds;
  std::vector<AccessRecord> accesses;
  std::vector<OwnFormat> formats;
  std::vector<GroupSession> groups;

  std::string json() const {
    std::ostringstream out;
    JournalJsonWriter writer(out);
    for (const auto& name : names) writer.name(name);
    for (const auto& profile : profiles) writer.profile(profile);
    for (const auto& word : words) writer.word(word);
    for (const auto& slot : slots) writer.slot(slot);
    for (const auto& set : prompts.versions) writer.promptSet(set);
    for (const auto& code : prompts.withheld) writer.withheldPrompts(code);
    for (const auto& permission : permissions) writer.permission(permission);
    for (const auto& version : frameworks) writer.framework(version);
    for (const auto& removal : removals) writer.removal(removal);
    for (const auto& hold : legalHolds) writer.legalHold(hold);
    for (const auto& access : accesses) writer.access(access);
    for (const auto& own : formats) writer.ownFormat(own);
    for (const auto& group : groups) writer.groupSession(group);
    for (const auto& item : reflections) writer.reflection(item.reflection, item.tags);
    for (const auto& record : attached) writer.attachment(record);
    for (const auto& hold : holds) writer.hold(hold);
    for (const auto& intention : intentions) writer.intention(intention);
    for (const auto& study : studies) writer.caseStudy(study);
    EXPECT_TRUE(writer.finish().ok());
    return out.str();
  }
};

Result<ImportReport> readInto(Records& records, const std::string& json) {
  std::istringstream in(json);
  return importJournalJson(in, {[&](KnownName name) -> Result<void> {
                                  records.names.push_back(std::move(name));
                                  return {};
                                },
                                [&](ImportedReflection item) -> Result<void> {
                                  records.reflections.push_back(std::move(item));
                                  return {};
                                },
                                [&](Intention intention) -> Result<void> {
                                  records.intentions.push_back(std::move(intention));
                                  return {};
                                },
                                [&](CaseStudy study) -> Result<void> {
                                  records.studies.push_back(std::move(study));
                                  return {};
                                },
                                [&](Profile profile) -> Result<void> {
                                  records.profiles.push_back(std::move(profile));
                                  return {};
                                },
                                [&](KeptWord word) -> Result<void> {
                                  records.words.push_back(std::move(word));
                                  return {};
                                },
                                [&](TimetableSlot slot) -> Result<void> {
                                  records.slots.push_back(std::move(slot));
                                  return {};
                                },
                                [&](OwnPromptSet set) -> Result<void> {
                                  records.prompts.versions.push_back(std::move(set));
                                  return {};
                                },
                                [&](std::string code) -> Result<void> {
                                  records.prompts.withheld.push_back(std::move(code));
                                  return {};
                                },
                                [&](Permission permission) -> Result<void> {
                                  records.permissions.push_back(std::move(permission));
                                  return {};
                                },
                                [&](FrameworkVersion version) -> Result<void> {
                                  records.frameworks.push_back(std::move(version));
                                  return {};
                                },
                                [&](Removal removal) -> Result<void> {
                                  records.removals.push_back(std::move(removal));
                                  return {};
                                },
                                [&](HoldRecord hold) -> Result<void> {
                                  records.holds.push_back(hold);
                                  return {};
                                },
                                [&](AttachmentRecord record) -> Result<void> {
                                  records.attached.push_back(std::move(record));
                                  return {};
                                },
                                [&](LegalHold hold) -> Result<void> {
                                  records.legalHolds.push_back(std::move(hold));
                                  return {};
                                },
                                [&](AccessRecord access) -> Result<void> {
                                  records.accesses.push_back(std::move(access));
                                  return {};
                                },
                                [&](OwnFormat own) -> Result<void> {
                                  records.formats.push_back(std::move(own));
                                  return {};
                                },
                                [&](GroupSession group) -> Result<void> {
                                  records.groups.push_back(std::move(group));
                                  return {};
                                }});
}

CaseStudy randomStudy(SeededRandom& random, const std::vector<Tag>& tags) {
  CaseStudy study;
  study.id = CaseStudyId::random(random);
  study.kind = static_cast<CaseStudyKind>(random.below(5));
  study.title = sanitisePlain(randomText(random));
  study.author = "Imani Brooke";
  study.madeAt = UtcTime(std::chrono::milliseconds(random.below(4'000'000'000'000)));
  Claim claim{ClaimId::random(random), sanitisePlain(randomText(random)), {}};
  for (const Tag& tag : tags) claim.evidence.push_back({tag.id, tag.quote});
  study.claims.push_back(std::move(claim));
  if (random.below(2) == 0) {
    study.agreement = Agreement{*UseLevel::of(2), "young person and mother", "read together",
                                *parseDate("2026-01-22"), *parseDate("2028-01-22")};
  }
  ReviewEvent event;
  event.at = study.madeAt;
  event.by = "Imani Brooke";
  event.to = ReviewStep::FacilitatorCheck;
  event.reason = sanitisePlain(randomText(random));
  study.trail.push_back(event);
  study.step = ReviewStep::FacilitatorCheck;
  return study;
}

void addPlans(SeededRandom& random, Records& records) {
  for (const KnownName& name : records.names) {
    Profile profile{
        name.id, sanitiseStored(randomText(random)), sanitiseStored(randomText(random)), {}};
    profile.goals.push_back({{2025, static_cast<Term>(random.below(3))},
                             sanitiseStored(randomText(random)),
                             static_cast<GoalState>(random.below(3)),
                             random.below(2) == 0});
    records.profiles.push_back(std::move(profile));
  }
  records.words.push_back({WordId::random(random), "djembe"});
  TimetableSlot slot;
  slot.id = SlotId::random(random);
  if (random.below(2) == 0) slot.on = *parseDate("2026-03-27");
  slot.weekday = 5;
  slot.startsAt = std::chrono::minutes{random.below(1440)};
  slot.length = std::chrono::minutes{random.below(1440)};
  slot.setting = static_cast<Setting>(random.below(kSettingCount));
  slot.title = "Brass group";
  slot.place = sanitisePlain(randomText(random));
  records.slots.push_back(std::move(slot));
  records.prompts.versions.push_back({PromptSetId::random(random),
                                      2,
                                      "Q1",
                                      "Our steps",
                                      *parseDate("2026-01-22"),
                                      {{"Who led?", random.below(2) == 0}}});
  records.prompts.withheld = {"Q3"};
  Permission permission;
  permission.id = PermissionId::random(random);
  permission.youngPerson = NameId::random(random);
  permission.answerer = static_cast<Answerer>(random.below(2));
  if (random.below(2) == 0) permission.level = UseLevel::of(static_cast<int>(random.below(4)));
  permission.askedBy = "tutor";
  permission.howAsked = sanitisePlain(randomText(random));
  permission.on = *parseDate("2026-01-22");
  permission.until = *parseDate("2028-01-22");
  records.permissions.push_back(std::move(permission));
}

Receipt randomReceipt(SeededRandom& random) {
  return {sanitisePlain(randomText(random)), *parseDate("2026-01-22"),
          std::chrono::minutes{random.below(1440)}};
}

HoldRecord randomHold(SeededRandom& random, ReflectionId id) {
  HoldRecord hold{id, {}};
  if (random.below(3) > 0) hold.steps.received = randomReceipt(random);
  if (random.below(3) > 0) hold.steps.wish = static_cast<DslWish>(random.below(2));
  return hold;
}

void addVersions(SeededRandom& random, Records& records) {
  const auto text = [&random] { return sanitisePlain(randomText(random)); };
  const auto five = [&text] {
    return std::array<std::string, 5>{text(), text(), text(), text(), text()};
  };
  FrameworkVersion version;
  version.from = *parseDate("2026-09-01");
  version.framework = {2, text(), five(), five(), text(), {}};
  const Indicator local{*IndicatorCode::parse("P4.5"), text(), five(), true, random.below(2) == 0};
  version.framework.domains.push_back(
      {"P", text(), {{"P4", text(), text(), text(), {local}, random.below(2) == 0}}});
  records.frameworks.push_back(std::move(version));
  records.removals.push_back({randomReceipt(random),
                              UtcTime(std::chrono::milliseconds(random.below(4'000'000'000'000))),
                              ReflectionId::random(random), "0badcafe"});
}

AttachmentRecord randomAttachment(SeededRandom& random, ReflectionId of) {
  AttachmentRecord record;
  record.attachment.id = AttachmentId::random(random);
  record.attachment.reflection = of;
  record.attachment.name = sanitisePlain(randomText(random));
  record.attachment.kind = MediaKind::Flac;
  record.attachment.addedAt = UtcTime(std::chrono::milliseconds(random.below(4'000'000'000'000)));
  record.bytes = "fLaC";
  for (std::uint64_t i = random.below(500); i > 0; --i) {
    record.bytes += static_cast<char>(random.below(256));
  }
  record.attachment.size = record.bytes.size();
  return record;
}

void addKeeping(SeededRandom& random, Records& records) {
  LegalHold hold;
  hold.id = LegalHoldId::random(random);
  if (random.below(2) == 0) hold.about = NameId::random(random);
  hold.reason = sanitisePlain(randomText(random));
  hold.since = *parseDate("2026-01-22");
  if (random.below(2) == 0) {
    hold.ended = LegalHoldEnd{*parseDate("2026-02-01"), sanitisePlain(randomText(random))};
  }
  records.legalHolds.push_back(std::move(hold));
  AccessRecord access{AccessId::random(random),
                      static_cast<AccessKind>(random.below(3)),
                      NameId::random(random),
                      UtcTime(std::chrono::milliseconds(random.below(4'000'000'000'000))),
                      sanitisePlain(randomText(random)),
                      {}};
  access.counts = {1, 2, 3, 4, 5, 6, static_cast<std::int32_t>(random.below(100))};
  records.accesses.push_back(std::move(access));
}

void addGroups(SeededRandom& random, Records& records) {
  GroupSession group;
  group.id = GroupSessionId::random(random);
  group.state = random.below(2) == 0 ? GroupSessionState::Planned : GroupSessionState::Held;
  group.title = sanitisePlain(randomText(random));
  group.day = *parseDate("2026-02-05");
  group.startsAt = std::chrono::minutes(random.below(1440));
  group.naming = random.below(2) == 0 ? session::Naming::Named : session::Naming::Anonymous;
  Round round;
  round.name = "Votes";
  round.minutes = 4;
  round.kind = session::RoundKind::Votes;
  round.dots = 3;
  group.format.code = "Own";
  group.format.name = "Short round";
  group.format.minutes = 4;
  group.format.rounds = {round};
  group.agreement = {"No names.", sanitisePlain(randomText(random))};
  group.people = {"Imani"};
  group.question = sanitisePlain(randomText(random));
  KeptCard card;
  card.kind = session::CardKind::Action;
  card.text = sanitisePlain(randomText(random));
  card.owner = "Priti";
  if (random.below(2) == 0) card.due = *parseDate("2026-03-05");
  card.leaves = random.below(2) == 0;
  card.dots = static_cast<std::int32_t>(random.below(9));
  group.cards = {card};
  records.formats.push_back({OwnFormatId::random(random), group.format, random.below(2) == 0});
  OwnFormat begun{OwnFormatId::random(random), group.format, random.below(2) == 0, true};
  begun.format.rounds[0].dots = 0;
  records.formats.push_back(begun);
  GroupSession unready = group;
  unready.id = GroupSessionId::random(random);
  unready.state = GroupSessionState::Unready;
  unready.format.rounds.clear();
  unready.format.minutes = 0;
  records.groups.push_back(std::move(unready));
  records.groups.push_back(std::move(group));
}

Records randomRecords(std::uint64_t seed) {
  SeededRandom random(seed);
  Records records;
  records.names = someNames();
  addPlans(random, records);
  addVersions(random, records);
  addKeeping(random, records);
  addGroups(random, records);
  for (std::uint64_t i = 0, n = random.below(6); i < n; ++i) {
    records.reflections.push_back(randomReflection(random, records.names));
    ImportedReflection& item = records.reflections.back();
    item.reflection.held = random.below(4) == 0;
    if (item.reflection.held) records.holds.push_back(randomHold(random, item.reflection.id));
    item.reflection.binned = random.below(4) == 0;
    if (random.below(2) == 0) {
      records.attached.push_back(randomAttachment(random, item.reflection.id));
    }
    if (item.intention) records.intentions.push_back(*item.intention);
    item.intention.reset();
    records.studies.push_back(randomStudy(random, item.tags));
  }
  return records;
}

TEST(JournalJson, WhatIsWrittenReadsBackEqualAndWritesTheSameBytes) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    const Records records = randomRecords(seed);
    const std::string json = records.json();
    Records back;
    const auto report = readInto(back, json);
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report->left, 0u);
    EXPECT_TRUE(report->notes.empty());
    EXPECT_EQ(back.names, records.names);
    EXPECT_EQ(back.reflections, records.reflections);
    EXPECT_EQ(back.intentions, records.intentions);
    EXPECT_EQ(back.studies, records.studies);
    EXPECT_EQ(back.profiles, records.profiles);
    EXPECT_EQ(back.words, records.words);
    EXPECT_EQ(back.slots, records.slots);
    EXPECT_EQ(back.frameworks, records.frameworks);
    EXPECT_EQ(back.removals, records.removals);
    EXPECT_EQ(back.holds, records.holds);
    EXPECT_EQ(back.attached, records.attached);
    EXPECT_EQ(back.legalHolds, records.legalHolds);
    EXPECT_EQ(back.accesses, records.accesses);
    EXPECT_EQ(back.formats, records.formats);
    EXPECT_EQ(back.groups, records.groups);
    EXPECT_EQ(back.json(), json);
  }
}

TEST(JournalJson, TheFileIsJsonAsAnyProgramReadsIt) {
  const auto parsed = nlohmann::json::parse(randomRecords(4).json());
  EXPECT_EQ(parsed.at(0).at("afternote_journal"), 1);
}

TEST(JournalJson, AFileThatEndsEarlyGivesWhatItHoldsAndSaysSo) {
  const Records records = randomRecords(6);
  const std::string json = records.json();
  for (std::size_t size = 40; size < json.size() - 3; size += 97) {
    Records back;
    const auto report = readInto(back, json.substr(0, size));
    ASSERT_TRUE(report.ok()) << size;
    EXPECT_EQ(report->notes.size(), 1u) << size;
    EXPECT_LE(back.reflections.size(), records.reflections.size());
  }
}

TEST(JournalJson, OtherFilesAndNewerVersionsAreToldApart) {
  Records back;
  for (const char* bytes : {"", "[", "[\n{}\n]", "hello", "{\"afternote_journal\":1}"}) {
    const auto report = readInto(back, bytes);
    ASSERT_FALSE(report.ok()) << bytes;
    EXPECT_EQ(report.error().code, ErrorCode::InvalidInput);
  }
  const auto newer = readInto(back, "[\n{\"afternote_journal\":2}\n]\n");
  ASSERT_FALSE(newer.ok());
  EXPECT_EQ(newer.error().code, ErrorCode::TooNew);
}

TEST(JournalJson, ARecordWithABrokenPassageIsLeftOut) {
  Records records = randomRecords(1);
  records.reflections.clear();
  ImportedReflection item;
  item.reflection.id = ReflectionId::fromBytes({1});
  item.reflection.lesson.date = *parseDate("2026-01-22");
  item.reflection.text = "é";
  Tag tag;
  tag.indicator = *IndicatorCode::parse("P4.1");
  tag.passage = {1, 2};
  item.tags.push_back(tag);
  records.reflections.push_back(item);
  Records back;
  const auto report = readInto(back, records.json());
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->left, 1u);
  EXPECT_TRUE(back.reflections.empty());
}

TEST(JournalJson, NestedArraysCostOneLine) {
  Records back;
  const auto report =
      readInto(back, "[\n{\"afternote_journal\":1},\n" + std::string(10'000'000, '[') + "\n]\n");
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->left, 1u);
}

}  // namespace
}  // namespace journal::exchange::test
