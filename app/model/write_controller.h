#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/model/attached_controller.h"
#include "app/model/autosave.h"
#include "app/model/context.h"
#include "app/model/entry_places.h"
#include "app/model/intent.h"
#include "app/model/lesson_choice.h"
#include "app/model/paid_time.h"
#include "app/model/tag_panel.h"
#include "journal/domain/intention.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// The reflection being written: its words, autosave, lesson and tags.
class WriteController {
 public:
  explicit WriteController(Context& context);

  void handle(const WriteIntent& intent);
  void handle(const AsideIntent& intent);
  void handle(const AttachedIntent& intent) { attached_.handle(intent); }
  /// A file was dropped on the page; `otherwise` when it is nothing to keep with an entry.
  void dropped(const std::string& path, std::function<void()> otherwise) {
    attached_.dropped(path, std::move(otherwise));
  }
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
  journal::ReflectionId shownId() const { return reflection_.id; }
  /// The words shown may have been changed by another device, or by a decision about two of them.
  void takeIn();
  /// Names or tags changed elsewhere.
  void onChanges(const journal::service::Changes& changes);
  /// A key or the pointer moved while this screen is shown.
  void stirred(journal::UtcTime now);
  /// Another screen is shown: paid time stops.
  void left(journal::UtcTime now);
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
  /// What is selected, or the sentence around it; says why when that is nothing.
  std::optional<journal::Passage> passageOf(std::size_t begin, std::size_t end);
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
  void on(const ChooseLesson& intent);
  void on(const KeepForNextTime& intent);
  void on(const AnswerIntention& intent);
  void on(const StartAddingName& intent);
  void on(const TakeNameOffer& intent);
  void on(const LeaveNameOffer&);
  void on(const AnswerConcern& intent);
  void on(const MoveItOut& intent);
  void on(const KeepItHere&);
  void on(const TickPlace& intent);
  void on(const TakeMeSomewhereNew&);
  void on(const ChoosePaidTime& intent);
  void on(const PausePaidTime&);

  void startPage(const std::string& promptSet);
  /// The blank page is about a lesson with this young person alone.
  void startAbout(journal::NameId youngPerson);
  void load(journal::Reflection reflection, std::vector<journal::Tag> tags);
  void save(std::function<void(const journal::Result<void>&)> done);
  /// Stores the page even when nothing was typed on it.
  void keepPage(std::function<void(const journal::Result<void>&)> done);
  void mentionTypedNames();
  std::vector<journal::service::Op> opsToStore() const;
  void reloadTags();
  /// An entry on hold that is no longer there leaves the page too.
  void leaveIfRemoved();
  /// A page with nothing on it yet keeps to what Write offers.
  void followOfferedSets();
  void moveDraft();
  void askJourney();
  int versionFor(const journal::Tag& tag) const;
  void setFinished(bool finished);

  // What stands beside the words (write_asides.cpp, write_lesson_choice.cpp)
  void showAnotherPage();  ///< forgets what was about the last one
  void forgetBeside();
  void askBeside();  ///< lessons to choose from, and what was meant last time
  void offer(journal::LocalDate day);
  void fillIn();
  void lookAgain();  ///< for names and phrases in the words
  void holdMovedOut(const std::string& words);
  void countPaid();
  void tickPaid(journal::UtcTime now);
  void mentionNewNames();  ///< a name that was just told stands in the words
  AsideModel asides() const;
  LessonFormModel lessonForm();

  Context& context_;
  Autosave autosave_;
  std::uint64_t page_ = 0;  ///< counts pages shown, so that late answers about another are dropped
  bool shown_ = false;
  bool stored_ = false;             ///< the journal knows this reflection
  std::string base_;                ///< the stored or sent text that the words shown come from
  journal::Reflection reflection_;  ///< as stored; `text` is what the tags are against
  std::vector<journal::Tag> tags_;
  std::optional<TagDraft> draft_;
  std::string draftText_;  ///< the words `draft_->passage` is placed in
  std::uint64_t labelsRevision_ = 1;
  std::vector<journal::NameId> lessonPeople_;  ///< while the form is open
  bool lessonOpen_ = false;
  std::string lessonProblem_;
  bool addingPerson_ = false;

  std::vector<journal::TimetableSlot> timetable_;
  std::vector<journal::service::ReflectionRow> recent_;  ///< newest first
  std::vector<OfferedLesson> offers_;
  std::optional<journal::LocalDate> offeredFor_;  ///< the day of `offers_`
  std::optional<LessonSource> filledInFrom_;      ///< the lesson was not said by the person
  bool lessonSaid_ = false;
  std::optional<journal::NameId> about_;  ///< whom the page was begun about, while it is blank
  std::vector<journal::Intention> intentions_;
  std::set<journal::IntentionId> passedOver_;
  std::optional<NameOfferModel> name_;
  std::set<std::string> notNames_;
  std::optional<std::size_t> concern_;  ///< of Library::concernPhrases
  std::set<std::size_t> answeredConcerns_;
  bool movingOut_ = false;
  EntryPlaces places_;
  PaidTime paid_;
  bool saidLastMinute_ = false;
  AttachedController attached_;
};

}  // namespace app::model
