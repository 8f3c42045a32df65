#include "sync/evidence/report_html.h"

namespace syncing::evidence {
namespace {

/// RFC 4180. A cell that a spreadsheet would run starts with an apostrophe instead.
std::string cell(std::string text) {
  if (!text.empty() && std::string("=+-@\t\r").find(text[0]) != std::string::npos)
    text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

void row(std::string& csv, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) csv += ',';
    csv += cell(cells[i]);
  }
  csv += "\r\n";
}

}  // namespace

std::string tablesCsv(const Release& release) {
  std::string csv;
  const std::string number = std::to_string(release.number);
  const ShownTables& tables = release.tables;
  row(csv, {"release", "figure", "table", "row", "column", "shown", "first to latest"});
  for (const ShownDomain& domain : tables.domains)
    for (const ShownOutcome& outcome : domain.outcomes)
      row(csv,
          {number, outcome.youngPeople.id().text, "What has moved", domain.name, outcome.shortName,
           outcome.youngPeople.text(), outcome.movement ? outcome.movement->text() : ""});
  for (std::size_t k = 0; k < kSessionKindCount; ++k) {
    std::size_t column = 0;
    for (const ShownDomain& domain : tables.domains)
      for (const ShownOutcome& outcome : domain.outcomes) {
        const ShownFigure& figure = tables.coverage[k][column++];
        row(csv, {number, figure.id().text, "Where we have not looked yet",
                  std::string(title(static_cast<SessionKind>(k))), outcome.shortName, figure.text(),
                  ""});
      }
  }
  for (const ShownDomain& domain : tables.domains) {
    for (std::size_t v = 0; v < kVoiceCount; ++v)
      row(csv, {number, domain.voices[v].id().text, "Whose words", domain.name,
                std::string(title(static_cast<journal::Voice>(v))), domain.voices[v].text(), ""});
    row(csv, {number, domain.passages.id().text, "Whose words", domain.name, "All",
              domain.passages.text(), ""});
  }
  return csv;
}

}  // namespace syncing::evidence
