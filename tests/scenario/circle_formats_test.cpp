// Groups, formats: read, copied, composed, kept as they are made, passed on and taken in.

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "app/model/circle_formats_model.h"
#include "tests/scenario/app_under_test.h"
#include "tests/scenario/refusing_journal.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using journal::OwnFormat;
using session::RoundKind;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

struct CircleFormatPages : testing::Test {
  CircleFormatPages() {
    app.unlockAs(1);
    open();
  }
  void open() {
    app.controller->handle(ShellIntent(GoTo{Place::Groups}));
    app.settle();
    press("home/all-formats");
  }
  void press(const std::string& path) {
    app.ui->scrollTo("groups/" + path);
    app.ui->click("groups/" + path);
    app.settle();
  }
  void retype(const std::string& path, const std::string& words) {
    press(path);
    app.ui->key(Key::A, true);
    app.ui->type(words);
    app.settle();
  }
  void choose(const std::string& path, const std::string& option) {
    press(path);
    press(path + "/list/" + option);
  }
  void handle(CircleIntent intent) {
    app.controller->handle(Intent(std::move(intent)));
    app.settle();
  }
  void lockAndOpen() {
    app.lock();
    app.settle();
    app.unlockAs(1);
    open();
  }
  const FormatsModel& shown() { return *app.state.models.circle.formats; }
  const FormatMakingModel& made() { return *shown().making; }
  std::string row(const std::string& list, const std::string& key) {
    return "formats/" + list + "/" + app::ui::key("format", key);
  }
  std::string round(std::size_t i, const std::string& what) {
    return "making/rounds/" + app::ui::key("round", made().rounds[i].key) + "/" + what;
  }
  std::string words(std::size_t i, const std::string& what) {
    return "making/rounds/" + app::ui::key("words", made().rounds[i].key) + "/open/" + what;
  }
  std::vector<OwnFormat> own() { return *app.journal().ownFormats(); }
  /// A copy of this one, open to be changed.
  void copy(const std::string& code) {
    press(row("shipped", code));
    press("formats/reading/copy");
  }
  fs::path write(const std::string& name, const std::string& text) {
    std::ofstream(app.folder / name, std::ios::binary) << text;
    return app.folder / name;
  }
  void look(const fs::path& file) {
    press("formats/take");
    retype("formats/taking/path", file.string());
    press("formats/taking/look");
  }
  void isClean(const std::string& where) {
    EXPECT_EQ(tests::lintEverywhere(*app.ui), "") << where;
    EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "") << where;
  }

  tests::AppUnderTest app;
};

int minutesIn(const std::string& at) {
  const std::size_t colon = at.find(':');
  return std::stoi(at.substr(0, colon)) * 60 + std::stoi(at.substr(colon + 1));
}

// Read
// ------------------------------------------------------------------------------------------

TEST_F(CircleFormatPages, EachThatIsShippedIsReadAsAnAgendaWhoseTimesAddUp) {
  ASSERT_THAT(shown().shipped, SizeIs(7)) << "one question, and A to F";
  for (const char* code : {"Q", "A", "B", "C", "D", "E", "F"}) {
    press(row("shipped", code));
    const FormatReading& read = *shown().reading;
    int now = 0;
    for (const AgendaRow& one : read.agenda) {
      EXPECT_EQ(minutesIn(one.at), now) << code << " " << one.name;
      now += std::stoi(one.minutes);
    }
    EXPECT_EQ(read.total, std::to_string(now) + " minutes together") << code;
    EXPECT_TRUE(app.ui->shows(read.total));
    EXPECT_EQ(read.notReady, "");
  }
}

TEST_F(CircleFormatPages, OneIsPlannedWithAtOnce) {
  press(row("shipped", "C"));
  press("formats/reading/plan");
  EXPECT_EQ(app.state.models.circle.page, CirclePage::Plan);
  EXPECT_EQ(app.state.models.circle.plan.format, "C");
}

TEST_F(CircleFormatPages, AreCleanInEverySizeAndByKeyboard) {
  isClean("none chosen");
  press(row("shipped", "B"));
  isClean("read");
  press("formats/reading/pass-on");
  isClean("passing on");
}

// Made
// ------------------------------------------------------------------------------------------

