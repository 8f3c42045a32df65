#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "app/cli/terminal.h"
#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/domain/framework.h"
#include "journal/exchange/imported.h"
#include "journal/service/local_journal.h"
#include "sync/evidence/evidence_store.h"

namespace app::cli {

/// Where a passphrase comes from: a file, a descriptor, or a person.
struct SecretSource {
  std::string file;
  int descriptor = -1;
};

/// What every command may be given.
struct Options {
  std::filesystem::path vault;
  std::filesystem::path evidence;
  std::filesystem::path assets;
  SecretSource passphrase;
  SecretSource newPassphrase;
  SecretSource evidencePassphrase;
  bool json = false;
  bool verbose = false;
  bool fastKdf = false;  ///< only settable with AFTERNOTE_TESTING
};

/// One run of the program: its options, its surroundings, and the command that was chosen.
struct Context {
  Context(Terminal& useTerminal, const journal::Clock& useClock, journal::Random& useRandom)
      : terminal(useTerminal), clock(useClock), random(useRandom) {}

  Options options;
  Terminal& terminal;
  const journal::Clock& clock;
  journal::Random& random;
  /// Whether somebody asked long work to end after what it has in hand (Ctrl+C); from the first
  /// time it is asked on. May be empty.
  std::function<bool()> interrupted = {};
  std::function<journal::Result<int>()> action;

  journal::service::Surroundings surroundings() const;
  journal::crypto::KdfPreset preset() const;
  journal::LocalDate today() const;
  journal::LocalDate dayOf(journal::UtcTime at) const;  ///< where this machine is
  journal::exchange::IdSource randomIds() const;

  journal::Result<journal::crypto::SecretString> secret(const SecretSource& source,
                                                        const std::string& prompt) const;
  /// A new passphrase, asked for twice when a person types it; InvalidInput when it is too short or
  /// the two differ.
  journal::Result<journal::crypto::SecretString> newSecret(const SecretSource& source,
                                                           const std::string& prompt) const;

  journal::Result<std::unique_ptr<journal::service::LocalJournal>> openJournal() const;
  journal::Result<std::unique_ptr<syncing::evidence::EvidenceStore>> openEvidence(
      const SecretSource& source) const;
  /// As it came with Afternote.
  journal::Result<journal::Framework> framework() const;
  /// The version in force in this journal today.
  journal::Result<journal::Framework> frameworkOf(journal::service::Journal& journal) const;

  /// The text of `file`, or of standard input when it is empty or "-": what somebody wrote never
  /// comes as an argument, where other programs can read it.
  journal::Result<std::string> readText(const std::string& file) const;

  /// What an argument stands for: itself, or, from "@FILE", the first line of that file ("@-": the
  /// next line of standard input). Names stay out of arguments so, which other programs can read.
  journal::Result<std::string> given(const std::string& argument) const;

  void say(const std::string& line) const;     ///< to out
  void remark(const std::string& line) const;  ///< to err
  void print(const nlohmann::ordered_json& value) const;
};

/// A reflection by its whole id or the start of it (four digits or more). NotFound, or Conflict
/// when several begin so.
journal::Result<journal::ReflectionId> findReflection(journal::service::Journal& journal,
                                                      const std::string& id);
journal::Result<journal::CaseStudyId> findCaseStudy(journal::service::Journal& journal,
                                                    const std::string& id);
/// A name by code name, real name or id.
journal::Result<journal::KnownName> findName(journal::service::Journal& journal,
                                             const std::string& text);

}  // namespace app::cli
