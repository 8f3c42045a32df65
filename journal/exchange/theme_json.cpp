#include "journal/exchange/theme_json.h"

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/domain/session/names.h"
#include "journal/exchange/json_value.h"

namespace journal::exchange {
namespace {

// theme := {"afternote_theme":1, ..}   JSON with the keys below, sorted, no spaces. Anything that
// is not exactly what encodeTheme() would write is refused: there is no place for anything else in
// it.
constexpr std::int64_t kThemeVersion = 1;
constexpr std::size_t kMostThemeBytes = std::size_t{64} << 10;

Error notATheme(const char* detail) {
  return Error{ErrorCode::InvalidInput, detail,
               "This theme did not arrive as Afternote writes them, so it was not taken in."};
}

}  // namespace

std::string encodeTheme(const LeavingTheme& theme) {
  return dumpJson(Json{{"afternote_theme", kThemeVersion},
                       {"id", theme.id.hex()},
                       {"kind", session::name(theme.kind)},
                       {"term", theme.term},
                       {"words", theme.words}});
}

Result<LeavingTheme> decodeTheme(std::string_view bytes) {
  if (bytes.size() > kMostThemeBytes) return notATheme("theme: larger than 64 KiB");
  const auto json = parseJson(bytes);
  if (!json) return notATheme("theme: not JSON");
  const auto version = wholeOf(*json, "afternote_theme");
  if (!version || *version < 1) return notATheme("theme: no version");
  if (*version > kThemeVersion) {
    return Error{ErrorCode::TooNew, "theme: newer version",
                 "This theme was sent by a newer Afternote. Update this one to read it."};
  }
  const auto id = ThemeId::fromHex(textOf(*json, "id").value_or(""));
  const auto kind = session::named<session::CardKind>(textOf(*json, "kind").value_or(""));
  if (!id || id->isNil() || !kind || !mayLeaveAGroup(*kind)) return notATheme("theme: id or kind");
  LeavingTheme theme{*id, *kind, textOf(*json, "term").value_or(""),
                     textOf(*json, "words").value_or("")};
  if (!isTermName(theme.term)) return notATheme("theme: term");
  if (trimmed(theme.words).empty() || sanitisePlain(theme.words) != theme.words)
    return notATheme("theme: words");
  if (encodeTheme(theme) != bytes) return notATheme("theme: not in canonical form");
  return theme;
}

}  // namespace journal::exchange
