// Everything that can be wrong with a journal or with what is given to it, told to a tutor in one
// sentence and without loss.

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "journal/crypto/hash.h"
#include "tests/scenario/cli/program.h"

namespace scenario {
namespace {

namespace fs = std::filesystem;

class BadInput : public Scenario {
 protected:
  BadInput() {
    good({"init"});
    good({"add", "--date", "2026-05-01"}, "Before: they kept the pulse.");
  }

  /// One plain sentence or two, no machine words, and the exit code of the help.
  void expectSaid(const Answer& answer, int code, const std::string& words) {
    EXPECT_EQ(answer.code, code) << answer.err;
    EXPECT_TRUE(answer.says(words)) << answer.out << answer.err;
    EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 1) << answer.err;
    EXPECT_LT(answer.err.size(), 260u) << answer.err;
    for (const char* machine :
         {"rror", "ailed", "nvalid", "xception", "sqlite", "SQL", "JSON parse", "0x", "!"}) {
      EXPECT_FALSE(answer.says(machine)) << answer.err;
    }
  }
  void expectNothingLost(std::size_t reflections = 1) {
    EXPECT_EQ(asked({"unlock-check"})["reflections"], reflections);
    EXPECT_TRUE(good({"search", "pulse"}).says("kept the pulse"));
    EXPECT_TRUE(good({"check"}).says("All is well."));
  }
  /// A copy of the closed journal, which the next commands use.
  fs::path copyOfVault(const char* name) {
    fs::copy(at("vault"), at(name));
    useVault(at(name));
    return at(name);
  }
};

TEST_F(BadInput, AWrongPassphrase) {
  usePassphrase("plum kettle");
  expectSaid(run({"list"}), 3, "passphrase does not open");
  usePassphrase(kPassphrase);
  expectNothingLost();
}

TEST_F(BadInput, EitherCopyOfTheHeaderDamagedOpensAndIsMended) {
  for (const char* copy : {"vault.hdr.a", "vault.hdr.b"}) {
    for (const std::size_t where : {0u, 60u, 200u}) {
      SCOPED_TRACE(std::string(copy) + " at " + std::to_string(where));
      const std::string before = read(at("vault") / copy);
      flip(at("vault") / copy, where);
      expectNothingLost();
      EXPECT_EQ(read(at("vault") / copy).size(), before.size());
    }
  }
}

TEST_F(BadInput, BothCopiesOfTheHeaderDamagedNeverStartAfresh) {
  const fs::path copy = copyOfVault("both");
  flip(copy / "vault.hdr.a", 60);
  flip(copy / "vault.hdr.b", 60);
  const auto before = filesOf(copy);
  expectSaid(run({"list"}), 4, "Both copies");
  expectSaid(run({"add"}, "More."), 4, "Both copies");
  expectSaid(run({"init"}), 8, "never replaced");
  EXPECT_EQ(filesOf(copy), before);
  fs::copy_file(at("vault") / "vault.hdr.a", copy / "vault.hdr.a",
                fs::copy_options::overwrite_existing);
  expectNothingLost();  // as the sentence advised
}

TEST_F(BadInput, ADamagedPageIsNeverReadAsWords) {
  const std::size_t size = fs::file_size(at("vault") / "vault.db");
  constexpr std::size_t kPage = 4096;
  for (std::size_t page = 0; page < size / kPage; ++page) {
    SCOPED_TRACE(page);
    const std::string name = "page" + std::to_string(page);
    const fs::path copy = copyOfVault(name.c_str());
    flip(copy / "vault.db", page * kPage + 100);
    const Answer checked = run({"check"});
    EXPECT_EQ(checked.code, 4) << checked.out << checked.err;
    EXPECT_TRUE(checked.says("restore")) << checked.out << checked.err;
    const Answer listed = run({"list"});
    if (listed.code == 0) {
      EXPECT_TRUE(listed.says("kept the pulse"));
    } else {
      expectSaid(listed, 4, "damaged");
    }
    fs::remove_all(copy);
  }
}

TEST_F(BadInput, AJournalFromANewerAfternoteIsLeftAlone) {
  const fs::path copy = copyOfVault("newer");
  for (const char* name : {"vault.hdr.a", "vault.hdr.b"}) {
    std::string bytes = read(copy / name);
    constexpr std::size_t kVersionAt = 8;  // after the eight letters that every header begins with
    constexpr std::size_t kSumSize = 32;
    bytes[kVersionAt] = 9;
    bytes.resize(bytes.size() - kSumSize);
    const auto sum = journal::crypto::hash(journal::crypto::bytesOf(bytes));
    bytes.append(sum.begin(), sum.end());
    file("newer/" + std::string(name), bytes);
  }
  const auto before = filesOf(copy);
  const Answer answer = run({"list"});
  expectSaid(answer, 7, "newer");
  EXPECT_EQ(filesOf(copy), before);
}

TEST_F(BadInput, AJournalThatIsOpenElsewhere) {
  // Held open by a program that waits for the new passphrase on a pipe.
  const fs::path pipe = at("next");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const pid_t child = start({"passphrase", "--new-passphrase-file", pipe.string()});
  const int held = ::open(pipe.c_str(), O_WRONLY);  // returns when the other end is being read
  ASSERT_GE(held, 0);
  const Answer second = run({"list"});
  expectSaid(second, 6, "open");
  ::kill(child, SIGKILL);
  wait(child);
  ::close(held);
  expectNothingLost();
}

TEST_F(BadInput, AFolderThatMayNotBeWrittenTo) {
  if (::geteuid() == 0) {
    // Root may write anywhere, except on a file system that is mounted read-only.
    ASSERT_EQ(::mkdir(at("disk").c_str(), 0700), 0);
    if (::mount("tmpfs", at("disk").c_str(), "tmpfs", 0, "size=16m") != 0)
      GTEST_SKIP() << "may not mount";
    fs::copy(at("vault"), at("disk") / "vault", fs::copy_options::recursive);
    const bool locked =
        ::mount("tmpfs", at("disk").c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    useVault(at("disk") / "vault");
    const Answer answer = run({"add"}, "More.");
    const Answer made = run({"export", "json", (at("disk") / "copy.json").string()});
    ::umount(at("disk").c_str());
    ASSERT_TRUE(locked);
    expectSaid(answer, 5, "written");
    EXPECT_EQ(made.code, 5);
  } else {
    fs::permissions(at("vault"), fs::perms::owner_read | fs::perms::owner_exec);
    expectSaid(run({"add"}, "More."), 5, "written");
    fs::permissions(at("vault"), fs::perms::owner_all);
  }
  useVault(at("vault"));
  expectNothingLost();
}

TEST_F(BadInput, AFullDiskLosesNothingThatWasSaved) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root may mount a small disk";
  ASSERT_EQ(::mkdir(at("disk").c_str(), 0700), 0);
  if (::mount("tmpfs", at("disk").c_str(), "tmpfs", 0, "size=2m") != 0)
    GTEST_SKIP() << "may not mount";
  useVault(at("disk") / "vault");
  fs::copy(at("vault"), at("disk") / "vault", fs::copy_options::recursive);
  const std::string words(60'000, 'w');
  std::size_t saved = 1;
  Answer full;
  for (int i = 0; i < 60 && full.code != 5; ++i) {
    full = run({"add", "--date", "2026-05-02"}, words + " " + std::to_string(i));
    saved += full.code == 0;
  }
  EXPECT_GT(saved, 2u);
  expectSaid(full, 5, "full");
  const Answer copy = run({"backup", (at("disk") / "backup").string()});
  EXPECT_EQ(copy.code, 5) << copy.out << copy.err;
  EXPECT_EQ(::mount("tmpfs", at("disk").c_str(), "tmpfs", MS_REMOUNT, "size=16m"), 0);
  expectNothingLost(saved);
  good({"add"}, "And on it goes.");
  ::umount(at("disk").c_str());
}

TEST_F(BadInput, ImportFilesThatAreCutShortHostileOrNoImportAtAll) {
  const std::string whole = read(samples());
  const std::string deep(1'000'000, '[');
  std::string objects;
  for (int i = 0; i < 200'000; ++i) objects += "{\"a\":";
  struct Case {
    const char* name;
    std::string bytes;
    int code;
    std::size_t added;
  };
  const std::vector<Case> cases = {
      {"cut-short", whole.substr(0, 5000), 0, 2},
      {"nested-arrays", deep, 9, 0},
      {"nested-objects", objects + "\n", 9, 0},
      {"bytes", std::string(200'000, '\xff') + "\n", 9, 0},
      {"many-bad-lines", std::string(5'000, '\n') + std::string(3'000, 'x') + "\n", 9, 0},
      {"wrong-types",
       "{\"id\":5,\"text\":7,\"date\":[]}\nnull\n\"text\"\n{\"id\":\"e\",\"date\":\"2026-02-30\"}"
       "\n",
       9, 0},
      {"empty", "", 0, 0},
  };
  std::size_t there = 1;
  for (const Case& one : cases) {
    SCOPED_TRACE(one.name);
    const Answer answer =
        run({"import", file(std::string(one.name) + ".jsonl", one.bytes).string()});
    EXPECT_EQ(answer.code, one.code) << answer.out << answer.err;
    EXPECT_LT(std::count(answer.err.begin(), answer.err.end(), '\n'), 12) << "never a screen full";
    there += one.added;
    EXPECT_EQ(asked({"unlock-check"})["reflections"], there);
  }
  expectSaid(run({"import", at("nowhere.jsonl").string()}), 1, "no file or folder there");
  expectNothingLost(there);
  // Taken in again whole, what came from the cut file is not doubled.
  EXPECT_EQ(asked({"import", samples().string()})["added"], 38);
  expectNothingLost(41);
}

TEST_F(BadInput, AHundredBadLinesAreNotSaidAHundredTimes) {
  std::string lines;
  for (int i = 0; i < 100; ++i) lines += "not json\n";
  const Answer answer = run({"import", file("bad.jsonl", lines).string()});
  EXPECT_EQ(answer.code, 9);
  EXPECT_LT(std::count(answer.err.begin(), answer.err.end(), '\n'), 12) << answer.err;
  EXPECT_TRUE(answer.says("100 left out")) << answer.out;
  const Answer listed = run({"import", at("bad.jsonl").string(), "--json"});
  EXPECT_EQ(listed.json()["remarks"].size(), 100u);
}

TEST_F(BadInput, AFiftyMegabyteParagraphCostsOnlyItself) {
  std::string big;
  while (big.size() < 50u << 20) big += "word ";
  expectSaid(run({"add", "--file", file("big.txt", big).string()}), 9, "longer than 8 MB");
  const std::string id = asked({"list"})[0]["id"];
  expectSaid(run({"edit", id, "--file", at("big.txt").string()}), 9, "longer than 8 MB");
  const std::string lines =
      "{\"id\":\"big\",\"date\":\"2026-05-02\",\"text\":\"" + big +
      "\"}\n{\"id\":\"next\",\"date\":\"2026-05-03\",\"text\":\"After it.\"}\n";
  const Answer answer = run({"import", file("big.jsonl", lines).string()});
  EXPECT_EQ(answer.code, 0);
  EXPECT_TRUE(answer.says("longer than 8 MB"));
  expectNothingLost(2);
}

TEST_F(BadInput, BytesThatAreNotTextAreReplacedAndSaidSo) {
  const Answer added = run({"add"}, "caf\xff\xc3 sung pulse");
  EXPECT_EQ(added.code, 0);
  EXPECT_TRUE(added.says("could not be read")) << added.err;
  EXPECT_TRUE(good({"search", "sung"}).says("caf"));
  const Answer imported = run(
      {"import", file("bad.jsonl",
                      "{\"id\":\"x\",\"date\":\"2026-05-02\",\"text\":\"\xff\xfe they swung\"}\n")
                     .string()});
  EXPECT_EQ(imported.code, 0);
  EXPECT_TRUE(imported.says("could not be read")) << imported.err;
  EXPECT_TRUE(good({"search", "swung"}).says("they swung"));
  EXPECT_LE(run({"search", "\xff\xc3"}).code, 1) << "found or not, but understood";
}

TEST_F(BadInput, AMissingOrBrokenFrameworkStopsOnlyWhatNeedsIt) {
  const fs::path assets = at("assets");
  fs::copy(fs::path(AFTERNOTE_SOURCE_DIR) / "assets", assets, fs::copy_options::recursive);
  const std::string whole = read(assets / "framework.json");
  const auto with = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--assets", assets.string()});
    return run(arguments);
  };
  fs::remove(assets / "framework.json");
  expectSaid(with({"import", samples().string()}), 1, "framework.json");
  for (const std::string& broken : {std::string(), std::string("{}"),
                                    whole.substr(0, whole.size() / 2), std::string(100'000, '[')}) {
    file("assets/framework.json", broken);
    expectSaid(with({"import", samples().string()}), 9, "framework.json");
    expectSaid(with({"journey", "anyone"}), 9, "framework.json");
    EXPECT_EQ(with({"list"}).code, 0) << "reading and writing go on without it";
  }
  expectNothingLost();
}

TEST_F(BadInput, TheClockIn1970AndIn2106) {
  for (const char* time :
       {"1970-01-01T00:00:00Z", "2106-02-07T06:28:16Z", "2026-06-01T16:00:00Z"}) {
    SCOPED_TRACE(time);
    setClock(time);
    const std::string year = std::string(time).substr(0, 4);
    const std::string id = asked({"add"}, "They kept the pulse in " + year + ".")["id"];
    EXPECT_TRUE(good({"show", id}).says(year));
    EXPECT_EQ(asked({"search", "\"pulse in " + year + "\""})["hits"].size(), 1u);
    good({"edit", id}, "They kept the pulse in " + year + ", and edited.");
    EXPECT_TRUE(good({"show", id}).says("and edited"));
    good({"backup", at("backup-" + year).string()});
  }
  expectNothingLost(4);
  const auto rows = asked({"list"});
  EXPECT_EQ(rows[0]["date"], "2106-02-07");
  EXPECT_EQ(rows[3]["date"], "1970-01-01");
}

}  // namespace
}  // namespace scenario
