// What stands beside the words being written: what was meant last time, a word that looks like a
// name, a line about safeguarding, paid time.

#include <algorithm>

#include "app/model/build_write.h"
#include "app/model/display.h"
#include "app/model/intention_head.h"
#include "app/model/name_offer.h"
#include "app/model/phrase_aid.h"
#include "app/model/sentence.h"
#include "app/model/write_controller.h"
#include "app/model/write_words.h"
#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"

namespace app::model {

using journal::Result;

namespace {

/// A code name typed as a word names nobody new.
void addWords(const std::string& name, std::set<std::string>& words) {
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    words.insert(name.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

void WriteController::handle(const AsideIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void WriteController::showAnotherPage() {
  lessonSaid_ = false;
  filledInFrom_.reset();
  passedOver_.clear();
  name_.reset();
  concern_.reset();
  answeredConcerns_.clear();
  movingOut_ = false;
  places_.anotherPage();
  countPaid();
  paid_.allow(std::chrono::minutes{context_.state.ui.preferences.paidMinutes});
  paid_.stirred(context_.clock.now());
  saidLastMinute_ = false;
  attached_.showPage(reflection_.id, stored_);
  askBeside();
}

void WriteController::forgetBeside() {
  countPaid();
  paid_.allow(std::chrono::minutes{0});
  for (journal::service::ReflectionRow& row : recent_) wipe(row.excerpt);
  for (journal::Intention& intention : intentions_) wipe(intention.text);
  for (journal::TimetableSlot& slot : timetable_) wipe(slot.title);
  if (name_) wipe(name_->word);
  timetable_.clear();
  recent_.clear();
  offers_.clear();
  offeredFor_.reset();
  intentions_.clear();
  passedOver_.clear();
  name_.reset();
  notNames_.clear();
  concern_.reset();
  answeredConcerns_.clear();
  places_.anotherPage();
  filledInFrom_.reset();
}

AsideModel WriteController::asides() const {
  AsideModel model;
  model.paid = paid_.model();
  if (!mayBeUsed(reflection_)) return model;
  const std::string& text = context_.state.ui.write.words.text;
  model.concern = concern_.has_value();
  model.movingOut = movingOut_;
  if (reflection_.state == journal::ReflectionState::Finished) return model;
  // A hard event is not met with "Turn it over" (domain.md 1.3).
  const bool safe = !concern_ && answeredConcerns_.empty() && !movingOut_;
  if (safe && context_.state.ui.preferences.entryPlaces && !isBlank(text)) {
    model.places = places_.model();
  }
  IntentionHeads heads = intentionsFor(reflection_, text, intentions_, context_.names, passedOver_);
  model.intentions = std::move(heads.ofLesson);
  model.below = std::move(heads.ofWords);
  // Only while it stands where it was found: typing may have moved it, until the next look.
  if (name_ &&
      text.substr(std::min(name_->passage.begin, text.size()), name_->word.size()) == name_->word) {
    model.name = name_;
  }
  return model;
}

void WriteController::lookAgain() {
  const EditedText& words = context_.state.ui.write.words;
  name_.reset();
  concern_.reset();
  if (!mayBeUsed(reflection_)) return;
  const std::vector<std::string> written = writtenWords(words.text);
  concern_ = phraseIn(written, context_.library.concernPhrases, answeredConcerns_);
  if (reflection_.state == journal::ReflectionState::Finished) return;
  if (context_.state.ui.preferences.entryPlaces) {
    const auto here = [this](const journal::Intention& one) { return one.from == reflection_.id; };
    places_.look(written, std::any_of(intentions_.begin(), intentions_.end(), here));
  }
  std::set<std::string> known = notNames_;
  for (const journal::KnownName& name : context_.names) addWords(name.codeName, known);
  name_ = nameToOffer(words.text, words.caret, known);
}

// Next time
// -------------------------------------------------------------------------------------------

void WriteController::on(const KeepForNextTime& intent) {
  const std::string& text = context_.state.ui.write.words.text;
  const auto passage = passageOf(intent.begin, intent.end);
  if (!passage) return;
  journal::Intention made;
  made.id = journal::IntentionId::random(context_.random);
  made.text = text.substr(passage->begin, passage->end - passage->begin);
  made.from = reflection_.id;
  made.youngPerson = likelyPerson(text, *passage, reflection_.lesson, context_.names);
  if (!made.youngPerson) made.group = reflection_.lesson.group;
  made.madeOn = context_.today();
  // The words first: an intention is kept with the reflection it was written in.
  keepPage([this, made](const Result<void>& saved) {
    if (!saved.ok()) return;
    applyOps(context_, {journal::service::PutIntention{made}}, [this](const Result<void>& kept) {
      if (!kept.ok()) return context_.say(kept.error());
      context_.say(std::string(tr::kKeptForNextTime));
    });
  });
}

void WriteController::on(const AnswerIntention& intent) {
  const auto found =
      std::find_if(intentions_.begin(), intentions_.end(),
                   [&](const journal::Intention& one) { return one.id == intent.intention; });
  if (found == intentions_.end()) return;
  if (intent.answer == IntentionAnswer::CarryOn) {
    passedOver_.insert(intent.intention);  // still open: it heads the next page too
    return context_.say(std::string(tr::kIntentionCarried));
  }
  journal::Intention settled = *found;
  const bool done = intent.answer == IntentionAnswer::Done;
  settled.state = done ? journal::IntentionState::Done : journal::IntentionState::LetGo;
  applyOps(context_, {journal::service::PutIntention{settled}},
           [this, done](const Result<void>& kept) {
             if (!kept.ok()) return context_.say(kept.error());
             context_.say(std::string(done ? tr::kIntentionDone : tr::kIntentionGone));
           });
}

// A line about safeguarding (domain.md 5.3 points 7 and 8)
// -----------------------------------------------------------

void WriteController::on(const AnswerConcern&) {
  // Every answer puts the line away for these words on this page, and is kept nowhere.
  if (!concern_) return;
  answeredConcerns_.insert(*concern_);
  lookAgain();
}

void WriteController::on(const KeepItHere&) {
  movingOut_ = false;
}

void WriteController::on(const MoveItOut& intent) {
  if (!mayBeUsed(reflection_) || isBlank(context_.state.ui.write.words.text)) return;
  draft_.reset();
  movingOut_ = !intent.sure;
  if (!intent.sure) return;
  keepPage([this, page = page_](const Result<void>& saved) {
    if (!saved.ok() || page != page_) return;
    std::string words;
    for (const journal::TextPiece& piece : journal::pieces(reflection_.text)) {
      if (piece.kind == journal::TextPiece::Kind::Heading) continue;
      words += reflection_.text.substr(piece.begin, piece.end - piece.begin);
    }
    const journal::Passage said = trimmed(words, {0, words.size()});
    holdMovedOut(words.substr(said.begin, said.end - said.begin));
  });
}

void WriteController::holdMovedOut(const std::string& words) {
  applyOps(context_, {journal::service::HoldReflection{reflection_.id, true}},
           [this, words, page = page_](const Result<void>& held) {
             if (!held.ok()) return context_.say(held.error());
             if (page == page_) {
               reflection_.held = true;
               tags_.clear();
               lookAgain();
             }
             context_.handOver(words);
             context_.say(std::string(tr::kMovedOut));
           });
}

// Where this entry has been (domain.md 1.3)
// ---------------------------------------------------------------------

void WriteController::on(const TickPlace& intent) {
  places_.tick(intent.place);
}

void WriteController::on(const TakeMeSomewhereNew&) {
  places_.takeSomewhereNew();
}

// Paid time
// -------------------------------------------------------------------------------------------

void WriteController::stirred(journal::UtcTime now) {
  paid_.stirred(now);
}

void WriteController::left(journal::UtcTime now) {
  paid_.leave(now);
  countPaid();
}

void WriteController::tickPaid(journal::UtcTime now) {
  const bool wasOver = paid_.over();
  paid_.tick(now);
  const PaidTimeModel model = paid_.model();
  if (!model.on) return;
  if (model.lastMinute && !saidLastMinute_) {
    saidLastMinute_ = true;
    context_.say(std::string(tr::kOneMinuteLeft));
  }
  if (model.over && !wasOver) {
    countPaid();
    context_.say(std::string(tr::kPaidOver));
  }
  if (paid_.uncounted() >= std::chrono::minutes{1}) countPaid();
}

void WriteController::countPaid() {
  const auto counted = paid_.takeCounted();
  if (counted.count() <= 0) return;
  context_.state.ui.preferences.paidSeconds[monthOf(context_.today())] +=
      static_cast<int>(counted.count());
}

void WriteController::on(const ChoosePaidTime& intent) {
  countPaid();
  context_.state.ui.preferences.paidMinutes = std::clamp(intent.minutes, 0, 60);
  paid_.allow(std::chrono::minutes{context_.state.ui.preferences.paidMinutes});
  paid_.stirred(context_.clock.now());
  saidLastMinute_ = false;
}

void WriteController::on(const PausePaidTime&) {
  if (!paid_.on()) return;
  paid_.pause(context_.clock.now());
  countPaid();
}

}  // namespace app::model
