#include "journal/exchange/reflections_jsonl.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "tests/journal/exchange/exchange_support.h"

namespace journal::exchange::test {
namespace {

std::vector<nlohmann::json> sampleLines() {
  std::vector<nlohmann::json> out;
  std::istringstream in(sourceFile("tests/data/reflections.jsonl"));
  for (std::string line; std::getline(in, line);) out.push_back(nlohmann::json::parse(line));
  return out;
}

std::string realText(const Taken& taken, std::size_t item) {
  return render(taken.text(item), NamesShown::Real, [&](NameId id) { return taken.names.get(id); })
      .text;
}

std::string line(const std::string& rest) {
  return R"({"id":"a","date":"2026-01-22","setting":"home","text":"We sang.")" + rest + "}\n";
}

TEST(JsonLines, AllFortySamplesAreTakenInWithNothingLeftOut) {
  const Taken taken = importSamples();
  EXPECT_EQ(taken.report.taken, 40u);
  EXPECT_EQ(taken.report.left, 0u);
  EXPECT_TRUE(taken.report.notes.empty());
  EXPECT_EQ(taken.items.size(), 40u);
}

TEST(JsonLines, EverySampleTagStandsOnTheWordsItsLabelNames) {
  const Taken taken = importSamples();
  const auto lines = sampleLines();
  ASSERT_EQ(taken.items.size(), lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    SCOPED_TRACE(lines[i]["id"].get<std::string>());
    const auto& labels = lines[i]["tags"];
    ASSERT_EQ(taken.items[i].tags.size(), labels.size());
    for (std::size_t k = 0; k < labels.size(); ++k) {
      const Tag& tag = taken.items[i].tags[k];
      const std::string words = labels[k]["passage"];
      // The label's words with the same names turned into mentions, or the words themselves.
      const std::string& text = taken.items[i].reflection.text;
      ASSERT_TRUE(makePassage(text, tag.passage.begin, tag.passage.end).ok());
      EXPECT_EQ(tag.quote, text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin));
      if (mentionedNames(tag.quote).empty()) {
        EXPECT_EQ(tag.quote, words);
      }
      EXPECT_EQ(tag.note, labels[k]["indicator"].get<std::string>());
      ASSERT_TRUE(tag.level.has_value());
      EXPECT_EQ(tag.level->value(), labels[k]["level"].get<int>());
      const Domain* domain = shippedFramework().findDomain(tag.indicator.domainCode());
      ASSERT_NE(domain, nullptr);
      std::string name = domain->name;
      name[0] = static_cast<char>(name[0] - 'A' + 'a');
      EXPECT_EQ(name, labels[k]["domain"].get<std::string>());
    }
  }
}

TEST(JsonLines, NoMarkedNameSchoolOrPlaceIsLeftInTheText) {
  const Taken taken = importSamples();
  const auto lines = sampleLines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    SCOPED_TRACE(lines[i]["id"].get<std::string>());
    std::size_t marked = 0;
    for (const auto& span : lines[i]["spans"]) {
      const std::string type = span["type"];
      if (type == "PERSON" || type == "SCHOOL" || type == "PLACE") ++marked;
    }
    const auto all = pieces(taken.text(i));
    const auto mentions = std::count_if(all.begin(), all.end(), [](const TextPiece& piece) {
      return piece.kind == TextPiece::Kind::Mention;
    });
    EXPECT_EQ(static_cast<std::size_t>(mentions), marked);
    for (const auto& full : lines[i]["roster"]) {
      EXPECT_EQ(taken.text(i).find(full.get<std::string>()), std::string::npos);
    }
  }
}

TEST(JsonLines, TheFirstSampleReadsWithCodeNames) {
  const Taken taken = importSamples();
  const auto shown =
      render(taken.text(0), NamesShown::Code, [&](NameId id) { return taken.names.get(id); });
  EXPECT_EQ(shown.text.find("Ayaan"), std::string::npos);
  EXPECT_EQ(shown.text.find("Larkbeck"), std::string::npos);
  EXPECT_NE(shown.text.find("clarinets at a school and by heck"), std::string::npos);
  EXPECT_NE(realText(taken, 0).find("Larkbeck Primary"), std::string::npos);
}

TEST(JsonLines, OnePersonKeepsOneCodeInEveryLine) {
  const Taken taken = importSamples();
  const auto will = taken.names.find("Will Ashdown");
  ASSERT_TRUE(will.has_value());
  EXPECT_EQ(taken.items[3].reflection.lesson.youngPeople.front(), *will);
  EXPECT_EQ(taken.items[14].reflection.lesson.youngPeople.front(), *will);
}

