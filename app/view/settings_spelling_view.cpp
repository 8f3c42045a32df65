#include <algorithm>
#include <string>

#include "app/model/keeping_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/view/settings_parts.h"

namespace app::view {

namespace {

void drawMarking(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("spelling", style);
  ui::subhead(tr::kSpellingPage);
  bool on = parts.preferences.spelling;
  if (ui::switchControl("mark", tr::kMarkSpelling, on)) {
    parts.frame.intents.push(model::UseSpelling{on});
  }
  ui::small(tr::kMarkSpellingBody);
}

void drawWhileYouWrite(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("while-you-write", style);
  ui::subhead(tr::kWhileYouWrite);
  bool on = parts.preferences.entryPlaces;
  if (ui::switchControl("places", tr::kEntryPlaces, on)) {
    parts.frame.intents.push(model::ShowEntryPlaces{on});
  }
  ui::small(tr::kEntryPlacesBody);
}

void drawKeptWords(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("words", style);
  ui::subhead(tr::kKeptWords);
  ui::small(parts.model.words.empty() ? tr::kNoKeptWords : tr::kKeptWordsBody);
  for (const model::WordRow& word : parts.model.words) {
    ui::hairline(2, 2);
    const ui::Scope scope(ui::key("word", word.id.hex()));
    ui::Row row(12, 40);
    const float button = ui::buttonWidth(tr::kForgetWord, {.kind = ui::ButtonKind::Quiet});
    ui::text(word.word, {.type = ui::Type::Body,
                         .width = std::max(60.0F, row.leftOver() - button - 12),
                         .oneLine = true});
    row.pushRight(button);
    if (ui::quietButton("forget", tr::kForgetWord)) {
      parts.frame.intents.push(model::ForgetWord{word.id});
    }
  }
}

}  // namespace

void drawSpelling(const SettingsParts& parts) {
  settingsColumns(
      [&] {
        drawMarking(parts);
        drawWhileYouWrite(parts);
      },
      [&] { drawKeptWords(parts); });
}

}  // namespace app::view
