#include "journal/exchange/reflections_jsonl.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/exchange/line_people.h"
#include "journal/exchange/line_reader.h"

namespace journal::exchange {
namespace {

constexpr std::size_t kMaxTags = 1000;
constexpr std::size_t kMaxIdBytes = 200;

/// Why a line is left out, as the end of "Line 3: ...".
Error unusableLine(std::string why) {
  return Error{ErrorCode::InvalidInput, "jsonl line", std::move(why)};
}

/// What a line loses without being left out.
struct Losses {
  std::size_t repaired = 0;
  std::size_t spans = 0;
  std::size_t tags = 0;
};

std::string cleanField(const Json& line, const char* key) {
  constexpr std::size_t kMaxFieldBytes = 500;
  std::string text = sanitisePlain(textOf(line, key).value_or(""));
  return text.size() > kMaxFieldBytes ? std::string() : text;
}

std::optional<std::chrono::minutes> parseClock(const std::string& text) {
  const auto at = parseTime("2000-01-01T" + text);
  const auto midnight = parseTime("2000-01-01");
  if (!at || !midnight || text.size() != 5) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::minutes>(*at - *midnight);
}

Result<Lesson> readLesson(const Json& line, const LinePeople& people) {
  Lesson lesson;
  const auto date = parseDate(textOf(line, "date").value_or(""));
  if (!date) return unusableLine("it has no date written like 2026-01-22");
  lesson.date = *date;
  if (const Json* setting = member(line, "setting")) {
    const auto parsed = parseSetting(asText(*setting));
    if (!parsed) return unusableLine("its setting is not one that Afternote knows");
    lesson.setting = *parsed;
  }
  const std::int64_t minutes = wholeOf(line, "minutes").value_or(0);
  if (minutes > 0 && minutes <= 24 * 60) lesson.length = std::chrono::minutes(minutes);
  lesson.startsAt = parseClock(textOf(line, "time").value_or(""));
  lesson.group = cleanField(line, "group");
  lesson.yearGroup = cleanField(line, "year_group");
  lesson.instrument = cleanField(line, "instrument");
  lesson.place = people.place();
  lesson.youngPeople = people.youngPeople();
  return lesson;
}

/// The moment it was written, as far as the line knows: at the end of the lesson, or in the
/// evening.
UtcTime writtenAt(const Lesson& lesson) {
  const std::chrono::minutes evening{18 * 60};
  const std::chrono::minutes at =
      lesson.startsAt ? *lesson.startsAt + lesson.length : std::max(evening, lesson.length);
  return UtcTime(std::chrono::sys_days(lesson.date)) + at;
}

/// One line while it is being turned into a reflection.
class LineImport {
 public:
  LineImport(const Json& line, const ImportContext& context, NameBook& names)
      : line_(line), context_(context), names_(names), people_(line, names) {}

  Result<ImportedReflection> run(const std::string& source) {
    ImportedReflection out;
    J_TRY(out.reflection.lesson, readLesson(line_, people_));
    out.reflection.lesson.group = coded(out.reflection.lesson.group);
    plain_ = sanitisePlain(textOf(line_, "text").value_or(""));
    if (plain_.empty()) return unusableLine("it has no text");
    out.reflection.id = ReflectionId::fromBytes(context_.ids(source));
    out.reflection.source = source;
    out.reflection.promptSet = cleanField(line_, "prompt_set");
    out.reflection.state = ReflectionState::Finished;
    out.reflection.writtenAt = writtenAt(out.reflection.lesson);
    out.reflection.changedAt = out.reflection.writtenAt;
    makeText();
    out.reflection.text = text();
    readTags(out);
    readIntention(out);
    return out;
  }
  const Losses& losses() const { return losses_; }

 private:
  /// A label is plain text, so a name in it ("Rohan, trumpet") becomes the code name itself.
  std::string coded(const std::string& label) const {
    return render(mentionKnownNames(label, names_.all()), NamesShown::Code,
                  [this](NameId id) { return names_.get(id); })
        .text;
  }

