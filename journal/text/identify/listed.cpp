#include "journal/text/identify/searches.h"

namespace journal::text {

void findListed(Page& page) {
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (!page.word(at).capital || !page.free(at)) continue;
    if (page.is(at, WordClass::Given) || page.is(at, WordClass::Surname)) {
      page.add({at, at + 1}, IdentifierKind::Person, 0.5F, "someone");
    } else if (page.is(at, WordClass::Place)) {
      page.add({at, at + 1}, IdentifierKind::Place, 0.5F, "a place");
    }
  }
}

}  // namespace journal::text
