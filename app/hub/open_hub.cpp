#include "app/hub/open_hub.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "journal/base/platform.h"
#include "sync/wire/enrolment.h"

namespace app::hub {

namespace fs = std::filesystem;
namespace storage = syncing::storage;
using journal::Clock;
using journal::Error;
using journal::ErrorCode;
using journal::Random;
using journal::Result;
using syncing::hub::HubCore;

namespace {

constexpr std::size_t kMostSecret = 4096;
constexpr std::size_t kMostCertificate = 256 * 1024;
constexpr const char* kStore = "store";

Result<storage::Passphrase> passphraseOf(const Config& config) {
  const auto text = journal::readFile(config.passphraseFile, kMostSecret);
  if (!text.ok())
    return Error{text.error().code, "passphrase file", "The passphrase file cannot be read."};
  const std::string line = text->substr(0, text->find_first_of("\r\n"));
  if (line.empty())
    return Error{ErrorCode::InvalidInput, "passphrase file", "The passphrase file is empty."};
  return storage::Passphrase(line);
}

Result<syncing::wire::ServiceId> chosenService(const Config& config, storage::Database& database) {
  if (!config.service.empty()) {
    const auto id = syncing::wire::ServiceId::fromHex(config.service);
    if (!id)
      return Error{ErrorCode::InvalidInput, "service id", "Configuration: \"service\" is no id."};
    return *id;
  }
  J_TRY(const auto services, HubCore::services(database));
  if (services.size() == 1) return services.front();
  if (services.empty())
    return Error{ErrorCode::NotFound, "no service",
                 "There is no service in this store yet. Run \"afternote-hub init\" first."};
  return Error{ErrorCode::InvalidInput, "several services",
               "This store holds several services. Say which one with \"service\" in the "
               "configuration."};
}

Result<void> copyFile(const fs::path& from, const fs::path& to) {
  J_TRY(const std::string bytes, journal::readFile(from, kMostCertificate));
  return journal::replaceFileAtomically(to, bytes);
}

Result<void> dropOldBackups(const Config& config) {
  std::vector<fs::path> folders;
  std::error_code code;
  for (const auto& entry : fs::directory_iterator(config.backupFolder, code)) {
    if (entry.is_directory(code) && fs::exists(entry.path() / kStore, code))
      folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  for (std::size_t i = 0; i + static_cast<std::size_t>(config.backupsKept) < folders.size(); ++i)
    fs::remove_all(folders[i], code);
  if (code) return Error{ErrorCode::Io, "old backups: " + std::to_string(code.value())};
  return {};
}

}  // namespace

storage::KdfPreset kdfPreset() {
#ifdef AFTERNOTE_TESTING
  if (std::getenv("AFTERNOTE_TESTING_FAST_KDF") != nullptr) return storage::KdfPreset::Fast;
#endif
  return storage::KdfPreset::Standard;
}

Result<NewHub> makeHub(const Config& config, const std::string& serviceName, const Clock& clock,
                       Random& random) {
  NewHub made;
  if (config.postgresql.empty()) {
    std::error_code code;
    fs::create_directories(config.folder, code);
    if (!code) fs::permissions(config.folder, fs::perms::owner_all, code);
    if (code)
      return Error{ErrorCode::Io, "hub folder", "The hub's folder cannot be made or kept private."};
    J_TRY(const storage::Passphrase passphrase, passphraseOf(config));
    J_TRY(auto fresh, storage::Database::create(config.folder / kStore, passphrase, kdfPreset()));
    made.hub.database = std::move(fresh.database);
    made.recoveryKey = std::string(fresh.recoveryKey.view());
  } else {
    J_TRY(made.hub.database, storage::Database::connect(config.postgresql));
  }
  J_TRY(made.hub.core,
        HubCore::create(*made.hub.database, serviceName, clock, random, config.core));
  return made;
}

Result<OpenHub> openHub(const Config& config, const Clock& clock, Random& random) {
  OpenHub opened;
  if (config.postgresql.empty()) {
    J_TRY(const storage::Passphrase passphrase, passphraseOf(config));
    J_TRY(opened.database,
          storage::Database::open(config.folder / kStore, passphrase, kdfPreset()));
  } else {
    J_TRY(opened.database, storage::Database::connect(config.postgresql));
  }
  J_TRY(const auto service, chosenService(config, *opened.database));
  J_TRY(opened.core, HubCore::open(*opened.database, service, clock, random, config.core));
  return opened;
}

Result<syncing::hub::CertificateFiles> certificateFor(const Config& config) {
  if (!config.server.certificate.chain.empty()) return config.server.certificate;
  std::error_code code;
  fs::create_directories(config.folder, code);
  return syncing::hub::ownCertificate(config.folder);
}

Result<std::string> enrolmentText(const Config& config, const std::string& code) {
  J_TRY(const auto files, certificateFor(config));
  J_TRY(const auto pin, syncing::hub::pinOf(files.chain));
  const std::uint16_t port = config.publicPort != 0 ? config.publicPort : config.server.port;
  return syncing::wire::formatEnrolment({config.publicHost, port, pin, code});
}

Result<fs::path> backUp(const Config& config, storage::Database& database, const Clock& clock) {
  if (config.backupFolder.empty())
    return Error{ErrorCode::InvalidInput, "no backup folder",
                 "Configuration: \"backup_folder\" says where backups go; it is missing."};
  std::string name = journal::isoTime(clock.now());
  std::replace(name.begin(), name.end(), ':', '-');
  const fs::path folder = config.backupFolder / name;
  std::error_code code;
  fs::create_directories(folder, code);
  if (code) return Error{ErrorCode::Io, "backup folder", "The backup folder cannot be made."};
  J_CHECK(database.copyTo(folder / kStore));
  if (config.server.certificate.chain.empty()) {
    J_TRY(const auto own, certificateFor(config));
    J_CHECK(copyFile(own.key, folder / own.key.filename()));
    J_CHECK(copyFile(own.chain, folder / own.chain.filename()));
  }
  J_CHECK(dropOldBackups(config));
  return folder;
}

Result<void> restore(const Config& config, const fs::path& backup, const Clock& clock,
                     Random& random) {
  std::error_code code;
  if (fs::exists(config.folder / kStore, code))
    return Error{ErrorCode::Conflict, "store in the way",
                 "There is a store in the hub's folder already. Nothing was changed; move it away "
                 "first."};
  fs::create_directories(config.folder, code);
  J_TRY(const storage::Passphrase passphrase, passphraseOf(config));
  {
    J_TRY(const auto kept, storage::Database::open(backup / kStore, passphrase, kdfPreset()));
    J_CHECK(kept->copyTo(config.folder / kStore));
  }
  for (const char* name : {"hub-key.pem", "hub-certificate.pem"}) {
    if (fs::exists(backup / name, code) && !fs::exists(config.folder / name, code))
      J_CHECK(copyFile(backup / name, config.folder / name));
  }
  J_TRY(const OpenHub opened, openHub(config, clock, random));
  J_CHECK(opened.core->checkAudit());
  J_CHECK(opened.core->beginNewEpoch());
  return {};
}

}  // namespace app::hub
