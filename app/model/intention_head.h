#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "app/model/aside_model.h"
#include "journal/domain/intention.h"
#include "journal/domain/known_name.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// The open intentions that head this page, newest first, at most two: those about a young person
/// of its lesson or mentioned in `shown`, about its group, or about nobody in particular. Never one
/// that was written on this page. `passedOver`: answered "carry it on" here. Pure.
std::vector<IntentionLine> intentionsFor(const journal::Reflection& page, std::string_view shown,
                                         const std::vector<journal::Intention>& open,
                                         const std::vector<journal::KnownName>& names,
                                         const std::set<journal::IntentionId>& passedOver);

}  // namespace app::model
