// What was recorded of entries on safeguarding hold, as JSON and back.

#include <utility>

#include "journal/exchange/json_fields.h"
#include "journal/exchange/records_json.h"

namespace journal::exchange {
namespace {

constexpr const char* kWishes[] = {"keep_on_hold", "remove"};

Json receiptJson(const Receipt& receipt) {
  return Json{
      {"at_minute", receipt.at.count()}, {"on", isoDate(receipt.on)}, {"role", receipt.role}};
}

std::optional<Receipt> receiptOf(const Json& json, const char* key) {
  constexpr std::int64_t kDay = 24 * 60;
  const Json* value = member(json, key);
  if (value == nullptr) return std::nullopt;
  const auto on = parseDate(textOf(*value, "on").value_or(""));
  const auto at = wholeOf(*value, "at_minute");
  if (!on || !at || *at < 0 || *at >= kDay) return std::nullopt;
  return Receipt{plainOf(*value, "role"), *on, std::chrono::minutes(*at)};
}

}  // namespace

Json toJson(const Removal& removal) {
  return Json{{"at", millis(removal.at)},
              {"received", receiptJson(removal.received)},
              {"reflection", removal.reflection.hex()},
              {"source_digest", removal.source}};
}

std::optional<Removal> removalFrom(const Json& json) {
  const auto reflection = idOf<ReflectionId>(json, "reflection");
  auto received = receiptOf(json, "received");
  if (!reflection || !received) return std::nullopt;
  return Removal{std::move(*received), timeOf(json, "at"), *reflection,
                 plainOf(json, "source_digest")};
}

Json toJson(const HoldRecord& hold) {
  const HoldSteps& steps = hold.steps;
  return Json{
      {"received", steps.received ? receiptJson(*steps.received) : Json(nullptr)},
      {"reflection", hold.reflection.hex()},
      {"wish", steps.wish ? Json(kWishes[static_cast<std::size_t>(*steps.wish)]) : Json(nullptr)}};
}

std::optional<HoldRecord> holdFrom(const Json& json) {
  const auto reflection = idOf<ReflectionId>(json, "reflection");
  if (!reflection) return std::nullopt;
  HoldRecord hold{*reflection, {}};
  hold.steps.received = receiptOf(json, "received");
  if (member(json, "received") != nullptr && !hold.steps.received) return std::nullopt;
  if (member(json, "wish") == nullptr) return hold;
  const std::string wish = textOf(json, "wish").value_or("");
  for (std::size_t i = 0; i < std::size(kWishes); ++i) {
    if (wish == kWishes[i]) hold.steps.wish = static_cast<DslWish>(i);
  }
  if (!hold.steps.wish) return std::nullopt;
  return hold;
}

}  // namespace journal::exchange
