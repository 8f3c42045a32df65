#include <algorithm>
#include <string>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/notes.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

using journal::Direction;
using journal::Voice;

/// Letter, outcome digit, indicator digit (P 4 1); after that the digits are levels.
void typedChoice(const model::TagPanelModel& model, const Frame& frame) {
  TagKeys& keys = *frame.view.tagKeys;
  const ui::Key letters[] = {ui::Key::M, ui::Key::P, ui::Key::S};
  for (int d = 0; d < 3; ++d) {
    if (ui::shortcut({letters[d]})) keys = {d, false};
  }
  if (keys.domain < 0) return;
  for (std::size_t digit = 1; digit <= 9; ++digit) {
    const auto key = static_cast<ui::Key>(static_cast<int>(ui::Key::D0) + static_cast<int>(digit));
    if (!ui::shortcut({key})) continue;
    const auto domain = static_cast<std::size_t>(keys.domain);
    if (!keys.outcome) {
      if (domain >= model.domains.size()) return;
      const auto& outcomes = model.domains[domain].outcomes;
      if (digit > outcomes.size() || outcomes[digit - 1].key.empty()) return;
      frame.intents.push(model::PickOutcome{outcomes[digit - 1].key});
      keys.outcome = true;
    } else if (digit <= model.indicators.size()) {
      const auto code = journal::IndicatorCode::parse(model.indicators[digit - 1].key);
      if (code) frame.intents.push(model::PickIndicator{*code});
      keys = TagKeys();
    }
    return;
  }
}

void typedQuietKeys(const model::TagPanelModel& model, const Frame& frame) {
  const std::pair<ui::Key, Direction> directions[] = {{ui::Key::B, Direction::Baseline},
                                                      {ui::Key::C, Direction::Change},
                                                      {ui::Key::N, Direction::NoChange},
                                                      {ui::Key::K, Direction::SetBack}};
  for (const auto& choice : directions) {
    if (ui::shortcut({choice.first})) frame.intents.push(model::PickDirection{choice.second});
  }
  if (ui::shortcut({ui::Key::V})) {
    frame.intents.push(
        model::PickVoice{static_cast<Voice>((static_cast<int>(model.voice) + 1) % 3)});
  }
  if (ui::shortcut({ui::Key::Escape})) frame.intents.push(model::CancelTag{});
}

void drawTop(const model::TagPanelModel& model, const std::vector<model::NameChoice>& youngPeople,
             const Frame& frame, bool docked) {
  ui::Row row(8, 36);
  ui::text(model.editing ? tr::kEditThisTag : tr::kTagThisPassage,
           {.type = ui::Type::Read, .role = "dialog"});
  std::vector<ui::Option> options{{"", std::string(tr::kWholeGroup)}};
  std::string chosen;
  for (const model::NameChoice& name : youngPeople) {
    options.push_back({name.id.hex(), name.codeName});
    if (name.codeName == model.about) chosen = name.id.hex();
  }
  const float wanted = ui::chipWidth(
      model.about.empty() ? tr::kWholeGroup : std::string_view(model.about), {.menu = true});
  const float lastTime = docked && !model.lastTimeWords.empty()
                             ? ui::textWidth(ui::Type::Tiny, model.lastTimeWords) + 12
                             : 0;
  if (lastTime > 0 && row.leftOver() > lastTime + 36 + 16 + wanted) ui::tiny(model.lastTimeWords);
  const float room = std::max(60.0F, row.leftOver() - 36 - 16);
  ui::DropdownStyle style{.label = tr::kYoungPerson, .chip = true};
  if (wanted > room) style.width = room;
  row.pushRight(std::min(wanted, room) + 8 + 36);
  if (ui::dropdown("about", options, chosen, style)) {
    frame.intents.push(model::PickTagPerson{journal::NameId::fromHex(chosen)});
  }
  if (ui::iconButton("close", ui::Icon::Close, tr::kClose)) {
    frame.intents.push(model::CancelTag{});
  }
}

std::string firstOffered(const model::TagPanelModel& model) {
  for (const model::PickerColumn& column : model.domains) {
    for (const model::PickerRow& row : column.outcomes) {
      if (!row.key.empty()) return row.key;
    }
  }
  return {};
}

std::vector<ui::OutcomeRow> rowsOf(const std::vector<model::PickerRow>& rows) {
  std::vector<ui::OutcomeRow> out;
  out.reserve(rows.size());
  for (const model::PickerRow& row : rows) out.push_back({row.key, row.label, row.fullName});
  return out;
}

void drawPicker(const model::TagPanelModel& model, const Frame& frame, bool docked) {
  ui::TagPickerModel picker;
  picker.low = docked;
  for (std::size_t d = 0; d < model.domains.size(); ++d) {
    picker.domains.push_back({domainOf(static_cast<int>(d)), rowsOf(model.domains[d].outcomes)});
  }
  picker.indicators = rowsOf(model.indicators);
  ui::TagPickerState state{model.outcome, model.indicator};
  if (!ui::tagPicker("picker", picker, state)) return;
  if (state.outcome != model.outcome) {
    frame.intents.push(model::PickOutcome{state.outcome});
  } else if (const auto code = journal::IndicatorCode::parse(state.indicator)) {
    frame.intents.push(model::PickIndicator{*code});
  }
}

