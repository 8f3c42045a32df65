// Stored text: pieces, cleaning, rendering and mentioning, for any bytes.
#include <string>
#include <vector>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/domain/name_matcher.h"
#include "tests/fuzz/fuzz_input.h"

using namespace journal;

namespace {

void checkPieces(std::string_view text) {
  std::size_t at = 0;
  for (const TextPiece& piece : pieces(text)) {
    fuzz::require(piece.begin == at && piece.end > piece.begin);
    at = piece.end;
  }
  fuzz::require(at == text.size());
}

void checkRendering(std::string_view text, bool withHeadings) {
  const RenderedText rendered = render(
      text, NamesShown::Code, [](NameId) { return nullptr; }, withHeadings);
  std::size_t last = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const std::size_t now = rendered.toRendered(at);
    fuzz::require(now >= last && now <= rendered.text.size());
    last = now;
  }
  fuzz::require(!isValidUtf8(text) || isValidUtf8(rendered.text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  std::vector<KnownName> names(2);
  names[0].realName = input.text();
  names[1].realName = input.text();
  names[1].alsoWritten = {std::string(input.text())};
  names[1].id = NameId::fromBytes({1});
  const std::string_view text = input.text();
  checkPieces(text);
  checkRendering(text, size % 2 == 0);
  const std::string stored = sanitiseStored(text);
  fuzz::require(isValidUtf8(stored) && sanitiseStored(stored) == stored);
  const std::string plain = sanitisePlain(text);
  fuzz::require(isValidUtf8(plain) && sanitisePlain(plain) == plain &&
                mentionedNames(plain).empty());
  const NameMatcher matcher(names);
  const std::string once = matcher.mention(stored);
  fuzz::require(isValidUtf8(once) && matcher.mention(once) == once);
  checkPieces(once);
  matcher.mention(text);
  return 0;
}
