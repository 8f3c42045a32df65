#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/domain/safeguarding.h"
#include "journal/exchange/markdown_export.h"

namespace app::cli {
namespace {

using journal::Result;

struct ListWords {
  std::size_t limit = 20;
  std::string names = "code";
  bool binned = false;
};

Result<int> list(Context& context, const ListWords& words) {
  J_TRY(const auto shown, parseNamesShown(words.names));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const Shower shower, Shower::of(*journal, shown));
  J_TRY(const auto rows,
        words.binned ? journal->binned() : journal->newest(words.limit, std::nullopt));
  if (context.options.json) {
    OrderedJson json = OrderedJson::array();
    for (const auto& row : rows) json.push_back(rowJson(row, shower));
    context.print(json);
    return kDone;
  }
  for (const auto& row : rows) context.say(rowLine(row, shower));
  if (rows.empty()) context.say(words.binned ? "The bin is empty." : "Nothing written yet.");
  return kDone;
}

struct ShowWords {
  std::string id;
  std::string names = "code";
  bool markdown = false;
  bool versions = false;
};

void sayReflection(const Context& context, const journal::Reflection& reflection,
                   const std::vector<journal::Tag>& tags, const Shower& shower) {
  const journal::Lesson& lesson = reflection.lesson;
  context.say(fmt::format("{}  {}{}", journal::isoDate(lesson.date), journal::title(lesson.setting),
                          lesson.group.empty() ? "" : ", " + lesson.group));
  if (!lesson.youngPeople.empty()) context.say("With " + shower.names(lesson.youngPeople));
  if (lesson.place) context.say("At " + shower.name(*lesson.place));
  if (reflection.held) context.say("On safeguarding hold.");
  if (reflection.binned) context.say("In the bin.");
  context.say("");
  context.say(shower.text(reflection.text));
  if (!tags.empty()) context.say("");
  for (const auto& tag : tags) context.say(tagLine(tag, shower));
}

Result<int> show(Context& context, const ShowWords& words) {
  J_TRY(const auto shown, parseNamesShown(words.names));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const Shower shower, Shower::of(*journal, shown));
  J_TRY(const auto id, findReflection(*journal, words.id));
  J_TRY(const auto reflection, journal->reflection(id));
  J_TRY(const auto tags, journal->tagsOf(id));
  if (words.versions) {
    J_TRY(const auto versions, journal->versions(id));
    for (const auto& version : versions) {
      context.say(journal::isoTime(version.at));
      context.say(shower.text(version.text) + "\n");
    }
  } else if (words.markdown) {
    J_CHECK(journal::requireUsable(reflection));
    context.terminal.out << journal::exchange::writeMarkdown({reflection, tags, std::nullopt},
                                                             {shown, shower.lookup()});
  } else if (context.options.json) {
    context.print(reflectionJson(reflection, tags, shower));
  } else {
    sayReflection(context, reflection, tags, shower);
  }
  return kDone;
}

struct JourneyWords {
  std::string who;
  std::string names = "code";
};

/// What a tag says was seen, in today's words.
std::string seenNow(const journal::Tag& tag, const journal::Framework& framework) {
  if (!tag.level) return framework.noChanceName;
  const auto level = static_cast<std::size_t>(tag.level->value() - 1);
  const journal::Indicator* indicator = framework.find(tag.indicator);
  return indicator != nullptr ? indicator->levels[level] : framework.levelNames[level];
}

Result<int> journey(Context& context, const JourneyWords& words) {
  J_TRY(const auto shown, parseNamesShown(words.names));
  J_TRY(const auto ours, context.framework());
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto own, journal->ownFrameworks());
  const journal::Framework& framework = journal::frameworkInForce(ours, own, context.today());
  J_TRY(const std::string who, context.given(words.who));
  J_TRY(const auto person, findName(*journal, who));
  J_TRY(const Shower shower, Shower::of(*journal, shown));
  J_TRY(const auto points, journal->journey(person.id));
  if (context.options.json) {
    OrderedJson json = OrderedJson::array();
    for (const auto& point : points) {
      OrderedJson one;
      one["date"] = journal::isoDate(point.date);
      one["setting"] = std::string(journal::name(point.setting));
      one["tag"] = tagJson(point.tag, shower);
      json.push_back(std::move(one));
    }
    context.print(json);
    return points.empty() ? kNo : kDone;
  }
  for (const journal::Domain& domain : framework.domains) {
    context.say(domain.name);
    bool any = false;
    for (const auto& point : points) {
      if (point.tag.indicator.domainCode() != domain.code) continue;
      any = true;
      const std::string_view then = journal::wordedThen(point.tag, framework, ours, own);
      const std::string said = then.empty() ? seenNow(point.tag, framework)
                                            : fmt::format("{} (in the words of version {})", then,
                                                          point.tag.frameworkVersion);
      context.say(fmt::format("  {}  {}  {}", journal::isoDate(point.date),
                              point.tag.indicator.text(), said));
      context.say("      \"" + oneLine(shower.text(point.tag.quote, false), 100) + "\"");
    }
    if (!any) context.say("  Nothing seen yet.");
  }
  return points.empty() ? kNo : kDone;
}

}  // namespace

void addReadCommands(const Command& app, Context& context) {
  auto listing = app.command("list", "The newest reflections");
  auto listed = std::make_shared<ListWords>();
  listing.option("--limit", listed->limit, "How many (20)")
      .within(std::int64_t{1}, std::int64_t{100'000});
  listing.option("--names", listed->names, "code, real or blurred");
  listing.flag("--bin", listed->binned, "What is in the bin");
  listing.whenChosen([&context, listed] {
    context.action = [&context, listed] { return list(context, *listed); };
  });
  auto showing = app.command("show", "One reflection with its tags");
  auto words = std::make_shared<ShowWords>();
  showing.option("id", words->id, "Its id, or the start of it").required();
  showing.option("--names", words->names, "code, real or blurred");
  showing.flag("--markdown", words->markdown, "As a file that edit takes back");
  showing.flag("--versions", words->versions, "Every earlier state of its words");
  showing.whenChosen(
      [&context, words] { context.action = [&context, words] { return show(context, *words); }; });
  auto journeys = app.command("journey", "What was seen of one young person over time");
  auto who = std::make_shared<JourneyWords>();
  journeys.option("who", who->who, "By code name or name, or @FILE").required();
  journeys.option("--names", who->names, "code, real or blurred");
  journeys.whenChosen(
      [&context, who] { context.action = [&context, who] { return journey(context, *who); }; });
}

}  // namespace app::cli
