#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "journal/domain/mention.h"
#include "journal/exchange/front_matter.h"
#include "journal/exchange/import.h"
#include "journal/exchange/markdown_export.h"
#include "journal/exchange/markdown_import.h"
#include "tests/journal/exchange/exchange_support.h"

namespace journal::exchange::test {
namespace {

namespace fs = std::filesystem;

NameLookup lookupIn(const std::vector<KnownName>& names) {
  return [&names](NameId id) -> const KnownName* {
    for (const KnownName& name : names) {
      if (name.id == id) return &name;
    }
    return nullptr;
  };
}

Result<MarkdownReading> read(const std::string& bytes, NameBook& book,
                             const std::string& name = "note.md") {
  ImportContext context;
  context.framework = &shippedFramework();
  context.now = *parseTime("2026-03-04T10:00:00Z");
  return readMarkdown({name, bytes}, context, book);
}
Result<MarkdownReading> read(const std::string& bytes) {
  NameBook book({}, derivedIds(""));
  return read(bytes, book);
}

Taken importFolder(const fs::path& path) {
  Taken taken;
  ImportContext context;
  context.framework = &shippedFramework();
  const auto report = importAll({path, Format::Markdown}, context, taken.names, keepIn(taken));
  EXPECT_TRUE(report.ok());
  if (report.ok()) taken.report = report.value();
  return taken;
}

void expectRoundTrip(NamesShown shown) {
  const std::vector<KnownName> names = someNames();
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const ImportedReflection item = randomReflection(random, names);
    const std::string file = writeMarkdown(item, {shown, lookupIn(names)});
    NameBook book({}, derivedIds(""));
    const auto back = read(file, book);
    ASSERT_TRUE(back.ok()) << back.error().advice << "\n" << file;
    EXPECT_EQ(back->item.reflection, item.reflection) << file;
    EXPECT_EQ(back->item.tags, item.tags) << file;
    EXPECT_EQ(back->item.intention, item.intention) << file;
    EXPECT_TRUE(back->notes.empty()) << file;
    for (const KnownName& name : book.all()) {
      KnownName expected = *lookupIn(names)(name.id);
      if (shown == NamesShown::Code) {
        expected.realName.clear();
        expected.alsoWritten.clear();
      }
      EXPECT_EQ(name, expected);
    }
  }
}

TEST(Markdown, WhatIsWrittenWithCodesReadsBackAsItWas) {
  expectRoundTrip(NamesShown::Code);
}
TEST(Markdown, WhatIsWrittenWithRealNamesReadsBackAsItWas) {
  expectRoundTrip(NamesShown::Real);
}

TEST(Markdown, NoRealNameIsInAFileWrittenWithCodes) {
  const Taken samples = importSamples();
  for (const ImportedReflection& item : samples.items) {
    const std::string file =
        writeMarkdown(item, {NamesShown::Code, [&](NameId id) { return samples.names.get(id); }});
    for (const NameId id : mentionedNames(item.reflection.text)) {
      const std::string& real = samples.names.get(id)->realName;
      if (real.find(' ') == std::string::npos) continue;  // "will" is also a word
      EXPECT_EQ(file.find(real), std::string::npos);
    }
  }
}

TEST(Markdown, AllSamplesComeBackFromAFolder) {
  const Taken samples = importSamples();
  const Folder folder;
  for (const ImportedReflection& item : samples.items) {
    folder.put(
        markdownFileName(item.reflection),
        writeMarkdown(item, {NamesShown::Real, [&](NameId id) { return samples.names.get(id); }}));
  }
  Taken back = importFolder(folder.path());
  EXPECT_EQ(back.report.taken, 40u);
  EXPECT_EQ(back.report.left, 0u);
  const auto byId = [](const ImportedReflection& a, const ImportedReflection& b) {
    return a.reflection.id < b.reflection.id;
  };
  auto expected = samples.items;
  std::sort(expected.begin(), expected.end(), byId);
  std::sort(back.items.begin(), back.items.end(), byId);
  EXPECT_EQ(back.items, expected);
}

TEST(Markdown, AFileEditedByHandKeepsWhatStillFits) {
  const std::vector<KnownName> names = someNames();
  ImportedReflection item;
  item.reflection.id = ReflectionId::fromBytes({1});
  item.reflection.lesson.date = *parseDate("2026-01-22");
  item.reflection.text = "Today " + mentionToken(names[0].id) + " chose the song.";
  Tag tag;
  tag.id = TagId::fromBytes({2});
  tag.reflection = item.reflection.id;
  tag.passage = {6, item.reflection.text.size() - 1};
  tag.quote = item.reflection.text.substr(6, item.reflection.text.size() - 7);
  tag.indicator = *IndicatorCode::parse("P4.1");
  item.tags.push_back(tag);
  std::string file = writeMarkdown(item, {NamesShown::Code, lookupIn(names)});
  const std::size_t at = file.rfind("Today");
  file.replace(at, 5, "On a grey morning, and late,");
  NameBook book({}, derivedIds(""));
  const auto back = read(file, book);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->item.reflection.text,
            "On a grey morning, and late, " + mentionToken(names[0].id) + " chose the song.");
  ASSERT_EQ(back->item.tags.size(), 1u);
  EXPECT_EQ(back->item.tags[0].quote, tag.quote);
}

