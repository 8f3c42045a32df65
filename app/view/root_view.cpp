#include <algorithm>
#include <optional>
#include <string>

#include "app/model/devices_words.h"
#include "app/model/differences_words.h"
#include "app/model/display.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/text_editor.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

using model::Place;

constexpr double kMessageSeconds = 8;

struct PlaceLook {
  Place place;
  const char* key;
  std::string_view label;
  ui::Icon icon;
};
constexpr PlaceLook kPlaces[] = {
    {Place::Write, "write", tr::kWrite, ui::Icon::Pencil},
    {Place::Journal, "journal", tr::kJournal, ui::Icon::BookOpen},
    {Place::YoungPeople, "young-people", tr::kYoungPeople, ui::Icon::AccountMultipleOutline},
    {Place::Groups, "groups", tr::kGroups, ui::Icon::CommentMultipleOutline},
    {Place::CaseStudies, "case-studies", tr::kCaseStudies, ui::Icon::FileDocument},
    {Place::Review, "review", tr::kReview, ui::Icon::ClipboardCheck},
    {Place::Evidence, "evidence", tr::kEvidence, ui::Icon::ChartLine},
    {Place::Settings, "settings", tr::kSettings, ui::Icon::Settings},
};

const PlaceLook& look(Place place) {
  for (const PlaceLook& candidate : kPlaces) {
    if (candidate.place == place) return candidate;
  }
  return kPlaces[0];
}

void drawSidebar(const model::ShellModel& model, const Frame& frame) {
  ui::ShellModel shell;
  for (const Place place : model.places) {
    ui::NavItem item;
    item.key = look(place).key;
    item.label = look(place).label;
    item.icon = look(place).icon;
    if (place == Place::Journal) item.count = static_cast<int>(model.differences);
    if (place == Place::Review) {
      item.count = static_cast<int>(model.waitingReviews);
      item.separatorBefore = true;
    }
    shell.items.push_back(std::move(item));
  }
  shell.current = look(model.place).key;
  shell.personName = model.personName;
  shell.personStatus = model.personStatus;
  shell.worriedLabel = tr::kWorried;
  shell.findLabel = tr::kFind;
  const ui::ShellResult result = ui::sidebar(shell, frame.metrics);
  for (const PlaceLook& candidate : kPlaces) {
    if (result.chosen == candidate.key) frame.intents.push(model::GoTo{candidate.place});
  }
  if (result.find) frame.intents.push(model::OpenFind{});
  if (result.worried) frame.intents.push(model::OpenWorried{});
}

/// A line above the screen with one or two answers.
struct Strip {
  std::string_view id;
  std::string_view words;
  std::string_view first;
  std::string_view second = {};
};
enum class StripAnswer : std::uint8_t { None, First, Second };

StripAnswer drawStrip(const Strip& strip, ui::ShellMetrics& metrics) {
  const bool narrow = metrics.main.w < 760;  // the answers stand under the words
  const float height = narrow ? 92.0F : 48.0F;
  StripAnswer answer = StripAnswer::None;
  const ui::Region region(strip.id, {metrics.main.x, metrics.main.y, metrics.main.w, height},
                          {.fill = ui::Token::Tint, .padX = 24, .padY = 6});
  {
    const ui::ButtonStyle quiet{.kind = ui::ButtonKind::Quiet};
    float buttons = ui::buttonWidth(strip.first, quiet) + 24;
    if (!strip.second.empty()) buttons += ui::buttonWidth(strip.second, quiet) + 12;
    const float width = ui::availWidth() - 40 - (narrow ? 0 : buttons);
    std::optional<ui::Row> row(std::in_place, 12.0F, 36.0F);
    ui::icon(ui::Icon::Laptop, ui::Token::Ink);
    ui::text(strip.words,
             {.type = ui::Type::BodyStrong, .width = std::max(60.0F, width), .oneLine = true});
    if (narrow) {
      row.reset();
      row.emplace(12.0F, 36.0F);
    }
    if (ui::quietButton("first", strip.first)) answer = StripAnswer::First;
    if (!strip.second.empty() && ui::quietButton("second", strip.second)) {
      answer = StripAnswer::Second;
    }
  }
  for (ui::Rect* rect : {&metrics.main, &metrics.content}) {
    rect->y += height;
    rect->h -= height;
  }
  return answer;
}

/// Devices that joined in the last seven days, one at a time, until the person has seen to each.
void drawNewDevice(const model::NewDeviceNotice& notice, ui::ShellMetrics& metrics,
                   model::Intents& intents) {
  const StripAnswer answer =
      drawStrip({"new-device", notice.words, tr::kThatWasMe, tr::kLookAtDevices}, metrics);
  if (answer == StripAnswer::First) intents.push(model::DismissNewDevice{notice.device});
  if (answer == StripAnswer::Second) intents.push(model::SeeDevices{});
}

