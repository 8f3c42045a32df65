#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/domain/mention.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

struct TagWords {
  std::string reflection;
  std::string file;
  std::string indicator;
  std::string level = "none";
  std::string direction = "change";
  std::string voice = "tutor";
  std::string youngPerson;
  std::string remove;
};

/// Where the typed passage stands in the text: with code names or with real ones, once only.
Result<journal::Passage> placeOf(const std::string& stored, const std::string& typed,
                                 const std::vector<journal::KnownName>& names) {
  std::vector<journal::KnownName> withCodes = names;
  for (auto& name : withCodes) name.alsoWritten.push_back(name.codeName);
  const std::string words = journal::mentionKnownNames(journal::sanitisePlain(typed), withCodes);
  const std::size_t at = stored.find(words);
  if (at == std::string::npos) {
    return Error{ErrorCode::NotFound, "passage", "Those words are not in that reflection."};
  }
  if (stored.find(words, at + 1) != std::string::npos) {
    return Error{ErrorCode::Conflict, "passage twice",
                 "Those words stand there more than once. Give a longer passage."};
  }
  return journal::makePassage(stored, at, at + words.size());
}

Result<void> readKind(const TagWords& words, journal::Tag& tag) {
  const auto indicator = journal::IndicatorCode::parse(words.indicator);
  const auto direction = journal::parseDirection(words.direction);
  const auto voice = journal::parseVoice(words.voice);
  if (!indicator || !direction || !voice) {
    return Error{ErrorCode::InvalidInput, "tag",
                 "A tag needs --indicator like P4.1; --direction is baseline, change, no_change or "
                 "set_back; --voice is tutor, young_person or third_party."};
  }
  tag.indicator = *indicator;
  tag.direction = *direction;
  tag.voice = *voice;
  if (words.level == "none") return {};
  tag.level = words.level.size() == 1 ? journal::Level::of(words.level[0] - '0') : std::nullopt;
  if (tag.level) return {};
  return Error{ErrorCode::InvalidInput, "--level",
               "--level is 1 to 5, or none for no chance to see it."};
}

Result<int> removeTag(Context& context, const TagWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findReflection(*journal, words.reflection));
  J_TRY(const auto tags, journal->tagsOf(id));
  for (const journal::Tag& tag : tags) {
    if (words.remove.size() < 4 || tag.id.hex().compare(0, words.remove.size(), words.remove) != 0)
      continue;
    J_TRY(const auto done, journal->apply(journal::service::RemoveTag{tag.id}));
    (void)done;
    context.say("Removed.");
    return kDone;
  }
  return Error{ErrorCode::NotFound, "tag", "There is no tag with that id on that reflection."};
}

Result<const journal::Indicator*> offeredIndicator(const journal::Framework& framework,
                                                   const journal::IndicatorCode& code) {
  const journal::Outcome* outcome = framework.findOutcome(code.outcomeCode());
  const journal::Indicator* indicator = framework.find(code);
  if (indicator == nullptr) {
    return Error{ErrorCode::NotFound, "indicator", "The framework has no indicator of that code."};
  }
  if (outcome->off || indicator->off) {
    return Error{ErrorCode::Conflict, "indicator off",
                 "That indicator is switched off in the outcomes now in force."};
  }
  return indicator;
}

Result<int> putTag(Context& context, const TagWords& words) {
  journal::Tag tag;
  J_CHECK(readKind(words, tag));
  J_TRY(const std::string who, context.given(words.youngPerson));
  J_TRY(const std::string typed, context.readText(words.file));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto framework, context.frameworkOf(*journal));
  J_TRY(const journal::Indicator* indicator, offeredIndicator(framework, tag.indicator));
  J_TRY(tag.reflection, findReflection(*journal, words.reflection));
  J_TRY(const auto reflection, journal->reflection(tag.reflection));
  J_TRY(const auto names, journal->names());
  J_TRY(tag.passage, placeOf(reflection.text, typed, names));
  tag.quote = reflection.text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin);
  if (!who.empty()) {
    J_TRY(const auto person, findName(*journal, who));
    tag.youngPerson = person.id;
  }
  tag.frameworkVersion = framework.version;
  tag.id = journal::TagId::random(context.random);
  J_TRY(const auto done, journal->apply(journal::service::PutTag{tag}));
  (void)done;
  if (context.options.json) {
    OrderedJson json;
    json["id"] = tag.id.hex();
    context.print(json);
  } else {
    context.say(fmt::format("Tagged {} ({}), {}.", tag.indicator.text(), indicator->name,
                            tag.id.hex().substr(0, 8)));
  }
  return kDone;
}

}  // namespace

void addTagCommands(const Command& app, Context& context) {
  auto command = app.command("tag", "Tag a passage, or take a tag away");
  auto words = std::make_shared<TagWords>();
  command.option("id", words->reflection, "The reflection's id, or the start of it").required();
  command.option("--file", words->file, "The passage, word for word (standard input)");
  command.option("--indicator", words->indicator, "Like P4.1");
  command.option("--level", words->level, "1 to 5, or none");
  command.option("--direction", words->direction, "baseline, change, no_change, set_back");
  command.option("--voice", words->voice, "tutor, young_person, third_party");
  command.option("--young-person", words->youngPerson,
                 "Whom it is about, by code or name, or @FILE");
  command.option("--remove", words->remove, "The id of a tag to take away");
  command.whenChosen([&context, words] {
    context.action = [&context, words] {
      return words->remove.empty() ? putTag(context, *words) : removeTag(context, *words);
    };
  });
}

}  // namespace app::cli
