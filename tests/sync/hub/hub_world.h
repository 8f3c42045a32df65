#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>

#include "journal/base/time.h"
#include "journal/crypto/signature.h"
#include "sync/hub/core.h"
#include "sync/wire/device_statement.h"
#include "sync/wire/segment.h"

namespace syncing::hub::test {

/// Any thread.
class StillClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override {
    return journal::UtcTime(std::chrono::milliseconds(nowMs_.load()));
  }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes{0};
  }
  void advance(std::chrono::milliseconds by) { nowMs_ += by.count(); }

 private:
  std::atomic<std::int64_t> nowMs_{1'770'000'000'000};
};

/// One device with its key, and what it can sign. Its log's marks are made from its seed, so that
/// two worlds agree on them.
class TestDevice {
 public:
  explicit TestDevice(journal::SeededRandom& random);

  DeviceId id;
  VaultId vault;  ///< named by its beginning
  const PublicKey& key() const { return signing_.publicKey(); }
  const journal::crypto::SigningKey& signing() const { return signing_; }

  /// Makes this a device of another's journal, as that one adds it.
  void join(const TestDevice& founder);
  wire::DeviceStatement found() const;
  wire::DeviceStatement add(const TestDevice& other) const;
  wire::DeviceStatement remove(const TestDevice& other) const;
  wire::DeviceStatement newKey() const;
  /// Entries first to last of this device's own log.
  wire::Segment segment(std::uint64_t first, std::uint64_t last, std::size_t bytes = 100) const;
  /// The same entries, `erased` of them left out, signed by this device for `author`.
  wire::Segment without(wire::Segment segment, std::uint32_t erased) const;
  /// As another copy of this device would have gone on after entry `from`.
  TestDevice clonedAfter(std::uint64_t from) const;
  void sign(wire::Segment& segment) const;
  void sign(wire::DeviceStatement& statement) const;

 private:
  TestDevice(const TestDevice& other, std::uint64_t from);
  wire::Mark markOf(std::uint64_t seq) const;
  wire::DeviceStatement about(wire::StatementKind kind, const TestDevice& other,
                              const wire::Digest& after) const;
  journal::crypto::Secret seed_;
  journal::crypto::SigningKey signing_;
  std::uint64_t clonedAt_ = ~std::uint64_t{0};
  wire::Digest madeBy_{};  ///< the statement that made this a device
};

/// A hub with people.
struct World {
  explicit World(std::unique_ptr<storage::Database> opened, const CoreLimits& limits = {});

  storage::Database& db() { return *database; }
  /// Enrols a device as `role`, by a local invitation.
  Caller enrol(TestDevice& device, Role role = Role::Tutor);
  /// Enrols, and founds the device's journal.
  Caller founder(TestDevice& device, Role role = Role::Tutor);
  Caller caller(const TestDevice& device);

  StillClock clock;
  journal::SeededRandom random{20261127};
  std::unique_ptr<storage::Database> database;
  std::unique_ptr<HubCore> hub;
};

enum class Backend { Memory, Postgres };
std::unique_ptr<storage::Database> freshDatabase(Backend backend);
std::string backendName(const testing::TestParamInfo<Backend>& info);

/// On both back ends.
class HubTest : public testing::TestWithParam<Backend> {
 protected:
  HubTest() : world(freshDatabase(GetParam())) {}
  World world;
  HubCore& hub = *world.hub;
};

#define EXPECT_OK(expression)                                                     \
  do {                                                                            \
    const auto& okResult = (expression);                                          \
    EXPECT_TRUE(okResult.ok()) << #expression << ": "                             \
                               << (okResult.ok() ? "" : okResult.error().detail); \
  } while (false)
#define EXPECT_REFUSED(expression, wanted)                                         \
  do {                                                                             \
    const auto& refusedResult = (expression);                                      \
    ASSERT_FALSE(refusedResult.ok()) << #expression;                               \
    EXPECT_EQ(refusedResult.error().code, wanted) << refusedResult.error().detail; \
  } while (false)

}  // namespace syncing::hub::test