/// A sentence up to here stands in room that is kept for it, so that choosing moves nothing below.
constexpr std::size_t kSentenceFits = 110;

void drawLevels(const model::TagPanelModel& model, const Frame& frame, bool docked) {
  if (!docked) {
    ui::Row row(8, 24);
    ui::smallStrong(tr::kWhatDidYouSee);
    if (!model.lastTimeWords.empty()) {
      row.pushRight(ui::textWidth(ui::Type::Tiny, model.lastTimeWords) + 2);
      ui::tiny(model.lastTimeWords);
    }
  }
  ui::LevelPickerModel picker;
  picker.domain = domainOf(model.domain);
  picker.names = model.levelNames;
  picker.sentences = model.levelSentences;
  picker.restName = model.restName;
  picker.lastTime = model.lastTime;
  std::optional<ui::Level> chosen;
  if (model.levelChosen) chosen = model.level ? model.level->value() : ui::kNoChance;
  if (ui::levelPicker("levels", picker, chosen) && chosen) {
    frame.intents.push(model::PickLevel{journal::Level::of(*chosen)});
    ui::focusPath("write/tag/buttons/save");
  }
  const std::string words =
      model.levelWord.empty() ? std::string(" ") : model.levelWord + " " + model.levelSentence;
  const ui::TextStyle style{
      .type = ui::Type::Small,
      .colour = model.levelChosen ? ui::domainInk(domainOf(model.domain)) : ui::Token::Ink2};
  if (words.size() > kSentenceFits) {
    ui::text(words, style);
  } else {
    const ui::Region sentence("sentence", ui::takeRect(0, 42), {});
    ui::text(words, style);
  }
  if (!model.wordedThen.empty()) ui::tiny(model.wordedThen);
}

void drawQuiet(const model::TagPanelModel& model, const Frame& frame, bool labels) {
  static const std::vector<ui::Option> kDirections = {{"baseline", std::string(tr::kBaseline)},
                                                      {"change", std::string(tr::kChange)},
                                                      {"no_change", std::string(tr::kNoChange)},
                                                      {"set_back", std::string(tr::kSetBack)}};
  static const std::vector<ui::Option> kVoices = {{"tutor", std::string(tr::kMine)},
                                                  {"young_person", std::string(tr::kTheirs)},
                                                  {"third_party", std::string(tr::kSomeoneElses)}};
  std::string direction(journal::name(model.direction));
  if (ui::segmented("compared", labels ? tr::kCompared : "", kDirections, direction)) {
    if (const auto d = journal::parseDirection(direction)) {
      frame.intents.push(model::PickDirection{*d});
    }
  }
  std::string voice(journal::name(model.voice));
  if (ui::segmented("voice", labels ? tr::kVoice : "", kVoices, voice)) {
    if (const auto v = journal::parseVoice(voice)) frame.intents.push(model::PickVoice{*v});
  }
}

void drawButtons(const model::TagPanelModel& model, const Frame& frame) {
  const ui::Scope scope("buttons");
  ui::Row row(8, 40);
  const std::string label(model.editing ? tr::kKeepTag : tr::kTagPassage);
  if (ui::primaryButton("save", label, model.saveNotYet)) frame.intents.push(model::SaveTag{});
  if (ui::quietButton("cancel", tr::kCancel)) frame.intents.push(model::CancelTag{});
  const float keys = ui::textWidth(ui::Type::Tiny, tr::kTagKeys) + 2;
  if (row.leftOver() < keys + 8) return;
  row.pushRight(keys);
  ui::tiny(tr::kTagKeys);
}

}  // namespace

void drawTagPanel(const model::TagPanelModel& model,
                  const std::vector<model::NameChoice>& youngPeople, ui::Rect rect,
                  const Frame& frame) {
  ui::liftRect(rect, 14);
  const bool docked = rect.w > rect.h * 1.6F && rect.w >= 720;
  const ui::Region panel(
      "tag", rect,
      {.padX = 20, .padY = docked ? 8.0F : 16.0F, .gap = docked ? 2.0F : 8.0F, .scroll = true});
  if (!frame.view.tagKeys) {
    frame.view.tagKeys = TagKeys();
    ui::focusPath("write/tag/picker/" +
                  (model.outcome.empty() ? firstOffered(model) : model.outcome));
  }
  typedChoice(model, frame);
  typedQuietKeys(model, frame);
  drawTop(model, youngPeople, frame, docked);
  if (!docked) {
    drawPicker(model, frame, false);
    ui::hairline();
    drawLevels(model, frame, false);
    drawQuiet(model, frame, true);
    drawButtons(model, frame);
    return;
  }
  // Just wide enough for the rest to stand beside the levels, where that leaves room for outcomes.
  constexpr float kBeside = 384;
  const float half = (ui::availWidth() - 20) / 2;
  const bool widen = half < kBeside && 2 * half - kBeside >= 340;
  ui::Columns columns({ui::share(), widen ? ui::fixed(kBeside) : ui::share()}, 20);
  columns.next();
  drawPicker(model, frame, true);
  columns.next();
  drawLevels(model, frame, true);
  drawQuiet(model, frame, false);
  drawButtons(model, frame);
}

}  // namespace app::view