TEST(JsonLines, AFormThatTwoPeopleShareBelongsToNeither) {
  const Taken taken = importSamples();
  const auto family = taken.names.find("Eze");
  ASSERT_TRUE(family.has_value());
  EXPECT_EQ(taken.names.get(*family)->codeName, "a family");
}

TEST(JsonLines, ANicknameThatIsAnOrdinaryWordIsNotLookedForElsewhere) {
  const Taken taken = importSamples();
  const KnownName* bao = taken.names.get(*taken.names.find("Bảo Trần"));
  EXPECT_EQ(std::count(bao->alsoWritten.begin(), bao->alsoWritten.end(), "Bow"), 0);
  const KnownName* temi = taken.names.get(*taken.names.find("Temitope Balogun"));
  EXPECT_EQ(std::count(temi->alsoWritten.begin(), temi->alsoWritten.end(), "Temi"), 1);
}

TEST(JsonLines, ImportingTwiceGivesTheSameIds) {
  const Taken once = importSamples();
  const Taken again = importSamples();
  EXPECT_EQ(once.items, again.items);
  EXPECT_EQ(once.names.all(), again.names.all());
}

TEST(JsonLines, CarriageReturnsAndAByteOrderMarkChangeNothing) {
  const std::string plain = sourceFile("tests/data/reflections.jsonl");
  std::string windows = "\xef\xbb\xbf";
  for (const char c : plain) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(importJsonl(windows).items, importJsonl(plain).items);
}

TEST(JsonLines, ATruncatedFileGivesAllButItsLastLine) {
  const std::string whole = sourceFile("tests/data/reflections.jsonl");
  const Taken taken = importJsonl(whole.substr(0, whole.size() - 200));
  EXPECT_EQ(taken.report.taken, 39u);
  ASSERT_EQ(taken.report.skipped.size(), 1u);
  EXPECT_EQ(taken.report.skipped[0].line, 40u);
  EXPECT_EQ(taken.report.skipped[0].why,
            "Line 40 was left out: it is not one complete JSON object.");
}

TEST(JsonLines, ABadLineIsNamedAndTheRestTakenIn) {
  const Taken taken = importJsonl(line("") + "{\"id\":1\n\n" + R"({"id":"b","text":"No day"})" +
                                  "\n" + R"({"id":"c","date":"2026-02-30","text":"x"})" + "\n" +
                                  R"({"id":"d","date":"2026-02-03","setting":"moon","text":"x"})" +
                                  "\n[1]\n" + R"({"id":"e","date":"2026-02-03","text":"Last."})");
  EXPECT_EQ(taken.report.taken, 2u);
  ASSERT_EQ(taken.report.skipped.size(), 5u);
  const std::size_t numbers[] = {2, 4, 5, 6, 7};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(taken.report.skipped[i].line, numbers[i]);
  EXPECT_EQ(taken.report.skipped[1].why,
            "Line 4 was left out: it has no date written like 2026-01-22.");
}

TEST(JsonLines, AnIdThatComesTwiceCountsOnce) {
  const Taken taken = importJsonl(line("") + line(R"(,"group":"other")"));
  EXPECT_EQ(taken.report.taken, 1u);
  EXPECT_EQ(taken.report.skipped[0].why, "Line 2 was left out: its id stands on an earlier line.");
}

TEST(JsonLines, TenMillionNestedArraysCostOneLine) {
  const std::string nested = "{\"id\":\"x\",\"text\":" + std::string(5'000'000, '[') + "\n" +
                             std::string(10'000'000, '[') + "\n" + line("");
  const Taken taken = importJsonl(nested);
  EXPECT_EQ(taken.report.taken, 1u);
  EXPECT_EQ(taken.report.left, 2u);
}

TEST(JsonLines, AFiftyMegabyteParagraphIsLeftOutWithASentence) {
  const std::string huge = R"({"id":"h","date":"2026-01-22","text":")" +
                           std::string(std::size_t{50} << 20, 'a') + "\"}\n" + line("");
  const Taken taken = importJsonl(huge);
  EXPECT_EQ(taken.report.taken, 1u);
  ASSERT_EQ(taken.report.skipped.size(), 1u);
  EXPECT_EQ(taken.report.skipped[0].why, "Line 1 was left out: it is longer than 8 MB.");
}

