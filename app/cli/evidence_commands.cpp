#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/evidence_showing.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/base/platform.h"
#include "sync/evidence/report_html.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using syncing::evidence::Audience;
using syncing::evidence::EvidenceStore;

struct ReaderWords {
  std::string by;
  std::string role = "manager";
  int audience = 1;
  std::string html;
};

Result<syncing::evidence::Reader> readerOf(const ReaderWords& words) {
  const auto role = journal::parseRole(words.role);
  if (!role) {
    return Error{ErrorCode::InvalidInput, "--role",
                 "--role is tutor, facilitator, dsl, manager or service_administrator."};
  }
  return syncing::evidence::Reader{words.by, *role};
}

Result<int> init(Context& context, const std::string& service) {
  J_TRY(const auto passphrase, context.newSecret(context.options.passphrase,
                                                 "Choose a passphrase for the evidence store"));
  std::error_code ignored;
  std::filesystem::create_directories(context.options.evidence.parent_path(), ignored);
  J_TRY(const auto made, EvidenceStore::create(context.options.evidence, passphrase, service,
                                               context.clock, context.preset()));
  context.say("The evidence store of " + service + " is ready. Recovery key, shown this once:");
  context.say("  " + std::string(made.recoveryKey.view()));
  return kDone;
}

Result<int> queue(Context& context, const ReaderWords& words) {
  J_TRY(const auto reader, readerOf(words));
  J_TRY(const auto store, context.openEvidence(context.options.passphrase));
  J_TRY(const auto items, store->queue(reader.role));
  if (context.options.json) {
    OrderedJson json = OrderedJson::array();
    for (const auto& item : items) {
      OrderedJson one;
      one["id"] = item.caseStudy.hex();
      one["title"] = item.title;
      one["author"] = item.author;
      one["step"] = std::string(journal::name(item.step));
      json.push_back(std::move(one));
    }
    context.print(json);
    return kDone;
  }
  for (const auto& item : items) {
    context.say(fmt::format("{}  {:<17}  {}, by {}", item.caseStudy.hex(),
                            plainly(journal::name(item.step)), item.title, item.author));
  }
  if (items.empty()) context.say("Nothing waits for you.");
  return kDone;
}

std::string movementOf(const syncing::evidence::ShownOutcome& outcome) {
  return outcome.movement ? outcome.movement->text() : "too few to show yet";
}

OrderedJson domainJson(const syncing::evidence::ShownDomain& domain) {
  OrderedJson one;
  one["domain"] = domain.code;
  one["passages"] = domain.passages.text();
  one["outcomes"] = OrderedJson::array();
  for (const auto& outcome : domain.outcomes) {
    OrderedJson row;
    row["outcome"] = outcome.code;
    row["figure"] = outcome.youngPeople.id().text;
    row["young_people"] = outcome.youngPeople.text();
    row["movement"] = movementOf(outcome);
    one["outcomes"].push_back(std::move(row));
  }
  one["voices"] = OrderedJson::array();
  for (const auto& voice : domain.voices) {
    OrderedJson row;
    row["figure"] = voice.id().text;
    row["passages"] = voice.text();
    one["voices"].push_back(std::move(row));
  }
  return one;
}

