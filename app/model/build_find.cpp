#include "app/model/build_find.h"

#include <algorithm>
#include <utility>

#include "app/model/attached_words.h"
#include "app/model/display.h"
#include "app/model/wording.h"
#include "journal/base/utf8.h"

namespace app::model {
namespace {

constexpr std::size_t kMostOfAGroup = 6;
constexpr std::size_t kRecent = 6;
constexpr int kNoFit = -1;
constexpr int kWordStart = 30;

/// Letters with marks that tutors' and children's names are written with, to the letter alone.
char32_t withoutMark(char32_t c) {
  static constexpr std::u32string_view kMarked =
      U"àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćčďđēęěģğīłńňōőŕřśşšťūůűŵŷźżžẁẃẅỳ";
  static constexpr std::string_view kPlain =
      "aaaaaaceeeeiiiinooooouuuuyyaaaccddeeeggilnnoorrssstuuuwyzzzwwwy";
  static_assert(kMarked.size() == kPlain.size());
  const std::size_t at = kMarked.find(c);
  return at == std::u32string_view::npos ? c : static_cast<char32_t>(kPlain[at]);
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const journal::CodePoint point = journal::decodeUtf8(text, at);
    at += point.length;
    const char32_t plain = withoutMark(journal::foldCase(point.value));
    journal::appendUtf8(out, plain == U'’' ? U'\'' : plain);
  }
  return out;
}

/// Letters in order and close together, the first at the start of a word: "nrf" finds "New
/// reflection".
bool lettersInOrder(const std::string& word, const std::string& text) {
  for (std::size_t start = 0; start < text.size(); ++start) {
    if (text[start] != word[0] || (start > 0 && text[start - 1] != ' ')) continue;
    const std::size_t end = std::min(text.size(), start + 2 * word.size() + 2);
    std::size_t next = 0;
    for (std::size_t i = start; i < end && next < word.size(); ++i) {
      if (text[i] == word[next]) ++next;
    }
    if (next == word.size()) return true;
  }
  return false;
}

int fitOfWord(const std::string& word, const std::string& text) {
  const std::size_t at = text.find(word);
  if (at == 0) return 40;
  if (at != std::string::npos) {
    for (std::size_t i = at; i != std::string::npos; i = text.find(word, i + 1)) {
      if (text[i - 1] == ' ' || text[i - 1] == '-') return kWordStart;
    }
    return 20;
  }
  if (word.size() < 3) return kNoFit;
  return lettersInOrder(word, text) ? 5 : kNoFit;
}

struct Ranked {
  FindItem item;
  int fit = 0;
};

/// Collects what fits, best first, in the order of the groups.
class Finder {
 public:
  explicit Finder(std::string_view typed) : words_(foldedWords(typed)) {}

  void offer(FindItem item, std::string_view alsoFound = {}) {
    int fit = fitOf(words_, item.label);
    if (fit < 0 && !alsoFound.empty()) {
      const int wider = fitOf(words_, item.label + " " + std::string(alsoFound));
      if (wider >= 0) fit = wider / 2;
    }
    if (fit >= 0 && !(words_.empty() && item.group == FindGroup::Indicators && !all_)) {
      found_.push_back({std::move(item), fit});
    }
  }
  /// What can be done with `name`, once that is found; behind what fits by itself.
  void offerWith(const std::string& name, FindItem item) {
    const bool found = std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return fitOf({word}, name) >= 0;
    });
    const int fit = fitOf(words_, item.label);
    if (found && fit >= 0) found_.push_back({std::move(item), fit / 2});
  }
  void offerAsIs(FindItem item) { found_.push_back({std::move(item), 0}); }
  void showAll() { all_ = true; }

  std::vector<FindItem> take(std::size_t mostOfAGroup) {
    const auto before = [](const Ranked& a, const Ranked& b) {
      return a.item.group != b.item.group ? a.item.group < b.item.group : a.fit > b.fit;
    };
    std::stable_sort(found_.begin(), found_.end(), before);
    bringBestForward();
    std::vector<FindItem> items;
    std::size_t inGroup = 0;
    for (Ranked& ranked : found_) {
      if (items.empty() || items.back().group != ranked.item.group) inGroup = 0;
      if (inGroup++ < mostOfAGroup) items.push_back(std::move(ranked.item));
    }
    return items;
  }

 private:
  /// What clearly fits best stands first, whatever its kind.
  void bringBestForward() {
    if (words_.empty() || found_.empty()) return;
    const auto less = [](const Ranked& a, const Ranked& b) { return a.fit < b.fit; };
    const auto best = std::max_element(found_.begin(), found_.end(), less);
    const int clearly = kWordStart * static_cast<int>(words_.size());
    if (best->fit < clearly || best->fit == found_.front().fit) return;
    best->item.group = FindGroup::Best;
    std::rotate(found_.begin(), best, best + 1);
  }

  std::vector<std::string> words_;
  std::vector<Ranked> found_;
  bool all_ = false;
};