  /// With spans, they say what is a name; without, the names the book knows are looked for.
  void makeText() {
    mentions_.emplace(plain_, people_.runsOf(line_, plain_, losses_.spans));
    hasSpans_ = member(line_, "spans") != nullptr;
    if (!hasSpans_) found_ = mentionKnownNames(plain_, names_.all());
  }
  const std::string& text() const { return hasSpans_ ? mentions_->stored() : found_; }

  /// Where the words of a tag are in the stored text.
  std::optional<Passage> placeOf(const Json& tag) const {
    const std::string words = sanitisePlain(textOf(tag, "passage").value_or(""));
    const std::int64_t start = std::max<std::int64_t>(wholeOf(tag, "start").value_or(0), 0);
    const std::size_t guess = byteOffsetOf(plain_, static_cast<std::size_t>(start));
    std::optional<Passage> place;
    if (hasSpans_) {
      if (const auto at = findNearest(plain_, words, guess)) {
        place = mentions_->mapped(*at, *at + words.size());
      }
    } else {
      const std::string stored = mentionKnownNames(words, names_.all());
      if (const auto at = findNearest(found_, stored, guess)) {
        place = Passage{*at, *at + stored.size()};
      }
    }
    if (!place || !makePassage(text(), place->begin, place->end).ok()) return std::nullopt;
    return place;
  }

  std::optional<IndicatorCode> indicatorOf(const Json& tag) const {
    if (const auto code = textOf(tag, "indicator_code")) {
      const auto parsed = IndicatorCode::parse(*code);
      if (!parsed || context_.framework == nullptr) return parsed;
      return context_.framework->find(*parsed) != nullptr ? parsed : std::nullopt;
    }
    if (context_.framework == nullptr) return std::nullopt;
    const std::string domain = textOf(tag, "domain").value_or("");
    const std::string phrase = textOf(tag, "indicator").value_or("");
    const auto nearest = nearestIndicator(*context_.framework, domain, phrase);
    if (nearest || phrase.empty()) return nearest;
    // A phrase that shares no word with the framework is placed by the words it labels; the phrase
    // itself stays in Tag::note, and the tutor can move the tag.
    const std::string passage = sanitisePlain(textOf(tag, "passage").value_or(""));
    return nearestIndicator(*context_.framework, domain, phrase + " " + passage);
  }

  /// Whom a tag is about: as the line says, or the one young person its words name, or the only one
  /// of the lesson; otherwise the whole group.
  std::optional<NameId> youngPersonOf(const Json& tag, const std::string& quote) const {
    const std::string said = cleanField(tag, "young_person");
    if (!said.empty()) return names_.idFor(said, Part::YoungPerson);
    std::vector<NameId> named;
    for (const NameId id : mentionedNames(quote)) {
      if (people_.isYoungPerson(id)) named.push_back(id);
    }
    if (named.size() == 1) return named.front();
    if (named.empty() && people_.youngPeople().size() == 1) return people_.youngPeople().front();
    return std::nullopt;
  }

  std::optional<Tag> readTag(const Json& json, const Reflection& reflection) const {
    const auto place = placeOf(json);
    const auto indicator = indicatorOf(json);
    if (!place || !indicator) return std::nullopt;
    Tag tag;
    tag.reflection = reflection.id;
    tag.passage = *place;
    tag.quote = text().substr(place->begin, place->end - place->begin);
    tag.indicator = *indicator;
    const std::int64_t level = wholeOf(json, "level").value_or(0);
    if (level >= 1 && level <= 5) tag.level = Level::of(static_cast<int>(level));
    tag.direction =
        parseDirection(textOf(json, "direction").value_or("")).value_or(Direction::Change);
    tag.voice = parseVoice(textOf(json, "voice").value_or("")).value_or(Voice::Tutor);
    tag.youngPerson = youngPersonOf(json, tag.quote);
    if (context_.framework != nullptr) tag.frameworkVersion = context_.framework->version;
    tag.note = cleanField(json, member(json, "note") != nullptr ? "note" : "indicator");
    return tag;
  }

  void readTags(ImportedReflection& out) {
    const Json& list = listOf(line_, "tags");
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto tag = i < kMaxTags ? readTag(list[i], out.reflection) : std::nullopt;
      if (!tag) {
        ++losses_.tags;
        continue;
      }
      tag->id = TagId::fromBytes(context_.ids(fmt::format("{}#tag{}", out.reflection.source, i)));
      out.tags.push_back(std::move(*tag));
    }
  }

