#include <gmock/gmock.h>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

class Search : public JournalTest {};

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST_F(Search, FindsWordsWhateverTheirCaseAndAccents) {
  const ReflectionId id = write("We met at the Café de la Gare.");
  EXPECT_EQ(found("cafe"), Ids{id});
  EXPECT_EQ(found("CAFÉ gare"), Ids{id});
  EXPECT_THAT(found("caf"), IsEmpty());
}

TEST_F(Search, FindsPhrasesPrefixesAndLeavesOutWhatIsUnwanted) {
  const ReflectionId quiet = write("In the quiet corner of the room.", "2026-01-20");
  const ReflectionId corner = write("A corner, quiet for once.", "2026-01-21");
  EXPECT_EQ(found("\"quiet corner\""), Ids{quiet});
  EXPECT_EQ(found("corn*"), (Ids{corner, quiet}));
  EXPECT_EQ(found("corner -room"), Ids{corner});
  EXPECT_EQ(found("-room"), Ids{corner});
  EXPECT_EQ(found("\"quiet cor*"), Ids{quiet});
}

/// Enough reflections for the index to be written with them: one with a tag, one of a person whose
/// name comes with the batch.
ImportBatch longBatch(Random& random, const Reflection& like) {
  ImportBatch batch;
  KnownName ayaan;
  ayaan.id = NameId::random(random);
  ayaan.realName = "Ayaan Chaudhry";
  ayaan.codeName = "Wren";
  batch.names = {ayaan};
  for (int i = 0; i < 1500; ++i) {
    WriteReflection one{like, {}, std::nullopt};
    one.reflection.id = ReflectionId::random(random);
    one.reflection.lesson.date = dateFromDayNumber(dayNumber(like.lesson.date) - i * 7 % 300);
    one.reflection.source = "test:" + std::to_string(i);
    one.reflection.text = "Bars and rests, number" + std::to_string(i) + ".";
    batch.reflections.push_back(std::move(one));
  }
  batch.reflections[70].reflection.text = "Ayaan Chaudhry heard the heliotrope.";
  Tag tag;
  tag.id = TagId::random(random);
  tag.passage = {0, 14};
  tag.quote = "Bars and rests";
  tag.indicator = *IndicatorCode::parse("P1.1");
  batch.reflections[900].tags = {tag};
  return batch;
}

TEST_F(Search, ALongImportIsFoundWholeWithItsNamesAndTags) {
  const ImportBatch batch = longBatch(random_, reflectionOf(""));
  EXPECT_EQ(must(batch).applied, 1500u);
  EXPECT_EQ(found("number1499"), Ids{batch.reflections[1499].reflection.id});
  EXPECT_EQ(found("wren heliotrope"), Ids{batch.reflections[70].reflection.id});
  SearchFilters tagged;
  tagged.indicator = code("P1.1");
  EXPECT_EQ(found("number900", tagged), Ids{batch.reflections[900].reflection.id});
  EXPECT_THAT(problems(), IsEmpty());  // the index against the words, row by row
}

TEST_F(Search, ALongImportThatIsRefusedLeavesNothingToFind) {
  ImportBatch batch = longBatch(random_, reflectionOf(""));
  batch.reflections.back().reflection.id = ReflectionId();
  EXPECT_EQ(refused(batch), ErrorCode::InvalidInput);
  EXPECT_THAT(found("number3"), IsEmpty());
  const ReflectionId after = write("Written after it, number3.");
  EXPECT_EQ(found("number3"), Ids{after});
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Search, AQuoteOrAnOperatorIsOnlyAWord) {
  const ReflectionId id = write("He said AND or NOT: near(a b) \"then\" body.");
  for (const char* typed : {"AND", "NOT", "near(a", "body:", "\"then", "facets:x OR AND"}) {
    SCOPED_TRACE(typed);
    EXPECT_TRUE(journal_->search(SearchQuery{typed, false, {}, {}, 20, 0}).ok());
  }
  EXPECT_EQ(found("AND NOT"), Ids{id});
}

TEST_F(Search, WhileTypingTheLastWordMayGoOn) {
  const ReflectionId id = write("Heliotrope on the sill.");
  for (const char* typed : {"h", "hel", "on h", "sill hel", "the \"on t"}) {
    SCOPED_TRACE(typed);
    SearchQuery query;
    query.typed = typed;
    query.stillTyping = true;
    ASSERT_EQ(journal_->search(query)->hits.size(), 1u);
    EXPECT_EQ(journal_->search(query)->hits.front().row.id, id);
  }
}

