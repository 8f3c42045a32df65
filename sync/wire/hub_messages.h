#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "sync/wire/hub_link.h"

// The bodies of HubLink's calls over a network. Canonical and total, as service.h.

namespace syncing::wire {

inline constexpr std::size_t kMostSegmentsAMessage = 10'000;
inline constexpr std::size_t kMostHeads = 4096;
inline constexpr std::size_t kMostStatementsAMessage = 4096;
inline constexpr std::size_t kMostVaultsAMessage = 256;

///   segments   := u32 n, n*(u32 length, segment)
std::string encodeSegments(const std::vector<Segment>& segments);
journal::Result<std::vector<Segment>> decodeSegments(std::string_view bytes);
///   pushed     := head, u8 forked      head := device 16, u64 seq, mark 32
std::string encode(const Pushed& pushed);
journal::Result<Pushed> decodePushed(std::string_view bytes);
///   pulled     := u32 n, n*(u64 number, u32 length, segment), u64 next, u8 more, epoch 16
std::string encode(const Pulled& pulled);
journal::Result<Pulled> decodePulled(std::string_view bytes);
///   standing   := epoch 16, u64 newest, i64 now, u32 n, head*n
std::string encode(const Standing& standing);
journal::Result<Standing> decodeStanding(std::string_view bytes);
///   statements := u32 n, n*(u32 length, statement)
std::string encodeStatements(const std::vector<DeviceStatement>& statements);
journal::Result<std::vector<DeviceStatement>> decodeStatements(std::string_view bytes);
///   vaults     := u32 n, vault 16 *n
std::string encodeVaults(const std::vector<VaultId>& vaults);
journal::Result<std::vector<VaultId>> decodeVaults(std::string_view bytes);
///   letter     := u8 there, [letter]
std::string encodeLetter(const std::optional<std::string>& letter);
journal::Result<std::optional<std::string>> decodeLetter(std::string_view bytes);

}  // namespace syncing::wire
