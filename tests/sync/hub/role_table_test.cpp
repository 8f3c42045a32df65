// The table of security.md 4.3 against what the hub does: every endpoint for every role, over what
// is the caller's own, a colleague's, and another service's.
#include <functional>

#include "tests/sync/hub/hub_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;
using journal::Result;

/// Two services in one store, two people of each role in the first.
struct Service {
  explicit Service(storage::Database& database, StillClock& clock, journal::SeededRandom& random)
      : hub(std::move(HubCore::create(database, "a service", clock, random)).value()) {
    for (const Role role : kRoles) {
      for (auto* people : {&first, &second}) {
        auto& device = people->emplace_back(random);
        const auto invitation = hub->inviteLocally(role);
        const std::string address = "192.0.2." + std::to_string(++addresses);
        EXPECT_OK(hub->enrol(invitation->code, device.id, device.key(), address));
        // An auditor keeps no journal; give them one below the table to ask about.
        Caller founder = *hub->identify(device.id, "");
        if (role == Role::Auditor) founder.role = Role::Tutor;
        EXPECT_OK(hub->state(founder, device.vault, device.found()));
      }
    }
  }
  Caller of(const std::vector<TestDevice>& people, Role role) const {
    const auto at =
        static_cast<std::size_t>(std::find(kRoles.begin(), kRoles.end(), role) - kRoles.begin());
    return *hub->identify(people[at].id, "");
  }
  const TestDevice& device(const Caller& caller) const {
    for (const auto* people : {&first, &second}) {
      for (const TestDevice& one : *people) {
        if (one.id == caller.device) return one;
      }
    }
    ADD_FAILURE() << "not of this service";
    return first.front();
  }
  std::unique_ptr<HubCore> hub;
  std::vector<TestDevice> first;
  std::vector<TestDevice> second;
  int addresses = 0;
};

/// Asks `endpoint` of `service` as `caller` about what `owner` has.
ErrorCode ask(Service& service, Endpoint endpoint, const Caller& caller, const Caller& owner,
              const TestDevice& theirs) {
  const auto codeOf = [](const auto& result) {
    return result.ok() ? ErrorCode::Internal : result.error().code;  // Internal: no refusal
  };
  HubCore& hub = *service.hub;
  switch (endpoint) {
    case Endpoint::Vaults:
      return codeOf(hub.vaults(caller));
    case Endpoint::Standing:
      return codeOf(hub.standing(caller, owner.vault));
    case Endpoint::Push:
      return codeOf(hub.push(caller, owner.vault, {theirs.segment(1, 2)}));
    case Endpoint::Replace:
      return codeOf(hub.replace(caller, owner.vault, theirs.without(theirs.segment(1, 2), 1)));
    case Endpoint::Pull:
      return codeOf(hub.pull(caller, owner.vault, 0, 1000));
    case Endpoint::Statements:
      return codeOf(hub.statements(caller, owner.vault));
    case Endpoint::State:
      return codeOf(hub.state(caller, owner.vault, theirs.newKey()));
    case Endpoint::Invite:
      return codeOf(hub.invite(caller, Role::Tutor, std::nullopt));
    case Endpoint::Invitations:
      return codeOf(hub.invitations(caller));
    case Endpoint::Accounts:
      return codeOf(hub.accounts(caller));
    case Endpoint::SetRole:
      return codeOf(hub.setRole(caller, owner.account, owner.role));
    case Endpoint::CloseAccount:
      return codeOf(hub.closeAccount(caller, owner.account));
    case Endpoint::OwnAudit:
      return codeOf(hub.ownAudit(caller, 0));
    case Endpoint::AuditSummary:
      return codeOf(hub.auditSummary(caller));
    case Endpoint::Audit:
      return codeOf(hub.audit(caller, 0));
    case Endpoint::HostRoom:
      return codeOf(hub.mayHost(caller));
    case Endpoint::kCount:
      break;
  }
  ADD_FAILURE();
  return ErrorCode::Internal;
}

