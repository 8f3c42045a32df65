#include "app/desktop/demo.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/desktop/demo_submissions.h"
#include "app/desktop/home.h"
#include "journal/base/platform.h"
#include "journal/crypto/secret.h"
#include "journal/crypto/system_random.h"
#include "journal/exchange/assets_json.h"
#include "journal/exchange/name_book.h"
#include "journal/exchange/reflections_jsonl.h"
#include "journal/exchange/submission_json.h"
#include "journal/service/local_journal.h"

namespace app::desktop {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::SecretString;
using nlohmann::json;
namespace evidence = syncing::evidence;

constexpr const char* kPassphrase = "quiet corner brass band";
constexpr const char* kTutor = "Imani Brooke";
constexpr const char* kFacilitator = "Gethin Rees";
constexpr const char* kManager = "Farida Haleem";
constexpr std::size_t kMaxAssetBytes = std::size_t{8} << 20;

/// What the builder works with.
struct Workshop {
  std::filesystem::path assets;
  const journal::Clock& clock;
  journal::Random& random;
  journal::Framework framework;
  std::string service;
  std::vector<journal::KnownName> names;

  journal::service::Surroundings surroundings() const { return {clock, random}; }
};

std::string text(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void readNames(const json& root, const char* key, journal::NameKind kind, Workshop& shop) {
  const auto list = root.find(key);
  if (list == root.end() || !list->is_array()) return;
  for (const json& entry : *list) {
    journal::KnownName name;
    name.id = journal::NameId::random(shop.random);
    name.kind = kind;
    name.realName = text(entry, "real_name");
    name.codeName = text(entry, "code_name");
    name.ageBand = text(entry, "age_band");
    name.instrumentFamily = text(entry, "instrument_family");
    const auto also = entry.find("also_written");
    if (also != entry.end() && also->is_array()) {
      for (const json& form : *also) {
        if (form.is_string()) name.alsoWritten.push_back(form.get<std::string>());
      }
    }
    if (!name.codeName.empty()) shop.names.push_back(std::move(name));
  }
}

Result<void> readService(Workshop& shop) {
  J_TRY(const std::string framework,
        journal::readFile(shop.assets / "framework.json", kMaxAssetBytes));
  J_TRY(shop.framework, journal::exchange::readFramework(framework));
  J_TRY(const std::string words,
        journal::readFile(shop.assets / "demo" / "service.json", kMaxAssetBytes));
  const json root = json::parse(words, nullptr, false);
  if (!root.is_object()) return Error{ErrorCode::InvalidInput, "demo/service.json"};
  shop.service = text(root, "name");
  readNames(root, "young_people", journal::NameKind::YoungPerson, shop);
  readNames(root, "places", journal::NameKind::Place, shop);
  readNames(root, "colleagues", journal::NameKind::Colleague, shop);
  return {};
}

/// The lines of this tutor.
Result<std::string> linesOf(const Workshop& shop, const std::string& tutor) {
  J_TRY(const std::string all,
        journal::readFile(shop.assets / "demo" / "reflections.jsonl", kMaxAssetBytes));
  std::istringstream in(all);
  std::string lines;
  for (std::string line; std::getline(in, line);) {
    const json entry = json::parse(line, nullptr, false);
    if (entry.is_object() && text(entry, "tutor") == tutor) lines += line + "\n";
  }
  return lines;
}

Result<void> fillJournal(journal::service::Journal& journal, Workshop& shop) {
  const auto ids = [&shop](std::string_view) {
    journal::exchange::IdBytes bytes{};
    shop.random.fill(bytes);
    return bytes;
  };
  journal::service::ImportBatch batch;
  journal::exchange::NameBook book({}, ids);
  // Two people may be "the TA"; the book gives the second a code of its own.
  for (const journal::KnownName& name : shop.names) book.adopt(name);
  journal::exchange::ImportContext context;
  context.framework = &shop.framework;
  context.ids = ids;
  context.now = shop.clock.now();
  J_TRY(const std::string lines, linesOf(shop, kTutor));
  std::istringstream in(lines);
  J_TRY(const journal::exchange::ImportReport report,
        journal::exchange::importReflectionsJsonl(
            in, context, book, [&](journal::exchange::ImportedReflection one) -> Result<void> {
              batch.reflections.push_back(
                  {std::move(one.reflection), std::move(one.tags), std::move(one.intention)});
              return {};
            }));
  if (report.taken == 0) return Error{ErrorCode::InvalidInput, "demo/reflections.jsonl"};
  batch.names = book.all();
  J_CHECK(journal.apply(batch));
  return {};
}

Result<void> makeHome(const std::filesystem::path& home, const model::Person& person,
                      Workshop& shop) {
  std::error_code failed;
  std::filesystem::create_directories(home, failed);
  const SecretString secret{std::string_view(kPassphrase)};
  J_TRY(auto made,
        journal::service::LocalJournal::create(journalFolder(home), secret, shop.surroundings()));
  if (person.role == journal::Role::Tutor) J_CHECK(fillJournal(*made.journal, shop));
  return writePerson(home, person);
}

Result<void> approve(evidence::EvidenceStore& store, const DemoSubmission& submission) {
  J_CHECK(store.submit(journal::exchange::encodeSubmission(submission.content)));
  journal::ReviewRequest request;
  request.action = journal::ReviewAction::Approve;
  request.by = kFacilitator;
  request.role = journal::Role::Facilitator;
  J_CHECK(store.review(submission.content.caseStudy, request));
  request.by = kManager;
  request.role = journal::Role::Manager;
  J_CHECK(store.review(submission.content.caseStudy, request));
  return {};
}

Result<void> fillEvidence(const std::filesystem::path& folder, const Workshop& shop) {
  const SecretString secret{std::string_view(kPassphrase)};
  J_TRY(const auto made, evidence::EvidenceStore::create(folder, secret, shop.service, shop.clock));
  J_TRY(const std::string words,
        journal::readFile(shop.assets / "demo" / "case_studies.json", kMaxAssetBytes));
  J_TRY(const std::vector<DemoSubmission> submissions, readDemoSubmissions(words));
  for (const DemoSubmission& submission : submissions) J_CHECK(approve(*made.store, submission));
  return {};
}

std::filesystem::path temporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "afternote-demo-XXXXXX").string();
  const char* made = mkdtemp(name.data());
  return made != nullptr ? std::filesystem::path(made) : std::filesystem::path();
}

