#include "app/ui/rows.h"

#include <algorithm>
#include <cmath>

#include "app/ui/feedback.h"
#include "app/ui/internal.h"
#include "app/ui/snippet.h"

namespace app::ui {

bool listRow(std::string_view key, const ListRowModel& model) {
  const bool two = !model.subtitle.empty();
  const ImRect box = place(flow().w, px(two ? 56 : 42));
  // Whoever cannot see the second line hears it.
  std::string said(model.subtitle);
  if (!model.trailing.empty()) said.append(said.empty() ? "" : ", ").append(model.trailing);
  ItemSpec spec{.key = key, .role = "option", .name = model.title, .value = said};
  spec.chosen = model.chosen;
  spec.radius = 11;
  const Item item = interactive(box, spec);
  const bool black = model.chosen && highContrast();
  if (model.chosen) {
    draw().AddRectFilled(box.Min, box.Max, ink(black ? Token::Sel : Token::Tint), raw(11));
  } else if (item.heat > 0) {
    draw().AddRectFilled(box.Min, box.Max, ink(colour(theme(), Token::Tint2), item.heat), raw(11));
  }
  const auto words = [&](Token token) { return black ? IM_COL32_BLACK : ink(token); };
  float x = box.Min.x + px(10);
  if (model.icon != Icon::None) {
    drawIcon(draw(), model.icon, ImVec2(x + px(10), box.GetCenter().y), 20, words(Token::Ink2));
    x += px(32);
  }
  const float trailing = model.trailing.empty() ? 0 : widthOf(Type::Tiny, model.trailing) + px(12);
  const Type type = model.chosen ? Type::BodyStrong : Type::Body;
  const float room = box.Max.x - px(10) - trailing - x;
  const std::string title = elided(type, model.title, room);
  const float titleHeight = two ? px(22) : box.GetHeight();
  drawText(draw(), type, ImVec2(x, box.Min.y + (two ? px(7) : 0)),
           words(model.chosen ? Token::Accent : Token::Ink), title, titleHeight);
  if (two) {
    drawText(draw(), Type::Small, ImVec2(x, box.Min.y + px(29)), words(Token::Ink2),
             elided(Type::Small, model.subtitle, room));
  }
  float headX = x + std::max(px(56), widthOf(type, title) + px(18));
  for (const Domain domain : model.heads) {
    if (headX > box.Max.x - px(12) - trailing) break;
    drawHead(draw(), ImVec2(headX, box.GetCenter().y), raw(5.2F), domain, false,
             ink(domainMark(domain)), 0);
    headX += px(17);
  }
  if (trailing > 0) {
    drawText(draw(), Type::TinyStrong,
             ImVec2(box.Max.x - px(10) - widthOf(Type::TinyStrong, model.trailing), box.Min.y),
             words(Token::HeatherInk), model.trailing, box.GetHeight());
  }
  return item.pressed;
}

bool listRow(std::string_view key, std::string_view title, std::string_view subtitle, bool chosen) {
  ListRowModel model;
  model.title = title;
  model.subtitle = subtitle;
  model.chosen = chosen;
  return listRow(key, model);
}

namespace {

constexpr float kDayColumn = 80;

struct ArticleLayout {
  SnippetLayout words;
  float height = 0;
};

ArticleLayout layOutArticle(const ArticleModel& model, float width) {
  ArticleLayout layout;
  layout.words =
      layOutSnippet(model.words, Type::Quote, width - px(model.day.empty() ? 0 : kDayColumn));
  layout.height =
      px(18) + px(24) +
      lineOf(Type::Quote) * static_cast<float>(model.words.empty() ? 0 : layout.words.lines);
  if (!model.chips.empty()) layout.height += px(38);
  layout.height += px(16);
  return layout;
}

void drawChips(const ArticleModel& model, ImVec2 at, float right) {
  for (const ArticleModel::Chip& chip : model.chips) {
    const bool isDomain = chip.domain != Domain::None;
    const float width = std::ceil(widthOf(Type::Small, chip.label)) + px(isDomain ? 36 : 12);
    if (at.x + width > right) break;
    const ImRect box(at, at + ImVec2(width, px(24)));
    draw().AddRectFilled(box.Min, box.Max, ink(isDomain ? domainTint(chip.domain) : Token::Tint),
                         raw(isDomain ? 7.0F : 6.0F));
    if (highContrast()) draw().AddRect(box.Min, box.Max, ink(Token::Line), raw(7), 0, hair());
    float x = box.Min.x + px(6);
    if (isDomain) {
      drawHead(draw(), ImVec2(box.Min.x + px(16), box.GetCenter().y), raw(4.8F), chip.domain, false,
               ink(domainMark(chip.domain)), 0);
      x = box.Min.x + px(28);
    }
    const Token words = isDomain         ? domainInk(chip.domain)
                        : highContrast() ? Token::Ink
                                         : Token::Accent;
    drawText(draw(), Type::Small, ImVec2(x, box.Min.y), ink(words), chip.label, box.GetHeight());
    at.x += width + px(8);
  }
}

}  // namespace

bool article(std::string_view key, const ArticleModel& model) {
  const float width = flow().w;
  const ArticleLayout layout = layOutArticle(model, width);
  const ImRect box = place(width, layout.height);
  std::string name = model.title;
  if (model.sign != Icon::None) name.append(", ").append(model.signName);
  ItemSpec spec{.key = key, .role = "article", .name = name, .value = {}};
  const std::string words = joined(model.words);
  spec.value = words;
  spec.chosen = model.chosen;
  spec.radius = 8;
  const Item item = interactive(box, spec);
  if (!item.drawn) return item.pressed;
  ImRect fill = box;
  fill.Expand(ImVec2(px(12), -px(4)));
  if (model.chosen) draw().AddRectFilled(fill.Min, fill.Max, ink(Token::Tint2), raw(11));
  if (!model.chosen && item.heat > 0)
    draw().AddRectFilled(fill.Min, fill.Max, ink(colour(theme(), Token::Tint2), item.heat * 0.7F),
                         raw(11));
  const float left = box.Min.x + px(model.day.empty() ? 0 : kDayColumn);
  float y = box.Min.y + px(18);
  if (!model.day.empty()) {
    drawText(draw(), Type::Heading, ImVec2(box.Min.x, y), ink(Token::Ink), model.day);
    drawText(draw(), Type::Small, ImVec2(box.Min.x, y + px(29)), ink(Token::Ink2), model.dayDetail);
  }
  drawText(draw(), Type::SmallStrong, ImVec2(left, y), ink(Token::Ink), model.title);
  float after = left + widthOf(Type::SmallStrong, model.title) + px(9);
  if (model.sign != Icon::None) {
    drawIcon(draw(), model.sign, ImVec2(after + px(8), y + px(12)), 16, ink(Token::Ink2));
    after += px(24);
  }
  drawText(draw(), Type::Small, ImVec2(after, y), ink(Token::Ink2),
           elided(Type::Small, model.detail, box.Max.x - after));
  y += px(24);
  drawSnippet(layout.words, model.words, Type::Quote, ImVec2(left, y));
  if (!model.words.empty()) y += lineOf(Type::Quote) * static_cast<float>(layout.words.lines);
  drawChips(model, ImVec2(left, y + px(8)), box.Max.x);
  if (!model.lastOne)
    draw().AddRectFilled(ImVec2(box.Min.x, box.Max.y - hair()), box.Max, ink(Token::Line));
  return item.pressed;
}

namespace {

struct TableGeometry {
  float first = 0;
  float cell = 0;
  float height = 28;
  std::vector<float> x;
};

TableGeometry geometryOf(const CoverageModel& model, float width) {
  TableGeometry g;
  g.height = px(28);
  const auto count = static_cast<float>(std::max<std::size_t>(1, model.columns.size()));
  const auto gapBefore = [&](std::size_t i, float between) {
    return model.columns[i].domain != model.columns[i - 1].domain ? between : px(4);
  };
  const auto gapsOf = [&](float between) {
    float gaps = 0;
    for (std::size_t i = 1; i < model.columns.size(); ++i) gaps += gapBefore(i, between);
    return gaps;
  };
  // In a narrow page the gaps and the names give way before the cells do.
  const bool roomy = px(model.firstColumn) + gapsOf(px(18)) + count * px(28) <= width;
  const float between = px(roomy ? 18 : 6);
  const float gaps = gapsOf(between);
  g.first = px(model.firstColumn);
  g.first = std::clamp(width - gaps - count * px(28), std::min(px(56), g.first), g.first);
  g.cell = std::max(px(28), std::floor((width - g.first - gaps) / count));
  float x = g.first;
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    if (i > 0) x += gapBefore(i, between);
    g.x.push_back(x);
    x += g.cell;
  }
  return g;
}

void drawHeads(const CoverageModel& model, const TableGeometry& g, const ImRect& row) {
  for (std::size_t c = 0; c < model.columns.size(); ++c) {
    const CoverageModel::Column& column = model.columns[c];
    const float middle = row.Min.x + g.x[c] + g.cell / 2;
    const float text = widthOf(Type::Tiny, column.head);
    const float lead = column.domain == Domain::None ? 0 : px(16);
    const float left = middle - (text + lead) / 2;
    if (lead > 0)
      drawHead(draw(), ImVec2(left + px(5), row.GetCenter().y), raw(4.6F), column.domain, false,
               ink(domainMark(column.domain)), 0);
    drawText(draw(), Type::Tiny, ImVec2(left + lead, row.Min.y), ink(Token::Ink2), column.head,
             row.GetHeight());
    const ImRect box(row.Min.x + g.x[c], row.Min.y, row.Min.x + g.x[c] + g.cell, row.Max.y);
    recordStatic(box, "columnheader", column.name.empty() ? column.head : column.name,
                 ui::key("head", c));
  }
}

Item drawCell(const ImRect& box, std::string_view key, const CoverageCell& cell, Domain domain) {
  ItemSpec spec{.key = key,
                .role = "gridcell",
                .name = cell.name.empty() ? cell.words : cell.name,
                .value = cell.words};
  spec.chip = true;
  spec.radius = 6;
  const Item item = interactive(box, spec);
  if (cell.shaded) {
    draw().AddRectFilled(box.Min, box.Max,
                         ink(domainTint(domain), domainMark(domain), item.heat * 0.15F), raw(6));
    if (highContrast())
      draw().AddRect(box.Min, box.Max, ink(domainMark(domain)), raw(6), 0, edge());
  } else {
    dashedRect(draw(), box, ink(Token::Line2), raw(6), hair());
  }
  const Type type = Type::Tiny;
  const float x = box.GetCenter().x - widthOf(type, cell.words) / 2;
  drawText(draw(), type, ImVec2(x, box.Min.y), ink(cell.shaded ? domainInk(domain) : Token::Ink2),
           cell.words, box.GetHeight());
  return item;
}

}  // namespace

