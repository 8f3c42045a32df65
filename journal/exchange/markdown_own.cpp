#include "journal/exchange/markdown_own.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "journal/domain/mention.h"
#include "journal/exchange/mention_text.h"

namespace journal::exchange {
namespace {

Error unusable(const char* what) {
  return Error{ErrorCode::InvalidInput, "markdown: own file",
               fmt::format("its front matter says Afternote wrote it, but {}", what)};
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string memberText(const FrontEntry& entry, std::string_view key) {
  const std::string* value = entry.member(key);
  return value == nullptr ? std::string() : *value;
}

std::size_t memberOffset(const FrontEntry& entry, std::string_view key) {
  const auto value = number(memberText(entry, key));
  return value && *value >= 0 ? static_cast<std::size_t>(*value) : 0;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::optional<KnownName> readName(const FrontEntry& entry) {
  const auto id = NameId::fromHex(memberText(entry, "id"));
  const std::string kind = memberText(entry, "kind");
  if (!id) return std::nullopt;
  KnownName name;
  name.id = *id;
  name.kind = kind == "young_person" ? NameKind::YoungPerson
              : kind == "place"      ? NameKind::Place
                                     : NameKind::Colleague;
  name.codeName = sanitisePlain(memberText(entry, "code"));
  name.ageBand = sanitisePlain(memberText(entry, "age_band"));
  name.instrumentFamily = sanitisePlain(memberText(entry, "instrument_family"));
  name.askDslFirst = memberText(entry, "ask_dsl_first") == "true";
  name.realName = sanitisePlain(memberText(entry, "real"));
  for (auto& form : lines(sanitisePlain(memberText(entry, "also")))) {
    name.alsoWritten.push_back(std::move(form));
  }
  return name;
}

/// A piece of shown words that was a token.
struct Mark {
  std::size_t at = 0;
  std::size_t length = 0;
  NameId name;         ///< nil for a prompt
  std::string prompt;  ///< without its marks
};

std::vector<Mark> readMarks(const FrontMatter& front) {
  std::vector<Mark> marks;
  const auto* entries = front.field("marks");
  if (entries == nullptr) return marks;
  for (const FrontEntry& entry : *entries) {
    Mark mark;
    mark.at = memberOffset(entry, "at");
    mark.length = memberOffset(entry, "length");
    if (const std::string* prompt = entry.member("prompt")) {
      mark.prompt = sanitisePlain(*prompt);
    } else {
      mark.name = NameId::fromHex(memberText(entry, "name")).value_or(NameId());
    }
    if (!mark.name.isNil() || !mark.prompt.empty()) marks.push_back(std::move(mark));
  }
  return marks;
}

/// "12+4=<id> 40+5=<id>", as writeMarkdown() puts them beside an intention.
std::vector<Mark> readCompactMarks(std::string_view text) {
  std::vector<Mark> marks;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::size_t plus = word.find('+');
    const std::size_t equals = word.find('=');
    if (plus == std::string_view::npos || equals == std::string_view::npos || equals < plus)
      continue;
    const auto at = number(word.substr(0, plus));
    const auto length = number(word.substr(plus + 1, equals - plus - 1));
    const auto id = NameId::fromHex(word.substr(equals + 1));
    if (!at || !length || !id || *at < 0 || *length < 0) continue;
    marks.push_back(
        {static_cast<std::size_t>(*at), static_cast<std::size_t>(*length), *id, std::string()});
  }
  return marks;
}

/// Turns shown words back into stored text, remembering where each byte went.
class Restored {
 public:
  /// `shownAs` says how a name reads in this file.
  Restored(std::string words, std::vector<Mark> marks, const NameBook& names, NamesShown shown)
      : words_(std::move(words)) {
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
    for (const Mark& mark : marks) add(mark, names, shown);
    stored_.append(words_, copied_, std::string::npos);
  }

  const std::string& words() const { return words_; }
  const std::string& stored() const { return stored_; }
  std::size_t lost() const { return lost_; }

  Passage mapped(std::size_t begin, std::size_t end) const {
    return mappedThrough(pieces_, begin, end);
  }

 private:
  void add(const Mark& mark, const NameBook& names, NamesShown shown) {
    const std::string written =
        mark.prompt.empty() ? shownName(names.get(mark.name), shown) : "## " + mark.prompt;
    // Where it was, or as near as the words have moved by an edit outside Afternote.
    auto at = findNearest(words_, written, mark.at);
    if (!at || *at < copied_) at = findNearest(words_, written, std::max(mark.at, copied_));
    if (!at || *at < copied_ || written.empty()) {
      ++lost_;
      return;
    }
    stored_.append(words_, copied_, *at - copied_);
    const std::size_t newBegin = stored_.size();
    stored_ += mark.prompt.empty() ? mentionToken(mark.name) : headingToken(mark.prompt);
    copied_ = *at + written.size();
    pieces_.push_back({*at, copied_, newBegin, stored_.size()});
  }

  std::string words_;
  std::string stored_;
  std::vector<ReplacedRun> pieces_;
  std::size_t copied_ = 0;
  std::size_t lost_ = 0;
};

std::optional<NameId> optionalName(const std::string& text) {
  return NameId::fromHex(text);
}

bool readLesson(const FrontMatter& front, Lesson& lesson) {
  const auto date = parseDate(front.scalar("date"));
  const auto setting = parseSetting(front.scalar("setting"));
  if (!date || !setting) return false;
  lesson.date = *date;
  lesson.setting = *setting;
  const auto minutes = number(front.scalar("minutes"));
  if (minutes && *minutes >= 0 && *minutes <= 24 * 60) {
    lesson.length = std::chrono::minutes(*minutes);
  }
  const auto clock = parseTime("2000-01-01T" + front.scalar("time"));
  if (clock) {
    lesson.startsAt = std::chrono::duration_cast<std::chrono::minutes>(
        clock->time_since_epoch() -
        std::chrono::sys_days(*parseDate("2000-01-01")).time_since_epoch());
  }
  lesson.group = sanitisePlain(front.scalar("group"));
  lesson.yearGroup = sanitisePlain(front.scalar("year_group"));
  lesson.instrument = sanitisePlain(front.scalar("instrument"));
  lesson.place = optionalName(front.scalar("place"));
  if (const auto* people = front.field("young_people")) {
    for (const FrontEntry& entry : *people) {
      if (const auto id = NameId::fromHex(entry.scalar)) lesson.youngPeople.push_back(*id);
    }
  }
  return true;
}

bool readHead(const FrontMatter& front, Reflection& reflection) {
  const auto id = ReflectionId::fromHex(front.scalar("id"));
  const auto written = parseTime(front.scalar("written"));
  const auto changed = parseTime(front.scalar("changed"));
  const auto offset = number(front.scalar("written_offset"));
  if (!id || !written || !changed || !offset || *offset < -24 * 60 || *offset > 24 * 60)
    return false;
  reflection.id = *id;
  reflection.writtenAt = *written;
  reflection.changedAt = *changed;
  reflection.writtenOffset = std::chrono::minutes(*offset);
  reflection.promptSet = sanitisePlain(front.scalar("prompt_set"));
  reflection.source = sanitisePlain(front.scalar("source"));
  reflection.state =
      front.scalar("state") == "draft" ? ReflectionState::Draft : ReflectionState::Finished;
  return readLesson(front, reflection.lesson);
}

std::optional<Tag> readTag(const FrontEntry& entry, const Restored& text) {
  const auto id = TagId::fromHex(memberText(entry, "id"));
  const auto indicator = IndicatorCode::parse(memberText(entry, "indicator"));
  const auto direction = parseDirection(memberText(entry, "direction"));
  const auto voice = parseVoice(memberText(entry, "voice"));
  const std::string quote = sanitisePlain(memberText(entry, "quote"));
  const auto at = findNearest(text.words(), quote, memberOffset(entry, "at"));
  if (!id || !indicator || !direction || !voice || !at) return std::nullopt;
  Tag tag;
  tag.id = *id;
  tag.passage = text.mapped(*at, *at + quote.size());
  if (!makePassage(text.stored(), tag.passage.begin, tag.passage.end).ok()) return std::nullopt;
  tag.quote = text.stored().substr(tag.passage.begin, tag.passage.end - tag.passage.begin);
  tag.indicator = *indicator;
  const auto level = number(memberText(entry, "level"));
  if (level && *level >= 1 && *level <= 5) tag.level = Level::of(static_cast<int>(*level));
  tag.direction = *direction;
  tag.voice = *voice;
  tag.youngPerson = optionalName(memberText(entry, "young_person"));
  const auto framework = number(memberText(entry, "framework"));
  tag.frameworkVersion =
      framework && *framework > 0 && *framework < 1'000'000 ? static_cast<int>(*framework) : 1;
  tag.note = sanitisePlain(memberText(entry, "note"));
  return tag;
}

std::optional<Intention> readIntention(const FrontMatter& front, const NameBook& names,
                                       NamesShown shown) {
  const auto* entries = front.field("intention");
  if (entries == nullptr || entries->size() != 1) return std::nullopt;
  const FrontEntry& entry = entries->front();
  const auto id = IntentionId::fromHex(memberText(entry, "id"));
  const auto madeOn = parseDate(memberText(entry, "made_on"));
  if (!id || !madeOn) return std::nullopt;
  const Restored words(sanitisePlain(memberText(entry, "text")),
                       readCompactMarks(memberText(entry, "marks")), names, shown);
  Intention intention;
  intention.id = *id;
  intention.text = words.stored();
  intention.youngPerson = optionalName(memberText(entry, "young_person"));
  intention.group = sanitisePlain(memberText(entry, "group"));
  const std::string state = memberText(entry, "state");
  intention.state = state == "done"     ? IntentionState::Done
                    : state == "let_go" ? IntentionState::LetGo
                                        : IntentionState::Open;
  intention.madeOn = *madeOn;
  return intention;
}

/// The words below the front matter, without the blank line before and the line end after.
std::string bodyOf(const FrontMatter& front) {
  std::string_view body = front.body;
  if (!body.empty() && body.front() == '\n') body.remove_prefix(1);
  if (!body.empty() && body.back() == '\n') body.remove_suffix(1);
  return sanitisePlain(body);
}

}  // namespace

Result<MarkdownReading> readOwnMarkdown(const FrontMatter& front, NameBook& names) {
  if (front.scalar("afternote") != "1") return unusable("in a newer form than this one can read");
  MarkdownReading out;
  Reflection& reflection = out.item.reflection;
  if (!readHead(front, reflection)) return unusable("its id, dates or setting cannot be read");
  const NamesShown shown =
      front.scalar("names_shown") == "real" ? NamesShown::Real : NamesShown::Code;
  if (const auto* entries = front.field("names")) {
    for (const FrontEntry& entry : *entries) {
      if (auto name = readName(entry)) names.adopt(std::move(*name));
    }
  }
  const Restored text(bodyOf(front), readMarks(front), names, shown);
  reflection.text = text.stored();
  if (text.lost() != 0) {
    out.notes.push_back(
        "Some names stay as plain words, because the text has changed around them.");
  }
  std::size_t lostTags = 0;
  if (const auto* entries = front.field("passages")) {
    for (const FrontEntry& entry : *entries) {
      auto tag = readTag(entry, text);
      if (!tag) {
        ++lostTags;
        continue;
      }
      tag->reflection = reflection.id;
      out.item.tags.push_back(std::move(*tag));
    }
  }
  if (lostTags != 0) {
    out.notes.push_back("Some tags were left out, because their words are no longer in the text.");
  }
  out.item.intention = readIntention(front, names, shown);
  if (out.item.intention) out.item.intention->from = reflection.id;
  return out;
}

}  // namespace journal::exchange