void sayTables(const Context& context, const syncing::evidence::ShownTables& tables) {
  context.say(tables.period.empty() ? "Too few have written yet to name the terms."
                                    : tables.period);
  for (const auto& domain : tables.domains) {
    context.say(fmt::format("\n{}: {}", domain.name, domain.passages.text()));
    for (const auto& outcome : domain.outcomes) {
      context.say(fmt::format("  {:<4} {:<20} {:<22} {}", outcome.code, outcome.shortName,
                              outcome.youngPeople.text(), movementOf(outcome)));
    }
    for (std::size_t voice = 0; voice < domain.voices.size(); ++voice) {
      context.say(fmt::format("  {:<25} {}",
                              syncing::evidence::title(static_cast<journal::Voice>(voice)),
                              domain.voices[voice].text()));
    }
  }
  context.say("\nPassages by kind of session");
  std::string heads = std::string(16, ' ');
  for (const auto& domain : tables.domains) {
    for (const auto& outcome : domain.outcomes) heads += fmt::format(" {:>5}", outcome.code);
  }
  context.say(heads);
  for (std::size_t kind = 0; kind < tables.coverage.size(); ++kind) {
    std::string line =
        fmt::format("  {:<14}", title(static_cast<syncing::evidence::SessionKind>(kind)));
    for (const auto& figure : tables.coverage[kind]) line += fmt::format(" {:>5}", figure.text());
    context.say(line);
  }
  context.say(
      fmt::format("\nCounts of fewer than {} young people are kept back; levels need {}.\n"
                  "evidence open moved/P4 shows the passages behind a figure; --json names "
                  "every one.",
                  tables.threshold, tables.levelThreshold));
}

Result<int> tables(Context& context, const ReaderWords& words) {
  J_TRY(const auto framework, context.framework());
  J_TRY(const auto store, context.openEvidence(context.options.passphrase));
  J_TRY(const auto release,
        store->release(framework, {syncing::evidence::Exit::CommandLine,
                                   static_cast<Audience>(words.audience), words.by}));
  if (!context.options.json) {
    sayTables(context, release.tables);
    return kDone;
  }
  OrderedJson json;
  json["release"] = release.number;
  json["period"] = release.tables.period;
  json["threshold"] = release.tables.threshold;
  json["domains"] = OrderedJson::array();
  for (const auto& domain : release.tables.domains) json["domains"].push_back(domainJson(domain));
  json["coverage"] = OrderedJson::array();
  for (const auto& row : release.tables.coverage) {
    for (const auto& figure : row) {
      OrderedJson cell;
      cell["figure"] = figure.id().text;
      cell["passages"] = figure.text();
      json["coverage"].push_back(std::move(cell));
    }
  }
  context.print(json);
  return kDone;
}

Result<int> open(Context& context, const std::string& figure, const ReaderWords& words) {
  J_TRY(const auto reader, readerOf(words));
  J_TRY(const auto framework, context.framework());
  J_TRY(const auto store, context.openEvidence(context.options.passphrase));
  J_TRY(const auto opened,
        store->open({figure}, framework, reader, static_cast<Audience>(words.audience)));
  if (context.options.json) {
    OrderedJson json = OrderedJson::array();
    for (const auto& passage : opened.passages) {
      OrderedJson one;
      one["text"] = passage.text;
      one["setting"] = passage.setting;
      one["term"] = passage.term;
      one["voice"] = passage.voice;
      json.push_back(std::move(one));
    }
    context.print(json);
    return kDone;
  }
  if (opened.onlyOwn) context.say("This figure is kept back; these are your own passages.");
  for (const auto& passage : opened.passages) {
    context.say(fmt::format("\"{}\"\n    {}{}{}", passage.text, passage.setting,
                            passage.term.empty() ? "" : ", " + passage.term,
                            passage.voice.empty() ? "" : ", " + passage.voice));
  }
  return kDone;
}

Result<int> report(Context& context, const ReaderWords& words) {
  J_TRY(const auto framework, context.framework());
  J_TRY(const auto store, context.openEvidence(context.options.passphrase));
  syncing::evidence::ReportWords said;
  said.audienceLine = "For " + store->serviceName() + ", " + journal::isoDate(context.today());
  J_TRY(
      const std::string html,
      syncing::evidence::makeReport(
          *store, framework,
          {syncing::evidence::Exit::Html, static_cast<Audience>(words.audience), words.by}, said));
  if (!journal::replaceFileAtomically(words.html, html).ok()) {
    return Error{ErrorCode::Io, "report file", "The report could not be written there."};
  }
  context.say("Written to " + words.html + ".");
  return kDone;
}

struct ReviewWords {
  std::string study;
  std::string action;
  std::string by;
  std::string role;
  std::string file;
};

