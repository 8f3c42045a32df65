#include "app/cli/journal_import.h"

#include <algorithm>
#include <utility>

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::exchange::ImportedReflection;
using journal::service::ImportBatch;
using journal::service::Op;

namespace {

constexpr std::size_t kBatch = 2000;  // a tenth of a second
constexpr std::size_t kBatchBytes = std::size_t{16} << 20;

/// Whether another item may still be fine after this.
bool isAboutTheItem(const Error& error) {
  return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Conflict ||
         error.code == ErrorCode::NotFound;
}

}  // namespace

JournalImport::JournalImport(journal::service::Journal& journal, journal::exchange::NameBook& names,
                             Told told)
    : journal_(journal), names_(names), told_(std::move(told)) {}

journal::exchange::ReflectionSink JournalImport::sink() {
  return [this](ImportedReflection item) { return take(std::move(item)); };
}

journal::exchange::JournalJsonSink JournalImport::jsonSink() {
  return {[this](journal::KnownName name) -> Result<void> {
            names_.adopt(std::move(name));
            return {};
          },
          sink(),
          [this](journal::Intention intention) -> Result<void> {
            return takeIntention(std::move(intention));
          },
          [this](journal::CaseStudy study) { return takeStudy(std::move(study)); },
          [this](journal::Profile profile) { return takeProfile(std::move(profile)); },
          [this](journal::KeptWord word) {
            return applied(journal::service::KeepWord{std::move(word)}, "A word");
          },
          [this](journal::TimetableSlot slot) {
            return applied(journal::service::PutSlot{std::move(slot)}, "A lesson");
          },
          [this](journal::OwnPromptSet set) {
            return applied(journal::service::PutPromptSet{std::move(set)}, "A prompt set");
          },
          [this](std::string code) {
            return applied(journal::service::OfferPromptSet{std::move(code), false},
                           "A choice of prompts");
          },
          [this](journal::Permission permission) -> Result<void> {
            J_CHECK(flush());  // the name first
            return applied(journal::service::RecordPermission{std::move(permission)}, "An answer");
          },
          [this](journal::FrameworkVersion version) {
            return applied(journal::service::PutFramework{std::move(version), true},
                           "A version of the outcomes");
          },
          [this](journal::Removal removal) {
            return applied(journal::service::BringRemoval{std::move(removal)}, "A removal");
          },
          [this](const journal::exchange::HoldRecord& hold) { return takeHold(hold); },
          [this](journal::exchange::AttachmentRecord record) {
            return takeAttachment(std::move(record));
          },
          [this](const journal::LegalHold& hold) { return takeLegalHold(hold); },
          [this](journal::AccessRecord access) {
            return applied(journal::service::RecordAccess{std::move(access)},
                           "A search that was logged");
          },
          [this](journal::OwnFormat own) {
            return applied(journal::service::PutOwnFormat{std::move(own)}, "A session format");
          },
          [this](journal::GroupSession group) {
            return applied(journal::service::PutGroupSession{std::move(group)},
                           "A group's session");
          }};
}

Result<void> JournalImport::take(ImportedReflection item) {
  waitingBytes_ += item.reflection.text.size();
  waiting_.push_back({std::move(item.reflection), std::move(item.tags), std::move(item.intention)});
  if (waiting_.size() >= kBatch || waitingBytes_ >= kBatchBytes) return flush();
  return {};
}

void JournalImport::count(const journal::service::OpResult& result) {
  added_ += result.applied;
  alreadyHere_ += result.skipped;
}

Result<void> JournalImport::takeLegalHold(const journal::LegalHold& hold) {
  J_CHECK(flush());  // the name first
  J_CHECK(applied(journal::service::PutLegalHold{hold}, "A legal hold"));
  if (!hold.ended) return {};
  return applied(journal::service::LiftLegalHold{hold.id, *hold.ended}, "The end of a legal hold");
}

