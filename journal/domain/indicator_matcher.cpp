#include "journal/domain/indicator_matcher.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "journal/base/utf8.h"

namespace journal {
namespace {

constexpr double kNameWeight = 3.0;
/// What stands in brackets after a name is examples: "(by sound, word, sign or gesture)".
constexpr double kExampleWeight = 1.5;
constexpr double kOutcomeWeight = 1.0;
constexpr double kLevelWeight = 1.0;

constexpr std::array<std::string_view, 52> kIdleWords{
    "a",      "an",   "the",   "and",    "or",  "of",   "to",    "in",   "on",    "at",   "by",
    "for",    "from", "with",  "it",     "its", "is",   "are",   "be",   "being", "so",   "as",
    "that",   "this", "not",   "no",     "yet", "when", "them",  "they", "their", "own",  "one",
    "any",    "some", "most",  "can",    "has", "what", "who",   "how",  "about", "take", "takes",
    "taking", "make", "makes", "making", "use", "uses", "using", "gets"};

/// Words tutors use for the same thing; the first names the group.
struct Group {
  std::string_view name;
  std::string_view words;
};
constexpr std::array<Group, 35> kGroups{{
    {"pulse", "pulse beat tempo rhythm rhythmic steady steadily offbeat metronome groove time"},
    {"sound",
     "sound tone toned pitch voice breath bow timbre touch range register drone "
     "dynamics intonation tonic controlled control controls"},
    {"listen", "listen listens listening hear hears ear aural"},
    {"part", "part parts harmony bass line ensemble interlocking balance balances blend blends"},
    {"notation",
     "notation notes read reads reading staves stave chords grid memory system "
     "remember learn learns"},
    {"improvise", "improvise improvises improvisation risk risks musical-answer answer"},
    {"piece",
     "piece song beatmaking tune tunes track tracks arrange arranges arrangement "
     "structure compose composes section build builds building"},
    {"tricky", "tricky technical technique passage faults fault fluently position tension"},
    {"express", "express expresses expressive expressively expression mood meaning"},
    {"idea", "idea ideas offer offers offering suggests suggestion"},
    {"review", "review reviewing reflect reflects reflection judge evaluates diagnoses"},
    {"perform", "perform performs performance audience concert stage recorded"},
    {"rehearse", "rehearse rehearses rehearsal ready prepare prepares"},
    {"attend", "attend attends attendance turning-up arrives"},
    {"try", "try tries trying attempt attempts"},
    {"success", "success pleased achievement praise"},
    {"need", "need needs want wants asks ask boundaries"},
    {"settle", "settle settles settling calm calms start environment"},
    {"setback",
     "setback setbacks mistake mistakes failure fails frustration recovers recover "
     "tolerates"},
    {"cope",
     "cope copes coping manage manages managing regulate regulates feeling feelings "
     "grief worry"},
    {"attention",
     "attention focus focuses concentrate concentrates stay staying stays absorbed "
     "activity"},
    {"effort",
     "effort persist persists persistence perseveres hard harder difficult keep-going "
     "determination task"},
    {"choice", "choice choices choose chooses choosing decide decides decision"},
    {"goal", "goal goals aim aims ownership target targets"},
    {"future",
     "ahead future aspiration aspirations hope hopes career plan plans planning next "
     "step steps forward"},
    {"care", "care cares looking looks after kit instrument timetable responsible responsibility"},
    {"pride", "pride proud identity culture"},
    {"adult", "adult tutor teacher trust trusts connect connects connecting"},
    {"peer",
     "peer peers partner friend friends friendship child children others people "
     "another someone else younger"},
    {"help",
     "help helps helping support supports supporting assists mentor mentors teach "
     "teaches passes skill encourage encourages encouragement empathy"},
    {"lead", "lead leads leading leadership leader cue cues"},
    {"turn", "turn turns wait waits waiting share shares sharing patience patient"},
    {"comment",
     "comment comments feedback constructive constructively affirm affirms critique "
     "compliment"},
    {"belong", "belong belonging welcome welcomes newcomer newcomers include includes safe us"},
    {"role", "role roles divide divides negotiate negotiates task-sharing"},
}};

bool endsWith(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

/// "getting" -> "gett" -> "get".
void dropDouble(std::string& word) {
  const std::size_t n = word.size();
  if (n > 3 && word[n - 1] == word[n - 2] &&
      std::string_view("bdgmnprt").find(word[n - 1]) != std::string_view::npos)
    word.pop_back();
}

/// A light English stem: plural, -ing, -ed, -ly and a final e. Wrong for some words, but wrong
/// alike on both sides.
std::string stem(std::string word) {
  const auto cut = [&word](std::size_t count) { word.resize(word.size() - count); };
  if (word.size() > 4 && (endsWith(word, "ies") || endsWith(word, "ied"))) {
    cut(3);
    return word + "y";
  }
  if (word.size() > 3 && endsWith(word, "s") && !endsWith(word, "ss")) cut(1);
  if (word.size() > 4 && endsWith(word, "ly")) cut(2);
  if (word.size() > 5 && endsWith(word, "ing")) {
    cut(3);
    dropDouble(word);
  } else if (word.size() > 4 && endsWith(word, "ed")) {
    cut(2);
    dropDouble(word);
  }
  if (word.size() > 3 && endsWith(word, "e")) cut(1);
  return word;
}

template <class Visit>
void forEachWord(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const CodePoint c = decodeUtf8(text, at);
      if (!isWordPart(c.value)) break;
      at += c.length;
    }
    if (at > begin) {
      visit(foldCase(text.substr(begin, at - begin)));
    } else {
      at += decodeUtf8(text, at).length;
    }
  }
}

const std::unordered_map<std::string, std::string>& groupOfStem() {
  static const std::unordered_map<std::string, std::string> groups = [] {
    std::unordered_map<std::string, std::string> map;
    for (const Group& group : kGroups)
      forEachWord(group.words,
                  [&](std::string word) { map.emplace(stem(std::move(word)), group.name); });
    return map;
  }();
  return groups;
}

/// The stems of a text's telling words, synonyms as the name of their group.
std::vector<std::string> groupsIn(std::string_view text) {
  std::vector<std::string> found;
  forEachWord(text, [&](std::string word) {
    if (word.size() < 2 ||
        std::find(kIdleWords.begin(), kIdleWords.end(), word) != kIdleWords.end())
      return;
    const std::string root = stem(std::move(word));
    const auto group = groupOfStem().find(root);
    found.push_back(group == groupOfStem().end() ? root : group->second);
  });
  return found;
}

void raise(std::unordered_map<std::string, double>& weights, std::string_view text, double weight) {
  for (const std::string& group : groupsIn(text)) weights[group] = std::max(weights[group], weight);
}

}  // namespace

