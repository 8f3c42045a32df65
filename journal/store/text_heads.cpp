#include "journal/store/text_heads.h"

#include <algorithm>

#include "journal/base/bytes.h"
#include "journal/store/record_codec.h"

namespace journal::store {

Result<std::vector<OpPosition>> byStamp(Database& log, std::vector<OpPosition> positions) {
  struct Stamped {
    Hlc stamp;
    OpId id;
    OpPosition position = 0;
  };
  if (positions.size() < 2) return positions;
  std::vector<Stamped> stamped;
  for (OpPosition position : positions) {
    J_TRY(const LogEntry entry, readEntry(log, position));
    stamped.push_back({entry.stamp, entry.id, position});
  }
  std::sort(stamped.begin(), stamped.end(), [](const Stamped& a, const Stamped& b) {
    return std::tie(a.stamp, a.id) < std::tie(b.stamp, b.id);
  });
  positions.clear();
  for (const Stamped& one : stamped) positions.push_back(one.position);
  return positions;
}

std::string packOps(std::vector<OpId> ids) {
  std::sort(ids.begin(), ids.end());
  std::string bytes;
  for (const OpId& id : ids) ByteWriter(bytes).put(id.device.bytes()).put(id.seq);
  return bytes;
}

std::vector<OpId> unpackOps(std::string_view bytes) {
  ByteReader in(bytes);
  std::vector<OpId> ids;
  while (in.left() > 0 && !in.isShort()) {
    OpId id;
    id.device = in.id<DeviceId>();
    id.seq = in.integer<std::uint64_t>();
    ids.push_back(id);
  }
  return ids;
}

Result<std::string> TextHeads::wordsOf(OpPosition position) {
  return readText(position < 0 ? database_ : log_, position);
}

Result<std::string> TextHeads::baseOf(ReflectionId reflection, const Ancestry::Set& seen,
                                      const Ancestry::Set& other) {
  J_TRY(const Ancestry::Set newest, ancestry_.newestCommon(seen, other));
  if (newest.empty()) return std::string();
  J_TRY(auto words, of(reflection, {newest.begin(), newest.end()}));
  return std::move(words.text);
}

Result<MergedWords> TextHeads::merged(ReflectionId reflection,
                                      const std::vector<OpPosition>& heads) {
  J_TRY(const auto ordered, byStamp(log_, heads));
  MergedWords words;
  J_TRY(words.text, wordsOf(ordered.front()));
  J_TRY(Ancestry::Set seen, ancestry_.of(ordered.front()));
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    J_TRY(const Ancestry::Set other, ancestry_.of(ordered[i]));
    // Several newest common ancestors are themselves merged (as git's recursive strategy does).
    J_TRY(const std::string base, baseOf(reflection, seen, other));
    J_TRY(const std::string theirs, wordsOf(ordered[i]));
    MergedWords next = merge_(base, words.text, theirs);
    words.text = std::move(next.text);
    words.clashes = words.clashes || next.clashes;
    seen.insert(other.begin(), other.end());
  }
  return words;
}

Result<TextHeads::Words> TextHeads::of(ReflectionId reflection,
                                       const std::vector<OpPosition>& heads) {
  if (heads.size() == 1) {
    J_TRY(auto text, wordsOf(heads.front()));
    return Words{heads.front(), std::move(text), false};
  }
  const std::string key = packOps(devices_.idsOf(heads));
  {
    Query query = database_.query("SELECT id, text, clashes FROM merged_text WHERE heads = :heads");
    query.bind(crypto::bytesOf(key));
    J_TRY(const bool known, query.next());
    if (known) return Words{-query.integer(0), query.text(1), query.integer(2) != 0};
  }
  J_TRY(auto words, merged(reflection, heads));
  J_CHECK(database_
              .query("INSERT INTO merged_text (reflection, heads, text, clashes) "
                     "VALUES (:reflection, :heads, :text, :clashes)")
              .bind(reflection)
              .bind(crypto::bytesOf(key))
              .bind(words.text)
              .bind(std::int64_t{words.clashes})
              .run());
  Query query = database_.query("SELECT id FROM merged_text WHERE heads = :heads");
  query.bind(crypto::bytesOf(key));
  J_TRY(const auto id, query.firstInteger());
  return Words{-id.value_or(0), std::move(words.text), words.clashes};
}

}  // namespace journal::store
