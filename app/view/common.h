#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/model/case_models.h"
#include "app/model/models.h"
#include "app/model/wording.h"
#include "app/ui/choices.h"
#include "app/ui/layout.h"
#include "app/ui/rows.h"
#include "app/ui/text.h"

// Small helpers of the views: model values to what the kit takes.

namespace app::view {

/// The framework's first three domains, in its order.
inline ui::Domain domainOf(int index) {
  switch (index) {
    case 0:
      return ui::Domain::Musical;
    case 1:
      return ui::Domain::Personal;
    case 2:
      return ui::Domain::Social;
    default:
      return ui::Domain::None;
  }
}

template <class List>
std::vector<ui::Option> optionsFrom(const List& list) {
  std::vector<ui::Option> options;
  options.reserve(list.size());
  for (const auto& choice : list) options.push_back({choice.key, choice.label});
  return options;
}

/// The paper or canvas of a screen with its margins; a scroll region named `id`.
inline ui::RegionStyle screenStyle(const ui::ShellMetrics& metrics, ui::Token fill) {
  ui::RegionStyle style;
  style.fill = fill;
  style.padX = metrics.margin;
  style.padY = metrics.shortWindow ? 14.0F : 24.0F;
  style.gap = 12;
  style.scroll = true;
  return style;
}

/// A claim and its passages as others read them.
void claimCard(std::size_t index, const model::PreviewClaim& claim,
               const model::DecidingModel& deciding = {});
void trailLines(const std::vector<model::TrailRow>& trail);

}  // namespace app::view
