#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/build_evidence.h"
#include "app/model/context.h"
#include "app/model/intent.h"

namespace app::model {

/// Review by facilitators, DSLs and managers, and the figures of the evidence store.
class EvidenceController {
 public:
  explicit EvidenceController(Context& context);

  void handle(const EvidenceIntent& intent);
  /// Asks for the queue and, on the Evidence screen, the figures.
  void visit(Place place);
  void reloadQueue();
  void refresh();
  void forget();
  std::size_t waiting() const { return queue_.size(); }

 private:
  void on(const OpenReview& intent);
  void on(const Decide& intent);
  void on(const OpenFigure& intent);
  void on(const CloseFigure&);
  void on(const WriteReport&);
  void reloadOverview();
  void reloadThemes();

  Context& context_;
  std::vector<QueueItem> queue_;
  std::optional<ReviewPiece> piece_;
  std::optional<EvidenceOverview> overview_;
  std::optional<OpenedFigureWords> opened_;
  std::vector<journal::LeavingTheme> themes_;
  std::string reportLine_;
};

}  // namespace app::model
