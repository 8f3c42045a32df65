#include "journal/domain/redaction.h"

#include <algorithm>

namespace journal {
namespace {

/// An id that stands for nobody. Real ones are random in every byte.
NameId madeUpId(std::size_t number) {
  NameId::Bytes bytes{};
  for (std::size_t i = 0; i < sizeof(number); ++i) {
    bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  bytes.back() = 1;
  return NameId::fromBytes(bytes);
}

}  // namespace

Redactor::Redactor(std::vector<KnownName> names, NameId reader,
                   const std::vector<std::string>& alsoOut)
    : names_(std::move(names)), reader_(reader) {
  std::vector<KnownName> all = withCodesAsSpellings(names_);
  for (std::size_t i = 0; i < alsoOut.size(); ++i) {
    KnownName out;
    out.id = madeUpId(i);
    out.kind = NameKind::Place;  // only as it is written, not its first word
    out.realName = alsoOut[i];
    out_.push_back(out.id);
    all.insert(all.begin(), std::move(out));
  }
  matcher_ = std::make_unique<NameMatcher>(all);
}

const KnownName* Redactor::find(NameId id) const {
  return findName(names_, id);
}

std::vector<NameId> Redactor::named(std::string_view stored) const {
  return mentionedNames(matcher_->mention(stored));
}

std::string Redactor::reads(NameId id) const {
  if (std::find(out_.begin(), out_.end(), id) != out_.end()) return "[left out]";
  const KnownName* name = find(id);
  if (name == nullptr) return "[someone]";
  if (id == reader_ || name->kind == NameKind::Place) {
    return name->realName.empty() ? name->codeName : name->realName;
  }
  return name->kind == NameKind::YoungPerson ? "[another young person]" : "[a colleague]";
}

std::string Redactor::operator()(std::string_view stored) const {
  const std::string mentioned = matcher_->mention(stored);
  std::string read;
  for (const TextPiece& piece : pieces(mentioned)) {
    switch (piece.kind) {
      case TextPiece::Kind::Mention:
        read += reads(piece.name);
        break;
      case TextPiece::Kind::Heading:
        read += (*this)(piece.heading);
        break;
      case TextPiece::Kind::Run:
        read += std::string_view(mentioned).substr(piece.begin, piece.end - piece.begin);
        break;
    }
  }
  return sanitisePlain(read);
}

}  // namespace journal