void drawJournalPlace(const model::Models& models, model::UiState& state, const Frame& frame) {
  if (models.differences.open) return drawDifferences(models.differences, frame);
  if (models.shell.differences == 0) return drawJournal(models.journal, state.journal, frame);
  ui::ShellMetrics metrics = frame.metrics;
  const Strip strip{"two-devices", tr::kTwoDevicesSafe, tr::kSideBySide};
  if (drawStrip(strip, metrics) == StripAnswer::First) {
    frame.intents.push(model::OpenDifferences{});
  }
  drawJournal(models.journal, state.journal, {metrics, frame.view, frame.intents, frame.entered});
}

void drawPlace(const model::Models& models, model::UiState& state, const Frame& frame) {
  switch (models.shell.place) {
    case Place::Write:
      return drawWrite(models.write, state.write, frame);
    case Place::Journal:
      return drawJournalPlace(models, state, frame);
    case Place::YoungPeople:
      return drawYoungPeople(models.youngPeople, state.people, frame);
    case Place::Groups:
      return drawGroups(models.circle, state.circle, frame);
    case Place::CaseStudies:
      if (models.seen.open) return drawSeen(models.seen, frame);
      return drawCaseStudies(models.caseStudy, state.caseStudy, frame);
    case Place::Review:
      return drawReview(models.review, state.review, frame);
    case Place::Evidence:
      return drawEvidence(models.evidence, frame);
    case Place::Settings:
      return drawSettings(models.settings, models.shell, state, frame);
  }
}

/// Where F8 goes: it reads the message out, and Enter puts it away.
constexpr const char* kMessageCross = "toast[message]/dismiss";

/// Keys that work everywhere (DESIGN.md 9).
void shortcuts(const model::Models& models, const model::UiState& state, model::Intents& intents) {
  using ui::Key;
  if (ui::shortcut({Key::F8}) && !models.shell.message.empty()) ui::focusPath(kMessageCross);
  // A worry and a lock never wait for whatever lies over the page.
  if (!models.worried.open && ui::shortcut({.key = Key::F9, .anywhere = true})) {
    intents.push(model::OpenWorried{});
  }
  if (ui::shortcut({Key::C, true, false, true})) intents.push(model::NextTheme{});
  const int percent = state.preferences.textPercent;
  if (ui::shortcut({Key::Equal, true})) intents.push(model::ChooseTextSize{percent + 10});
  if (ui::shortcut({Key::Minus, true})) intents.push(model::ChooseTextSize{percent - 10});
  if (ui::shortcut({Key::D0, true})) intents.push(model::ChooseTextSize{100});
  if (!models.shell.unlocked) return;
  if (ui::shortcut({.key = Key::L, .ctrl = true, .anywhere = true})) {
    intents.push(model::LockNow{});
  }
  if (ui::shortcut({Key::N, true})) intents.push(model::NewReflection{});
  if (ui::shortcut({Key::H, true, false, true})) intents.push(model::OpenReadingCopy{});
  if (ui::shortcut({Key::Comma, true})) intents.push(model::GoTo{Place::Settings});
  if (ui::shortcut({Key::K, true})) intents.push(model::OpenFind{});
  if (ui::shortcut({Key::Slash, true}) || ui::shortcut({Key::F1})) {
    intents.push(model::OpenShortcuts{});
  }
  const auto& places = models.shell.places;
  for (std::size_t i = 0; i < places.size() && i < 7; ++i) {
    const auto digit = static_cast<Key>(static_cast<int>(Key::D1) + static_cast<int>(i));
    if (ui::shortcut({digit, true})) intents.push(model::GoTo{places[i]});
  }
}

void drawMessage(const model::ShellModel& shell, ViewState& view, model::Intents& intents) {
  if (shell.message != view.message) {
    view.message = shell.message;
    view.messageSince = view.now;
  }
  if (shell.message.empty()) return;
  ui::ToastModel toast;
  toast.key = "message";
  toast.words = shell.message;
  toast.attention = shell.messageNeedsCare;
  const bool over = !shell.messageNeedsCare && view.now - view.messageSince > kMessageSeconds;
  if (over || ui::toast(toast) != ui::ToastResult::None) intents.push(model::DismissMessage{});
}

