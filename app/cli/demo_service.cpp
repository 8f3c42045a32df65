#include "app/cli/demo_service.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "app/cli/asset_files.h"
#include "app/cli/demo_data.h"
#include "app/cli/journal_import.h"
#include "journal/domain/mention.h"
#include "journal/exchange/reflections_jsonl.h"
#include "journal/exchange/submission_json.h"
#include "sync/evidence/evidence_store.h"

namespace app {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::exchange::NameBook;
using journal::service::LocalJournal;
using syncing::evidence::EvidenceStore;

namespace fs = std::filesystem;

/// The days on which things happened in the story.
class StoryClock final : public journal::Clock {
 public:
  journal::UtcTime at{};
  journal::UtcTime now() const override { return at; }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes(0);
  }
};

/// The lines of one tutor: the others' journals are their own.
Result<std::string> linesOf(const fs::path& path, const std::string& person) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Error{
        ErrorCode::NotFound, "demo reflections",
        "The demonstration's reflections are missing. Put a good copy of assets/demo back."};
  }
  std::string out;
  const std::string mark = "\"tutor\": \"" + person + "\"";
  for (std::string line; std::getline(in, line);) {
    if (line.find(mark) != std::string::npos) out += line + "\n";
  }
  return out;
}

class DemoBuild {
 public:
  DemoBuild(const DemoData& demo, LocalJournal& journal, journal::Random& random,
            const journal::Framework& framework)
      : demo_(demo), journal_(journal), random_(random), framework_(framework) {}

  Result<void> writeJournal(const std::string& lines, DemoReport& report) {
    NameBook names({}, randomIds());
    for (journal::KnownName name : demo_.names) {
      name.id = journal::NameId::random(random_);
      names.adopt(std::move(name));
    }
    journal::exchange::ImportContext about;
    about.framework = &framework_;
    JournalImport import(journal_, names, {});
    std::istringstream in(lines);
    J_TRY(const auto read,
          journal::exchange::importReflectionsJsonl(in, about, names, import.sink()));
    J_CHECK(import.finish());
    report.reflections = import.added();
    for (const auto* list : {&read.skipped, &read.notes}) {
      for (const auto& remark : *list) report.remarks.push_back(remark.why);
    }
    names_ = names.all();
    return {};
  }

  Result<void> writeDrafts(DemoReport& report) {
    for (const DemoDraft& draft : demo_.drafts) {
      if (draft.study.author != demo_.person) continue;
      J_CHECK(writeDraft(draft, report));
      ++report.drafts;
    }
    return {};
  }

 private:
  journal::exchange::IdSource randomIds() {
    return [this](std::string_view) {
      journal::exchange::IdBytes bytes{};
      random_.fill(bytes);
      return bytes;
    };
  }

  std::optional<journal::NameId> byReal(const std::string& real) const {
    for (const auto& name : names_) {
      if (name.realName == real) return name.id;
    }
    return std::nullopt;
  }
  std::optional<journal::NameId> byCode(const std::string& code) const {
    for (const auto& name : names_) {
      if (name.codeName == code) return name.id;
    }
    return std::nullopt;
  }

  Result<void> writeDraft(const DemoDraft& draft, DemoReport& report) {
    journal::CaseStudy study = draft.study;
    study.id = demoCaseStudyId(draft.id);
    if (!draft.about.empty()) study.about = byReal(draft.about);
    J_TRY(const auto started, journal_.apply(journal::service::StartCaseStudy{study}));
    (void)started;
    for (std::size_t i = 0; i < draft.claims.size(); ++i) {
      journal::Claim claim{demoClaimId(draft.id, i), draft.claims[i].text, {}};
      for (const DemoEvidence& evidence : draft.claims[i].evidence) {
        if (evidence.author != demo_.person) continue;  // in somebody else's journal
        J_TRY(const auto tag, tagFor(evidence));
        if (tag) {
          claim.evidence.push_back({tag->id, tag->quote});
        } else {
          report.remarks.push_back("A passage of a draft is not in the journal.");
        }
      }
      J_TRY(const auto put, journal_.apply(journal::service::PutClaim{study.id, claim}));
      (void)put;
    }
    return {};
  }

