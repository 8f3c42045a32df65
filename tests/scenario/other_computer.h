#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/desktop/local_devices.h"
#include "journal/service/local_journal.h"

namespace tests {

/// A tutor's other computer, as far as synchronising goes: a journal and the real door to its
/// devices, without a window.
class OtherComputer {
 public:
  /// `seed`: another one for a third computer.
  OtherComputer(const journal::Clock& clock, const std::filesystem::path& home,
                std::uint64_t seed = 20260123);

  /// Makes its journal one that is synchronised with this folder.
  void begin(const std::string& folder, const std::string& name);
  app::model::SyncReport synchronise();
  /// Writes a reflection and synchronises.
  journal::ReflectionId write(const std::string& words);
  void edit(journal::ReflectionId id, const std::string& words);
  bool has(const std::string& words);

  /// As printed.
  const std::string& recoveryKey() const { return recoveryKey_; }
  /// Puts it on the list, and synchronises.
  void listRecoveryKey();
  /// Becomes a device of the journal in this folder, by its recovery key.
  void comeBack(std::string key, const std::string& folder);

  /// Shows a code.
  std::string add();
  /// Types one; it calls itself kLongName.
  void join(std::string code, const std::string& where);
  void look();
  void agree();
  const app::model::PairingSeen& seen() const { return seen_; }
  journal::service::LocalJournal& journal() { return *journal_; }

 private:
  app::model::Reach reach();
  void take(journal::Result<app::model::PairingSeen> seen);

  const journal::Clock& clock_;
  journal::SeededRandom random_;
  std::unique_ptr<journal::service::LocalJournal> journal_;
  std::string recoveryKey_;
  app::desktop::LocalDevices devices_;
  app::model::PairingSeen seen_;
};

}  // namespace tests
