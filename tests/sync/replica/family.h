#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "journal/crypto/recovery_key.h"
#include "sync/replica/device_statements.h"
#include "tests/sync/replica/replica_samples.h"

namespace syncing::tests {

using journal::crypto::SigningKey;
using wire::DeviceStatement;

/// A device of a journal as far as the device list goes: what it holds and what it has been told.
struct Member {
  std::unique_ptr<KeySigner> signer;
  Secret boxSeed;
  std::optional<Keyring> keyring;
  std::vector<DeviceStatement> told;
  CheckedSignatures checked;

  wire::DeviceId id() const { return signer->device(); }
  Newcomer newcomer(const std::string& name) const {
    return {id(), signer->publicKey(), journal::crypto::BoxKey::fromSeed(boxSeed).publicKey(), name,
            false};
  }
  void hear(const std::vector<DeviceStatement>& statements) {
    for (const DeviceStatement& statement : statements) {
      if (std::find(told.begin(), told.end(), statement) == told.end()) told.push_back(statement);
    }
  }
  DeviceList list() { return DeviceList::read(keyring->vault(), told, checked).value(); }
};

/// The devices of one journal, and their world.
class Family {
 public:
  explicit Family(std::uint64_t seed) : random(seed) {
    Member first = stranger();
    Founding founding = foundJournal(*first.signer, first.boxSeed.clone(), someSecret(random),
                                     "Laptop", nowMs, random);
    first.keyring = std::move(founding.keyring);
    first.told.push_back(founding.statement);
    members.push_back(std::move(first));
  }

  /// A machine that belongs to nobody yet.
  Member stranger() {
    Member member;
    member.signer = std::make_unique<KeySigner>(wire::DeviceId::random(random),
                                                SigningKey::fromSeed(someSecret(random)));
    member.boxSeed = someSecret(random);
    return member;
  }
  Member& operator[](std::size_t i) { return members[i]; }

  /// What a device's program does before it states anything.
  DeviceList upToDate(std::size_t by) {
    DeviceList list = members[by].list();
    openBoxes(list, *members[by].keyring);
    return list;
  }
  Maker maker(std::size_t by, const DeviceList& list) {
    return {list, *members[by].keyring, *members[by].signer, ++nowMs, random};
  }
  /// Adds a device and gives it what the adding one knows. Returns its number.
  std::size_t add(std::size_t by) {
    Member member = stranger();
    const DeviceList list = upToDate(by);
    const DeviceStatement statement =
        addDevice(maker(by, list), member.newcomer("Another laptop")).value();
    members[by].told.push_back(statement);
    member.told = members[by].told;
    member.keyring = Keyring::join(member.id(), member.boxSeed.clone(), list.vault(),
                                   viewOf(members[by].keyring->share()))
                         .value();
    members.push_back(std::move(member));
    return members.size() - 1;
  }
  DeviceStatement remove(std::size_t by, std::size_t whom) {
    const DeviceList list = upToDate(by);
    members[by].told.push_back(removeDevice(maker(by, list), members[whom].id()).value());
    return members[by].told.back();
  }
  DeviceStatement renew(std::size_t by) {
    const DeviceList list = upToDate(by);
    members[by].told.push_back(beginEpoch(maker(by, list)).value());
    return members[by].told.back();
  }
  void tell(std::size_t from, std::size_t to) { members[to].hear(members[from].told); }
  std::vector<DeviceStatement> everything() const {
    Member all;
    for (const Member& member : members) all.hear(member.told);
    return all.told;
  }
  void tellAll() {
    const std::vector<DeviceStatement> all = everything();
    for (Member& member : members) member.hear(all);
  }
  bool mayState(std::size_t by) { return members[by].list().isIn(members[by].id()); }

  journal::SeededRandom random;
  std::vector<Member> members;
  std::int64_t nowMs = 1'790'000'000'000;
};

template <class T>
void shuffle(std::vector<T>& items, journal::SeededRandom& random) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random.below(i)]);
}

}  // namespace syncing::tests
