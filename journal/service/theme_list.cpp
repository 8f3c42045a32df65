#include "journal/service/theme_list.h"

#include <algorithm>

#include "journal/base/utf8.h"
#include "journal/crypto/hash.h"
#include "journal/domain/mention.h"
#include "journal/domain/name_matcher.h"
#include "journal/exchange/theme_json.h"
#include "journal/text/fold.h"

namespace journal::service {
namespace {

bool leaves(const GroupSession& held, const KeptCard& card) {
  return card.leaves && isTheGroups(held, card) && mayLeaveAGroup(card.kind) &&
         !trimmed(card.text).empty();
}

Result<GroupSession> heldSession(Journal& journal, GroupSessionId id) {
  J_TRY(const auto sessions, journal.groupSessions());
  for (const GroupSession& one : sessions) {
    if (!sameRecord(one.id, id)) continue;
    if (one.state == GroupSessionState::Held && one.led) return one;
    return Error{ErrorCode::Conflict, "group session " + id.hex() + " has no themes to send",
                 "Themes leave from the journal of whoever led the session, once it was held."};
  }
  return Error{ErrorCode::NotFound, "group session " + id.hex()};
}

/// Whom a journal knows, and words without them.
class Unnamed {
 public:
  explicit Unnamed(std::vector<KnownName> names)
      : names_(std::move(names)), matcher_(withCodesAsSpellings(names_)) {}
  std::string blurred(const std::string& words) const {
    const NameLookup lookup = [this](NameId id) { return findName(names_, id); };
    return sanitisePlain(render(matcher_.mention(words), NamesShown::Blurred, lookup).text);
  }
  std::vector<std::string> all() const {
    std::vector<std::string> all;
    for (const KnownName& name : names_) {
      for (const std::string& one : {name.realName, name.codeName})
        if (!one.empty()) all.push_back(one);
    }
    return all;
  }

