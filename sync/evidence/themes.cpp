#include "sync/evidence/themes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "journal/domain/session/names.h"
#include "journal/exchange/theme_json.h"
#include "sync/evidence/audit_chain.h"
#include "sync/wire/digest.h"

namespace syncing::evidence {

using journal::Error;
using journal::ErrorCode;
using journal::LeavingTheme;
using journal::Result;
using journal::ThemeId;
using journal::ThemeStanding;

namespace {

constexpr std::string_view kListed = "listed";
constexpr std::string_view kTakenBack = "taken_back";

struct ThemeRow {
  LeavingTheme theme;
  ThemeStanding standing = ThemeStanding::NotThere;
  std::string digest;  ///< of the bytes that came last
};

/// Columns theme_id, kind, term, words, taken_back, digest. nullopt for a row that we never write.
std::optional<ThemeRow> themeFrom(const storage::Statement& row) {
  const auto kind = journal::session::named<journal::session::CardKind>(row.text(1));
  if (!kind) return std::nullopt;
  return ThemeRow{{idFrom<ThemeId>(row.bytes(0)), *kind, row.text(2), row.text(3)},
                  row.integer(4) == 0 ? ThemeStanding::Listed : ThemeStanding::TakenBack,
                  row.text(5)};
}

Result<std::optional<ThemeRow>> findTheme(const Context& context, const ThemeId& id) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT theme_id, kind, term, words, taken_back, digest
    FROM theme
    WHERE service_id = :service AND theme_id = :theme)sql"));
  select.bindBytes(":theme", idBytes(id));
  J_TRY(const bool any, select.step());
  if (!any) return std::optional<ThemeRow>();
  auto row = themeFrom(select);
  if (!row) return chainBroken(Chain::Themes, 0);
  return row;
}

std::string themeContent(std::string_view id, std::string_view what, std::string_view digest) {
  return wire::digest({id, what, digest});
}

/// Enters in the chain what became of a theme. Inside a transaction.
Result<void> noteTheme(const Context& context, const ThemeId& id, std::string_view what,
                       const std::string& digest) {
  J_TRY(const ChainSlot slot,
        extendChain(context, Chain::Themes, themeContent(idBytes(id), what, digest)));
  J_TRY(auto insert, context.prepare(R"sql(
    INSERT INTO theme_event (service_id, seq, theme_id, what, digest, hash)
    VALUES (:service, :seq, :theme, :what, :digest, :hash))sql"));
  insert.bind(":seq", slot.seq).bindBytes(":theme", idBytes(id)).bind(":what", what);
  return insert.bind(":digest", digest).bind(":hash", slot.hash).run();
}

Result<void> writeTheme(const Context& context, const LeavingTheme& theme,
                        const std::string& digest) {
  J_TRY(auto write, context.prepare(R"sql(
    INSERT INTO theme (service_id, theme_id, kind, term, words, taken_back, digest)
    VALUES (:service, :theme, :kind, :term, :words, 0, :digest)
    ON CONFLICT (service_id, theme_id) DO UPDATE
      SET kind = :kind, term = :term, words = :words, taken_back = 0, digest = :digest)sql"));
  write.bindBytes(":theme", idBytes(theme.id)).bind(":kind", journal::session::name(theme.kind));
  write.bind(":term", theme.term).bind(":words", theme.words).bind(":digest", digest);
  return write.run();
}

/// "spring term 2026" as a number that grows with time.
int termOrder(const std::string& term) {
  int season = 0;
  for (const std::string_view name : {"spring", "summer", "autumn"}) {
    if (term.starts_with(name)) break;
    ++season;
  }
  return std::atoi(term.c_str() + term.find_last_of(' ')) * 3 + season;
}

Result<std::vector<ThemeRow>> allThemes(const Context& context) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT theme_id, kind, term, words, taken_back, digest
    FROM theme
    WHERE service_id = :service
    ORDER BY theme_id)sql"));
  std::vector<ThemeRow> rows;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return rows;
    auto row = themeFrom(select);
    if (!row) return chainBroken(Chain::Themes, 0);
    rows.push_back(std::move(*row));
  }
}

/// What was said last of each theme.
using LastSaid = std::map<std::string, std::pair<std::string, std::string>>;

