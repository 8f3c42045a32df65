// A tutor's two laptops, the real programs, and a real hub or a folder between them.

#include "tests/scenario/cli/service_scenario.h"

namespace scenario {
namespace {

namespace fs = std::filesystem;

class Devices : public ServiceScenario {
 protected:
  Devices() {
    setClock("");  // a hub believes requests of now only
    for (const char* device : {"home", "school"}) {
      use(device);
      file(std::string(device) + "-paper", std::string(asked({"init"})["recovery_key"]) + "\n");
    }
  }
  std::string write(const std::string& words) {
    return asked({"add", "--date", "2026-05-01"}, words)["id"];
  }
  std::string texts() {
    const Answer answer = good({"list"});
    return answer.out;
  }

  /// Adds "school" to the journal of "home"; both say `answers` when asked about the words.
  std::pair<Answer, Answer> pairThem(const std::vector<std::string>& where,
                                     const std::string& answer = "yes") {
    use("home");
    std::vector<std::string> old{"pair"};
    if (where.front() == "--folder") old.insert(old.end(), where.begin(), where.end());
    const pid_t adding = start(old, answer + "\n");
    const fs::path shown = at("streams-home/out");
    EXPECT_TRUE(comesTrue([&] { return read(shown).find("Code: ") != std::string::npos; }));
    const std::string code = after(read(shown), "Code: ");
    std::vector<std::string> fresh{"join", "--device-name", "School desktop"};
    if (where.front() == "--folder") {
      fresh.insert(fresh.end(), where.begin(), where.end());
    } else {
      EXPECT_TRUE(comesTrue([&] { return read(shown).find("Hub: ") != std::string::npos; }));
      fresh.insert(fresh.end(), {"--hub", after(read(shown), "Hub: ")});
    }
    use("school");
    const Answer joined = run(fresh, code + "\n" + answer + "\n");
    use("home");
    return {wait(adding), joined};
  }
};

TEST_F(Devices, TwoLaptopsKeepOneJournalThroughAHub) {
  const std::string invitation = startHub();
  use("home");
  write("They kept the call and response.");
  ASSERT_TRUE(comesTrue([&] {
    return run({"hub", "join", "--device-name", "Home laptop"}, invitation + "\n").code == 0;
  }));
  const auto [old, fresh] = pairThem({"hub"});
  ASSERT_EQ(old.code, 0) << old.out << old.err;
  ASSERT_EQ(fresh.code, 0) << fresh.out << fresh.err;
  EXPECT_EQ(after(old.out, "Six words: "), after(fresh.out, "Six words: "));
  EXPECT_TRUE(old.says("calls itself: School desktop"));

  use("school");
  EXPECT_NE(texts().find("call and response"), std::string::npos);
  const std::string id = write("From school. It rained.");
  good({"sync"});
  use("home");
  EXPECT_TRUE(good({"sync"}).says("School desktop was added in the last seven days."));
  EXPECT_NE(texts().find("From school"), std::string::npos);

  // Apart for a while.
  good({"edit", id}, "From school. It rained all day.");
  use("school");
  good({"edit", id}, "From school. It rained. We sang.");
  good({"sync"});
  use("home");
  good({"sync"});
  use("school");
  good({"sync"});
  for (const char* device : {"home", "school"}) {
    use(device);
    EXPECT_TRUE(good({"show", id}).says("From school. It rained all day. We sang."));
    EXPECT_TRUE(good({"check"}).says("All is well."));
  }

  // The hub saw no word of it.
  for (const auto& [name, bytes] : filesOf(at("hub"))) {
    for (const char* word : {"rained", "response", "School desktop"}) {
      EXPECT_EQ(bytes.find(word), std::string::npos) << name;
    }
  }
  EXPECT_EQ(read(at("hub-log")).find("School"), std::string::npos);

  use("home");
  const auto devices = asked({"devices"});
  ASSERT_EQ(devices.size(), 2U);
  for (const auto& device : devices) {
    if (!device["this"]) good({"devices", "--remove", device["id"]});
  }
  use("school");
  write("After it was removed.");
  EXPECT_NE(run({"sync"}).code, 0);
  EXPECT_NE(texts().find("After it was removed"), std::string::npos) << "what is here stays";
}

TEST_F(Devices, AnInvitationWorksOnceAndNeverForAnotherHub) {
  const std::string invitation = startHub();
  use("home");
  ASSERT_TRUE(comesTrue([&] { return run({"hub", "join"}, invitation + "\n").code == 0; }));
  use("school");
  const Answer again = run({"hub", "join"}, invitation + "\n");
  EXPECT_EQ(again.code, 9);
  EXPECT_TRUE(again.says("This invitation does not open anything")) << again.err;
  std::string other = invitation;
  const std::size_t pin = other.rfind(':') - 64;
  other.replace(pin, 64, std::string(64, 'a'));
  const Answer impostor = run({"hub", "join"}, other + "\n");
  EXPECT_NE(impostor.code, 0);
  EXPECT_TRUE(impostor.says("Something else than your hub answers there")) << impostor.err;
}

TEST_F(Devices, AFolderOrAStickDoesWithoutAHub) {
  fs::create_directories(at("stick"));
  const std::vector<std::string> stick{"--folder", at("stick").string()};
  use("home");
  write("They kept the call and response.");
  EXPECT_TRUE(good({"sync", stick[0], stick[1]}).says("1 change sent"));
  const auto [old, fresh] = pairThem(stick);
  ASSERT_EQ(old.code, 0) << old.out << old.err;
  ASSERT_EQ(fresh.code, 0) << fresh.out << fresh.err;
  use("school");
  EXPECT_NE(texts().find("call and response"), std::string::npos);
  write("From school.");
  good({"sync", stick[0], stick[1]});
  use("home");
  EXPECT_TRUE(good({"sync", stick[0], stick[1]}).says("1 change received"));
  EXPECT_NE(texts().find("From school"), std::string::npos);
  fs::rename(at("stick"), at("in a drawer"));
  const Answer away = run({"sync", stick[0], stick[1]});
  EXPECT_NE(away.code, 0);
  EXPECT_TRUE(away.says("everything you write is kept here until then"));
}

TEST_F(Devices, WhatBothChangedIsThereTwiceUntilSettledAndWhatIsErasedIsGoneOnBoth) {
  fs::create_directories(at("stick"));
  const std::vector<std::string> stick{"--folder", at("stick").string()};
  const auto exchange = [&] {
    for (const char* device : {"home", "school", "home"}) {
      use(device);
      good({"sync", stick[0], stick[1]});
    }
  };
  use("home");
  const std::string id = write("They kept the pulse.");
  good({"sync", stick[0], stick[1]});
  ASSERT_EQ(pairThem(stick).second.code, 0);
  use("home");
  good({"edit", id}, "They kept the pulse well.");
  use("school");
  good({"edit", id}, "They kept the pulse badly.");
  exchange();
  for (const char* device : {"home", "school"}) {
    use(device);
    const Answer shown = good({"show", id});
    EXPECT_TRUE(shown.says("pulse well") && shown.says("pulse badly")) << shown.out;
    const auto open = asked({"differences", id});
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0]["sides"].size(), 2U);
  }
  use("home");
  EXPECT_TRUE(good({"differences"}).says("both changed the same sentence"));
  EXPECT_TRUE(good({"differences", id}).says("School desktop"));
  good({"edit", id}, "They kept the pulse.");
  good({"differences", id, "--settle"});
  exchange();
  use("school");
  EXPECT_TRUE(good({"differences"}).says("agree about everything"));

