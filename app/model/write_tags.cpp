// The tags of the reflection being written.

#include <algorithm>

#include "app/model/build_write.h"
#include "app/model/display.h"
#include "app/model/sentence.h"
#include "app/model/wording.h"
#include "app/model/write_controller.h"
#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"

namespace app::model {

using journal::Result;

std::optional<journal::Passage> WriteController::passageOf(std::size_t begin, std::size_t end) {
  const std::string& text = context_.state.ui.write.words.text;
  if (!mayBeUsed(reflection_) || end > text.size() || begin > end) return std::nullopt;
  journal::Passage passage = trimmed(text, {begin, end});
  if (passage.begin >= passage.end) passage = sentenceAround(text, begin);
  if (journal::makePassage(text, passage.begin, passage.end).ok()) return passage;
  context_.say(std::string(tr::kSelectWords));
  return std::nullopt;
}

// Tags
// ---------------------------------------------------------------------------------------------

void WriteController::on(const StartTag& intent) {
  const std::string& text = context_.state.ui.write.words.text;
  const auto passage = passageOf(intent.begin, intent.end);
  if (!passage) return;
  draft_ = TagDraft();
  draftText_ = text;
  draft_->passage = *passage;
  draft_->youngPerson = likelyPerson(text, *passage, reflection_.lesson, context_.names);
  askJourney();
}

void WriteController::on(const EditTag& intent) {
  const auto marks = buildMarks(tags_, reflection_.text, context_.state.ui.write.words.text,
                                context_.library.framework);
  const auto tag = std::find_if(tags_.begin(), tags_.end(),
                                [&](const journal::Tag& t) { return t.id == intent.tag; });
  const auto mark = std::find_if(marks.begin(), marks.end(),
                                 [&](const TagMark& m) { return m.id == intent.tag; });
  if (tag == tags_.end() || mark == marks.end() || !mayBeUsed(reflection_)) return;
  TagDraft draft;
  draft.passage = mark->passage;
  draft.editing = tag->id;
  draft.outcome = tag->indicator.outcomeCode();
  draft.indicator = tag->indicator;
  draft.levelChosen = true;
  draft.level = tag->level;
  draft.direction = tag->direction;
  draft.directionChosen = true;
  draft.voice = tag->voice;
  draft.youngPerson = tag->youngPerson;
  draft.wordedThen = wordedThenLine(*tag, context_.library);
  draft_ = std::move(draft);
  draftText_ = context_.state.ui.write.words.text;
  askJourney();
}

void WriteController::askJourney() {
  draft_->journey.clear();
  if (!draft_->youngPerson) return offerDirection(*draft_);
  query<std::vector<journal::service::JourneyPoint>>(
      context_,
      [who = *draft_->youngPerson](journal::service::Journal& journal) {
        return journal.journey(who);
      },
      [this, who = draft_->youngPerson](Result<std::vector<journal::service::JourneyPoint>> found) {
        if (!draft_ || draft_->youngPerson != who || !found.ok()) return;
        draft_->journey = std::move(found).value();
        offerDirection(*draft_);
      });
}

void WriteController::on(const PickOutcome& intent) {
  if (!draft_ || draft_->outcome == intent.outcome) return;
  draft_->outcome = intent.outcome;
  draft_->indicator.reset();
  draft_->levelChosen = false;
}
void WriteController::on(const PickIndicator& intent) {
  if (!draft_) return;
  draft_->indicator = intent.indicator;
  draft_->outcome = intent.indicator.outcomeCode();
  offerDirection(*draft_);
}
void WriteController::on(const PickLevel& intent) {
  if (!draft_) return;
  draft_->levelChosen = true;
  draft_->level = intent.level;
}
void WriteController::on(const PickDirection& intent) {
  if (!draft_) return;
  draft_->direction = intent.direction;
  draft_->directionChosen = true;
}
void WriteController::on(const PickVoice& intent) {
  if (draft_) draft_->voice = intent.voice;
}
void WriteController::on(const PickTagPerson& intent) {
  if (!draft_) return;
  draft_->youngPerson = intent.name;
  askJourney();
}
void WriteController::on(const CancelTag&) {
  draft_.reset();
}

/// A tag whose level was not chosen anew stays in the words it was made by.
int WriteController::versionFor(const journal::Tag& tag) const {
  for (const journal::Tag& before : tags_) {
    const bool same = before.id == tag.id && before.indicator == tag.indicator;
    if (same && before.level == tag.level) return before.frameworkVersion;
  }
  return context_.library.framework.version;
}

void WriteController::on(const SaveTag&) {
  if (!draft_ || !draft_->indicator || !draft_->levelChosen) return;
  const std::string& text = context_.state.ui.write.words.text;
  journal::Tag tag;
  tag.id = draft_->editing.value_or(journal::TagId::random(context_.random));
  tag.reflection = reflection_.id;
  tag.passage = draft_->passage;
  tag.quote = text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin);
  tag.indicator = *draft_->indicator;
  tag.level = draft_->level;
  tag.direction = draft_->direction;
  tag.voice = draft_->voice;
  tag.youngPerson = draft_->youngPerson;
  tag.frameworkVersion = versionFor(tag);
  draft_.reset();
  // The words first: a tag is placed in what is stored.
  if (!stored_) autosave_.changed(context_.clock.now());
  flush([this, tag, shown = text](const Result<void>& saved) mutable {
    if (!saved.ok()) return;
    if (reflection_.text != shown) {
      tag.passage = journal::rebaseAll({tag.passage}, shown, reflection_.text).front();
      tag.quote = reflection_.text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin);
    }
    applyOps(context_, {journal::service::PutTag{tag}}, [this](const Result<void>& outcome) {
      if (!outcome.ok()) return context_.say(outcome.error());
      context_.say(std::string(tr::kTagged));
    });
  });
}

void WriteController::on(const RemoveTag& intent) {
  draft_.reset();
  applyOps(context_, {journal::service::RemoveTag{intent.tag}}, [this](const Result<void>& o) {
    if (!o.ok()) return context_.say(o.error());
    context_.say(std::string(tr::kTagRemoved));
  });
}

}  // namespace app::model
