#include "sync/hub/desk.h"

#include <cstdlib>
#include <map>
#include <utility>

#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "sync/hub/address.h"
#include "sync/hub/nonce_memory.h"
#include "sync/hub/room_desk.h"
#include "sync/hub/routes.h"
#include "sync/wire/hub_messages.h"
#include "sync/wire/request_auth.h"
#include "sync/wire/service.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::int64_t kDeskHourMs = 3'600'000;
constexpr std::size_t kMostWatched = 1000;

int statusOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::Locked:
      return 403;
    case ErrorCode::InvalidInput:
      return 400;
    case ErrorCode::NotFound:
      return 404;
    case ErrorCode::Conflict:
      return 409;
    case ErrorCode::Network:
      return 429;
    case ErrorCode::Io:
      return 503;
    case ErrorCode::WrongPassphrase:
    case ErrorCode::Corrupt:  // of the store: what was sent wrongly is InvalidInput by now
    case ErrorCode::TooNew:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
      return 500;
  }
  return 500;
}

Response answered(const Result<std::string>& body) {
  if (body.ok()) return {200, *body};
  return {statusOf(body.error().code), {}};
}

Result<std::string> nothing(const Result<void>& done) {
  if (!done.ok()) return done.error();
  return std::string();
}

template <class Value>
Result<std::string> encoded(const Result<Value>& value) {
  if (!value.ok()) return value.error();
  return wire::encode(*value);
}

/// Who sent one, and what they ask.
struct Call {
  const Asked& asked;
  const Request& request;
  Caller caller;

  template <class IdType>
  Result<IdType> id(std::size_t wild = 0) const {
    const auto id = IdType::fromHex(asked.wild[wild]);
    if (!id || id->hex() != asked.wild[wild]) return Error{ErrorCode::NotFound, "id in the path"};
    return *id;
  }
  std::uint64_t number(std::string_view name, std::uint64_t otherwise) const {
    return queryNumber(asked.query, name).value_or(otherwise);
  }
  Result<int> slot() const {
    if (asked.wild[1] == "0") return 0;
    if (asked.wild[1] == "1") return 1;
    return Error{ErrorCode::NotFound, "slot in the path"};
  }
};

/// What came in the body cannot be.
Error notUnderstood(const Error& error) {
  return {ErrorCode::InvalidInput, error.detail};
}

Result<std::string> push(HubCore& core, const Call& call) {
  J_TRY(const auto vault, call.id<VaultId>());
  const auto segments = wire::decodeSegments(call.request.body);
  if (!segments.ok()) return notUnderstood(segments.error());
  return encoded(core.push(call.caller, vault, *segments));
}

Result<std::string> replace(HubCore& core, const Call& call) {
  J_TRY(const auto vault, call.id<VaultId>());
  const auto segment = wire::decodeSegment(call.request.body);
  if (!segment.ok()) return notUnderstood(segment.error());
  return nothing(core.replace(call.caller, vault, *segment));
}

Result<std::string> pull(HubCore& core, const Call& call) {
  J_TRY(const auto vault, call.id<VaultId>());
  return encoded(core.pull(call.caller, vault, call.number("after", 0),
                           call.number("bytes", wire::kMostSealedBytes)));
}

Result<std::string> statements(HubCore& core, const Call& call) {
  J_TRY(const auto vault, call.id<VaultId>());
  J_TRY(const auto list, core.statements(call.caller, vault));
  return wire::encodeStatements(list);
}

Result<std::string> state(HubCore& core, const Call& call) {
  J_TRY(const auto vault, call.id<VaultId>());
  const auto statement = wire::decodeStatement(call.request.body);
  if (!statement.ok()) return notUnderstood(statement.error());
  return nothing(core.state(call.caller, vault, *statement));
}

Result<std::string> introduce(HubCore& core, const Call& call) {
  J_TRY(const auto vault, call.id<VaultId>());
  const auto statement = wire::decodeStatement(call.request.body);
  if (!statement.ok()) return notUnderstood(statement.error());
  return nothing(core.introduce(vault, *statement, call.request.address));
}