 private:
  std::vector<KnownName> names_;
  NameMatcher matcher_;
};

/// Where the group itself is named: a list that said whose theme it is would point at its people.
std::vector<Mark> titlesIn(const std::string& words, const std::string& title) {
  std::vector<Mark> marks;
  const std::string wanted = text::folded(title);
  if (wanted.size() < 4) return marks;
  const text::FoldedText in = text::fold(words);
  for (std::size_t at = in.text.find(wanted); at != std::string::npos;
       at = in.text.find(wanted, at + wanted.size())) {
    marks.push_back({in.origin[at], in.origin[at + wanted.size()], "GROUP", "a group"});
  }
  return marks;
}

std::string withDecisions(const ThemeOnItsWay& theme) {
  std::string words;
  std::size_t at = 0;
  for (std::size_t i = 0; i < theme.marks.size(); ++i) {
    if (theme.decisions[i] != MarkDecision::Blur) continue;
    const Mark& mark = theme.marks[i];
    words += theme.words.substr(at, mark.begin - at) + mark.suggestion;
    at = mark.end;
  }
  return words + theme.words.substr(at);
}

Result<void> writeBytes(ThemeOnItsWay& theme, ThemeId id, session::CardKind kind, LocalDate day) {
  const LeavingTheme leaving{id, kind, termName(schoolTermOf(day)), withDecisions(theme)};
  theme.bytes = exchange::encodeTheme(leaving);
  J_TRY(theme.content, exchange::decodeTheme(theme.bytes));
  return {};
}

/// Of a theme whose words are the same.
void takeDecisions(const PreparedThemes& decided, ThemeId id, ThemeOnItsWay& theme) {
  for (const ThemeOnItsWay& before : decided.themes) {
    if (before.content.id != id || before.words != theme.words || before.marks != theme.marks)
      continue;
    theme.goes = before.goes;
    theme.decisions = before.decisions;
    theme.decisions.resize(theme.marks.size());
  }
}

}  // namespace

bool ThemeOnItsWay::isDecided() const {
  return std::none_of(decisions.begin(), decisions.end(),
                      [](MarkDecision one) { return one == MarkDecision::Undecided; });
}

bool waitsToLeave(const ThemeOnItsWay& theme) {
  return theme.goes && theme.standing != ThemeStanding::Listed;
}

std::string approvalOf(const PreparedThemes& prepared) {
  crypto::Hasher hasher;
  for (const ThemeOnItsWay& theme : prepared.themes)
    if (waitsToLeave(theme)) hasher.update(crypto::bytesOf(theme.bytes + "\n"));
  constexpr std::size_t kApprovalBytes = 4;
  const crypto::Digest digest = hasher.finish();
  return toHex(std::span(digest).first(kApprovalBytes));
}

ThemeId themeIdOf(GroupSessionId session, const KeptCard& card) {
  crypto::Hasher hasher;
  hasher.update(crypto::bytesOf("afternote group theme 1"));
  hasher.update(recordBytes(session));
  const std::uint8_t kind[] = {static_cast<std::uint8_t>(card.kind)};
  hasher.update(kind);
  hasher.update(crypto::bytesOf(card.text));
  const crypto::Digest digest = hasher.finish();
  ThemeId::Bytes bytes{};
  std::copy_n(digest.begin(), bytes.size(), bytes.begin());
  return ThemeId::fromBytes(bytes);
}

Result<void> takeBackThemes(GroupSessionId session, const std::vector<KeptCard>& cards,
                            ThemeDesk& desk) {
  std::vector<ThemeId> ids;
  for (const KeptCard& card : cards) ids.push_back(themeIdOf(session, card));
  J_TRY(const auto standings, desk.standings(ids));
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (standings[i] == ThemeStanding::Listed) J_CHECK(desk.takeThemeBack(ids[i]));
  return {};
}

Result<PreparedThemes> ThemeSender::prepare(GroupSessionId session, ThemeDesk& desk) {
  return prepare(PreparedThemes{session, {}}, desk);
}

Result<PreparedThemes> ThemeSender::prepare(const PreparedThemes& decided, ThemeDesk& desk) {
  J_TRY(const GroupSession held, heldSession(journal_, decided.session));
  J_TRY(auto known, journal_.names());
  const Unnamed unnamed(std::move(known));
  std::vector<std::string> names = unnamed.all();
  for (const KeptCard& card : held.cards)
    if (!card.owner.empty()) names.push_back(card.owner);
  J_TRY(const TextMarker mark, marker_(names));
  PreparedThemes prepared{held.id, {}};
  std::vector<ThemeId> ids;
  for (const KeptCard& card : held.cards) {
    if (!leaves(held, card)) continue;
    const ThemeId id = themeIdOf(held.id, card);
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;  // said twice, it goes once
    ThemeOnItsWay theme;
    theme.words = unnamed.blurred(card.text);
    auto marks = mark(theme.words);
    const auto titles = titlesIn(theme.words, held.title);
    marks.insert(marks.end(), titles.begin(), titles.end());
    theme.marks = apart(std::move(marks));
    theme.decisions.resize(theme.marks.size());
    takeDecisions(decided, id, theme);
    J_CHECK(writeBytes(theme, id, card.kind, held.day));
    ids.push_back(id);
    prepared.themes.push_back(std::move(theme));
  }
  J_TRY(const auto standings, desk.standings(ids));
  for (std::size_t i = 0; i < ids.size(); ++i) prepared.themes[i].standing = standings[i];
  return prepared;
}

Result<std::size_t> ThemeSender::confirm(const PreparedThemes& shown, ThemeDesk& desk) {
  J_TRY(const PreparedThemes now, prepare(shown, desk));
  const bool same =
      std::equal(now.themes.begin(), now.themes.end(), shown.themes.begin(), shown.themes.end(),
                 [](const ThemeOnItsWay& a, const ThemeOnItsWay& b) {
                   return a.bytes == b.bytes && a.marks == b.marks && a.decisions == b.decisions;
                 });
  if (!same)
    return Error{ErrorCode::Conflict, "themes have changed since they were shown",
                 "Something changed after this was shown. Look at it once more before it goes."};
  for (const ThemeOnItsWay& theme : now.themes) {
    if (waitsToLeave(theme) && !theme.isDecided())
      return Error{ErrorCode::Conflict, "a mark is not decided",
                   "Decide about everything that is marked first."};
  }
  std::size_t left = 0;
  for (const ThemeOnItsWay& theme : now.themes) {
    if (!waitsToLeave(theme)) continue;
    J_CHECK(desk.takeTheme(theme.bytes));
    ++left;
  }
  return left;
}

}  // namespace journal::service
