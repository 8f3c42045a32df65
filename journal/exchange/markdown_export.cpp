#include "journal/exchange/markdown_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "journal/exchange/front_matter.h"

namespace journal::exchange {
namespace {

std::string_view kindName(NameKind kind) {
  switch (kind) {
    case NameKind::YoungPerson:
      return "young_person";
    case NameKind::Colleague:
      return "colleague";
    case NameKind::Place:
      return "place";
  }
  return "colleague";
}

std::string_view stateName(IntentionState state) {
  switch (state) {
    case IntentionState::Open:
      return "open";
    case IntentionState::Done:
      return "done";
    case IntentionState::LetGo:
      return "let_go";
  }
  return "open";
}

std::string isoMillis(UtcTime time) {
  const auto count = time.time_since_epoch().count();
  const auto millis = ((count % 1000) + 1000) % 1000;
  std::string text = isoTime(time);
  if (millis != 0 && !text.empty()) text.insert(text.size() - 1, fmt::format(".{:03}", millis));
  return text;
}

/// Words as shown, and where each name and prompt stands in them.
struct ShownWords {
  std::string text;
  std::string marks;    ///< list lines for the front matter
  std::string compact;  ///< "12+4=<id> .." for one scalar
};

ShownWords showWords(std::string_view stored, const MarkdownOptions& options) {
  ShownWords out;
  auto to = std::back_inserter(out.marks);
  for (const TextPiece& piece : pieces(stored)) {
    const std::size_t at = out.text.size();
    if (piece.kind == TextPiece::Kind::Run) {
      out.text += stored.substr(piece.begin, piece.end - piece.begin);
      continue;
    }
    if (piece.kind == TextPiece::Kind::Mention) {
      out.text += shownName(options.lookup(piece.name), options.shown);
      const std::size_t length = out.text.size() - at;
      fmt::format_to(to, "  - {{at: {}, length: {}, name: {}}}\n", at, length, piece.name.hex());
      out.compact +=
          fmt::format("{}{}+{}={}", out.compact.empty() ? "" : " ", at, length, piece.name.hex());
      continue;
    }
    out.text += fmt::format("## {}", piece.heading);
    fmt::format_to(to, "  - {{at: {}, length: {}, prompt: {}}}\n", at, out.text.size() - at,
                   quoteFront(piece.heading));
  }
  return out;
}

/// How many bytes of stored text became how many shown ones, up to `offset` (a border or inside a
/// run).
std::size_t shownOffset(std::string_view stored, std::size_t offset,
                        const MarkdownOptions& options) {
  return showWords(stored.substr(0, offset), options).text.size();
}

std::string passageLine(const Tag& tag, const std::string& stored, const MarkdownOptions& options) {
  const std::size_t at = shownOffset(stored, tag.passage.begin, options);
  const std::size_t end = shownOffset(stored, tag.passage.end, options);
  return fmt::format(
      "  - {{id: {}, at: {}, length: {}, indicator: {}, level: {}, direction: {}, voice: {}, "
      "young_person: {}, framework: {}, note: {}, quote: {}}}\n",
      tag.id.hex(), at, end - at, tag.indicator.text(),
      tag.level ? std::to_string(tag.level->value()) : "none", name(tag.direction), name(tag.voice),
      tag.youngPerson ? tag.youngPerson->hex() : "none", tag.frameworkVersion, quoteFront(tag.note),
      quoteFront(showWords(tag.quote, options).text));
}

std::string nameLine(const KnownName& known, const MarkdownOptions& options) {
  std::string line = fmt::format(
      "  - {{id: {}, kind: {}, code: {}, age_band: {}, instrument_family: {}, ask_dsl_first: {}",
      known.id.hex(), kindName(known.kind), quoteFront(known.codeName), quoteFront(known.ageBand),
      quoteFront(known.instrumentFamily), known.askDslFirst);
  if (options.shown == NamesShown::Real) {
    std::string also;
    for (const auto& form : known.alsoWritten) also += (also.empty() ? "" : "\n") + form;
    line += fmt::format(", real: {}, also: {}", quoteFront(known.realName), quoteFront(also));
  }
  return line + "}\n";
}

/// Every name the file needs to be read back.
std::set<NameId> namesOf(const ImportedReflection& item) {
  std::set<NameId> ids;
  for (const NameId id : mentionedNames(item.reflection.text)) ids.insert(id);
  for (const NameId id : item.reflection.lesson.youngPeople) ids.insert(id);
  if (item.reflection.lesson.place) ids.insert(*item.reflection.lesson.place);
  for (const Tag& tag : item.tags) {
    if (tag.youngPerson) ids.insert(*tag.youngPerson);
  }
  if (item.intention) {
    for (const NameId id : mentionedNames(item.intention->text)) ids.insert(id);
    if (item.intention->youngPerson) ids.insert(*item.intention->youngPerson);
  }
  return ids;
}

std::string intentionLine(const Intention& intention, const MarkdownOptions& options) {
  const ShownWords words = showWords(intention.text, options);
  return fmt::format(
      "intention: {{id: {}, text: {}, marks: {}, young_person: {}, group: {}, state: {}, made_on: "
      "{}}}\n",
      intention.id.hex(), quoteFront(words.text), quoteFront(words.compact),
      intention.youngPerson ? intention.youngPerson->hex() : "none", quoteFront(intention.group),
      stateName(intention.state), isoDate(intention.madeOn));
}

std::string lessonLines(const Lesson& lesson) {
  std::string out = fmt::format("date: {}\n", isoDate(lesson.date));
  if (lesson.startsAt) {
    const auto minutes = lesson.startsAt->count();
    out += fmt::format("time: \"{:02}:{:02}\"\n", minutes / 60, minutes % 60);
  }
  out += fmt::format("minutes: {}\nsetting: {}\n", lesson.length.count(), name(lesson.setting));
  out += fmt::format("group: {}\nyear_group: {}\ninstrument: {}\n", quoteFront(lesson.group),
                     quoteFront(lesson.yearGroup), quoteFront(lesson.instrument));
  if (lesson.place) out += fmt::format("place: {}\n", lesson.place->hex());
  std::string people;
  for (const NameId id : lesson.youngPeople) people += (people.empty() ? "" : ", ") + id.hex();
  return out + fmt::format("young_people: [{}]\n", people);
}

}  // namespace

std::string writeMarkdown(const ImportedReflection& item, const MarkdownOptions& options) {
  const Reflection& reflection = item.reflection;
  std::string out = "---\nafternote: 1\n";
  out += options.shown == NamesShown::Real ? "names_shown: real\n" : "names_shown: code\n";
  out += fmt::format("id: {}\n", reflection.id.hex()) + lessonLines(reflection.lesson);
  out += fmt::format("prompt_set: {}\nstate: {}\n", quoteFront(reflection.promptSet),
                     reflection.state == ReflectionState::Finished ? "finished" : "draft");
  out += fmt::format("written: {}\nwritten_offset: {}\nchanged: {}\nsource: {}\n",
                     isoMillis(reflection.writtenAt), reflection.writtenOffset.count(),
                     isoMillis(reflection.changedAt), quoteFront(reflection.source));
  out += "names:\n";
  for (const NameId id : namesOf(item)) {
    if (const KnownName* known = options.lookup(id)) out += nameLine(*known, options);
  }
  const ShownWords words = showWords(reflection.text, options);
  out += "marks:\n" + words.marks + "passages:\n";
  for (const Tag& tag : item.tags) out += passageLine(tag, reflection.text, options);
  if (item.intention) out += intentionLine(*item.intention, options);
  return out + "---\n\n" + words.text + "\n";
}

std::string markdownFileName(const Reflection& reflection) {
  return fmt::format("{}-{}.md", isoDate(reflection.lesson.date),
                     reflection.id.hex().substr(0, 12));
}

}  // namespace journal::exchange