CellPressed coverageTable(std::string_view key, const CoverageModel& model) {
  const Scope scope(key);
  const FocusGroup group(static_cast<int>(std::max<std::size_t>(1, model.columns.size())));
  const TableGeometry g = geometryOf(model, flow().w);
  const float gap = flow().gap;
  CellPressed pressed;
  drawHeads(model, g, place(flow().w, px(22)));
  flow().gap = px(4);
  for (std::size_t r = 0; r < model.rows.size(); ++r) {
    const CoverageModel::Row& row = model.rows[r];
    const ImRect line = place(flow().w, g.height);
    const std::string name = elided(Type::Small, row.name, g.first - px(6));
    drawText(draw(), Type::Small, line.Min, ink(Token::Ink), name, line.GetHeight());
    recordStatic(ImRect(line.Min, ImVec2(line.Min.x + g.first, line.Max.y)), "rowheader", row.name,
                 ui::key("row", r));
    for (std::size_t c = 0; c < row.cells.size() && c < model.columns.size(); ++c) {
      const ImRect box(line.Min.x + g.x[c], line.Min.y, line.Min.x + g.x[c] + g.cell, line.Max.y);
      const std::string cellKey = ui::key("cell", std::to_string(r) + "," + std::to_string(c));
      const Item item = drawCell(box, cellKey, row.cells[c], model.columns[c].domain);
      tooltip(row.cells[c].name);
      if (item.pressed) pressed = {static_cast<int>(r), static_cast<int>(c)};
    }
  }
  flow().gap = gap;
  return pressed;
}

