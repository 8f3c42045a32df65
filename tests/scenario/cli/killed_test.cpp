// kill -9 of the real program in the middle of its work.

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <ctime>

#include "tests/scenario/cli/program.h"

namespace scenario {
namespace {

class Killed : public Scenario {
 protected:
  Killed() { good({"init"}); }
  /// Lets `child` run for `micros` of the monotonic clock, then kills it unless it has ended.
  Answer killAfter(pid_t child, long micros) {
    timespec wait{micros / 1'000'000, (micros % 1'000'000) * 1000};
    ::nanosleep(&wait, nullptr);
    ::kill(child, SIGKILL);
    return this->wait(child);
  }
  static int rounds(int usual, int longRun) {
    return std::getenv("AFTERNOTE_LONG") != nullptr ? longRun : usual;
  }
};

TEST_F(Killed, AnImportStoppedAnywhereIsFinishedByRunningItAgain) {
  // Enough reflections that several batches are written.
  std::string lines;
  for (int i = 0; i < 2000; ++i) {
    lines += "{\"id\":\"k" + std::to_string(i) + "\",\"date\":\"2026-03-01\",\"text\":\"Number" +
             std::to_string(i) + " kept the pulse.\"}\n";
  }
  const std::string path = file("many.jsonl", lines).string();
  int stopped = 0;
  std::size_t least = 0;
  for (int round = 0; round < rounds(12, 200); ++round) {
    const Answer answer = killAfter(start({"import", path}), 5'000 + 17'000L * (round % 12));
    stopped += answer.code == -1;
    const auto counts = asked({"unlock-check"});
    const auto now = counts["reflections"].get<std::size_t>();
    EXPECT_GE(now, least) << "round " << round;
    EXPECT_LE(now, 2000u);
    least = now;
  }
  EXPECT_GT(stopped, 0) << "no round was interrupted; the delays are too long for this machine";
  const auto last = asked({"import", path});
  EXPECT_EQ(last["added"].get<std::size_t>() + last["already_here"].get<std::size_t>(), 2000u);
  EXPECT_EQ(asked({"unlock-check"})["reflections"], 2000);
  for (const int i : {0, 499, 500, 1999}) {
    EXPECT_EQ(asked({"search", "Number" + std::to_string(i)})["hits"].size(), 1u) << i;
  }
  EXPECT_TRUE(good({"check"}).says("All is well."));
}

TEST_F(Killed, EveryAcknowledgedReflectionIsThereAfterKillsInALoopOfAdds) {
  std::vector<std::string> acknowledged;
  int stopped = 0;
  for (int round = 0; round < rounds(40, 1000); ++round) {
    const Answer answer = killAfter(start({"add", "--date", "2026-03-01", "--json"},
                                          "Round" + std::to_string(round) + " kept the pulse."),
                                    2'000 + 1'500L * (round % 20));
    stopped += answer.code == -1;
    const auto json = answer.json();
    if (!json.is_discarded() && json.contains("id")) acknowledged.push_back(json["id"]);
  }
  EXPECT_GT(stopped, 0) << "no round was interrupted; the delays are too long for this machine";
  const auto rows = asked({"list", "--limit", "2000"});
  for (const std::string& id : acknowledged) {
    EXPECT_NE(rows.dump().find(id), std::string::npos) << id << " was said to be saved";
  }
  EXPECT_TRUE(good({"check"}).says("All is well."));
}

}  // namespace
}  // namespace scenario