/// The first look at the newest rows must answer as the index does.
TEST_F(Search, StartsOfWordsGiveTheSamePageWithAndWithoutTheFirstLook) {
  SeededRandom random(7);
  const char* words[] = {"bow", "bar", "basket", "tune", "team", "tempo", "ünder", "zither"};
  Ids withTe;
  for (int i = 0; i < 400; ++i) {
    std::string text;
    bool has = false;
    for (int w = 0; w < 3; ++w) {
      const std::string word = words[random.below(random.below(10) == 0 ? 8 : 4)];
      has = has || word.rfind("te", 0) == 0;
      text += word + " ";
    }
    const ReflectionId id = write(text, "2026-01-" + std::to_string(10 + i / 20));
    if (has) withTe.insert(withTe.begin(), id);
  }
  SearchQuery query;
  query.typed = "te*";
  query.limit = 10;
  for (query.offset = 0; query.offset < withTe.size() + 10; query.offset += 10) {
    SCOPED_TRACE(query.offset);
    const auto page = journal_->search(query);
    const std::size_t expected =
        query.offset >= withTe.size() ? 0 : std::min<std::size_t>(10, withTe.size() - query.offset);
    ASSERT_EQ(page->hits.size(), expected);
    EXPECT_EQ(page->more, query.offset + 10 < withTe.size());
    for (std::size_t i = 0; i < expected; ++i) {
      EXPECT_EQ(page->hits[i].row.id, withTe[query.offset + i]);
    }
  }
}

TEST_F(Search, RealNamesAndCodeNamesFindAndSnippetsShowOnlyCodeNames) {
  KnownName ayaan = person("Ayaan Chaudhry", "Wren");
  ayaan.alsoWritten = {"Ayan"};
  must(PutName{ayaan});
  const ReflectionId id = write("Without a word Ayaan turned round and showed her.");
  for (const char* typed : {"ayaan", "wren", "ayan", "chaudhry turned", "\"chaudhry turned\""}) {
    SCOPED_TRACE(typed);
    SearchQuery query;
    query.typed = typed;
    const auto page = journal_->search(query);
    ASSERT_EQ(page->hits.size(), 1u);
    EXPECT_EQ(page->hits[0].row.id, id);
    bool marked = false;
    for (const SnippetRun& run : page->hits[0].snippet) {
      EXPECT_EQ(run.text.find("Ayaan"), std::string::npos);
      marked = marked || (run.kind == SnippetRun::Kind::FoundMention && run.text == "Wren");
    }
    EXPECT_TRUE(marked);
  }
}

TEST_F(Search, AfterANameChangesOnlyTheNewOneFinds) {
  KnownName name = person("Ayaan Chaudhry", "Wren");
  must(PutName{name});
  const ReflectionId id = write("Ayaan turned round.");
  EXPECT_EQ(found("wren"), Ids{id});
  name.codeName = "Robin";
  must(PutName{name});
  EXPECT_THAT(found("wren"), IsEmpty());
  EXPECT_EQ(found("robin"), Ids{id});
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Search, EveryFilterNarrowsAndTagFiltersMeanOneTag) {
  const KnownName wren = person("Ayaan Chaudhry", "Wren");
  must(PutName{wren});
  const ReflectionId tagged = write("Low notes and a long bow.", "2026-01-10");
  Tag low = tagOf(tagged, "Low notes", "M1.1", 2);
  low.youngPerson = wren.id;
  Tag bow = tagOf(tagged, "long bow", "P4.1", 4);
  bow.voice = Voice::YoungPerson;
  must(PutTag{low});
  must(PutTag{bow});
  Reflection other = reflectionOf("Low notes at home.", "2026-03-10");
  other.lesson.setting = Setting::Home;
  must(WriteReflection{other, {}, std::nullopt});

  SearchFilters filters;
  filters.setting = Setting::Home;
  EXPECT_EQ(found("low", filters), Ids{other.id});
  filters = {};
  filters.youngPerson = wren.id;
  EXPECT_EQ(found("low", filters), Ids{tagged});
  filters = {};
  filters.indicator = code("P4.1");
  EXPECT_EQ(found("", filters), Ids{tagged});
  filters.level = Level::of(4);
  EXPECT_EQ(found("", filters), Ids{tagged});
  filters.level = Level::of(2);  // of the other tag
  EXPECT_THAT(found("", filters), IsEmpty());
  filters = {};
  filters.outcome = "M1";
  EXPECT_EQ(found("notes", filters), Ids{tagged});
  filters.voice = Voice::YoungPerson;
  EXPECT_THAT(found("notes", filters), IsEmpty());
  filters = {};
  filters.domain = "P";
  filters.voice = Voice::YoungPerson;
  EXPECT_EQ(found("", filters), Ids{tagged});
  filters = {};
  filters.from = day("2026-02-01");
  EXPECT_EQ(found("low", filters), Ids{other.id});
  filters = {};
  filters.to = day("2026-01-10");
  EXPECT_EQ(found("low", filters), Ids{tagged});
  filters.from = day("2026-01-10");
  EXPECT_EQ(found("", filters), Ids{tagged});
}

