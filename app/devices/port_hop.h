#pragma once

#include <functional>
#include <optional>
#include <thread>

#include "journal/crypto/secret.h"
#include "journal/crypto/signature.h"
#include "journal/service/local_journal.h"

namespace app {

/// Runs a piece of work on the journal's thread, with the journal that is open there, and waits for
/// it. Locked when none is open. Called from the network's thread.
using OnJournalThread = std::function<journal::Result<void>(
    const std::function<journal::Result<void>(journal::service::LocalJournal&)>&)>;

/// The door for synchronising, from another thread than the journal's: each call is a piece of work
/// of its own there, so that what a person types is saved between any two of them, however long the
/// other side takes. Locked as soon as that journal is not the open one any more.
///
/// The device's keys are copied once: they are asked for where no answer may be an error. One
/// thread; while becomeAnew() calls back, from the journal's.
class PortHop final : public journal::service::SyncPort {
 public:
  /// Errors of `onJournal`.
  static journal::Result<std::unique_ptr<PortHop>> open(OnJournalThread onJournal);

  journal::crypto::SigningKey signingKey() const;

  journal::service::LogOwner self() const override { return self_; }
  journal::Result<std::vector<journal::service::LogEnd>> ends() override;
  journal::Result<std::optional<std::array<std::uint8_t, 32>>> hashOf(
      const journal::OpId& op) override;
  journal::Result<std::vector<journal::service::TravellingEntry>> entries(
      journal::DeviceId device, std::uint64_t first, std::size_t most, std::size_t bytes) override;
  journal::Result<journal::service::Received> receive(
      const journal::service::LogOwner& from, std::uint64_t first,
      const std::vector<journal::service::TravellingEntry>& entries) override;
  std::array<std::uint8_t, 64> sign(std::string_view message) override;
  journal::Result<journal::service::LogOwner> becomeAnew(
      std::uint64_t lastShared,
      const std::function<journal::Result<void>(const journal::service::LogOwner&)>& endorse)
      override;
  journal::Result<std::uint64_t> erasures() override;
  journal::Result<std::uint64_t> erasedIn(journal::DeviceId device, std::uint64_t first,
                                          std::uint64_t last) override;
  journal::Result<std::optional<std::string>> remembered(std::string_view key) override;
  journal::Result<void> remember(std::string_view key, std::string_view value) override;
  std::array<std::uint8_t, 32> namesKey() const override;
  journal::Result<void> adoptNamesKey(const std::array<std::uint8_t, 32>& key) override;

 private:
  PortHop() = default;
  /// Calls `ask` with the journal, on its thread, and hands its answer on.
  template <class T, class Ask>
  journal::Result<T> hop(Ask ask);
  void know(const journal::service::LocalJournal& journal);

  OnJournalThread onJournal_;
  journal::service::LogOwner self_;
  std::optional<journal::crypto::Secret> signSeed_;
  std::optional<journal::crypto::Secret> names_;
  journal::service::LocalJournal* here_ = nullptr;  ///< while becomeAnew() calls back
};

}  // namespace app
