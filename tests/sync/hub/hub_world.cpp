#include "tests/sync/hub/hub_world.h"

#include <algorithm>

#include "journal/crypto/hash.h"
#include "sync/replica/device_list.h"
#include "tests/support/postgres_server.h"

namespace syncing::hub::test {

using wire::DeviceStatement;
using wire::Segment;
using wire::StatementKind;

namespace {
journal::crypto::Secret seedFrom(journal::SeededRandom& random) {
  journal::crypto::Secret seed;
  random.fill(seed.writable());
  return seed;
}
}  // namespace

TestDevice::TestDevice(journal::SeededRandom& random)
    : id(DeviceId::random(random)),
      seed_(seedFrom(random)),
      signing_(journal::crypto::SigningKey::fromSeed(seed_)) {
  vault = vaultIdOf(found());
  madeBy_ = digestOf(found());
}

TestDevice::TestDevice(const TestDevice& other, std::uint64_t from)
    : id(other.id),
      vault(other.vault),
      seed_(other.seed_.clone()),
      signing_(journal::crypto::SigningKey::fromSeed(seed_)),
      clonedAt_(from),
      madeBy_(other.madeBy_) {}

void TestDevice::join(const TestDevice& founder) {
  vault = founder.vault;
  madeBy_ = digestOf(founder.add(*this));
}

TestDevice TestDevice::clonedAfter(std::uint64_t from) const {
  return TestDevice(*this, from);
}

wire::Mark TestDevice::markOf(std::uint64_t seq) const {
  if (seq == 0) return {};
  const std::string text =
      id.hex() + std::to_string(seq) + (seq > clonedAt_ ? "another entry" : "");
  return journal::crypto::hash(journal::crypto::bytesOf(text));
}

void TestDevice::sign(Segment& segment) const {
  segment.sealedBy = id;
  segment.signature = signing_.sign(journal::crypto::bytesOf(signedPart(segment)));
}

void TestDevice::sign(DeviceStatement& statement) const {
  statement.signer = id;
  statement.signature = signing_.sign(journal::crypto::bytesOf(signedPart(statement)));
}

Segment TestDevice::segment(std::uint64_t first, std::uint64_t last, std::size_t bytes) const {
  Segment segment;
  segment.vault = vault;
  segment.author = id;
  segment.first = first;
  segment.last = last;
  segment.before = markOf(first - 1);
  segment.after = markOf(last);
  segment.sealed.assign(bytes, static_cast<char>('a' + first % 26));
  sign(segment);
  return segment;
}

Segment TestDevice::without(Segment segment, std::uint32_t erased) const {
  segment.erased = erased;
  segment.sealed.assign(segment.sealed.size() / 2, '-');
  sign(segment);
  return segment;
}

DeviceStatement TestDevice::about(StatementKind kind, const TestDevice& other,
                                  const wire::Digest& after) const {
  DeviceStatement statement;
  statement.kind = kind;
  statement.vault = vault;
  statement.device = other.id;
  if (kind == StatementKind::Found || kind == StatementKind::Add) {
    statement.signKey = other.key();
    statement.boxKey = other.key();
    statement.sealedName = "sealed";
  }
  if (kind != StatementKind::Add) statement.epoch = wire::EpochId::fromBytes(other.id.bytes());
  if (kind != StatementKind::Found) statement.after = {after};
  sign(statement);
  return statement;
}

DeviceStatement TestDevice::found() const {
  DeviceStatement statement = about(StatementKind::Found, *this, {});
  statement.vault = vaultIdOf(statement);
  sign(statement);
  return statement;
}
DeviceStatement TestDevice::add(const TestDevice& other) const {
  return about(StatementKind::Add, other, madeBy_);
}
DeviceStatement TestDevice::remove(const TestDevice& other) const {
  // After what made the other a device, as far as this one knows it.
  return about(StatementKind::Remove, other, other.vault == vault ? other.madeBy_ : madeBy_);
}
DeviceStatement TestDevice::newKey() const {
  return about(StatementKind::Epoch, *this, madeBy_);
}

World::World(std::unique_ptr<storage::Database> opened, const CoreLimits& limits)
    : database(std::move(opened)) {
  auto made = HubCore::create(*database, "Eastby Music Service", clock, random, limits);
  EXPECT_TRUE(made.ok()) << made.error().detail;
  hub = std::move(*made);
}

Caller World::enrol(TestDevice& device, Role role) {
  const auto invitation = hub->inviteLocally(role);
  EXPECT_OK(invitation);
  // From an address of its own each time: what is tested elsewhere is the limit.
  const std::string address =
      "198.51." + std::to_string(random.below(256)) + "." + std::to_string(random.below(256));
  EXPECT_OK(hub->enrol(invitation->code, device.id, device.key(), address));
  return caller(device);
}

Caller World::founder(TestDevice& device, Role role) {
  const Caller enrolled = enrol(device, role);
  EXPECT_OK(hub->state(enrolled, device.vault, device.found()));
  return caller(device);
}

Caller World::caller(const TestDevice& device) {
  auto found = hub->identify(device.id, "192.0.2.7");
  EXPECT_OK(found);
  return found.ok() ? *found : Caller{};
}

std::unique_ptr<storage::Database> freshDatabase(Backend backend) {
  auto made = backend == Backend::Memory
                  ? storage::Database::inMemory()
                  : storage::Database::connect(tests::PostgresServer::instance().freshSchema());
  EXPECT_OK(made);
  return std::move(made).value();
}

std::string backendName(const testing::TestParamInfo<Backend>& info) {
  return info.param == Backend::Memory ? "Memory" : "Postgres";
}

}  // namespace syncing::hub::test