TEST(Markdown, ANoteFromAnotherProgramBecomesAReflection) {
  NameBook book({}, derivedIds(""));
  const auto back = read(
      "\xef\xbb\xbf---\r\ndate: 2026-01-22T16:00\r\ntitle: 'It''s a start'\r\ntags: [P4.1, "
      "brass]\r\n"
      "people:\r\n  - Ayaan Chaudhry\r\nsetting: home\r\n---\r\n\r\nAyaan chose the song.\r\n",
      book);
  ASSERT_TRUE(back.ok()) << back.error().advice;
  const Reflection& reflection = back->item.reflection;
  const NameId ayaan = *book.find("Ayaan Chaudhry");
  EXPECT_EQ(reflection.text, "It's a start\n\n" + mentionToken(ayaan) + " chose the song.");
  EXPECT_EQ(isoDate(reflection.lesson.date), "2026-01-22");
  EXPECT_EQ(reflection.lesson.setting, Setting::Home);
  EXPECT_EQ(reflection.source.compare(0, 11, "md:note.md#"), 0) << reflection.source;
  ASSERT_EQ(back->item.tags.size(), 1u);
  EXPECT_EQ(back->item.tags[0].indicator.text(), "P4.1");
  EXPECT_FALSE(back->item.tags[0].level.has_value());
  EXPECT_EQ(back->notes.size(), 1u);
}

TEST(Markdown, ADateInTheFileNameIsUsedAndWithoutAnyTodayIsSaidSo) {
  NameBook book({}, derivedIds(""));
  EXPECT_EQ(isoDate(read("Hello.", book, "a/2025-11-02 brass.md")->item.reflection.lesson.date),
            "2025-11-02");
  const auto undated = read("Hello.", book, "brass.md");
  EXPECT_EQ(isoDate(undated->item.reflection.lesson.date), "2026-03-04");
  EXPECT_EQ(undated->notes.size(), 1u);
}

TEST(Markdown, FrontMatterThatIsNotOfTheGrammarIsRefusedWithItsLine) {
  for (const char* front : {"no colon here", "a: [1, 2", "a: {b: 1", "- item", "a: \"open",
                            "  indented: x", "a: {b 1}", "!!tag: x"}) {
    const auto back = read("---\n" + std::string(front) + "\n---\nWords\n");
    ASSERT_FALSE(back.ok()) << front;
    EXPECT_NE(back.error().advice.find("line 2"), std::string::npos) << back.error().advice;
  }
  EXPECT_FALSE(read("---\na: b\nWords without an end").ok());
  EXPECT_FALSE(read("---\n---\n  \n").ok()) << "no words at all";
}

TEST(Markdown, AScalarReadsBackWhateverItHolds) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const std::string text = randomText(random);
    const std::string file =
        "---\na: " + quoteFront(text) + "\nb:\n  - {c: " + quoteFront(text) + ", d: x}\n---\n";
    const auto front = readFrontMatter(file);
    ASSERT_TRUE(front.ok()) << file;
    EXPECT_EQ(front->scalar("a"), text);
    EXPECT_EQ(*front->field("b")->front().member("c"), text);
  }
}

