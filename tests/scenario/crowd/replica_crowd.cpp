// Several devices in one process, in a network of its own where the system allows that: each writes
// and synchronises on a thread until told to settle. Started by crowd_process.
//   replica_crowd HUB-ADDRESS SEED VAULT...
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/cli/system_clock.h"
#include "app/devices/places.h"
#include "journal/crypto/hash.h"
#include "journal/crypto/system_random.h"
#include "journal/service/local_journal.h"
#include "sync/replica/replica.h"
#include "tests/scenario/crowd/messages.h"
#include "tests/scenario/crowd/namespace.h"
#include "tests/support/forwarding_proxy.h"

namespace crowd {
namespace {

using journal::ReflectionId;
using journal::service::LocalJournal;

[[noreturn]] void stopBecause(const std::string& what) {
  std::fprintf(stderr, "replica_crowd: %s\n", what.c_str());
  std::exit(1);
}

enum class Phase { Live, Settle, Stop };

/// What all devices of the process go by.
class Signal {
 public:
  void set(Phase phase) {
    {
      const std::lock_guard lock(mutex_);
      phase_ = phase;
    }
    changed_.notify_all();
  }
  Phase phase() const {
    const std::lock_guard lock(mutex_);
    return phase_;
  }
  /// Rests that long, less when the phase changes.
  void rest(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    const Phase before = phase_;
    changed_.wait_for(lock, time, [&] { return phase_ != before; });
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Phase phase_ = Phase::Live;
};

class Device {
 public:
  Device(std::size_t index, const std::string& vault, const app::HubPlace& place,
         std::uint64_t seed, Signal& signal)
      : index_(index), random_(seed * 1000 + index), place_(place), signal_(signal) {
    auto opened = LocalJournal::unlock(vault, journal::crypto::SecretString("five plain words"),
                                       {clock_, system_, journal::crypto::KdfPreset::Fast});
    if (!opened.ok()) stopBecause("open: " + opened.error().detail);
    journal_ = std::move(*opened);
    auto all = journal_->newest(1, std::nullopt);
    if (!all.ok() || all->empty()) stopBecause("no entry that all have");
    shared_ = all->front().id;
  }

  void live() {
    const auto vault = app::syncedVault(*journal_);
    if (!vault.ok()) stopBecause("vault");
    link_ = app::hubLink(app::needsOf(*journal_, clock_, system_), place_, *vault);
    while (signal_.phase() == Phase::Live) {
      write();
      sync();
      signal_.rest(std::chrono::milliseconds(300 + random_.below(1500)));
    }
    while (signal_.phase() == Phase::Settle) {
      sync();
      report();
      signal_.rest(std::chrono::milliseconds(500 + random_.below(500)));
    }
    finish();
  }

 private:
  /// Something new, a change of something of this device's, or of what all devices change.
  void write() {
    const std::uint64_t kind = random_.below(4);
    if (kind == 3) {
      const auto now = journal_->reflection(shared_);
      if (!now.ok()) stopBecause("read what all have");
      edit(shared_, now->text + " " + text());
    } else if (kind == 2 && !own_.empty()) {
      const auto one =
          std::next(own_.begin(), static_cast<std::ptrdiff_t>(random_.below(own_.size())));
      one->second = text();
      edit(one->first, one->second);
    } else {
      journal::service::WriteReflection op;
      op.reflection.id = ReflectionId::random(system_);
      op.reflection.lesson.date = journal::dateFromDayNumber(20600);
      op.reflection.text = text();
      own_[op.reflection.id] = op.reflection.text;
      if (!journal_->apply(op).ok()) stopBecause("write");
    }
    ++written_;
  }
  void edit(const ReflectionId& id, const std::string& words) {
    if (!journal_->apply(journal::service::EditText{id, words}).ok()) stopBecause("edit");
  }
  std::string text() {
    return "Device " + std::to_string(index_) + " wrote sentence " + std::to_string(written_) + ".";
  }

