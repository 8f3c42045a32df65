#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "sync/hub/core.h"
#include "sync/hub/server/server.h"
#include "sync/wire/enrolment.h"

namespace app::hub {

/// What a hub's configuration file says: lines of "name = value", "#" begins a comment. Every name
/// and what it means stands in assets/hub/afternote-hub.conf.
struct Config {
  std::filesystem::path folder;          ///< store, certificate; the hub's alone
  std::filesystem::path passphraseFile;  ///< opens the store; not with PostgreSQL
  std::string postgresql;                ///< libpq connection string; "" for a store in `folder`
  std::string service;                   ///< id in hex; "" when the store holds one service only
  std::string publicHost;                ///< as tutors reach it; goes into invitations
  std::uint16_t publicPort = 0;          ///< 0: as `server.port`
  std::filesystem::path backupFolder;    ///< "" for none
  int backupHours = 24;
  int backupsKept = 14;
  bool logRequests = false;
  syncing::hub::ServerOptions server;
  syncing::hub::CoreLimits core;
};

/// InvalidInput, its advice naming the line, for a name that is not known, comes twice or has a
/// value that cannot be, and for what is missing.
journal::Result<Config> parseConfig(std::string_view text);
journal::Result<Config> readConfig(const std::filesystem::path& file);

}  // namespace app::hub