IndicatorMatcher::IndicatorMatcher(const Framework& framework) {
  for (const Domain& domain : framework.domains) {
    domains_.push_back({domain.code, foldCase(domain.code), foldCase(domain.name)});
    for (const Outcome& outcome : domain.outcomes) {
      for (const Indicator& indicator : outcome.indicators) {
        if (outcome.off || indicator.off) continue;
        Entry entry{indicator.code, domain.code, {}, 0};
        for (const std::string& level : indicator.levels) raise(entry.weights, level, kLevelWeight);
        raise(entry.weights, outcome.name, kOutcomeWeight);
        const std::string_view name = indicator.name;
        raise(entry.weights, name, kExampleWeight);
        raise(entry.weights, name.substr(0, name.find('(')), kNameWeight);
        entries_.push_back(std::move(entry));
      }
    }
  }
  for (const Entry& entry : entries_) {
    for (const auto& weight : entry.weights) rarity_[weight.first] += 1;
  }
  for (auto& [group, count] : rarity_)
    count = std::log(1.0 + static_cast<double>(entries_.size()) / count);
  for (Entry& entry : entries_)
    entry.length = std::sqrt(10.0 + static_cast<double>(entry.weights.size()));
}

std::string IndicatorMatcher::domainCodeOf(std::string_view domain) const {
  const std::string folded = foldCase(domain);
  for (const DomainNames& names : domains_) {
    if (names.foldedCode == folded || names.foldedName == folded) return names.code;
  }
  return {};
}

std::optional<IndicatorCode> IndicatorMatcher::nearest(std::string_view domain,
                                                       std::string_view phrase) const {
  const std::string domainCode = domainCodeOf(domain);
  const std::vector<std::string> groups = groupsIn(phrase);
  const Entry* best = nullptr;
  double most = 0;
  for (const Entry& entry : entries_) {
    if (!domainCode.empty() && entry.domainCode != domainCode) continue;
    double score = 0;
    for (const std::string& group : groups) {
      const auto weight = entry.weights.find(group);
      if (weight != entry.weights.end()) score += weight->second * rarity_.at(group);
    }
    score /= entry.length;
    if (score > most) {
      most = score;
      best = &entry;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(best->code);
}

std::optional<IndicatorCode> nearestIndicator(const Framework& framework, std::string_view domain,
                                              std::string_view phrase) {
  return IndicatorMatcher(framework).nearest(domain, phrase);
}

}  // namespace journal
