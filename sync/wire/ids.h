#pragma once

#include <array>
#include <cstdint>

#include "journal/domain/ids.h"

namespace syncing::wire {

using journal::DeviceId;
using journal::VaultId;
/// A key that seals what a journal sends between two changes of its device list.
using EpochId = journal::Id<struct EpochIdTag>;
/// A music service: the first part of every primary key of a hub.
using ServiceId = journal::Id<struct ServiceIdTag>;
/// A person of a service, as the hub knows them.
using AccountId = journal::Id<struct AccountIdTag>;
/// Where two devices leave each other a letter while one is being added.
using MailboxId = journal::Id<struct MailboxIdTag>;
/// A hub's storage since it was made or restored: another one means its cursors start anew.
using HubEpoch = journal::Id<struct HubEpochTag>;

using Digest = std::array<std::uint8_t, 32>;
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

}  // namespace syncing::wire
