#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/model/attached_model.h"
#include "app/model/attached_pictures.h"
#include "app/model/attachment_door.h"
#include "app/model/context.h"
#include "journal/domain/attachment.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// Pictures and recordings of the page shown. UI thread only; files are read and written by jobs
/// that let saves of words come between.
class AttachedController {
 public:
  /// Stores the page shown, with nothing on it too, then says whether it is on the disk.
  using KeepPage = std::function<void(std::function<void(const journal::Result<void>&)>)>;
  AttachedController(Context& context, KeepPage keepPage);

  void handle(const AttachedIntent& intent);
  /// Another page is shown; one that is not stored yet has nothing attached.
  void showPage(journal::ReflectionId id, bool stored);
  void onChanges(const journal::service::Changes& changes);
  /// A file was dropped on the page: keeps it with the entry when it is a picture or a recording,
  /// else calls `otherwise`.
  void dropped(const std::string& path, std::function<void()> otherwise);
  AttachedModel model(const journal::Reflection& shown) const;
  void forget();

 private:
  void on(const OpenAttached&);
  void on(const CloseAttached&);
  void on(const AddAttached&);
  void on(const AskSaveAttached& intent);
  void on(const SaveAttached&);
  void on(const AskRemoveAttached& intent);
  void on(const RemoveAttached&);
  void on(const LeaveAttachedQuestion&);
  void on(const LookAtAttached& intent);
  void on(const LeaveLook&);

  void reload();
  void add(std::string path);
  void onRead(journal::ReflectionId of, journal::Result<FileToAttach> file);
  void keep(journal::ReflectionId of, FileToAttach file);
  void onKept(journal::ReflectionId of, const journal::Result<journal::service::OpResult>& kept);
  void failed(std::string why);
  void ask(AttachedQuestion question, journal::AttachmentId about);
  const journal::Attachment* find(journal::AttachmentId id) const;

  Context& context_;
  KeepPage keepPage_;
  AttachedPictures pictures_;
  journal::ReflectionId page_;
  std::vector<journal::Attachment> list_;
  bool open_ = false;
  AttachedWork work_ = AttachedWork::None;
  AttachedQuestion question_ = AttachedQuestion::None;
  journal::AttachmentId about_;
  std::string problem_;
  std::string said_;
  std::string warning_;
  std::string saveProblem_;
};

// As people read them. Pure.
/// "Picture, 240 KB"
std::string kindAndSize(const journal::Attachment& attachment);
/// "set-list.png (picture, 240 KB); tune.wav (recording, 3.1 MB)"
std::string namesOf(const std::vector<journal::Attachment>& list);
/// "2 pictures and 1 recording"; empty for none.
std::string countedKinds(const std::vector<journal::Attachment>& list);

}  // namespace app::model
