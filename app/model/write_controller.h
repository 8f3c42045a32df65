#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/model/autosave.h"
#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/tag_panel.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// The reflection being written: its words, autosave, lesson and tags.
class WriteController {
 public:
  explicit WriteController(Context& context);

  void handle(const WriteIntent& intent);
  /// Saves when it is time.
  void tick(journal::UtcTime now);
  /// How long this screen can sleep; nullopt: until something happens.
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  /// Shows this reflection, saving the present one first.
  void open(journal::ReflectionId id);
  /// An empty page to start with, if none is shown yet.
  void ensurePage();
  /// Saves what is not saved, then calls `done` with whether everything is on the disk.
  void flush(std::function<void(const journal::Result<void>&)> done);
  bool settled() const { return autosave_.settled(); }
  /// Names or tags changed elsewhere.
  void onChanges(const journal::service::Changes& changes);
  void refresh();
  /// Forgets everything; the journal is locked.
  void forget();

 private:
  void on(const NewReflection& intent);
  void on(const ChoosePromptSet& intent);
  void on(const EditLesson&);
  void on(const KeepLesson&);
  void on(const CloseLesson&);
  void on(const ToggleLessonPerson& intent);
  void on(const TextChanged&);
  void on(const PasteRefused&);
  void on(const FinishReflection&);
  void on(const ReopenReflection&);
  void on(const StartTag& intent);
  void on(const EditTag& intent);
  void on(const RemoveTag& intent);
  void on(const PickOutcome& intent);
  void on(const PickIndicator& intent);
  void on(const PickLevel& intent);
  void on(const PickDirection& intent);
  void on(const PickVoice& intent);
  void on(const PickTagPerson& intent);
  void on(const SaveTag&);
  void on(const CancelTag&);
  void on(const StartAddingPerson&);
  void on(const AddPerson&);
  void on(const CancelAddingPerson&);

  void startPage(const std::string& promptSet);
  void load(journal::Reflection reflection, std::vector<journal::Tag> tags);
  void save(std::function<void(const journal::Result<void>&)> done);
  void mentionTypedNames();
  std::vector<journal::service::Op> opsToStore() const;
  void reloadTags();
  void moveDraft();
  void askJourney();
  void setFinished(bool finished);

  Context& context_;
  Autosave autosave_;
  std::uint64_t page_ = 0;  ///< counts pages shown, so that late answers about another are dropped
  bool shown_ = false;
  bool stored_ = false;             ///< the journal knows this reflection
  journal::Reflection reflection_;  ///< as stored; `text` is what the tags are against
  std::vector<journal::Tag> tags_;
  std::optional<TagDraft> draft_;
  std::string draftText_;  ///< the words `draft_->passage` is placed in
  std::uint64_t labelsRevision_ = 1;
  std::vector<journal::NameId> lessonPeople_;  ///< while the form is open
  bool lessonOpen_ = false;
  std::string lessonProblem_;
  bool addingPerson_ = false;
};

}  // namespace app::model
