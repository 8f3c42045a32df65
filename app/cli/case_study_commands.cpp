#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/evidence_desk.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

struct NewWords {
  std::string kind = "young_person";
  std::string author;
  std::string about;
  std::string file;
};

Result<int> start(Context& context, const NewWords& words) {
  const auto kind = journal::parseCaseStudyKind(words.kind);
  if (!kind) {
    return Error{ErrorCode::InvalidInput, "--kind", "That is not a kind of case study."};
  }
  J_TRY(const std::string about, context.given(words.about));
  J_TRY(const std::string title, context.readText(words.file));
  J_TRY(const auto journal, context.openJournal());
  journal::CaseStudy study;
  study.id = journal::CaseStudyId::random(context.random);
  study.kind = *kind;
  study.title = title;
  study.author = words.author;
  study.madeAt = context.clock.now();
  if (!about.empty()) {
    J_TRY(const auto name, findName(*journal, about));
    study.about = name.id;
  }
  J_TRY(const auto done, journal->apply(journal::service::StartCaseStudy{study}));
  (void)done;
  if (context.options.json) {
    OrderedJson json;
    json["id"] = study.id.hex();
    context.print(json);
  } else {
    context.say("Started as " + study.id.hex().substr(0, 8) + ".");
  }
  return kDone;
}

struct ClaimWords {
  std::string study;
  std::string claim;
  std::string file;
  std::vector<std::string> tags;
};

/// The tag whose id begins so, from every reflection's tags.
Result<journal::Tag> findTag(journal::service::Journal& journal, const std::string& typed) {
  std::optional<journal::Tag> found;
  if (typed.size() < 4) {
    return Error{ErrorCode::InvalidInput, "tag id", "Give at least four digits of the tag's id."};
  }
  J_CHECK(journal.forEachReflection(
      {}, [&](const journal::Reflection&, const std::vector<journal::Tag>& tags) -> Result<void> {
        for (const auto& tag : tags) {
          if (tag.id.hex().compare(0, typed.size(), typed) == 0) found = tag;
        }
        return {};
      }));
  if (!found) return Error{ErrorCode::NotFound, "tag", "There is no tag with that id."};
  return *found;
}

const journal::Claim* claimIn(const journal::CaseStudy& study, const std::string& typed) {
  for (const auto& claim : study.claims) {
    if (typed.size() >= 4 && claim.id.hex().compare(0, typed.size(), typed) == 0) return &claim;
  }
  return nullptr;
}

/// `claim` writes a new sentence; `link` ties passages to one that is there.
Result<int> putClaim(Context& context, const ClaimWords& words) {
  std::string text;
  if (words.claim.empty()) {
    J_TRY(text, context.readText(words.file));
  }
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findCaseStudy(*journal, words.study));
  J_TRY(const auto study, journal->caseStudy(id));
  journal::Claim claim{journal::ClaimId::random(context.random), text, {}};
  if (!words.claim.empty()) {
    const journal::Claim* there = claimIn(study, words.claim);
    if (there == nullptr) {
      return Error{ErrorCode::NotFound, "claim", "There is no claim with that id."};
    }
    claim = *there;
  }
  for (const std::string& typed : words.tags) {
    J_TRY(const auto tag, findTag(*journal, typed));
    claim.evidence.push_back({tag.id, tag.quote});
  }
  J_TRY(const auto done, journal->apply(journal::service::PutClaim{id, claim}));
  (void)done;
  if (context.options.json) {
    OrderedJson json;
    json["id"] = claim.id.hex();
    context.print(json);
  } else {
    context.say(fmt::format("Claim {}, {} behind it.", claim.id.hex().substr(0, 8),
                            counted(claim.evidence.size(), "passage")));
  }
  return kDone;
}

struct AgreeWords {
  std::string study;
  int level = 0;
  std::string by;
  std::string how;
  std::string on;
  std::string until;
};

Result<int> agree(Context& context, const AgreeWords& words) {
  const auto level = journal::UseLevel::of(words.level);
  const auto on = words.on.empty() ? std::optional(context.today()) : journal::parseDate(words.on);
  if (!level || !on) {
    return Error{ErrorCode::InvalidInput, "agree", "Levels are 0 to 3; dates are like 2026-01-22."};
  }
  const journal::LocalDate inTwoYears{
      on->year() + std::chrono::years(2), on->month(),
      on->day() == std::chrono::day(29) ? std::chrono::day(28) : on->day()};
  const auto until =
      words.until.empty() ? std::optional(inTwoYears) : journal::parseDate(words.until);
  if (!until) return Error{ErrorCode::InvalidInput, "--until", "Dates are like 2026-01-22."};
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findCaseStudy(*journal, words.study));
  J_TRY(const auto done, journal->apply(journal::service::SetAgreement{
                             id, {*level, words.by, words.how, *on, *until}}));
  (void)done;
  context.say(
      fmt::format("Agreed to level {} until {}.", level->value(), journal::isoDate(*until)));
  return kDone;
}

