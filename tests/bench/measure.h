#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// One measured figure. Fixed size, so that a child process can hand it over through a pipe.
struct Figure {
  char subject[16];
  char metric[48];
  char unit[12];
  double median;
  double p99;
  unsigned long samples;
};

double secondsNow();
/// Processor time of this process: what a busy machine does not change.
double cpuSecondsNow();
/// Seconds by the wall and of the processor.
struct Spent {
  double wall = 0;
  double cpu = 0;
};
class Stopwatch {
 public:
  void start() {
    wall_ = secondsNow();
    cpu_ = cpuSecondsNow();
  }
  void stop() {
    spent.wall += secondsNow() - wall_;
    spent.cpu += cpuSecondsNow() - cpu_;
  }
  Spent spent;

 private:
  double wall_ = 0;
  double cpu_ = 0;
};

Figure figureOf(const char* subject, const std::string& metric, std::vector<double> seconds);
Figure single(const char* subject, const std::string& metric, const char* unit, double value);
/// How long each of `times` calls took, at most about `limit` seconds of them (at least 5).
std::vector<double> timed(std::size_t times, double limit, const std::function<void()>& call);
/// Most memory this process has had, in MB.
double peakMegabytes();
double fileMegabytes(const std::string& folder);

/// What one subject does for N reflections in `folder`, which is empty.
std::vector<Figure> runPlain(std::size_t n, const std::string& folder);
std::vector<Figure> runOurs(std::size_t n, const std::string& folder);
/// The import alone, until all is findable and in the file: wall and processor, rows a second.
std::vector<Figure> importPlain(std::size_t n, const std::string& folder);
std::vector<Figure> importOurs(std::size_t n, const std::string& folder);
/// The figures of an import of n reflections.
std::vector<Figure> importFigures(const char* subject, std::size_t n, const Spent& spent);

inline constexpr std::uint64_t kSeed = 20260701;
inline constexpr std::size_t kSaves = 2000;

}  // namespace bench
