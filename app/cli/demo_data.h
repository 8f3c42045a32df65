#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/case_study.h"
#include "journal/domain/known_name.h"

namespace app {

/// A passage of a draft, as the demonstration's files give it: with real names.
struct DemoEvidence {
  std::string reflection;  ///< id in reflections.jsonl; empty when it is in nobody's journal
  std::string author;
  std::string passage;
  journal::Tag tag;  ///< indicator, level, direction and voice only
  std::string youngPersonCode;
};
struct DemoClaim {
  std::string text;
  std::vector<DemoEvidence> evidence;
};
struct DemoDraft {
  std::string id;
  journal::CaseStudy study;  ///< title, kind, author and agreement
  std::string about;         ///< real name; empty when not about one young person
  std::vector<DemoClaim> claims;
};
/// A finished submission of another tutor, with the days its reviewers decided on.
struct DemoSubmission {
  journal::Submission content;
  journal::LocalDate approvedOn{};
};

/// The demonstration service (assets/demo): everything in it is invented.
struct DemoData {
  std::string service;
  std::string person;       ///< whose journal opens
  std::string facilitator;  ///< and who reviews
  std::string manager;
  std::string passphrase;
  std::vector<journal::KnownName> names;  ///< without ids; code names are unique
  std::vector<DemoDraft> drafts;
  std::vector<DemoSubmission> submissions;
};

/// NotFound or InvalidInput, with advice, when a file is missing or broken.
journal::Result<DemoData> readDemo(const std::filesystem::path& assets);

/// The 16 bytes of every id the demonstration makes, from what it names.
journal::ClaimId demoClaimId(const std::string& study, std::size_t index);
journal::CaseStudyId demoCaseStudyId(const std::string& study);

}  // namespace app
