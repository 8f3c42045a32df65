// What a group agreed may leave its room, to the theme list for managers: shown byte for byte, what
// could identify decided, then sent.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/asset_files.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_desk.h"
#include "app/cli/groups.h"
#include "app/cli/showing.h"
#include "app/cli/theme_marker.h"
#include "app/cli/wording.h"
#include "journal/domain/session/names.h"
#include "journal/exchange/group_record.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::service::MarkDecision;
using journal::service::PreparedThemes;
using journal::service::ThemeOnItsWay;
using journal::service::ThemeSender;

struct ThemesWords {
  std::string id;
  std::vector<std::string> blur;
  std::vector<std::string> stays;
  std::vector<std::string> without;
  std::string approve;
  std::string takeBack;
};

/// "2.1": the first mark of the second theme; "2": the whole theme.
std::string markName(std::size_t theme, std::size_t mark) {
  return fmt::format("{}.{}", theme + 1, mark + 1);
}

Error noSuchNumber() {
  return Error{ErrorCode::InvalidInput, "number of a theme or a mark",
               "Nothing has that number. groups themes shows them."};
}

Result<void> decide(PreparedThemes& prepared, const std::vector<std::string>& numbers,
                    MarkDecision decision) {
  for (const std::string& number : numbers) {
    bool found = number == "all";
    for (std::size_t t = 0; t < prepared.themes.size(); ++t) {
      auto& decisions = prepared.themes[t].decisions;
      for (std::size_t m = 0; m < decisions.size(); ++m) {
        const bool meant =
            number == "all" ? decisions[m] == MarkDecision::Undecided : number == markName(t, m);
        if (meant) decisions[m] = decision;
        found = found || meant;
      }
    }
    if (!found) return noSuchNumber();
  }
  return {};
}

Result<void> leaveOut(PreparedThemes& prepared, const std::vector<std::string>& numbers) {
  for (const std::string& number : numbers) {
    bool found = false;
    for (std::size_t t = 0; t < prepared.themes.size(); ++t) {
      if (number != std::to_string(t + 1)) continue;
      prepared.themes[t].goes = false;
      found = true;
    }
    if (!found) return noSuchNumber();
  }
  return {};
}

std::string standingWords(const ThemeOnItsWay& theme) {
  if (theme.standing == journal::ThemeStanding::Listed) return "on the managers' list";
  if (!theme.goes) return "stays in the room";
  return theme.standing == journal::ThemeStanding::TakenBack ? "taken back before" : "would leave";
}

/// Exactly the bytes that would leave, and beside them what is to be decided.
void sayThemes(Context& context, const PreparedThemes& prepared) {
  bool decided = true;
  bool any = false;
  for (std::size_t t = 0; t < prepared.themes.size(); ++t) {
    const ThemeOnItsWay& theme = prepared.themes[t];
    if (waitsToLeave(theme)) context.terminal.out << theme.bytes << '\n';
    context.remark(fmt::format("{}: {} ({})", t + 1, theme.content.words, standingWords(theme)));
    if (!waitsToLeave(theme)) continue;
    any = true;
    decided = decided && theme.isDecided();
    for (std::size_t m = 0; m < theme.marks.size(); ++m) {
      if (theme.decisions[m] != MarkDecision::Undecided) continue;
      const auto& mark = theme.marks[m];
      context.remark(fmt::format("  {}  {} \"{}\": --blur {} says \"{}\", --stays {} leaves it",
                                 markName(t, m), mark.what,
                                 theme.words.substr(mark.begin, mark.end - mark.begin),
                                 markName(t, m), mark.suggestion, markName(t, m)));
    }
  }
  if (prepared.themes.empty()) context.remark("Nothing was agreed to leave the room.");
  if (!any) return;
  context.remark(decided ? "If this is what leaves, exactly: --approve " + approvalOf(prepared)
                         : "Decide about everything that is marked first.");
}

Result<int> takeBack(Context& context, const PreparedThemes& prepared, const std::string& number,
                     EvidenceDesk& desk) {
  for (std::size_t t = 0; t < prepared.themes.size(); ++t) {
    if (number != std::to_string(t + 1)) continue;
    J_CHECK(desk.takeThemeBack(prepared.themes[t].content.id));
    context.say("Taken back. Its words are erased on the managers' list.");
    return kDone;
  }
  return noSuchNumber();
}

Result<int> themes(Context& context, const ThemesWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto held, heldSessionOf(*journal, words.id));
  J_TRY(const auto assets, findAssets(context.options.assets));
  J_TRY(const auto store, context.openEvidence(context.options.evidencePassphrase));
  EvidenceDesk desk(*store);
  ThemeSender sender(*journal, themeMarker(assets));
  J_TRY(PreparedThemes prepared, sender.prepare(held.id, desk));
  if (!words.takeBack.empty()) return takeBack(context, prepared, words.takeBack, desk);
  J_CHECK(leaveOut(prepared, words.without));
  J_CHECK(decide(prepared, words.stays, MarkDecision::Stays));
  J_CHECK(decide(prepared, words.blur, MarkDecision::Blur));
  J_TRY(prepared, sender.prepare(prepared, desk));
  if (words.approve.empty()) {
    sayThemes(context, prepared);
    return kDone;
  }
  if (words.approve != approvalOf(prepared)) {
    return Error{ErrorCode::Conflict, "other themes than those approved",
                 "Something changed since you read it. Read it once more before it leaves."};
  }
  J_TRY(const std::size_t left, sender.confirm(prepared, desk));
  context.say(counted(left, "theme") + " left, exactly as shown.");
  return kDone;
}

Result<int> listThemes(Context& context) {
  J_TRY(const auto store, context.openEvidence(context.options.passphrase));
  J_TRY(const auto listed, store->themes());
  if (context.options.json) {
    OrderedJson json = OrderedJson::array();
    for (const journal::LeavingTheme& theme : listed) {
      json.push_back({{"term", theme.term},
                      {"kind", std::string(journal::session::name(theme.kind))},
                      {"words", theme.words}});
    }
    context.print(json);
    return kDone;
  }
  std::string term;
  for (const journal::LeavingTheme& theme : listed) {
    if (theme.term != term) context.say("Themes that left groups, " + theme.term + ":");
    term = theme.term;
    context.say(fmt::format("  {} ({})", theme.words, journal::exchange::nameOfKept(theme.kind)));
  }
  if (listed.empty()) context.say("No theme has left a group yet.");
  return kDone;
}

}  // namespace

void addGroupThemesCommand(const Command& groups, Context& context) {
  auto command =
      groups.command("themes", "What may leave a session for managers: shown first, then sent");
  const auto words = std::make_shared<ThemesWords>();
  command.option("id", words->id, "The session's id, or the start of it").required();
  command.option("--blur", words->blur, "A mark that is blurred, like 2.1, or all");
  command.option("--stays", words->stays, "A mark that may stay as it is, like 2.1");
  command.option("--without", words->without, "A theme that stays in the room, like 2");
  command.option("--approve", words->approve, "The word under what you have read: it is sent");
  command.option("--take-back", words->takeBack, "A theme to take off the list, like 2");
  command.whenChosen([&context, words] {
    context.action = [&context, words] { return themes(context, *words); };
  });
}

void addEvidenceThemesCommand(const Command& evidence, Context& context) {
  auto command = evidence.command("themes", "Themes that left groups, by term");
  command.whenChosen([&context] { context.action = [&context] { return listThemes(context); }; });
}

}  // namespace app::cli