TEST(Markdown, EveryTruncationOfAFileIsReadOrRefusedButNeverMoreThanItSays) {
  const std::vector<KnownName> names = someNames();
  SeededRandom random(11);
  const std::string file =
      writeMarkdown(randomReflection(random, names), {NamesShown::Real, lookupIn(names)});
  for (std::size_t size = 0; size < file.size(); size += 3) {
    const auto back = read(file.substr(0, size));
    if (!back.ok()) continue;
    for (const Tag& tag : back->item.tags) {
      EXPECT_TRUE(makePassage(back->item.reflection.text, tag.passage.begin, tag.passage.end).ok());
    }
  }
}

TEST(MarkdownFolder, LinksAreNeitherReadNorEntered) {
  const Folder outside;
  outside.put("secret.md", "---\ndate: 2026-01-01\n---\nNot yours.");
  const Folder folder;
  folder.put("2026-01-02 in.md", "Mine.");
  folder.put("deep/2026-01-03 in.markdown", "Mine too.");
  fs::create_symlink(outside.path() / "secret.md", folder.path() / "link.md");
  fs::create_directory_symlink(outside.path(), folder.path() / "out");
  fs::create_directory_symlink(folder.path(), folder.path() / "deep" / "loop");
  const Taken taken = importFolder(folder.path());
  EXPECT_EQ(taken.report.taken, 2u);
  for (const auto& item : taken.items)
    EXPECT_EQ(item.reflection.text.find("Not"), std::string::npos);
}

TEST(MarkdownFolder, AnIdThatIsAPathNeverNamesAFile) {
  const Folder folder;
  folder.put("2026-01-02.md", "---\nafternote: 1\nid: ../../../../etc/passwd\n---\nWords");
  folder.put("2026-01-03.md", "---\nsource: ../../x\ntitle: ../../up.md\n---\nWords");
  const Taken taken = importFolder(folder.path());
  ASSERT_EQ(taken.report.taken, 1u);
  EXPECT_EQ(taken.report.left, 1u);
  const std::string name = markdownFileName(taken.items[0].reflection);
  EXPECT_EQ(name.find_first_not_of("0123456789abcdef-.md"), std::string::npos) << name;
}

TEST(MarkdownFolder, ABadFileCostsOnlyItself) {
  const Folder folder;
  folder.put("a.md", "---\nbroken\n---\nWords");
  folder.put("b.md", std::string(9 << 20, 'x'));
  folder.put("2026-01-01 c.md", "caf\xe9");
  folder.put("d.txt", "not Markdown");
  folder.put("e.md", "");
  const Taken taken = importFolder(folder.path());
  EXPECT_EQ(taken.report.taken, 1u);
  EXPECT_EQ(taken.report.left, 3u);
  EXPECT_EQ(taken.report.skipped[1].file, "b.md");
  EXPECT_EQ(taken.report.skipped[1].why, "It was left out: it is longer than 8 MB.");
  ASSERT_EQ(taken.report.notes.size(), 2u);
  EXPECT_NE(taken.items[0].reflection.text.find("caf\u00e9"), std::string::npos);
  EXPECT_EQ(taken.report.notes[1].why, "1 file of another kind was passed over.");
}

TEST(MarkdownFolder, TwoNotesOfOneNameInTwoFoldersAreTwoAndAMovedNoteIsTheSame) {
  const Folder folder;
  folder.put("brass/2026-01-02.md", "Brass.");
  folder.put("strings/2026-01-02.md", "Strings.");
  const Folder moved;
  moved.put("2026-01-02.md", "Brass.");
  const Taken first = importFolder(folder.path());
  ASSERT_EQ(first.items.size(), 2u);
  EXPECT_NE(first.items[0].reflection.id, first.items[1].reflection.id);
  EXPECT_EQ(importFolder(moved.path()).items.at(0).reflection.id, first.items[0].reflection.id);
}

TEST(MarkdownFolder, AFolderThatIsNotThereIsNotFound) {
  NameBook book({}, derivedIds(""));
  const auto report =
      importAll({"/nowhere/at/all", Format::Markdown}, ImportContext{}, book,
                {{{}, [](ImportedReflection) { return Result<void>(); }, {}, {}}, {}});
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace journal::exchange::test
