#include "journal/store/twins.h"

#include <algorithm>
#include <set>

#include "journal/base/bytes.h"

namespace journal::store {
namespace {

using Change = crypto::Digest;

/// What an entry says, whoever wrote it down.
Change changeOf(const LogEntry& entry) {
  std::string said;
  ByteWriter(said)
      .put(entry.stamp.wallMs)
      .put(entry.stamp.counter)
      .put(entry.kind)
      .put(entry.entity.bytes())
      .put(static_cast<std::uint8_t>(entry.field))
      .putRaw(entry.value);
  return crypto::hash(crypto::bytesOf(said));
}

struct Followed {
  OpPosition at = 0;
  OpId id;
  Change change{};
  std::set<Change> before;  ///< everything it follows
};

Result<Followed> follow(Database& log, const Devices& devices, OpPosition head) {
  Followed followed;
  followed.at = head;
  std::vector<OpPosition> waiting{head};
  std::set<OpPosition> seen;
  while (!waiting.empty()) {
    const OpPosition position = waiting.back();
    waiting.pop_back();
    if (!seen.insert(position).second) continue;
    const auto entry = readEntry(log, position);
    if (!entry.ok() && entry.error().code == ErrorCode::NotFound) continue;  // erased
    if (!entry.ok()) return entry.error();
    if (position == head) {
      followed.id = entry->id;
      followed.change = changeOf(entry.value());
    } else {
      followed.before.insert(changeOf(entry.value()));
    }
    const auto parents = devices.positionsOf(entry->parents);
    waiting.insert(waiting.end(), parents.begin(), parents.end());
  }
  return followed;
}

bool standsFor(const Followed& other, const Followed& head) {
  if (other.at == head.at) return false;
  if (other.before.contains(head.change)) return true;
  return other.change == head.change && other.id < head.id;
}

}  // namespace

Result<bool> follows(Database& log, const Devices& devices, OpPosition later, OpPosition earlier) {
  J_TRY(const Followed followed, follow(log, devices, later));
  J_TRY(const LogEntry entry, readEntry(log, earlier));
  return followed.before.contains(changeOf(entry));
}

bool areTwins(const LogEntry& a, const LogEntry& b) {
  return changeOf(a) == changeOf(b);
}

Result<std::vector<OpPosition>> withoutTwins(Database& log, const Devices& devices,
                                             const std::vector<OpPosition>& heads) {
  if (heads.size() < 2) return heads;
  std::vector<Followed> all;
  for (OpPosition head : heads) {
    J_TRY(auto followed, follow(log, devices, head));
    all.push_back(std::move(followed));
  }
  std::vector<OpPosition> kept;
  for (const Followed& head : all) {
    const bool said = std::any_of(all.begin(), all.end(),
                                  [&](const Followed& other) { return standsFor(other, head); });
    if (!said) kept.push_back(head.at);
  }
  return kept;
}

}  // namespace journal::store
