#include "sync/transport/folder_link.h"

#include <gtest/gtest.h>

#include "tests/sync/transport/folder_world.h"

namespace syncing {
namespace {

using journal::ErrorCode;
using tests::Author;
using tests::FolderWorld;
using tests::Reader;

TEST(FolderLink, WhatOneLaptopPutsInAnotherTakesOutInOrder) {
  FolderWorld on(301);
  Author imani = on.author();
  Reader home = on.reader();
  Reader school = on.reader();
  const std::vector<wire::Segment> sent{imani.next(5), imani.next(1), imani.next(20)};
  const auto pushed = home.link().push(sent);
  ASSERT_TRUE(pushed.ok());
  EXPECT_EQ(pushed->head, imani.head());
  EXPECT_FALSE(pushed->forked);
  EXPECT_EQ(school.pullAll(), sent);
  EXPECT_TRUE(school.pullAll().empty());
  EXPECT_EQ(school.link().standing()->heads, std::vector{imani.head()});
}

TEST(FolderLink, SendingAgainChangesNothing) {
  FolderWorld on(302);
  Author imani = on.author();
  Reader home = on.reader();
  const std::vector<wire::Segment> sent{imani.next(5), imani.next(2)};
  ASSERT_TRUE(home.link().push(sent).ok());
  const auto again = home.link().push({imani.seal(1, 5), imani.seal(6, 7)});  // sealed anew
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->head, imani.head());
  EXPECT_EQ(on.files().size(), 2U);
}

TEST(FolderLink, AfterARestartItGoesOnWhereItWas) {
  FolderWorld on(303);
  Author imani = on.author();
  Reader home = on.reader();
  Reader school = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(5)}).ok());
  EXPECT_EQ(school.pullAll().size(), 1U);
  const wire::HubEpoch epoch = school.link().standing()->epoch;
  on.start(school);
  const wire::Segment later = imani.next(1);
  ASSERT_TRUE(home.link().push({later}).ok());
  EXPECT_EQ(school.link().standing()->epoch, epoch);
  EXPECT_EQ(school.pullAll(), std::vector{later});
}

TEST(FolderLink, WithoutWhatItRememberedItsCursorsBeginAnew) {
  FolderWorld on(304);
  Author imani = on.author();
  Reader home = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(5)}).ok());
  const wire::HubEpoch epoch = home.link().standing()->epoch;
  for (auto& [key, value] : home.memory->kept) value = "damaged";
  on.start(home);
  EXPECT_NE(home.link().standing()->epoch, epoch);
  home.cursor = 0;
  EXPECT_EQ(home.pullAll().size(), 1U);
}

TEST(FolderLink, RenamedCopiedAndForeignFilesDoNoHarm) {
  FolderWorld on(305);
  Author imani = on.author();
  Reader home = on.reader();
  Reader school = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3), imani.next(3)}).ok());
  const auto files = on.files();
  std::filesystem::copy_file(files[0], on.ours() / "x (1).segment");
  std::filesystem::copy_file(files[1], on.ours() / "x (laptop's conflicted copy).segment");
  std::filesystem::rename(files[1], on.ours() / "Kopie von etwas.tmp");
  on.put("desktop.ini", "[.ShellClassInfo]");
  on.put(".stfolder", "");
  EXPECT_EQ(school.pullAll().size(), 2U);
  EXPECT_EQ(school.link().findings().foreign, 1U);
  EXPECT_EQ(home.link().standing()->heads, std::vector{imani.head()});
  EXPECT_TRUE(home.link().push({imani.seal(1, 3)}).ok());
  on.start(school);
  EXPECT_TRUE(school.pullAll().empty());
  EXPECT_EQ(on.files().size(), 6U);
}

TEST(FolderLink, AFileThatIsNotWholeYetWaitsUntilItIs) {
  FolderWorld on(306);
  Author imani = on.author();
  Reader school = on.reader();
  const wire::Segment segment = imani.next(5);
  const std::string whole = encodeFolderFile(segment);
  for (std::size_t part : {std::size_t{0}, std::size_t{3}, whole.size() / 2, whole.size() - 1}) {
    on.put("a.segment", whole.substr(0, part));
    EXPECT_TRUE(school.pullAll().empty()) << part;
    EXPECT_EQ(school.link().findings().unfinished, 1U) << part;
    std::string blank = whole.substr(0, part);
    blank.resize(whole.size());  // made as long as it will be
    on.put("a.segment", blank);
    EXPECT_TRUE(school.pullAll().empty()) << part;
  }
  on.put("a.segment", whole);
  EXPECT_EQ(school.pullAll(), std::vector{segment});
  EXPECT_EQ(school.link().findings().unfinished, 0U);
}

