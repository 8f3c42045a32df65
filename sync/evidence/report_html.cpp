#include "sync/evidence/report_html.h"

#include <algorithm>
#include <map>
#include <utility>

#include "journal/base/html.h"
#include "sync/evidence/report_parts.h"

namespace syncing::evidence {

using journal::escapeHtml;
using journal::Result;

namespace {

constexpr std::size_t kRowsOnFront = 3;

using Opened = std::map<FigureId, const OpenedFigure*>;

/// The figure's words, as a link where its passages are in this file.
std::string linked(const ShownFigure& figure, const Opened& opened, const std::string& text) {
  if (!figure.shown() || opened.count(figure.id()) == 0) return escapeHtml(text);
  return "<a class=\"fig\" href=\"#" + anchorOf(figure.id()) + "\">" + escapeHtml(text) +
         "<span class=\"sr\">, " + escapeHtml(figure.spoken()) + ", see the passages</span></a>";
}

/// The same number of rows for every domain: those with levels first, the others after them.
std::vector<const ShownOutcome*> frontRows(const ShownDomain& domain) {
  std::vector<const ShownOutcome*> rows;
  for (const ShownOutcome& outcome : domain.outcomes) rows.push_back(&outcome);
  std::stable_sort(rows.begin(), rows.end(), [](const ShownOutcome* a, const ShownOutcome* b) {
    const auto rank = [](const ShownOutcome* row) {
      return std::pair(row->movement.has_value(), row->youngPeople.about().value_or(0));
    };
    return rank(a) > rank(b);
  });
  rows.resize(std::min(rows.size(), kRowsOnFront));
  return rows;
}

std::string frontRow(const ShownDomain& domain, const ShownOutcome& row, const Opened& opened) {
  std::string html = "<li class=\"fr\"><div class=\"grow\"><div class=\"nm\">" +
                     escapeHtml(row.shortName) + "</div>";
  if (row.movement) {
    html += "<div class=\"mv\">" + linked(row.youngPeople, opened, row.movement->text()) + "</div>";
    html += "<div class=\"n\">" + escapeHtml(row.youngPeople.text()) + "</div></div>";
    return html + staveSvg(domain.code, *row.movement, row.youngPeople.spoken()) + "</li>\n";
  }
  if (row.youngPeople.shown())
    html +=
        "<div class=\"n\">" + linked(row.youngPeople, opened, row.youngPeople.text()) + "</div>";
  return html + "</div><span class=\"few\">Too few to show yet</span></li>\n";
}

std::string front(const Release& release, const Opened& opened) {
  std::string html = "<section aria-label=\"What has moved\"><div class=\"three\">\n";
  for (const ShownDomain& domain : release.tables.domains) {
    html += "<div class=\"" + tintOf(domain.code) + "\"><h2 class=\"dm\">" + markSvg(domain.code) +
            escapeHtml(domain.name) + "</h2><ul>\n";
    for (const ShownOutcome* row : frontRows(domain)) html += frontRow(domain, *row, opened);
    html += "</ul></div>\n";
  }
  html += "</div><p class=\"note\">From the first level seen to the latest";
  if (!release.tables.period.empty()) html += ", " + escapeHtml(release.tables.period);
  return html +
         ", for the middle one of a group of ten or more. Five steps: not yet, glimpsed with close "
         "support, with some prompting, mostly, settled.</p></section>\n";
}

/// "Handling feelings, Being a musician and Belonging"
std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

std::string notSeenYet(const ShownTables& tables) {
  std::vector<std::string> outcomes;
  for (const ShownDomain& domain : tables.domains)
    for (const ShownOutcome& outcome : domain.outcomes)
      if (!outcome.movement) outcomes.push_back(outcome.shortName);
  std::vector<std::string> kinds;
  for (std::size_t k = 0; k < kSessionKindCount; ++k) {
    const auto& row = tables.coverage[k];
    const auto kept = std::count_if(row.begin(), row.end(),
                                    [](const ShownFigure& figure) { return !figure.shown(); });
    if (2 * static_cast<std::size_t>(kept) > row.size())
      kinds.emplace_back(title(static_cast<SessionKind>(k)));
  }
  std::string text;
  if (!outcomes.empty()) text += listed(outcomes) + ": too few to show. ";
  if (!kinds.empty()) text += listed(kinds) + ": hardly written about. ";
  if (text.empty()) return "Every outcome and every kind of session has been written about.";
  return text + "That is a gap in our notes, not in the young people.";
}

std::string howSure(const ShownTables& tables) {
  std::string text;
  for (const ShownDomain& domain : tables.domains) {
    const auto voice = [&](journal::Voice which) {
      return domain.voices[static_cast<std::size_t>(which)].spoken();
    };
    text += domain.name + ": tutors wrote " + voice(journal::Voice::Tutor) +
            ", young people’s own words are in " + voice(journal::Voice::YoungPerson) +
            ", another adult’s in " + voice(journal::Voice::ThirdParty) + ". ";
  }
  return text + "These are patterns in what was noticed and written down, not proof.";
}

std::string paragraphs(const std::string& text) {
  std::string html;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) html += "<p>" + escapeHtml(text.substr(at, end - at)) + "</p>\n";
    at = end + 1;
  }
  return html;
}

