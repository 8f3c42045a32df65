#include "app/model/device_pairing.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/model/devices_words.h"
#include "app/model/display.h"

namespace app::model {

using journal::UtcTime;

namespace {

std::size_t pairingStepOf(PairingStep step) {
  switch (step) {
    case PairingStep::None:
    case PairingStep::Waiting:
    case PairingStep::Stopped:
      return 1;
    case PairingStep::Comparing:
      return 2;
    case PairingStep::Agreed:
    case PairingStep::Done:
      return 3;
  }
  return 1;
}

tr::Words lineFor(PairingStep step, bool joining) {
  switch (step) {
    case PairingStep::None:
    case PairingStep::Waiting:
      return joining ? tr::kWaitingForOld : tr::kWaitingForNew;
    case PairingStep::Agreed:
      return tr::kAgreedLine;
    case PairingStep::Done:
      return joining ? tr::kJoined : tr::kAdded;
    case PairingStep::Comparing:
    case PairingStep::Stopped:
      break;
  }
  return "";
}

std::vector<std::string> groupsOf(const std::string& code) {
  std::vector<std::string> groups;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t dash = std::min(code.find('-', at), code.size());
    groups.push_back(code.substr(at, dash - at));
    at = dash + 1;
  }
  return groups;
}

}  // namespace

void DevicePairing::begin(bool joining) {
  reset();
  active_ = true;
  joining_ = joining;
}

void DevicePairing::saw(PairingSeen seen, UtcTime now) {
  asking_ = false;
  next_ = now + kBetweenLooks;
  if (seen.step == PairingStep::Stopped && seen.why.empty()) {
    seen.why = std::string(tr::kPairingStopped);
  }
  seen_ = std::move(seen);
}

bool DevicePairing::waits() const {
  return active_ && seen_.step != PairingStep::Done && seen_.step != PairingStep::Stopped;
}

std::optional<std::chrono::milliseconds> DevicePairing::wait(UtcTime now) const {
  if (!waits() || asking_) return std::nullopt;
  return std::max(std::chrono::milliseconds{0}, next_ - now);
}

PairingModel DevicePairing::model(std::chrono::minutes offset) const {
  PairingModel model;
  model.steps = {std::string(joining_ ? tr::kStepCode : tr::kStepAgain),
                 std::string(joining_ ? tr::kOnOld : tr::kStepCode), std::string(tr::kStepWords),
                 std::string(joining_ ? tr::kStepJoin : tr::kStepAdd)};
  model.currentStep = pairingStepOf(seen_.step);
  model.code = groupsOf(seen_.code);
  model.codeUsed = seen_.step != PairingStep::None && seen_.step != PairingStep::Waiting;
  const auto local = std::chrono::floor<std::chrono::minutes>(seen_.expires + offset);
  model.codeLine =
      model.codeUsed ? std::string("Typed on the new device. It will not work again.")
                     : fmt::format("It works until {}, and once.",
                                   timeOfDay(local - std::chrono::floor<std::chrono::days>(local)));
  model.address = seen_.address;
  model.words = seen_.words;
  model.newcomer = seen_.newcomer;
  model.canAgree = seen_.step == PairingStep::Comparing;
  model.line = std::string(lineFor(seen_.step, joining_));
  if (seen_.step == PairingStep::Stopped) model.problem = seen_.why;
  if (seen_.step == PairingStep::Waiting && !seen_.why.empty()) model.line = seen_.why;
  model.over = active_ && !waits();
  return model;
}

}  // namespace app::model
