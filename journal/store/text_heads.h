#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/store/ancestry.h"

namespace journal::store {

struct MergedWords {
  std::string text;
  bool clashes = false;  ///< somebody has to look
};
/// How two changes of one text become one (journal/text/text_merge.h); a parameter, because this
/// layer keeps words and does not read them. Must be pure.
using MergeTexts = MergedWords (*)(std::string_view base, std::string_view ours,
                                   std::string_view theirs);

/// Entries in the order in which people are shown them: by stamp, then by device. The same on every
/// device.
Result<std::vector<OpPosition>> byStamp(Database& log, std::vector<OpPosition> positions);

/// Ids as bytes, ascending: the same entries give the same bytes on every device.
std::string packOps(std::vector<OpId> ids);
std::vector<OpId> unpackOps(std::string_view bytes);

/// What the words of a reflection are when several entries hold them. A function of those entries
/// and what they followed, so that all devices read the same, whatever came first.
class TextHeads {
 public:
  TextHeads(Database& database, Database& log, const Devices& devices, MergeTexts merge)
      : database_(database), log_(log), devices_(devices), ancestry_(log, devices), merge_(merge) {}

  struct Words {
    OpPosition at = 0;  ///< for readText: the only head, or minus the id of a merged text
    std::string text;
    bool clashes = false;
  };
  /// Of one head or several. Merged words are kept from then on. In the caller's transaction.
  Result<Words> of(ReflectionId reflection, const std::vector<OpPosition>& heads);
  /// The entry's words alone.
  Result<std::string> wordsOf(OpPosition position);

 private:
  Result<MergedWords> merged(ReflectionId reflection, const std::vector<OpPosition>& heads);
  Result<std::string> baseOf(ReflectionId reflection, const Ancestry::Set& seen,
                             const Ancestry::Set& other);

  Database& database_;
  Database& log_;
  const Devices& devices_;
  Ancestry ancestry_;
  MergeTexts merge_;
};

}  // namespace journal::store
