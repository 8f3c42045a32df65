#include "sync/wire/audit_chain.h"

#include "sync/wire/digest.h"

namespace syncing::wire {
namespace {

template <class Tag>
std::string_view rawBytes(const journal::Id<Tag>& id) {
  return {reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size()};
}

}  // namespace

std::string auditHash(const AuditRow& row, std::string_view before) {
  return digest({before, std::to_string(row.seq), std::to_string(row.atMs), rawBytes(row.actor),
                 rawBytes(row.device), row.action, row.object, row.result, row.address});
}

bool AuditChain::add(const AuditRow& row) {
  if (row.seq != rows_ + 1) return false;
  ++rows_;
  head_ = auditHash(row, head_);
  return true;
}

}  // namespace syncing::wire
