// Files made to hurt, or hurt by accident: an importer answers with a sentence, keeps what is whole
// and writes nothing.

#include "journal/exchange/formats.h"
#include "tests/journal/exchange/exchange_support.h"
#include "tests/journal/exchange/packed_files.h"

namespace journal::exchange::test {
namespace {

struct Outcome {
  std::size_t items = 0;
  std::size_t lessons = 0;
  ImportReport report;
  std::string refusal;  ///< empty when it was read
};

Outcome take(const std::string& name, const std::string& bytes, Format format) {
  const Folder folder;
  folder.put(name, bytes);
  Taken taken;
  ImportContext context;
  context.framework = &shippedFramework();
  context.now = *parseTime("2026-03-04T10:00:00Z");
  const auto report =
      importAll({folder.path() / name, format}, context, taken.names, keepIn(taken));
  Outcome out{taken.items.size(), taken.lessons.size(), {}, {}};
  if (report.ok()) {
    out.report = *report;
  } else {
    out.refusal = report.error().advice;
    EXPECT_FALSE(out.refusal.empty()) << report.error().detail;
  }
  return out;
}

constexpr const char* kDayOne =
    R"({"metadata":{},"entries":[{"uuid":"A1","creationDate":"2026-01-22T16:05:00Z","text":"One."},
{"uuid":"A2","creationDate":"2026-01-23T16:05:00Z","text":"Two."}]})";

TEST(HostileImport, ACutFileGivesWhatStandsBeforeTheCutAndSaysSo) {
  const std::string calendar =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Brass\r\nDTSTART:20260310T160000Z\r\n"
      "RRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const struct {
    const char* name;
    std::string bytes;
    Format format;
    std::size_t whole;
  } files[] = {
      {"a.json", kDayOne, Format::DayOne, 2},
      {"a.zip", zipOf({{"Journal.json", kDayOne}}), Format::DayOne, 2},
      {"a.jex", tarOf({{"1.md", "One\n\nWords.\n\nid: a\ntype_: 1"}}), Format::Joplin, 1},
      {"a.txt", "[2026-01-22 16:05] One\n[2026-01-23 16:05] Two\n", Format::JrnlText, 2},
      {"a.ics", calendar, Format::Calendar, 3},
      {"a.csv", "date,start,title\n2026-03-10,16:05,W\n2026-03-11,16:05,W\n", Format::TimetableCsv,
       2},
  };
  for (const auto& file : files) {
    const std::size_t step = file.bytes.size() / 120 + 1;
    for (std::size_t size = 0; size <= file.bytes.size(); size += step) {
      SCOPED_TRACE(std::string(file.name) + " cut at " + std::to_string(size));
      const Outcome cut = take(file.name, file.bytes.substr(0, size), file.format);
      EXPECT_LE(cut.items + cut.lessons, file.whole);
    }
    const Outcome all = take(file.name, file.bytes, file.format);
    EXPECT_EQ(all.items + all.lessons, file.whole) << file.name << all.refusal;
  }
  const std::string half = std::string(kDayOne).substr(0, 120);
  const Outcome cut = take("a.json", half, Format::DayOne);
  EXPECT_EQ(cut.items, 1u);
  ASSERT_EQ(cut.report.notes.size(), 1u);
  EXPECT_NE(cut.report.notes[0].why.find("ends early"), std::string::npos);
}

TEST(HostileImport, AnArchiveThatUnpacksToFarMoreThanItselfIsNotUnpacked) {
  const std::string bomb = std::string(40 << 20, ' ');
  const Outcome out =
      take("a.zip", zipOf({{"bomb.json", bomb}, {"Journal.json", kDayOne}}), Format::DayOne);
  EXPECT_EQ(out.items, 2u) << out.refusal;
  EXPECT_EQ(out.report.left, 1u);
  const Outcome note = take("a.jex", tarOf({{"1.md", std::string(9 << 20, 'x')}}), Format::Joplin);
  EXPECT_EQ(note.report.left, 1u);
}

TEST(HostileImport, AnArchiveGoesNoFurtherThanItsLimits) {
  const Folder folder;
  PackedFiles files;
  for (int i = 0; i < 50; ++i) files.emplace_back(std::to_string(i), std::string(1000, 'a'));
  folder.put("a.zip", zipOf(files));
  const auto formats = loadFormats();
  ASSERT_TRUE(formats.ok()) << formats.error().advice;
  std::size_t seen = 0;
  const ArchiveVisitor visitor{[](const std::string&) { return true; },
                               [&](const ArchiveItem& item) -> Result<bool> {
                                 if (item.state == ArchiveItem::State::Whole) ++seen;
                                 return true;
                               }};
  ArchiveLimits limits;
  limits.items = 10;
  const std::string path = (folder.path() / "a.zip").string();
  EXPECT_EQ(*(*formats)->readArchive(path, limits, visitor), ArchiveEnd::TooMuch);
  EXPECT_EQ(seen, 10u);
  limits = {};
  limits.totalBytes = 5000;
  seen = 0;
  EXPECT_EQ(*(*formats)->readArchive(path, limits, visitor), ArchiveEnd::TooMuch);
  EXPECT_EQ(seen, 5u);
}

TEST(HostileImport, TenMillionBracketsCostNothing) {
  const std::string brackets(10'000'000, '[');
  const Outcome one = take("a.json", brackets, Format::DayOne);
  EXPECT_FALSE(one.refusal.empty());
  const Outcome two = take("a.json", "{\"entries\":" + brackets, Format::DayOne);
  EXPECT_EQ(two.items, 0u);
  const Outcome closed =
      take("a.json", "{\"entries\":[" + brackets + std::string(10'000'000, ']') + "]}",
           Format::JrnlJson);
  EXPECT_EQ(closed.items, 0u);
  EXPECT_EQ(closed.report.left, 1u);
}

TEST(HostileImport, AnEntryLongerThanAReflectionMayBeCostsOnlyItself) {
  const std::string huge =
      R"({"entries":[{"uuid":"a","creationDate":"2026-01-22T16:05:00Z","text":")" +
      std::string(9 << 20, 'x') + "\"}," + std::string(kDayOne).substr(26);
  const Outcome out = take("a.json", huge, Format::DayOne);
  EXPECT_EQ(out.items, 2u) << out.refusal;
  EXPECT_EQ(out.report.left, 1u);
}

TEST(HostileImport, OtherEncodingsAndBytesThatAreNoTextAreAnswered) {
  std::string sixteen = "\xff\xfe";
  for (const char c : std::string(kDayOne)) sixteen += {c, '\0'};
  EXPECT_EQ(take("a.json", sixteen, Format::DayOne).items, 2u);
  EXPECT_EQ(
      take("a.csv", "date,start,title\n2026-03-10,16:05,caf\xe9\n", Format::TimetableCsv).lessons,
      1u);
  const std::string binary("\0\x01\x02\xff\0\0", 6);
  for (const Format format : {Format::DayOne, Format::JrnlText, Format::Calendar,
                              Format::TimetableCsv, Format::PlainText, Format::Markdown}) {
    const Outcome out = take("a.txt", binary + binary, format);
    EXPECT_EQ(out.items, 0u);
    EXPECT_TRUE(!out.refusal.empty() || out.report.left == 1u) << name(format);
  }
}

}  // namespace
}  // namespace journal::exchange::test
