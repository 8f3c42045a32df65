#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/base/time.h"
#include "sync/hub/roles.h"
#include "sync/storage/database.h"
#include "sync/wire/hub_link.h"
#include "sync/wire/service.h"

namespace syncing::hub {

using wire::AccountId;
using wire::AccountRow;
using wire::AuditCount;
using wire::AuditRow;
using wire::DeviceId;
using wire::Enrolled;
using wire::HubEpoch;
using wire::Invitation;
using wire::InvitationRow;
using wire::MailboxId;
using wire::PublicKey;
using wire::ServiceId;
using wire::VaultId;

/// Somebody who asks, as the store knows them. Only `HubCore::identify` makes one of a real
/// request, after which the caller's signature is still to be checked against `signKey`.
struct Caller {
  ServiceId service;
  AccountId account;
  Role role = Role::Tutor;
  DeviceId device;
  VaultId vault;  ///< whose device list has the device; nil before there is one
  PublicKey signKey{};
  std::string address;  ///< where from; kept only cut short
};

struct CoreLimits {
  int enrolmentsAnHourPerAddress = 10;
  int enrolmentsAnHour = 100;
  int introductionsAnHourPerAddress = 200;
  int introductionsAnHour = 2000;
  int lettersAnHourPerAddress = 60;
  int lettersAtOnce = 1000;
  std::size_t segmentsAPush = 500;
  std::size_t pullBytes = 8 * 1024 * 1024;
  std::size_t statementsAVault = 4096;
  std::size_t devicesAVault = 64;
  std::int64_t bytesAVault = std::int64_t{16} * 1024 * 1024 * 1024;
};

/// One service's hub over a store that it cannot read: what is asked of it over HTTPS, without the
/// sockets. It keeps accounts, devices, sealed segments in the order in which it took them, device
/// lists, letters and the audit. One thread. Several may share one PostgreSQL store; whatever they
/// acknowledge is committed.
///
/// Errors: Locked (not known, no longer, or not theirs to ask: never told apart), InvalidInput
/// (what was sent cannot be), Conflict (something else stands there), Network (too much at once:
/// later), Io and Corrupt of the store.
class HubCore {
 public:
  /// Makes a service in the store; its tables too, if need be. All references must outlive it.
  static journal::Result<std::unique_ptr<HubCore>> create(storage::Database& database,
                                                          const std::string& serviceName,
                                                          const journal::Clock& clock,
                                                          journal::Random& random,
                                                          const CoreLimits& limits = {});
  /// NotFound when there is no such service here; TooNew for a newer store.
  static journal::Result<std::unique_ptr<HubCore>> open(storage::Database& database,
                                                        const ServiceId& service,
                                                        const journal::Clock& clock,
                                                        journal::Random& random,
                                                        const CoreLimits& limits = {});
  /// Those that the store holds; none in an empty one.
  static journal::Result<std::vector<ServiceId>> services(storage::Database& database);

  ~HubCore();
  HubCore(const HubCore&) = delete;
  HubCore& operator=(const HubCore&) = delete;

  const ServiceId& service() const;
  const std::string& serviceName() const;
  std::int64_t nowMs() const;
  journal::Result<HubEpoch> epoch();
  /// Whether the store has room and keeps what it is given: writes about as much as an ordinary
  /// push, and takes it away again.
  journal::Result<void> probe();
  /// For a store that was put back from a copy: its cursors start anew for everybody.
  journal::Result<HubEpoch> beginNewEpoch();

  // Who is who.
  journal::Result<Caller> identify(const DeviceId& device, const std::string& address);
  /// An invitation by whoever runs the hub, without a caller: the first administrator's.
  journal::Result<Invitation> inviteLocally(Role role);
  /// `existing`: for a person of the service who lost every device; the account comes back, the
  /// journal needs one of its own devices or its recovery key.
  journal::Result<Invitation> invite(const Caller& caller, Role role,
                                     const std::optional<AccountId>& existing);
  /// Sent again with the same code, device and key: answered again.
  journal::Result<Enrolled> enrol(const std::string& code, const DeviceId& device,
                                  const PublicKey& signKey, const std::string& address);
  journal::Result<std::vector<InvitationRow>> invitations(const Caller& caller);
  journal::Result<std::vector<AccountRow>> accounts(const Caller& caller);
  journal::Result<void> setRole(const Caller& caller, const AccountId& account, Role role);
  /// Its devices are no longer known; what it keeps is kept.
  journal::Result<void> closeAccount(const Caller& caller, const AccountId& account);

  /// The journals of the caller's account: for a new machine that has the recovery key of one.
  journal::Result<std::vector<VaultId>> vaults(const Caller& caller);

  // A journal's own: as in wire::HubLink.
  journal::Result<wire::Standing> standing(const Caller& caller, const VaultId& vault);
  journal::Result<wire::Pushed> push(const Caller& caller, const VaultId& vault,
                                     const std::vector<wire::Segment>& segments);
  journal::Result<void> replace(const Caller& caller, const VaultId& vault,
                                const wire::Segment& segment);
  journal::Result<wire::Pulled> pull(const Caller& caller, const VaultId& vault,
                                     std::uint64_t after, std::size_t bytes);
  journal::Result<std::vector<wire::DeviceStatement>> statements(const Caller& caller,
                                                                 const VaultId& vault);
  journal::Result<void> state(const Caller& caller, const VaultId& vault,
                              const wire::DeviceStatement& statement);

  /// By anybody: a statement of a device of the journal proves itself. See
  /// wire::HubLink::introduce.
  journal::Result<void> introduce(const VaultId& vault, const wire::DeviceStatement& statement,
                                  const std::string& address);

  // For anybody who knows the box.
  journal::Result<void> leaveLetter(const MailboxId& box, int slot, const std::string& letter,
                                    const std::string& address);
  journal::Result<std::optional<std::string>> takeLetter(const MailboxId& box, int slot);

  /// Whether the caller may open rooms here (rooms/rooms.h).
  journal::Result<void> mayHost(const Caller& caller);

  // The audit.
  journal::Result<std::vector<AuditRow>> ownAudit(const Caller& caller, std::int64_t after);
  journal::Result<std::vector<AuditRow>> audit(const Caller& caller, std::int64_t after);
  journal::Result<std::vector<AuditCount>> auditSummary(const Caller& caller);
  /// A row for what somebody not known keeps trying, or a local command did.
  journal::Result<void> note(const std::string& action, const std::string& result,
                             const std::string& address);
  /// Corrupt, with the row, when a row is not as it was written, or missing.
  journal::Result<void> checkAudit();
  /// The last row's hash in hex, to be kept somewhere else.
  journal::Result<std::string> auditHead();

  struct Impl;

 private:
  explicit HubCore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace syncing::hub
