#include "tests/sync/simulator/faulty_link.h"

namespace syncing::simulated {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

template <class Call>
auto FaultyLink::through(Call call) -> decltype(call()) {
  const Error lost{ErrorCode::Network, "lost"};
  if (weather_.cut || happens(weather_.lostBefore)) return lost;
  auto answer = call();
  if (happens(weather_.twice)) answer = call();
  if (happens(weather_.lostAfter)) return lost;
  return answer;
}

Result<wire::Standing> FaultyLink::standing() {
  return through([&] { return inner_()->standing(); });
}

Result<wire::Pushed> FaultyLink::push(const std::vector<wire::Segment>& segments) {
  if (!said_.empty() && !weather_.cut && happens(weather_.twice)) {
    // What was said long ago arrives once more.
    const auto again = inner_()->push(said_[random_.below(said_.size())]);
    (void)again;
  }
  said_.push_back(segments);
  return through([&] { return inner_()->push(segments); });
}

Result<void> FaultyLink::replace(const wire::Segment& segment) {
  return through([&] { return inner_()->replace(segment); });
}

Result<wire::Pulled> FaultyLink::pull(std::uint64_t after, std::size_t bytes) {
  const std::size_t page = weather_.twice == 0 ? bytes : 1 + random_.below(3000);
  return through([&] { return inner_()->pull(after, page); });
}

Result<std::vector<wire::DeviceStatement>> FaultyLink::statements() {
  return through([&] { return inner_()->statements(); });
}

Result<void> FaultyLink::state(const wire::DeviceStatement& statement) {
  return through([&] { return inner_()->state(statement); });
}

Result<void> FaultyLink::introduce(const wire::DeviceStatement& statement) {
  return through([&] { return inner_()->introduce(statement); });
}

Result<void> FaultyLink::leaveLetter(const wire::MailboxId& box, int slot,
                                     const std::string& letter) {
  return through([&] { return inner_()->leaveLetter(box, slot, letter); });
}

Result<std::optional<std::string>> FaultyLink::takeLetter(const wire::MailboxId& box, int slot) {
  return through([&] { return inner_()->takeLetter(box, slot); });
}

}  // namespace syncing::simulated