std::string wordsOfPeople(const ShownTables& tables, const ReportWords& words) {
  std::string html = "<div class=\"two\">\n";
  if (!words.story.empty())
    html += "<section><h2>One story</h2>\n" + paragraphs(words.story) + "</section>\n";
  html += "<section><h2>What we learned</h2>\n" + paragraphs(words.learned) +
          "<p>Other help played a part in all of this.</p></section>\n</div>\n";
  html += "<section class=\"sure\"><h2>How sure we are</h2>\n<p>" + escapeHtml(howSure(tables)) +
          "</p></section>\n";
  html += "<div class=\"box two\"><section><h3>Not seen yet</h3><p>" +
          escapeHtml(notSeenYet(tables)) + "</p></section>\n";
  if (!words.asks.empty()) {
    html += "<section><h3>What we ask of you</h3><ol>";
    for (const std::string& ask : words.asks) html += "<li>" + escapeHtml(ask) + "</li>";
    html += "</ol></section>";
  }
  return html + "</div>\n";
}

std::string movementWords(const ShownOutcome& row) {
  if (row.movement) return row.movement->text();
  return row.youngPeople.shown() ? "levels show from ten" : "not shown";
}

std::string movedTable(const ShownTables& tables, const Opened& opened) {
  std::string html =
      "<table><caption>What has moved: young people, from the first level seen to the "
      "latest</caption><thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Young "
      "people</th><th scope=\"col\">From first to latest</th></tr></thead><tbody>\n";
  for (const ShownDomain& domain : tables.domains)
    for (const ShownOutcome& row : domain.outcomes)
      html += "<tr class=\"" + tintOf(domain.code) + "\"><th scope=\"row\">" +
              escapeHtml(domain.name) + " " + std::to_string(row.number) + ", " +
              escapeHtml(row.shortName) + "</th><td>" +
              linked(row.youngPeople, opened, row.youngPeople.text()) + "</td><td>" +
              escapeHtml(movementWords(row)) + "</td></tr>\n";
  return html + "</tbody></table>\n";
}

std::string coverageTable(const ShownTables& tables, const Opened& opened) {
  std::string html =
      "<table class=\"cov\"><caption>Where we have not looked yet: passages, to the nearest 5. "
      "“Few” means under five or none, or from under five young people, or kept back because a "
      "smaller count could be worked out from it.</caption><thead><tr><th scope=\"col\">Kind of "
      "session</th>";
  for (const ShownDomain& domain : tables.domains)
    for (const ShownOutcome& outcome : domain.outcomes)
      html += "<th scope=\"col\" class=\"" + tintOf(domain.code) + "\" title=\"" +
              escapeHtml(domain.name + ": " + outcome.shortName) + "\">" + markSvg(domain.code) +
              "<span class=\"sr\">" + escapeHtml(domain.name) + " </span>" +
              std::to_string(outcome.number) + "<span class=\"sr\">, " +
              escapeHtml(outcome.shortName) + "</span></th>";
  html += "</tr></thead><tbody>\n";
  for (std::size_t k = 0; k < kSessionKindCount; ++k) {
    html += "<tr><th scope=\"row\">" + escapeHtml(title(static_cast<SessionKind>(k))) + "</th>";
    std::size_t column = 0;
    for (const ShownDomain& domain : tables.domains)
      for (std::size_t o = 0; o < domain.outcomes.size(); ++o) {
        const ShownFigure& cell = tables.coverage[k][column++];
        html += "<td class=\"" + (cell.shown() ? tintOf(domain.code) : std::string("z")) + "\">" +
                linked(cell, opened, cell.text()) + "</td>";
      }
    html += "</tr>\n";
  }
  return html + "</tbody></table>\n";
}