TEST(JsonLines, BytesThatAreNotTextAreReplacedAndSaidSo) {
  const Taken taken =
      importJsonl("{\"id\":\"a\",\"date\":\"2026-01-22\",\"text\":\"caf\xe9 \xc3\xa9\"}\n");
  ASSERT_EQ(taken.items.size(), 1u);
  EXPECT_EQ(taken.text(0), "caf\xef\xbf\xbd é");
  EXPECT_EQ(taken.report.notes.size(), 1u);
}

TEST(JsonLines, TokensInTheFileAreNotTakenForMentions) {
  const std::string token = mentionToken(NameId::fromBytes({7}));
  const Taken taken =
      importJsonl(R"({"id":"a","date":"2026-01-22","text":"x )" + token + " y\"}\n");
  ASSERT_EQ(taken.items.size(), 1u);
  EXPECT_TRUE(mentionedNames(taken.text(0)).empty());
}

TEST(JsonLines, SpansThatFitNowhereAreNotedAndHarmNothing) {
  const Taken taken = importJsonl(
      line(R"(,"spans":[{"start":99999999999,"end":-4,"type":"PERSON","text":"Nobody"},)"
           R"({"start":0,"end":2,"type":"PERSON","text":"We"},{"type":"PERSON"},7])"));
  ASSERT_EQ(taken.items.size(), 1u);
  EXPECT_EQ(taken.report.notes.size(), 1u);
  EXPECT_EQ(realText(taken, 0), "We sang.");
}

TEST(JsonLines, ATagWhoseWordsAreNotThereIsLeftOutAndSaidSo) {
  const Taken taken =
      importJsonl(line(R"(,"tags":[{"passage":"We danced","indicator_code":"P4.1","level":3},)"
                       R"({"passage":"We sang","indicator_code":"P4.1","level":9},)"
                       R"({"passage":"We sang","indicator_code":"Z9.9","level":1}])"));
  ASSERT_EQ(taken.items[0].tags.size(), 1u);
  EXPECT_FALSE(taken.items[0].tags[0].level.has_value()) << "9 is no level";
  EXPECT_EQ(taken.report.notes.size(), 1u);
}

TEST(JsonLines, WithoutSpansKnownNamesBecomeMentionsAndTagsFollow) {
  const Taken taken = importJsonl(
      R"({"id":"a","date":"2026-01-22","time":"16:05","minutes":30,"setting":"small_group",)"
      R"("group":"Brass","place":"Millhope Primary","young_people":["Ellis Hallowes","Ana Pike"],)"
      R"("text":"At Millhope Primary, Ellis chose. Ana’s turn next.",)"
      R"("intention":"Let Ana choose.","tags":[{"passage":"Ellis chose","indicator_code":"P4.1",)"
      R"("level":2,"direction":"baseline","voice":"young_person","young_person":"Ellis Hallowes"}]})");
  ASSERT_EQ(taken.items.size(), 1u);
  const ImportedReflection& item = taken.items[0];
  const NameId ellis = *taken.names.find("Ellis Hallowes");
  EXPECT_EQ(item.reflection.text.find("Ellis"), std::string::npos);
  EXPECT_EQ(item.reflection.text.find("Millhope"), std::string::npos);
  ASSERT_EQ(item.tags.size(), 1u);
  EXPECT_EQ(item.tags[0].quote, mentionToken(ellis) + " chose");
  EXPECT_EQ(item.tags[0].youngPerson, ellis);
  EXPECT_EQ(item.tags[0].direction, Direction::Baseline);
  EXPECT_EQ(item.tags[0].voice, Voice::YoungPerson);
  ASSERT_TRUE(item.intention.has_value());
  EXPECT_EQ(mentionedNames(item.intention->text).size(), 1u);
  EXPECT_EQ(item.reflection.lesson.startsAt, std::chrono::minutes(16 * 60 + 5));
  EXPECT_EQ(isoTime(item.reflection.writtenAt), "2026-01-22T16:35:00Z");
}

TEST(JsonLines, TheSinksErrorEndsTheImport) {
  std::istringstream in(line(""));
  NameBook names({}, derivedIds(""));
  const auto report =
      importReflectionsJsonl(in, ImportContext{}, names, [](ImportedReflection) -> Result<void> {
        return Error{ErrorCode::Cancelled, "stop"};
      });
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
}

}  // namespace
}  // namespace journal::exchange::test
