#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "app/model/aside_model.h"
#include "journal/domain/intention.h"
#include "journal/domain/known_name.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// The open intentions a page is shown, newest first. Never one that was written on it.
struct IntentionHeads {
  /// At most two, at its head: about a young person of its lesson, about its group, or about nobody
  /// in particular.
  std::vector<IntentionLine> ofLesson;
  /// At most one: about somebody its words mention. It stands below, so that the words do not jump
  /// under the hands of whoever is writing them.
  std::vector<IntentionLine> ofWords;
};
/// `passedOver`: answered "carry it on" here. Pure.
IntentionHeads intentionsFor(const journal::Reflection& page, std::string_view shown,
                             const std::vector<journal::Intention>& open,
                             const std::vector<journal::KnownName>& names,
                             const std::set<journal::IntentionId>& passedOver);

}  // namespace app::model
