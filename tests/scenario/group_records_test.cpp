// Afterwards: the record of a group's session in the window of whoever was in it, and what leaves
// it for managers (domain.md 2.5, product.md B8 and B9).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/scenario/keeping_pages.h"

namespace {

using namespace app::model;
using journal::GroupSession;
using journal::GroupSessionId;
using journal::KeptCard;
using session::CardKind;
using session::Keep;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// Thursday 22 January 2026, in Gethin's journal; he led what he says he led.
struct GroupRecords : tests::KeepingPages {
  GroupRecords() { app.unlockAs(1); }

  static KeptCard kept(CardKind kind, const std::string& text, bool leaves = false) {
    KeptCard card;
    card.kind = kind;
    card.text = text;
    card.leaves = leaves;
    return card;
  }
  static KeptCard own(const std::string& text) {
    KeptCard card = kept(CardKind::Pattern, text);
    card.keep = Keep::Self;
    card.own = true;
    return card;
  }
  static KeptCard action() {
    KeptCard card = kept(CardKind::Action, "Ask for a room with a door");
    card.owner = "Priti";
    card.due = *journal::parseDate("2026-03-06");
    return card;
  }
  GroupSession session(const char* title, const char* on, std::vector<KeptCard> cards) {
    GroupSession held;
    held.id = GroupSessionId::random(app.random);
    held.state = journal::GroupSessionState::Held;
    held.title = title;
    held.day = journal::parseDate(on).value();
    held.led = true;
    held.format = library().formats.front();
    held.agreement = {"No names, no school, no telling detail."};
    held.headcount = 6;
    held.lasted = std::chrono::minutes(74);
    held.cards = std::move(cards);
    return held;
  }
  const journal::FormatLibrary& library() { return app.library.formats; }
  void hold(const GroupSession& held) {
    EXPECT_TRUE(app.journal().apply(journal::service::PutGroupSession{held}).ok());
  }
  /// What was written behind its back is read at the next unlock.
  void seeGroups() {
    app.lock();
    app.unlockAs(1);
    app.controller->handle(ShellIntent(GoTo{Place::Groups}));
    app.settle();
  }
  void openRecord(const GroupSession& held) {
    hold(held);
    seeGroups();
    press("groups/home/held/session[" + held.id.hex() + "]");
    ASSERT_NE(app.state.models.circle.record, nullptr);
  }
  std::vector<KeptCard> cardsNow() { return app.journal().groupSessions()->front().cards; }
  const LeavingThemesModel& leaving() { return app.state.models.circle.record->themes; }
  std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
  }
  std::string place(const char* name) { return (app.folder / name).string(); }
};

TEST_F(GroupRecords, SessionsHeldAreListedNewestFirstWithTheMinutesToClaim) {
  hold(session("Thursday group", "2026-01-08", {}));
  hold(session("Brass and wind", "2025-11-20", {}));
  hold(session("Last year", "2025-06-05", {}));
  seeGroups();
  const HeldListModel& held = app.state.models.circle.home.held;
  ASSERT_THAT(held.rows, SizeIs(3));
  EXPECT_EQ(held.rows[0].title, "Thursday group");
  EXPECT_EQ(held.rows[2].title, "Last year");
  EXPECT_EQ(held.rows[0].trailing, "74 minutes");
  EXPECT_EQ(held.minutes, "148 minutes of group time this school year, for your CPD claim.");
  expectClean("home");
}

TEST_F(GroupRecords, ARecordShowsWhatTheGroupKeepsAndOnesOwnWordsApart) {
  openRecord(session("Thursday group", "2026-01-20",
                     {kept(CardKind::Pattern, "We wait longer than we did", true), action(),
                      own("I talk too much at the start")}));
  const HeldRecordModel& record = *app.state.models.circle.record;
  EXPECT_EQ(record.detail, "20 January 2026. Half-term round, 74 minutes, 6 people.");
  EXPECT_THAT(record.locking, HasSubstr("Until 27 January"));
  EXPECT_THAT(record.keeping, HasSubstr("kept until 31 August 2027"));
  ASSERT_THAT(record.groups, SizeIs(2));
  EXPECT_EQ(record.groups[0].heading, "What we noticed");
  ASSERT_THAT(record.own, SizeIs(1));
  EXPECT_TRUE(app.ui->shows("Priti, by 6 March"));
  EXPECT_TRUE(app.ui->shows("Agreed to leave the room"));
  expectClean("record");
  press("groups/record/back");
  EXPECT_EQ(app.state.models.circle.page, CirclePage::Home);
}