TEST_F(CircleFormatPages, ACopyOfOursIsKeptWithEverythingAndOursStaysAsItIs) {
  copy("A");
  ASSERT_THAT(own(), SizeIs(1));
  const journal::SessionFormat& ours = *app.library.formats.find("A");
  journal::SessionFormat same = own()[0].format;
  EXPECT_EQ(same.name, "Half-term round, ours");
  same.name = ours.name;
  same.code = ours.code;
  EXPECT_EQ(same, ours) << "every word of it";
  retype("making/about/name", "Half-term round for two");
  EXPECT_EQ(own()[0].format.name, "Half-term round, ours") << "not with every letter";
  app.wait(1s);
  EXPECT_EQ(own()[0].format.name, "Half-term round for two");
  EXPECT_TRUE(app.ui->shows("Saved on this laptop"));
  EXPECT_EQ(app.library.formats.find("A")->name, "Half-term round");
}

TEST_F(CircleFormatPages, RoundsGoUpAndDownAndOutByKeyboardAndTheTimesAddUp) {
  copy("A");
  const std::string second = made().rounds[1].name;
  app::ui::focusPath("groups/" + round(1, "minutes"));
  app.ui->frame(2);
  app.ui->key(Key::Up);
  app.settle();
  EXPECT_EQ(made().rounds[1].minutes, "7 min");
  EXPECT_EQ(made().total, "76 minutes together");
  app::ui::focusPath("groups/" + round(1, "menu"));
  app.ui->frame(2);
  app.ui->key(Key::Enter);
  app.ui->frame(2);
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(made().rounds[0].name, second);
  EXPECT_EQ(app.ui->focused(), "groups/" + round(0, "menu")) << "it went along";
  app.wait(1s);
  EXPECT_EQ(own()[0].format.rounds[0].name, second);
  EXPECT_EQ(own()[0].format.minutes, 76);
}

TEST_F(CircleFormatPages, OpeningARoundTakesTheKeyboardToItsName) {
  copy("A");
  press(round(1, "edit"));
  EXPECT_EQ(app.ui->focused(), "groups/" + words(1, "name"));
  press(words(1, "fold"));
  EXPECT_FALSE(made().open.has_value());
}

TEST_F(CircleFormatPages, ARoundThatWasTakenOutIsPutBackWhereItWas) {
  copy("A");
  const std::string third = made().rounds[2].name;
  choose(round(2, "menu"), "remove");
  EXPECT_THAT(made().rounds, SizeIs(6));
  EXPECT_TRUE(app.ui->shows("A round was taken out: " + third));
  press("making/rounds/taken-out/action");
  ASSERT_THAT(made().rounds, SizeIs(7));
  EXPECT_EQ(made().rounds[2].name, third);
}

TEST_F(CircleFormatPages, ANewOneIsComposedFromRoundsWithEverythingAFileKnows) {
  press("formats/make");
  EXPECT_EQ(app.ui->focused(), "groups/making/about/name");
  EXPECT_THAT(own(), IsEmpty()) << "nothing is kept by looking";
  EXPECT_TRUE(app.ui->shows("Give the format a name."));
  app.ui->type("Two voices");
  retype("making/about/purpose", "Hear two of us properly");
  retype("making/about/before", "Bring one moment");
  retype("making/whose/author", "Gethin Rowe");
  retype("making/whose/licence", "CC BY 4.0");
  handle(CircleFormatIntent(AddFormatRound{RoundKind::Talk}));
  ASSERT_THAT(made().rounds, SizeIs(3)) << "before the close";
  press(round(1, "edit"));
  choose(words(1, "kind"), std::to_string(static_cast<int>(RoundKind::Telling)));
  choose(words(1, "presenter"), "2");
  choose(words(1, "turn"), "240");
  choose(words(1, "keep"), std::to_string(static_cast<int>(session::Keep::Presenter)));
  retype(words(1, "name"), "Second voice");
  retype(words(1, "who"), "Whoever presents second");
  retype(words(1, app::ui::key("prompt", std::size_t{0})), "What happened?");
  retype(words(1, app::ui::key("prompt", std::size_t{1})), "And then?");
  retype(words(1, "captured"), "A title");
  retype(words(1, "kept-for"), "Whoever tells it");
  app.wait(1s);
  ASSERT_THAT(own(), SizeIs(1));
  const OwnFormat kept = own()[0];
  EXPECT_FALSE(kept.unready);
  EXPECT_EQ(kept.format.name, "Two voices");
  EXPECT_EQ(kept.format.purpose, "Hear two of us properly");
  EXPECT_EQ(kept.format.prework, "Bring one moment");
  EXPECT_EQ(kept.format.author, "Gethin Rowe");
  EXPECT_EQ(kept.format.licence, "CC BY 4.0");
  const journal::Round& told = kept.format.rounds[1];
  EXPECT_EQ(told.name, "Second voice");
  EXPECT_EQ(told.who, "Whoever presents second");
  EXPECT_EQ(told.kind, RoundKind::Telling);
  EXPECT_EQ(told.presenter, 2);
  EXPECT_EQ(told.turnSeconds, 240);
  EXPECT_EQ(told.keep, session::Keep::Presenter);
  EXPECT_EQ(told.captured, "A title");
  EXPECT_EQ(told.keptFor, "Whoever tells it");
  EXPECT_EQ(told.prompts, (std::vector<std::string>{"What happened?", "And then?"}));
}

