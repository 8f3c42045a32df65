#include "journal/exchange/markdown_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/exchange/front_matter.h"
#include "journal/exchange/markdown_own.h"
#include "journal/exchange/text_file.h"

namespace journal::exchange {
namespace {

constexpr std::size_t kMaxFrontFieldBytes = 500;

std::string field(const FrontMatter& front, const char* key) {
  std::string text = sanitisePlain(front.scalar(key));
  return text.size() > kMaxFrontFieldBytes ? std::string() : text;
}

std::string fileTitle(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// The day the file is about: its `date`, or its name, or today.
LocalDate dateOf(const FrontMatter& front, const MarkdownFile& file, const ImportContext& context,
                 std::vector<std::string>& notes) {
  if (const auto date = parseDate(field(front, "date").substr(0, 10))) return *date;
  if (const auto date = parseDate(fileTitle(file.name).substr(0, 10))) return *date;
  // Joplin's front matter: when the note was made.
  if (const auto date = parseDate(field(front, "created").substr(0, 10))) return *date;
  notes.push_back("It has no date, so it was given today's.");
  return localDate(context.now, std::chrono::minutes(0));
}

std::optional<std::chrono::minutes> clockOf(const std::string& text) {
  int hours = 0;
  int minutes = 0;
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto first = std::from_chars(text.data(), text.data() + 2, hours);
  const auto second = std::from_chars(text.data() + 3, text.data() + 5, minutes);
  if (first.ptr != text.data() + 2 || second.ptr != text.data() + 5) return std::nullopt;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  return std::chrono::minutes(hours * 60 + minutes);
}

Lesson readLesson(const FrontMatter& front, NameBook& names, std::vector<std::string>& notes) {
  Lesson lesson;
  const std::string setting = field(front, "setting");
  if (const auto parsed = parseSetting(setting)) {
    lesson.setting = *parsed;
  } else if (!setting.empty()) {
    notes.push_back("Its setting is not one that Afternote knows, so it stands as one to one.");
  }
  int minutes = 0;
  const std::string length = field(front, "minutes");
  std::from_chars(length.data(), length.data() + length.size(), minutes);
  if (minutes > 0 && minutes <= 24 * 60) lesson.length = std::chrono::minutes(minutes);
  lesson.startsAt = clockOf(field(front, "time"));
  lesson.group = field(front, "group");
  lesson.yearGroup = field(front, "year_group");
  lesson.instrument = field(front, "instrument");
  const std::string place = field(front, "place");
  if (!place.empty()) lesson.place = names.idFor(place, Part::School);
  if (const auto* people = front.field("people")) {
    for (const FrontEntry& entry : *people) {
      const std::string real = sanitisePlain(entry.scalar);
      if (real.empty() || real.size() > kMaxFrontFieldBytes) continue;
      const NameId id = names.idFor(real, Part::YoungPerson);
      if (std::find(lesson.youngPeople.begin(), lesson.youngPeople.end(), id) ==
          lesson.youngPeople.end()) {
        lesson.youngPeople.push_back(id);
      }
    }
  }
  return lesson;
}

/// Labels that are codes of the framework tag the whole text; the others are counted.
std::size_t readLabels(const FrontMatter& front, const ImportContext& context,
                       ImportedReflection& item) {
  const auto* labels = front.field("tags");
  if (labels == nullptr) return 0;
  std::size_t lost = 0;
  for (const FrontEntry& entry : *labels) {
    const auto code = IndicatorCode::parse(entry.scalar);
    const bool known =
        code && (context.framework == nullptr || context.framework->find(*code) != nullptr);
    if (!known) {
      ++lost;
      continue;
    }
    Tag tag;
    tag.id = TagId::fromBytes(
        context.ids(fmt::format("{}#tag{}", item.reflection.source, item.tags.size())));
    tag.reflection = item.reflection.id;
    tag.passage = {0, item.reflection.text.size()};
    tag.quote = item.reflection.text;
    tag.indicator = *code;
    if (item.reflection.lesson.youngPeople.size() == 1) {
      tag.youngPerson = item.reflection.lesson.youngPeople.front();
    }
    if (context.framework != nullptr) tag.frameworkVersion = context.framework->version;
    item.tags.push_back(std::move(tag));
  }
  return lost;
}

Result<MarkdownReading> readForeign(const FrontMatter& front, const MarkdownFile& file,
                                    const ImportContext& context, NameBook& names) {
  MarkdownReading out;
  Reflection& reflection = out.item.reflection;
  reflection.lesson = readLesson(front, names, out.notes);
  reflection.lesson.date = dateOf(front, file, context, out.notes);
  std::string words(trimmed(sanitisePlain(front.body)));
  const std::string title = field(front, "title");
  if (!title.empty()) words = words.empty() ? title : title + "\n\n" + words;
  if (words.empty()) {
    return Error{ErrorCode::InvalidInput, "markdown: no words", "there are no words in it"};
  }
  reflection.source = sourceOfFile("md", file.name, file.bytes);
  reflection.id = ReflectionId::fromBytes(context.ids(reflection.source));
  reflection.text = mentionKnownNames(words, names.all());
  reflection.state = ReflectionState::Finished;
  reflection.writtenAt =
      UtcTime(std::chrono::sys_days(reflection.lesson.date)) + std::chrono::hours(18);
  reflection.changedAt = reflection.writtenAt;
  if (const std::size_t lost = readLabels(front, context, out.item); lost != 0) {
    out.notes.push_back(fmt::format("{} under \"tags\" no indicator's code and {} left out.",
                                    lost == 1 ? "One label is" : "Some labels are",
                                    lost == 1 ? "was" : "were"));
  }
  return out;
}

}  // namespace

Result<MarkdownReading> readMarkdown(const MarkdownFile& file, const ImportContext& context,
                                     NameBook& names) {
  if (file.bytes.size() > kMaxReflectionBytes) {
    return Error{ErrorCode::InvalidInput, "markdown: too long", "it is longer than 8 MB"};
  }
  const std::string name = sanitisePlain(file.name);
  const DecodedText decoded = decodeText(file.bytes);
  if (decoded.binary) {
    return Error{ErrorCode::InvalidInput, "markdown: binary", "it holds bytes that are not text"};
  }
  const std::string text = sanitisePlain(decoded.text);
  J_TRY(const FrontMatter front, readFrontMatter(text));
  auto read = front.field("afternote") != nullptr
                  ? readOwnMarkdown(front, names)
                  : readForeign(front, MarkdownFile{name, text}, context, names);
  if (read.ok() && !decoded.note.empty()) read.value().notes.push_back(decoded.note);
  return read;
}

}  // namespace journal::exchange
