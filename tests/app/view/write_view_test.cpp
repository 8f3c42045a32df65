#include "tests/app/view/drawn_screen.h"

namespace {

using namespace app::model;
using app::ui::Key;

struct WriteView : testing::Test {
  WriteView() {
    screen.models.shell.place = Place::Write;
    WriteModel& write = screen.models.write;
    write.title = "Brass group";
    write.detail = "Thursday 22 January, 15:15 to 16:00";
    write.saved = "Saved on this laptop, just now";
    write.blank = false;
    put("They chose the second verse to lead.");
  }
  void put(const std::string& words) {
    screen.state.write.words.text = words;
    screen.state.write.words.caret = words.size();
    ++screen.state.write.words.loads;
    screen.ui.frame(3);
  }
  void openPanel() {
    TagPanelModel panel;
    panel.passage = {0, 10};
    for (const char* letter : {"M", "P", "S"}) {
      PickerColumn column;
      column.name = letter;
      for (int i = 1; i <= 5; ++i) {
        const std::string code = letter + std::to_string(i);
        column.outcomes.push_back({code, "Outcome " + code, "Outcome " + code});
      }
      panel.domains.push_back(column);
    }
    panel.levelNames = {"Not yet", "Glimpsed", "Prompted", "Mostly", "Settled"};
    panel.restName = "No chance to see it";
    panel.saveNotYet = "Choose what you saw first.";
    screen.models.write.tagPanel = panel;
    screen.ui.frame(3);
    screen.intents.clear();
  }
  tests::DrawnScreen screen;
};

TEST_F(WriteView, SaysThatTheTextChangedAndHandsItOver) {
  screen.ui.type(" Good.");
  EXPECT_TRUE((screen.asked<WriteIntent, TextChanged>()));
  EXPECT_EQ(screen.state.write.words.text, "They chose the second verse to lead. Good.");
}

TEST_F(WriteView, TextReplacedByTheModelCanStillBeUndone) {
  screen.ui.type(" Good.");
  screen.state.write.words.text = "They chose the third verse to lead. Good.";
  ++screen.state.write.words.refreshes;
  screen.ui.frame(2);
  EXPECT_EQ(screen.view.words.editor.text(), "They chose the third verse to lead. Good.");
  screen.ui.key(Key::Z, true);
  EXPECT_EQ(screen.view.words.editor.text(), "They chose the second verse to lead. Good.");
}

TEST_F(WriteView, TagsWhatIsSelected) {
  screen.ui.key(Key::A, true);
  screen.ui.key(Key::T, true);
  const StartTag tag = screen.only<WriteIntent, StartTag>();
  EXPECT_EQ(tag.begin, 0U);
  EXPECT_EQ(tag.end, 36U);
}

TEST_F(WriteView, LettersAndDigitsChooseInThePanelAndAreNotWritten) {
  openPanel();
  screen.ui.key(Key::P);
  screen.ui.key(Key::D4);
  EXPECT_EQ((screen.only<WriteIntent, PickOutcome>().outcome), "P4");
  EXPECT_EQ(screen.view.words.editor.text(), "They chose the second verse to lead.");
}

TEST_F(WriteView, ADigitAloneIsALevelAndZeroIsNoChanceToSeeIt) {
  openPanel();
  screen.ui.key(Key::D3);
  EXPECT_EQ((screen.only<WriteIntent, PickLevel>().level), journal::Level::of(3));
  openPanel();
  screen.ui.key(Key::D0);
  EXPECT_EQ((screen.only<WriteIntent, PickLevel>().level), std::nullopt);
}

TEST_F(WriteView, CannotSaveATagBeforeTheModelAllowsIt) {
  openPanel();
  EXPECT_EQ(screen.ui.item("write/tag/buttons/save").reason, "Choose what you saw first.");
  screen.ui.key(Key::Escape);
  EXPECT_TRUE((screen.asked<WriteIntent, CancelTag>()));
}

TEST_F(WriteView, AHeldEntryCanBeReadAndNotWritten) {
  screen.models.write.held = true;
  screen.models.write.heldLine = "This entry is held.";
  screen.ui.frame(2);
  screen.ui.type("more");
  EXPECT_FALSE((screen.asked<WriteIntent, TextChanged>()));
  EXPECT_TRUE(screen.ui.shows("This entry is held."));
}

TEST_F(WriteView, AMarkInTheMarginOpensItsTag) {
  journal::SeededRandom random(9);
  TagMark mark;
  mark.id = journal::TagId::random(random);
  mark.passage = {5, 10};
  mark.domain = 1;
  mark.mark = "4";
  mark.name = "Edit tag: Own choices, mostly";
  screen.models.write.tags = {mark};
  screen.ui.frame(2);
  screen.ui.click("write/words/mark[" + mark.id.hex() + "]");
  EXPECT_EQ((screen.only<WriteIntent, EditTag>().tag), mark.id);
}

TEST_F(WriteView, SaysWhatTheDiskRefused) {
  screen.models.write.saved = "Your words are still here, and not on the disk yet";
  screen.models.write.unsavedCare = true;
  screen.ui.frame(2);
  EXPECT_TRUE(screen.ui.shows("not on the disk yet"));
}

TEST_F(WriteView, WhatWasMeantIsAnsweredWithoutLeavingTheWords) {
  journal::SeededRandom random(9);
  IntentionLine line;
  line.id = journal::IntentionId::random(random);
  line.words = "Let them count us in.";
  screen.models.write.aside.intentions = {line};
  screen.ui.frame(2);
  screen.ui.key(Key::G, false, false, true);
  const AnswerIntention answer = screen.only<AsideIntent, AnswerIntention>();
  EXPECT_EQ(answer.intention, line.id);
  EXPECT_EQ(answer.answer, IntentionAnswer::LetGo);
  EXPECT_EQ(screen.view.words.editor.text(), "They chose the second verse to lead.");
}

TEST_F(WriteView, ALineAboutSafeguardingComesBeforeOneAboutAName) {
  screen.models.write.aside.name = NameOfferModel{"Maya", {0, 4}};
  screen.ui.frame(2);
  EXPECT_TRUE(screen.ui.exists("write/beside/name-offer/colleague"));
  screen.models.write.aside.concern = true;
  screen.ui.frame(2);
  EXPECT_FALSE(screen.ui.exists("write/beside/name-offer/colleague"));
  screen.ui.click("write/beside/concern/yes");
  EXPECT_TRUE((screen.asked<WorriedIntent, OpenWorried>()));
}

TEST_F(WriteView, PaidTimeIsShownAndPausedInTheFooter) {
  EXPECT_FALSE(screen.ui.exists("write/footer/paid/pause"));
  screen.models.write.aside.paid = {true, 0.4F, false, false, false, "4:12 of 10:00"};
  screen.ui.frame(2);
  EXPECT_TRUE(screen.ui.shows("4:12 of 10:00"));
  screen.ui.click("write/footer/paid/pause");
  EXPECT_TRUE((screen.asked<AsideIntent, PausePaidTime>()));
}

}  // namespace
