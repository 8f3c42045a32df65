// What leaves of a case study: what could identify somebody is decided about, then exactly what was
// shown goes.

#include <fmt/format.h>

#include <memory>

#include "app/cli/asset_files.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_desk.h"
#include "app/cli/identifier_marker.h"
#include "journal/service/publish.h"

namespace app::cli {

using journal::Blur;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

Result<journal::service::Publisher> publisherFor(const Context& context,
                                                 journal::service::Journal& journal) {
  J_TRY(const auto assets, findAssets(context.options.assets));
  return journal::service::Publisher(journal, context.clock, identifierMarker(assets));
}

struct BlurWords {
  std::string study;
  std::string words;
  std::string instead;
  bool stays = false;
  bool leaveOut = false;
  bool undo = false;
};

Error notOneDecision() {
  return Error{ErrorCode::InvalidInput, "a decision",
               "Say one of these about the words: --instead, --leave-out, --stays or --undo."};
}

Result<int> decide(Context& context, const BlurWords& typed) {
  if (!typed.instead.empty() + typed.leaveOut + typed.stays + typed.undo != 1)
    return notOneDecision();
  J_TRY(const std::string words, context.given(typed.words));
  J_TRY(const std::string instead, context.given(typed.instead));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findCaseStudy(*journal, typed.study));
  J_TRY(const auto study, journal->caseStudy(id));
  auto blurs = typed.undo ? journal::undecided(study.blurs, words)
                          : journal::decided(study.blurs, {words, typed.stays, instead});
  J_TRY(const auto done, journal->apply(journal::service::SetBlurs{id, std::move(blurs)}));
  (void)done;
  J_TRY(auto publisher, publisherFor(context, *journal));
  J_TRY(const auto prepared, publisher.prepare(id));
  context.say(fmt::format("{} decided, {} still to decide.", prepared.blurs.size(),
                          prepared.undecided.size()));
  return kDone;
}

void sayUndecided(const Context& context, const journal::service::Prepared& prepared) {
  for (const auto& one : prepared.undecided) {
    context.remark(fmt::format("  {} \"{}\"{}: --instead \"{}\", --leave-out or --stays", one.what,
                               one.words, one.times > 1 ? fmt::format(", {} times", one.times) : "",
                               one.suggestion));
  }
}

void sayProblems(const Context& context, const journal::service::Prepared& prepared) {
  for (const std::string& problem : prepared.problems) context.remark(problem);
  sayUndecided(context, prepared);
}

Result<int> prepare(Context& context, const std::string& typed) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findCaseStudy(*journal, typed));
  J_TRY(auto publisher, publisherFor(context, *journal));
  J_TRY(const auto prepared, publisher.prepare(id));
  context.terminal.out << prepared.bytes << '\n';
  sayProblems(context, prepared);
  return prepared.problems.empty() ? kDone : kRefused;
}

Result<int> submit(Context& context, const std::string& typed) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto store, context.openEvidence(context.options.evidencePassphrase));
  J_TRY(const auto id, findCaseStudy(*journal, typed));
  J_TRY(auto publisher, publisherFor(context, *journal));
  J_TRY(const auto prepared, publisher.prepare(id));
  // Exactly these bytes leave, and the terminal shows them first.
  context.terminal.out << prepared.bytes << '\n';
  sayProblems(context, prepared);
  EvidenceDesk desk(*store);
  J_CHECK(publisher.confirm(prepared, desk));
  context.remark("Sent exactly as shown. The facilitator reads it next.");
  return kDone;
}

Result<int> refresh(Context& context, const std::string& typed) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto store, context.openEvidence(context.options.evidencePassphrase));
  J_TRY(const auto id, findCaseStudy(*journal, typed));
  journal::service::Publisher publisher(*journal, context.clock, {});  // nothing is rendered
  EvidenceDesk desk(*store);
  J_TRY(const std::size_t fresh, publisher.refresh(id, desk));
  context.say(fmt::format("{} new {} of its review.", fresh, fresh == 1 ? "step" : "steps"));
  return kDone;
}

struct WithdrawWords {
  std::string study;
  std::string file;
};

Result<int> withdraw(Context& context, const WithdrawWords& words) {
  J_TRY(const std::string reason, context.readText(words.file));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto store, context.openEvidence(context.options.evidencePassphrase));
  J_TRY(const auto id, findCaseStudy(*journal, words.study));
  journal::service::Publisher publisher(*journal, context.clock, {});  // nothing is rendered
  EvidenceDesk desk(*store);
  J_CHECK(publisher.withdraw(id, reason, desk));
  context.say("Withdrawn. Its words and evidence are out of the store.");
  return kDone;
}

void addById(const Command& group, Context& context, const char* command, const char* what,
             Result<int> (*run)(Context&, const std::string&)) {
  auto sub = group.command(command, what);
  auto id = std::make_shared<std::string>();
  sub.option("id", *id, "The case study's id, or the start of it").required();
  sub.whenChosen(
      [&context, id, run] { context.action = [&context, id, run] { return run(context, *id); }; });
}

void addDeciding(const Command& group, Context& context) {
  auto deciding = group.command(
      "blur", "Decide what readers see in place of words that could identify somebody");
  auto blur = std::make_shared<BlurWords>();
  deciding.option("id", blur->study, "The case study's id, or the start of it").required();
  deciding.option("--words", blur->words, "The words, as \"prepare\" names them, or @FILE")
      .required();
  deciding.option("--instead", blur->instead, "What readers see in their place, or @FILE");
  deciding.flag("--leave-out", blur->leaveOut, "Readers see nothing in their place");
  deciding.flag("--stays", blur->stays, "They point at nobody and stay");
  deciding.flag("--undo", blur->undo, "As if nobody had decided");
  deciding.whenChosen(
      [&context, blur] { context.action = [&context, blur] { return decide(context, *blur); }; });
}

}  // namespace

void addCaseStudyLeavingCommands(const Command& group, Context& context) {
  addDeciding(group, context);
  addById(group, context, "prepare", "Print exactly what would leave, and change nothing", prepare);
  addById(group, context, "submit", "Print what leaves, and send it", submit);
  addById(group, context, "refresh", "Bring in the review's steps", refresh);
  auto leaving = group.command("withdraw", "Take it back, with a reason");
  auto words = std::make_shared<WithdrawWords>();
  leaving.option("id", words->study, "The case study's id, or the start of it").required();
  leaving.option("--file", words->file, "The reason (standard input)");
  leaving.whenChosen([&context, words] {
    context.action = [&context, words] { return withdraw(context, *words); };
  });
}

}  // namespace app::cli
