#include "sync/evidence/report_parts.h"

#include <fmt/format.h>

#include "journal/base/html.h"

namespace syncing::evidence {

using journal::escapeHtml;

namespace {

constexpr int kStaveWidth = 56;
constexpr int kStaveGap = 8;

std::string headShape(std::string_view domainCode, double x, double y, bool open) {
  const char* fill = open ? "class=\"ho\"" : "class=\"hf\"";
  const std::string tint = tintOf(domainCode);
  if (tint == "p")
    return fmt::format("<path {} d=\"M{:.1f} {:.1f}l5 5-5 5-5-5z\"/>", fill, x, y - 5);
  if (tint == "s")
    return fmt::format("<path {} d=\"M{:.1f} {:.1f}l5.2 9h-10.4z\"/>", fill, x, y - 5);
  return fmt::format(
      "<ellipse {} cx=\"{:.1f}\" cy=\"{:.1f}\" rx=\"5.2\" ry=\"3.7\" "
      "transform=\"rotate(-18 {:.1f} {:.1f})\"/>",
      fill, x, y, x, y);
}

// Light tokens of the design, also in print. Fonts by name only: nothing is fetched.
constexpr const char* kStyle = R"css(
:root{--paper:#FFFCF9;--sunken:#F3ECE8;--line:#E3DAD6;--line2:#8C7F8E;--stave:#C3B6BD;--ink:#2A2030;--ink2:#52465A;
--accent:#5A2A52;--heather:#A3487C;--heather-ink:#823060;--sel:#EDD2E2}
.m{--d:#33429C;--di:#273A85;--dt:#E0E3F8}.p{--d:#B5600A;--di:#733C00;--dt:#FCE5C0}
.s{--d:#0E8468;--di:#00533F;--dt:#CBEFDF}.x{--d:#5A2A52;--di:#5A2A52;--dt:#EBDDE5}
*{box-sizing:border-box;margin:0;padding:0}
body{font:400 15px/22px Lato,"Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--sunken)}
h1,h2,h3,p,blockquote{overflow-wrap:anywhere}
h1,h2,.sum,.two p,.sure p,blockquote{font-family:"Gentium Book Plus","Gentium Plus",Gentium,Georgia,serif;font-weight:400}
h1{font-size:31px;line-height:38px;margin-bottom:6px;text-wrap:balance}
h2{font-size:20px;line-height:27px;margin-bottom:4px}
h3{font-size:15px;line-height:22px;font-weight:600;margin-bottom:4px}
.page{width:794px;max-width:100%;min-height:1123px;margin:0 auto 16px;padding:44px 56px 36px;background:var(--paper);
display:flex;flex-direction:column}
.top{display:flex;align-items:center;gap:8px;font-size:14px;line-height:20px;margin-bottom:16px}
.end{margin-left:auto;color:var(--ink2)}
.sum{font-size:17px;line-height:25px;margin-bottom:16px}
.three{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 22px;margin-bottom:6px}
.dm{display:flex;align-items:center;gap:8px;height:32px;font:600 15px/22px Lato,"Helvetica Neue",Arial,sans-serif;
color:var(--di);margin:0}
ul{list-style:none}.dm svg{width:18px;height:18px}
.fr{display:flex;align-items:center;gap:8px;padding:8px 0;border-top:1px solid var(--line);height:64px}
.grow{flex:1;min-width:0}
.nm{line-height:19px}.mv{font-size:13px;line-height:18px;font-weight:600;color:var(--di)}
.n{font-size:13px;line-height:18px;color:var(--ink2)}
.few{font-size:13px;line-height:16px;color:var(--ink2);border:1.5px dashed var(--line2);border-radius:9px;width:84px;
height:44px;display:flex;align-items:center;justify-content:center;text-align:center;flex:none}
a{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}
a:focus-visible{outline:2px solid var(--heather);outline-offset:2px}
.note{font-size:13px;line-height:18px;color:var(--ink2);margin-bottom:16px}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:16px 28px;margin-bottom:16px}
.two p,.sure p{font-size:16px;line-height:24px}
.sure{margin-bottom:16px}
.box{background:var(--sunken);border-radius:14px;padding:16px 20px}
.box p,.box ol{font:400 14px/20px Lato,"Helvetica Neue",Arial,sans-serif}.box ol{padding-left:18px}
.foot{margin-top:auto;border-top:1px solid var(--line);padding-top:10px;display:flex;gap:24px;font-size:13px;
line-height:18px;color:var(--ink2)}
.foot span:first-child{flex:1}.nw{white-space:nowrap}
table{border-collapse:separate;border-spacing:4px;width:100%;margin-bottom:20px;font-size:14px;line-height:20px}
caption{text-align:left;font-size:13px;line-height:18px;color:var(--ink2);margin-bottom:4px}
th{text-align:left;font-weight:400}thead th{font-size:13px;line-height:18px;color:var(--ink2)}
td{padding:2px 6px}tbody td:not(.z){color:var(--di)}
.cov td,.cov thead th{text-align:center;padding:4px 0;border-radius:6px;width:38px}
.cov tbody td{background:var(--dt)}.cov tbody td.z{background:none;border:1.5px dashed var(--line2);font-size:13px;
color:var(--ink2)}
.cov thead th:first-child,.cov tbody th{width:104px;text-align:left}.cov thead svg{vertical-align:-1px;margin-right:3px}
.behind{margin:14px 0;padding-top:10px;border-top:1px solid var(--line)}
.behind li{padding:8px 0;break-inside:avoid}
blockquote{font-size:17px;line-height:25px;white-space:pre-wrap}
.src{display:flex;justify-content:space-between;gap:16px;font-size:13px;line-height:18px;color:var(--ink2);
margin-top:4px}
.up{font-size:13px;line-height:18px;color:var(--ink2)}
.behind:target{background:var(--sel);border-radius:10px;padding:10px;margin-left:-10px;margin-right:-10px}
svg{flex:none}.ho{fill:var(--paper);stroke:var(--d);stroke-width:1.5}.hf{fill:var(--d)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:640px){.page{padding:24px 16px}.three{grid-template-columns:1fr}.cov{display:block;overflow-x:auto}}
@page{size:A4;margin:0}
@media print{body{background:var(--paper);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{margin:0;break-after:page}.page:last-child{break-after:auto}.up{display:none}tr,.fr{break-inside:avoid}}
)css";

}  // namespace

std::string anchorOf(const FigureId& figure) {
  std::string anchor = "behind-";
  for (const char c : figure.text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    anchor += plain || c == '_' ? c : '-';
  }
  return anchor;
}

std::string headingOf(const FigureId& figure, const ShownTables& tables) {
  std::size_t column = 0;
  for (const ShownDomain& domain : tables.domains) {
    for (std::size_t v = 0; v < kVoiceCount; ++v)
      if (domain.voices[v].id() == figure)
        return fmt::format("{}, {}: {}", domain.name, title(static_cast<journal::Voice>(v)),
                           domain.voices[v].spoken());
    for (const ShownOutcome& outcome : domain.outcomes) {
      if (outcome.youngPeople.id() == figure)
        return fmt::format("{}, what has moved: {}", outcome.shortName,
                           outcome.youngPeople.spoken());
      for (std::size_t k = 0; k < kSessionKindCount; ++k)
        if (tables.coverage[k][column].id() == figure)
          return fmt::format("{}, {}: {}", outcome.shortName, title(static_cast<SessionKind>(k)),
                             tables.coverage[k][column].spoken());
      ++column;
    }
  }
  return figure.text;
}

std::vector<FigureId> shownFigures(const ShownTables& tables) {
  std::vector<FigureId> ids;
  const auto add = [&](const ShownFigure& figure) {
    if (figure.shown()) ids.push_back(figure.id());
  };
  for (const ShownDomain& domain : tables.domains)
    for (const ShownOutcome& outcome : domain.outcomes) add(outcome.youngPeople);
  for (const auto& row : tables.coverage)
    for (const ShownFigure& figure : row) add(figure);
  for (const ShownDomain& domain : tables.domains)
    for (const ShownFigure& figure : domain.voices) add(figure);
  return ids;
}

std::string tintOf(std::string_view domainCode) {
  if (domainCode == "M") return "m";
  if (domainCode == "P") return "p";
  if (domainCode == "S") return "s";
  return "x";
}

std::string markSvg(std::string_view domainCode) {
  return "<svg class=\"" + tintOf(domainCode) +
         "\" width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">" +
         headShape(domainCode, 7, 7, false) + "</svg>";
}

std::string logoSvg() {
  return "<svg width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
         "<ellipse cx=\"9\" cy=\"15\" rx=\"7\" ry=\"5\" fill=\"#5A2A52\" transform=\"rotate(-18 9 "
         "15)\"/><ellipse cx=\"19.5\" cy=\"9\" rx=\"3.6\" ry=\"2.6\" fill=\"#A3487C\" "
         "transform=\"rotate(-18 19.5 9)\"/></svg>";
}

std::string staveSvg(std::string_view domainCode, const ShownMovement& movement,
                     std::string_view spoken) {
  constexpr int kHeight = 4 * kStaveGap + 16;
  const auto y = [](int level) { return 8 + kStaveGap * (5 - level); };
  std::string svg = fmt::format(
      "<svg class=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" "
      "aria-label=\"{}, {}\">",
      tintOf(domainCode), kStaveWidth, kHeight, kStaveWidth, kHeight, escapeHtml(movement.text()),
      escapeHtml(spoken));
  for (int level = 1; level <= 5; ++level)
    svg += fmt::format("<path d=\"M0 {0}h{1}\" stroke=\"var(--stave)\"/>", y(level) + 0.5,
                       kStaveWidth);
  svg += fmt::format("<path d=\"M16 {}L38 {}\" stroke=\"var(--d)\" stroke-width=\"1.6\"/>",
                     y(movement.first()), y(movement.latest()));
  svg += headShape(domainCode, 16, y(movement.first()), true);
  return svg + headShape(domainCode, 38, y(movement.latest()), false) + "</svg>";
}

std::string head(std::string_view title) {
  return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
         escapeHtml(title) + "</title>\n<style>" + kStyle + "</style>\n</head>\n";
}

}  // namespace syncing::evidence
