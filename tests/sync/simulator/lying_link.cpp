#include "tests/sync/simulator/lying_link.h"

namespace syncing::simulated {

using journal::Result;

Result<wire::Standing> LyingLink::standing() {
  J_TRY(auto standing, inner_->standing());
  if (old_ && lie(lies_.showsOld)) return *old_;
  constexpr std::uint64_t kSometimes = 20;
  if (!old_ || lie(kSometimes)) old_ = standing;
  return standing;
}

Result<wire::Pushed> LyingLink::push(const std::vector<wire::Segment>& segments) {
  if (lie(lies_.swallows)) {
    const wire::Segment& last = segments.back();
    return wire::Pushed{{last.author, last.last, last.after}, false};
  }
  return inner_->push(segments);
}

Result<void> LyingLink::replace(const wire::Segment& segment) {
  if (lie(lies_.swallows)) return {};
  return inner_->replace(segment);
}

wire::Segment LyingLink::altered(const wire::Segment& segment) {
  std::string bytes = wire::encodeSegment(segment);
  bytes[1 + random_.below(bytes.size() - 1)] ^= static_cast<char>(1 << random_.below(8));
  const auto decoded = wire::decodeSegment(bytes);
  return decoded.ok() ? *decoded : segment;
}

Result<wire::Pulled> LyingLink::pull(std::uint64_t after, std::size_t bytes) {
  J_TRY(auto pulled, inner_->pull(after, bytes));
  std::vector<wire::Numbered> shown;
  for (wire::Numbered& numbered : pulled.segments) {
    if (lie(lies_.leavesOut)) continue;
    if (lie(lies_.alters)) numbered.segment = altered(numbered.segment);
    shown.push_back(std::move(numbered));
  }
  pulled.segments = std::move(shown);
  return pulled;
}

Result<std::vector<wire::DeviceStatement>> LyingLink::statements() {
  J_TRY(auto statements, inner_->statements());
  if (!statements.empty() && lie(lies_.addsDevice)) {
    wire::DeviceStatement forged = statements[random_.below(statements.size())];
    forged.kind = wire::StatementKind::Add;
    forged.device = journal::DeviceId::random(random_);
    random_.fill(forged.signKey);
    statements.push_back(std::move(forged));
  }
  if (statements.size() > 1 && lie(lies_.leavesOut)) statements.pop_back();
  return statements;
}

Result<void> LyingLink::state(const wire::DeviceStatement& statement) {
  if (lie(lies_.swallows)) return {};
  return inner_->state(statement);
}

Result<void> LyingLink::introduce(const wire::DeviceStatement& statement) {
  if (lie(lies_.swallows)) return {};
  return inner_->introduce(statement);
}

Result<void> LyingLink::leaveLetter(const wire::MailboxId& box, int slot,
                                    const std::string& letter) {
  return inner_->leaveLetter(box, slot, letter);
}

Result<std::optional<std::string>> LyingLink::takeLetter(const wire::MailboxId& box, int slot) {
  return inner_->takeLetter(box, slot);
}

}  // namespace syncing::simulated
