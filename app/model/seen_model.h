#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/model/case_models.h"

// What the service sees of this person, exactly (product.md E3): what it shows and what is asked of
// it.

namespace app::model {

/// One piece that was sent.
struct SeenRow {
  journal::CaseStudyId id;
  std::string title;
  std::string detail;                 ///< "Approved. Version 2, since 22 January"
  std::vector<std::string> readings;  ///< "Farida Haleem, manager, 22 January: all of it"
  std::vector<std::string> uses;      ///< "Figures of 22 January, for Farida Haleem"
  bool readable = true;               ///< there are words of it
};
struct SeenModel {
  bool open = false;
  bool loading = false;
  std::string problem;
  std::vector<SeenRow> rows;
  std::optional<PreviewModel> piece;  ///< one of them as a manager sees it
};

struct SeeWhatTheySee {};
struct ReadAsTheyDo {
  journal::CaseStudyId study;
};
struct BackToSeen {};
struct CloseSeen {};
using SeenIntent = std::variant<SeeWhatTheySee, ReadAsTheyDo, BackToSeen, CloseSeen>;

}  // namespace app::model
