#include "journal/store/tag_places.h"

#include <algorithm>

#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

Passage moved(Passage passage, std::string_view from, std::string_view to) {
  if (from == to) return passage;
  return rebaseAll({passage}, from, to).front();
}

bool stands(const Tag& tag, std::string_view words) {
  const Passage at = tag.passage;
  return at.begin <= at.end && at.end <= words.size() &&
         words.substr(at.begin, at.end - at.begin) == tag.quote;
}

/// By the words alone, when nothing says which text they were marked in.
Passage found(const Tag& tag, std::string_view words) {
  if (stands(tag, words)) return tag.passage;
  const std::size_t at = tag.quote.empty() ? std::string_view::npos : words.find(tag.quote);
  if (at == std::string_view::npos) return {words.size(), words.size()};
  return {at, at + tag.quote.size()};
}

}  // namespace

Result<std::vector<OpPosition>> TagPlaces::textsSeen(const LogEntry& put, ReflectionId reflection) {
  std::vector<OpPosition> seen;
  for (OpPosition parent : devices_.positionsOf(put.parents)) {
    const auto entry = readEntry(log_, parent);
    if (!entry.ok()) continue;  // erased
    if (entry->entity == entityOf(reflection)) seen.push_back(parent);
  }
  std::sort(seen.begin(), seen.end());
  return seen;
}

/// The newest text from `head` back that says where the tag went, no further than the one it was
/// put on.
Result<std::optional<TagPlaces::Base>> TagPlaces::movedAlong(OpPosition head, TagId tag,
                                                             const std::vector<OpPosition>& until) {
  while (std::find(until.begin(), until.end(), head) == until.end()) {
    J_TRY(const LogEntry entry, readEntry(log_, head));
    J_TRY(Record record, decodeRecord(entry.kind, entry.value));
    auto* edited = std::get_if<TextEdited>(&record);
    if (edited == nullptr) break;
    for (const MovedTag& one : edited->moved) {
      if (one.tag == tag) return std::optional<Base>(Base{one.passage, std::move(edited->text)});
    }
    const auto parents = devices_.positionsOf(entry.parents);
    if (parents.size() != 1) break;
    head = parents.front();
  }
  return std::optional<Base>();
}

Result<Passage> TagPlaces::placeOf(OpPosition put, const std::vector<OpPosition>& heads,
                                   std::string_view words) {
  J_TRY(const LogEntry entry, readEntry(log_, put));
  J_TRY(const Record record, decodeRecord(entry.kind, entry.value));
  const auto* written = std::get_if<TagPut>(&record);
  if (written == nullptr) return Error{ErrorCode::Corrupt, "a tag's head is no tag"};
  const Tag& tag = written->tag;
  J_TRY(const auto seen, textsSeen(entry, tag.reflection));
  if (seen == heads) return tag.passage;
  J_TRY(auto newestFirst, byStamp(log_, heads));
  std::reverse(newestFirst.begin(), newestFirst.end());
  for (OpPosition head : newestFirst) {
    J_TRY(const auto base, movedAlong(head, tag.id, seen));
    if (base) return moved(base->passage, base->words, words);
  }
  if (seen.empty()) return found(tag, words);
  J_TRY(const auto base, texts_.of(tag.reflection, seen));
  if (!stands(tag, base.text)) return found(tag, words);
  return moved(tag.passage, base.text, words);
}

}  // namespace journal::store
