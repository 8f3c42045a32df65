// Pictures and recordings of a reflection.

#include <fmt/format.h>

#include <memory>
#include <string>
#include <system_error>

#include "app/cli/commands.h"
#include "app/cli/file_to_attach.h"
#include "app/cli/journal_export.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/base/platform.h"

namespace app::cli {
namespace {

using journal::Attachment;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::service::Journal;

struct AttachmentWords {
  std::string reflection;
  std::filesystem::path file;
  std::filesystem::path to;
  std::string attachment;
};

constexpr std::size_t kShortId = 8;

Result<int> attach(Context& context, const AttachmentWords& words) {
  J_TRY(std::string bytes, fileToAttach(words.file));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto reflection, findReflection(*journal, words.reflection));
  const auto id = journal::AttachmentId::random(context.random);
  J_TRY(const auto done, journal->apply(journal::service::AttachFile{
                             reflection, id, words.file.filename().string(), std::move(bytes)}));
  if (context.options.json) {
    OrderedJson json;
    json["id"] = done.skipped == 0 ? OrderedJson(id.hex()) : OrderedJson(nullptr);
    context.print(json);
  } else if (done.skipped != 0) {
    context.say("This entry has it already.");
  } else {
    context.say(fmt::format("Kept with the entry: {}. The file you took it from is still there.",
                            id.hex().substr(0, kShortId)));
  }
  return kDone;
}

Result<Attachment> findAttachment(Journal& journal, const AttachmentWords& words) {
  J_TRY(const auto reflection, findReflection(journal, words.reflection));
  J_TRY(const auto attached, journal.attachments(reflection));
  for (const Attachment& attachment : attached) {
    if (words.attachment.size() >= 4 && attachment.id.hex().starts_with(words.attachment))
      return attachment;
  }
  return Error{ErrorCode::NotFound, "attachment",
               "That entry has no picture or recording of that id."};
}

Result<int> list(Context& context, const AttachmentWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto reflection, findReflection(*journal, words.reflection));
  J_TRY(const auto attached, journal->attachments(reflection));
  OrderedJson json = OrderedJson::array();
  for (const Attachment& attachment : attached) {
    if (context.options.json) {
      OrderedJson one;
      one["id"] = attachment.id.hex();
      one["name"] = attachment.name;
      one["media_type"] = std::string(mediaType(attachment.kind));
      one["bytes"] = attachment.size;
      json.push_back(std::move(one));
      continue;
    }
    context.say(fmt::format("{}  {}  {} KB  {}", attachment.id.hex().substr(0, kShortId),
                            isPicture(attachment.kind) ? "picture" : "recording",
                            (attachment.size + 1023) / 1024, attachment.name));
  }
  if (context.options.json) {
    context.print(json);
  } else if (attached.empty()) {
    context.say("Nothing is kept with this entry but its words.");
  }
  return kDone;
}

Result<int> save(Context& context, const AttachmentWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const Attachment attachment, findAttachment(*journal, words));
  J_TRY(const std::string bytes, journal->attachmentBytes(attachment.id));
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(words.to, ignored))) {
    return Error{ErrorCode::Conflict, "save to", "There is a file of that name already."};
  }
  J_CHECK(journal::replaceFileAtomically(words.to, bytes));
  context.remark(kUnprotectedCopy);
  context.say("Saved.");
  return kDone;
}

Result<int> takeOut(Context& context, const AttachmentWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const Attachment attachment, findAttachment(*journal, words));
  J_CHECK(journal->apply(journal::service::RemoveAttachment{attachment.id}));
  context.say("Taken out. Erasing the entry for good destroys it; this alone does not.");
  return kDone;
}

}  // namespace

void addAttachmentCommands(const Command& app, Context& context) {
  auto words = std::make_shared<AttachmentWords>();
  const auto choose = [&context, words](const Command& command, auto act) {
    command.option("id", words->reflection, "The reflection's id, or the start of it").required();
    command.whenChosen([&context, words, act] {
      context.action = [&context, words, act] { return act(context, *words); };
    });
  };
  auto keep = app.command("attach", "Keep a picture or a recording with a reflection");
  choose(keep, attach);
  keep.option("file", words->file, "The file; a copy of it goes into the journal").required();
  auto show = app.command("attachments", "The pictures and recordings of a reflection");
  choose(show, list);
  auto out = app.command("attachment-save", "Copy one out of the journal, for anybody to read");
  choose(out, save);
  out.option("attachment", words->attachment, "Its id, or the start of it").required();
  out.option("to", words->to, "The new file").required();
  auto gone = app.command("attachment-remove", "Take one out of a reflection");
  choose(gone, takeOut);
  gone.option("attachment", words->attachment, "Its id, or the start of it").required();
}

}  // namespace app::cli