void table(std::string_view key, const TableModel& model) {
  const Scope scope(key);
  const std::size_t columns = model.heads.size();
  if (columns == 0) return;
  float total = 0;
  for (std::size_t c = 0; c < columns; ++c) total += c < model.widths.size() ? model.widths[c] : 1;
  const float gap = flow().gap;
  const auto line = [&](const std::vector<std::string>& cells, Type type, Token token,
                        std::string_view rowKey) {
    const ImRect box = place(flow().w, px(32));
    float x = box.Min.x;
    std::string all;
    for (std::size_t c = 0; c < columns && c < cells.size(); ++c) {
      const float share = (c < model.widths.size() ? model.widths[c] : 1) / total * box.GetWidth();
      drawText(draw(), type, ImVec2(x, box.Min.y), ink(token),
               elided(type, cells[c], share - px(12)), box.GetHeight());
      all += (c > 0 ? ", " : "") + cells[c];
      x += share;
    }
    draw().AddRectFilled(ImVec2(box.Min.x, box.Max.y - hair()), box.Max, ink(Token::Line));
    recordStatic(box, "row", all, rowKey);
  };
  line(model.heads, Type::TinyStrong, Token::Ink2, "heads");
  flow().gap = 0;
  for (std::size_t r = 0; r < model.rows.size(); ++r)
    line(model.rows[r], Type::Small, Token::Ink, ui::key("row", r));
  flow().gap = gap;
}

}  // namespace app::ui