TEST_F(Search, BestFirstPutsMoreAndShorterFirst) {
  const ReflectionId once =
      write("One drum among many other words about a long lesson today.", "2026-01-21");
  const ReflectionId often = write("Drum, drum, drum.", "2026-01-20");
  EXPECT_EQ(found("drum", {}, SearchOrder::BestFirst), (Ids{often, once}));
  EXPECT_EQ(found("drum"), (Ids{once, often}));
}

TEST_F(Search, AnEditIsFoundAtOnceAndItsOldWordsAreNot) {
  const ReflectionId id = write("Trumpet.");
  EXPECT_EQ(found("trumpet"), Ids{id});
  must(EditText{id, "Trombone."});
  EXPECT_THAT(found("trumpet"), IsEmpty());
  EXPECT_EQ(found("trombone"), Ids{id});
}

TEST_F(Search, WithoutWordsItListsTheNewest) {
  const ReflectionId first = write("One.", "2026-01-01");
  const ReflectionId second = write("Two.", "2026-01-02");
  EXPECT_EQ(found(""), (Ids{second, first}));
  EXPECT_EQ(found("  "), (Ids{second, first}));
}

TEST_F(Search, MarksWithoutWordsFindNothingAndDoNotListEverything) {
  const ReflectionId one = write("One!!! \"\"");
  for (const char* typed : {"!!!", "\"\"", "  * - ", "-", "…", "\"", "🎵"}) {
    SCOPED_TRACE(typed);
    EXPECT_THAT(found(typed), IsEmpty());
    SearchQuery best{typed, true, SearchOrder::BestFirst, {}, 20, 0};
    best.typed += " ?";
    EXPECT_THAT(journal_->search(best)->hits, IsEmpty());
  }
  // How a phrase or an exclusion begins is not yet a search.
  for (const char* typed : {"\"", " -"}) {
    SearchQuery query;
    query.typed = typed;
    query.stillTyping = true;
    ASSERT_EQ(journal_->search(query)->hits.size(), 1u);
    EXPECT_EQ(journal_->search(query)->hits.front().row.id, one);
  }
}

/// Parts of a page, joined, are the page, wherever the time was up.
TEST_F(Search, WordsInARowFoundInPartsGiveTheSamePageAsAtOnce) {
  SeededRandom random(20261124);
  const char* words[] = {"the", "the", "a", "team", "tune", "to", "quiet", "corner"};
  for (int i = 0; i < 700; ++i) {
    std::string text;
    for (int w = 0; w < 6; ++w) text += std::string(words[random.below(8)]) + " ";
    write(text, "2026-01-" + std::to_string(10 + i / 40));
  }
  for (const char* typed :
       {"\"the the\"", "\"the t", "\"team t", "\"the the the the the the\"", "\"to the qui",
        "\"corner the corner", "team \"the a\" -quiet", "\"a team\" \"the t", "\"tuba tuba t"}) {
    for (const std::size_t offset : {std::size_t{0}, std::size_t{15}}) {
      SCOPED_TRACE(std::string(typed) + " from " + std::to_string(offset));
      SearchQuery query{typed, true, SearchOrder::NewestFirst, {}, 20, offset};
      query.filters.to = day("2026-01-25");
      const auto whole = journal_->search(query);
      query.within = std::chrono::microseconds{0};
      Ids parts;
      auto part = journal_->search(query);
      while (true) {
        ASSERT_TRUE(part.ok());
        for (const SearchHit& hit : part->hits) parts.push_back(hit.row.id);
        if (!part->resume) break;
        EXPECT_FALSE(part->more || part->total);
        ASSERT_NE(query.resume, part->resume);
        query.resume = part->resume;
        part = journal_->search(query);
      }
      Ids expected;
      for (const SearchHit& hit : whole->hits) expected.push_back(hit.row.id);
      EXPECT_EQ(parts, expected);
      EXPECT_EQ(part->more, whole->more);
      EXPECT_EQ(part->total, whole->total);
    }
  }
}

/// A save marks; the index follows. Stopping between the two loses nothing.
TEST_F(Search, WhatWasSavedButNotIndexedBeforeAStopIsFoundAfterwards) {
  const ReflectionId id = write("Marimba.");
  reopen();  // nothing has searched or tidied since
  EXPECT_EQ(found("marimba"), Ids{id});
}

TEST_F(Search, TidyingIndexesAndMergesAndTheAnswersStayTheSame) {
  Ids all;
  for (int i = 0; i < 60; ++i) {
    all.insert(all.begin(), write("Marimba " + std::to_string(i)));
    while (*journal_->tidy(std::chrono::milliseconds{1})) {
    }
  }
  SearchQuery query;
  query.typed = "marimba";
  query.limit = 100;
  const auto page = journal_->search(query);
  ASSERT_EQ(page->hits.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(page->hits[i].row.id, all[i]);
  EXPECT_THAT(problems(), IsEmpty());
}

}  // namespace
}  // namespace journal::service