std::string voicesTable(const ShownTables& tables, const Opened& opened) {
  std::string html =
      "<table><caption>Whose words: passages, to the nearest 5</caption><thead><tr><th "
      "scope=\"col\">Domain</th>";
  for (std::size_t v = 0; v < kVoiceCount; ++v)
    html += "<th scope=\"col\">" + escapeHtml(title(static_cast<journal::Voice>(v))) + "</th>";
  html += "<th scope=\"col\">All, to the nearest 10</th></tr></thead><tbody>\n";
  for (const ShownDomain& domain : tables.domains) {
    html += "<tr class=\"" + tintOf(domain.code) + "\"><th scope=\"row\">" +
            escapeHtml(domain.name) + "</th>";
    for (const ShownFigure& figure : domain.voices)
      html += "<td>" + linked(figure, opened, figure.text()) + "</td>";
    html += "<td>" + escapeHtml(domain.passages.text()) + "</td></tr>\n";
  }
  return html + "</tbody></table>\n";
}

std::string passages(const ShownTables& tables, const std::vector<OpenedFigure>& opened) {
  std::string html = "<h2>The passages behind the figures</h2>\n";
  if (opened.empty())
    html +=
        "<p>No figure here has enough young people behind it, with agreement to be quoted to "
        "this audience, for their words to be shown.</p>\n";
  for (const OpenedFigure& figure : opened) {
    html += "<section class=\"behind\" id=\"" + anchorOf(figure.id) + "\"><h3>" +
            escapeHtml(headingOf(figure.id, tables)) + "</h3>\n<ul>\n";
    for (const OpenedPassage& passage : figure.passages) {
      std::string about = passage.setting;
      if (!about.empty()) about += ", ";
      about += passage.term;
      html += "<li><blockquote>" + escapeHtml(passage.text) +
              "</blockquote><div class=\"src\"><span>" + escapeHtml(about) + "</span><span>" +
              escapeHtml(passage.voice) + "</span></div></li>\n";
    }
    html += "</ul><p class=\"up\"><a href=\"#top\">Back to the first page</a></p></section>\n";
  }
  return html;
}

std::string foot(const Release& release) {
  return "<footer class=\"foot\"><span>Counts are rounded and none is under " +
         std::to_string(release.tables.threshold) +
         ". No averages, totals across domains, or comparisons of schools or tutors. Checked "
         "against everything already given out. " +
         std::string(kHoldingRule) + "</span><span class=\"nw\">Release " +
         std::to_string(release.number) + "</span></footer>\n";
}

}  // namespace

std::string reportHtml(const Release& release, const std::vector<OpenedFigure>& openedFigures,
                       const std::string& serviceName, const ReportWords& words) {
  Opened opened;
  for (const OpenedFigure& figure : openedFigures) opened[figure.id] = &figure;
  const std::string heading =
      words.title.empty() ? std::string("What has moved for young people") : words.title;
  std::string html = head(heading) + "<body id=\"top\">\n<main>\n<div class=\"page\">\n";
  html += "<header class=\"top\">" + logoSvg() + "<span>" + escapeHtml(serviceName) +
          "</span><span class=\"end\">" + escapeHtml(words.audienceLine) +
          "</span></header>\n<h1>" + escapeHtml(heading) + "</h1>\n";
  if (!words.summary.empty())
    html += "<div class=\"sum\">" + paragraphs(words.summary) + "</div>\n";
  html +=
      front(release, opened) + wordsOfPeople(release.tables, words) + foot(release) + "</div>\n";
  html += "<div class=\"page\">\n<h2>Every figure</h2>\n" + movedTable(release.tables, opened) +
          coverageTable(release.tables, opened) + voicesTable(release.tables, opened) + "</div>\n";
  html += "<div class=\"page\">\n" + passages(release.tables, openedFigures) + foot(release);
  return html + "</div>\n</main>\n</body>\n</html>\n";
}

Result<std::string> makeReport(EvidenceStore& store, const journal::Framework& framework,
                               const ReleaseRequest& request, const ReportWords& words) {
  J_TRY(const Release release, store.release(framework, request));
  std::vector<OpenedFigure> opened;
  // A report has no reader with passages of their own: nobody's name is here.
  const Reader reader{"", journal::Role::Manager};
  for (const FigureId& id : shownFigures(release.tables)) {
    auto figure = store.open(id, framework, reader, request.audience);
    if (figure.ok())
      opened.push_back(std::move(figure).value());
    else if (figure.error().code != journal::ErrorCode::Conflict)
      return figure.error();
  }
  return reportHtml(release, opened, store.serviceName(), words);
}

}  // namespace syncing::evidence
