#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "sync/hub/core.h"

// Private to this folder: what the parts of the core share.

namespace syncing::hub {

template <class Tag>
std::string_view blob(const journal::Id<Tag>& id) {
  return {reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size()};
}
template <std::size_t N>
std::string_view blob(const std::array<std::uint8_t, N>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), N};
}
/// From a column; the schema checks its length, anything missing reads as zeros.
template <std::size_t N>
std::array<std::uint8_t, N> arrayAt(const storage::Statement& row, int column) {
  const std::string bytes = row.bytes(column);
  std::array<std::uint8_t, N> out{};
  std::copy_n(bytes.begin(), std::min(bytes.size(), N), out.begin());
  return out;
}
template <class IdType>
IdType idAt(const storage::Statement& row, int column) {
  return IdType::fromBytes(arrayAt<16>(row, column));
}

struct HubCore::Impl {
  storage::Database& database;
  const journal::Clock& clock;
  journal::Random& random;
  CoreLimits limits;
  ServiceId service;
  std::string serviceName;

  std::int64_t nowMs() const { return clock.now().time_since_epoch().count(); }
  /// A statement with :service bound.
  journal::Result<storage::Statement> prepare(std::string_view sql) const {
    J_TRY(auto statement, database.prepare(sql));
    statement.bindBytes(":service", blob(service));
    return statement;
  }
  /// Locked, and a row in the audit, when the table says no.
  journal::Result<void> permit(const Caller& caller, Endpoint endpoint, Scope scope,
                               std::string_view object);
  /// For an account of this service: whose it is.
  static Scope scopeOf(const Caller& caller, const AccountId& account) {
    return caller.account == account ? Scope::Own : Scope::Colleague;
  }
  /// The same for a vault. One that is not there is nobody's, which no role may ask about.
  journal::Result<void> permitVault(const Caller& caller, Endpoint endpoint, const VaultId& vault);
  /// Counts a try and refuses the one too many within an hour (Network). Callers in this process,
  /// who have no address, are not counted.
  journal::Result<void> limitTries(const char* kind, const std::string& address, int perAddress,
                                   int inAll);
  journal::Result<Invitation> makeInvitation(Role role, const std::optional<AccountId>& existing,
                                             const AccountId& madeBy);
};

inline journal::Error refused() {
  return {journal::ErrorCode::Locked, "not theirs to ask"};
}

}  // namespace syncing::hub
