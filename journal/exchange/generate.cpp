#include "journal/exchange/generate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "journal/domain/mention.h"
#include "journal/exchange/generate_words.h"
#include "journal/exchange/name_book.h"

namespace journal::exchange {
namespace {

constexpr std::uint64_t kYears = 8;
constexpr std::uint64_t kDays = kYears * 365;
constexpr std::int32_t kFirstDay = 16679;  // 2015-09-01
constexpr std::size_t kYoungPeople = 60;
constexpr std::size_t kColleagues = 12;
constexpr std::size_t kPlaces = 8;

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

}  // namespace

CorpusGenerator::CorpusGenerator(const Framework& framework, std::uint64_t count,
                                 std::uint64_t seed)
    : framework_(framework),
      count_(count),
      random_(seed),
      ids_(derivedIds(fmt::format("corpus {}", seed))) {
  for (const Domain& domain : framework.domains) {
    for (const Outcome& outcome : domain.outcomes) {
      for (const Indicator& indicator : outcome.indicators) indicators_.push_back(&indicator);
    }
  }
  J_ASSERT(!indicators_.empty());
  makeNames();
}

void CorpusGenerator::makeNames() {
  NameBook book({}, ids_);
  for (std::size_t i = 0; i < kYoungPeople; ++i) {
    book.idFor(fmt::format("{} {}", words::kFirstNames[i], words::kFamilyNames[i % 20]),
               Part::YoungPerson);
  }
  for (std::size_t i = 0; i < kColleagues; ++i) {
    book.idFor(fmt::format("{} {}", i % 2 == 0 ? "Ms" : "Mr", words::kStaffNames[i]), Part::Staff);
  }
  for (std::size_t i = 0; i < kPlaces; ++i) book.idFor(words::kPlaces[i], Part::School);
  names_ = book.all();
  for (std::size_t i = 0; i < kYoungPeople; ++i) {
    names_[i].ageBand = words::kAgeBands[i % words::kAgeBands.size()];
    names_[i].instrumentFamily = words::kFamilies[i % words::kFamilies.size()];
  }
}

std::optional<ImportedReflection> CorpusGenerator::next() {
  if (made_ >= count_) return std::nullopt;
  ImportedReflection item;
  Reflection& reflection = item.reflection;
  reflection.source = fmt::format("corpus:{}", made_);
  reflection.id = ReflectionId::fromBytes(ids_(reflection.source));
  fillLesson(reflection.lesson);
  const auto day = static_cast<std::int32_t>(made_ * kDays / count_);
  reflection.lesson.date = dateFromDayNumber(kFirstDay + day);
  reflection.promptSet = random_.below(3) == 0 ? "Q1" : "";
  reflection.state = ReflectionState::Finished;
  reflection.writtenAt = UtcTime(std::chrono::sys_days(reflection.lesson.date)) +
                         *reflection.lesson.startsAt + reflection.lesson.length;
  reflection.changedAt = reflection.writtenAt;
  fillText(item);
  ++made_;
  return item;
}

void CorpusGenerator::fillLesson(Lesson& lesson) {
  constexpr std::array<int, 4> kLengths = {20, 30, 45, 60};
  lesson.setting = static_cast<Setting>(random_.below(kSettingCount));
  lesson.startsAt = std::chrono::minutes(9 * 60 + 15 * static_cast<int>(random_.below(28)));
  lesson.length = std::chrono::minutes(kLengths[random_.below(kLengths.size())]);
  lesson.instrument = pick(words::kInstruments);
  lesson.yearGroup = fmt::format("Year {}", 1 + random_.below(11));
  const bool alone = lesson.setting == Setting::OneToOne || lesson.setting == Setting::Home;
  const std::size_t people = alone ? 1 : 2 + static_cast<std::size_t>(random_.below(4));
  const std::size_t first = static_cast<std::size_t>(random_.below(kYoungPeople));
  for (std::size_t i = 0; i < people; ++i) {
    lesson.youngPeople.push_back(names_[(first + i) % kYoungPeople].id);
  }
  if (!alone) lesson.group = capitalised(lesson.instrument) + " group";
  lesson.place = names_[kYoungPeople + kColleagues + random_.below(kPlaces)].id;
}

void CorpusGenerator::addSentence(ImportedReflection& item, bool taggable) {
  std::string& text = item.reflection.text;
  const auto& people = item.reflection.lesson.youngPeople;
  const NameId who = people[random_.below(people.size())];
  const std::size_t begin = text.size();
  switch (taggable ? 0 : 1 + random_.below(6)) {
    case 0:
      text += fmt::format("{} {} {}", mentionToken(who), pick(words::kDid), pick(words::kHow));
      break;
    case 1:
      text += capitalised(fmt::format("{}, {}", pick(words::kScene), pick(words::kThen)));
      break;
    case 2:
      text += fmt::format("I {} {}", pick(words::kTutorDid), pick(words::kHow));
      break;
    case 3:
      text += fmt::format("{} told me that {}",
                          mentionToken(names_[kYoungPeople + random_.below(kColleagues)].id),
                          pick(words::kThen));
      break;
    case 4:
      text += fmt::format("What I take from it: {}", pick(words::kLearned));
      break;
    case 5:
      text += fmt::format("{} minutes on the {} and {}", 3 + random_.below(25),
                          item.reflection.lesson.instrument, pick(words::kThen));
      break;
    default:
      text += fmt::format("With {} it was {}, because {}", mentionToken(who), pick(words::kFelt),
                          pick(words::kThen));
  }
  if (taggable) {
    Tag tag;
    tag.id =
        TagId::fromBytes(ids_(fmt::format("{}#tag{}", item.reflection.source, item.tags.size())));
    tag.reflection = item.reflection.id;
    tag.passage = {begin, text.size()};
    tag.quote = text.substr(begin);
    tag.indicator = indicators_[random_.below(indicators_.size())]->code;
    if (const auto level = random_.below(6); level != 0)
      tag.level = Level::of(static_cast<int>(level));
    tag.direction = static_cast<Direction>(random_.below(4));
    tag.voice = random_.below(4) == 0 ? Voice::YoungPerson : Voice::Tutor;
    tag.youngPerson = who;
    tag.frameworkVersion = framework_.version;
    item.tags.push_back(std::move(tag));
  }
  text += ". ";
}

void CorpusGenerator::fillText(ImportedReflection& item) {
  std::string& text = item.reflection.text;
  const std::size_t sentences = 10 + static_cast<std::size_t>(random_.below(10));
  for (std::size_t i = 0; i < sentences; ++i) {
    addSentence(item, random_.below(8) == 0 && item.tags.size() < 4);
    if (i % 5 == 4) text += "\n\n";
  }
  // Words whose number of uses is known, for searches that must find few, some and many.
  if (made_ % 1000 == 7) text += "Somebody had left a theremin in the cupboard. ";
  if (made_ % 100 == 11) text += "We finished with a lullaby from home. ";
  if (made_ % 20 == 3) text += "The metronome stayed in its box. ";
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
  if (random_.below(3) != 0) return;
  Intention intention;
  intention.id = IntentionId::fromBytes(ids_(item.reflection.source + "#intention"));
  intention.text = capitalised(pick(words::kNext)) + ".";
  intention.from = item.reflection.id;
  intention.group = item.reflection.lesson.group;
  if (intention.group.empty()) intention.youngPerson = item.reflection.lesson.youngPeople.front();
  intention.madeOn = item.reflection.lesson.date;
  // All but the recent ones have been seen to, as in a journal that is used.
  intention.state = made_ + 200 < count_ ? IntentionState::Done : IntentionState::Open;
  item.intention = std::move(intention);
}

}  // namespace journal::exchange