  EXPECT_EQ(run({"erase", id}).code, 9);
  good({"erase", id, "--for-good"});
  use("home");
  good({"edit", id}, "They kept the pulse, written while it was being erased.");
  exchange();
  for (const char* device : {"home", "school"}) {
    use(device);
    EXPECT_EQ(texts().find("pulse"), std::string::npos) << device;
    EXPECT_TRUE(good({"check"}).says("All is well."));
  }
}

TEST_F(Devices, ALegalHoldStandsOnBothAndOnceLiftedSomebodyIsErasedFromBoth) {
  fs::create_directories(at("stick"));
  const std::vector<std::string> stick{"--folder", at("stick").string()};
  use("home");
  good({"add", "--young-person", "Ayaan Chaudhry"}, "Ayaan brought a marimba.");
  good({"add", "--young-person", "Ines Costa"}, "Ines counted in, and Ayaan came late.");
  good({"sync", stick[0], stick[1]});
  ASSERT_EQ(pairThem(stick).second.code, 0);
  use("home");
  good({"legal-hold", "on", "--about", "Ayaan Chaudhry", "--reason", "Inquiry 14"});
  good({"sync", stick[0], stick[1]});
  use("school");
  good({"sync", stick[0], stick[1]});
  const std::vector<std::string> erase{"erase-person", "Ayaan Chaudhry", "--reason", "They asked",
                                       "--for-good"};
  const Answer no = run(erase);
  EXPECT_EQ(no.code, 8);
  EXPECT_TRUE(no.says("Inquiry 14")) << no.err;
  const std::string hold = asked({"legal-hold", "list"})[0]["id"];
  good({"legal-hold", "lift", hold, "--reason", "Closed"});
  good(erase);
  for (const char* device : {"school", "home"}) {
    use(device);
    good({"sync", stick[0], stick[1]});
    EXPECT_EQ(texts().find("marimba"), std::string::npos) << device;
    EXPECT_NE(texts().find("and a young person came late"), std::string::npos) << device;
    EXPECT_EQ(run({"access", "find", "Ayaan Chaudhry", "--reason", "They asked"}).code, 1);
    EXPECT_TRUE(good({"check"}).says("All is well."));
  }
}

TEST_F(Devices, WordsThatDifferAddNobody) {
  fs::create_directories(at("stick"));
  const std::vector<std::string> stick{"--folder", at("stick").string()};
  use("home");
  write("They kept the call and response.");
  good({"sync", stick[0], stick[1]});
  const auto [old, fresh] = pairThem(stick, "no");
  EXPECT_EQ(old.code, 1);
  EXPECT_EQ(fresh.code, 1);
  use("home");
  EXPECT_EQ(asked({"devices"}).size(), 1U);
  use("school");
  EXPECT_EQ(texts().find("call and response"), std::string::npos);
}

