#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/buttons.h"
#include "app/ui/kit.h"
#include "app/ui/text.h"

namespace app::ui {

/// One line of a list: title, second line, something at the right.
struct ListRowModel {
  std::string title = {};
  std::string subtitle = {};
  std::string trailing = {};
  bool chosen = false;
  Icon icon = Icon::None;
  std::vector<Domain> heads = {};  ///< little note-heads after the title (timeline week)
};
bool listRow(std::string_view key, const ListRowModel& model);
bool listRow(std::string_view key, std::string_view title, std::string_view subtitle,
             bool chosen = false);

/// A found reflection or passage: date at the left, heading, words, chips; a hairline under it.
/// Pressed as a whole.
struct ArticleModel {
  std::string day = {};        ///< "22"
  std::string dayDetail = {};  ///< "Thu, Jan"
  std::string title = {};      ///< "Brass group"
  std::string detail = {};     ///< "Millbrook Primary, draft"
  std::vector<TextRun> words = {};
  struct Chip {
    Domain domain = Domain::None;  ///< None: an alias chip
    std::string label = {};
  };
  std::vector<Chip> chips = {};
  bool chosen = false;
  bool lastOne = false;            ///< no hairline under it
  Icon sign = Icon::None;          ///< after the title
  std::string_view signName = {};  ///< read after the title
};
bool article(std::string_view key, const ArticleModel& model);

/// A table of counts: rows by columns, column groups by domain (10). Cells are already
/// disclosure-safe words.
struct CoverageCell {
  std::string words = {};  ///< "25", "few", "none"
  bool shaded = false;     ///< a count: drawn on the domain's tint; otherwise dashed
  std::string name = {};   ///< read out: "Ensembles, Own choices, none written yet"
};
struct CoverageModel {
  struct Column {
    Domain domain = Domain::None;
    std::string head = {};  ///< "1"
    std::string name = {};  ///< tooltip: the outcome's full name
  };
  std::vector<Column> columns = {};
  struct Row {
    std::string name = {};
    std::vector<CoverageCell> cells = {};
  };
  std::vector<Row> rows = {};
  float firstColumn = 104;
};
struct CellPressed {
  int row = -1;
  int column = -1;
  explicit operator bool() const { return row >= 0; }
};
/// Arrows move by cell. Paths "<key>/cell[r,c]".
CellPressed coverageTable(std::string_view key, const CoverageModel& model);

/// A plain table: heads in tiny, cells in small; no cell is pressed.
struct TableModel {
  std::vector<std::string> heads = {};
  std::vector<std::vector<std::string>> rows = {};
  std::vector<float> widths = {};  ///< shares; empty: equal
};
void table(std::string_view key, const TableModel& model);

/// Choices of the tag panel (02): one domain's outcomes, or the indicators of the open outcome.
struct OutcomeRow {
  std::string key = {};
  std::string label = {};
  std::string fullName = {};  ///< tooltip and spoken name
};
/// Three columns of five; the open outcome shows its indicators in place. True when either choice
/// changed. Paths
/// "<key>/<outcome key>" and "<key>/<indicator key>".
struct TagPickerModel {
  struct DomainColumn {
    Domain domain;
    std::vector<OutcomeRow> outcomes = {};
  };
  std::vector<DomainColumn> domains = {};
  std::vector<OutcomeRow> indicators = {};  ///< of the open outcome
  bool low = false;                         ///< a docked panel: lower rows, indicators two by two
};
struct TagPickerState {
  std::string outcome = {};
  std::string indicator = {};
};
bool tagPicker(std::string_view key, const TagPickerModel& model, TagPickerState& state);

}  // namespace app::ui
