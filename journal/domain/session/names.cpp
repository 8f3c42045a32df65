#include "journal/domain/session/names.h"

#include <array>
#include <cstddef>

namespace journal::session {
namespace {

using namespace std::string_view_literals;

// In the order of each enumeration; the static_asserts below count them.
template <class Kind>
constexpr std::array<std::string_view, 0> kNames{};

template <>
constexpr std::array kNames<RoundKind>{"arrive"sv,     "quiet-read"sv,     "turns"sv,  "telling"sv,
                                       "questions"sv,  "silent-writing"sv, "reveal"sv, "talk"sv,
                                       "pairs"sv,      "themes"sv,         "votes"sv,  "actions"sv,
                                       "intentions"sv, "breath"sv,         "close"sv};
template <>
constexpr std::array kNames<Keep>{"nothing"sv, "self"sv, "presenter"sv, "group"sv, "themes"sv};
template <>
constexpr std::array kNames<Naming>{"named"sv, "anonymous"sv};
template <>
constexpr std::array kNames<CardKind>{"moment"sv,  "title"sv,    "question"sv, "idea"sv,
                                      "pattern"sv, "barrier"sv,  "theme"sv,    "action"sv,
                                      "comment"sv, "learning"sv, "word"sv};
template <>
constexpr std::array kNames<Standing>{"facilitator"sv, "co-facilitator"sv, "participant"sv,
                                      "guest"sv, "projector"sv};
template <>
constexpr std::array kNames<DeviceKind>{"laptop"sv, "phone"sv};
template <>
constexpr std::array kNames<Activity>{"thinking"sv, "writing"sv, "ready"sv, "passing"sv};
template <>
constexpr std::array kNames<PauseCause>{"asked"sv, "safeguarding"sv, "no-facilitator"sv};
template <>
constexpr std::array kNames<EventKind>{
    "joined"sv,   "away"sv,         "back"sv,        "recalled"sv,     "box-opened"sv,
    "begun"sv,    "moved-to"sv,     "resumed"sv,     "lengthened"sv,   "floor-given"sv,
    "presents"sv, "pairs-drawn"sv,  "promoted"sv,    "put-out"sv,      "card-taken"sv,
    "door-set"sv, "leave-ticked"sv, "finished"sv,    "agreed"sv,       "left"sv,
    "paused"sv,   "activity-is"sv,  "hand-raised"sv, "floor-passed"sv, "shared"sv,
    "reworded"sv, "withdrawn"sv,    "kept"sv,        "sorted"sv,       "leave-opposed"sv,
    "handed-in"sv};
template <>
constexpr std::array kNames<Phase>{"lobby"sv, "running"sv, "finished"sv};
template <>
constexpr std::array kNames<Deed>{"begin"sv,      "move-on"sv,  "move-back"sv,  "pause"sv,
                                  "resume"sv,     "lengthen"sv, "give-floor"sv, "pass-floor"sv,
                                  "raise-hand"sv, "agree"sv,    "share"sv,      "hand-in"sv,
                                  "open-box"sv,   "sort"sv,     "tick-leave"sv, "oppose-leave"sv,
                                  "take-card"sv,  "put-out"sv,  "promote"sv,    "finish"sv};

template <class Kind>
constexpr bool counts(Kind last) {
  return kNames<Kind>.size() == static_cast<std::size_t>(last) + 1;
}
static_assert(counts(RoundKind::Close) && counts(Keep::Themes) && counts(Naming::Anonymous));
static_assert(counts(CardKind::Word) && counts(Standing::Projector) && counts(DeviceKind::Phone));
static_assert(counts(Activity::Passing) && counts(PauseCause::NoFacilitator));
static_assert(counts(EventKind::HandedIn) && counts(Phase::Finished) && counts(Deed::Finish));

template <class Kind>
std::string_view nameOf(Kind kind) {
  const auto at = static_cast<std::size_t>(kind);
  return at < kNames<Kind>.size() ? kNames<Kind>[at] : std::string_view{};
}

}  // namespace

std::string_view name(RoundKind kind) {
  return nameOf(kind);
}
std::string_view name(Keep keep) {
  return nameOf(keep);
}
std::string_view name(Naming naming) {
  return nameOf(naming);
}
std::string_view name(CardKind kind) {
  return nameOf(kind);
}
std::string_view name(Standing standing) {
  return nameOf(standing);
}
std::string_view name(DeviceKind device) {
  return nameOf(device);
}
std::string_view name(Activity activity) {
  return nameOf(activity);
}
std::string_view name(PauseCause cause) {
  return nameOf(cause);
}
std::string_view name(EventKind kind) {
  return nameOf(kind);
}
std::string_view name(Phase phase) {
  return nameOf(phase);
}
std::string_view name(Deed deed) {
  return nameOf(deed);
}

template <class Kind>
std::optional<Kind> named(std::string_view name) {
  for (std::size_t at = 0; at < kNames<Kind>.size(); ++at) {
    if (kNames<Kind>[at] == name) return static_cast<Kind>(at);
  }
  return std::nullopt;
}

template std::optional<RoundKind> named(std::string_view);
template std::optional<Keep> named(std::string_view);
template std::optional<Naming> named(std::string_view);
template std::optional<CardKind> named(std::string_view);
template std::optional<Standing> named(std::string_view);
template std::optional<DeviceKind> named(std::string_view);
template std::optional<Activity> named(std::string_view);
template std::optional<PauseCause> named(std::string_view);
template std::optional<EventKind> named(std::string_view);
template std::optional<Phase> named(std::string_view);
template std::optional<Deed> named(std::string_view);

}  // namespace journal::session
