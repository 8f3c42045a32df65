// Our journal beside plain SQLite + FTS5, same corpus, same run, one process each.
//   journal_bench [--dir FOLDER] [--import-only] [N ...]        (default 1000 10000 100000)
// Prints one JSON object a line: figures of both subjects, then the ratios the goals are stated in.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>

#include "tests/bench/measure.h"

namespace bench {
namespace {

using Subject = std::vector<Figure> (*)(std::size_t, const std::string&);

/// Runs a subject in a process of its own, so that each has its own peak of memory.
std::vector<Figure> inChild(Subject subject, std::size_t n, const std::string& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  int ends[2];
  if (pipe(ends) != 0) std::exit(1);
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    for (const Figure& figure : subject(n, folder)) {
      if (write(ends[1], &figure, sizeof figure) != static_cast<ssize_t>(sizeof figure)) _exit(1);
    }
    _exit(0);
  }
  close(ends[1]);
  std::vector<Figure> figures;
  Figure figure;
  while (read(ends[0], &figure, sizeof figure) == static_cast<ssize_t>(sizeof figure))
    figures.push_back(figure);
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0) std::exit(1);
  std::filesystem::remove_all(folder);
  return figures;
}

std::vector<Figure> print(std::vector<Figure> figures, std::size_t n) {
  for (const Figure& figure : figures) {
    std::printf(
        "{\"bench\":\"journal\",\"subject\":\"%s\",\"metric\":\"%s\",\"n\":%zu,"
        "\"median\":%.6g,\"p99\":%.6g,\"samples\":%lu,\"unit\":\"%s\"}\n",
        figure.subject, figure.metric, n, figure.median, figure.p99, figure.samples, figure.unit);
  }
  std::fflush(stdout);
  return figures;
}

/// The middle of each figure over several rounds; `p99` is the worst of a rate: the lowest.
std::vector<Figure> middle(const std::vector<std::vector<Figure>>& rounds) {
  std::vector<Figure> figures = rounds.front();
  for (std::size_t i = 0; i < figures.size(); ++i) {
    std::vector<double> values;
    for (const auto& round : rounds) values.push_back(round[i].median);
    std::sort(values.begin(), values.end());
    figures[i].median = values[values.size() / 2];
    figures[i].p99 = values.front();
    figures[i].samples = values.size();
  }
  return figures;
}

void printRatios(const std::vector<Figure>& plain, const std::vector<Figure>& ours, std::size_t n) {
  std::map<std::string, Figure> anchors;
  for (const Figure& figure : plain) anchors[figure.metric] = figure;
  for (const Figure& figure : ours) {
    const auto anchor = anchors.find(figure.metric);
    if (anchor == anchors.end() || anchor->second.median <= 0) continue;
    std::printf(
        "{\"bench\":\"journal\",\"subject\":\"ratio\",\"metric\":\"%s\",\"n\":%zu,"
        "\"median\":%.3f,\"p99\":%.3f}\n",
        figure.metric, n, figure.median / anchor->second.median, figure.p99 / anchor->second.p99);
  }
  std::fflush(stdout);
}

/// By turns, because one short import says more about the minute than about the subject.
void imports(std::size_t n, const std::string& folder) {
  const std::size_t rounds = n >= 100'000 ? 1 : n >= 10'000 ? 5 : 15;
  std::vector<std::vector<Figure>> plain;
  std::vector<std::vector<Figure>> ours;
  for (std::size_t i = 0; i < rounds; ++i) {
    plain.push_back(inChild(&importPlain, n, folder));
    ours.push_back(inChild(&importOurs, n, folder));
  }
  const auto plainMiddle = print(middle(plain), n);
  const auto oursMiddle = print(middle(ours), n);
  printRatios(plainMiddle, oursMiddle, n);
}

void everythingElse(std::size_t n, const std::string& folder) {
  const auto plain = print(inChild(&runPlain, n, folder), n);
  const auto ours = print(inChild(&runOurs, n, folder), n);
  printRatios(plain, ours, n);
}

}  // namespace
}  // namespace bench

int main(int count, char** arguments) {
  std::string folder = "bench-data";
  std::vector<std::size_t> sizes;
  bool importOnly = false;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--dir") == 0 && i + 1 < count) {
      folder = arguments[++i];
    } else if (std::strcmp(arguments[i], "--import-only") == 0) {
      importOnly = true;
    } else {
      sizes.push_back(static_cast<std::size_t>(std::strtoul(arguments[i], nullptr, 10)));
    }
  }
  if (sizes.empty()) sizes = {1000, 10000, 100000};
  for (std::size_t n : sizes) {
    bench::imports(n, folder);
    if (!importOnly) bench::everythingElse(n, folder);
  }
  return 0;
}