  /// Whatever the network does to it; the next time is soon.
  void sync() {
    syncing::Replica replica({*journal_, *link_, clock_, system_, "hub"});
    const auto outcome = replica.sync();
    if (outcome.ok()) {
      if (outcome->becameAnew) ++forks_;
      ++rounds_;
    } else if (outcome.error().code != journal::ErrorCode::Network) {
      stopBecause(std::string("synchronise: ") + journal::name(outcome.error().code) + ", " +
                  outcome.error().detail);
    } else {
      ++brokenOff_;
    }
  }

  /// What the journal says now, as one hash; said when it is another than before.
  void report() {
    std::map<std::string, std::string> all;
    const auto read = journal_->forEachReflection(
        {}, [&](const journal::Reflection& one, const std::vector<journal::Tag>&) {
          all[one.id.hex()] = one.text;
          return journal::Result<void>();
        });
    if (!read.ok()) stopBecause("read all");
    journal::crypto::Hasher hasher;
    for (const auto& [id, words] : all) {
      hasher.update(journal::crypto::bytesOf(id + "\n" + words + "\n"));
    }
    const std::string digest = journal::toHex(hasher.finish());
    if (digest == said_) return;
    said_ = digest;
    tell(kChannel, "digest " + std::to_string(index_) + " " + digest);
  }

  void finish() {
    std::size_t lost = 0;
    for (const auto& [id, words] : own_) {
      const auto there = journal_->reflection(id);
      if (!there.ok() || there->text != words) ++lost;
    }
    const auto checked = journal_->check({}, {});
    const bool whole = checked.ok() && checked->problems.empty();
    tell(kChannel, "done " + std::to_string(written_) + " " + std::to_string(lost) + " " +
                       std::to_string(whole ? 0 : 1) + " " + std::to_string(rounds_) + " " +
                       std::to_string(brokenOff_) + " " + std::to_string(forks_));
  }

  std::size_t index_;
  journal::SeededRandom random_;
  app::SystemClock clock_;
  journal::crypto::SystemRandom system_;
  app::HubPlace place_;
  Signal& signal_;
  std::unique_ptr<LocalJournal> journal_;
  std::unique_ptr<syncing::wire::HubLink> link_;
  ReflectionId shared_;
  std::map<ReflectionId, std::string> own_;
  std::size_t written_ = 0;
  std::size_t rounds_ = 0;
  std::size_t brokenOff_ = 0;
  std::size_t forks_ = 0;
  std::string said_;
};

int run(int argc, char** argv) {
  const bool own = enterOwnNetwork();
  auto place = app::parseHubAddress(argv[1]);
  if (!place.ok()) stopBecause("address");
  const int listener = tests::listenOnLoopback(place->port);
  tell(kChannel, own ? "own network" : "shared network", listener);
  Signal signal;
  std::vector<std::unique_ptr<Device>> devices;
  for (int i = 3; i < argc; ++i) {
    const std::string vault = argv[i];
    const auto index = std::strtoul(vault.substr(vault.rfind('-') + 1).c_str(), nullptr, 10);
    devices.push_back(
        std::make_unique<Device>(index, vault, *place, std::strtoul(argv[2], nullptr, 10), signal));
  }
  std::vector<std::thread> threads;
  for (const auto& device : devices) {
    threads.emplace_back([one = device.get()] { one->live(); });
  }
  while (const auto said = hear(kChannel)) {
    if (*said == "cut" && own) setLoopbackUp(false);
    if (*said == "heal" && own) setLoopbackUp(true);
    if (*said == "settle") signal.set(Phase::Settle);
    if (*said == "stop") break;
  }
  signal.set(Phase::Stop);
  for (std::thread& thread : threads) thread.join();
  return 0;
}

}  // namespace
}  // namespace crowd

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  return crowd::run(argc, argv);
}
