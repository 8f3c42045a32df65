// What two devices said differently, until somebody has looked; and erasing for good.

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/devices/known_devices.h"

namespace app::cli {
namespace {

using journal::Disagreement;
using journal::DisputedField;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::service::LocalJournal;

struct DifferenceWords {
  std::string id;
  std::string names = "code";
  bool settle = false;
};

const char* whatOf(DisputedField field) {
  switch (field) {
    case DisputedField::Text:
      return "both changed the same sentence; both stand in it";
    case DisputedField::Lesson:
      return "the lesson was changed on both; the later one is shown";
    case DisputedField::State:
      return "finished on one, not on the other; the later one is shown";
    case DisputedField::Bin:
      return "put in the bin on one, written on on the other; it is out of the bin";
  }
  return "";
}

/// As a person knows the device that said something.
class Sayers {
 public:
  explicit Sayers(LocalJournal& journal)
      : self_(journal.self().device), names_(DeviceNames::of(journal)) {}
  std::string operator()(journal::DeviceId device) const {
    return device == self_ ? "this device" : names_.of(device).value_or("another device");
  }

 private:
  journal::DeviceId self_;
  DeviceNames names_;
};

OrderedJson differenceJson(const Disagreement& one, const Shower& shower, const Sayers& names) {
  OrderedJson json;
  json["id"] = one.reflection.hex();
  json["what"] = whatOf(one.field);
  json["sides"] = OrderedJson::array();
  for (const auto& side : one.sides) {
    OrderedJson said;
    said["device"] = names(side.op.device);
    said["at"] = journal::isoTime(side.at);
    if (one.field == DisputedField::Text) said["text"] = shower.text(side.text);
    json["sides"].push_back(std::move(said));
  }
  return json;
}

void sayDifference(const Context& context, const Disagreement& one, const Shower& shower,
                   const Sayers& names, bool whole) {
  context.say(fmt::format("{}  {}", one.reflection.hex().substr(0, 8), whatOf(one.field)));
  for (const auto& side : one.sides) {
    context.say(fmt::format("  {}, {}", names(side.op.device), journal::isoTime(side.at)));
    if (whole && one.field == DisputedField::Text) context.say("    " + shower.text(side.text));
  }
}

Result<int> differences(Context& context, const DifferenceWords& words) {
  J_TRY(const auto shown, parseNamesShown(words.names));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const Shower shower, Shower::of(*journal, shown));
  J_TRY(auto open, journal->disagreements());
  if (words.settle && words.id.empty()) {
    return Error{ErrorCode::InvalidInput, "no id", "Say which entry, by its id."};
  }
  if (!words.id.empty()) {
    J_TRY(const auto id, findReflection(*journal, words.id));
    std::erase_if(open, [&](const Disagreement& one) { return one.reflection != id; });
  }
  if (words.settle) {
    for (const Disagreement& one : open) {
      J_TRY(const auto done, journal->apply(journal::service::SettleDisagreement{
                                 one.reflection, one.field, one.heads}));
      (void)done;
    }
    context.say(open.empty() ? "There is nothing to settle about it."
                             : "Settled: it is as it should be. The versions stay in its history.");
    return open.empty() ? kNo : kDone;
  }
  const Sayers names(*journal);
  OrderedJson json = OrderedJson::array();
  for (const Disagreement& one : open) {
    if (context.options.json) json.push_back(differenceJson(one, shower, names));
    if (!context.options.json) sayDifference(context, one, shower, names, !words.id.empty());
  }
  if (context.options.json) context.print(json);
  if (open.empty() && !context.options.json) context.say("Your devices agree about everything.");
  return kDone;
}

struct EraseWords {
  std::string id;
  bool forGood = false;
};

Result<int> erase(Context& context, const EraseWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findReflection(*journal, words.id));
  if (!words.forGood) {
    return Error{
        ErrorCode::InvalidInput, "not said twice",
        "Erasing cannot be undone, on any device. Say --for-good as well; to put it out of "
        "sight, use \"bin\"."};
  }
  J_TRY(const auto done, journal->apply(journal::service::EraseReflection{id}));
  (void)done;
  context.say(
      "Erased here, with its versions and tags; on your other devices and the hub when they "
      "next synchronise. Case studies that quoted it go on as drafts without those words. Backups "
      "keep what they hold.");
  return kDone;
}

}  // namespace

void addDifferencesCommand(const Command& app, Context& context) {
  auto sub = app.command("differences", "What your devices say differently, until you have looked");
  auto words = std::make_shared<DifferenceWords>();
  sub.option("id", words->id, "One entry, with what each device says");
  sub.option("--names", words->names, "How names are shown: code, real or blurred");
  sub.flag("--settle", words->settle, "It is as it should be now");
  sub.whenChosen([&context, words] {
    context.action = [&context, words] { return differences(context, *words); };
  });
  auto gone = app.command("erase", "Erase a reflection for good, on every device");
  auto erased = std::make_shared<EraseWords>();
  gone.option("id", erased->id, "Its id, or the start of it").required();
  gone.flag("--for-good", erased->forGood, "It cannot be undone");
  gone.whenChosen([&context, erased] {
    context.action = [&context, erased] { return erase(context, *erased); };
  });
}

}  // namespace app::cli
