// Reflection groups: what was planned and held, its record, and formats as files.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/asset_files.h"
#include "app/cli/commands.h"
#include "app/cli/groups.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/base/platform.h"
#include "journal/domain/session/names.h"
#include "journal/exchange/group_record.h"
#include "journal/exchange/session_formats.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::GroupSession;
using journal::GroupSessionState;
using journal::OwnFormat;
using journal::Result;
using journal::SessionFormat;

struct GroupWords {
  std::string id;
  std::string kind;
  std::string code;
  std::string author;
  std::string licence;
  std::filesystem::path file;
};

Result<void> writeNew(const std::filesystem::path& path, const std::string& bytes) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error)))
    return Error{ErrorCode::Conflict, "file exists", "There is a file of that name already."};
  return journal::replaceFileAtomically(path, bytes);
}

const char* stateWord(GroupSessionState state) {
  return state == GroupSessionState::Held ? "held" : "planned";
}

Result<int> listSessions(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto sessions, journal->groupSessions());
  OrderedJson json = OrderedJson::array();
  for (const GroupSession& one : sessions) {
    OrderedJson row{{"id", one.id.hex()},
                    {"day", journal::isoDate(one.day)},
                    {"title", one.title},
                    {"state", stateWord(one.state)},
                    {"format", one.format.name},
                    {"led", one.led},
                    {"minutes", one.lasted.count()},
                    {"headcount", one.headcount}};
    if (context.options.json) {
      json.push_back(std::move(row));
    } else {
      context.say(fmt::format("{}  {}  {}: {} ({})", one.id.hex().substr(0, 8),
                              journal::isoDate(one.day), stateWord(one.state), one.title,
                              one.format.name));
    }
  }
  if (context.options.json) context.print(json);
  if (sessions.empty() && !context.options.json)
    context.say("No groups planned. A good first one is 45 minutes and one question.");
  return kDone;
}

Result<int> writeRecord(Context& context, const GroupWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const GroupSession group, heldSessionOf(*journal, words.id));
  J_TRY(const std::string bytes, journal::exchange::groupRecordBytes(group, words.kind));
  J_CHECK(writeNew(words.file, bytes));
  context.say("Written. Nobody's name stands beside what was said.");
  return kDone;
}

Result<journal::FormatLibrary> shippedFormats(const Context& context) {
  J_TRY(const auto assets, findAssets(context.options.assets));
  J_TRY(const std::string json, readAsset(assets, "session_formats.json", "session formats"));
  return journal::exchange::readSessionFormats(json);
}

Result<int> listFormats(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(auto library, shippedFormats(context));
  J_TRY(const auto own, journal->ownFormats());
  for (const OwnFormat& one : own) library.formats.push_back(one.format);
  OrderedJson json = OrderedJson::array();
  for (const SessionFormat& one : library.formats) {
    if (context.options.json) {
      json.push_back({{"code", one.code},
                      {"name", one.name},
                      {"minutes", journal::sumOfRounds(one)},
                      {"rounds", one.rounds.size()},
                      {"author", one.author}});
    } else {
      context.say(fmt::format("{}  {}, {} minutes, {} rounds", one.code, one.name,
                              journal::sumOfRounds(one), one.rounds.size()));
    }
  }
  if (context.options.json) context.print(json);
  return kDone;
}

Result<int> passOnFormat(Context& context, const GroupWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto library, shippedFormats(context));
  J_TRY(const auto own, journal->ownFormats());
  const SessionFormat* found = library.find(words.code);
  for (const OwnFormat& one : own) {
    if (one.format.code == words.code) found = &one.format;
  }
  if (found == nullptr)
    return Error{ErrorCode::NotFound, "format code", "There is no format with that code."};
  SessionFormat format = *found;
  // Nobody could take in what cannot be run yet.
  J_CHECK(journal::planOf(format, journal::session::Naming::Named));
  if (!words.author.empty()) format.author = words.author;
  if (!words.licence.empty()) format.licence = words.licence;
  J_CHECK(writeNew(words.file, journal::exchange::formatFile(format)));
  context.say(fmt::format("{} written, with {} rounds.", format.name, format.rounds.size()));
  return kDone;
}

Result<int> takeFormat(Context& context, const GroupWords& words) {
  J_TRY(const std::string text, journal::readFile(words.file, journal::exchange::kMostFormatBytes));
  J_TRY(SessionFormat format, journal::exchange::readFormatFile(text));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto library, shippedFormats(context));
  if (library.find(format.code) != nullptr) format.code += " (theirs)";
  J_TRY(const auto own, journal->ownFormats());
  OwnFormat kept{journal::OwnFormatId::random(context.random), format, false};
  for (const OwnFormat& one : own) {
    if (one.format.code == format.code) kept.id = one.id;
  }
  J_CHECK(journal->apply(journal::service::PutOwnFormat{kept}));
  context.say(fmt::format("{} is among your formats now, as {}.", format.name, format.code));
  return kDone;
}

template <class Do>
void whenChosen(const Command& command, Context& context, std::shared_ptr<GroupWords> words,
                Do what) {
  command.whenChosen([&context, words, what] {
    context.action = [&context, words, what] { return what(context, *words); };
  });
}

}  // namespace

Result<GroupSession> sessionOf(journal::service::Journal& journal, const std::string& id) {
  J_TRY(const auto sessions, journal.groupSessions());
  const GroupSession* found = nullptr;
  for (const GroupSession& one : sessions) {
    if (id.empty() || one.id.hex().rfind(id, 0) != 0) continue;
    if (found != nullptr)
      return Error{ErrorCode::InvalidInput, "group id", "More than one id begins like that."};
    found = &one;
  }
  if (found != nullptr) return *found;
  return Error{ErrorCode::NotFound, "group id", "There is no session with that id."};
}

Result<GroupSession> heldSessionOf(journal::service::Journal& journal, const std::string& id) {
  J_TRY(GroupSession group, sessionOf(journal, id));
  if (group.state == GroupSessionState::Held) return group;
  return Error{ErrorCode::Conflict, "group not held",
               "This session has not been held yet, so there is no record of it."};
}

void addGroupsCommand(const Command& app, Context& context) {
  auto groups = app.command("groups", "Reflection groups: sessions, their records, formats");
  groups.requireCommand();
  auto words = std::make_shared<GroupWords>();
  auto list = groups.command("list", "Sessions that are planned or were held");
  list.whenChosen([&context] { context.action = [&context] { return listSessions(context); }; });
  auto record = groups.command("record", "Write down what the group keeps of a session");
  record.option("id", words->id, "Its id, or the start of it").required();
  record.option("to", words->file, "The new file").required();
  record.option("--format", words->kind, "html, pdf or csv")
      .required()
      .oneOf({"html", "pdf", "csv"});
  whenChosen(record, context, words, writeRecord);
  addGroupRecordCommands(groups, context);
  addGroupThemesCommand(groups, context);
  auto formats = groups.command("formats", "The formats that a session can have");
  formats.whenChosen([&context] { context.action = [&context] { return listFormats(context); }; });
  auto out = groups.command("pass-on", "Write a format to a file for others");
  out.option("code", words->code, "Its code").required();
  out.option("to", words->file, "The new file").required();
  out.option("--author", words->author, "Whose it is");
  out.option("--licence", words->licence, "Under which it may be passed on");
  whenChosen(out, context, words, passOnFormat);
  auto in = groups.command("take", "Take a format from a file");
  in.option("from", words->file, "The file").required();
  whenChosen(in, context, words, takeFormat);
}

}  // namespace app::cli
