// The lesson of the reflection being written: its form, what can be chosen for it, and new names.

#include <algorithm>

#include "app/model/build_write.h"
#include "app/model/display.h"
#include "app/model/lesson_choice.h"
#include "app/model/name_offer.h"
#include "app/model/write_controller.h"
#include "app/model/write_words.h"
#include "journal/domain/code_name.h"
#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"

namespace app::model {

using journal::Result;

namespace {

constexpr std::size_t kRowsLookedAt = 80;

void putInForm(const journal::Lesson& lesson, LessonUi& ui) {
  ui.setting = lesson.setting;
  ui.starts = lesson.startsAt ? timeOfDay(*lesson.startsAt) : "";
  ui.ends.clear();
  if (lesson.startsAt && lesson.length.count() > 0) {
    const auto end = *lesson.startsAt + lesson.length;
    if (end < std::chrono::days{1}) ui.ends = timeOfDay(end);
  }
  ui.group = lesson.group;
  ui.instrument = lesson.instrument;
  ui.place = lesson.place ? lesson.place->hex() : "";
}

/// What is wrong with the times and the date; empty: nothing.
std::string formProblem(const LessonUi& ui) {
  const auto starts = parseTimeOfDay(ui.starts);
  const auto ends = parseTimeOfDay(ui.ends);
  if (!journal::parseDate(ui.date)) return std::string(tr::kDateLike);
  if (!ui.starts.empty() && !starts) return std::string(tr::kTimeLike);
  if (!ui.ends.empty() && !ends) return std::string(tr::kEndsLike);
  if (ends && !starts) return std::string(tr::kEndsNeedsStart);
  if (ends && *ends <= *starts) return std::string(tr::kEndsAfterStart);
  return {};
}

}  // namespace

// The form
// ---------------------------------------------------------------------------------------------

void WriteController::on(const EditLesson&) {
  LessonUi& ui = context_.state.ui.write.lesson;
  putInForm(reflection_.lesson, ui);
  ui.date = journal::isoDate(reflection_.lesson.date);
  lessonPeople_ = reflection_.lesson.youngPeople;
  lessonProblem_.clear();
  lessonOpen_ = true;
}

void WriteController::on(const CloseLesson&) {
  lessonOpen_ = false;
}

void WriteController::on(const ToggleLessonPerson& intent) {
  const auto found = std::find(lessonPeople_.begin(), lessonPeople_.end(), intent.name);
  if (found == lessonPeople_.end())
    lessonPeople_.push_back(intent.name);
  else
    lessonPeople_.erase(found);
}

void WriteController::on(const ChooseLesson& intent) {
  if (intent.index >= offers_.size()) return;
  const journal::Lesson& lesson = offers_[intent.index].lesson;
  putInForm(lesson, context_.state.ui.write.lesson);
  lessonPeople_ = lesson.youngPeople;
  lessonProblem_.clear();
}

void WriteController::on(const KeepLesson&) {
  const LessonUi& ui = context_.state.ui.write.lesson;
  lessonProblem_ = formProblem(ui);
  if (!lessonProblem_.empty()) return;
  journal::Lesson lesson = reflection_.lesson;
  lesson.setting = ui.setting;
  lesson.date = *journal::parseDate(ui.date);
  lesson.startsAt = parseTimeOfDay(ui.starts);
  lesson.length = std::chrono::minutes{0};
  if (const auto ends = parseTimeOfDay(ui.ends)) lesson.length = *ends - *lesson.startsAt;
  lesson.group = ui.group;
  lesson.instrument = ui.instrument;
  lesson.place = journal::NameId::fromHex(ui.place);
  lesson.youngPeople = lessonPeople_;
  lessonOpen_ = false;
  lessonSaid_ = true;
  filledInFrom_.reset();
  reflection_.lesson = lesson;
  if (!stored_) return;  // goes with the first save
  applyOps(context_, {journal::service::SetLesson{reflection_.id, lesson}},
           [this](const Result<void>& outcome) {
             if (!outcome.ok()) context_.say(outcome.error());
           });
}

LessonFormModel WriteController::lessonForm() {
  const Preferences& preferences = context_.state.ui.preferences;
  const LessonUi& ui = context_.state.ui.write.lesson;
  const journal::LocalDate today = context_.today();
  offer(journal::parseDate(ui.date).value_or(today));
  LessonFormModel form;
  for (int i = 0; i < journal::kSettingCount; ++i) {
    form.settings[static_cast<std::size_t>(i)] = journal::title(static_cast<journal::Setting>(i));
  }
  form.youngPeople = choicesOf(context_.names, journal::NameKind::YoungPerson, lessonPeople_);
  form.places = choicesOf(context_.names, journal::NameKind::Place, {});
  form.problem = lessonProblem_;
  for (const OfferedLesson& one : offers_) form.choices.push_back(wordLesson(one, today));
  form.paidMinutes = preferences.paidMinutes;
  const auto counted = preferences.paidSeconds.find(monthOf(today));
  if (counted != preferences.paidSeconds.end() && counted->second >= 60) {
    form.paidTotal =
        std::string(tr::kPaidCounted) + monthAndYear(today) + ": " +
        app::model::counted(static_cast<std::size_t>(counted->second / 60), "minute", "minutes");
  }
  return form;
}

// Lessons to choose from
// -------------------------------------------------------------------------------

void WriteController::askBeside() {
  struct Answer {
    std::vector<journal::service::ReflectionRow> rows;
    std::vector<journal::Intention> intentions;
    std::vector<journal::TimetableSlot> timetable;
  };
  query<Answer>(
      context_,
      [](journal::service::Journal& journal) -> Result<Answer> {
        J_TRY(auto rows, journal.newest(kRowsLookedAt, std::nullopt));
        J_TRY(auto intentions, journal.openIntentions());
        J_TRY(auto timetable, journal.timetable());
        return Answer{std::move(rows), std::move(intentions), std::move(timetable)};
      },
      [this, page = page_](Result<Answer> answer) {
        if (page != page_ || !answer.ok()) return;
        recent_ = std::move(answer->rows);
        intentions_ = std::move(answer->intentions);
        timetable_ = std::move(answer->timetable);
        offeredFor_.reset();
        fillIn();
      });
}

void WriteController::offer(journal::LocalDate day) {
  if (offeredFor_ == day) return;
  offeredFor_ = day;
  offers_ = offerLessons(timetable_, recent_, context_.names, day);
}

void WriteController::fillIn() {
  // Only a page nobody has begun.
  if (stored_ || lessonSaid_ || lessonOpen_ || !isBlank(context_.state.ui.write.words.text)) return;
  const journal::LocalDate today = context_.today();
  offer(today);
  const auto now = lessonOfThisHour(offers_, recent_, today, context_.timeNow());
  if (!now) return;
  reflection_.lesson = offers_[*now].lesson;
  filledInFrom_ = offers_[*now].source;
}

// New names
// -------------------------------------------------------------------------------------------

void WriteController::on(const StartAddingPerson&) {
  on(StartAddingName{});
}

void WriteController::on(const StartAddingName& intent) {
  addingPerson_ = true;
  NewPersonUi& ui = context_.state.ui.write.person;
  wipe(ui.realName);
  ui = NewPersonUi();
  ui.kind = intent.kind;
}

void WriteController::on(const TakeNameOffer& intent) {
  if (!name_) return;
  on(StartAddingName{intent.kind});
  NewPersonUi& ui = context_.state.ui.write.person;
  ui.realName = name_->word;
  if (intent.kind != journal::NameKind::YoungPerson) return;
  ui.codeName = journal::freeCodeName(ui.realName, [this](const std::string& code) {
    const auto& names = context_.names;
    return std::any_of(names.begin(), names.end(), [&](const journal::KnownName& name) {
      return name.codeName == code || name.realName == code;
    });
  });
}

void WriteController::on(const LeaveNameOffer&) {
  if (!name_) return;
  notNames_.insert(name_->word);
  lookAgain();
}

void WriteController::on(const CancelAddingPerson&) {
  addingPerson_ = false;
}

void WriteController::on(const AddPerson&) {
  const NewPersonUi ui = context_.state.ui.write.person;
  if (!personProblem(ui, context_.names).empty()) return;
  journal::KnownName name;
  name.id = journal::NameId::random(context_.random);
  name.kind = ui.kind;
  name.realName = ui.realName;
  name.codeName = ui.codeName;
  addingPerson_ = false;
  applyOps(context_, {journal::service::PutName{name}}, [this, name](const Result<void>& o) {
    if (!o.ok()) return context_.say(o.error());
    const bool youngPerson = name.kind == journal::NameKind::YoungPerson;
    if (lessonOpen_ && youngPerson) lessonPeople_.push_back(name.id);
    if (lessonOpen_ && name.kind == journal::NameKind::Place) {
      context_.state.ui.write.lesson.place = name.id.hex();
    }
    if (draft_ && youngPerson) on(PickTagPerson{name.id});
  });
}

void WriteController::mentionNewNames() {
  if (!shown_ || !mayBeUsed(reflection_)) return;
  const std::string& text = context_.state.ui.write.words.text;
  const bool finished = reflection_.state == journal::ReflectionState::Finished;
  if (finished || journal::mentionKnownNames(text, context_.names) == text) return;
  autosave_.changed(context_.clock.now());
  context_.say(std::string(tr::kNowAMention));
}

}  // namespace app::model
