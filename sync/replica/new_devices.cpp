#include "sync/replica/new_devices.h"

#include <limits>

#include "journal/base/bytes.h"

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;

constexpr std::uint8_t kNewsFormat = 1;
constexpr std::int64_t kBannerMs = std::int64_t{7} * 24 * 60 * 60 * 1000;
constexpr std::int64_t kNotNews = std::numeric_limits<std::int64_t>::min();

}  // namespace

void NewDevices::note(const DeviceList& list, std::int64_t nowMs) {
  const bool isFirst = firstSeen_.empty();
  for (const ListedDevice& device : list.devices()) {
    firstSeen_.emplace(device.added, isFirst ? kNotNews : nowMs);
  }
}

std::vector<wire::DeviceId> NewDevices::recent(const DeviceList& list, wire::DeviceId self,
                                               std::int64_t nowMs) const {
  std::vector<wire::DeviceId> recent;
  for (const ListedDevice& device : list.devices()) {
    const auto seen = firstSeen_.find(device.added);
    if (!device.isIn || device.id == self || seen == firstSeen_.end()) continue;
    if (seen->second != kNotNews && seen->second > nowMs - kBannerMs) recent.push_back(device.id);
  }
  return recent;
}

std::string NewDevices::encode() const {
  std::string out;
  journal::ByteWriter write(out);
  write.put(kNewsFormat).put(static_cast<std::uint16_t>(firstSeen_.size()));
  for (const auto& [digest, at] : firstSeen_) write.put(digest).put(at);
  return out;
}

journal::Result<NewDevices> NewDevices::decode(std::string_view bytes) {
  journal::ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  if (!in.isShort() && format > kNewsFormat) return Error{ErrorCode::TooNew, "device news"};
  NewDevices news;
  const auto count = in.integer<std::uint16_t>();
  bool ascends = true;
  for (int i = 0; i < count && !in.isShort(); ++i) {
    const auto digest = in.array<32>();
    const auto at = in.integer<std::int64_t>();
    ascends = ascends && (news.firstSeen_.empty() || news.firstSeen_.rbegin()->first < digest);
    news.firstSeen_.emplace(digest, at);
  }
  if (format != kNewsFormat || !ascends || !in.whole()) {
    return Error{ErrorCode::Corrupt, "device news"};
  }
  return news;
}

}  // namespace syncing
