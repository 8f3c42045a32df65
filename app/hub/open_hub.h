#pragma once

#include <memory>
#include <string>

#include "app/hub/config.h"
#include "journal/base/random.h"
#include "journal/base/time.h"
#include "sync/hub/core.h"
#include "sync/storage/database.h"

namespace app::hub {

/// A service's store, open, with what it needs to live.
struct OpenHub {
  std::unique_ptr<syncing::storage::Database> database;
  std::unique_ptr<syncing::hub::HubCore> core;
};

struct NewHub {
  OpenHub hub;
  std::string recoveryKey;  ///< of a store in a folder; "" with PostgreSQL
};

/// How dear guessing the store's passphrase is made; tests make it cheap.
syncing::storage::KdfPreset kdfPreset();

/// Makes the store (or a service more, with PostgreSQL). Conflict when there is one.
journal::Result<NewHub> makeHub(const Config& config, const std::string& serviceName,
                                const journal::Clock& clock, journal::Random& random);
journal::Result<OpenHub> openHub(const Config& config, const journal::Clock& clock,
                                 journal::Random& random);

/// The certificate to serve with: the configured one, or the hub's own, made if need be.
journal::Result<syncing::hub::CertificateFiles> certificateFor(const Config& config);
/// What a tutor is given.
journal::Result<std::string> enrolmentText(const Config& config, const std::string& code);

/// Copies store and certificate to a new folder named after the time, and drops the oldest beyond
/// those kept. Its path.
journal::Result<std::filesystem::path> backUp(const Config& config,
                                              syncing::storage::Database& database,
                                              const journal::Clock& clock);
/// Puts a backup in place, where there is no store; the passphrase is the one of the time. The
/// hub's cursors start anew.
journal::Result<void> restore(const Config& config, const std::filesystem::path& backup,
                              const journal::Clock& clock, journal::Random& random);

}  // namespace app::hub
