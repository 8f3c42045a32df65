// Every format that comes in: found out, previewed, taken in, taken in again.

#include <stop_token>

#include "journal/domain/mention.h"
#include "tests/journal/exchange/exchange_support.h"
#include "tests/journal/exchange/packed_files.h"

namespace journal::exchange::test {
namespace {

constexpr const char* kDayOneFile =
    R"({"metadata":{"version":"1.0"},"entries":[
 {"uuid":"A1","creationDate":"2026-01-22T16:05:00Z","modifiedDate":"2026-01-23T09:00:00Z",
  "text":"# Brass\n\nAyaan came in\\. ![](dayone-moment:\/\/AA)Then 3\\. again","tags":["x"]},
 {"uuid":"A2","creationDate":"2026-07-01T23:30:00Z","text":"Late."},
 {"uuid":"A3","creationDate":"0001-01-01T00:00:00Z","text":"When was it?"},
 {"uuid":"A4","creationDate":"2026-01-22T16:05:00Z","photos":[{}]},
 {"uuid":"A1","creationDate":"2026-01-22T16:05:00Z","text":"Twice."},
 7]})";

Taken take(const fs::path& path, Format format, std::vector<KnownName> known = {}) {
  Taken taken;
  for (KnownName& name : known) taken.names.adopt(std::move(name));
  ImportContext context;
  context.framework = &shippedFramework();
  context.now = *parseTime("2026-03-04T10:00:00Z");
  context.utcOffset = [](UtcTime at) {
    return std::chrono::minutes(isoTime(at).substr(5, 2) == "07" ? 60 : 0);
  };
  const auto report = importAll({path, format}, context, taken.names, keepIn(taken));
  EXPECT_TRUE(report.ok()) << (report.ok() ? "" : report.error().advice);
  if (report.ok()) taken.report = *report;
  return taken;
}

Taken takeText(const std::string& name, const std::string& bytes, Format format) {
  const Folder folder;
  folder.put(name, bytes);
  const auto detected = detectFormat(folder.path() / name);
  EXPECT_TRUE(detected.ok() && *detected == format) << name;
  return take(folder.path() / name, format);
}

void expectDayOne(const Taken& taken) {
  ASSERT_EQ(taken.items.size(), 3u);
  EXPECT_EQ(taken.text(0), "# Brass\n\nAyaan came in. Then 3. again");
  EXPECT_EQ(isoDate(taken.items[0].reflection.lesson.date), "2026-01-22");
  EXPECT_EQ(isoTime(taken.items[0].reflection.writtenAt), "2026-01-22T16:05:00Z");
  EXPECT_EQ(isoDate(taken.items[1].reflection.lesson.date), "2026-07-02") << "British summer";
  EXPECT_EQ(isoDate(taken.items[2].reflection.lesson.date), "2026-03-04");
  EXPECT_EQ(taken.report.left, 3u);
  for (const ImportRemark& remark : taken.report.skipped) {
    EXPECT_EQ(remark.why.find("It was left out: "), 0u) << remark.why;
  }
}

TEST(ImportFormats, DayOneComesInFromItsJson) {
  expectDayOne(takeText("Journal.json", kDayOneFile, Format::DayOne));
}

TEST(ImportFormats, DayOneComesInFromItsZipAndPicturesArePassedOver) {
  const Folder folder;
  folder.put("export.zip",
             zipOf({{"photos/aa.jpeg", std::string(5000, '\xff')}, {"Journal.json", kDayOneFile}}));
  const auto format = detectFormat(folder.path() / "export.zip");
  ASSERT_TRUE(format.ok());
  EXPECT_EQ(*format, Format::DayOne);
  expectDayOne(take(folder.path() / "export.zip", Format::DayOne));
}

TEST(ImportFormats, KnownNamesBecomeMentions) {
  const Folder folder;
  folder.put("j.json", kDayOneFile);
  NameBook book({}, derivedIds("some"));
  const NameId ayaan = book.idFor("Ayaan Chaudhry", Part::YoungPerson);
  const Taken taken = take(folder.path() / "j.json", Format::DayOne, book.all());
  EXPECT_NE(taken.text(0).find(mentionToken(ayaan)), std::string::npos);
}

