#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/reading_copy.h"
#include "app/ui/text.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {

void drawReadingCopy(const model::ReadingCopyModel& model, model::ReadingCopyUi& state,
                     std::string_view screen, model::Intents& intents) {
  const ui::Dialog dialog("reading-copy", tr::kReadingCopy, {.width = 560});
  ui::small(tr::kReadingCopyBody);
  ui::FieldStyle where;
  where.label = tr::kReadingCopyWhere;
  where.placeholder = tr::kReadingCopyLike;
  ui::textField("save-to", state.saveTo, where);
  ui::wantFirstFocus();
  ui::tiny(tr::kFileUnprotected);
  const ui::ButtonStyle save{.kind = ui::ButtonKind::Primary, .notYet = model.saveNotYet};
  if (ui::button("save", tr::kReadingCopySave, save)) {
    // The page has been drawn in this frame; the sheet over it is not part of it.
    intents.push(model::SaveReadingCopy{ui::readingCopyOfThisFrame(screen)});
  }
  if (!model.said.empty()) ui::banner("outcome", model.said, {.attention = model.problem});
  if (dialog.closeWanted()) intents.push(model::CloseReadingCopy{});
}

}  // namespace app::view