TEST(FolderLink, AFileThatIsGoneIsNoDeletionAndIsSentAgainByWhoHasIt) {
  FolderWorld on(307);
  Author imani = on.author();
  Reader home = on.reader();
  Reader school = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3), imani.next(3)}).ok());
  EXPECT_EQ(school.pullAll().size(), 2U);
  for (const auto& file : on.files()) std::filesystem::remove(file);
  on.put("so that the folder stays", "x");
  EXPECT_TRUE(school.pullAll().empty());
  EXPECT_TRUE(home.link().standing()->heads.empty());  // so the log's owner sends it again
  ASSERT_TRUE(home.link().push({imani.seal(1, 6)}).ok());
  EXPECT_EQ(home.link().standing()->heads, std::vector{imani.head()});
}

TEST(FolderLink, WhatVanishedBeforeItWasReadIsNewWhenItComesBack) {
  FolderWorld on(308);
  Author imani = on.author();
  Reader home = on.reader();
  Reader school = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3), imani.next(3)}).ok());
  ASSERT_TRUE(school.link().standing().ok());  // seen and numbered, not pulled
  const auto files = on.files();
  std::filesystem::rename(files[0], on.root.path() / "away");
  EXPECT_EQ(school.pullAll().size(), 1U);
  std::filesystem::rename(on.root.path() / "away", files[0]);
  EXPECT_EQ(school.pullAll().size(), 1U);
}

TEST(FolderLink, AHoleInALogIsAHole) {
  FolderWorld on(309);
  Author imani = on.author();
  Reader home = on.reader();
  const wire::Segment one = imani.next(3);
  const wire::Head upToOne = imani.head();
  const wire::Segment two = imani.next(3);
  const wire::Segment three = imani.next(3);
  on.put("1", encodeFolderFile(one));
  on.put("3", encodeFolderFile(three));
  EXPECT_EQ(home.link().standing()->heads, std::vector{upToOne});
  EXPECT_EQ(home.pullAll().size(), 2U);
  on.put("2", encodeFolderFile(two));
  EXPECT_EQ(home.link().standing()->heads, std::vector{imani.head()});
}

TEST(FolderLink, ACopiedVaultIsNoticedByTheOneThatCameSecond) {
  FolderWorld on(310);
  Author imani = on.author();
  Reader home = on.reader();
  Reader clone = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3)}).ok());
  Author copied = imani.copy();
  ASSERT_TRUE(home.link().push({imani.next(1)}).ok());
  const auto pushed = clone.link().push({copied.next(1)});
  ASSERT_TRUE(pushed.ok());
  EXPECT_TRUE(pushed->forked);
  EXPECT_EQ(pushed->head, imani.head());
  EXPECT_FALSE(home.link().push({imani.next(1)})->forked);
}

TEST(FolderLink, OfTwoCopiesThatWroteAtOnceExactlyOneIsToldToBecomeAnother) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    FolderWorld on(400 + seed);
    Author imani = on.author();
    Author copied = imani.copy();
    on.put("one", encodeFolderFile(imani.next(2)));
    on.put("two", encodeFolderFile(copied.next(2)));
    Reader home = on.reader();
    Reader clone = on.reader();
    const bool first = home.link().push({imani.next(1)})->forked;
    const bool second = clone.link().push({copied.next(1)})->forked;
    EXPECT_NE(first, second) << seed;
  }
}

TEST(FolderLink, WhatSomebodyMadeUpCountsAsNobodys) {
  FolderWorld on(311);
  Author imani = on.author();
  Reader home = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3)}).ok());
  const wire::Head head = imani.head();
  Author thief(on.vault, on.random);
  wire::Segment madeUp = imani.copy().next(7);
  on.put("made up", encodeFolderFile(thief.signedNow(madeUp)));
  madeUp.sealedBy = thief.device();  // or says that a device nobody knows sealed it
  on.put("made up too", encodeFolderFile(thief.signedNow(madeUp)));
  EXPECT_EQ(home.link().standing()->heads, std::vector{head});
  EXPECT_EQ(home.link().findings().foreign, 1U);
  EXPECT_FALSE(home.link().push({imani.next(1)})->forked);
}