TEST_F(Devices, AfterEverythingIsLostThePaperAndTheHubBringTheJournalBack) {
  const std::string invitation = startHub();
  use("home");
  const std::string id = write("They kept the call and response.");
  ASSERT_TRUE(comesTrue([&] { return run({"hub", "join"}, invitation + "\n").code == 0; }));
  const std::string paper = at("home-paper").string();
  const Answer listed = good({"recovery-list", "--recovery-key-file", paper});
  const std::string address = after(listed.out, "Hub: ");
  good({"sync"});

  use("school");
  // Not this one's own paper, and no paper at all.
  const Answer another =
      run({"recovery-join", "--hub", address, "--recovery-key-file", at("school-paper").string()});
  EXPECT_EQ(another.code, 1) << another.out << another.err;
  EXPECT_TRUE(another.says("No journal there knows this recovery key."));
  const Answer back = run({"recovery-join", "--hub", address, "--recovery-key-file", paper,
                           "--device-name", "New laptop"});
  ASSERT_EQ(back.code, 0) << back.err;
  EXPECT_NE(texts().find("call and response"), std::string::npos);
  good({"edit", id}, "They kept the call and response, and led it.");
  good({"sync"});
  EXPECT_TRUE(good({"check"}).says("All is well."));

  // The lost one turns up.
  use("home");
  EXPECT_TRUE(good({"sync"}).says("New laptop was added in the last seven days."));
  EXPECT_TRUE(good({"show", id}).says("and led it"));

  // A new recovery key takes the old one's place, and the old one brings nothing back any more.
  file("next-pass", "another passphrase of mine\n");
  const auto recovered = asked(
      {"recover", "--recovery-key-file", paper, "--new-passphrase-file", at("next-pass").string()});
  file("new-paper", std::string(recovered["recovery_key"]) + "\n");
  usePassphrase("another passphrase of mine");
  good({"sync"});
  usePassphrase(kPassphrase);
  use("third");
  good({"init"});
  EXPECT_TRUE(run({"recovery-join", "--hub", address, "--recovery-key-file", paper})
                  .says("No journal there knows this recovery key."));
  good({"recovery-join", "--hub", address, "--recovery-key-file", at("new-paper").string()});
  EXPECT_TRUE(good({"show", id}).says("and led it"));
}

TEST_F(Devices, ThePaperAndAStickBringTheJournalBack) {
  fs::create_directories(at("stick"));
  const std::string stick = at("stick").string();
  use("home");
  const std::string paper = at("home-paper").string();
  write("They kept the call and response.");
  EXPECT_TRUE(run({"recovery-list", "--recovery-key-file", paper})
                  .says("This journal is on this device only."));
  good({"sync", "--folder", stick});
  EXPECT_TRUE(run({"recovery-list", "--recovery-key-file", at("school-paper").string()}).code == 3);
  good({"recovery-list", "--recovery-key-file", paper});
  use("school");
  EXPECT_TRUE(
      run({"recovery-join", "--recovery-key-file", paper}).says("Say where the journal is"));
  EXPECT_EQ(run({"recovery-join", "--folder", stick, "--recovery-key-file", paper}).code, 1)
      << "the stick has not heard of it yet";
  use("home");
  good({"sync", "--folder", stick});
  use("school");
  good({"recovery-join", "--folder", stick, "--recovery-key-file", paper});
  EXPECT_NE(texts().find("call and response"), std::string::npos);
  EXPECT_EQ(run({"recovery-join", "--folder", stick, "--recovery-key-file", paper}).code, 8);
}

TEST_F(Devices, WhatCannotBeIsSaidInASentence) {
  use("home");
  EXPECT_TRUE(run({"sync"}).says("This journal is with no hub yet."));
  EXPECT_TRUE(run({"devices"}).says("This journal is on this device only."));
  EXPECT_TRUE(run({"pair"}).says("Join a hub first"));
  const Answer none = run({"hub", "join"}, "not an invitation\n");
  EXPECT_EQ(none.code, 9);
  // Nobody there: what was written stays, and it can be tried again.
  const Answer dead =
      run({"hub", "join"}, "sv1:127.0.0.1:1:" + std::string(64, 'a') + ":TJSJ-6WED-0JVS\n");
  EXPECT_NE(dead.code, 0);
  EXPECT_FALSE(dead.err.empty());
  EXPECT_EQ(std::count(dead.err.begin(), dead.err.end(), '\n'), 1) << dead.err;
  use("school");
  EXPECT_EQ(run({"join", "--hub", "nowhere"}, "ZQW8-WK2Y-K7NT-K2FK\n").code, 9);
  EXPECT_EQ(run({"join", "--folder", at("home").string()}, "not a code\n").code, 9);
}

}  // namespace
}  // namespace scenario