TEST(ImportFormats, JrnlComesInTheSameFromJsonAndFromText) {
  const Taken json = takeText("jrnl.json",
                              R"({"tags":{},"entries":[{"title":"They sang.","body":"All of it.",
"date":"2026-01-22","time":"16:05","tags":[],"starred":false},{"title":"Second","body":"",
"date":"2026-01-23","time":"09:00"}]})",
                              Format::JrnlJson);
  const Taken text = takeText("jrnl.txt",
                              "[2026-01-22 04:05 PM] They sang.\nAll of it.\n\n"
                              "[2026-01-23 09:00:00] Second\n",
                              Format::JrnlText);
  ASSERT_EQ(json.items.size(), 2u);
  EXPECT_EQ(json.text(0), "They sang.\n\nAll of it.");
  EXPECT_EQ(json.items, text.items);
}

TEST(ImportFormats, JoplinComesInFromItsArchiveWithoutNotebooksBinOrLockedNotes) {
  const std::string tail =
      "\n\nid: %ID\nparent_id: x\ncreated_time: 2026-01-22T16:05:00.000Z\n"
      "updated_time: 2026-01-23T16:05:00.000Z\n%MORE\ntype_: %TYPE";
  const auto item = [&](const std::string& text, const std::string& id, const std::string& type,
                        const std::string& more) {
    std::string out = text + tail;
    out.replace(out.find("%ID"), 3, id);
    out.replace(out.find("%MORE"), 5, more);
    out.replace(out.find("%TYPE"), 5, type);
    return out;
  };
  const Folder folder;
  folder.put("notes.jex",
             tarOf({{"1.md", item("Brass\n\nThey sang.\n\nAll of it.", "n1", "1", "is_todo: 0")},
                    {"2.md", item("Notebook", "n2", "2", "x: y")},
                    {"3.md", item("Gone\n\nBinned.", "n3", "1", "deleted_time: 1700000000000")},
                    {"4.md", item("", "n4", "1", "encryption_applied: 1")},
                    {"../../etc/passwd.md", item("Up\n\nOut.", "n5", "1", "a: b")},
                    {"resources/a.png", "\x89PNG"}}));
  const auto format = detectFormat(folder.path() / "notes.jex");
  ASSERT_TRUE(format.ok());
  EXPECT_EQ(*format, Format::Joplin);
  const Taken taken = take(folder.path() / "notes.jex", Format::Joplin);
  ASSERT_EQ(taken.items.size(), 2u);
  EXPECT_EQ(taken.text(0), "Brass\n\nThey sang.\n\nAll of it.");
  EXPECT_EQ(taken.items[0].reflection.source, "joplin:n1");
  EXPECT_EQ(taken.report.left, 2u);
  // What a name in an archive says is only said.
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    (void)entry;
    ++files;
  }
  EXPECT_EQ(files, 1u);
}

TEST(ImportFormats, JoplinsMarkdownIsDatedByWhenItWasMade) {
  const Taken taken = takeText("note.md",
                               "---\ntitle: Brass\nupdated: 2026-02-01 10:00:00Z\n"
                               "created: 2026-01-22 16:05:00Z\nlatitude: 51.5\n---\n\nThey sang.\n",
                               Format::Markdown);
  ASSERT_EQ(taken.items.size(), 1u);
  EXPECT_EQ(isoDate(taken.items[0].reflection.lesson.date), "2026-01-22");
  EXPECT_EQ(taken.text(0), "Brass\n\nThey sang.");
}

