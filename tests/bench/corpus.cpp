#include "tests/bench/corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace bench {
namespace {

constexpr std::array kWho{"the quartet",
                          "a parent",
                          "the class teacher",
                          "the whole band",
                          "two of the older ones",
                          "the head of music",
                          "a new starter",
                          "the pianist",
                          "my colleague",
                          "the beginners",
                          "the teaching assistant",
                          "the caretaker",
                          "one of the cellos",
                          "the drummer",
                          "his sister"};
constexpr std::array kDid{"asked to hear",
                          "stayed calm during",
                          "walked away from",
                          "kept returning to",
                          "laughed about",
                          "listened closely to",
                          "took the lead in",
                          "forgot",
                          "was proud of",
                          "pushed back on",
                          "played right through",
                          "slowed down for",
                          "wrote out",
                          "hummed",
                          "counted us into"};
constexpr std::array kWhat{"the slow movement",
                           "the warm-up",
                           "the twelve-bar",
                           "the long notes",
                           "the duet",
                           "a new fingering",
                           "the school concert",
                           "the sight reading",
                           "the call and response",
                           "the recording",
                           "the scale in contrary motion",
                           "the second verse",
                           "the bow hold",
                           "the breathing",
                           "the improvisation",
                           "the end-of-term piece",
                           "the metronome",
                           "the pedal",
                           "the quiet ending"};
constexpr std::array kHow{
    "again",    "at first",         "without being asked",         "in the end",
    "for once", "far too quickly",  "with the door open",          "before break",
    "by ear",   "as we had agreed", "despite the noise next door", "under the breath"};
constexpr std::array kFelt{"uneasy", "hopeful",   "tired", "curious",   "proud",  "unsure",
                           "calm",   "surprised", "moved", "irritated", "steady", "relieved"};
constexpr std::array kLearnt{"silence is not the same as agreement",
                             "small routines carry more than big speeches",
                             "praise for effort goes further than praise for results",
                             "I should ask one more question",
                             "the plan has to belong to the player and not to me",
                             "trust grows in ordinary moments",
                             "my own hurry had shaped the room",
                             "a clear start can be a kindness",
                             "the group notices who gets my attention",
                             "the tune was never the point"};
constexpr std::array kNext{"leave ten minutes between lessons",
                           "try it with a smaller group",
                           "start from what they can already play",
                           "bring the recorder",
                           "observe before I step in",
                           "agree a signal for stopping",
                           "ask the pianist to lead",
                           "write it down on the same day",
                           "find a second-hand mouthpiece",
                           "take the repeat"};
constexpr std::array kLink{"because", "although", "while", "until", "so", "and then", "but"};
constexpr std::array kSyllables{"ba",  "be",  "bri", "ca",  "cor", "da",  "del", "en",  "fa",
                                "gal", "ha",  "hil", "is",  "ja",  "ka",  "la",  "len", "lo",
                                "ma",  "mer", "na",  "nor", "o",   "pen", "ra",  "rin", "sa",
                                "sel", "ta",  "ter", "u",   "va",  "wen", "ya",  "zan"};
constexpr std::array kAssess{"assessment", "assessed", "assessing", "assessor"};

template <class List>
const char* pick(journal::SeededRandom& random, const List& list) {
  return list[random.below(list.size())];
}

}  // namespace

const std::vector<PlantedQuery>& plantedQueries() {
  static const std::vector<PlantedQuery> all{
      {"rare", "heliotrope", "heliotrope"},
      {"five_percent", "safeguarding concern", "safeguarding concern"},
      {"common", "team", "team"},
      {"three", "quartet metronome calm", "quartet metronome calm"},
      {"phrase", "\"quiet corner of the room\"", "\"quiet corner of the room\""},
      {"prefix", "assess*", "assess*"},
      {"accent", "cafe", "cafe"},
      {"none", "xylophone", "xylophone"},
  };
  return all;
}

Corpus::Corpus(std::size_t count, std::uint64_t seed) : count_(count), random_(seed) {
  constexpr std::size_t kNames = 20000;
  double sum = 0;
  for (std::size_t i = 0; i < kNames; ++i) {
    std::string made;
    const std::size_t syllables = 2 + random_.below(3);
    for (std::size_t s = 0; s < syllables; ++s) made += pick(random_, kSyllables);
    made[0] = static_cast<char>(made[0] - 'a' + 'A');
    names_.push_back(std::move(made));
    sum += 1.0 / static_cast<double>(i + 10);
    weights_.push_back(sum);
  }
}

const std::string& Corpus::name() {
  const double at = static_cast<double>(random_.below(1u << 30)) / (1u << 30) * weights_.back();
  const auto found = std::upper_bound(weights_.begin(), weights_.end(), at);
  return names_[static_cast<std::size_t>(found - weights_.begin()) % names_.size()];
}

std::string Corpus::sentence() {
  const auto p = [this](const auto& list) { return pick(random_, list); };
  switch (random_.below(8)) {
    case 0:
      return fmt::format("{} {} {} {}, {} {} {} {}. ", p(kWho), p(kDid), p(kWhat), p(kHow),
                         p(kLink), p(kWho), p(kDid), p(kWhat));
    case 1:
      return fmt::format("I felt {} {}, {} {} {} {}. ", p(kFelt), p(kHow), p(kLink), p(kWho),
                         p(kDid), p(kWhat));
    case 2:
      return fmt::format("{} {} {} and {} {} it {}. ", name(), p(kDid), p(kWhat), name(), p(kDid),
                         p(kHow));
    case 3:
      return fmt::format("What I take from this is that {}. ", p(kLearnt));
    case 4:
      return fmt::format("Next time I will {} and {}. ", p(kNext), p(kNext));
    case 5:
      return fmt::format("{} said that {}, {} I was {} and {}. ", name(), p(kLearnt), p(kLink),
                         p(kFelt), p(kFelt));
    case 6:
      return fmt::format("It took {} bars before {} {} {}. ", 2 + random_.below(94), p(kWho),
                         p(kDid), p(kWhat));
    default:
      return fmt::format("I keep thinking about {} near {}, {} {}. ", p(kWhat), name(), p(kLink),
                         p(kLearnt));
  }
}

Entry Corpus::next() {
  Entry entry;
  entry.number = made_++;
  std::array<std::uint8_t, 16> id;
  random_.fill(id);
  entry.id = journal::toHex(id);
  entry.title = fmt::format("{} and {}", pick(random_, kWho), pick(random_, kWhat));
  const std::size_t words = 150 + random_.below(150);
  const std::size_t i = entry.number;
  std::string& body = entry.body;
  std::size_t written = 0;
  while (written < words) {
    const std::string next = sentence();
    written += static_cast<std::size_t>(std::count(next.begin(), next.end(), ' '));
    body += next;
    if (random_.below(6) == 0) body += "\n\n";
  }
  if (i % 1000 == 7) body += "There was a pot of heliotrope on the sill. ";
  if (i % 100 == 11) body += "We met in the quiet corner of the room. ";
  if (i % 50 == 5) body += "Afterwards we talked in the café by the bridge. ";
  if (i % 20 == 3) body += "I raised a safeguarding concern the same afternoon. ";
  if (random_.below(100) < 38) body += "The team had seen it too. ";
  if (random_.below(100) < 60) body += fmt::format("It was {} later. ", pick(random_, kAssess));
  const std::size_t perDay = std::max<std::size_t>(1, (count_ + 9999) / 10000);
  entry.daysAgo = static_cast<int>((count_ - 1 - std::min(i, count_ - 1)) / perDay);
  return entry;
}

}  // namespace bench
