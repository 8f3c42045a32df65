#include "journal/exchange/group_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "journal/exchange/csv_writer.h"
#include "journal/exchange/formats.h"
#include "journal/exchange/reading_entry.h"

namespace journal::exchange {
namespace {

using session::CardKind;

struct Section {
  CardKind kind;
  const char* heading;
  const char* one;
};
/// In the order in which a group reads them again.
constexpr Section kSections[] = {
    {CardKind::Theme, "Themes", "Theme"},
    {CardKind::Pattern, "What we noticed", "Pattern"},
    {CardKind::Barrier, "Outside our control", "Barrier"},
    {CardKind::Question, "Questions worth keeping", "Question"},
    {CardKind::Title, "Moments, by title", "Title"},
    {CardKind::Idea, "Ideas", "Idea"},
    {CardKind::Comment, "Comments on the draft", "Comment"},
    {CardKind::Learning, "What it teaches us", "Learning"},
    {CardKind::Action, "What we will try", "Action"},
};

std::string withWhom(const KeptCard& card) {
  std::string text = card.text;
  if (!card.owner.empty()) text += fmt::format(" ({}", card.owner);
  if (!card.owner.empty() && card.due.ok()) text += fmt::format(", by {}", isoDate(card.due));
  if (!card.owner.empty()) text += ")";
  if (card.dots > 0) text += fmt::format(" [{} {}]", card.dots, card.dots == 1 ? "dot" : "dots");
  return text;
}

ReadingEntry section(const GroupSession& group, const Section& of) {
  ReadingEntry entry;
  entry.date = isoDate(group.day);
  entry.heading = of.heading;
  for (const KeptCard& card : group.cards) {
    if (card.kind != of.kind || !isTheGroups(card)) continue;
    entry.parts.push_back({ReadingPart::Kind::Paragraph, withWhom(card)});
  }
  return entry;
}

ReadingEntry leaving(const GroupSession& group) {
  ReadingEntry entry;
  entry.date = isoDate(group.day);
  entry.heading = "What left the room, in these words";
  for (const KeptCard& card : group.cards) {
    if (card.leaves && isTheGroups(card))
      entry.parts.push_back({ReadingPart::Kind::Passage, card.text});
  }
  if (entry.parts.empty())
    entry.parts.push_back({ReadingPart::Kind::Paragraph, "Nothing left the room."});
  return entry;
}

class ForReading final : public ReadingWriter {
 public:
  Result<void> begin(const std::string& title, const std::string& preface) override {
    copy.title = title;
    copy.preface = preface;
    return {};
  }
  Result<void> add(const ReadingEntry& entry) override {
    copy.items.push_back({"group_session", entry});
    return {};
  }
  Result<void> finish() override { return {}; }

  AccessCopy copy;
};

}  // namespace

AccessCopy groupRecordToRead(const GroupSession& group) {
  ForReading reading;
  (void)writeGroupRecord(group, reading);  // nothing in it can fail
  return std::move(reading.copy);
}

Result<std::string> groupRecordBytes(const GroupSession& group, std::string_view kind) {
  if (kind == "csv") return groupRecordCsv(group);
  if (kind != "html" && kind != "pdf")
    return Error{ErrorCode::InvalidInput, "kind of copy",
                 "A record is written as html, pdf or csv."};
  std::string bytes;
  const ByteSink sink = [&bytes](std::string_view more) -> Result<void> {
    bytes += more;
    return {};
  };
  std::unique_ptr<ReadingWriter> writer;
  if (kind == "pdf") {
    J_TRY(const auto* formats, loadFormats());
    writer = formats->pdfWriter(sink);
  } else {
    writer = makeHtmlWriter(sink);
  }
  J_CHECK(writeGroupRecord(group, *writer));
  return bytes;
}

std::string_view nameOfKept(CardKind kind) {
  for (const Section& one : kSections)
    if (one.kind == kind) return one.one;
  return "";
}

std::string_view headingOfKept(CardKind kind) {
  for (const Section& one : kSections)
    if (one.kind == kind) return one.heading;
  return "";
}

std::vector<CardKind> kindsKept() {
  std::vector<CardKind> kinds;
  for (const Section& one : kSections) kinds.push_back(one.kind);
  return kinds;
}

Result<void> writeGroupRecord(const GroupSession& group, ReadingWriter& writer) {
  J_CHECK(writer.begin(
      group.title,
      fmt::format("{}, {}. {} people, {} minutes. Kept until {}. Nobody's name stands beside what "
                  "was said.",
                  group.format.name, isoDate(group.day), group.headcount, group.lasted.count(),
                  isoDate(recordEnds(group.day)))));
  ReadingEntry agreement;
  agreement.date = isoDate(group.day);
  agreement.heading = "What we agreed";
  for (const std::string& line : group.agreement)
    agreement.parts.push_back({ReadingPart::Kind::Paragraph, line});
  if (!agreement.parts.empty()) J_CHECK(writer.add(agreement));
  for (const Section& one : kSections) {
    const ReadingEntry entry = section(group, one);
    if (!entry.parts.empty()) J_CHECK(writer.add(entry));
  }
  J_CHECK(writer.add(leaving(group)));
  return writer.finish();
}

std::string groupRecordCsv(const GroupSession& group) {
  std::string table = kUtf8Mark + csvLine({"Date", "Session", "What", "Words", "Left the room",
                                           "Dots", "Who", "By when", "Done"});
  for (const Section& one : kSections) {
    for (const KeptCard& card : group.cards) {
      if (card.kind != one.kind || !isTheGroups(card)) continue;
      table += csvLine({isoDate(group.day), group.title, one.one, card.text,
                        card.leaves ? "yes" : "no", card.dots > 0 ? std::to_string(card.dots) : "",
                        card.owner, card.due.ok() ? isoDate(card.due) : "",
                        card.kind == CardKind::Action ? (card.done ? "yes" : "no") : ""});
    }
  }
  return table;
}

}  // namespace journal::exchange