TEST_F(CircleFormatPages, IsCleanInEverySizeWhileItIsMade) {
  copy("B");
  press(round(1, "edit"));
  isClean("a round is open");
  choose(round(2, "menu"), "remove");
  retype("making/about/name", tests::kLongName);
  isClean("a round was taken out");
}

// Not lost
// --------------------------------------------------------------------------------------

TEST_F(CircleFormatPages, ALockInTheMiddleOfAWordKeepsIt) {
  copy("A");
  retype("making/about/name", "Half a na");
  lockAndOpen();
  ASSERT_THAT(shown().own, SizeIs(1));
  EXPECT_EQ(shown().own[0].name, "Half a na");
}

TEST_F(CircleFormatPages, AKillASecondLaterKeepsIt) {
  copy("A");
  retype("making/about/name", "Half a na");
  app.wait(1s);
  app.restart();
  app.unlockAs(1);
  open();
  ASSERT_THAT(shown().own, SizeIs(1));
  EXPECT_EQ(shown().own[0].name, "Half a na");
}

TEST_F(CircleFormatPages, WithoutARoundItSaysSoAndIsKeptAndIsNotOffered) {
  press("formats/make");
  app.ui->type("Nothing yet");
  choose(round(1, "menu"), "remove");
  choose(round(0, "menu"), "remove");
  EXPECT_EQ(made().problem, "A session needs at least one round.");
  lockAndOpen();
  ASSERT_THAT(own(), SizeIs(1));
  EXPECT_TRUE(own()[0].unready);
  EXPECT_TRUE(app.ui->shows("Cannot be run yet"));
  const std::string key = own()[0].id.hex();
  press(row("own", key));
  EXPECT_EQ(shown().reading->notReady, "A session needs at least one round.");
  press("formats/all");
  EXPECT_THAT(app.state.models.circle.home.formats, SizeIs(7)) << "not among those to plan with";
  press("home/all-formats");
  press("formats/reading/change");
  EXPECT_THAT(made().rounds, IsEmpty()) << "and goes on where it was";
}

TEST_F(CircleFormatPages, WhatTheDiskDoesNotTakeStaysOnTheScreenAndIsTriedAgain) {
  copy("A");
  bool full = true;
  auto& journal = app.tasks.room().journal;
  journal = std::make_unique<tests::RefusingJournal>(std::move(journal), full);
  retype("making/about/name", "Not one word may go");
  press("making/done");
  EXPECT_TRUE(shown().making.has_value()) << "it is not left while it is not safe";
  app.ui->key(Key::L, true);
  app.settle();
  EXPECT_TRUE(app.controller->open());
  full = false;
  app.wait(11s);
  EXPECT_EQ(own()[0].format.name, "Not one word may go");
}

// Set aside, and planned with
// -----------------------------------------------------------------------

