#include "sync/hub/core_impl.h"

// Letters between a device and one that is being added. The new one is not known here yet, so what
// guards them is that nobody can guess a box, and limits.

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::int64_t kBoxMs = 600'000;

struct Letters {
  std::optional<std::string> slot;  ///< what lies in the slot asked about
  std::int64_t expiresMs = 0;       ///< of the box; 0: empty
};

Result<Letters> lettersIn(const HubCore::Impl& hub, const MailboxId& box, int slot) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT slot, expires_ms, bytes
    FROM hub_letter
    WHERE service_id = :service AND box = :box AND expires_ms > :now)sql"));
  select.bindBytes(":box", blob(box)).bind(":now", hub.nowMs());
  Letters letters;
  while (true) {
    J_TRY(const bool row, select.step());
    if (!row) return letters;
    letters.expiresMs = select.integer(1);
    if (select.integer(0) == slot) letters.slot = select.bytes(2);
  }
}

Result<void> forgetOld(const HubCore::Impl& hub) {
  J_TRY(auto forget,
        hub.prepare("DELETE FROM hub_letter WHERE service_id = :service AND expires_ms <= :now"));
  return forget.bind(":now", hub.nowMs()).run();
}

Result<void> checkRoom(const HubCore::Impl& hub) {
  J_TRY(auto count, hub.prepare("SELECT count(*) FROM hub_letter WHERE service_id = :service"));
  J_CHECK(count.step());
  if (count.integer(0) >= hub.limits.lettersAtOnce)
    return Error{ErrorCode::Network, "too many letters",
                 "Too many devices are being added at once. Please try again in ten minutes."};
  return {};
}

bool possibleSlot(int slot) {
  return slot == 0 || slot == 1;
}

}  // namespace

Result<void> HubCore::leaveLetter(const MailboxId& box, int slot, const std::string& letter,
                                  const std::string& address) {
  if (!possibleSlot(slot) || letter.size() > wire::kMostLetterBytes || box.isNil())
    return Error{ErrorCode::InvalidInput, "letter"};
  J_CHECK(impl_->limitTries("letter", address, impl_->limits.lettersAnHourPerAddress,
                            impl_->limits.lettersAtOnce));
  return impl_->database.transaction([&]() -> Result<void> {
    J_CHECK(forgetOld(*impl_));
    J_TRY(const Letters there, lettersIn(*impl_, box, slot));
    if (there.slot) {
      if (*there.slot == letter) return {};
      return Error{ErrorCode::Conflict, "a letter lies there already"};
    }
    J_CHECK(checkRoom(*impl_));
    J_TRY(auto insert, impl_->prepare(R"sql(
      INSERT INTO hub_letter (service_id, box, slot, expires_ms, bytes)
      VALUES (:service, :box, :slot, :expires, :bytes))sql"));
    insert.bindBytes(":box", blob(box)).bind(":slot", std::int64_t{slot});
    insert.bind(":expires", there.expiresMs != 0 ? there.expiresMs : nowMs() + kBoxMs);
    return insert.bindBytes(":bytes", letter).run();
  });
}

Result<std::optional<std::string>> HubCore::takeLetter(const MailboxId& box, int slot) {
  if (!possibleSlot(slot)) return Error{ErrorCode::InvalidInput, "letter"};
  J_TRY(Letters there, lettersIn(*impl_, box, slot));
  return std::move(there.slot);
}

}  // namespace syncing::hub
