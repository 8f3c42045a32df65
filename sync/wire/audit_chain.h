#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sync/wire/service.h"

// The chain over a hub's audit, for the hub that writes it and for whoever checks it elsewhere.

namespace syncing::wire {

/// In hex: what a row says, tied to everything before it. `before` is the hash of the row before,
/// "" for the first.
std::string auditHash(const AuditRow& row, std::string_view before);

/// Follows a chain row by row, from the first one on.
class AuditChain {
 public:
  /// False, and nothing changes, when `row` is not the one that comes next.
  bool add(const AuditRow& row);
  std::int64_t rows() const { return rows_; }
  const std::string& head() const { return head_; }  ///< "" before the first row

 private:
  std::int64_t rows_ = 0;
  std::string head_;
};

}  // namespace syncing::wire