Result<int> list(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto rows, journal->caseStudies());
  J_TRY(const Shower shower, Shower::of(*journal, journal::NamesShown::Code));
  if (context.options.json) {
    OrderedJson json = OrderedJson::array();
    for (const auto& row : rows) {
      OrderedJson one;
      one["id"] = row.id.hex();
      one["title"] = shower.typed(row.title);
      one["step"] = std::string(journal::name(row.step));
      one["claims"] = row.claims;
      json.push_back(std::move(one));
    }
    context.print(json);
    return kDone;
  }
  for (const auto& row : rows) {
    context.say(fmt::format("{}  {:<17}  {}", row.id.hex().substr(0, 8),
                            plainly(journal::name(row.step)), shower.typed(row.title)));
  }
  if (rows.empty()) context.say("No case studies yet.");
  return kDone;
}

std::string_view words(journal::EvidenceState state) {
  switch (state) {
    case journal::EvidenceState::Holds:
      return "as linked";
    case journal::EvidenceState::Drifted:
      return "edited since";
    case journal::EvidenceState::Gone:
      return "gone";
  }
  return "";
}

Result<int> show(Context& context, const std::string& typed) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findCaseStudy(*journal, typed));
  J_TRY(const auto study, journal->caseStudy(id));
  J_TRY(const Shower shower, Shower::of(*journal, journal::NamesShown::Code));
  context.say(fmt::format("{}  ({}, by {})", shower.typed(study.title),
                          plainly(journal::name(study.step)), study.author));
  for (const auto& claim : study.claims) {
    context.say(fmt::format("\n{}  {}", claim.id.hex().substr(0, 8), shower.text(claim.text)));
    if (claim.evidence.empty()) context.say("    no evidence yet");
    for (const auto& link : claim.evidence) {
      J_TRY(const auto tags, journal->tags({link.tag}));
      const journal::Tag* today = tags.empty() ? nullptr : &tags.front();
      // The words of a passage on safeguarding hold are shown nowhere, nor those of one that went.
      if (today == nullptr) {
        context.say("    a passage that is not there any more, or is on hold");
        continue;
      }
      context.say(fmt::format("    \"{}\"  {}",
                              oneLine(shower.text(link.quoteWhenLinked, false), 80),
                              words(journal::evidenceState(link, today))));
    }
  }
  for (const auto& event : study.trail) {
    context.say(fmt::format("{}  {} by {} ({}){}", journal::isoTime(event.at),
                            journal::name(event.action), event.by, journal::name(event.role),
                            event.reason.empty() ? "" : ": " + event.reason));
  }
  return kDone;
}

void addWriting(const Command& group, Context& context) {
  auto starting = group.command("new", "Start one; its title is the text");
  auto words = std::make_shared<NewWords>();
  starting.option("--kind", words->kind,
                  "young_person, group, tutors_practice, setting or service_change");
  starting.option("--author", words->author, "Your name in the service").required();
  starting.option("--about", words->about, "A young person, by code name or name, or @FILE");
  starting.option("--file", words->file, "The title (standard input)");
  starting.whenChosen(
      [&context, words] { context.action = [&context, words] { return start(context, *words); }; });
  auto claiming = group.command("claim", "Write a claim, with the passages behind it");
  auto linking = group.command("link", "Put more passages behind a claim");
  for (const Command& sub : {claiming, linking}) {
    auto claim = std::make_shared<ClaimWords>();
    sub.option("id", claim->study, "The case study's id, or the start of it").required();
    if (sub == linking) {
      sub.option("claim", claim->claim, "The claim's id, or the start of it").required();
    } else {
      sub.option("--file", claim->file, "The claim's words (standard input)");
    }
    sub.option("--tag", claim->tags, "A tag's id, or the start of it; may be repeated");
    sub.whenChosen([&context, claim] {
      context.action = [&context, claim] { return putClaim(context, *claim); };
    });
  }
  auto agreeing = group.command("agree", "Note who agreed to what, and until when");
  auto agreed = std::make_shared<AgreeWords>();
  agreeing.option("id", agreed->study, "The case study's id, or the start of it").required();
  agreeing.option("--level", agreed->level, "Use level, 0 to 3").required();
  agreeing.option("--by", agreed->by, "By role: \"young person and mother\"").required();
  agreeing.option("--how", agreed->how, "How they were asked");
  agreeing.option("--on", agreed->on, "Day of the agreement (today)");
  agreeing.option("--until", agreed->until, "Last day (two years on)");
  agreeing.whenChosen([&context, agreed] {
    context.action = [&context, agreed] { return agree(context, *agreed); };
  });
}

}  // namespace

void addCaseStudyCommands(const Command& app, Context& context) {
  auto group = app.command("case-study", "Case studies: write, submit, review, withdraw");
  group.requireCommand();
  addWriting(group, context);
  group.command("list", "All of them").whenChosen([&context] {
    context.action = [&context] { return list(context); };
  });
  auto showing = group.command("show", "Claims, what is behind them, and its review");
  auto id = std::make_shared<std::string>();
  showing.option("id", *id, "The case study's id, or the start of it").required();
  showing.whenChosen(
      [&context, id] { context.action = [&context, id] { return show(context, *id); }; });
  addCaseStudyLeavingCommands(group, context);
  addReviewCommands(group, context);
}

}  // namespace app::cli