TEST_F(CircleFormatPages, OneIsSetAsideAndBroughtBack) {
  copy("A");
  press("making/done");
  const std::string key = own()[0].id.hex();
  EXPECT_EQ(shown().reading->key, key) << "the one that was made is read";
  press("formats/reading/aside");
  EXPECT_THAT(shown().own, IsEmpty());
  ASSERT_THAT(shown().aside, SizeIs(1));
  lockAndOpen();
  press(row("aside", key));
  EXPECT_TRUE(app.ui->shows("Half-term round, ours"));
  isClean("set aside");
  press("formats/reading/back");
  EXPECT_THAT(shown().aside, IsEmpty());
  ASSERT_THAT(own(), SizeIs(1));
  EXPECT_THAT(own()[0].format.rounds, SizeIs(7));
}

TEST_F(CircleFormatPages, OnesOwnIsOfferedBesideTheOthersWhenPlanning) {
  copy("A");
  retype("making/about/name", "Half-term round for two");
  choose(round(1, "menu"), "remove");
  press("making/done");
  press("formats/all");
  const std::string code = own()[0].format.code;
  ASSERT_THAT(app.state.models.circle.home.formats, SizeIs(8));
  press("home/formats/" + app::ui::key("format", code));
  EXPECT_THAT(app.state.models.circle.plan.rounds, SizeIs(6));
  EXPECT_EQ(app.state.models.circle.plan.format, code);
  EXPECT_TRUE(app.ui->shows("Half-term round for two"));
}

TEST_F(CircleFormatPages, ThePlansRoundsAreKeptAsAFormatWithWhatTheyAsk) {
  press("formats/all");
  handle(CirclePlanIntent(PlanGroup{"Q"}));
  handle(CirclePlanIntent(ChooseQuestion{"Where did you say less?"}));
  handle(CirclePlanIntent(ChangeRoundMinutes{1, 4}));
  press("plan/rounds/keep");
  EXPECT_EQ(app.state.models.circle.page, CirclePage::Making);
  ASSERT_THAT(own(), SizeIs(1));
  EXPECT_EQ(own()[0].format.minutes, 49);
  EXPECT_EQ(own()[0].format.rounds[1].prompts, std::vector<std::string>{"Where did you say less?"});
  press("making/done");
  press("formats/all");
  EXPECT_EQ(app.state.models.circle.page, CirclePage::Plan) << "back where it was kept from";
}

TEST_F(CircleFormatPages, WhatAFormatSaysOfItselfOutlivesAPlanOfIt) {
  press("formats/all");
  handle(CirclePlanIntent(PlanGroup{"A"}));
  app.wait(1s);
  app.restart();
  app.unlockAs(1);
  app.controller->handle(ShellIntent(GoTo{Place::Groups}));
  app.settle();
  handle(CirclePlanIntent(PlanGroup{}));
  handle(CircleFormatIntent(KeepAsFormat{}));
  ASSERT_THAT(own(), SizeIs(1));
  journal::SessionFormat kept = own()[0].format;
  const journal::SessionFormat& ours = *app.library.formats.find("A");
  kept.name = ours.name;
  kept.code = ours.code;
  EXPECT_EQ(kept, ours);
}

TEST_F(CircleFormatPages, ARoundsFormInThePlanLosesNothingThatItHasNoLineFor) {
  copy("A");
  handle(CircleFormatIntent(OpenFormatRound{made().rounds[0].key}));
  journal::Round& first = app.state.ui.circle.formats.draft.rounds[0];
  first.prompts = {"One", "Two", "Three", "Four", "Five", "Six", "Seven"};
  app.state.ui.circle.formats.draft.rounds[2].turnSeconds = 90;
  handle(CircleFormatIntent(FormatChanged{}));
  press("making/done");
  press("formats/reading/plan");
  for (const std::size_t at : {0U, 2U}) {
    handle(CirclePlanIntent(EditRound{app.state.models.circle.plan.rounds[at].key}));
    handle(CirclePlanIntent(KeepRound{}));
  }
  app.wait(1s);
  const auto planned = *app.journal().groupSessions();
  ASSERT_THAT(planned, SizeIs(1));
  EXPECT_THAT(planned[0].format.rounds[0].prompts, SizeIs(7));
  EXPECT_EQ(planned[0].format.rounds[2].turnSeconds, 90);
}

// Passed on and taken in
// -----------------------------------------------------------------------

