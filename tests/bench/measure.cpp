#include "tests/bench/measure.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>

namespace bench {

double secondsNow() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpuSecondsNow() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Figure single(const char* subject, const std::string& metric, const char* unit, double value) {
  Figure figure{};
  std::snprintf(figure.subject, sizeof figure.subject, "%s", subject);
  std::snprintf(figure.metric, sizeof figure.metric, "%s", metric.c_str());
  std::snprintf(figure.unit, sizeof figure.unit, "%s", unit);
  figure.median = figure.p99 = value;
  figure.samples = 1;
  return figure;
}

Figure figureOf(const char* subject, const std::string& metric, std::vector<double> seconds) {
  std::sort(seconds.begin(), seconds.end());
  Figure figure = single(subject, metric, "ms", 0);
  figure.samples = seconds.size();
  figure.median = seconds[seconds.size() / 2] * 1e3;
  figure.p99 = seconds[std::min(seconds.size() - 1, seconds.size() * 99 / 100)] * 1e3;
  return figure;
}

std::vector<double> timed(std::size_t times, double limit, const std::function<void()>& call) {
  std::vector<double> seconds;
  const double begin = secondsNow();
  for (std::size_t i = 0; i < times && (i < 5 || secondsNow() - begin < limit); ++i) {
    const double start = secondsNow();
    call();
    seconds.push_back(secondsNow() - start);
  }
  return seconds;
}

std::vector<Figure> importFigures(const char* subject, std::size_t n, const Spent& spent) {
  const auto rows = static_cast<double>(n);
  return {single(subject, "import", "rows/s", rows / spent.wall),
          single(subject, "import_cpu", "rows/s", rows / spent.cpu),
          single(subject, "import_peak_memory", "MB", peakMegabytes())};
}

double peakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double fileMegabytes(const std::string& folder) {
  double bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  }
  return bytes / 1e6;
}

}  // namespace bench