/// The strip that stays until the person says they have spoken to the DSL.
ui::ShellMetrics drawReminder(ui::ShellMetrics metrics, model::Intents& intents) {
  const bool narrow = metrics.main.w < 620;  // the answers stand under the question
  const float height = narrow ? 88.0F : 48.0F;
  const ui::Region strip("reminder", {metrics.main.x, metrics.main.y, metrics.main.w, height},
                         {.fill = ui::Token::AttTint, .padX = 24, .padY = 6});
  {
    std::optional<ui::Row> row(std::in_place, 12.0F, 36.0F);
    ui::icon(ui::Icon::AlertCircleOutline, ui::Token::Att);
    ui::bodyStrong(tr::kSpokenYet, ui::Token::Att);
    if (narrow) {
      row.reset();
      row.emplace(12.0F, 36.0F);
    }
    if (ui::quietButton("yes", tr::kSpokenYes)) intents.push(model::SpokenToDsl{true});
    if (ui::quietButton("not-yet", tr::kSpokenNotYet)) intents.push(model::OpenWorried{});
  }
  for (ui::Rect* rect : {&metrics.main, &metrics.content}) {
    rect->y += height;
    rect->h -= height;
  }
  return metrics;
}

/// What the spelling knows follows what the journal keeps.
void teach(const model::ShellModel& shell, ViewState& view) {
  if (!shell.unlocked || view.taught == shell.wordsRevision) return;
  ui::teachSpelling(shell.keptWords, shell.keptWords.size() < view.taughtWords);
  view.taught = shell.wordsRevision;
  view.taughtWords = shell.keptWords.size();
}

std::string screenName(const model::Models& models) {
  if (models.shell.firstRun) {
    return "first-run-" + std::to_string(static_cast<int>(models.firstRun.step));
  }
  if (!models.shell.unlocked) return "unlock";
  const std::string place = look(models.shell.place).key;
  if (models.shell.place != Place::Groups) return place;
  return place + std::to_string(static_cast<int>(models.circle.page));
}

}  // namespace

std::optional<double> messageLeft(const model::Models& models, const ViewState& view) {
  if (models.shell.message.empty() || models.shell.messageNeedsCare) return std::nullopt;
  if (models.shell.message != view.message) return kMessageSeconds;
  return std::max(0.0, view.messageSince + kMessageSeconds + 0.1 - view.now);
}

void drawRoot(const model::Models& models, model::UiState& state, ViewState& view,
              model::Intents& intents) {
  view.now = ui::now();
  if (models.shell.unlocked && ui::stirred()) intents.push(model::Stirred{});
  const bool locked = view.unlocked && !models.shell.unlocked;
  if (locked) view.wipe();
  view.unlocked = models.shell.unlocked;
  teach(models.shell, view);
  shortcuts(models, state, intents);
  ui::ShellMetrics metrics = ui::shellMetrics(ui::windowSize());
  const std::string screen = screenName(models);
  const bool entered = screen != view.screen;
  view.screen = screen;
  if (!models.shell.unlocked || models.shell.firstRun) {
    const ui::Vec2 whole = ui::windowSize();
    metrics.main = metrics.content = {0, 0, whole.x, whole.y};
    if (models.shell.dslReminder) metrics = drawReminder(metrics, intents);
    const Frame frame{metrics, view, intents, entered};
    if (models.shell.firstRun)
      drawFirstRun(models.firstRun, state.firstRun, frame);
    else
      drawUnlock(models.unlock, state.unlock, frame);
  } else {
    // A group sits together: nothing but its session is on the screen.
    if (models.shell.place == Place::Groups && models.circle.wholeWindow) {
      const ui::Vec2 whole = ui::windowSize();
      metrics.main = metrics.content = {0, 0, whole.x, whole.y};
    } else {
      drawSidebar(models.shell, {metrics, view, intents, entered});
    }
    if (models.shell.dslReminder) metrics = drawReminder(metrics, intents);
    if (!models.shell.newDevices.empty()) {
      drawNewDevice(models.shell.newDevices.front(), metrics, intents);
    }
    drawPlace(models, state, {metrics, view, intents, entered});
  }
  drawMessage(models.shell, view, intents);
  // Locked from within a dialog: what had the keyboard before it is gone.
  if (locked) ui::focusPath("unlock/form/passphrase");
  if (models.find.open) drawFind(models.find, state.find, intents);
  if (models.shortcuts.open) drawShortcuts(models.shortcuts, intents);
  if (models.readingCopy.open) {
    const std::string title = "Afternote: " + model::placeName(models.shell.place);
    drawReadingCopy(models.readingCopy, state.readingCopy, title, intents);
  }
  if (models.worried.open) {
    drawWorried(models.worried, state.worried, models.shell.unlocked, view, intents);
  } else if (!view.worried.empty()) {
    view.worried.clear();
    // Locked from within the card: what had the keyboard before it is gone.
    if (!models.shell.unlocked) ui::focusPath("unlock/form/passphrase");
  }
}

}  // namespace app::view
