#include "sync/transport/https_link.h"

#include <utility>

#include "journal/crypto/hash.h"
#include "sync/wire/hub_messages.h"
#include "sync/wire/request_auth.h"

namespace syncing::transport {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

/// Below this the clocks are as good as equal, and another try would be refused again.
constexpr std::int64_t kWorthCorrectingMs = 60'000;

/// What a hub's refusal means to us (sync/hub/desk.h has the other side).
Error refusalOf(int status) {
  const std::string detail = "hub answered " + std::to_string(status);
  switch (status) {
    case 401:
      return {ErrorCode::Locked, detail,
              "The hub does not know this device, or no longer. What is here stays here; whoever "
              "runs the service can say why."};
    case 403:
      return {ErrorCode::Locked, detail,
              "Your role at the service does not include that. Nothing has changed."};
    case 409:
      return {ErrorCode::Conflict, detail};
    case 400:
    case 404:
    case 411:
    case 413:
    case 414:
    case 431:
      return {ErrorCode::InvalidInput, detail};
    case 426:
      return {ErrorCode::TooNew, detail};
    default:
      return {ErrorCode::Network, detail};
  }
}

/// The body of an answer that can be understood; what a hub sends wrongly is Corrupt.
template <class Value>
Result<Value> understood(const Result<ChannelResponse>& answer,
                         Result<Value> (*decode)(std::string_view)) {
  if (!answer.ok()) return answer.error();
  return decode(answer->body);
}

Result<void> acknowledged(const Result<ChannelResponse>& answer) {
  if (!answer.ok()) return answer.error();
  return {};
}

}  // namespace

/// Signs requests and sends them; remembers how far the hub's clock is from ours.
class ServiceLink::Sender {
 public:
  Sender(std::shared_ptr<Channel> channel, DeviceIdentity identity, const journal::Clock& clock,
         journal::Random& random)
      : channel_(std::move(channel)),
        identity_(std::move(identity)),
        clock_(clock),
        random_(random) {}

  /// An answer of status 200, or the Error that another one means.
  Result<ChannelResponse> send(const char* method, std::string target, std::string body = {}) {
    ChannelRequest request{method, std::move(target), {}, std::move(body)};
    J_TRY(ChannelResponse answer, sendSigned(request));
    const std::int64_t off = answer.hubMs - nowMs();
    const bool clockIsWrong =
        answer.hubMs != 0 && (off > kWorthCorrectingMs || off < -kWorthCorrectingMs);
    if (answer.status == 401 && (clockIsWrong || answer.repeated)) {
      // A signature is good once: one that the hub had already, its answer lost, is refused too.
      if (clockIsWrong) correctionMs_ += off;
      J_TRY(answer, sendSigned(request));
      if (answer.status == 401 && answer.repeated)
        return Error{ErrorCode::Network, "answers were lost, twice"};
    }
    if (answer.status != 200) return refusalOf(answer.status);
    return answer;
  }
  Result<ChannelResponse> sendUnsigned(const char* method, std::string target,
                                       std::string body = {}) {
    J_TRY(ChannelResponse answer,
          channel_->exchange({method, std::move(target), {}, std::move(body)}));
    if (answer.status != 200) return refusalOf(answer.status);
    return answer;
  }

 private:
  std::int64_t nowMs() const { return clock_.now().time_since_epoch().count() + correctionMs_; }

  Result<ChannelResponse> sendSigned(ChannelRequest& request) {
    wire::RequestAuth auth{identity_.device, identity_.service, nowMs(), {}, {}};
    random_.fill(auth.nonce);
    const wire::Digest digest = journal::crypto::hash(journal::crypto::bytesOf(request.body));
    const std::string text = signedPart(request.method, request.target, digest, auth);
    auth.signature = identity_.key->sign(journal::crypto::bytesOf(text));
    request.authorization = encodeAuth(auth);
    return channel_->exchange(request);
  }

  std::shared_ptr<Channel> channel_;
  DeviceIdentity identity_;
  const journal::Clock& clock_;
  journal::Random& random_;
  std::int64_t correctionMs_ = 0;
};

namespace {

class HttpsLink final : public wire::HubLink {
 public:
  HttpsLink(std::shared_ptr<Channel> channel, DeviceIdentity identity, const wire::VaultId& vault,
            const journal::Clock& clock, journal::Random& random)
      : sender_(std::move(channel), std::move(identity), clock, random),
        path_("/v1/vaults/" + vault.hex()) {}