void tell(const char* words) {
  std::fprintf(stderr, "%s\n", words);
}

Result<void> build(const DemoPlaces& places, const std::filesystem::path& assets,
                   const journal::Clock& clock) {
  journal::crypto::SystemRandom random;
  Workshop shop{assets, clock, random, {}, {}, {}};
  J_CHECK(readService(shop));
  tell("Making the demonstration service (once, a few seconds) ...");
  for (std::size_t i = 0; i < places.people.size(); ++i) {
    model::Person person = places.people[i];
    person.service = shop.service;
    J_CHECK(makeHome(places.homes[i], person, shop));
  }
  return fillEvidence(places.evidence.folder, shop);
}

}  // namespace

std::string demoPassphrase() {
  return kPassphrase;
}

Result<DemoPlaces> openDemo(const std::filesystem::path& folder,
                            const std::filesystem::path& assets, const journal::Clock& clock) {
  const std::filesystem::path root = folder.empty() ? temporaryFolder() : folder;
  if (root.empty()) return Error{ErrorCode::Io, "temporary folder"};
  DemoPlaces places;
  places.people = {{kTutor, journal::Role::Tutor, {}},
                   {kFacilitator, journal::Role::Facilitator, {}},
                   {kManager, journal::Role::Manager, {}}};
  places.homes = {root / "imani", root / "gethin", root / "farida"};
  places.evidence = {root / "evidence", root / "reports", kPassphrase};
  std::error_code ignored;
  // The evidence store is made last: where it is, everything is.
  if (!std::filesystem::exists(places.evidence.folder, ignored)) {
    J_CHECK(build(places, assets, clock));
  }
  for (std::size_t i = 0; i < places.homes.size(); ++i) {
    if (const auto person = readPerson(places.homes[i])) places.people[i] = *person;
  }
  return places;
}

}  // namespace app::desktop
