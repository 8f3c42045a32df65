#include "journal/domain/text_units.h"

#include <algorithm>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"

namespace journal::detail {
namespace {

std::size_t unitEnd(std::string_view text, std::size_t at) {
  const CodePoint first = decodeUtf8(text, at);
  std::size_t end = at + first.length;
  if (!isWordPart(first.value)) return end;
  while (end < text.size()) {
    const CodePoint c = decodeUtf8(text, end);
    if (!isWordPart(c.value)) break;
    end += c.length;
  }
  return end;
}

}  // namespace

Borders::Borders(std::string_view stored) : stored_(stored) {
  for (const TextPiece& piece : pieces(stored)) {
    if (piece.kind != TextPiece::Kind::Run) tokens_.emplace_back(piece.begin, piece.end);
  }
}

/// The last token that begins before `at`; one before all text when there is none.
std::pair<std::size_t, std::size_t> Borders::tokenBefore(std::size_t at) const {
  const auto after =
      std::upper_bound(tokens_.begin(), tokens_.end(), at,
                       [](std::size_t offset, const auto& token) { return offset <= token.first; });
  return after == tokens_.begin() ? std::pair<std::size_t, std::size_t>{} : *std::prev(after);
}

// A token's end is a border whatever follows: of stray bytes that continue no code point, too.

std::size_t Borders::floor(std::size_t at) const {
  at = std::min(at, stored_.size());
  const auto token = tokenBefore(at);
  if (at < token.second) return token.first;
  while (at > token.second && !isBoundary(stored_, at)) --at;
  return at;
}

std::size_t Borders::ceiling(std::size_t at) const {
  at = std::min(at, stored_.size());
  const auto token = tokenBefore(at);
  if (at <= token.second && at > token.first) return token.second;
  while (!isBoundary(stored_, at)) ++at;
  return at;
}

bool Borders::allows(std::size_t at) const {
  return at <= stored_.size() && floor(at) == at;
}

std::vector<std::size_t> unitBorders(std::string_view stored, std::size_t begin, std::size_t end) {
  std::vector<std::size_t> borders{begin};
  const std::string_view part = stored.substr(begin, end - begin);
  for (const TextPiece& piece : pieces(part)) {
    std::size_t at = piece.begin;
    while (piece.kind == TextPiece::Kind::Run && at < piece.end) {
      at = std::min(unitEnd(part, at), piece.end);
      borders.push_back(begin + at);
    }
    if (piece.kind != TextPiece::Kind::Run) borders.push_back(begin + piece.end);
  }
  return borders;
}

}  // namespace journal::detail