TEST_F(CircleFormatPages, OneIsPassedOnWithItsAuthorAndLicenceAndTakenInElsewhere) {
  copy("B");
  retype("making/about/name", "Two passes");
  press("making/done");
  press("formats/reading/pass-on");
  EXPECT_EQ(shown().passing->notYet, "Say where the file goes first.");
  retype("formats/passing/author", "Gethin Rowe");
  retype("formats/passing/licence", "CC BY 4.0");
  const fs::path file = app.folder / "two passes.json";
  retype("formats/passing/path", file.string());
  press("formats/passing/write");
  EXPECT_TRUE(app.ui->shows("Written to " + file.string()));
  press("formats/passing/write");
  EXPECT_TRUE(app.ui->shows("There is a file of that name already")) << "nothing is overwritten";
  isClean("passed on");
  const journal::SessionFormat sent = own()[0].format;

  app.lock();
  app.settle();
  app.unlockAs(0);
  open();
  look(file);
  ASSERT_TRUE(shown().taking->found.has_value());
  EXPECT_TRUE(app.ui->shows("Author: Gethin Rowe"));
  EXPECT_TRUE(app.ui->shows("Licence: CC BY 4.0"));
  EXPECT_THAT(own(), IsEmpty()) << "nothing is taken in by looking";
  isClean("looked at");
  press("formats/found/take");
  ASSERT_THAT(own(), SizeIs(1));
  journal::SessionFormat taken = own()[0].format;
  EXPECT_EQ(taken.author, "Gethin Rowe");
  EXPECT_EQ(taken.licence, "CC BY 4.0");
  taken.author = sent.author;
  taken.licence = sent.licence;
  EXPECT_EQ(taken, sent);
}

TEST_F(CircleFormatPages, OneThatIsHereAlreadyIsNotTakenTwiceAndAnotherLikeItComesBeside) {
  copy("B");
  press("making/done");
  press("formats/reading/pass-on");
  const fs::path file = app.folder / "mine.json";
  retype("formats/passing/path", file.string());
  press("formats/passing/write");
  look(file);
  EXPECT_TRUE(shown().taking->same);
  EXPECT_TRUE(app.ui->shows("It is among your formats already, just as it is."));
  press("formats/found/leave");
  press(row("own", own()[0].id.hex()));
  press("formats/reading/change");
  retype("making/about/purpose", "Another");
  press("making/done");
  look(file);
  EXPECT_TRUE(app.ui->shows("Yours stays as it is"));
  press("formats/found/take");
  ASSERT_THAT(own(), SizeIs(2));
  EXPECT_NE(own()[0].format.code, own()[1].format.code);
}

TEST_F(CircleFormatPages, AFileThatIsNoneIsAnsweredInASentenceAndNothingIsTaken) {
  const std::pair<std::string, std::string> files[] = {
      {"no such", ""},
      {"{\"afternote_format\":1,\"code\":\"X\"", "damaged, cut short, or something else"},
      {"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "damaged, cut short, or something else"},
      {"{\"name\":\"Somebody's list\"}", "does not say that it is one"},
      {"{\"afternote_format\":2,\"code\":\"X\",\"name\":\"Y\"}", "made by a newer Afternote"},
      {"{\"afternote_format\":1,\"code\":\"X\",\"name\":\"Y\",\"rounds\":[]}",
       "A session needs at least one round."},
      {std::string(3 << 20, '['), "too long for a session format"},
      {std::string("\x7f\x45\x4c\x46\0\0\xff\xfe", 8), "damaged, cut short, or something else"}};
  int number = 0;
  press("formats/take");
  for (const auto& [text, answer] : files) {
    const fs::path file = app.folder / ("file" + std::to_string(number++));
    if (!answer.empty()) write(file.filename().string(), text);
    retype("formats/taking/path", file.string());
    press("formats/taking/look");
    EXPECT_FALSE(shown().taking->found.has_value()) << number;
    EXPECT_NE(shown().taking->problem, "") << number;
    EXPECT_NE(shown().taking->problem.find(answer), std::string::npos) << shown().taking->problem;
  }
  isClean("a file that is none");
  retype("formats/taking/path", "round.json");
  press("formats/taking/look");
  EXPECT_TRUE(app.ui->shows("Write the whole path"));
  EXPECT_THAT(own(), IsEmpty());
}

}  // namespace