FindItem action(std::string key, std::string_view label, std::string_view keys, Intent run) {
  FindItem item;
  item.group = FindGroup::Do;
  item.key = "do[" + std::move(key) + "]";
  item.label = label;
  item.keys = keys;
  item.run = std::move(run);
  return item;
}

void offerActions(Finder& finder) {
  finder.offer(action("new", tr::kNewReflection, "Ctrl N", WriteIntent(NewReflection{})));
  finder.offer(action("quick", tr::kQuickNote, "", WriteIntent(NewReflection{"Q0"})), "Q0");
  finder.offer(
      action("attached", tr::kAttachedOfEntry, "Ctrl Shift A", AttachedIntent(OpenAttached{})),
      "attach photo file");
  finder.offer(action("case-study", tr::kNewCaseStudy, "", CaseStudyIntent(NewCaseStudy{})));
  finder.offer(action("lock", tr::kLockNow, "Ctrl L", ShellIntent(LockNow{})));
  finder.offer(action("worried", tr::kWorried, "F9", WorriedIntent(OpenWorried{})),
               "safeguarding DSL concern");
  finder.offer(action("shortcuts", tr::kShortcuts, "Ctrl /", FindIntent(OpenShortcuts{})), "help");
  finder.offer(
      action("reading-copy", tr::kReadingCopy, "Ctrl Alt H", FindIntent(OpenReadingCopy{})),
      "HTML page screen reader braille");
  finder.offer(action("light", tr::kUseLight, "", ShellIntent(ChooseTheme{ThemeChoice::Light})));
  finder.offer(action("dark", tr::kUseDark, "", ShellIntent(ChooseTheme{ThemeChoice::Dark})));
  finder.offer(action("contrast", tr::kUseContrast, "Ctrl Alt C",
                      ShellIntent(ChooseTheme{ThemeChoice::HighContrast})));
  finder.offer(action("laptop", tr::kUseLaptop, "", ShellIntent(ChooseTheme{ThemeChoice::Laptop})));
  finder.offer(action("still", tr::kStill, "", ShellIntent(KeepStill{true})), "motion");
  finder.offer(action("text-100", tr::kUsualText, "Ctrl 0", ShellIntent(ChooseTextSize{100})),
               "size");
  finder.offer(action("text-150", tr::kLargeText, "", ShellIntent(ChooseTextSize{150})), "size");
  finder.offer(action("text-200", tr::kLargestText, "", ShellIntent(ChooseTextSize{200})), "size");
}

void offerPlaces(Finder& finder, const Person& person) {
  std::size_t digit = 0;
  for (const Place place : kAllPlaces) {
    if (!mayVisit(place, person.role)) continue;
    ++digit;
    FindItem item;
    item.group = FindGroup::GoTo;
    item.label = placeName(place);
    item.key = "place[" + item.label + "]";
    item.keys = place == Place::Settings ? "Ctrl ,"
                : digit <= 7             ? "Ctrl " + std::to_string(digit)
                                         : "";
    item.run = ShellIntent(GoTo{place});
    finder.offer(std::move(item));
  }
}

void offerPeople(Finder& finder, const std::vector<journal::KnownName>& names) {
  for (const journal::KnownName& name : names) {
    if (name.kind != journal::NameKind::YoungPerson) continue;
    FindItem item;
    item.group = FindGroup::YoungPeople;
    item.key = "person[" + name.id.hex() + "]";
    item.label = name.codeName;
    item.detail = personDetail(name);
    item.run = PeopleIntent(OpenPerson{name.id});
    finder.offer(std::move(item));
  }
}