/// Endpoints about the service as a whole have no own and colleague's: they are asked once.
bool hasOwner(Endpoint endpoint) {
  switch (endpoint) {
    case Endpoint::Invite:
    case Endpoint::Invitations:
    case Endpoint::Accounts:
    case Endpoint::OwnAudit:
    case Endpoint::Vaults:
    case Endpoint::AuditSummary:
    case Endpoint::Audit:
    case Endpoint::HostRoom:
      return false;
    default:
      return true;
  }
}

TEST(RoleTable, EveryEndpointAnswersAsTheTableSays) {
  int asked = 0;
  for (int i = 0; i < static_cast<int>(Endpoint::kCount); ++i) {
    const auto endpoint = static_cast<Endpoint>(i);
    for (const Role role : kRoles) {
      for (const Scope scope : {Scope::Own, Scope::Colleague, Scope::OtherService}) {
        StillClock clock;
        journal::SeededRandom random(7);
        auto database = freshDatabase(Backend::Memory);
        Service here(*database, clock, random);
        Service elsewhere(*database, clock, random);
        const Caller me = here.of(here.first, role);
        Service& askedService = scope == Scope::OtherService ? elsewhere : here;
        const Caller owner = scope == Scope::Own         ? me
                             : scope == Scope::Colleague ? here.of(here.second, Role::Tutor)
                                                         : elsewhere.of(elsewhere.first, role);
        const TestDevice& theirs = askedService.device(owner);
        if (endpoint == Endpoint::Replace && scope != Scope::OtherService) {
          Caller pusher = owner;
          if (pusher.role == Role::Auditor) pusher.role = Role::Tutor;
          EXPECT_OK(here.hub->push(pusher, owner.vault, {theirs.segment(1, 2)}));
        }
        const bool isOfTheCaller = endpoint == Endpoint::OwnAudit || endpoint == Endpoint::Vaults ||
                                   endpoint == Endpoint::HostRoom;
        if (!hasOwner(endpoint) && scope == Scope::Own && !isOfTheCaller) continue;
        if (isOfTheCaller && scope == Scope::Colleague) continue;
        const bool may = allowed(role, endpoint, scope);
        const ErrorCode answer = ask(askedService, endpoint, me, owner, theirs);
        EXPECT_EQ(answer, may ? ErrorCode::Internal : ErrorCode::Locked)
            << name(role) << " asks " << name(endpoint) << " of "
            << (scope == Scope::Own         ? "their own"
                : scope == Scope::Colleague ? "a colleague"
                                            : "another service");
        ++asked;
      }
    }
  }
  EXPECT_EQ(asked, 16 * 5 * 3 - 8 * 5);
}

TEST(RoleTable, NobodyReadsOrWritesSomebodyElsesJournalEver) {
  for (const Role role : kRoles) {
    for (const Endpoint endpoint : {Endpoint::Standing, Endpoint::Push, Endpoint::Replace,
                                    Endpoint::Pull, Endpoint::Statements, Endpoint::State}) {
      EXPECT_FALSE(allowed(role, endpoint, Scope::Colleague));
      EXPECT_FALSE(allowed(role, endpoint, Scope::OtherService));
    }
  }
}

TEST(RoleTable, WhatIsNotInItIsNo) {
  for (const Role role : {static_cast<Role>(0), static_cast<Role>(6), static_cast<Role>(255)}) {
    for (int i = 0; i < static_cast<int>(Endpoint::kCount); ++i)
      EXPECT_FALSE(allowed(role, static_cast<Endpoint>(i), Scope::Own));
  }
  for (const Role role : kRoles) EXPECT_FALSE(allowed(role, Endpoint::kCount, Scope::Own));
}

TEST(RoleTable, NamesOfRolesAreReadBack) {
  for (const Role role : kRoles) {
    EXPECT_EQ(parseRole(name(role)), role);
    EXPECT_EQ(roleFrom(static_cast<std::int64_t>(role)), role);
  }
  EXPECT_EQ(parseRole("owner"), std::nullopt);
  EXPECT_EQ(roleFrom(0), std::nullopt);
}

}  // namespace
}  // namespace syncing::hub::test