TEST(FolderLink, ADeviceThatIsOnTheListLaterIsBelievedThen) {
  FolderWorld on(312);
  Author fresh = on.author();
  on.keys.clear();
  Reader home = on.reader();
  ASSERT_TRUE(home.link().push({fresh.next(3)}).ok());
  EXPECT_TRUE(home.link().standing()->heads.empty());
  EXPECT_EQ(home.pullAll().size(), 1U);  // passed on: the replica decides
  on.keys[fresh.device()] = fresh.key();
  EXPECT_EQ(home.link().standing()->heads, std::vector{fresh.head()});
}

TEST(FolderLink, ReplacingDestroysTheOldBytesAlsoWhenTheyComeBack) {
  FolderWorld on(313);
  Author imani = on.author();
  Reader home = on.reader();
  Reader school = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3)}).ok());
  EXPECT_EQ(school.pullAll().size(), 1U);
  const std::string old = FolderWorld::contentOf(on.files().at(0));
  const wire::Segment without = imani.seal(1, 3, 300, 1);
  on.put("a copy under another name", old);
  ASSERT_TRUE(home.link().replace(without).ok());
  ASSERT_EQ(on.files().size(), 1U);
  EXPECT_EQ(school.pullAll(), std::vector{without});  // under a new number
  on.put("it is back", old);
  on.start(home);
  ASSERT_TRUE(home.link().standing().ok());
  EXPECT_EQ(on.files().size(), 1U);
  EXPECT_EQ(home.link().standing()->heads, std::vector{imani.head()});
}

TEST(FolderLink, StatementsAreASetWhateverTheirFilesAreCalled) {
  FolderWorld on(314);
  Reader home = on.reader();
  Reader school = on.reader();
  wire::DeviceStatement statement;
  statement.vault = on.vault;
  statement.device = wire::DeviceId::random(on.random);
  ASSERT_TRUE(home.link().state(statement).ok());
  ASSERT_TRUE(home.link().state(statement).ok());
  ASSERT_EQ(on.files().size(), 1U);
  std::filesystem::copy_file(on.files()[0], on.ours() / "copy");
  EXPECT_EQ(school.link().statements().value(), std::vector{statement});
  for (const auto& file : on.files()) std::filesystem::remove(file);
  EXPECT_TRUE(school.link().statements()->empty());
}

TEST(FolderLink, LettersAreWrittenOncePerSlot) {
  FolderWorld on(315);
  Reader home = on.reader();
  Reader school = on.reader();
  const auto box = wire::MailboxId::random(on.random);
  EXPECT_EQ(school.link().takeLetter(box, 0).value(), std::nullopt);
  ASSERT_TRUE(home.link().leaveLetter(box, 0, "hello").ok());
  EXPECT_EQ(school.link().takeLetter(box, 0).value(), "hello");
  EXPECT_EQ(school.link().takeLetter(box, 1).value(), std::nullopt);
  EXPECT_EQ(school.link().leaveLetter(box, 0, "other").error().code, ErrorCode::Conflict);
  EXPECT_TRUE(school.link().leaveLetter(box, 1, "answer").ok());
}

TEST(FolderLink, ADeviceThatIsNotOfTheJournalYetHasLettersAndNothingElse) {
  FolderWorld on(316);
  Reader fresh;
  fresh.opened = std::make_unique<FolderLink>(
      FolderLink::open({on.root.path(), {}, {}}, *fresh.memory, on.clock, on.random).value());
  const auto box = wire::MailboxId::random(on.random);
  EXPECT_TRUE(fresh.link().leaveLetter(box, 0, "hello").ok());
  EXPECT_EQ(fresh.link().standing().error().code, ErrorCode::InvalidInput);
  EXPECT_TRUE(FolderLink::journalsIn(on.root.path())->empty());
  Author imani = on.author();
  Reader home = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(1)}).ok());
  EXPECT_EQ(FolderLink::journalsIn(on.root.path()).value(), std::vector{on.vault});
}

TEST(FolderLink, LettersAreSweptUpAfterSixtyDays) {
  FolderWorld on(317);
  Reader home = on.reader();
  const auto old = wire::MailboxId::random(on.random);
  ASSERT_TRUE(home.link().leaveLetter(old, 0, "hello").ok());
  on.clock.time += std::chrono::hours{24 * 59};
  ASSERT_TRUE(home.link().leaveLetter(wire::MailboxId::random(on.random), 0, "x").ok());
  EXPECT_TRUE(home.link().takeLetter(old, 0)->has_value());
  on.clock.time += std::chrono::hours{24 * 2};
  ASSERT_TRUE(home.link().leaveLetter(wire::MailboxId::random(on.random), 0, "x").ok());
  EXPECT_FALSE(home.link().takeLetter(old, 0)->has_value());
}

