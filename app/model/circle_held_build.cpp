#include <fmt/format.h>

#include <algorithm>

#include "app/model/circle_held.h"
#include "app/model/circle_held_words.h"
#include "app/model/display.h"
#include "journal/domain/retention.h"
#include "journal/exchange/group_record.h"

// Sessions that were held and what leaves them, in words.

namespace app::model {

using journal::GroupSession;
using journal::GroupSessionState;
using journal::KeptCard;
using journal::service::MarkDecision;
using journal::service::ThemeOnItsWay;

namespace {

std::string minuteWords(std::chrono::minutes length) {
  return counted(static_cast<std::size_t>(length.count()), "minute", "minutes");
}

std::string cardDetail(const KeptCard& card) {
  std::string detail = card.owner;
  if (card.due.ok()) detail += (detail.empty() ? "By " : ", by ") + dayAndMonth(card.due);
  if (card.dots > 0) {
    detail +=
        (detail.empty() ? "" : ". ") + counted(static_cast<std::size_t>(card.dots), "dot", "dots");
  }
  return detail;
}

HeldCardRow cardRow(const GroupRecordInputs& inputs, std::size_t index) {
  const KeptCard& card = inputs.held.cards[index];
  HeldCardRow row;
  row.index = index;
  row.text = card.text;
  row.detail = cardDetail(card);
  row.action = card.kind == session::CardKind::Action;
  row.done = card.done;
  row.leaves = card.leaves && isTheGroups(inputs.held, card);
  row.strikable = mayStrike(inputs.held, card, inputs.today);
  row.striking = inputs.striking == index;
  return row;
}

void addCards(const GroupRecordInputs& inputs, HeldRecordModel& model) {
  const auto& cards = inputs.held.cards;
  for (const session::CardKind kind : journal::exchange::kindsKept()) {
    HeldCardGroup group;
    group.heading = journal::exchange::headingOfKept(kind);
    for (std::size_t i = 0; i < cards.size(); ++i) {
      if (cards[i].kind == kind && isTheGroups(inputs.held, cards[i]))
        group.rows.push_back(cardRow(inputs, i));
    }
    if (!group.rows.empty()) model.groups.push_back(std::move(group));
  }
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (isTheGroups(inputs.held, cards[i])) {
      model.hasThemes = model.hasThemes || cards[i].leaves;
      continue;
    }
    HeldCardRow row = cardRow(inputs, i);
    const std::string kind(journal::exchange::nameOfKept(cards[i].kind));
    row.detail = row.detail.empty() ? kind : kind + ". " + row.detail;
    model.own.push_back(std::move(row));
  }
}

std::string lockWords(const GroupSession& held, journal::LocalDate today) {
  if (!held.led) return {};
  const journal::LocalDate until = journal::strikeUntil(held.day);
  if (today <= until) {
    return "Until " + dayAndMonth(until) +
           " the group may strike out anything here. Then the record is locked.";
  }
  return "Locked since " + dayAndMonth(journal::dateFromDayNumber(journal::dayNumber(until) + 1)) +
         ". Your own words can always be taken out.";
}

ThemeMarkRow markRow(const ThemeOnItsWay& theme, std::size_t index) {
  const auto& mark = theme.marks[index];
  const MarkDecision decision = theme.decisions[index];
  return {index, theme.words.substr(mark.begin, mark.end - mark.begin), mark.suggestion,
          decision != MarkDecision::Undecided, decision == MarkDecision::Stays};
}

LeavingThemeRow themeRow(const ThemeOnItsWay& theme, std::size_t index) {
  LeavingThemeRow row;
  row.index = index;
  row.kind = journal::exchange::nameOfKept(theme.content.kind);
  row.words = theme.content.words;
  row.term = theme.content.term;
  row.goes = theme.goes;
  row.listed = theme.standing == journal::ThemeStanding::Listed;
  if (row.listed) row.standing = tr::kThemeListed;
  if (theme.standing == journal::ThemeStanding::TakenBack) row.standing = tr::kThemeTakenBack;
  for (std::size_t i = 0; i < theme.marks.size(); ++i) row.marks.push_back(markRow(theme, i));
  return row;
}

}  // namespace

HeldListModel buildHeldList(const std::vector<GroupSession>& sessions, journal::LocalDate today) {
  HeldListModel model;
  std::chrono::minutes thisYear{0};
  for (const GroupSession& one : sessions) {
    if (one.state != GroupSessionState::Held) continue;
    if (one.day >= journal::schoolYearStart(today)) thisYear += one.lasted;
    model.rows.push_back({one.id, one.title, dayMonthYear(one.day) + ". " + one.format.name,
                          minuteWords(one.lasted)});
  }
  std::reverse(model.rows.begin(), model.rows.end());
  if (thisYear.count() > 0)
    model.minutes = minuteWords(thisYear) + std::string(tr::kMinutesToClaim);
  return model;
}

HeldRecordModel buildHeldRecord(const GroupRecordInputs& inputs) {
  const GroupSession& held = inputs.held;
  HeldRecordModel model;
  model.title = held.title;
  model.detail = fmt::format("{}. {}, {}, {}.", dayMonthYear(held.day), held.format.name,
                             minuteWords(held.lasted),
                             counted(static_cast<std::size_t>(held.headcount), "person", "people"));
  model.led = held.led;
  model.agreement = held.agreement;
  model.locking = lockWords(held, inputs.today);
  const journal::LocalDate end = journal::recordEnds(held.day);
  model.pastTime = inputs.today > end;
  model.keeping = model.pastTime
                      ? "It was to be kept until " + dayMonthYear(end) + ". It can go now."
                      : "It is kept until " + dayMonthYear(end) +
                            ". After that you are asked whether it may go.";
  addCards(inputs, model);
  return model;
}

LeavingThemesModel buildLeavingThemes(const journal::service::PreparedThemes& prepared) {
  LeavingThemesModel model;
  std::size_t waiting = 0;
  for (std::size_t i = 0; i < prepared.themes.size(); ++i) {
    const ThemeOnItsWay& theme = prepared.themes[i];
    model.themes.push_back(themeRow(theme, i));
    if (!waitsToLeave(theme)) continue;
    ++waiting;
    if (!theme.isDecided()) model.sendNotYet = tr::kThemeDecideFirst;
  }
  if (waiting > 0) model.sendLabel = "Let " + counted(waiting, "theme", "themes") + " leave";
  return model;
}

}  // namespace app::model
