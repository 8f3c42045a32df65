#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/case_study.h"

namespace app::desktop {

/// An approved case study of the demonstration service, as it was sent.
struct DemoSubmission {
  journal::Submission content;
  std::string approvedBy;
};

/// Reads assets/demo/case_studies.json, "submissions". InvalidInput when it is not JSON of that
/// shape; a piece that cannot be used is left out.
journal::Result<std::vector<DemoSubmission>> readDemoSubmissions(std::string_view json);

}  // namespace app::desktop
