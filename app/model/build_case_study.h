#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/case_models.h"
#include "app/model/context.h"
#include "journal/domain/case_study.h"
#include "journal/service/publish.h"

namespace app::model {

/// What the case study page is made from.
struct CaseStudyInputs {
  const std::vector<journal::service::CaseStudyRow>& rows;
  const journal::CaseStudy* study = nullptr;  ///< the open one
  const std::vector<journal::service::JourneyPoint>& journey;
  const std::vector<journal::Tag>& linkedTags;  ///< as they are today
  std::optional<journal::ClaimId> chosen = {};
  bool starting = false;
  const CaseStudyUi& ui;
  const std::vector<journal::KnownName>& names;
  const Library& library;
};

/// Pure.
CaseStudyModel buildCaseStudy(const CaseStudyInputs& inputs);

/// What readers will see, from the very content that was decoded from the bytes that leave.
PreviewModel buildPreview(const journal::Submission& content, std::vector<std::string> problems,
                          const journal::Framework& framework);

/// Stored text as others read it.
std::string coded(const std::string& stored, const std::vector<journal::KnownName>& names);

TrailRow buildTrailRow(const journal::ReviewEvent& event);
bool mayBeEdited(journal::ReviewStep step);

/// What is to be decided about, and what was.
DecidingModel buildDeciding(const journal::service::Prepared& prepared, const CaseStudyUi& ui);

}  // namespace app::model