void offerAbout(Finder& finder, const std::vector<journal::KnownName>& names,
                const Person& person) {
  for (const journal::KnownName& name : names) {
    if (name.kind != journal::NameKind::YoungPerson) continue;
    const std::string id = name.id.hex();
    if (mayVisit(Place::Write, person.role)) {
      finder.offerWith(name.codeName,
                       action("write/" + id, std::string(tr::kWriteAbout) + name.codeName, "",
                              WriteIntent(NewReflection{"Q1", name.id})));
    }
    if (mayVisit(Place::CaseStudies, person.role)) {
      finder.offerWith(name.codeName,
                       action("study/" + id, std::string(tr::kStudyAbout) + name.codeName, "",
                              CaseStudyIntent(NewCaseStudy{name.id})));
    }
  }
}

void offerIndicators(Finder& finder, const journal::Framework& framework) {
  for (const journal::Domain& domain : framework.domains) {
    for (const journal::Outcome& outcome : domain.outcomes) {
      for (const journal::Indicator& indicator : outcome.indicators) {
        FindItem item;
        item.group = FindGroup::Indicators;
        item.key = "indicator[" + std::string(indicator.code.text()) + "]";
        item.label = indicator.name;
        item.detail = outcomeShortName(framework, outcome.code);
        if (outcome.off || indicator.off) item.detail += tr::kSwitchedOff;
        item.domain = domainIndex(framework, domain.code);
        item.run = JournalIntent(ShowOutcomeInJournal{outcome.code});
        const std::string outcomeName = outcomeShortName(framework, outcome.code);
        finder.offer(std::move(item), outcomeName);
      }
    }
  }
}

void offerReflections(Finder& finder, const std::vector<journal::service::SearchHit>& hits) {
  for (const journal::service::SearchHit& hit : hits) {
    FindItem item;
    item.group = FindGroup::Reflections;
    item.key = "reflection[" + hit.row.id.hex() + "]";
    for (const auto& run : hit.snippet) item.label += run.text;
    item.detail = dayAndMonth(hit.row.lesson.date);
    item.run = JournalIntent(OpenReflection{hit.row.id});
    item.reflection = hit.row.id;
    finder.offerAsIs(std::move(item));
  }
}

}  // namespace

std::vector<std::string> foldedWords(std::string_view typed) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded(typed)) {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

int fitOf(const std::vector<std::string>& words, std::string_view text) {
  const std::string plain = folded(text);
  int total = 0;
  for (const std::string& word : words) {
    const int fit = fitOfWord(word, plain);
    if (fit < 0) return kNoFit;
    total += fit;
  }
  return total;
}

std::string wordsToSearch(std::string_view typed) {
  const std::size_t first = typed.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  typed.remove_prefix(first);
  if (typed.front() == '>' || typed.front() == '@' || typed.front() == '#') return {};
  return std::string(typed);
}

FindModel buildFind(const FindInputs& inputs) {
  FindModel model;
  model.open = true;
  std::string_view typed = inputs.typed;
  while (!typed.empty() && typed.front() == ' ') typed.remove_prefix(1);
  const char only = typed.empty() ? ' ' : typed.front();
  const bool limited = only == '>' || only == '@' || only == '#';
  if (limited) typed.remove_prefix(1);
  Finder finder(typed);
  if (limited) finder.showAll();
  if (typed.empty() && !limited) {
    for (std::size_t i = 0; i < inputs.recent.size() && i < kRecent; ++i) {
      FindItem item = inputs.recent[i];
      item.group = FindGroup::Recent;
      item.key = "recent/" + item.key;
      finder.offerAsIs(std::move(item));
    }
  }
  if (!limited || only == '@') offerPeople(finder, inputs.names);
  if (!limited || only == '>') offerActions(finder);
  if (!limited) offerAbout(finder, inputs.names, inputs.person);
  if (!limited || only == '#') offerIndicators(finder, inputs.library.framework);
  if (!limited) offerReflections(finder, inputs.hits);
  if (!limited) offerPlaces(finder, inputs.person);
  model.items = finder.take(limited ? 200 : kMostOfAGroup);
  model.count = counted(model.items.size(), "result", "results");
  if (model.items.empty() && inputs.looking) {
    model.nothing = tr::kLooking;
  } else if (model.items.empty()) {
    model.nothing = "Nothing called “" + std::string(typed) + "”. " + std::string(tr::kTryShorter);
  }
  return model;
}

}  // namespace app::model
