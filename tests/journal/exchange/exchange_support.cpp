#include "tests/journal/exchange/exchange_support.h"

#include <array>
#include <fstream>
#include <sstream>
#include <utility>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/exchange/assets_json.h"
#include "journal/exchange/reflections_jsonl.h"

namespace journal::exchange::test {

std::string sourceFile(const std::string& path) {
  std::ifstream in(std::string(AFTERNOTE_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

const Framework& shippedFramework() {
  static const Framework framework = [] {
    auto read = readFramework(sourceFile("assets/framework.json"));
    EXPECT_TRUE(read.ok()) << (read.ok() ? "" : read.error().advice);
    return read.ok() ? read.value() : Framework{};
  }();
  return framework;
}

ImportSink keepIn(Taken& taken) {
  ImportSink sink;
  sink.journal.name = [&](KnownName name) -> Result<void> {
    taken.names.adopt(std::move(name));
    return {};
  };
  sink.journal.reflection = [&](ImportedReflection item) -> Result<void> {
    taken.items.push_back(std::move(item));
    return {};
  };
  sink.journal.intention = [](const Intention&) { return Result<void>(); };
  sink.journal.caseStudy = [](const CaseStudy&) { return Result<void>(); };
  sink.lesson = [&](TimetableEntry lesson) -> Result<void> {
    taken.lessons.push_back(std::move(lesson));
    return {};
  };
  return sink;
}

Taken importJsonl(const std::string& bytes) {
  Taken taken;
  ImportContext context;
  context.framework = &shippedFramework();
  std::istringstream in(bytes);
  auto report = importReflectionsJsonl(in, context, taken.names,
                                       [&](ImportedReflection item) -> Result<void> {
                                         taken.items.push_back(std::move(item));
                                         return {};
                                       });
  EXPECT_TRUE(report.ok());
  if (report.ok()) taken.report = report.value();
  return taken;
}

Taken importSamples() {
  return importJsonl(sourceFile("tests/data/reflections.jsonl"));
}

std::vector<KnownName> someNames() {
  NameBook book({}, derivedIds("some"));
  const NameId ada = book.idFor("Ada Löfgren", Part::YoungPerson);
  book.alsoWritten(ada, "Addy \"A\" L");
  book.idFor("Bảo Trần", Part::YoungPerson);
  book.idFor("Mrs O'Hare", Part::Staff);
  book.idFor("Elm: Tree, \\ School", Part::School);
  return book.all();
}

std::string randomText(SeededRandom& random) {
  static const std::array<const char*, 22> kBits = {"a",
                                                    " ",
                                                    "word ",
                                                    "\n",
                                                    "\n\n",
                                                    "é",
                                                    "Łódź ",
                                                    "\"quoted\" ",
                                                    "back\\slash ",
                                                    "---",
                                                    "\n---\n",
                                                    "key: value\n",
                                                    "{at: 3}",
                                                    "[1, 2]",
                                                    "# heading\n",
                                                    "👩🏽‍🎤",
                                                    "‘it’s’ ",
                                                    "…",
                                                    "Wren ",
                                                    "someone ",
                                                    "'",
                                                    "\t"};
  std::string text;
  const std::uint64_t count = 1 + random.below(30);
  for (std::uint64_t i = 0; i < count; ++i) text += kBits[random.below(kBits.size())];
  return text;
}

ImportedReflection randomReflection(SeededRandom& random, const std::vector<KnownName>& names) {
  ImportedReflection item;
  Reflection& reflection = item.reflection;
  reflection.id = ReflectionId::random(random);
  reflection.lesson.date = dateFromDayNumber(static_cast<std::int32_t>(random.below(40'000)));
  reflection.lesson.setting = static_cast<Setting>(random.below(kSettingCount));
  if (random.below(2) == 0) {
    reflection.lesson.startsAt = std::chrono::minutes(static_cast<int>(random.below(24 * 60)));
  }
  reflection.lesson.length = std::chrono::minutes(static_cast<int>(random.below(120)));
  reflection.lesson.group = sanitisePlain(randomText(random));
  reflection.lesson.yearGroup = "Year 5";
  if (random.below(2) == 0) reflection.lesson.place = names[random.below(names.size())].id;
  reflection.lesson.youngPeople = {names[0].id};
  reflection.promptSet = random.below(2) == 0 ? "Q1" : "";
  reflection.state = static_cast<ReflectionState>(random.below(2));
  reflection.writtenAt = UtcTime(std::chrono::milliseconds(random.below(4'000'000'000'000)));
  reflection.writtenOffset = std::chrono::minutes(60);
  reflection.changedAt = reflection.writtenAt + std::chrono::milliseconds(random.below(1000));
  reflection.source = random.below(2) == 0 ? "" : "jsonl:" + reflection.id.hex();
  std::vector<std::size_t> borders = {0};
  for (std::uint64_t i = 0, n = 1 + random.below(8); i < n; ++i) {
    const std::uint64_t kind = random.below(6);
    if (kind == 0) {
      reflection.text += headingToken("What now? \"Really\"") + "\n";
    } else if (kind <= 2) {
      reflection.text += mentionToken(names[random.below(names.size())].id);
    } else {
      reflection.text += sanitisePlain(randomText(random));
    }
    borders.push_back(reflection.text.size());
  }
  for (std::uint64_t i = 0, n = random.below(4); i < n; ++i) {
    const std::size_t a = borders[random.below(borders.size())];
    const std::size_t b = borders[random.below(borders.size())];
    if (a == b) continue;
    Tag tag;
    tag.id = TagId::random(random);
    tag.reflection = reflection.id;
    tag.passage = {std::min(a, b), std::max(a, b)};
    tag.quote = reflection.text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin);
    tag.indicator = *IndicatorCode::parse("P4.1");
    if (random.below(3) != 0) tag.level = Level::of(1 + static_cast<int>(random.below(5)));
    tag.direction = static_cast<Direction>(random.below(4));
    tag.voice = static_cast<Voice>(random.below(3));
    if (random.below(2) == 0) tag.youngPerson = names[0].id;
    tag.note = sanitisePlain(randomText(random));
    item.tags.push_back(std::move(tag));
  }
  if (random.below(2) == 0) {
    Intention intention;
    intention.id = IntentionId::random(random);
    intention.text = "Ask " + mentionToken(names[1].id) + sanitisePlain(randomText(random));
    intention.from = reflection.id;
    if (random.below(2) == 0) intention.youngPerson = names[1].id;
    intention.group = "Brass \"A\"";
    intention.state = static_cast<IntentionState>(random.below(3));
    intention.madeOn = reflection.lesson.date;
    item.intention = std::move(intention);
  }
  return item;
}

}  // namespace journal::exchange::test
