#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/case_models.h"
#include "app/model/context.h"
#include "app/model/ports.h"

namespace app::model {

/// What a drawer over a figure holds.
struct OpenedFigureWords {
  std::string outcome;
  bool loading = true;
  std::vector<EvidencePassage> passages;
  std::string hidden;  ///< why there are none to show
};

/// Pure.
EvidenceModel buildEvidence(const std::optional<EvidenceOverview>& overview,
                            const std::optional<OpenedFigureWords>& opened,
                            const journal::Framework& framework);

/// Themes as they come from the store, by term.
std::vector<ThemeTerm> buildThemes(const std::vector<journal::LeavingTheme>& themes);

std::vector<PreviewClaim> buildClaims(const ReviewPiece& piece,
                                      const journal::Framework& framework);
/// "Asked for at use level 2, partners and funders, until January 2028."
std::string pieceByLine(const ReviewPiece& piece);

struct ReviewInputs {
  const std::vector<QueueItem>& queue;
  const std::optional<ReviewPiece>& piece;
  const Person& person;
  const std::string& reason;
  const journal::Framework& framework;
};
ReviewModel buildReview(const ReviewInputs& inputs);

}  // namespace app::model
