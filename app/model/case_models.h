#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/domain/case_study.h"
#include "journal/domain/ids.h"

namespace app::model {

struct CaseStudyListRow {
  journal::CaseStudyId id;
  std::string title;
  std::string detail;  ///< "4 claims"
  std::string step;    ///< "With the facilitator"
};

/// A passage that can stand behind a claim, or does.
struct PassageRow {
  journal::TagId tag;
  std::string words;  ///< mentions as code names
  int domain = 0;
  std::string label;    ///< "Own choices, mostly"
  std::string when;     ///< "22 January, small group"
  bool linked = false;  ///< to the chosen claim
  std::string state;    ///< "The words have changed since"; empty: they hold
};

struct ClaimRow {
  journal::ClaimId id;
  std::vector<PassageRow> passages;
  std::string note;  ///< "No evidence yet"; empty when there is some
  bool chosen = false;
};

/// What readers will see, decoded from the very bytes that leave.
struct PreviewPassage {
  std::string words;
  int domain = 0;
  std::string label;
  std::string detail;  ///< "Small group, spring term 2026. Tutor"
};
struct PreviewClaim {
  std::string text;
  std::vector<PreviewPassage> passages;
};
struct PreviewModel {
  std::string title;
  std::string byLine;  ///< "By Imani Brooke. Agreed for partners and funders, until January 2028."
  std::vector<PreviewClaim> claims;
  std::vector<std::string> problems;  ///< why it cannot go yet
  std::string sendNotYet;
  bool sending = false;
};

struct PersonChoice {
  std::string key;  ///< hex id, or "" for none
  std::string label;
};
struct TrailRow {
  std::string when;
  std::string words;  ///< "Farida Haleem approved it"
  std::string reason;
};

struct CaseStudyModel {
  // The list.
  std::vector<CaseStudyListRow> rows;
  bool starting = false;  ///< the title and the young person of a new one are being asked for
  std::string beginNotYet;
  // The open one.
  bool open = false;
  std::string heading;  ///< title, or "A new case study"
  std::string detail;  ///< "Case study by Imani Brooke, built from 9 passages. Draft, saved on this
                       ///< laptop."
  bool editable = true;  ///< a draft, or returned to its author
  std::vector<ClaimRow> claims;
  std::vector<PassageRow> passages;  ///< to choose from
  std::vector<PersonChoice> youngPeople;
  std::string about;  ///< code name
  std::string previewNotYet;
  std::string saved;
  bool agreed = false;
  std::string agreementLine;
  std::string agreementNotYet;
  std::vector<TrailRow> trail;
  std::optional<PreviewModel> preview;
};

struct ReviewQueueRow {
  journal::CaseStudyId id;
  std::string title;
  std::string detail;  ///< "Imani Brooke, sent 22 January"
  std::string step;
  bool chosen = false;
};
struct ReviewModel {
  std::vector<ReviewQueueRow> rows;
  bool open = false;
  std::string title;
  std::string byLine;
  std::vector<PreviewClaim> claims;
  std::vector<TrailRow> trail;
  std::string noteLabel;     ///< "Note to Imani"
  std::string approveLabel;  ///< "Agree and pass on", "Approve"
  std::string returnNotYet;
  std::string holdNotYet;
  bool mayDecide = false;
  std::string notYoursLine;  ///< why not, when not
};

struct FigureRow {
  std::string outcome;
  int number = 0;
  std::string name;
  std::string movement;  ///< "Glimpsed to mostly"
  std::string detail;    ///< "about 30"
  int first = 1;
  int latest = 1;
  bool enough = false;
  bool chosen = false;
};
struct FigureCard {
  std::string domain;
  std::string passages;  ///< "about 240 passages"
  std::vector<FigureRow> rows;
};
struct CoverageLine {
  std::string setting;
  struct Cell {
    std::string words;
    bool counted = false;
    std::string spoken;
  };
  std::vector<Cell> cells;
};
struct DrawerPassage {
  std::string words;
  std::string where;  ///< "Small group, autumn term 2025"
  std::string voice;  ///< "Tutor"
};
struct DrawerModel {
  int domain = 0;
  std::string outcome;
  std::string outcomeName;
  std::string heading;  ///< "From glimpsed to mostly"
  std::string explanation;
  bool enough = false;
  int first = 1;
  int latest = 1;
  std::string firstWords;
  std::string latestWords;
  std::vector<DrawerPassage> passages;
  std::string passagesHidden;  ///< why there are none to show
  bool loading = false;
};
/// What left groups in one term: a plain list.
struct ThemeTerm {
  struct Line {
    std::string words;
    std::string kind;  ///< "Outside our control"
  };
  std::string term;  ///< "Spring term 2026"
  std::vector<Line> lines;
};
struct EvidenceModel {
  bool loaded = false;
  bool empty = true;
  std::vector<FigureCard> cards;
  std::vector<CoverageLine> coverage;
  std::vector<ThemeTerm> themes;
  std::optional<DrawerModel> drawer;
  std::string reportLine;  ///< where the report was written
};

}  // namespace app::model