Result<std::string> standing(HubCore& core, const Call& call) {
  J_TRY(const auto vault, call.id<VaultId>());
  return encoded(core.standing(call.caller, vault));
}

Result<std::string> vaults(HubCore& core, const Call& call) {
  J_TRY(const auto vaults, core.vaults(call.caller));
  return wire::encodeVaults(vaults);
}

Result<std::string> leaveLetter(HubCore& core, const Call& call) {
  J_TRY(const auto box, call.id<MailboxId>());
  J_TRY(const int slot, call.slot());
  return nothing(core.leaveLetter(box, slot, call.request.body, call.request.address));
}

Result<std::string> takeLetter(HubCore& core, const Call& call) {
  J_TRY(const auto box, call.id<MailboxId>());
  J_TRY(const int slot, call.slot());
  J_TRY(const auto letter, core.takeLetter(box, slot));
  return wire::encodeLetter(letter);
}

Result<std::string> enrol(HubCore& core, const Call& call) {
  J_TRY(const auto wanted, wire::decodeEnrolRequest(call.request.body));
  return encoded(core.enrol(wanted.code, wanted.device, wanted.signKey, call.request.address));
}

Result<std::string> invite(HubCore& core, const Call& call) {
  const auto wanted = wire::decodeInviteRequest(call.request.body);
  if (!wanted.ok()) return notUnderstood(wanted.error());
  return encoded(core.invite(call.caller, wanted->role, wanted->existing));
}

Result<std::string> setRole(HubCore& core, const Call& call) {
  J_TRY(const auto account, call.id<AccountId>());
  const auto role = parseRole(call.asked.wild[1]);
  if (!role) return Error{ErrorCode::NotFound, "role in the path"};
  return nothing(core.setRole(call.caller, account, *role));
}

Result<std::string> closeAccount(HubCore& core, const Call& call) {
  J_TRY(const auto account, call.id<AccountId>());
  return nothing(core.closeAccount(call.caller, account));
}

/// Those that are about people, not journals.
Result<std::string> askAboutPeople(HubCore& core, const Call& call) {
  const auto after = static_cast<std::int64_t>(call.number("after", 0) & ~(std::uint64_t{1} << 63));
  switch (call.asked.route->ask) {
    case Ask::Invite:
      return invite(core, call);
    case Ask::Invitations:
      return encoded(core.invitations(call.caller));
    case Ask::Accounts:
      return encoded(core.accounts(call.caller));
    case Ask::SetRole:
      return setRole(core, call);
    case Ask::CloseAccount:
      return closeAccount(core, call);
    case Ask::OwnAudit:
      return encoded(core.ownAudit(call.caller, after));
    case Ask::AuditSummary:
      return encoded(core.auditSummary(call.caller));
    case Ask::Audit:
      return encoded(core.audit(call.caller, after));
    default:
      return Error{ErrorCode::NotFound, "route"};
  }
}

Result<std::string> ask(HubCore& core, const Call& call) {
  switch (call.asked.route->ask) {
    case Ask::Ping:
      J_CHECK(core.epoch());  // the store answers
      return std::string();
    case Ask::Enrol:
      return enrol(core, call);
    case Ask::LeaveLetter:
      return leaveLetter(core, call);
    case Ask::TakeLetter:
      return takeLetter(core, call);
    case Ask::Introduce:
      return introduce(core, call);
    case Ask::Vaults:
      return vaults(core, call);
    case Ask::Standing:
      return standing(core, call);
    case Ask::Push:
      return push(core, call);
    case Ask::Pull:
      return pull(core, call);
    case Ask::Replace:
      return replace(core, call);
    case Ask::Statements:
      return statements(core, call);
    case Ask::State:
      return state(core, call);
    default:
      return askAboutPeople(core, call);
  }
}

}  // namespace

struct Desk::Impl {
  HubCore& core;
  DeskLimits limits;
  std::optional<RoomDesk> rooms;
  NonceMemory nonces;
  /// Refusals by address; forgotten every hour.
  std::map<std::string, int> refusals;
  std::int64_t refusalsSinceMs = 0;

