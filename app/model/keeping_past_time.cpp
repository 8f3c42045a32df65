#include "app/model/keeping_past_time.h"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "app/keeping/past_time.h"
#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/your_data_words.h"
#include "journal/service/keep_learning.h"

namespace app::model {

using journal::KeptKind;
using journal::Result;
using journal::service::Changes;
using journal::service::Due;
using journal::service::Journal;

namespace {

constexpr int kSoonDays = 92;

/// Everything of today's list and of the three months to come, with the titles of case studies.
Result<PastTimeKnown> lookThrough(Journal& open, journal::LocalDate today, std::stop_token stop) {
  const auto later = journal::dateFromDayNumber(journal::dayNumber(today) + kSoonDays);
  J_TRY(const auto all, journal::service::dueToday(open, {}, later, std::move(stop)));
  std::map<journal::CaseStudyId, std::string> titles;
  J_TRY(const auto studies, open.caseStudies());
  for (const auto& study : studies) titles[study.id] = study.title;
  std::map<journal::GroupSessionId, std::string> groups;
  J_TRY(const auto sessions, open.groupSessions());
  for (const auto& session : sessions) groups[session.id] = session.title;
  PastTimeKnown known;
  known.underLegalHold = all.underLegalHold;
  for (const Due& due : all.due) {
    if (due.until < today)
      known.due.push_back(
          {due, due.kind == KeptKind::GroupRecord ? groups[due.group] : titles[due.study]});
    else
      known.soon.push_back(due);
  }
  std::stable_sort(known.due.begin(), known.due.end(),
                   [](const auto& a, const auto& b) { return a.due.kind < b.due.kind; });
  for (const auto& id : all.quotingErased) known.quoting.emplace_back(id, titles[id]);
  return known;
}

Result<PastTimeRead> readOne(Journal& open, const Due& due) {
  PastTimeRead read;
  switch (due.kind) {
    case KeptKind::PrivateEntry:
    case KeptKind::SharedEntry: {
      J_TRY(read.entry, open.reflection(due.entry));
      J_TRY(const auto tags, open.tagsOf(due.entry));
      J_TRY(const auto attachments, open.attachments(due.entry));
      read.tags = tags.size();
      read.attachments = attachments.size();
      return read;
    }
    case KeptKind::CaseStudy: {
      J_TRY(read.study, open.caseStudy(due.study));
      return read;
    }
    case KeptKind::Consent: {
      J_TRY(read.answers, open.permissions(due.person));
      std::erase_if(read.answers, [&](const auto& answer) { return answer.id != due.answer; });
      return read;
    }
    case KeptKind::GroupRecord: {
      J_TRY(auto sessions, open.groupSessions());
      for (auto& one : sessions)
        if (one.id == due.group) read.group = std::move(one);
      return read;
    }
    case KeptKind::FocusRecord:
      break;
  }
  J_TRY(read.answers, open.permissions(due.person));
  J_TRY(const auto journey, open.journey(due.person));
  J_TRY(const auto plan, open.profile(due.person));
  read.passages = journey.size();
  read.hasPlan = !plan.empty();
  return read;
}

Result<std::pair<journal::service::OwnLearning, LearningRead>> learnFrom(
    Journal& open, journal::ReflectionId id, const std::optional<std::string>& ownWords) {
  J_TRY(auto kept, journal::service::learningFrom(open, id, ownWords));
  J_TRY(const auto names, open.names());
  LearningRead read;
  read.words = app::learningWords(kept, names);
  read.approval = app::approvalOf(kept, read.words);
  read.tags = kept.tags.size();
  return std::pair(std::move(kept), std::move(read));
}

}  // namespace

void KeepingPastTime::handle(const PastTimeIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void KeepingPastTime::look() {
  if (looking_) return;
  looking_ = true;
  inJob<PastTimeKnown>(
      context_,
      [today = context_.today()](JobContext& job, Journal& open) {
        return lookThrough(open, today, job.stop());
      },
      [this](Result<PastTimeKnown> known) {
        if (!looking_) return;  // the page was left meanwhile
        looking_ = false;
        if (!known.ok()) return context_.say(known.error());
        looked_ = true;
        known_ = std::move(known).value();
      });
}

const PastTimeKnown::Thing* KeepingPastTime::thing() const {
  if (!reading_ || *reading_ >= known_.due.size()) return nullptr;
  return &known_.due[*reading_];
}

void KeepingPastTime::on(const ReadPastTime& intent) {
  on(ClosePastTime{});
  reading_ = intent.index;
  const auto* wanted = thing();
  if (wanted == nullptr) return on(ClosePastTime{});
  query<PastTimeRead>(
      context_, [due = wanted->due](Journal& open) { return readOne(open, due); },
      [this, index = intent.index](Result<PastTimeRead> read) {
        if (!read.ok()) return context_.say(read.error());
        if (reading_ == index) read_ = std::move(read).value();
      });
}

void KeepingPastTime::on(const ClosePastTime&) {
  reading_.reset();
  if (read_ && read_->entry) wipe(read_->entry->text);
  read_.reset();
  on(ChoosePastTime{});
}

void KeepingPastTime::on(const NextPastTime&) {
  const std::size_t next = reading_.value_or(0) + 1;
  on(ClosePastTime{});
  if (next < known_.due.size()) on(ReadPastTime{next});
}

void KeepingPastTime::on(const ChoosePastTime& intent) {
  choice_ = intent.choice;
  if (learning_) wipe(learning_->words);
  learning_.reset();
  learningProblem_.clear();
  ownWords_ = false;
  KeepingUi& ui = context_.state.ui.settings.keeping;
  wipe(ui.ownWords);
  ui.renewal = {};
  if (choice_ == PastTimeChoice::KeepLearning) readLearning();
  if (choice_ == PastTimeChoice::Renew) {
    ui.renewal.until = journal::isoDate(journal::agreementEnds(context_.today()));
  }
}

std::optional<std::string> KeepingPastTime::typedLearning() const {
  if (!ownWords_) return std::nullopt;
  return context_.state.ui.settings.keeping.ownWords.text;
}

void KeepingPastTime::readLearning() {
  const auto* wanted = thing();
  if (wanted == nullptr) return;
  query<LearningRead>(
      context_,
      [id = wanted->due.entry, typed = typedLearning()](Journal& open) -> Result<LearningRead> {
        J_TRY(auto both, learnFrom(open, id, typed));
        return std::move(both.second);
      },
      [this, index = reading_](Result<LearningRead> read) {
        if (reading_ != index || choice_ != PastTimeChoice::KeepLearning) return;
        learningProblem_ = read.ok() ? std::string() : tr::sentence(read.error());
        if (!read.ok()) return learning_.reset();
        learning_ = std::move(read).value();
      });
}

void KeepingPastTime::on(const WriteOwnLearning& intent) {
  if (choice_ != PastTimeChoice::KeepLearning) return;
  EditedText& typed = context_.state.ui.settings.keeping.ownWords;
  const std::string from = learning_ ? learning_->words : std::string();
  wipe(typed);
  ownWords_ = intent.own;
  learning_.reset();
  learningProblem_.clear();
  if (!ownWords_) return readLearning();
  typed.text = from;
}

void KeepingPastTime::on(const SeeOwnLearning&) {
  if (nothingTyped(context_.state.ui.settings.keeping.ownWords.text)) return;
  readLearning();
}

void KeepingPastTime::decide(std::function<Result<Changes>(Journal&)> work, std::string said) {
  query<Changes>(context_, std::move(work),
                 [this, said = std::move(said), index = reading_](Result<Changes> changes) {
                   if (!changes.ok()) return context_.say(changes.error());
                   if (reading_ == index) decided();
                   erasing_ = true;
                   context_.changed(*changes);
                   erasing_ = false;
                   context_.say(said);
                 });
}

void KeepingPastTime::decided() {
  if (!reading_) return;
  const std::size_t at = *reading_;
  on(ClosePastTime{});
  if (at >= known_.due.size()) return;
  known_.due.erase(known_.due.begin() + static_cast<std::ptrdiff_t>(at));
  if (at < known_.due.size()) on(ReadPastTime{at});
}

void KeepingPastTime::on(const KeepOnlyLearning&) {
  const auto* wanted = thing();
  if (wanted == nullptr || !learning_) return;
  decide(
      [id = wanted->due.entry, typed = typedLearning(), approved = learning_->approval,
       random = &context_.random](Journal& open) -> Result<Changes> {
        J_TRY(auto both, learnFrom(open, id, typed));
        if (both.second.approval != approved) {
          return journal::Error{journal::ErrorCode::Conflict, "another text than the one shown",
                                std::string(tr::kChangedSinceRead)};
        }
        J_TRY(const auto done, open.apply(app::keepOnly(std::move(both.first), *random)));
        return done.changes;
      },
      std::string(tr::kLearningKept));
}

void KeepingPastTime::on(const LetPastTimeGo&) {
  const auto* wanted = thing();
  if (wanted == nullptr || choice_ != PastTimeChoice::LetGo || !app::isErasable(wanted->due)) {
    return;
  }
  journal::service::Erase erase;
  app::addTo(erase, wanted->due);
  decide(
      [erase](Journal& open) -> Result<Changes> {
        J_TRY(const auto done, open.apply(erase));
        return done.changes;
      },
      std::string(tr::kErasedOne));
}

std::string KeepingPastTime::renewNotYet() const {
  const RenewalUi& ui = context_.state.ui.settings.keeping.renewal;
  if (nothingTyped(ui.by)) return std::string(tr::kSayWhoAgreed);
  if (nothingTyped(ui.how)) return std::string(tr::kSayHowAsked);
  return journal::parseDate(ui.until) ? std::string() : std::string(tr::kDateLike);
}

void KeepingPastTime::on(const RenewPastTime&) {
  const auto* wanted = thing();
  if (wanted == nullptr || !read_ || !read_->study || !renewNotYet().empty()) return;
  const RenewalUi& ui = context_.state.ui.settings.keeping.renewal;
  const app::Renewal renewal{ui.by, ui.how, journal::parseDate(ui.until), std::nullopt};
  const auto op = app::renewed(*read_->study, renewal, context_.today());
  decide(
      [op](Journal& open) -> Result<Changes> {
        J_TRY(const auto done, open.apply(op));
        return done.changes;
      },
      "Kept until " + dayMonthYear(op.agreement.until) + std::string(tr::kRenewedHere));
}

void KeepingPastTime::on(const RequoteStudy& intent) {
  if (intent.index >= known_.quoting.size()) return;
  journal::service::Erase erase;
  erase.requoted.push_back(known_.quoting[intent.index].first);
  known_.quoting.erase(known_.quoting.begin() + static_cast<std::ptrdiff_t>(intent.index));
  on(ClosePastTime{});
  decide(
      [erase](Journal& open) -> Result<Changes> {
        J_TRY(const auto done, open.apply(erase));
        return done.changes;
      },
      std::string(tr::kRequoted));
}

void KeepingPastTime::refresh(PastTimeModel& model) const {
  const PastTimeInputs inputs{known_,
                              reading_,
                              read_ ? &*read_ : nullptr,
                              choice_,
                              learning_ ? &*learning_ : nullptr,
                              learningProblem_,
                              ownWords_};
  model = buildPastTime(inputs, context_.names);
  model.looking = looking_;
  model.looked = looked_;
  if (model.page) model.page->renewNotYet = renewNotYet();
}

void KeepingPastTime::forget() {
  on(ClosePastTime{});
  known_ = {};
  looked_ = looking_ = erasing_ = false;
}

}  // namespace app::model
