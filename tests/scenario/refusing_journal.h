#pragma once

#include <memory>
#include <utility>

#include "journal/service/journal.h"

namespace tests {

/// A journal whose disk is full while `refuses` is set: nothing is changed, as Journal promises for
/// Io.
class RefusingJournal final : public journal::service::Journal {
 public:
  RefusingJournal(std::unique_ptr<journal::service::Journal> real, const bool& refuses)
      : real_(std::move(real)), refuses_(refuses) {}

  journal::Result<journal::service::OpResult> apply(const journal::service::Op& op) override {
    if (refuses_) return journal::Error{journal::ErrorCode::Io, "full"};
    return real_->apply(op);
  }
  journal::Result<journal::Reflection> reflection(journal::ReflectionId id) override {
    return real_->reflection(id);
  }
  journal::Result<std::vector<journal::Tag>> tagsOf(journal::ReflectionId id) override {
    return real_->tagsOf(id);
  }
  journal::Result<std::vector<journal::Tag>> tags(const std::vector<journal::TagId>& ids) override {
    return real_->tags(ids);
  }
  journal::Result<std::vector<journal::service::ReflectionRow>> newest(
      std::size_t limit, std::optional<journal::ReflectionId> before) override {
    return real_->newest(limit, before);
  }
  journal::Result<journal::service::SearchPage> search(const journal::SearchQuery& query) override {
    return real_->search(query);
  }
  journal::Result<std::vector<journal::service::ReflectionRow>> binned() override {
    return real_->binned();
  }
  journal::Result<std::vector<journal::Permission>> permissions(journal::NameId who) override {
    return real_->permissions(who);
  }
  journal::Result<std::vector<journal::Permission>> allPermissions() override {
    return real_->allPermissions();
  }
  journal::Result<std::vector<journal::GroupSession>> groupSessions() override {
    return real_->groupSessions();
  }
  journal::Result<std::vector<journal::OwnFormat>> ownFormats() override {
    return real_->ownFormats();
  }
  journal::Result<std::vector<journal::OwnFormat>> formatsSetAside() override {
    return real_->formatsSetAside();
  }
  journal::Result<journal::OwnPrompts> ownPrompts() override { return real_->ownPrompts(); }
  journal::Result<journal::OwnFrameworks> ownFrameworks() override {
    return real_->ownFrameworks();
  }
  journal::Result<std::vector<journal::HeldEntry>> held() override { return real_->held(); }
  journal::Result<std::vector<journal::Removal>> removals() override { return real_->removals(); }
  journal::Result<std::vector<journal::KnownName>> names() override { return real_->names(); }
  journal::Result<std::vector<journal::service::JourneyPoint>> journey(
      journal::NameId who) override {
    return real_->journey(who);
  }
  journal::Result<std::vector<journal::Intention>> openIntentions() override {
    return real_->openIntentions();
  }
  journal::Result<std::vector<journal::Intention>> intentions() override {
    return real_->intentions();
  }
  journal::Result<std::vector<journal::service::Version>> versions(
      journal::ReflectionId id) override {
    return real_->versions(id);
  }
  journal::Result<journal::Profile> profile(journal::NameId who) override {
    return real_->profile(who);
  }
  journal::Result<std::vector<journal::Profile>> profiles() override { return real_->profiles(); }
  journal::Result<std::vector<journal::service::ProfileVersion>> profileVersions(
      journal::NameId who) override {
    return real_->profileVersions(who);
  }
  journal::Result<std::vector<journal::Attachment>> attachments(journal::ReflectionId id) override {
    return real_->attachments(id);
  }
  journal::Result<std::string> attachmentBytes(journal::AttachmentId id) override {
    return real_->attachmentBytes(id);
  }
  journal::Result<std::vector<journal::KeptWord>> keptWords() override {
    return real_->keptWords();
  }
  journal::Result<std::vector<journal::Disagreement>> disagreements() override {
    return real_->disagreements();
  }
  journal::Result<std::vector<journal::TimetableSlot>> timetable() override {
    return real_->timetable();
  }
  journal::Result<std::vector<journal::service::CaseStudyRow>> caseStudies() override {
    return real_->caseStudies();
  }
  journal::Result<journal::CaseStudy> caseStudy(journal::CaseStudyId id) override {
    return real_->caseStudy(id);
  }
  journal::Result<std::vector<journal::LegalHold>> legalHolds() override {
    return real_->legalHolds();
  }
  journal::Result<std::vector<journal::AccessRecord>> accessLog() override {
    return real_->accessLog();
  }
  journal::Result<std::vector<journal::service::Departure>> departures(
      journal::CaseStudyId id) override {
    return real_->departures(id);
  }
  journal::Result<journal::service::Counts> counts() override { return real_->counts(); }
  journal::Result<std::optional<journal::ReflectionId>> findSource(
      const std::string& source) override {
    return real_->findSource(source);
  }
  journal::Result<void> forEachReflection(std::stop_token stop,
                                          const ReflectionVisitor& visit) override {
    return real_->forEachReflection(stop, visit);
  }
  journal::Result<journal::service::CheckReport> check(
      std::stop_token stop, const journal::service::Progress& progress) override {
    return real_->check(stop, progress);
  }
  journal::Result<bool> tidy(std::chrono::milliseconds budget) override {
    return real_->tidy(budget);
  }

 private:
  std::unique_ptr<journal::service::Journal> real_;
  const bool& refuses_;
};

}  // namespace tests
