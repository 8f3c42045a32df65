#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/model/keeping_model.h"
#include "journal/base/result.h"
#include "journal/domain/known_name.h"

// Who is asked about. Pure.

namespace app::model {

/// Everybody known, young people first, each group by code name; places are nobody.
std::vector<WhoChoice> whoChoices(const std::vector<journal::KnownName>& names);

/// Who was chosen or typed, what was typed before what was chosen; or why it is nobody yet.
journal::Result<journal::KnownName> whoFrom(const WhoUi& ui,
                                            const std::vector<journal::KnownName>& names);

/// Why it cannot be looked for yet; empty: it can.
std::string lookNotYet(const WhoUi& ui, const std::vector<journal::KnownName>& names);

/// "A reflection on a lesson", .. by the stable kind of an access copy or an erasure.
std::string_view kindWords(std::string_view kind);

}  // namespace app::model
