#include "app/model/attached_controller.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

#include "app/model/attached_words.h"
#include "app/model/attachment_job.h"
#include "app/model/display.h"
#include "app/model/keeping_words.h"
#include "journal/domain/safeguarding.h"

namespace app::model {

using journal::Attachment;
using journal::ErrorCode;
using journal::Result;
using journal::service::OpResult;

AttachedController::AttachedController(Context& context, KeepPage keepPage)
    : context_(context), keepPage_(std::move(keepPage)), pictures_(context) {}

void AttachedController::handle(const AttachedIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void AttachedController::showPage(journal::ReflectionId id, bool stored) {
  if (page_ == id) return;
  page_ = id;
  list_.clear();
  on(CloseAttached{});
  if (stored) reload();
}

void AttachedController::reload() {
  query<std::vector<Attachment>>(
      context_, [id = page_](journal::service::Journal& open) { return open.attachments(id); },
      [this, id = page_](Result<std::vector<Attachment>> list) {
        if (id != page_) return;
        list_ = list.ok() ? std::move(list).value() : std::vector<Attachment>();
        if (open_) pictures_.show(list_);
      });
}

void AttachedController::onChanges(const journal::service::Changes& changes) {
  if (changes.attachments) reload();
}

void AttachedController::on(const OpenAttached&) {
  context_.goTo(Place::Write);
  open_ = true;
  pictures_.show(list_);
}

void AttachedController::on(const CloseAttached&) {
  open_ = false;
  pictures_.leave();
  on(LeaveAttachedQuestion{});
  problem_.clear();
  said_.clear();
  wipe(context_.state.ui.write.attached.path);
}

// In
// -------------------------------------------------------------------------------------------

void AttachedController::dropped(const std::string& path, std::function<void()> otherwise) {
  withAttachments<bool>(
      context_,
      [path](AttachmentDoor& door, journal::service::Journal&, const Watch&) -> Result<bool> {
        return door.isOne(path);
      },
      [this, path, page = page_, otherwise = std::move(otherwise)](const Result<bool>& isOne) {
        if (page != page_) return;
        if (!isOne.ok() || (!*isOne && !open_)) return otherwise();
        on(OpenAttached{});
        context_.state.ui.write.attached.path = path;
        on(AddAttached{});
      });
}

void AttachedController::on(const AddAttached&) {
  const AttachedModel& shown = context_.state.models.write.attached;
  const std::string& path = context_.state.ui.write.attached.path;
  if (work_ != AttachedWork::None || path.empty() || !shown.changeNotYet.empty()) return;
  add(path);
}

void AttachedController::add(std::string path) {
  work_ = AttachedWork::Reading;
  problem_.clear();
  said_.clear();
  withAttachments<FileToAttach>(
      context_,
      [path = std::move(path)](AttachmentDoor& door, journal::service::Journal&,
                               const Watch& watch) { return door.read(path, watch); },
      [this, page = page_](Result<FileToAttach> file) { onRead(page, std::move(file)); });
}

void AttachedController::onRead(journal::ReflectionId of, Result<FileToAttach> file) {
  if (!file.ok()) return failed(tr::sentence(file.error()));
  work_ = AttachedWork::Keeping;
  if (of != page_) return keep(of, std::move(file).value());
  // The words first: what is attached is kept with an entry that is stored.
  const auto waiting = std::make_shared<FileToAttach>(std::move(file).value());
  keepPage_([this, of, waiting](const Result<void>& stored) {
    if (!stored.ok()) return failed(tr::sentence(stored.error()));
    keep(of, std::move(*waiting));
  });
}

void AttachedController::keep(journal::ReflectionId of, FileToAttach file) {
  journal::service::AttachFile op;
  op.reflection = of;
  op.id = journal::AttachmentId::random(context_.random);
  op.name = std::move(file.name);
  op.bytes = std::move(file.bytes);
  const auto attach = std::make_shared<journal::service::Op>(std::move(op));
  withAttachments<OpResult>(
      context_,
      [attach](AttachmentDoor&, journal::service::Journal& open, const Watch&) {
        auto kept = open.apply(*attach);
        wipe(std::get<journal::service::AttachFile>(*attach).bytes);
        return kept;
      },
      [this, of](const Result<OpResult>& kept) { onKept(of, kept); });
}

void AttachedController::onKept(journal::ReflectionId of, const Result<OpResult>& kept) {
  if (!kept.ok()) {
    const bool left = of != page_ && kept.error().code == ErrorCode::NotFound;
    return failed(left ? std::string(tr::kPageWasLeft) : tr::sentence(kept.error()));
  }
  work_ = AttachedWork::None;
  said_ = kept->skipped != 0 ? tr::kAttachedAlready : tr::kAttachedKept;
  if (!open_) context_.say(said_);
  if (of == page_) wipe(context_.state.ui.write.attached.path);
  context_.changed(kept->changes);
}

void AttachedController::failed(std::string why) {
  work_ = AttachedWork::None;
  problem_ = std::move(why);
  if (!open_) context_.say(problem_, true);  // the sheet was closed meanwhile
}

// Out
// ------------------------------------------------------------------------------------------

void AttachedController::ask(AttachedQuestion question, journal::AttachmentId about) {
  if (work_ != AttachedWork::None) return;
  on(LeaveAttachedQuestion{});
  question_ = question;
  about_ = about;
  said_.clear();
}

void AttachedController::on(const AskSaveAttached& intent) {
  ask(AttachedQuestion::SaveCopy, intent.attachment);
  withAttachments<std::string>(
      context_,
      [](AttachmentDoor& door, journal::service::Journal&, const Watch&) -> Result<std::string> {
        return door.copyWarning();
      },
      [this](const Result<std::string>& warning) {
        if (warning.ok()) warning_ = *warning;
      });
}

void AttachedController::on(const SaveAttached&) {
  const Attachment* which = find(about_);
  const std::string path = context_.state.ui.write.attached.saveTo;
  // Nothing leaves before its warning was there to read.
  if (which == nullptr || question_ != AttachedQuestion::SaveCopy || path.empty() ||
      work_ != AttachedWork::None || warning_.empty()) {
    return;
  }
  work_ = AttachedWork::Saving;
  saveProblem_.clear();
  withAttachments<std::string>(
      context_,
      [path, attachment = *which](AttachmentDoor& door, journal::service::Journal& open,
                                  const Watch& watch) {
        return door.saveCopy(open, attachment, path, watch);
      },
      [this](const Result<std::string>& saved) {
        work_ = AttachedWork::None;
        if (!saved.ok()) {
          saveProblem_ = tr::sentence(saved.error());
          return;
        }
        on(LeaveAttachedQuestion{});
        said_ = std::string(tr::kSavedTo) + *saved + ".";
      });
}

void AttachedController::on(const AskRemoveAttached& intent) {
  ask(AttachedQuestion::Remove, intent.attachment);
}

void AttachedController::on(const RemoveAttached&) {
  if (find(about_) == nullptr || question_ != AttachedQuestion::Remove) return;
  applyOps(context_, {journal::service::RemoveAttachment{about_}},
           [this](const Result<void>& removed) {
             if (removed.ok())
               said_ = tr::kAttachedRemoved;
             else
               problem_ = tr::sentence(removed.error());
           });
  on(LeaveAttachedQuestion{});
}

void AttachedController::on(const LeaveAttachedQuestion&) {
  question_ = AttachedQuestion::None;
  about_ = {};
  saveProblem_.clear();
  wipe(context_.state.ui.write.attached.saveTo);
}

void AttachedController::on(const LookAtAttached& intent) {
  if (const Attachment* which = find(intent.attachment)) pictures_.look(*which);
}

void AttachedController::on(const LeaveLook&) {
  pictures_.leaveLook();
}

const Attachment* AttachedController::find(journal::AttachmentId id) const {
  const auto found = std::find_if(list_.begin(), list_.end(),
                                  [id](const Attachment& one) { return one.id == id; });
  return found == list_.end() ? nullptr : &*found;
}

// In words
// -------------------------------------------------------------------------------------

AttachedModel AttachedController::model(const journal::Reflection& shown) const {
  AttachedModel model;
  for (const Attachment& one : list_) {
    const auto offset = context_.clock.utcOffset(one.addedAt);
    model.rows.push_back({one.id, one.name,
                          fmt::format("{}, added {}", kindAndSize(one),
                                      dayMonthYear(journal::localDate(one.addedAt, offset))),
                          isPicture(one.kind), canBeShown(one), nullptr});
  }
  pictures_.fill(model);
  model.line = countedKinds(list_);
  model.names = namesOf(list_);
  model.open = open_;
  model.work = work_;
  const WorkProgress progress = context_.tasks.progress();
  if (work_ == AttachedWork::Reading && progress.total > 0) {
    model.fraction =
        std::min(1.0F, static_cast<float>(progress.done) / static_cast<float>(progress.total));
  }
  if (const auto usable = journal::requireUsable(shown); !usable.ok()) {
    model.changeNotYet = tr::sentence(usable.error());
  }
  const AttachedUi& ui = context_.state.ui.write.attached;
  if (ui.path.empty()) model.addNotYet = tr::kSayWhichAttachment;
  model.problem = problem_;
  model.said = said_;
  if (find(about_) != nullptr) {
    model.question = question_;
    model.about = about_;
  }
  model.warning = warning_;
  model.saveProblem = saveProblem_;
  if (ui.saveTo.empty()) model.saveNotYet = tr::kSayWhereFirst;
  return model;
}

void AttachedController::forget() {
  const bool stops = work_ == AttachedWork::Reading || work_ == AttachedWork::Saving;
  if (stops) context_.tasks.cancelRunning();
  work_ = AttachedWork::None;
  for (Attachment& one : list_) wipe(one.name);
  list_.clear();
  page_ = {};
  on(CloseAttached{});
  warning_.clear();
}

std::string kindAndSize(const Attachment& attachment) {
  constexpr std::uint64_t kKilo = 1024;
  const std::string_view kind = isPicture(attachment.kind) ? tr::kPictureKind : tr::kRecordingKind;
  if (attachment.size < kKilo * kKilo) {
    return fmt::format("{}, {} KB", kind, (attachment.size + kKilo - 1) / kKilo);
  }
  return fmt::format("{}, {:.1f} MB", kind,
                     static_cast<double>(attachment.size) / static_cast<double>(kKilo * kKilo));
}

std::string namesOf(const std::vector<Attachment>& list) {
  std::string names;
  for (const Attachment& one : list) {
    if (!names.empty()) names += "; ";
    names += fmt::format("{} ({})", one.name, lowerFirst(kindAndSize(one)));
  }
  return names;
}

std::string countedKinds(const std::vector<Attachment>& list) {
  const auto pictures = static_cast<std::size_t>(std::count_if(
      list.begin(), list.end(), [](const Attachment& one) { return isPicture(one.kind); }));
  const std::size_t recordings = list.size() - pictures;
  std::string words;
  if (pictures > 0) words = counted(pictures, "picture", "pictures");
  if (pictures > 0 && recordings > 0) words += " and ";
  if (recordings > 0) words += counted(recordings, "recording", "recordings");
  return words;
}

}  // namespace app::model
