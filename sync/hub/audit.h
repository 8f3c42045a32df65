#pragma once

#include <string>

#include "sync/hub/core_impl.h"

namespace syncing::hub {

/// What one row of the audit is to say.
struct AuditEntry {
  AccountId actor;
  DeviceId device;
  std::string action;
  std::string object;
  std::string result;
  std::string address;  ///< as it came; cut short here
};

AuditEntry entryOf(const Caller& caller, std::string_view action, std::string object,
                   std::string result = "done");

/// Appends a row whose hash covers the one before. Inside the caller's transaction, after any vault
/// it locks: the service's row is locked until the end.
journal::Result<void> appendAudit(HubCore::Impl& hub, const AuditEntry& entry);

}  // namespace syncing::hub
