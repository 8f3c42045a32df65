#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "journal/store/name_table.h"
#include "journal/store/reflection_table.h"
#include "journal/store/tag_table.h"

namespace journal::store {

/// One reflection as the full-text index holds it.
struct Document {
  std::string body;    ///< the words as their author reads them, real names included
  std::string names;   ///< code names and other spellings of everybody mentioned
  std::string facets;  ///< what can be filtered by, as words nobody types (facet.h)
};

/// The full-text index: FTS5 without a copy of the text. A save only marks its reflection as
/// pending, in the same transaction; the words are read into the index by `drain`, which a search
/// runs first and idle time runs anyway. So a save never pays for indexing, and nothing stored can
/// be missed, whenever the program stops.
///
/// What is indexed for a row is always its words at indexed_document.text_op, with the names as
/// they are now: a change of a name takes the reflections that mention it out first.
class FullText {
 public:
  FullText(Database& database, ReflectionTable& reflections, TagTable& tags, NameTable& names)
      : database_(database), reflections_(reflections), tags_(tags), names_(names) {}

  // In the caller's transaction.
  Result<void> touch(std::int64_t row);
  /// Of a reflection just written: its words stay in memory until they are read into the index,
  /// which spares an import reading them back. `textOp` is where they stand in the log.
  Result<void> touchNew(std::int64_t row, const Reflection& reflection, OpPosition textOp);
  /// From here to putNewIn(), in one transaction, reflections just written are not marked as
  /// pending one by one but read in together: a long import writes its index with its rows, and
  /// pays for one commit instead of two.
  void gatherNew() { gathering_ = true; }
  Result<void> putNewIn();
  /// After a rollback.
  void forgetNew();
  /// Out of the index at once, and no longer pending.
  Result<void> remove(std::int64_t row);
  /// Before a name changes: out of the index, and pending.
  Result<void> removeMentioning(NameId name);

  /// Reads at most `most` pending reflections into the index, in one transaction of its own.
  /// Returns how many. About 60 us each.
  Result<std::size_t> drain(std::size_t most);
  Result<bool> anyPending();
  Result<std::size_t> countPending();

  /// Joins segments of the index by about `pages` pages of work, in a transaction of its own. False
  /// when there was nothing worth joining.
  Result<bool> mergeSome(int pages);
  /// FTS5's own check of the index's structure. Corrupt when it finds anything.
  Result<void> checkStructure();

  /// What is indexed of some words, facets left out. Precondition: the names have been read.
  Document wordsOf(std::string_view text) const { return render(text, {}); }
  /// What the index should hold for a reflection.
  Result<Document> documentOf(const StoredReflection& stored, std::string_view text);

 private:
  /// A reflection that was never indexed, and has not changed since it was written.
  struct NewDocument {
    OpPosition textOp = 0;
    std::string text;  ///< stored
    std::string facets;
    bool gathered = false;  ///< not marked as pending
  };

  Result<void> drainRow(std::int64_t row);
  Result<void> putIn(std::int64_t row, OpPosition textOp, const Document& document);
  Result<void> markPending(std::int64_t row);
  void forgetNew(std::int64_t row);
  Result<bool> takeOut(std::int64_t row);
  Document render(std::string_view text, std::string facets) const;

  Database& database_;
  ReflectionTable& reflections_;
  TagTable& tags_;
  NameTable& names_;
  std::unordered_map<std::int64_t, NewDocument> new_;
  std::size_t newBytes_ = 0;
  bool gathering_ = false;
};

}  // namespace journal::store