TEST_F(GroupRecords, ForSevenDaysAnythingIsStruckOutForGoodButOnlyWhenAskedTwice) {
  openRecord(session(
      "Thursday group", "2026-01-20",
      {kept(CardKind::Pattern, "Year 5 at Larkbeck"), kept(CardKind::Pattern, "We wait longer")}));
  press("groups/record/kept/card[0]/strike");
  expectClean("asked");
  press("groups/record/kept/card[0]/leave");
  EXPECT_THAT(cardsNow(), SizeIs(2));
  press("groups/record/kept/card[0]/strike");
  press("groups/record/kept/card[0]/strike-it");
  ASSERT_THAT(cardsNow(), SizeIs(1));
  EXPECT_EQ(cardsNow()[0].text, "We wait longer");
  EXPECT_FALSE(app.ui->shows("Larkbeck")) << "and the record is still open";
  EXPECT_TRUE(app.ui->shows("We wait longer"));
}

TEST_F(GroupRecords, AfterSevenDaysTheGroupsPartIsLockedAndOnesOwnWordsAreNot) {
  openRecord(session("Thursday group", "2026-01-14",
                     {kept(CardKind::Pattern, "We wait longer"), own("I talk too much")}));
  EXPECT_THAT(app.state.models.circle.record->locking, HasSubstr("Locked since 22 January"));
  EXPECT_FALSE(app.ui->exists("groups/record/kept/card[0]/strike"));
  press("groups/record/own/card[1]/strike");
  press("groups/record/own/card[1]/strike-it");
  ASSERT_THAT(cardsNow(), SizeIs(1));
  EXPECT_EQ(cardsNow()[0].text, "We wait longer");
}

TEST_F(GroupRecords, AnActionThatIsTickedDoneDoesNotOpenTheNextSession) {
  openRecord(session("Thursday group", "2025-11-20", {action()}));
  press("groups/record/kept/card[0]/done");
  EXPECT_TRUE(cardsNow()[0].done);
  EXPECT_TRUE(app.state.models.circle.record->groups[0].rows[0].done);
  EXPECT_THAT(journal::openActions(*app.journal().groupSessions(), "Thursday group",
                                   *journal::parseDate("2026-02-05")),
              IsEmpty());
  press("groups/record/kept/card[0]/done");
  EXPECT_FALSE(cardsNow()[0].done);
}

TEST_F(GroupRecords, ACopyIsReadBeforeItIsWrittenAndHasNobodysOwnWords) {
  openRecord(session("Thursday group", "2026-01-20",
                     {kept(CardKind::Pattern, "We wait longer"), own("I talk too much")}));
  press("groups/record/deeds/copy");
  EXPECT_TRUE(app.ui->shows("We wait longer"));
  EXPECT_FALSE(app.ui->shows("I talk too much"));
  expectClean("copy");
  for (const char* kind : {"html", "pdf", "csv"}) {
    const std::string to = place((std::string("record.") + kind).c_str());
    app.state.ui.circle.held = {};
    app.state.ui.circle.held.kind = kind;
    app.settle();
    fill("groups/record/copy/to", to);
    press("groups/record/copy/write");
    EXPECT_FALSE(std::filesystem::exists(to)) << "not before it was read";
    press("groups/record/copy/read");
    press("groups/record/copy/write");
    ASSERT_TRUE(std::filesystem::exists(to)) << kind;
    EXPECT_EQ(app.state.models.circle.record->copySaid, "The copy is in " + to + ".");
    if (std::string(kind) == "pdf") continue;
    EXPECT_THAT(bytesOf(to), HasSubstr("We wait longer"));
    EXPECT_THAT(bytesOf(to), Not(HasSubstr("I talk too much")));
  }
  press("groups/record/copy/write");
  EXPECT_THAT(app.state.models.shell.message, HasSubstr("There is a file of that name already"));
}

TEST_F(GroupRecords, ARecordIsDeletedOnlyWhenAskedTwice) {
  openRecord(session("Thursday group", "2026-01-20", {kept(CardKind::Pattern, "We wait longer")}));
  press("groups/record/deeds/delete");
  expectClean("asked");
  press("groups/record/deeds/keep");
  EXPECT_THAT(*app.journal().groupSessions(), SizeIs(1));
  press("groups/record/deeds/delete");
  press("groups/record/deeds/delete-it");
  EXPECT_THAT(*app.journal().groupSessions(), IsEmpty());
  EXPECT_EQ(app.state.models.circle.page, CirclePage::Home);
  EXPECT_TRUE(app.ui->shows("The record is deleted."));
}