Result<void> JournalImport::flush() {
  ImportBatch batch;
  batch.names = names_.takeChanged();
  batch.reflections = std::exchange(waiting_, {});
  waitingBytes_ = 0;
  if (batch.names.empty() && batch.reflections.empty()) return {};
  Op op = std::move(batch);
  const auto result = journal_.apply(op);
  if (result.ok()) {
    count(*result);
  } else if (isAboutTheItem(result.error())) {
    J_CHECK(applyOneByOne(std::get<ImportBatch>(std::move(op))));
  } else {
    return result.error();
  }
  if (told_) told_(added_ + alreadyHere_);
  return {};
}

/// One bad item must not cost its whole batch.
Result<void> JournalImport::applyOneByOne(ImportBatch batch) {
  for (auto& name : batch.names) {
    J_CHECK(applied(journal::service::PutName{std::move(name)}, "A name"));
  }
  for (auto& reflection : batch.reflections) {
    J_CHECK(applied(std::move(reflection), "A reflection"));
  }
  return {};
}

Result<void> JournalImport::applied(const journal::service::Op& op, const std::string& what) {
  const auto result = journal_.apply(op);
  if (result.ok()) {
    if (std::holds_alternative<journal::service::WriteReflection>(op)) {
      count(*result);
    } else if (result->changes.any()) {
      ++others_;
    }
    return {};
  }
  if (!isAboutTheItem(result.error())) return result.error();
  refused_.push_back(what + " was left out.");
  if (!result.error().advice.empty()) refused_.back() += " " + result.error().advice;
  return {};
}

/// One that is here keeps its own state: an old copy must not open again what has been done since.
Result<void> JournalImport::takeIntention(journal::Intention intention) {
  J_CHECK(flush());
  if (!intentionsHere_) {
    J_TRY(const auto here, journal_.intentions());
    intentionsHere_.emplace();
    for (const auto& known : here) intentionsHere_->insert(known.id);
  }
  if (!intentionsHere_->insert(intention.id).second) return {};
  return applied(journal::service::PutIntention{std::move(intention)}, "An intention");
}

/// A plan that was made here stays: an old copy must not undo what was planned since.
Result<void> JournalImport::takeProfile(journal::Profile profile) {
  J_CHECK(flush());  // the name first
  J_TRY(const auto here, journal_.profile(profile.youngPerson));
  if (!here.empty()) return {};
  return applied(journal::service::PutProfile{std::move(profile)}, "A learning plan");
}

Result<void> JournalImport::takeAttachment(journal::exchange::AttachmentRecord record) {
  J_CHECK(flush());  // the entry first
  auto& attachment = record.attachment;
  return applied(
      journal::service::AttachFile{attachment.reflection, attachment.id, std::move(attachment.name),
                                   std::move(record.bytes), attachment.addedAt},
      "A picture or a recording");
}

/// What was recorded here of a hold stays, and an entry that is on hold no more is left alone.
Result<void> JournalImport::takeHold(const journal::exchange::HoldRecord& hold) {
  J_CHECK(flush());  // the entry first
  J_TRY(const auto held, journal_.held());
  const auto here = std::find_if(held.begin(), held.end(),
                                 [&](const auto& entry) { return entry.id == hold.reflection; });
  if (here == held.end() || here->steps.received || !hold.steps.received) return {};
  J_CHECK(applied(journal::service::RecordReceipt{hold.reflection, *hold.steps.received},
                  "What the DSL received"));
  if (!hold.steps.wish) return {};
  return applied(journal::service::RecordWish{hold.reflection, *hold.steps.wish},
                 "What the DSL wants");
}

Result<void> JournalImport::takeStudy(journal::CaseStudy study) {
  J_CHECK(flush());
  if (journal_.caseStudy(study.id).ok()) return {};
  const journal::CaseStudyId id = study.id;
  const auto trail = study.trail;
  J_CHECK(applied(journal::service::StartCaseStudy{std::move(study)}, "A case study"));
  for (const journal::ReviewEvent& event : trail) {
    J_CHECK(applied(journal::service::RecordReview{id, event}, "A step of a review"));
  }
  return {};
}

Result<void> JournalImport::finish() {
  return flush();
}

}  // namespace app