Result<int> review(Context& context, const ReviewWords& words) {
  const auto role = journal::parseRole(words.role);
  const auto action = journal::parseReviewAction(words.action);
  const auto id = journal::CaseStudyId::fromHex(words.study);
  if (!role || !id || (!action && words.action != "read")) {
    return Error{ErrorCode::InvalidInput, "review",
                 "A review needs the case study's whole id (evidence queue shows it), --role, and "
                 "--action read, approve, return, hold, release or retire."};
  }
  std::string reason;
  const bool needsReason = action && *action != journal::ReviewAction::Approve &&
                           *action != journal::ReviewAction::Release;
  if (needsReason || !words.file.empty()) {
    J_TRY(reason, context.readText(words.file));
  }
  const SecretSource& own = context.options.evidencePassphrase;
  const bool given = !own.file.empty() || own.descriptor >= 0;
  J_TRY(const auto store, context.openEvidence(given ? own : context.options.passphrase));
  if (!action) {
    J_TRY(const auto piece, store->piece(*id, {words.by, *role}));
    sayPiece(context, piece);
    return kDone;
  }
  J_TRY(const auto step, store->review(*id, {*action, words.by, *role, reason}));
  context.say(fmt::format("Done. It is now at: {}.", plainly(journal::name(step))));
  return kDone;
}

std::shared_ptr<ReaderWords> addReader(const Command& command) {
  auto words = std::make_shared<ReaderWords>();
  command.option("--by", words->by, "Your name in the service").required();
  command.option("--role", words->role, "tutor, facilitator, dsl or manager");
  command
      .option("--audience", words->audience,
              "1 inside the service, 2 partners and funders, 3 public")
      .within(std::int64_t{1}, std::int64_t{3});
  return words;
}

}  // namespace

void addReviewCommands(const Command& caseStudy, Context& context) {
  auto command = caseStudy.command("review", "Read a submitted piece, or decide on it");
  auto words = std::make_shared<ReviewWords>();
  command.option("id", words->study, "The case study's id").required();
  command.option("--action", words->action, "read, approve, return, hold, release, retire")
      .required();
  command.option("--by", words->by, "Your name in the service").required();
  command.option("--role", words->role, "facilitator, dsl or manager").required();
  command.option("--file", words->file, "The reason, where one is needed (standard input)");
  command.whenChosen([&context, words] {
    context.action = [&context, words] { return review(context, *words); };
  });
}

void addEvidenceCommands(const Command& app, Context& context) {
  auto group = app.command("evidence", "The service's evidence store and its figures");
  group.requireCommand();
  auto making = group.command("init", "Make the store of a service");
  auto service = std::make_shared<std::string>();
  making.option("service", *service, "The service's name").required();
  making.whenChosen([&context, service] {
    context.action = [&context, service] { return init(context, *service); };
  });
  auto waiting = group.command("queue", "What waits for you to read");
  auto showing = group.command("tables", "The three tables, through the gate");
  auto opening = group.command("open", "The passages behind a figure, like moved/P4");
  auto reporting = group.command("report", "A report in HTML");
  addSeenCommand(group, context);
  addEvidenceThemesCommand(group, context);
  auto queued = addReader(waiting);
  auto shown = addReader(showing);
  auto opened = addReader(opening);
  auto told = addReader(reporting);
  auto figure = std::make_shared<std::string>();
  opening.option("figure", *figure, "Its name, from evidence tables --json").required();
  reporting.option("--html", told->html, "The file to write").required();
  waiting.whenChosen([&context, queued] {
    context.action = [&context, queued] { return queue(context, *queued); };
  });
  showing.whenChosen([&context, shown] {
    context.action = [&context, shown] { return tables(context, *shown); };
  });
  opening.whenChosen([&context, opened, figure] {
    context.action = [&context, opened, figure] { return open(context, *figure, *opened); };
  });
  reporting.whenChosen(
      [&context, told] { context.action = [&context, told] { return report(context, *told); }; });
}

}  // namespace app::cli