  /// Signed by `key`, for this hub, now, and not before.
  bool genuine(const wire::RequestAuth& auth, const Request& request, const PublicKey& key) {
    const wire::Digest body = journal::crypto::hash(journal::crypto::bytesOf(request.body));
    const std::string text = signedPart(request.method, request.target, body, auth);
    return journal::crypto::verify(key, journal::crypto::bytesOf(text), auth.signature);
  }
  bool inTime(const wire::RequestAuth& auth) const {
    const std::int64_t window =
        std::chrono::duration_cast<std::chrono::milliseconds>(wire::kRequestWindow).count();
    const std::int64_t now = core.nowMs();
    return auth.createdMs >= now - window && auth.createdMs <= now + window;
  }

  /// The status of a request that is not to be answered, or 0 and who it is.
  int recognise(const Asked& asked, const Request& request, Caller& caller) {
    if (asked.route->by == Signed::Nobody) return 0;
    const auto auth = wire::decodeAuth(request.authorization);
    if (!auth.ok() || !inTime(*auth)) return 401;
    if (asked.route->by == Signed::ItsOwnKey) {
      const auto wanted = wire::decodeEnrolRequest(request.body);
      if (!wanted.ok()) return 400;
      const bool own = auth->service.isNil() && auth->device == wanted->device;
      if (!own || !genuine(*auth, request, wanted->signKey)) return 401;
    } else {
      if (auth->service != core.service()) return 401;
      auto known = core.identify(auth->device, request.address);
      if (!known.ok())
        return known.error().code == ErrorCode::Locked ? 401 : statusOf(known.error().code);
      caller = std::move(*known);
      if (!genuine(*auth, request, caller.signKey)) return 401;
    }
    switch (nonces.use(auth->nonce, core.nowMs())) {
      case NonceMemory::Answer::Fresh:
        return 0;
      case NonceMemory::Answer::Used:
        return 401;
      case NonceMemory::Answer::Full:
        return 503;
    }
    return 503;
  }

  /// Many refusals from one address are worth a row of the audit; each of them is not.
  void watch(const Request& request) {
    if (core.nowMs() - refusalsSinceMs >= kDeskHourMs) {
      refusals.clear();
      refusalsSinceMs = core.nowMs();
    }
    const std::string from = limitAddress(request.address);
    if (refusals.size() >= kMostWatched && refusals.count(from) == 0) return;
    // A row that cannot be written now is not worth failing the answer: the store says so itself.
    if (++refusals[from] == limits.refusalsForABurst)
      (void)core.note("refusals", "burst", request.address).ok();
  }
};

Desk::Desk(HubCore& core, const DeskLimits& limits, Rooms* rooms)
    : impl_(new Impl{
          core,
          limits,
          rooms == nullptr ? std::optional<RoomDesk>() : RoomDesk(core, *rooms),
          NonceMemory(
              std::chrono::duration_cast<std::chrono::milliseconds>(wire::kNonceMemory).count(),
              limits.nonces),
          {},
          0}) {}
Desk::~Desk() = default;

Response Desk::handle(const Request& request) {
  const auto asked = routeOf(request.method, request.target);
  if (!asked) return {404, {}};
  Caller caller;
  Response response;
  const int refusal = impl_->recognise(*asked, request, caller);
  if (refusal != 0) {
    response.status = refusal;
  } else if (asked->route->ask >= Ask::OpenRoom) {
    response = impl_->rooms ? impl_->rooms->answer(*asked, request, caller) : Response{404, {}};
  } else {
    response = answered(ask(impl_->core, {*asked, request, std::move(caller)}));
  }
  response.route = asked->route->name;
  if (response.status == 401) impl_->watch(request);
  return response;
}

std::size_t Desk::mostBody(std::string_view method, std::string_view target) {
  const auto asked = routeOf(method, target);
  return asked ? asked->route->mostBody : 0;
}

std::string_view Desk::laneOf(std::string_view method, std::string_view target) {
  const auto asked = routeOf(method, target);
  if (!asked) return {};
  const bool screens = asked->route->ask == Ask::RoomLog || asked->route->ask == Ask::RoomView;
  return screens ? asked->wild[0] : std::string_view{};
}

}  // namespace syncing::hub
