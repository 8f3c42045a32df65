// Checking a journal, and the work that waits for an idle moment.

#include "journal/service/journal_parts.h"
#include "journal/store/replay.h"
#include "journal/store/scrub.h"

namespace journal::service {
namespace {

/// A chunk of indexing between two looks at the clock: about 2 ms.
constexpr std::size_t kDrainChunk = 32;
/// Pages of index merging between two looks: about 2 ms.
constexpr int kMergePages = 64;

void take(CheckReport& report, const std::vector<std::string>& problems) {
  report.problems.insert(report.problems.end(), problems.begin(), problems.end());
}

/// A stage that could not go on because of damage is a finding, not an end of the check.
Result<void> found(CheckReport& report, const char* stage, const Error& error) {
  if (error.code != ErrorCode::Corrupt) return error;
  report.problems.push_back(std::string(stage) + ": something is not what was written");
  return {};
}

}  // namespace

Result<CheckReport> LocalJournal::check(std::stop_token stop, const Progress& progress) {
  CheckReport report;
  store::Database& database = *parts_->database;
  store::Projections& projections = parts_->projections;
  J_TRY(const std::uint64_t ops, parts_->log->countOfAll());
  // The log is walked twice (chain, replay); the rest is about as long again.
  const std::uint64_t total = 3 * ops + 1;
  const auto say = [&](std::uint64_t done) {
    if (progress) progress(done, total);
  };
  report.ops = ops;

  // Without room for what is pending the index cannot be compared, and is not damaged either.
  if (auto drained = parts_->drainAll(); !drained.ok()) {
    J_CHECK(found(report, "index", drained.error()));
  }
  J_TRY(const auto pages, store::checkPages(database));
  report.pages = pages.rowsCompared;
  take(report, pages.problems);
  if (auto structure = projections.fullText.checkStructure(); !structure.ok()) {
    J_CHECK(found(report, "index structure", structure.error()));
  }
  const auto chain = store::verifyLog(database, stop, say);
  if (chain.ok()) take(report, chain.value());
  if (!chain.ok()) J_CHECK(found(report, "log", chain.error()));

  auto again =
      store::replay(database, parts_->reader, stop, [&](std::uint64_t done) { say(ops + done); });
  if (!again.ok()) {
    J_CHECK(found(report, "replay", again.error()));
  } else {
    take(report, again->problems);
    const auto compared = store::scrubProjections(database, *again->database, stop);
    if (compared.ok()) {
      report.rowsCompared += compared->rowsCompared;
      take(report, compared->problems);
    } else {
      J_CHECK(found(report, "tables", compared.error()));
    }
  }
  say(2 * ops);
  const auto index = store::scrubIndex(database, projections, stop);
  if (index.ok()) {
    report.rowsCompared += index->rowsCompared;
    take(report, index->problems);
  } else {
    J_CHECK(found(report, "index words", index.error()));
  }
  say(total);
  return report;
}

Result<bool> LocalJournal::tidy(std::chrono::milliseconds budget) {
  // How long we have been at it, not what time it is: no rule depends on this clock.
  const auto until = std::chrono::steady_clock::now() + budget;
  const auto timeIsUp = [&] { return std::chrono::steady_clock::now() >= until; };
  store::FullText& index = parts_->projections.fullText;
  while (true) {
    J_TRY(const std::size_t drained, index.drain(kDrainChunk));
    if (drained == 0) break;
    if (timeIsUp()) return true;
  }
  while (true) {
    J_TRY(const bool merged, index.mergeSome(kMergePages));
    if (!merged) break;
    if (timeIsUp()) return true;
  }
  // Not after every save: the log starts over after a checkpoint, and the commit that starts it
  // over pays for a second sync.
  constexpr int kEnoughPages = 1000;
  if (parts_->database->logPages() > kEnoughPages) {
    J_TRY(const int pages, parts_->database->checkpoint());
    (void)pages;
  }
  return false;
}

Result<void> LocalJournal::Parts::drainAll() {
  constexpr std::size_t kChunk = 8000;  // fewer, larger segments; half a second at most
  while (true) {
    J_TRY(const std::size_t drained, projections.fullText.drain(kChunk));
    if (drained == 0) return {};
  }
}

Result<std::size_t> LocalJournal::Parts::drainForSearch() {
  const auto drained = drainAll();
  if (drained.ok()) return std::size_t{0};
  if (drained.error().code != ErrorCode::Io) return drained.error();
  return projections.fullText.countPending();
}

Result<void> LocalJournal::Parts::afterImport() {
  // Larger chunks make fewer segments of the index; this many are read in about a second.
  constexpr std::size_t kMostPending = 16000;
  J_TRY(const std::size_t pending, projections.fullText.countPending());
  if (pending < kMostPending) return {};
  const auto drained = projections.fullText.drain(pending);
  if (drained.ok() || drained.error().code == ErrorCode::Io) return {};  // a search drains it
  return drained.error();
}

}  // namespace journal::service
