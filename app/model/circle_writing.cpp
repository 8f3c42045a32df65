#include "app/model/circle_writing.h"

#include <utility>

#include "app/model/circle_live_words.h"
#include "app/model/display.h"
#include "app/model/name_offer.h"
#include "app/model/sentence.h"
#include "journal/base/utf8.h"
#include "journal/domain/mention.h"

namespace app::model {

using journal::Result;
using journal::service::Op;

// What may be seen
// ----------------------------------------------------------------------------------------

std::string asOthersSee(std::string_view stored, const std::vector<journal::KnownName>& names) {
  const std::string coded = journal::mentionKnownNames(stored, names);
  const auto lookup = [&names](journal::NameId id) -> const journal::KnownName* {
    for (const journal::KnownName& name : names) {
      if (name.id == id) return &name;
    }
    return nullptr;
  };
  const std::string words = journal::render(coded, journal::NamesShown::Code, lookup).text;
  return std::string(journal::trimmed(words));
}

std::string nameToDecide(std::string_view stored, const std::set<std::string>& allowed) {
  const auto found = nameToOffer(stored, std::string::npos, allowed);
  return found ? found->word : std::string();
}

// The paper
// -----------------------------------------------------------------------------------------------

void CircleWriting::begin(const std::string& group, const std::string& question) {
  const journal::UtcTime now = context_.clock.now();
  ++paper_;
  begun_ = true;
  stored_ = loading_ = false;
  reflection_ = journal::Reflection();
  reflection_.id = journal::ReflectionId::random(context_.random);
  reflection_.lesson.date = context_.today();
  reflection_.lesson.setting = journal::Setting::SmallGroup;
  reflection_.lesson.group = group;
  reflection_.writtenAt = reflection_.changedAt = now;
  reflection_.writtenOffset = context_.clock.utcOffset(now);
  question_ = question;
  head_ = question.empty() ? std::string() : journal::headingToken(question) + "\n";
  base_ = head_;
  wipe(context_.state.ui.circle.words);
  autosave_.reset(std::nullopt);
}

void CircleWriting::resume(journal::ReflectionId paper, const std::string& group,
                           const std::string& question, std::function<void()> there) {
  begin(group, question);
  reflection_.id = paper;
  loading_ = true;
  query<journal::Reflection>(
      context_, [paper](journal::service::Journal& journal) { return journal.reflection(paper); },
      [this, asked = paper_, there = std::move(there)](Result<journal::Reflection> stored) {
        if (asked != paper_) return;
        loading_ = false;
        if (stored.ok()) goOnWith(std::move(*stored));  // or nothing was written yet
        there();
      });
}

void CircleWriting::goOnWith(journal::Reflection stored) {
  EditedText& words = context_.state.ui.circle.words;
  const bool headed = stored.text.compare(0, head_.size(), head_) == 0;
  if (!headed) head_.clear();
  const std::string typedMeanwhile = words.text;
  words.text = stored.text.substr(head_.size());
  if (!typedMeanwhile.empty()) words.text += "\n" + typedMeanwhile;
  words.caret = words.text.size();
  ++words.loads;
  stored_ = true;
  base_ = stored.text;
  autosave_.reset(stored.changedAt);
  if (!typedMeanwhile.empty()) autosave_.changed(context_.clock.now());
  reflection_ = std::move(stored);
}

void CircleWriting::changed() {
  if (begun_) autosave_.changed(context_.clock.now());
}

void CircleWriting::tick(journal::UtcTime now) {
  if (begun_ && !loading_ && autosave_.due(now)) save(nullptr);
}

std::vector<Op> CircleWriting::opsToStore(const std::string& whole) const {
  if (stored_) return {journal::service::EditText{reflection_.id, whole, true, base_}};
  journal::service::WriteReflection write;
  write.reflection = reflection_;
  write.reflection.text = whole;
  return {std::move(write)};
}

void CircleWriting::save(std::function<void(const Result<void>&)> done) {
  const std::string sent = context_.state.ui.circle.words.text;
  const std::string whole = head_ + sent;
  autosave_.started(context_.clock.now());
  context_.tasks.start(
      [this, ops = opsToStore(whole), id = reflection_.id, paper = paper_, sent,
       done](JobContext& job) -> Completion {
        const auto write = [&]() -> Result<std::string> {
          J_TRY(journal::service::Journal * journal, job.journal());
          for (const Op& op : ops) J_CHECK(journal->apply(op));
          J_TRY(const journal::Reflection stored, journal->reflection(id));
          return stored.text;
        };
        return [this, paper, sent, done, answer = write()] {
          if (paper == paper_ && answer.ok()) take(sent, *answer);
          if (paper == paper_ && !answer.ok()) {
            autosave_.refused(context_.clock.now());
            context_.say(answer.error());
          }
          if (done) done(answer.ok() ? Result<void>() : Result<void>(answer.error()));
        };
      },
      Turn::Between);
}

void CircleWriting::take(const std::string& sent, const std::string& stored) {
  stored_ = true;
  EditedText& words = context_.state.ui.circle.words;
  const bool headed = stored.compare(0, head_.size(), head_) == 0;
  const std::string rest = headed ? stored.substr(head_.size()) : stored;
  base_ = words.text == sent ? stored : head_ + sent;
  if (words.text == sent && rest != sent && headed) follow(words, rest);
  autosave_.succeeded(context_.clock.now());
  journal::service::Changes changes;
  changes.reflections = true;
  context_.changed(changes);
}

void CircleWriting::flush(std::function<void(const Result<void>&)> done) {
  if (!begun_ || autosave_.settled()) return done(Result<void>());
  if (loading_ || !autosave_.dirty()) {
    return behindJobs(context_, [this, done] { flush(done); });
  }
  save([this, done](const Result<void>& saved) {
    if (!saved.ok()) return done(saved);
    flush(done);
  });
}

std::string CircleWriting::part(std::size_t begin, std::size_t end) const {
  const std::string& text = context_.state.ui.circle.words.text;
  if (begin >= end || begin >= text.size()) return {};
  return text.substr(begin, end - begin);
}

bool CircleWriting::blank() const {
  return journal::trimmed(context_.state.ui.circle.words.text).empty();
}

std::optional<journal::ReflectionId> CircleWriting::kept() const {
  return stored_ ? std::optional(reflection_.id) : std::nullopt;
}

SilentModel CircleWriting::model(journal::UtcTime now) const {
  SilentModel model;
  model.nothingYet = blank();
  model.words = std::to_string(countWords(context_.state.ui.circle.words.text));
  if (autosave_.refusedLast()) {
    model.saved = std::string(tr::kSilentRefused);
  } else if (!autosave_.settled()) {
    model.saved = std::string(tr::kSilentTyping);
  } else if (autosave_.savedAt()) {
    const auto offset = context_.clock.utcOffset(now);
    model.saved = std::string(tr::kSilentSaved) + ", " + ago(*autosave_.savedAt(), now, offset);
  }
  model.labelsRevision = labelsRevision_;
  for (const journal::KnownName& name : context_.names) {
    model.labels.emplace_back(name.id.hex(), name.codeName);
  }
  return model;
}

void CircleWriting::forget() {
  ++paper_;
  begun_ = stored_ = loading_ = false;
  question_.clear();
  reflection_ = journal::Reflection();
  wipe(base_);
  head_.clear();
  wipe(context_.state.ui.circle.words);
  autosave_.reset(std::nullopt);
}

// What comes back
// -----------------------------------------------------------------------------------------

namespace {

std::string linesUnder(std::string_view heading, const std::vector<std::string>& lines) {
  std::string text = journal::headingToken(std::string(heading)) + "\n";
  for (const std::string& line : lines) text += journal::sanitisePlain(line) + "\n";
  return text;
}

}  // namespace

void keepUnder(Context& context, std::optional<journal::ReflectionId> entry,
               const std::string& group, std::string_view heading,
               const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  const std::string words = linesUnder(heading, lines);
  if (!entry) {
    const journal::UtcTime now = context.clock.now();
    journal::service::WriteReflection write;
    write.reflection.id = journal::ReflectionId::random(context.random);
    write.reflection.lesson.date = context.today();
    write.reflection.lesson.setting = journal::Setting::SmallGroup;
    write.reflection.lesson.group = group;
    write.reflection.writtenAt = write.reflection.changedAt = now;
    write.reflection.writtenOffset = context.clock.utcOffset(now);
    write.reflection.text = words;
    return applyOps(context, {std::move(write)}, [&context](const Result<void>& kept) {
      if (!kept.ok()) context.say(kept.error());
    });
  }
  inJob<void>(
      context,
      [id = *entry, words](JobContext&, journal::service::Journal& journal) -> Result<void> {
        J_TRY(const journal::Reflection stored, journal.reflection(id));
        // Who came back after the end has them already.
        if (stored.text.find(words) != std::string::npos) return {};
        const std::string whole =
            stored.text + (stored.text.empty() || stored.text.back() == '\n' ? "\n" : "\n\n") +
            words;
        J_CHECK(journal.apply(journal::service::EditText{id, whole, false, stored.text}));
        return {};
      },
      [&context](const Result<void>& kept) {
        if (!kept.ok()) return context.say(kept.error());
        journal::service::Changes changes;
        changes.reflections = true;
        context.changed(changes);
      });
}

}  // namespace app::model
