// How much of what identifies is found, and at what cost in words marked for nothing; prints a
// table. Recall counts an entity (a name and all its mentions) as found only when every word of
// every mention is marked; a circumstance when it is touched. 95 % intervals after Wilson.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "journal/base/utf8.h"
#include "journal/text/identify/known_people.h"
#include "journal/text/identify/words.h"
#include "tests/bench/measure.h"
#include "tests/journal/text/identify/lists.h"

namespace {

using journal::text::Finding;
using journal::text::Identifier;
using journal::text::IdentifierKind;

struct Label {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  std::string type;
};
struct Sample {
  std::string text;
  std::vector<std::string> roster;
  std::vector<Label> labels;
  bool firstHalf = false;  ///< by a tutor whose texts the rules were written beside
};

std::vector<Sample> readSamples(const std::string& file) {
  std::ifstream in(file);
  std::vector<Sample> samples;
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json json = nlohmann::json::parse(line);
    Sample sample{json["text"], json["roster"], {}, true};
    if (json.contains("tutor")) {
      const std::string tutor = json["tutor"];
      sample.firstHalf = (tutor.back() - '0') % 2 == 1;
    }
    for (const nlohmann::json& span : json["spans"]) {
      sample.labels.push_back({journal::byteOffsetOf(sample.text, span["start"]),
                               journal::byteOffsetOf(sample.text, span["end"]), span["type"]});
    }
    samples.push_back(std::move(sample));
  }
  return samples;
}

struct Share {
  std::size_t hit = 0;
  std::size_t all = 0;
  void count(bool one) {
    hit += one ? 1 : 0;
    ++all;
  }
  std::string shown() const {
    if (all == 0) return "–";
    const double z = 1.96;
    const auto n = static_cast<double>(all);
    const double p = static_cast<double>(hit) / n;
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return fmt::format("{:.3f} ({:.2f}-{:.2f})", p, centre - half, centre + half);
  }
};

struct Score {
  std::map<std::string, Share> entities;
  std::map<std::string, Share> mentions;
  Share words;  ///< marked words that are labelled
};

bool covered(const std::vector<Identifier>& found, std::size_t begin, std::size_t end) {
  return std::any_of(found.begin(), found.end(),
                     [&](const Identifier& one) { return one.begin < end && one.end > begin; });
}

bool isLabelled(const Sample& sample, std::size_t begin, std::size_t end) {
  return std::any_of(sample.labels.begin(), sample.labels.end(),
                     [&](const Label& one) { return one.begin < end && one.end > begin; });
}

void scoreOne(const Sample& sample, const std::vector<Identifier>& found, Score& score) {
  const journal::text::Words words(sample.text);
  std::map<std::pair<std::string, std::string>, bool> whole;
  for (const Label& label : sample.labels) {
    bool every = true;
    bool some = false;
    for (const auto& word : words.all()) {
      if (!word.isWord || word.begin < label.begin || word.end > label.end) continue;
      const bool one = covered(found, word.begin, word.end);
      every = every && one;
      some = some || one;
    }
    const bool hit = label.type == "QUASI" ? some : every;
    score.mentions[label.type].count(hit);
    const std::string key =
        journal::foldCase(sample.text.substr(label.begin, label.end - label.begin));
    const auto [entity, isNew] = whole.try_emplace({label.type, key}, true);
    entity->second = entity->second && hit;
  }
  for (const auto& [entity, hit] : whole) score.entities[entity.first].count(hit);
  for (const auto& word : words.all()) {
    if (word.isWord && covered(found, word.begin, word.end))
      score.words.count(isLabelled(sample, word.begin, word.end));
  }
}

Score scoreAll(const std::vector<Sample>& samples, bool withRoster, Finding finding) {
  Score score;
  for (const Sample& sample : samples) {
    const journal::text::KnownPeople people(withRoster ? sample.roster : std::vector<std::string>{},
                                            journal::text::shippedLists());
    scoreOne(sample, findIdentifiers(sample.text, people, journal::text::shippedLists(), finding),
             score);
  }
  return score;
}

void printScore(const char* name, const Score& score) {
  fmt::print("\n{}\n", name);
  for (const auto& [type, share] : score.mentions) {
    fmt::print("  {:<8} mentions {:>3}  {}   entities {:>3}  {}\n", type, share.all, share.shown(),
               score.entities.at(type).all, score.entities.at(type).shown());
  }
  fmt::print("  of {} words marked, labelled: {}\n", score.words.all, score.words.shown());
}

void printAll(const char* what, const std::vector<Sample>& samples) {
  fmt::print("\n== {} ({} texts)\n", what, samples.size());
  printScore("patterns only", scoreAll(samples, true, Finding::PatternsOnly));
  printScore("lists only", scoreAll(samples, true, Finding::ListsOnly));
  printScore("whole, roster unknown", scoreAll(samples, false, Finding::Whole));
  printScore("whole, roster known", scoreAll(samples, true, Finding::Whole));
}

/// A page of 600 words again and again, and a megabyte at once.
void printSpeed(const std::vector<Sample>& samples) {
  std::string page;
  std::string megabyte;
  for (std::size_t i = 0; megabyte.size() < (std::size_t{1} << 20); ++i) {
    const std::string& text = samples[i % samples.size()].text;
    if (page.size() < 3300) page += text + "\n";
    megabyte += text + "\n";
  }
  const auto& lists = journal::text::shippedLists();
  const journal::text::KnownPeople people({"Ayaan Chaudhry", "Mei-Lin Zhou", "Hope Lattimer"},
                                          lists);
  const auto once = [&](const std::string& text) {
    return [&] { findIdentifiers(text, people, lists); };
  };
  std::vector<double> pages = bench::timed(200, 3, once(page));
  std::vector<double> megabytes = bench::timed(10, 10, once(megabyte));
  std::sort(pages.begin(), pages.end());
  std::sort(megabytes.begin(), megabytes.end());
  fmt::print("\n{} bytes: median {:.2f} ms, worst {:.2f} ms; 1 MB: median {:.2f} MB/s\n",
             page.size(), pages[pages.size() / 2] * 1000, pages.back() * 1000,
             static_cast<double>(megabyte.size()) / 1e6 / megabytes[megabytes.size() / 2]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "identifiers_bench REFLECTIONS OWN: two files of labelled texts\n");
    return 2;
  }
  const std::vector<Sample> all = readSamples(argv[1]);
  const std::vector<Sample> own = readSamples(argv[2]);
  if (all.empty() || own.empty()) return 1;
  std::vector<Sample> first;
  std::vector<Sample> second;
  for (const Sample& sample : all) (sample.firstHalf ? first : second).push_back(sample);
  printAll("the half of the tutors the rules were written beside", first);
  printAll("the other half, only ever counted", second);
  printAll("our own texts", own);
  printSpeed(all);
  return 0;
}
