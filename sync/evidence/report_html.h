#pragma once

#include <string>
#include <vector>

#include "journal/domain/framework.h"
#include "sync/evidence/evidence_store.h"

namespace syncing::evidence {

/// What a person adds to the figures. Plain text, shown as written (escaped). Nothing here can take
/// away "Not seen yet", "How sure we are" or "Other help played a part".
struct ReportWords {
  std::string audienceLine;  ///< "To the hub board, 5 February 2026"
  std::string title;         ///< empty: "What has moved for young people"
  std::string summary;
  std::string story;              ///< "One story"; empty: left out
  std::string learned;            ///< "What we learned"; "Other help .." is always added
  std::vector<std::string> asks;  ///< "What we ask of you"
};

/// One HTML file, complete in itself: no scripts, nothing fetched, light tokens only, A4 in print.
/// Each figure that may be opened links to its passages further down. `opened` are the figures as
/// EvidenceStore::open() gave them; a figure without one has no link. Pure.
std::string reportHtml(const Release& release, const std::vector<OpenedFigure>& opened,
                       const std::string& serviceName, const ReportWords& words);

/// The three tables as CSV (RFC 4180, UTF-8, CRLF): figure, table, row, column, shown. Cells that a
/// spreadsheet would run as a formula are written with a leading apostrophe. Pure.
std::string tablesCsv(const Release& release);

/// Releases for Exit::Html, opens every figure that may be opened to `audience`, renders.
journal::Result<std::string> makeReport(EvidenceStore& store, const journal::Framework& framework,
                                        const ReleaseRequest& request, const ReportWords& words);

}  // namespace syncing::evidence
