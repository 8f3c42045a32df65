#include <fmt/format.h>

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/exchange/markdown_import.h"
#include "journal/exchange/name_book.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::exchange::NameBook;
using journal::exchange::Part;

/// A lesson as the command line describes it.
struct LessonWords {
  std::string date;
  std::string time;
  int minutes = 0;
  std::string setting;
  std::string group;
  std::string yearGroup;
  std::string instrument;
  std::string place;
  std::vector<std::string> youngPeople;
  std::string peopleFile;
};

struct AddWords {
  LessonWords lesson;
  std::string file;
  std::string promptSet;
  bool draft = false;
};

void addLessonOptions(const Command& command, LessonWords& words) {
  command.option("--date", words.date, "Day of the lesson, like 2026-01-22 (today)");
  command.option("--time", words.time, "When it began, like 16:05");
  command.option("--minutes", words.minutes, "How long it was")
      .within(std::int64_t{0}, std::int64_t{1440});
  command.option("--setting", words.setting,
                 "one_to_one, small_group, whole_class, ensemble, special_school, pru, home or "
                 "online");
  command.option("--group", words.group, "Name of the group, or @FILE");
  command.option("--year-group", words.yearGroup, "Like \"Year 5\"");
  command.option("--instrument", words.instrument, "What was played");
  command.option("--place", words.place, "Where it was, or @FILE");
  command.option(
      "--young-person", words.youngPeople,
      "Who was there, or @FILE (its first line; @- for the next line of standard input); may be "
      "repeated");
  command
      .option("--people-file", words.peopleFile,
              "Who was there, one name a line: real names stay out of arguments, which other "
              "programs can read")
      .typeName("FILE");
}

/// A name the journal has by code, real name or another spelling; a new one otherwise.
journal::NameId nameIn(NameBook& book, const std::string& text, Part part) {
  for (const journal::KnownName& name : book.all()) {
    if (name.codeName == text) return name.id;
  }
  return book.idFor(text, part);
}

Result<void> readWhen(const LessonWords& words, const Context& context, journal::Lesson& lesson) {
  lesson.date = context.today();
  if (!words.date.empty()) {
    const auto date = journal::parseDate(words.date);
    if (!date) return Error{ErrorCode::InvalidInput, "--date", "Dates are like 2026-01-22."};
    lesson.date = *date;
  }
  if (!words.time.empty()) {
    const auto at = journal::parseTime("2000-01-01T" + words.time);
    const auto midnight = journal::parseTime("2000-01-01");
    if (!at || words.time.size() != 5) {
      return Error{ErrorCode::InvalidInput, "--time", "Times are like 16:05."};
    }
    lesson.startsAt = std::chrono::duration_cast<std::chrono::minutes>(*at - *midnight);
  }
  lesson.length = std::chrono::minutes(words.minutes);
  return {};
}

/// The lesson with "@FILE" read; before the text, because "@-" takes lines from in front of it.
Result<LessonWords> givenLesson(LessonWords words, const Context& context) {
  J_TRY(words.group, context.given(words.group));
  J_TRY(words.place, context.given(words.place));
  for (std::string& person : words.youngPeople) {
    J_TRY(person, context.given(person));
  }
  return words;
}

Result<std::vector<std::string>> peopleOf(const LessonWords& words, const Context& context) {
  std::vector<std::string> people = words.youngPeople;
  if (words.peopleFile.empty()) return people;
  J_TRY(const std::string lines, context.readText(words.peopleFile));
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    const std::size_t end = line.find_last_not_of(" \t\r");
    if (end != std::string::npos) people.push_back(line.substr(0, end + 1));
  }
  return people;
}

Result<journal::Lesson> readLesson(const LessonWords& words, const Context& context,
                                   NameBook& book) {
  journal::Lesson lesson;
  J_CHECK(readWhen(words, context, lesson));
  if (!words.setting.empty()) {
    const auto setting = journal::parseSetting(words.setting);
    if (!setting) {
      return Error{ErrorCode::InvalidInput, "--setting", "That is not a setting Afternote knows."};
    }
    lesson.setting = *setting;
  }
  lesson.group = words.group;
  lesson.yearGroup = words.yearGroup;
  lesson.instrument = words.instrument;
  if (!words.place.empty()) lesson.place = nameIn(book, words.place, Part::School);
  J_TRY(const auto people, peopleOf(words, context));
  for (const std::string& person : people) {
    lesson.youngPeople.push_back(nameIn(book, person, Part::YoungPerson));
  }
  return lesson;
}

void remarkOnBytes(const Context& context, const std::string& typed) {
  if (journal::isValidUtf8(typed)) return;
  context.remark(
      "Some characters could not be read; each stands as \uFFFD. The rest is as it was.");
}

