#include "tests/app/ui/gallery_parts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/layout.h"
#include "app/ui/notes.h"
#include "app/ui/picture.h"
#include "app/ui/rows.h"
#include "app/ui/text.h"

namespace gallery {
namespace {

using namespace app::ui;  // NOLINT: a page is nothing but the kit

void evidenceColumn(Domain domain, const std::array<const char*, 5>& names) {
  const Card card(domainName(domain), {.padX = 16, .padY = 14, .gap = 0});
  {
    Row row(8, 30);
    noteHead({.domain = domain, .radius = 6});
    bodyStrong(domainName(domain), domainInk(domain));
    row.pushRight(textWidth(Type::Small, "about 240 passages"));
    small("about 240 passages");
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    hairline();
    FigureModel figure{.domain = domain,
                       .number = static_cast<int>(i) + 1,
                       .name = names[i],
                       .movement = "Glimpsed to mostly",
                       .detail = "about 30",
                       .first = 2,
                       .latest = 4};
    figure.enough = i != 4;
    figure.chosen = domain == Domain::Personal && i == 3;
    figureRow(key("figure", i), figure);
  }
}

CoverageModel coverage() {
  CoverageModel model;
  for (const Domain domain : {Domain::Musical, Domain::Personal, Domain::Social}) {
    for (int i = 1; i <= 5; ++i)
      model.columns.push_back(
          {domain, std::to_string(i), std::string(domainName(domain)) + " outcome"});
  }
  for (const char* name :
       {"Whole class", "Small groups", "One to one", "Ensembles", "Alternative"}) {
    CoverageModel::Row row{name, {}};
    for (std::size_t c = 0; c < 15; ++c) {
      const bool none = (c * 7 + row.name.size()) % 5 == 0;
      row.cells.push_back(
          {none ? "none" : "25", !none, row.name + (none ? ", none written yet" : ", about 25")});
    }
    model.rows.push_back(row);
  }
  return model;
}

}  // namespace

void drawEvidence(const app::ui::ShellModel& shell) {
  const ShellMetrics m = shellMetrics(windowSize());
  sidebar(shell, m);
  const float drawer = m.breakpoint >= Breakpoint::M ? 340 : 0;
  {
    const Region page("page", {m.main.x, m.main.y, m.main.w - drawer, m.main.h},
                      {.padX = m.margin, .padY = 20, .gap = 14, .scroll = true});
    titleBlock("What has moved this year",
               "From the first level seen to the latest. Levels show from ten young people, counts "
               "from five.");
    const std::vector<Track> tracks = m.breakpoint >= Breakpoint::M
                                          ? std::vector<Track>{share(), share(), share()}
                                          : std::vector<Track>{share()};
    {
      Columns columns(tracks, 12);
      columns.next();
      evidenceColumn(Domain::Musical, {"Skill and control", "Own music", "Listening closely",
                                       "Playing together", "Being a musician"});
      if (tracks.size() > 1) columns.next();
      evidenceColumn(Domain::Personal, {"Confidence", "Handling feelings", "Keeping going",
                                        "Own choices", "Wellbeing and self"});
      if (tracks.size() > 1) columns.next();
      evidenceColumn(Domain::Social, {"Trust with adults", "Getting on", "Being heard",
                                      "Working together", "Belonging"});
    }
    const Card card("coverage", {.padX = 18, .padY = 12});
    bodyStrong("Where we have not looked yet");
    coverageTable("table", coverage());
  }
  if (drawer <= 0) return;
  const Region side("drawer", {m.main.right() - drawer, m.main.y, drawer, m.main.h},
                    {.fill = Token::Paper, .padX = 26, .padY = 20, .gap = 10, .scroll = true});
  heading("From glimpsed to mostly");
  figureStave("stave",
              {.domain = Domain::Personal,
               .name = "Own choices",
               .movement = "Glimpsed to mostly",
               .first = 2,
               .latest = 4},
              "Glimpsed, September", "Mostly, January");
  small(
      "The middle one of about 30 young people: first \xE2\x80\x9Cglimpsed, with close "
      "support\xE2\x80\x9D, now \xE2\x80\x9Cmostly\xE2\x80\x9D.");
  hairline();
  quote("Chose the second verse to lead, and started it again when it wobbled.");
  journeyStave("journey", Domain::Personal,
               {{0.05F, 2, "September, Glimpsed"},
                {0.4F, 3, "November, Prompted"},
                {0.9F, 4, "January, Mostly"}});
  secondaryButton("show", "Show passages");
}

void drawFirstRun() {
  const Vec2 whole = windowSize();
  if (whole.y >= 640)
    stepsPicture({90, 110, whole.x - 180, 182},
                 {"Welcome", "Passphrase", "Recovery key", "Your setting", "First note"}, 2);
  const float width = std::min(780.0F, whole.x - 48);
  const Region page("first",
                    {(whole.x - width) / 2, whole.y >= 640 ? 332.0F : 24.0F, width,
                     whole.y - (whole.y >= 640 ? 332 : 24)},
                    {.gap = 10, .scroll = true});
  title("Write these twelve words down");
  text(
      "If you ever forget your passphrase, they open your notes. Nobody else has a copy, and we "
      "cannot make one for you.",
      {.type = Type::Read, .colour = Token::Ink2});
  space(8);
  const std::array<const char*, 12> words = {"harbour", "willow", "tenor",  "lantern",
                                             "orchard", "pebble", "violet", "compass",
                                             "thimble", "marble", "ribbon", "saffron"};
  for (std::size_t r = 0; r < 3; ++r) {
    Columns columns({share(), share(), share(), share()}, 10);
    for (std::size_t c = 0; c < 4; ++c) {
      columns.next();
      const Card card(key("word", r * 4 + c), {.radius = 10, .padX = 16, .padY = 9});
      const Row row(14, 28);
      small(std::to_string(r * 4 + c + 1));
      subhead(words[r * 4 + c]);
    }
  }
  space(12);
  {
    const Row row(12, 40);
    button("print", "Print a key card", {.icon = Icon::Printer});
    button("copy", "Copy once", {.kind = ButtonKind::Quiet, .icon = Icon::ContentCopy});
    small("Cleared from the clipboard after 60 seconds");
  }
  Row row(12, 56);
  button("back", "Back", {.kind = ButtonKind::Quiet, .icon = Icon::ArrowLeft});
  row.pushRight(buttonWidth("I have them safe"));
  primaryButton("safe", "I have them safe");
}

namespace {

const app::paint::Pixels& photograph() {
  static const app::paint::Pixels kept = [] {
    std::vector<std::uint32_t> words;
    for (std::uint32_t y = 0; y < 48; ++y) {
      for (std::uint32_t x = 0; x < 80; ++x) {
        words.push_back(0xFF000000U | (255 - y * 5) << 16 | (x * 3) << 8 | (x * y) % 256);
      }
    }
    return app::paint::Pixels(80, 48, std::move(words));
  }();
  return kept;
}

}  // namespace

void drawPictures() {
  const Row row(12, 48);
  picture("whole", photograph(), {120, 48}, "A photograph");
  picture("small", photograph(), {56, 56}, "The same, smaller");
}

}  // namespace gallery
