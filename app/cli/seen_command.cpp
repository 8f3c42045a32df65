// "evidence seen": what somebody sent to the service, exactly as it is seen there, and who has read
// it.

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/evidence_showing.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using syncing::evidence::EvidenceStore;
using syncing::evidence::Reading;
using syncing::evidence::SeenPiece;

struct SeenWords {
  std::string by;
  std::string study;
};

std::string whatWasRead(const Reading& reading) {
  return reading.what == Reading::What::Whole ? fmt::format("version {}", reading.version)
                                              : "passages of it, behind a figure";
}

void saySeen(const Context& context, const SeenPiece& piece) {
  context.say(fmt::format("{}  {}  ({})", piece.caseStudy.hex(),
                          piece.title.empty() ? "Withdrawn" : piece.title,
                          plainly(journal::name(piece.step))));
  for (const Reading& reading : piece.readings) {
    context.say(fmt::format("    read by {}, {}, {}: {}", reading.by,
                            plainly(journal::name(reading.role)),
                            journal::isoDate(context.dayOf(reading.at)), whatWasRead(reading)));
  }
  if (piece.readings.empty()) context.say("    read by nobody yet");
  for (const auto& use : piece.uses) {
    context.say(fmt::format("    in release {} of figures, {}, for {} ({})", use.release,
                            journal::isoDate(context.dayOf(use.at)), use.by, name(use.exit)));
  }
}

OrderedJson seenJson(const SeenPiece& piece) {
  OrderedJson json;
  json["id"] = piece.caseStudy.hex();
  json["title"] = piece.title;
  json["version"] = piece.version;
  json["step"] = std::string(journal::name(piece.step));
  json["readings"] = OrderedJson::array();
  for (const Reading& reading : piece.readings) {
    OrderedJson one;
    one["at"] = journal::isoTime(reading.at);
    one["by"] = reading.by;
    one["role"] = std::string(journal::name(reading.role));
    one["version"] = reading.version;
    one["whole"] = reading.what == Reading::What::Whole;
    json["readings"].push_back(std::move(one));
  }
  json["releases"] = OrderedJson::array();
  for (const auto& use : piece.uses) {
    OrderedJson one;
    one["release"] = use.release;
    one["at"] = journal::isoTime(use.at);
    one["by"] = use.by;
    one["way_out"] = std::string(name(use.exit));
    json["releases"].push_back(std::move(one));
  }
  return json;
}

Result<int> seen(Context& context, const SeenWords& words) {
  J_TRY(const auto store, context.openEvidence(context.options.passphrase));
  if (!words.study.empty()) {
    const auto id = journal::CaseStudyId::fromHex(words.study);
    if (!id) {
      return Error{ErrorCode::InvalidInput, "case study id",
                   "That is no case study's id: \"evidence seen\" lists yours."};
    }
    J_TRY(const auto piece, store->asManagersSee(*id, words.by));
    sayPiece(context, piece);
    return kDone;
  }
  J_TRY(const auto pieces, store->seen(words.by));
  if (context.options.json) {
    OrderedJson json = OrderedJson::array();
    for (const SeenPiece& piece : pieces) json.push_back(seenJson(piece));
    context.print(json);
    return kDone;
  }
  context.say("Of your journal, your service sees what you sent it, and nothing else:");
  for (const SeenPiece& piece : pieces) saySeen(context, piece);
  if (pieces.empty()) context.say("Nothing. You have sent nothing.");
  return kDone;
}

}  // namespace

void addSeenCommand(const Command& evidence, Context& context) {
  auto command = evidence.command("seen", "What your service sees of you, and who has read it");
  auto words = std::make_shared<SeenWords>();
  command.option("id", words->study, "One of them, exactly as a manager sees it");
  command.option("--by", words->by, "Your name in the service").required();
  command.whenChosen(
      [&context, words] { context.action = [&context, words] { return seen(context, *words); }; });
}

}  // namespace app::cli