TEST_F(GroupRecords, PastItsDayARecordIsOfferedAmongTheOtherThingsAndReadFirst) {
  hold(session("Thursday group", "2024-02-01", {kept(CardKind::Pattern, "We wait longer")}));
  hold(session("This year's", "2026-01-20", {}));
  app.lock();
  app.unlockAs(1);
  open("past-time");
  EXPECT_TRUE(app.ui->shows("1 record of a group’s session"));
  EXPECT_TRUE(app.ui->shows("Thursday group, 1 February 2024"));
  expectClean("past its time");
  press("settings/page/past-time/review");
  EXPECT_TRUE(app.ui->shows("We wait longer"));
  press("settings/page/past-time/let-go");
  press("settings/page/past-time/erase");
  const auto left = *app.journal().groupSessions();
  ASSERT_THAT(left, SizeIs(1));
  EXPECT_EQ(left[0].title, "This year's");
}

TEST_F(GroupRecords, ThemesLeaveAsShownOnceEverythingMarkedIsDecidedAndTheManagerReadsThem) {
  openRecord(session("Thursday group", "2026-01-20",
                     {kept(CardKind::Barrier, "No room with a door at Larkbeck Primary", true),
                      kept(CardKind::Pattern, "We wait longer than we did", true),
                      kept(CardKind::Pattern, "Said in confidence", false)}));
  press("groups/record/deeds/themes");
  ASSERT_THAT(leaving().themes, SizeIs(2));
  EXPECT_FALSE(app.ui->shows("Said in confidence"));
  ASSERT_FALSE(leaving().themes[0].marks.empty()) << "a school is marked";
  expectClean("themes");
  press("groups/record/send");
  EXPECT_THAT(*app.evidence->themes(), IsEmpty()) << "nothing leaves undecided";
  for (const ThemeMarkRow& mark : leaving().themes[0].marks)
    press("groups/record/theme[0]/mark[" + std::to_string(mark.index) + "]/blur");
  const std::string shown = leaving().themes[0].words;
  EXPECT_THAT(shown, Not(HasSubstr("Larkbeck")));
  EXPECT_EQ(leaving().sendLabel, "Let 2 themes leave");
  press("groups/record/send");
  const auto listed = *app.evidence->themes();
  ASSERT_THAT(listed, SizeIs(2));
  EXPECT_EQ(listed[0].words, "We wait longer than we did");
  EXPECT_EQ(listed[1].words, shown);
  EXPECT_TRUE(app.ui->shows("On the managers’ list."));
  expectClean("sent");

  app.lock();
  app.unlockAs(2);
  app.controller->handle(ShellIntent(GoTo{Place::Evidence}));
  app.settle();
  EXPECT_TRUE(app.ui->shows("Themes that left groups"));
  EXPECT_TRUE(app.ui->shows("Spring term 2026"));
  EXPECT_TRUE(app.ui->shows(shown));
  for (const char* never : {"Thursday group", "Gethin", "Larkbeck", "20 January", "in confidence"})
    EXPECT_FALSE(app.ui->shows(never)) << never;
  app.ui->scrollTo("evidence/page/themes/text#3");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "") << "the manager’s list";
}

TEST_F(GroupRecords, AThemeIsTakenBackAndOneThatStaysNeverLeft) {
  openRecord(session("Thursday group", "2026-01-20",
                     {kept(CardKind::Pattern, "We wait longer", true),
                      kept(CardKind::Pattern, "Better kept here", true)}));
  press("groups/record/deeds/themes");
  press("groups/record/theme[1]/goes");
  press("groups/record/send");
  ASSERT_THAT(*app.evidence->themes(), SizeIs(1));
  EXPECT_EQ(app.evidence->themes()->front().words, "We wait longer");
  press("groups/record/theme[0]/back");
  EXPECT_THAT(*app.evidence->themes(), IsEmpty());
  EXPECT_TRUE(app.ui->shows("Was on the managers’ list, and taken back."));
}

TEST_F(GroupRecords, WhatIsStruckOutIsTakenBackFromTheManagersToo) {
  openRecord(
      session("Thursday group", "2026-01-20", {kept(CardKind::Pattern, "We wait longer", true)}));
  press("groups/record/deeds/themes");
  press("groups/record/send");
  ASSERT_THAT(*app.evidence->themes(), SizeIs(1));
  press("groups/record/back");
  press("groups/record/kept/card[0]/strike");
  press("groups/record/kept/card[0]/strike-it");
  EXPECT_THAT(*app.evidence->themes(), IsEmpty());
  EXPECT_THAT(cardsNow(), IsEmpty());
}

TEST_F(GroupRecords, WithoutAnEvidenceStoreItSaysSoAndNothingLeaves) {
  openRecord(
      session("Thursday group", "2026-01-20", {kept(CardKind::Pattern, "We wait longer", true)}));
  app.tasks.room().evidence = nullptr;
  press("groups/record/deeds/themes");
  EXPECT_EQ(leaving().problem, "No evidence store is set up here.");
  EXPECT_FALSE(app.ui->exists("groups/record/send"));
  expectClean("no store");
}

}  // namespace
