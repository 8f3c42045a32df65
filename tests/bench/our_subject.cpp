// The journal as the programs use it: through its one door.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "journal/service/local_journal.h"
#include "journal/store/database.h"
#include "tests/bench/corpus.h"
#include "tests/bench/measure.h"

namespace bench {
namespace {

using namespace journal;
using namespace journal::service;

class StillClock final : public Clock {
 public:
  UtcTime now() const override {
    return UtcTime{std::chrono::sys_days{
        LocalDate{std::chrono::year{2026}, std::chrono::June, std::chrono::day{30}}}};
  }
  std::chrono::minutes utcOffset(UtcTime) const override { return std::chrono::minutes{60}; }
};

const crypto::SecretString& passphrase() {
  static const crypto::SecretString secret("a passphrase for measuring");
  return secret;
}

template <class T>
T must(Result<T> result, const char* what) {
  if (!result.ok()) {
    std::fprintf(stderr, "%s: %s %s\n", what, name(result.error().code),
                 result.error().detail.c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

WriteReflection writeOf(const Entry& entry, LocalDate today) {
  WriteReflection write;
  Reflection& reflection = write.reflection;
  reflection.id = *ReflectionId::fromHex(entry.id);
  reflection.lesson.date = dateFromDayNumber(dayNumber(today) - entry.daysAgo);
  reflection.lesson.setting = static_cast<Setting>(entry.number % kSettingCount);
  reflection.text = entry.body;
  reflection.state = ReflectionState::Finished;
  reflection.source = "bench:" + entry.id;
  return write;
}

class Ours {
 public:
  explicit Ours(std::string folder) : folder_(std::move(folder)), random_(kSeed) {}
  Surroundings surroundings() { return {clock_, random_, crypto::KdfPreset::Fast}; }
  LocalDate today() const { return localDate(clock_.now(), std::chrono::minutes{0}); }

  void create() {
    auto made = LocalJournal::create(folder_, passphrase(), surroundings());
    journal_ = must(std::move(made), "create").journal;
  }
  void close() { journal_.reset(); }
  /// Returns the seconds from the unlocked vault to a drawn list.
  double open() {
    auto vault =
        must(vault::Vault::unlock(folder_, passphrase(), crypto::KdfPreset::Fast), "unlock");
    const double start = secondsNow();
    journal_ = must(LocalJournal::open(std::move(vault), surroundings()), "open");
    must(journal_->newest(50, std::nullopt), "newest");
    return secondsNow() - start;
  }
  LocalJournal& journal() { return *journal_; }
  void rest() {
    while (must(journal_->tidy(std::chrono::milliseconds{50}), "tidy")) {
    }
  }

 private:
  std::string folder_;
  StillClock clock_;
  SeededRandom random_;
  std::unique_ptr<LocalJournal> journal_;
};

SearchPage search(Ours& ours, const char* typed, SearchOrder order, bool typing = false,
                  bool limited = true) {
  SearchQuery query;
  query.typed = typed;
  query.order = order;
  query.stillTyping = typing;
  if (typing && limited) query.within = std::chrono::microseconds{3500};  // as a search box asks
  return must(ours.journal().search(query), "search");
}

Spent load(Ours& ours, std::size_t n) {
  Corpus corpus(n, kSeed);
  constexpr std::size_t kBatch = 5000;
  Stopwatch watch;
  for (std::size_t made = 0; made < n;) {
    ImportBatch batch;
    for (; made < n && batch.reflections.size() < kBatch; ++made) {
      batch.reflections.push_back(writeOf(corpus.next(), ours.today()));
    }
    const Op op = std::move(batch);
    watch.start();
    must(ours.journal().apply(op), "import");
    watch.stop();
  }
  watch.start();
  search(ours, "xylophone", SearchOrder::NewestFirst);  // reads in what is left: all is findable
  must(ours.journal().database().checkpoint(), "checkpoint");
  watch.stop();
  return watch.spent;
}

/// Words in a row, common ones above all: some stand nowhere, some have their last word open.
constexpr std::array kPhrases{"\"in the room\"",
                              "\"the the\"",
                              "\"the the",
                              "\"the t",
                              "\"team t",
                              "\"a t",
                              "\"and a",
                              "\"to the s",
                              "\"and and\"",
                              "\"to the the\"",
                              "\"the team t",
                              "\"the asse",
                              "\"I felt\"",
                              "\"quiet c",
                              "xylophone t",
                              "heliotrope t",
                              "\"the the\" \"and and\""};

/// Every state of the search box on the way to each query, each single letter, and the phrases.
std::vector<std::string> everyKey() {
  std::vector<std::string> states(kPhrases.begin(), kPhrases.end());
  for (char c = 'a'; c <= 'z'; ++c) states.insert(states.end(), {{c}, {'z', c}});
  for (const PlantedQuery& query : plantedQueries()) {
    const std::string typed = query.typed;
    for (std::size_t length = 1; length <= typed.size(); ++length) {
      states.push_back(typed.substr(0, length));
    }
  }
  return states;
}

void typing(Ours& ours, std::vector<Figure>& figures) {
  std::vector<double> all;
  std::size_t inParts = 0;
  double wholePage = 0;
  std::map<double, std::string> slowest;
  for (const std::string& typed : everyKey()) {
    bool isPart = false;
    auto seconds = timed(5, 1, [&] {
      isPart = search(ours, typed.c_str(), SearchOrder::NewestFirst, true).resume.has_value();
    });
    std::sort(seconds.begin(), seconds.end());
    all.push_back(seconds[seconds.size() / 2]);
    slowest[all.back()] = typed;
    if (!isPart) continue;
    ++inParts;
    const double start = secondsNow();
    search(ours, typed.c_str(), SearchOrder::NewestFirst, true, false);
    wholePage = std::max(wholePage, secondsNow() - start);
  }
  std::fprintf(stderr, "slowest while typing: %s\n", slowest.rbegin()->second.c_str());
  figures.push_back(single("ours", "typing.worst_key", "ms", slowest.rbegin()->first * 1e3));
  figures.push_back(figureOf("ours", "typing.every_key", all));
  // Those whose first answer was a part: how many, and the longest that the whole page takes.
  figures.push_back(single("ours", "typing.in_parts", "keys", static_cast<double>(inParts)));
  figures.push_back(single("ours", "typing.worst_whole_page", "ms", wholePage * 1e3));
}

void searches(Ours& ours, std::vector<Figure>& figures) {
  for (const auto& [order, kind] : {std::pair{SearchOrder::BestFirst, "ranked"},
                                    std::pair{SearchOrder::NewestFirst, "newest"}}) {
    for (const PlantedQuery& query : plantedQueries()) {
      const auto seconds = timed(100, 2, [&, o = order] { search(ours, query.typed, o); });
      figures.push_back(
          figureOf("ours", std::string("search.") + kind + "." + query.name, seconds));
    }
  }
}

void saves(Ours& ours, std::vector<Figure>& figures) {
  Corpus corpus(kSaves, kSeed + 99);
  std::vector<double> seconds;
  for (std::size_t i = 0; i < kSaves; ++i) {
    Entry entry = corpus.next();
    entry.daysAgo = 0;
    WriteReflection op = writeOf(entry, ours.today());
    op.reflection.source.clear();  // typed here, not imported
    const double start = secondsNow();
    must(ours.journal().apply(op), "save");
    seconds.push_back(secondsNow() - start);
    ours.rest();  // what happens while the tutor thinks
  }
  figures.push_back(figureOf("ours", "save", seconds));
}

}  // namespace

std::vector<Figure> importOurs(std::size_t n, const std::string& folder) {
  Ours ours(folder + "/vault");
  ours.create();
  return importFigures("ours", n, load(ours, n));
}

std::vector<Figure> runOurs(std::size_t n, const std::string& folder) {
  std::vector<Figure> figures;
  Ours ours(folder + "/vault");
  ours.create();
  load(ours, n);
  figures.push_back(single("ours", "import_peak_memory", "MB", peakMegabytes()));
  const double start = secondsNow();
  ours.rest();
  figures.push_back(single("ours", "tidy_after_import", "s", secondsNow() - start));
  ours.close();
  figures.push_back(single("ours", "file", "MB", fileMegabytes(folder)));
  std::vector<double> opening;
  for (int i = 0; i < 20; ++i) {
    ours.close();
    opening.push_back(ours.open());
  }
  figures.push_back(figureOf("ours", "unlock_to_usable", opening));
  searches(ours, figures);
  typing(ours, figures);
  figures.push_back(figureOf("ours", "newest_50", timed(200, 2, [&] {
                               must(ours.journal().newest(50, std::nullopt), "newest");
                             })));
  saves(ours, figures);
  figures.push_back(single("ours", "peak_memory", "MB", peakMegabytes()));
  return figures;
}

}  // namespace bench
