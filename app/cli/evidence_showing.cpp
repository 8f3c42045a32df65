#include "app/cli/evidence_showing.h"

#include <fmt/format.h>

#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {

void sayPiece(const Context& context, const syncing::evidence::ReviewPiece& piece) {
  context.say(fmt::format("{}  (by {}, level {} until {}, {})", piece.title, piece.author,
                          piece.useLevel, journal::isoDate(piece.agreedUntil),
                          plainly(journal::name(piece.step))));
  for (const auto& claim : piece.claims) {
    context.say("\n" + claim.text);
    for (const auto& passage : claim.passages) {
      context.say(fmt::format("    \"{}\"  {}, {}", passage.text, passage.setting, passage.term));
    }
  }
}

}  // namespace app::cli
