#include "app/desktop/demo.h"

#include <cstdio>
#include <cstdlib>

#include "app/cli/demo_service.h"
#include "app/desktop/home.h"
#include "journal/crypto/secret.h"
#include "journal/crypto/system_random.h"
#include "journal/service/local_journal.h"

namespace app::desktop {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

/// Who reviews has a journal of their own too, an empty one, with the same passphrase.
Result<void> addReviewer(const std::filesystem::path& home, const model::Person& person,
                         const std::string& passphrase,
                         const journal::service::Surroundings& surroundings) {
  std::error_code failed;
  std::filesystem::create_directories(home, failed);
  const journal::crypto::SecretString secret(passphrase);
  J_CHECK(journal::service::LocalJournal::create(journalFolder(home), secret, surroundings));
  return writePerson(home, person);
}

std::filesystem::path temporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "afternote-demo-XXXXXX").string();
  const char* made = mkdtemp(name.data());
  return made != nullptr ? std::filesystem::path(made) : std::filesystem::path();
}

/// The folders of a demonstration in `root`; everything else about it is in them.
DemoPlaces placesIn(const std::filesystem::path& root) {
  DemoPlaces places;
  places.homes = {root / "tutor", root / "facilitator", root / "manager"};
  places.evidence.folder = root / "tutor" / "evidence";
  places.evidence.reports = root / "reports";
  return places;
}

Result<void> build(const std::filesystem::path& root, const std::filesystem::path& assets,
                   const journal::Clock& clock) {
  std::fprintf(stderr, "Making the demonstration service (once, a few seconds) ...\n");
  journal::crypto::SystemRandom random;
  const journal::service::Surroundings surroundings{clock, random};
  const DemoPlaces places = placesIn(root);
  J_TRY(const DemoReport report, buildDemo(places.homes[0], assets, surroundings));
  J_CHECK(writePerson(places.homes[0], {report.person, journal::Role::Tutor, report.service}));
  J_CHECK(addReviewer(places.homes[1],
                      {report.facilitator, journal::Role::Facilitator, report.service},
                      report.passphrase, surroundings));
  J_CHECK(addReviewer(places.homes[2], {report.manager, journal::Role::Manager, report.service},
                      report.passphrase, surroundings));
  // Last: where it is, everything is. It is a passphrase to be shown.
  return journal::replaceFileAtomically(root / "passphrase", report.passphrase);
}

}  // namespace

Result<DemoPlaces> openDemo(const std::filesystem::path& folder,
                            const std::filesystem::path& assets, const journal::Clock& clock) {
  const std::filesystem::path root = folder.empty() ? temporaryFolder() : folder;
  if (root.empty()) return Error{ErrorCode::Io, "temporary folder"};
  std::error_code ignored;
  if (!std::filesystem::exists(root / "passphrase", ignored)) {
    J_CHECK(build(root, assets, clock));
  }
  DemoPlaces places = placesIn(root);
  J_TRY(places.evidence.passphrase, journal::readFile(root / "passphrase", 1024));
  for (const std::filesystem::path& home : places.homes) {
    places.people.push_back(readPerson(home).value_or(model::Person{}));
  }
  return places;
}

}  // namespace app::desktop
