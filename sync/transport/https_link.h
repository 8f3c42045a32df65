#pragma once

#include <memory>
#include <string>

#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/crypto/signature.h"
#include "sync/transport/https_channel.h"
#include "sync/wire/hub_link.h"
#include "sync/wire/room_messages.h"
#include "sync/wire/service.h"

namespace syncing::transport {

/// Who signs the requests.
struct DeviceIdentity {
  wire::DeviceId device;
  wire::ServiceId service;
  std::shared_ptr<const journal::crypto::SigningKey> key;
};

/// A hub by requests, each signed by the device. A wrong clock here is corrected from what the hub
/// says of its own, so that a laptop whose battery ran out still synchronises. `clock` and `random`
/// must outlive it.
std::unique_ptr<wire::HubLink> httpsLink(std::shared_ptr<Channel> channel, DeviceIdentity identity,
                                         const wire::VaultId& vault, const journal::Clock& clock,
                                         journal::Random& random);

/// Makes a device one of the service's, with the code of an invitation. Once it is answered, the
/// code is used up; asked again with the same device, the answer is the same.
journal::Result<wire::Enrolled> enrol(Channel& channel, const std::string& code,
                                      const wire::DeviceId& device,
                                      const journal::crypto::SigningKey& key,
                                      const journal::Clock& clock, journal::Random& random);

/// What somebody may ask of their service besides their own journal; the hub says who may.
class ServiceLink {
 public:
  ServiceLink(std::shared_ptr<Channel> channel, DeviceIdentity identity,
              const journal::Clock& clock, journal::Random& random);
  ~ServiceLink();
  ServiceLink(const ServiceLink&) = delete;
  ServiceLink& operator=(const ServiceLink&) = delete;

  /// The journals of the account.
  journal::Result<std::vector<wire::VaultId>> vaults();
  journal::Result<wire::Invitation> invite(const wire::InviteRequest& request);
  journal::Result<std::vector<wire::InvitationRow>> invitations();
  journal::Result<std::vector<wire::AccountRow>> accounts();
  journal::Result<void> setRole(const wire::AccountId& account, std::string_view role);
  journal::Result<void> closeAccount(const wire::AccountId& account);
  /// Rows behind `after`, kMostAuditRows at most: everybody's, or one's own.
  journal::Result<std::vector<wire::AuditRow>> audit(std::int64_t after);
  journal::Result<std::vector<wire::AuditRow>> ownAudit(std::int64_t after);
  journal::Result<std::vector<wire::AuditCount>> auditSummary();

  /// Opens the room of a session; the facilitator's number in it. Locked when this person's role
  /// may not (sync/hub/roles.h).
  journal::Result<wire::session::Member> openRoom(const wire::RoomOpening& opening);

  class Sender;

 private:
  std::unique_ptr<Sender> sender_;
};

}  // namespace syncing::transport
