#include "app/cli/context.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/cli/asset_files.h"
#include "app/keeping/about.h"
#include "journal/base/platform.h"
#include "journal/domain/case_study.h"

namespace app::cli {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::SecretString;

namespace {

constexpr std::size_t kMaxText = std::size_t{8} << 20;
constexpr std::size_t kLeastPassphrase = 8;

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// Whether `hex` begins with the digits somebody typed.
bool beginsWith(const std::string& hex, const std::string& typed) {
  return hex.compare(0, typed.size(), typed) == 0;
}

Error tooShortAnId() {
  return Error{ErrorCode::InvalidInput, "id", "Give at least the first four digits of its id."};
}
Error several() {
  return Error{ErrorCode::Conflict, "id", "Several begin like that. Give more digits of the id."};
}

}  // namespace

journal::crypto::KdfPreset Context::preset() const {
#ifdef AFTERNOTE_TESTING
  if (options.fastKdf) return journal::crypto::KdfPreset::Fast;
#endif
  return journal::crypto::KdfPreset::Standard;
}

journal::service::Surroundings Context::surroundings() const {
  return {clock, random, preset()};
}

journal::LocalDate Context::today() const {
  return dayOf(clock.now());
}

journal::LocalDate Context::dayOf(journal::UtcTime at) const {
  return journal::localDate(at, clock.utcOffset(at));
}

journal::exchange::IdSource Context::randomIds() const {
  return [this](std::string_view) {
    journal::exchange::IdBytes bytes{};
    random.fill(bytes);
    return bytes;
  };
}

Result<SecretString> Context::secret(const SecretSource& source, const std::string& prompt) const {
  if (!source.file.empty()) return secretFromFile(source.file);
  if (source.descriptor >= 0) return secretFromDescriptor(source.descriptor);
  return terminal.askSecret(prompt);
}

Result<SecretString> Context::newSecret(const SecretSource& source,
                                        const std::string& prompt) const {
  auto first = secret(source, prompt);
  if (!first.ok()) return first;
  if (first->view().size() < kLeastPassphrase) {
    return Error{ErrorCode::InvalidInput, "passphrase too short",
                 "That is short enough to guess. Use at least eight characters; four or five plain "
                 "words are best."};
  }
  if (!source.file.empty() || source.descriptor >= 0) return first;
  J_TRY(const SecretString second, terminal.askSecret("The same once more"));
  if (second.view() != first->view()) {
    return Error{ErrorCode::InvalidInput, "passphrases differ", "The two are not the same."};
  }
  return first;
}

Result<std::unique_ptr<journal::service::LocalJournal>> Context::openJournal() const {
  J_TRY(const SecretString passphrase, secret(options.passphrase, "Passphrase"));
  return journal::service::LocalJournal::unlock(options.vault, passphrase, surroundings());
}

Result<std::unique_ptr<syncing::evidence::EvidenceStore>> Context::openEvidence(
    const SecretSource& source) const {
  J_TRY(const SecretString passphrase, secret(source, "Passphrase of the evidence store"));
  return syncing::evidence::EvidenceStore::open(options.evidence, passphrase, clock, preset());
}

Result<journal::Framework> Context::framework() const {
  J_TRY(const std::filesystem::path assets, findAssets(options.assets));
  return loadFramework(assets);
}

Result<journal::Framework> Context::frameworkOf(journal::service::Journal& journal) const {
  J_TRY(const journal::Framework ours, framework());
  J_TRY(const journal::OwnFrameworks own, journal.ownFrameworks());
  return journal::frameworkInForce(ours, own, today());
}

Result<std::string> Context::readText(const std::string& file) const {
  if (!file.empty() && file != "-") {
    auto bytes = journal::readFile(file, kMaxText);
    if (bytes.ok()) return bytes;
    const bool tooLong = bytes.error().code == ErrorCode::InvalidInput;
    return Error{bytes.error().code, "text file",
                 tooLong ? "That file is longer than 8 MB." : "That file cannot be read."};
  }
  if (terminal.inIsTerminal) {
    terminal.err << "Write, then end with Ctrl+D on a line of its own.\n";
  }
  std::string text;
  std::istreambuf_iterator<char> at(terminal.in);
  for (; at != std::istreambuf_iterator<char>() && text.size() <= kMaxText; ++at) text += *at;
  if (text.size() > kMaxText) {
    return Error{ErrorCode::InvalidInput, "text", "That text is longer than 8 MB."};
  }
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  if (text.empty()) {
    return Error{ErrorCode::InvalidInput, "no text",
                 "There is no text. Give it with --file, or on "
                 "standard input."};
  }
  return text;
}

Result<std::string> Context::given(const std::string& argument) const {
  if (argument.size() < 2 || argument.front() != '@') return argument;
  std::string line;
  if (argument == "@-") {
    std::getline(terminal.in, line);
  } else {
    J_TRY(const std::string text, readText(argument.substr(1)));
    line = text.substr(0, text.find('\n'));
  }
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
  if (!line.empty()) return line;
  return Error{ErrorCode::InvalidInput, "empty line", "There is no name on that first line."};
}

void Context::say(const std::string& line) const {
  terminal.out << line << '\n';
}
void Context::remark(const std::string& line) const {
  terminal.err << line << '\n';
}
void Context::print(const nlohmann::ordered_json& value) const {
  terminal.out << value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
               << '\n';
}

Result<journal::ReflectionId> findReflection(journal::service::Journal& journal,
                                             const std::string& id) {
  const std::string typed = lower(id);
  if (const auto whole = journal::ReflectionId::fromHex(typed)) return *whole;
  if (typed.size() < 4) return tooShortAnId();
  std::optional<journal::ReflectionId> found;
  const auto look = [&](const std::vector<journal::service::ReflectionRow>& rows) {
    for (const auto& row : rows) {
      if (!beginsWith(row.id.hex(), typed)) continue;
      if (found) return false;
      found = row.id;
    }
    return true;
  };
  J_TRY(const auto binned, journal.binned());
  if (!look(binned)) return several();
  constexpr std::size_t kPage = 500;
  std::optional<journal::ReflectionId> before;
  while (true) {
    J_TRY(const auto rows, journal.newest(kPage, before));
    if (!look(rows)) return several();
    if (rows.size() < kPage) break;
    before = rows.back().id;
  }
  if (found) return *found;
  return Error{ErrorCode::NotFound, "reflection", "There is no reflection with that id."};
}

Result<journal::CaseStudyId> findCaseStudy(journal::service::Journal& journal,
                                           const std::string& id) {
  const std::string typed = lower(id);
  if (const auto whole = journal::CaseStudyId::fromHex(typed)) return *whole;
  if (typed.size() < 4) return tooShortAnId();
  J_TRY(const auto rows, journal.caseStudies());
  std::optional<journal::CaseStudyId> found;
  for (const auto& row : rows) {
    if (!beginsWith(row.id.hex(), typed)) continue;
    if (found) return several();
    found = row.id;
  }
  if (found) return *found;
  return Error{ErrorCode::NotFound, "case study", "There is no case study with that id."};
}

Result<journal::KnownName> findName(journal::service::Journal& journal, const std::string& text) {
  J_TRY(const auto names, journal.names());
  return whoIsMeant(names, text);
}

}  // namespace app::cli