  /// The tag that stands on these words, made when the author has not tagged them yet.
  Result<std::optional<journal::Tag>> tagFor(const DemoEvidence& evidence) {
    J_TRY(const auto id, journal_.findSource("jsonl:" + evidence.reflection));
    if (!id) return std::optional<journal::Tag>();
    J_TRY(const auto reflection, journal_.reflection(*id));
    J_TRY(const auto tags, journal_.tagsOf(*id));
    const std::string words = journal::mentionKnownNames(evidence.passage, names_);
    const std::size_t at = reflection.text.find(words);
    if (at == std::string::npos) return std::optional<journal::Tag>();
    for (const journal::Tag& tag : tags) {
      if (tag.quote == words && tag.indicator == evidence.tag.indicator) return std::optional(tag);
    }
    journal::Tag tag = evidence.tag;
    tag.id = journal::TagId::random(random_);
    tag.reflection = *id;
    J_TRY(tag.passage, journal::makePassage(reflection.text, at, at + words.size()));
    tag.quote = words;
    tag.youngPerson = byCode(evidence.youngPersonCode);
    tag.frameworkVersion = framework_.version;
    J_TRY(const auto put, journal_.apply(journal::service::PutTag{tag}));
    (void)put;
    return std::optional(tag);
  }

  const DemoData& demo_;
  LocalJournal& journal_;
  journal::Random& random_;
  const journal::Framework& framework_;
  std::vector<journal::KnownName> names_;
};

journal::UtcTime noonOn(journal::LocalDate date) {
  return journal::UtcTime(std::chrono::sys_days(date)) + std::chrono::hours(12);
}

Result<void> approve(EvidenceStore& store, const journal::Submission& content,
                     const std::string& by, journal::Role role) {
  J_TRY(const auto step,
        store.review(content.caseStudy, {journal::ReviewAction::Approve, by, role, ""}));
  (void)step;
  return {};
}

Result<void> fillStore(EvidenceStore& store, StoryClock& clock, const DemoData& demo,
                       DemoReport& report) {
  std::vector<DemoSubmission> ordered = demo.submissions;
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
    return a.content.preparedAt < b.content.preparedAt;
  });
  for (const DemoSubmission& submission : ordered) {
    clock.at = submission.content.preparedAt;
    J_TRY(const auto step, store.submit(journal::exchange::encodeSubmission(submission.content)));
    (void)step;
    clock.at += std::chrono::hours(20);
    J_CHECK(approve(store, submission.content, demo.facilitator, journal::Role::Facilitator));
    clock.at = std::max(clock.at, noonOn(submission.approvedOn));
    J_CHECK(approve(store, submission.content, demo.manager, journal::Role::Manager));
    ++report.approved;
  }
  return {};
}

}  // namespace

Result<DemoReport> buildDemo(const fs::path& into, const fs::path& assets,
                             const journal::service::Surroundings& surroundings) {
  J_TRY(const DemoData demo, readDemo(assets));
  J_TRY(const journal::Framework framework, loadFramework(assets));
  J_TRY(const std::string lines, linesOf(assets / "demo" / "reflections.jsonl", demo.person));
  DemoReport report{into / "journal",
                    into / "evidence",
                    demo.service,
                    demo.person,
                    demo.facilitator,
                    demo.manager,
                    demo.passphrase,
                    0,
                    0,
                    0,
                    {}};
  std::error_code ignored;
  fs::create_directories(into, ignored);
  const journal::crypto::SecretString passphrase(demo.passphrase);
  {
    J_TRY(const auto made, LocalJournal::create(report.journal, passphrase, surroundings));
    DemoBuild build(demo, *made.journal, surroundings.random, framework);
    J_CHECK(build.writeJournal(lines, report));
    J_CHECK(build.writeDrafts(report));
  }
  StoryClock clock;
  clock.at = demo.submissions.empty() ? surroundings.clock.now()
                                      : demo.submissions.front().content.preparedAt;
  J_TRY(const auto store, EvidenceStore::create(report.evidence, passphrase, demo.service, clock,
                                                surroundings.preset));
  J_CHECK(fillStore(*store.store, clock, demo, report));
  return report;
}

}  // namespace app
