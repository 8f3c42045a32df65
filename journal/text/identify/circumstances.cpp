#include "journal/text/identify/searches.h"

namespace journal::text {

void findCircumstances(Page& page) {
  const PatternSet& patterns = page.gazetteers().circumstances();
  for (std::size_t at = 0; at < page.size();) {
    if (page.isMusic(at) && page.isMusic(at + 1)) {
      ++at;
      continue;
    }
    const PatternMatch match = patterns.matchAt(page.words(), page.classes(), at);
    if (match.range.end == match.range.first) {
      ++at;
      continue;
    }
    page.add(match.range, IdentifierKind::Circumstance, 0.6F, patterns.wording(match.wording));
    at = match.range.end;
  }
}

}  // namespace journal::text