  void readIntention(ImportedReflection& out) const {
    const std::string words = sanitisePlain(textOf(line_, "intention").value_or(""));
    if (words.empty()) return;
    Intention intention;
    intention.id = IntentionId::fromBytes(context_.ids(out.reflection.source + "#intention"));
    intention.text = mentionKnownNames(words, names_.all());
    intention.from = out.reflection.id;
    intention.group = out.reflection.lesson.group;
    const std::string said = cleanField(line_, "young_person");
    if (!said.empty()) {
      intention.youngPerson = names_.idFor(said, Part::YoungPerson);
    } else if (intention.group.empty() && people_.youngPeople().size() == 1) {
      intention.youngPerson = people_.youngPeople().front();
    }
    intention.madeOn = out.reflection.lesson.date;
    out.intention = std::move(intention);
  }

  const Json& line_;
  const ImportContext& context_;
  NameBook& names_;
  LinePeople people_;
  std::string plain_;
  std::optional<MentionText> mentions_;
  std::string found_;
  bool hasSpans_ = false;
  Losses losses_;
};

std::string counted(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

void noteLosses(const Losses& losses, std::size_t line, ImportReport& report) {
  if (losses.repaired != 0) {
    report.note({line, "", "Some characters could not be read; each stands as \xef\xbf\xbd."});
  }
  if (losses.tags != 0) {
    report.note({line, "",
                 counted(losses.tags, "tag was", "tags were") +
                     " left out: the passage is not in the text, or the indicator is not in the "
                     "framework."});
  }
  if (losses.spans != 0) {
    report.note({line, "",
                 counted(losses.spans, "marked name was", "marked names were") +
                     " not found in the text."});
  }
}

/// The whole import: reads lines, keeps what was seen, reports.
class JsonlImport {
 public:
  JsonlImport(const ImportContext& context, NameBook& names) : context_(context), names_(names) {}

  Result<void> take(LineReader::Line line, const ReflectionSink& sink) {
    if (line.tooLong) return skip(line.number, "it is longer than 8 MB");
    if (line.text.find_first_not_of(" \t") == std::string::npos) return {};
    Losses losses;
    if (!isValidUtf8(line.text)) {
      line.text = repairUtf8(line.text);
      losses.repaired = 1;
    }
    const auto json = parseJson(line.text);
    if (!json || !json->is_object()) {
      return skip(line.number, "it is not one complete JSON object");
    }
    const std::string source = sourceOf(*json, line.text);
    if (source.size() > kMaxIdBytes) return skip(line.number, "its id is too long");
    if (seen_.count(source) != 0) {
      return skip(line.number, "its id stands on an earlier line");
    }
    LineImport import(*json, context_, names_);
    auto taken = import.run(source);
    if (!taken.ok()) return skip(line.number, taken.error().advice);
    seen_.insert(source);
    Losses all = import.losses();
    all.repaired = losses.repaired;
    noteLosses(all, line.number, report);
    ++report.taken;
    return sink(std::move(*taken));
  }

  ImportReport report;

 private:
  Result<void> skip(std::size_t line, const std::string& why) {
    report.skip({line, "", fmt::format("Line {} was left out: {}.", line, why)});
    return {};
  }

  /// A line without an id is named by its own bytes.
  std::string sourceOf(const Json& json, const std::string& bytes) const {
    const std::string id = sanitisePlain(textOf(json, "id").value_or(""));
    return "jsonl:" + (id.empty() ? toHex(context_.ids("line:" + bytes)) : id);
  }

  const ImportContext& context_;
  NameBook& names_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

Result<ImportReport> importReflectionsJsonl(std::istream& in, const ImportContext& context,
                                            NameBook& names, const ReflectionSink& sink) {
  LineReader reader(in, kMaxReflectionBytes);
  JsonlImport import(context, names);
  while (auto line = reader.next()) J_CHECK(import.take(std::move(*line), sink));
  if (in.bad()) return Error{ErrorCode::Io, "jsonl: read"};
  return std::move(import.report);
}

}  // namespace journal::exchange
