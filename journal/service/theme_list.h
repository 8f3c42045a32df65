#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "journal/domain/theme.h"
#include "journal/service/journal.h"
#include "journal/service/marker.h"

// The other door out: what a group agreed at its close to let leave, to the theme list for managers
// (domain.md 2.7). Nothing else of a session ever goes this way.
//   prepare() renders, the screen or terminal shows every `ThemeOnItsWay`, confirm() hands over the
//   very bytes that were shown.

namespace journal::service {

/// What takes themes in: the evidence store of the service.
class ThemeDesk {
 public:
  virtual ~ThemeDesk() = default;
  /// `bytes` as made by prepare(). Idempotent for the same bytes; Conflict for others of a theme
  /// that is on the list, and for the same ones once they were taken back.
  virtual Result<void> takeTheme(const std::string& bytes) = 0;
  /// Its words are erased there. NotFound when it is not on the list.
  virtual Result<void> takeThemeBack(ThemeId theme) = 0;
  /// One for each id: only who knows an id can ask.
  virtual Result<std::vector<ThemeStanding>> standings(const std::vector<ThemeId>& themes) = 0;
};

/// What the facilitator says of one mark: nothing goes while one is not decided.
enum class MarkDecision : std::uint8_t { Undecided, Blur, Stays };

/// One theme as it would leave.
struct ThemeOnItsWay {
  std::string words;  ///< as agreed, with everybody whom the journal knows blurred
  std::vector<Mark> marks;
  std::vector<MarkDecision> decisions;  ///< one for each mark
  bool goes = true;
  ThemeStanding standing = ThemeStanding::NotThere;
  std::string bytes;     ///< exactly what leaves (exchange/theme_json.h)
  LeavingTheme content;  ///< decoded from `bytes`, for showing
  bool isDecided() const;
};
struct PreparedThemes {
  GroupSessionId session;
  std::vector<ThemeOnItsWay> themes;  ///< in the order of the record
};

/// Whether it would leave: one that goes and is not on the list yet.
bool waitsToLeave(const ThemeOnItsWay& theme);
/// Names exactly what would leave: whoever read it through says it back, and the very same goes.
/// Eight digits.
std::string approvalOf(const PreparedThemes& prepared);

class ThemeSender {
 public:
  /// Both must outlive this. Journal thread only.
  ThemeSender(Journal& journal, Marker marker) : journal_(journal), marker_(std::move(marker)) {}

  /// The themes of a session that were ticked to leave, nothing decided yet. NotFound; Conflict
  /// with advice when it was not held, or led by somebody else. Changes nothing.
  Result<PreparedThemes> prepare(GroupSessionId session, ThemeDesk& desk);
  /// The same with decisions and `goes` as in `decided`, where the words are still the same.
  Result<PreparedThemes> prepare(const PreparedThemes& decided, ThemeDesk& desk);
  /// Hands over the bytes of every theme that goes. Conflict with advice, and nothing has left,
  /// when something is not decided or has changed since it was shown. Returns how many left.
  Result<std::size_t> confirm(const PreparedThemes& shown, ThemeDesk& desk);

 private:
  Journal& journal_;
  Marker marker_;
};

/// The id of a card of a record on the list: only who has the record can tell.
ThemeId themeIdOf(GroupSessionId session, const KeptCard& card);

/// Takes back what is on the list of these cards; what is not there is passed over.
Result<void> takeBackThemes(GroupSessionId session, const std::vector<KeptCard>& cards,
                            ThemeDesk& desk);

}  // namespace journal::service
