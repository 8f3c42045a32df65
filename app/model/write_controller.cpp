#include "app/model/write_controller.h"

#include <algorithm>
#include <variant>

#include "app/model/build_write.h"
#include "app/model/display.h"
#include "app/model/sentence.h"
#include "app/model/write_words.h"
#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"

namespace app::model {

using journal::Reflection;
using journal::Result;
using journal::service::Op;

namespace {

/// Prompts as headings with an empty paragraph to answer each.
std::string pageFor(const std::optional<journal::PromptSet>& prompts) {
  std::string text;
  if (!prompts) return text;
  for (const std::string& words : prompts->prompts) {
    if (!text.empty()) text += "\n";
    text += journal::headingToken(words) + "\n";
  }
  return text;
}

/// A page nobody chose a set for begins with this one, or with the first that is offered.
constexpr const char* kUsualSet = "Q1";

/// Of the sets that are offered; nullopt: a blank page.
std::optional<journal::PromptSet> setFor(const std::string& code, const Context& context) {
  auto sets = journal::offered(context.library.prompts, context.prompts);
  for (journal::PromptSet& set : sets) {
    if (set.code == code) return std::move(set);
  }
  if (code != kUsualSet || sets.empty()) return std::nullopt;
  return std::move(sets.front());
}

/// The first empty paragraph under a prompt, or the end.
std::size_t firstAnswer(const std::string& text) {
  const std::size_t line = text.find('\n');
  return line == std::string::npos ? text.size() : line + 1;
}

}  // namespace

WriteController::WriteController(Context& context)
    : context_(context), attached_(context, [this](std::function<void(const Result<void>&)> done) {
        keepPage(std::move(done));
      }) {}

void WriteController::handle(const WriteIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

// Pages
// --------------------------------------------------------------------------------------------

void WriteController::ensurePage() {
  if (shown_) return lookAgain();  // what is looked for may have been turned on meanwhile
  startPage(kUsualSet);
}

void WriteController::startPage(const std::string& promptSet) {
  const journal::UtcTime now = context_.clock.now();
  ++page_;
  shown_ = true;
  stored_ = false;
  draft_.reset();
  about_.reset();
  tags_.clear();
  lessonOpen_ = false;
  reflection_ = Reflection();
  reflection_.id = journal::ReflectionId::random(context_.random);
  reflection_.lesson.date = context_.today();
  reflection_.lesson.setting = journal::Setting::SmallGroup;
  const auto prompts = setFor(promptSet, context_);
  if (prompts) reflection_.promptSet = prompts->code;
  reflection_.writtenAt = now;
  reflection_.changedAt = now;
  reflection_.writtenOffset = context_.clock.utcOffset(now);
  EditedText& words = context_.state.ui.write.words;
  wipe(words.text);
  words.text = pageFor(prompts);
  words.caret = firstAnswer(words.text);
  ++words.loads;
  reflection_.text = words.text;
  base_ = words.text;
  autosave_.reset(std::nullopt);
  showAnotherPage();
}

void WriteController::load(Reflection reflection, std::vector<journal::Tag> tags) {
  ++page_;
  shown_ = true;
  stored_ = true;
  draft_.reset();
  lessonOpen_ = false;
  reflection_ = std::move(reflection);
  tags_ = std::move(tags);
  EditedText& words = context_.state.ui.write.words;
  wipe(words.text);
  words.text = reflection_.text;
  base_ = reflection_.text;
  words.caret = words.text.size();
  ++words.loads;
  autosave_.reset(reflection_.changedAt);
  showAnotherPage();
  lookAgain();
}

void WriteController::open(journal::ReflectionId id) {
  flush([this, id](const Result<void>& saved) {
    if (!saved.ok()) return;  // the words on screen are not on the disk: stay with them
    using Answer = std::pair<Reflection, std::vector<journal::Tag>>;
    query<Answer>(
        context_,
        [id](journal::service::Journal& journal) -> Result<Answer> {
          J_TRY(auto reflection, journal.reflection(id));
          J_TRY(auto tags, journal.tagsOf(id));
          return Answer(std::move(reflection), std::move(tags));
        },
        [this](Result<Answer> answer) {
          if (!answer.ok()) return context_.say(answer.error());
          load(std::move(answer->first), std::move(answer->second));
          context_.goTo(Place::Write);
        });
  });
}

void WriteController::on(const NewReflection& intent) {
  flush([this, set = intent.promptSet, about = intent.about](const Result<void>& saved) {
    if (!saved.ok()) return;
    startPage(set);
    if (about) startAbout(*about);
    context_.goTo(Place::Write);
  });
}

void WriteController::on(const ChoosePromptSet& intent) {
  // Only while nothing is written: prompts never move words that are already there.
  if (!isBlank(context_.state.ui.write.words.text) || stored_) return;
  const auto about = about_;
  startPage(intent.code);
  if (about) startAbout(*about);
}

void WriteController::startAbout(journal::NameId youngPerson) {
  about_ = youngPerson;
  reflection_.lesson.setting = journal::Setting::OneToOne;
  reflection_.lesson.youngPeople = {youngPerson};
  lessonSaid_ = true;  // a lesson of this hour may be somebody else's
}

// Saving
// -------------------------------------------------------------------------------------------

void WriteController::on(const TextChanged&) {
  if (!shown_ || !mayBeUsed(reflection_)) return;
  autosave_.changed(context_.clock.now());
  moveDraft();
}

void WriteController::on(const PasteRefused&) {
  context_.say(std::string(tr::kPasteTooLong), true);
}

void WriteController::moveDraft() {
  if (!draft_) return;
  const std::string& text = context_.state.ui.write.words.text;
  draft_->passage = journal::rebaseAll({draft_->passage}, draftText_, text).front();
  draftText_ = text;
  if (draft_->passage.begin >= draft_->passage.end) draft_.reset();  // its words are gone
}

void WriteController::tick(journal::UtcTime now) {
  if (autosave_.due(now)) save(nullptr);
  tickPaid(now);
}

std::optional<std::chrono::milliseconds> WriteController::wait(journal::UtcTime now) const {
  std::optional<std::chrono::milliseconds> left = autosave_.wait(now);
  if (autosave_.settled() && autosave_.savedAt()) {
    for (const auto step : {std::chrono::seconds{10}, std::chrono::seconds{60}}) {
      const auto until = *autosave_.savedAt() + step - now;
      if (until.count() > 0 && (!left || until < *left)) left = until;
    }
  }
  const auto paid = paid_.wait(now);
  if (paid && (!left || *paid < *left)) left = paid;
  return left;
}

void WriteController::mentionTypedNames() {
  EditedText& words = context_.state.ui.write.words;
  const std::size_t caret = std::min(words.caret, words.text.size());
  // The word at the caret may still be growing: "Jo" is not yet a name when "hn" may follow.
  std::size_t begin = caret;
  while (begin > 0 && words.text[begin - 1] != ' ' && words.text[begin - 1] != '\n') --begin;
  std::size_t end = caret;
  while (end < words.text.size() && words.text[end] != ' ' && words.text[end] != '\n') ++end;
  const std::string before =
      journal::mentionKnownNames(std::string_view(words.text).substr(0, begin), context_.names);
  const std::string after =
      journal::mentionKnownNames(std::string_view(words.text).substr(end), context_.names);
  const std::string changed = before + words.text.substr(begin, end - begin) + after;
  if (changed == words.text) return;
  words.caret = before.size() + (caret - begin);
  words.text = changed;
  ++words.refreshes;
  moveDraft();
}

std::vector<Op> WriteController::opsToStore() const {
  std::vector<Op> ops;
  const std::string& text = context_.state.ui.write.words.text;
  if (!stored_) {
    journal::service::WriteReflection write;
    write.reflection = reflection_;
    write.reflection.text = text;
    ops.emplace_back(std::move(write));
  } else {
    ops.emplace_back(journal::service::EditText{reflection_.id, text, true, base_});
  }
  return ops;
}

void WriteController::save(std::function<void(const Result<void>&)> done) {
  mentionTypedNames();
  const std::string sent = context_.state.ui.write.words.text;
  autosave_.started(context_.clock.now());
  struct Answer {
    std::string text;
    std::vector<journal::Tag> tags;
  };
  context_.tasks.start(
      [ops = opsToStore(), id = reflection_.id, page = page_, sent, done,
       this](JobContext& job) -> Completion {
        const auto write = [&]() -> Result<Answer> {
          J_TRY(journal::service::Journal * journal, job.journal());
          for (const Op& op : ops) J_CHECK(journal->apply(op));
          J_TRY(const Reflection stored, journal->reflection(id));
          J_TRY(std::vector<journal::Tag> tags, journal->tagsOf(id));
          return Answer{stored.text, std::move(tags)};
        };
        return [this, page, sent, done, answer = write()]() {
          const journal::UtcTime now = context_.clock.now();
          if (page != page_) {
            if (done) done(answer.ok() ? Result<void>() : Result<void>(answer.error()));
            return;
          }
          if (!answer.ok()) {
            autosave_.refused(now);
            context_.say(answer.error());
            if (done) done(answer.error());
            return;
          }
          stored_ = true;
          reflection_.text = answer->text;
          reflection_.changedAt = now;
          tags_ = answer->tags;
          EditedText& words = context_.state.ui.write.words;
          base_ = words.text == sent ? answer->text : sent;
          if (words.text == sent && answer->text != sent) {
            // The word at the caret was a name; what follows the caret is as it was.
            const std::size_t after = sent.size() - std::min(words.caret, sent.size());
            words.text = answer->text;
            words.caret = words.text.size() - std::min(after, words.text.size());
            ++words.refreshes;
            moveDraft();
          }
          autosave_.succeeded(now);
          lookAgain();
          journal::service::Changes changes;
          changes.reflections = true;
          context_.changed(changes);
          if (done) done(Result<void>());
        };
      },
      Turn::Between);
}

void WriteController::flush(std::function<void(const Result<void>&)> done) {
  if (autosave_.settled()) return done(Result<void>());
  if (!autosave_.dirty()) {
    return behindJobs(context_, [this, done] { flush(done); });
  }
  save([this, done](const Result<void>& saved) {
    if (!saved.ok()) return done(saved);
    flush(done);
  });
}

void WriteController::keepPage(std::function<void(const Result<void>&)> done) {
  if (!stored_) autosave_.changed(context_.clock.now());
  flush(std::move(done));
}

void WriteController::setFinished(bool finished) {
  flush([this, finished](const Result<void>& saved) {
    if (!saved.ok() || !stored_) return;
    applyOps(context_, {journal::service::FinishReflection{reflection_.id, finished}},
             [this, finished, page = page_](const Result<void>& outcome) {
               if (page != page_) return;
               if (!outcome.ok()) return context_.say(outcome.error());
               reflection_.state =
                   finished ? journal::ReflectionState::Finished : journal::ReflectionState::Draft;
               if (finished) context_.say("Finished. It is in your journal.");
             });
  });
}
void WriteController::on(const FinishReflection&) {
  if (!isBlank(context_.state.ui.write.words.text)) setFinished(true);
}
void WriteController::on(const ReopenReflection&) {
  setFinished(false);
}

void WriteController::onChanges(const journal::service::Changes& changes) {
  if (changes.names) {
    ++labelsRevision_;
    offeredFor_.reset();
    mentionNewNames();
  }
  if (changes.prompts) followOfferedSets();
  if (changes.tags && stored_) reloadTags();
  attached_.onChanges(changes);
  if (changes.reflections && stored_ && reflection_.held) leaveIfRemoved();
  if ((changes.intentions || changes.timetable) && shown_) askBeside();
}

void WriteController::takeIn() {
  if (!shown_ || !stored_) return;
  using Answer = std::pair<Reflection, std::vector<journal::Tag>>;
  query<Answer>(
      context_,
      [id = reflection_.id](journal::service::Journal& journal) -> Result<Answer> {
        J_TRY(auto reflection, journal.reflection(id));
        J_TRY(auto tags, journal.tagsOf(id));
        return Answer(std::move(reflection), std::move(tags));
      },
      [this, page = page_](Result<Answer> answer) {
        if (page != page_) return;
        if (!answer.ok()) {  // erased, or taken out, on another device
          if (answer.error().code == journal::ErrorCode::NotFound) startPage(kUsualSet);
          return;
        }
        EditedText& words = context_.state.ui.write.words;
        // Words that are not saved yet are joined with these when they are.
        if (!autosave_.settled() || words.text != base_) return;
        reflection_ = std::move(answer->first);
        tags_ = std::move(answer->second);
        if (reflection_.text == words.text) return;
        follow(words, reflection_.text);
        base_ = words.text;
        moveDraft();
        lookAgain();
      });
}

void WriteController::reloadTags() {
  query<std::vector<journal::Tag>>(
      context_,
      [id = reflection_.id](journal::service::Journal& journal) { return journal.tagsOf(id); },
      [this, page = page_](Result<std::vector<journal::Tag>> tags) {
        if (page == page_ && tags.ok()) tags_ = std::move(tags).value();
      });
}

void WriteController::followOfferedSets() {
  if (!shown_ || stored_ || !isBlank(context_.state.ui.write.words.text)) return;
  const auto set = setFor(reflection_.promptSet, context_);
  if (!set || set->code != reflection_.promptSet) startPage(kUsualSet);
}

void WriteController::leaveIfRemoved() {
  query<Reflection>(
      context_,
      [id = reflection_.id](journal::service::Journal& journal) { return journal.reflection(id); },
      [this, page = page_](const Result<Reflection>& read) {
        const bool removed = !read.ok() && read.error().code == journal::ErrorCode::NotFound;
        if (page == page_ && removed) startPage(kUsualSet);
      });
}

void WriteController::refresh() {
  const journal::UtcTime now = context_.clock.now();
  WriteInputs inputs{reflection_, tags_, context_.state.ui.write, context_.names, context_.library};
  inputs.prompts = &context_.prompts;
  inputs.labelsRevision = labelsRevision_;
  inputs.draft = draft_ ? &*draft_ : nullptr;
  inputs.addingPerson = addingPerson_;
  WriteModel model = buildWrite(inputs);
  if (lessonOpen_) model.lessonForm = lessonForm();
  if (filledInFrom_) {
    model.detail += *filledInFrom_ == LessonSource::Timetable ? tr::kFromTimetable : tr::kAsUsual;
  }
  model.aside = asides();
  model.attached = attached_.model(reflection_);
  describeSaving(model, autosave_, now, context_.clock.utcOffset(now));
  context_.state.models.write = std::move(model);
}

void WriteController::forget() {
  ++page_;
  shown_ = false;
  stored_ = false;
  draft_.reset();
  lessonOpen_ = false;
  addingPerson_ = false;
  wipe(reflection_.text);
  reflection_ = Reflection();
  for (journal::Tag& tag : tags_) wipe(tag.quote);
  tags_.clear();
  wipe(draftText_);
  wipe(base_);
  autosave_.reset(std::nullopt);
  attached_.forget();
  forgetBeside();
}

}  // namespace app::model