TEST(ImportFormats, TextFilesComeInWhateverTheirEncoding) {
  const Folder folder;
  folder.put("2026-01-01 a.txt", "caf\u00e9");
  folder.put("2026-01-02 b.txt", "caf\xe9");
  folder.put("2026-01-03 c.txt", std::string("\xff\xfe"
                                             "c\0a\0f\0\xe9\0",
                                             10));
  folder.put("2026-01-04 d.txt", std::string("\xfe\xff"
                                             "\0c\0a\0f\0\xe9",
                                             10));
  folder.put("2026-01-05 e.txt",
             "\xef\xbb\xbf"
             "caf\u00e9");
  folder.put("2026-01-06 f.txt", std::string("\0\x01\x02\0\0\x7f"
                                             "ELF",
                                             9));
  folder.put("2026-01-07 g.txt", "caf\u00e9 \xff.");
  const auto format = detectFormat(folder.path());
  ASSERT_TRUE(format.ok());
  EXPECT_EQ(*format, Format::PlainText);
  const Taken taken = take(folder.path(), Format::PlainText);
  ASSERT_EQ(taken.items.size(), 6u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(taken.text(i), "caf\u00e9") << i;
  EXPECT_EQ(taken.text(5), "caf\u00e9 \ufffd.");
  EXPECT_EQ(taken.report.left, 1u);
  EXPECT_EQ(taken.report.notes.size(), 2u) << "Windows-1252, and what could not be read";
}

TEST(ImportFormats, APreviewSaysWhatWouldComeAndKeepsNothing) {
  const Folder folder;
  folder.put("2026-01-01.md", "---\npeople: [Ayaan Chaudhry]\n---\nAyaan sang.");
  folder.put("2026-03-01.md", "Second.");
  folder.put("bad.md", "---\nnonsense\n---\nx");
  ImportContext context;
  std::size_t asked = 0;
  const auto preview =
      previewImport({folder.path(), Format::Markdown}, context, {},
                    [&](const Reflection&) -> Result<bool> { return ++asked == 1; });
  ASSERT_TRUE(preview.ok());
  EXPECT_EQ(preview->reflections, 2u);
  EXPECT_EQ(preview->alreadyHere, 1u);
  EXPECT_EQ(preview->report.left, 1u);
  EXPECT_EQ(isoDate(*preview->from), "2026-01-01");
  EXPECT_EQ(isoDate(*preview->to), "2026-03-01");
  ASSERT_EQ(preview->names.size(), 1u);
  EXPECT_EQ(preview->newNames, 1u);
  EXPECT_EQ(preview->names[0].realName, "Ayaan Chaudhry");
}

TEST(ImportFormats, StoppingKeepsWhatWasHandedOverAndRunningAgainGivesTheSameSources) {
  const Folder folder;
  for (int i = 10; i < 30; ++i) folder.put("2026-01-" + std::to_string(i) + ".md", "Words.");
  ImportContext context;
  std::stop_source stop;
  Taken half;
  ImportSink sink = keepIn(half);
  const auto keep = sink.journal.reflection;
  sink.journal.reflection = [&](ImportedReflection item) -> Result<void> {
    if (half.items.size() == 9) stop.request_stop();
    return keep(std::move(item));
  };
  const auto report = importAll({folder.path(), Format::Markdown}, context, half.names, sink,
                                {{}, stop.get_token()});
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->stopped);
  EXPECT_EQ(half.items.size(), 10u);
  const Taken all = take(folder.path(), Format::Markdown);
  ASSERT_EQ(all.items.size(), 20u);
  for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(all.items[i], half.items[i]);
}

TEST(ImportFormats, WhatItIsNotIsSaidPlainly) {
  const Folder folder;
  folder.put("x.bin", std::string(3000, '\x01'));
  folder.put("empty", "");
  folder.put("x.zip", "not a zip");
  folder.put("sub/x.docx", "PK no");
  for (const char* name : {"x.bin", "empty", "x.zip", "sub"}) {
    const auto format = detectFormat(folder.path() / name);
    ASSERT_FALSE(format.ok()) << name;
    EXPECT_FALSE(format.error().advice.empty()) << name;
  }
  EXPECT_EQ(detectFormat("/dev/zero").error().code, ErrorCode::InvalidInput);
  EXPECT_EQ(detectFormat(folder.path() / "nothing").error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace journal::exchange::test