  Result<wire::Standing> standing() override {
    return understood(sender_.send("GET", path_ + "/standing"), wire::decodeStanding);
  }
  Result<wire::Pushed> push(const std::vector<wire::Segment>& segments) override {
    return understood(sender_.send("POST", path_ + "/segments", wire::encodeSegments(segments)),
                      wire::decodePushed);
  }
  Result<void> replace(const wire::Segment& segment) override {
    return acknowledged(sender_.send("PUT", path_ + "/segments", wire::encodeSegment(segment)));
  }
  Result<wire::Pulled> pull(std::uint64_t after, std::size_t bytes) override {
    return understood(sender_.send("GET", path_ + "/segments?after=" + std::to_string(after) +
                                              "&bytes=" + std::to_string(bytes)),
                      wire::decodePulled);
  }
  Result<std::vector<wire::DeviceStatement>> statements() override {
    return understood(sender_.send("GET", path_ + "/devices"), wire::decodeStatements);
  }
  Result<void> state(const wire::DeviceStatement& statement) override {
    return acknowledged(sender_.send("POST", path_ + "/devices", wire::encodeStatement(statement)));
  }
  Result<void> introduce(const wire::DeviceStatement& statement) override {
    return acknowledged(
        sender_.sendUnsigned("POST", path_ + "/introductions", wire::encodeStatement(statement)));
  }
  Result<void> leaveLetter(const wire::MailboxId& box, int slot,
                           const std::string& letter) override {
    return acknowledged(sender_.sendUnsigned("PUT", letterPath(box, slot), letter));
  }
  Result<std::optional<std::string>> takeLetter(const wire::MailboxId& box, int slot) override {
    return understood(sender_.sendUnsigned("GET", letterPath(box, slot)), wire::decodeLetter);
  }

 private:
  static std::string letterPath(const wire::MailboxId& box, int slot) {
    return "/v1/letters/" + box.hex() + "/" + std::to_string(slot);
  }

  ServiceLink::Sender sender_;
  std::string path_;
};

}  // namespace

std::unique_ptr<wire::HubLink> httpsLink(std::shared_ptr<Channel> channel, DeviceIdentity identity,
                                         const wire::VaultId& vault, const journal::Clock& clock,
                                         journal::Random& random) {
  return std::make_unique<HttpsLink>(std::move(channel), std::move(identity), vault, clock, random);
}

Result<wire::Enrolled> enrol(Channel& channel, const std::string& code,
                             const wire::DeviceId& device, const journal::crypto::SigningKey& key,
                             const journal::Clock& clock, journal::Random& random) {
  // Not owned: both are the caller's, for as long as this call.
  const std::shared_ptr<Channel> lentChannel(std::shared_ptr<void>(), &channel);
  const std::shared_ptr<const journal::crypto::SigningKey> lentKey(std::shared_ptr<void>(), &key);
  ServiceLink::Sender sender(lentChannel, {device, {}, lentKey}, clock, random);
  auto enrolled =
      understood(sender.send("POST", "/v1/enrol",
                             wire::encode(wire::EnrolRequest{code, device, key.publicKey()})),
                 wire::decodeEnrolled);
  if (enrolled.ok() || enrolled.error().code != ErrorCode::InvalidInput) return enrolled;
  return Error{ErrorCode::InvalidInput, enrolled.error().detail,
               "This invitation does not open anything: it was used, or is older than three days, "
               "or was typed wrongly. Ask for a new one."};
}

ServiceLink::ServiceLink(std::shared_ptr<Channel> channel, DeviceIdentity identity,
                         const journal::Clock& clock, journal::Random& random)
    : sender_(std::make_unique<Sender>(std::move(channel), std::move(identity), clock, random)) {}
ServiceLink::~ServiceLink() = default;

Result<wire::session::Member> ServiceLink::openRoom(const wire::RoomOpening& opening) {
  return understood(sender_->send("POST", "/rooms", wire::toJson(opening)), wire::readMember);
}

Result<std::vector<wire::VaultId>> ServiceLink::vaults() {
  return understood(sender_->send("GET", "/v1/vaults"), wire::decodeVaults);
}
Result<wire::Invitation> ServiceLink::invite(const wire::InviteRequest& request) {
  return understood(sender_->send("POST", "/v1/invitations", wire::encode(request)),
                    wire::decodeInvitation);
}
Result<std::vector<wire::InvitationRow>> ServiceLink::invitations() {
  return understood(sender_->send("GET", "/v1/invitations"), wire::decodeInvitations);
}
Result<std::vector<wire::AccountRow>> ServiceLink::accounts() {
  return understood(sender_->send("GET", "/v1/accounts"), wire::decodeAccounts);
}
Result<void> ServiceLink::setRole(const wire::AccountId& account, std::string_view role) {
  return acknowledged(
      sender_->send("PUT", "/v1/accounts/" + account.hex() + "/role/" + std::string(role)));
}
Result<void> ServiceLink::closeAccount(const wire::AccountId& account) {
  return acknowledged(sender_->send("DELETE", "/v1/accounts/" + account.hex()));
}
Result<std::vector<wire::AuditRow>> ServiceLink::audit(std::int64_t after) {
  return understood(sender_->send("GET", "/v1/audit?after=" + std::to_string(after)),
                    wire::decodeAudit);
}
Result<std::vector<wire::AuditRow>> ServiceLink::ownAudit(std::int64_t after) {
  return understood(sender_->send("GET", "/v1/audit/own?after=" + std::to_string(after)),
                    wire::decodeAudit);
}
Result<std::vector<wire::AuditCount>> ServiceLink::auditSummary() {
  return understood(sender_->send("GET", "/v1/audit/summary"), wire::decodeAuditCounts);
}

}  // namespace syncing::transport
