#include "app/ui/buttons.h"
#include "app/view/case_study_preview.h"

namespace app::view {

void claimCard(std::size_t index, const model::PreviewClaim& claim,
               const model::DecidingModel& deciding) {
  const ui::Card card(ui::key("claim", index), {.gap = 10});
  ui::snippet("words", previewRuns(claim.text, deciding), ui::Type::Read);
  std::size_t number = 0;
  for (const model::PreviewPassage& passage : claim.passages) {
    ui::hairline(2, 2);
    ui::snippet(ui::key("passage", number), previewRuns("“" + passage.words + "”", deciding));
    {
      const ui::Row row(8, 28);
      ui::domainChip(ui::key("tag", ++number), domainOf(passage.domain), passage.label);
    }
    ui::tiny(passage.detail);
  }
}

void trailLines(const std::vector<model::TrailRow>& trail) {
  for (const model::TrailRow& row : trail) {
    ui::small(row.when + ": " + row.words + ".");
    if (!row.reason.empty()) ui::quote("“" + row.reason + "”", ui::Token::Ink2);
  }
}

}  // namespace app::view