Result<LastSaid> followThemes(const Context& context) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT seq, theme_id, what, digest, hash
    FROM theme_event
    WHERE service_id = :service
    ORDER BY seq)sql"));
  LastSaid said;
  J_CHECK(followChain(context, Chain::Themes, select, 4,
                      [&said](const storage::Statement& row) -> std::optional<std::string> {
                        said[row.bytes(1)] = {row.text(2), row.text(3)};
                        return themeContent(row.bytes(1), row.text(2), row.text(3));
                      }));
  return said;
}

}  // namespace

Result<void> takeTheme(const Context& context, std::string_view bytes) {
  J_TRY(const LeavingTheme theme, journal::exchange::decodeTheme(bytes));
  const std::string digest = wire::digest({bytes});
  return context.database.transaction([&]() -> Result<void> {
    J_TRY(const auto before, findTheme(context, theme.id));
    if (before && before->standing == ThemeStanding::Listed) {
      if (before->digest == digest) return {};
      return Error{ErrorCode::Conflict, "theme: other words",
                   "This theme is on the list in other words. Take it back first."};
    }
    // Something sent twice may arrive late: what was taken back stays so.
    if (before && before->digest == digest)
      return Error{ErrorCode::Conflict, "theme: was taken back",
                   "This theme was taken back, so it does not go on the list again in the same "
                   "words."};
    J_CHECK(writeTheme(context, theme, digest));
    return noteTheme(context, theme.id, kListed, digest);
  });
}

Result<void> takeThemeBack(const Context& context, const ThemeId& id) {
  return context.database.transaction([&]() -> Result<void> {
    J_TRY(const auto row, findTheme(context, id));
    if (!row)
      return Error{ErrorCode::NotFound, "theme", "This theme is not on the list of themes."};
    if (row->standing == ThemeStanding::TakenBack) return {};
    J_TRY(auto erase, context.prepare(R"sql(
      UPDATE theme
      SET words = '', term = '', taken_back = 1
      WHERE service_id = :service AND theme_id = :theme)sql"));
    J_CHECK(erase.bindBytes(":theme", idBytes(id)).run());
    return noteTheme(context, id, kTakenBack, row->digest);
  });
}

Result<ThemeStanding> themeStanding(const Context& context, const ThemeId& id) {
  J_TRY(const auto row, findTheme(context, id));
  return row ? row->standing : ThemeStanding::NotThere;
}

Result<std::vector<LeavingTheme>> listedThemes(const Context& context) {
  J_TRY(const auto rows, allThemes(context));
  std::vector<LeavingTheme> themes;
  for (const ThemeRow& row : rows)
    if (row.standing == ThemeStanding::Listed) themes.push_back(row.theme);
  std::sort(themes.begin(), themes.end(), [](const LeavingTheme& a, const LeavingTheme& b) {
    const int later = termOrder(b.term);
    const int earlier = termOrder(a.term);
    return std::tie(later, a.kind, a.words, a.id) < std::tie(earlier, b.kind, b.words, b.id);
  });
  return themes;
}

Result<void> checkThemes(const Context& context) {
  J_TRY(LastSaid said, followThemes(context));
  J_TRY(const auto rows, allThemes(context));
  for (const ThemeRow& row : rows) {
    const auto last = said.find(std::string(idBytes(row.theme.id)));
    const bool listed = row.standing == ThemeStanding::Listed;
    const bool whole =
        last != said.end() && last->second.first == (listed ? kListed : kTakenBack) &&
        last->second.second == row.digest &&
        (listed ? wire::digest({journal::exchange::encodeTheme(row.theme)}) == row.digest
                : row.theme.words.empty());
    if (!whole) return chainBroken(Chain::Themes, 0);
    said.erase(last);
  }
  if (!said.empty()) return chainBroken(Chain::Themes, 0);
  return {};
}

// The door of the store to them ------------------------------------------------------------------

Result<void> EvidenceStore::takeTheme(std::string_view bytes) {
  return evidence::takeTheme(impl_->context, bytes);
}
Result<void> EvidenceStore::takeThemeBack(const ThemeId& theme) {
  return evidence::takeThemeBack(impl_->context, theme);
}
Result<ThemeStanding> EvidenceStore::themeStanding(const ThemeId& theme) {
  return evidence::themeStanding(impl_->context, theme);
}
Result<std::vector<LeavingTheme>> EvidenceStore::themes() {
  return listedThemes(impl_->context);
}

}  // namespace syncing::evidence
