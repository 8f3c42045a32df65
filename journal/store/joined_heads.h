#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "journal/store/ancestry.h"
#include "journal/store/record_codec.h"
#include "journal/store/text_heads.h"

namespace journal::store {

/// What a field says when several entries hold it, each change joined with the others: a function
/// of those entries and what they followed, so that all devices read the same. Texts of reflections
/// have text_heads.h, which keeps what it made.
template <class T>
class JoinedHeads {
 public:
  /// nullopt for an entry that puts nothing of this kind.
  using From = std::function<std::optional<T>(const Record& record)>;
  using Join = std::function<T(const T* base, const T& ours, const T& theirs)>;

  JoinedHeads(Database& log, const Devices& devices, From from, Join join)
      : log_(log), ancestry_(log, devices), from_(std::move(from)), join_(std::move(join)) {}

  /// nullopt when none of them puts anything.
  Result<std::optional<T>> of(const std::vector<OpPosition>& heads) {
    std::vector<OpPosition> puts;
    for (OpPosition head : heads) {
      J_TRY(const auto value, valueAt(head));
      if (value) puts.push_back(head);
    }
    if (puts.empty()) return std::optional<T>();
    J_TRY(const auto ordered, byStamp(log_, std::move(puts)));
    J_TRY(auto all, valueAt(ordered.front()));
    J_TRY(Ancestry::Set seen, ancestry_.of(ordered.front()));
    for (std::size_t i = 1; i < ordered.size(); ++i) {
      J_TRY(const Ancestry::Set other, ancestry_.of(ordered[i]));
      J_TRY(const Ancestry::Set common, ancestry_.newestCommon(seen, other));
      // Several newest common ancestors are themselves joined.
      J_TRY(const auto base, of({common.begin(), common.end()}));
      J_TRY(const auto theirs, valueAt(ordered[i]));
      all = join_(base ? &*base : nullptr, *all, *theirs);
      seen.insert(other.begin(), other.end());
    }
    return all;
  }

 private:
  Result<std::optional<T>> valueAt(OpPosition position) {
    J_TRY(const LogEntry entry, readEntry(log_, position));
    J_TRY(const Record record, decodeRecord(entry.kind, entry.value));
    return from_(record);
  }

  Database& log_;
  Ancestry ancestry_;
  From from_;
  Join join_;
};

}  // namespace journal::store