TEST(FolderLink, AnUnpluggedFolderIsSaidInPlainWordsAndNothingIsLost) {
  FolderWorld on(318);
  Author imani = on.author();
  Reader home = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3)}).ok());
  const auto away = on.root.path().parent_path() / (on.root.path().filename().string() + "-away");
  std::filesystem::rename(on.root.path(), away);
  const wire::Segment later = imani.next(1);
  const auto pushed = home.link().push({later});
  EXPECT_EQ(pushed.error().code, ErrorCode::Network);
  EXPECT_NE(pushed.error().advice.find("not there"), std::string::npos);
  EXPECT_EQ(home.link().takeLetter({}, 0).error().code, ErrorCode::Network);
  std::filesystem::rename(away, on.root.path());
  ASSERT_TRUE(home.link().push({later}).ok());
  EXPECT_EQ(home.link().standing()->heads, std::vector{imani.head()});
}

TEST(FolderLink, AFolderThatCannotBeWrittenToIsSaidInPlainWords) {
  FolderWorld on(323);
  Author imani = on.author();
  Reader home = on.reader();
  std::ofstream(on.root.path() / "afternote") << "a file where our folder belongs";
  const auto pushed = home.link().push({imani.next(3)});
  EXPECT_EQ(pushed.error().code, ErrorCode::Network);
  EXPECT_FALSE(pushed.error().advice.empty());
  EXPECT_EQ(home.link().leaveLetter({}, 0, "x").error().code, ErrorCode::Network);
}

TEST(FolderLink, AnEmptyFolderWhereTheStickWasIsNotFilled) {
  FolderWorld on(319);
  Author imani = on.author();
  Reader home = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3)}).ok());
  std::filesystem::remove_all(on.root.path() / "afternote");
  const auto pushed = home.link().push({imani.next(1)});
  EXPECT_EQ(pushed.error().code, ErrorCode::Network);
  EXPECT_FALSE(std::filesystem::exists(on.root.path() / "afternote"));
  // Until a person says that it is gone for good.
  ASSERT_TRUE(FolderLink::startAnew(on.vault, *home.memory).ok());
  on.start(home);
  EXPECT_TRUE(home.link().push({imani.seal(1, 4)}).ok());
  EXPECT_EQ(home.link().standing()->heads, std::vector{imani.head()});
}

TEST(FolderLink, DamageThatCameLaterIsFoundByAnAuditAndHealedBySendingAgain) {
  FolderWorld on(320);
  Author imani = on.author();
  Reader home = on.reader();
  ASSERT_TRUE(home.link().push({imani.next(3)}).ok());
  const auto file = on.files().at(0);
  std::string bytes = FolderWorld::contentOf(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  on.put(file.filename().string(), bytes);
  EXPECT_EQ(home.link().audit().value(), 1U);
  EXPECT_TRUE(home.link().standing()->heads.empty());
  ASSERT_TRUE(home.link().push({imani.seal(1, 3)}).ok());
  EXPECT_EQ(home.link().standing()->heads, std::vector{imani.head()});
  EXPECT_EQ(home.link().audit().value(), 0U);
}

TEST(FolderLink, WhatANewerAfternoteWroteIsLeftAndCounted) {
  FolderWorld on(321);
  Author imani = on.author();
  std::string bytes = encodeFolderFile(imani.next(1));
  bytes.resize(bytes.size() - 32);
  bytes[7] = 2;
  const auto sum = journal::crypto::hash(journal::crypto::bytesOf(bytes));
  bytes.append(sum.begin(), sum.end());
  on.put("later.segment", bytes);
  Reader home = on.reader();
  EXPECT_TRUE(home.pullAll().empty());
  EXPECT_EQ(home.link().findings().tooNew, 1U);
  EXPECT_EQ(on.files().size(), 1U);
}

TEST(FolderLink, OneMoreSegmentCostsOnePageOfWhatIsRemembered) {
  FolderWorld on(322);
  Author imani = on.author();
  Reader home = on.reader();
  std::vector<wire::Segment> many;
  for (int i = 0; i < 600; ++i) many.push_back(imani.next(1, 40));
  ASSERT_TRUE(home.link().push(many).ok());
  home.memory->writes = 0;
  ASSERT_TRUE(home.link().standing().ok());
  EXPECT_EQ(home.memory->writes, 0);
  ASSERT_TRUE(home.link().push({imani.next(1)}).ok());
  EXPECT_EQ(home.memory->writes, 2);  // a page and the head
}

}  // namespace
}  // namespace syncing