/// Typed words as stored text: real names and code names become mentions.
std::string storedFrom(const std::string& typed, const std::vector<journal::KnownName>& names) {
  std::vector<journal::KnownName> withCodes = names;
  for (journal::KnownName& name : withCodes) name.alsoWritten.push_back(name.codeName);
  return journal::mentionKnownNames(journal::sanitisePlain(typed), withCodes);
}

Result<int> add(Context& context, const AddWords& words) {
  J_TRY(const LessonWords lesson, givenLesson(words.lesson, context));
  J_TRY(const std::string typed, context.readText(words.file));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(auto known, journal->names());
  NameBook book(std::move(known), context.randomIds());
  journal::service::ImportBatch batch;
  journal::Reflection reflection;
  J_TRY(reflection.lesson, readLesson(lesson, context, book));
  reflection.id = journal::ReflectionId::random(context.random);
  reflection.text = storedFrom(typed, book.all());
  reflection.promptSet = words.promptSet;
  reflection.state =
      words.draft ? journal::ReflectionState::Draft : journal::ReflectionState::Finished;
  reflection.writtenAt = context.clock.now();
  reflection.writtenOffset = context.clock.utcOffset(reflection.writtenAt);
  reflection.changedAt = reflection.writtenAt;
  batch.names = book.takeChanged();
  batch.reflections.push_back({reflection, {}, std::nullopt});
  J_TRY(const auto result, journal->apply(batch));
  (void)result;
  remarkOnBytes(context, typed);
  if (context.options.json) {
    OrderedJson json;
    json["id"] = reflection.id.hex();
    context.print(json);
  } else {
    context.say("Saved as " + reflection.id.hex().substr(0, 8) + ".");
  }
  return kDone;
}

/// A file that `show --markdown` wrote comes back whole; anything else is plain words.
Result<std::string> newText(const std::string& typed, const Context& context,
                            const std::vector<journal::KnownName>& known) {
  if (typed.compare(0, 14, "---\nafternote:") != 0) return storedFrom(typed, known);
  NameBook book(known, context.randomIds());
  J_TRY(const auto read, journal::exchange::readMarkdown({"edited.md", typed}, {}, book));
  for (const std::string& note : read.notes) context.remark(note);
  return read.item.reflection.text;
}

Result<int> edit(Context& context, const std::string& id, const std::string& file) {
  J_TRY(const std::string typed, context.readText(file));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto found, findReflection(*journal, id));
  J_TRY(const auto known, journal->names());
  J_TRY(const std::string text, newText(typed, context, known));
  J_TRY(const auto result, journal->apply(journal::service::EditText{found, text}));
  remarkOnBytes(context, typed);
  context.say(result.changes.reflections ? "Saved. Tags moved with their words."
                                         : "Nothing was different.");
  return kDone;
}

struct Switch {
  std::string id;
  bool back = false;
};

Result<int> bin(Context& context, const Switch& choice) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findReflection(*journal, choice.id));
  J_TRY(const auto done, journal->apply(journal::service::BinReflection{id, !choice.back}));
  (void)done;
  context.say(choice.back ? "Back in your journal." : "In the bin. Nothing is destroyed.");
  return kDone;
}

void addBinCommand(const Command& app, Context& context) {
  auto sub = app.command("bin", "Put a reflection in the bin, or take it out");
  auto choice = std::make_shared<Switch>();
  sub.option("id", choice->id, "Its id, or the start of it").required();
  sub.flag("--undo", choice->back, "The other way round");
  sub.whenChosen([&context, choice] {
    context.action = [&context, choice] { return bin(context, *choice); };
  });
}

}  // namespace

void addWriteCommands(const Command& app, Context& context) {
  auto adding = app.command("add", "Write a reflection");
  auto words = std::make_shared<AddWords>();
  addLessonOptions(adding, words->lesson);
  adding.option("--file", words->file, "The words (standard input)");
  adding.option("--prompt-set", words->promptSet, "Like Q1");
  adding.flag("--draft", words->draft, "Not finished yet");
  adding.whenChosen(
      [&context, words] { context.action = [&context, words] { return add(context, *words); }; });
  auto editing = app.command("edit", "Give a reflection new words");
  auto id = std::make_shared<std::string>();
  auto file = std::make_shared<std::string>();
  editing.option("id", *id, "Its id, or the start of it").required();
  editing.option("--file", *file, "The words, or a file from show --markdown (standard input)");
  editing.whenChosen([&context, id, file] {
    context.action = [&context, id, file] { return edit(context, *id, *file); };
  });
  addHoldCommand(app, context);
  addBinCommand(app, context);
}

}  // namespace app::cli
