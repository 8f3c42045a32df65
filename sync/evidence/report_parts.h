#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/evidence/shown.h"

// Small pieces of the HTML report: drawings, style. Private to this folder.

namespace syncing::evidence {

/// "behind-moved-P4": an id for a figure's passages.
std::string anchorOf(const FigureId& figure);
/// "Own choices, what has moved: about 30 young people"
std::string headingOf(const FigureId& figure, const ShownTables& tables);
/// Every figure that was shown and can be opened, in the order of the tables.
std::vector<FigureId> shownFigures(const ShownTables& tables);

/// The class that colours a domain: "m", "p", "s"; "x" for a domain of the service's own.
std::string tintOf(std::string_view domainCode);
std::string markSvg(std::string_view domainCode);
std::string logoSvg();
/// Five lines, an open head at the first level, a filled one at the latest; named in words.
std::string staveSvg(std::string_view domainCode, const ShownMovement& movement,
                     std::string_view spoken);
/// <!DOCTYPE> to </head>
std::string head(std::string_view title);

}  // namespace syncing::evidence
