#include "app/model/circle_keeping.h"

#include <algorithm>
#include <utility>

#include "app/model/circle_record.h"
#include "app/model/circle_stored.h"

namespace app::model {

using journal::GroupSession;
using journal::GroupSessionState;
using journal::Result;

namespace {

/// As the words of an entry (DESIGN 13).
constexpr std::chrono::milliseconds kLeftAlone{800};

}  // namespace

void CircleKeeping::load(std::function<void()> there) {
  query<std::vector<GroupSession>>(
      context_, [](journal::service::Journal& open) { return open.groupSessions(); },
      [this, there = std::move(there)](Result<std::vector<GroupSession>> read) {
        if (!read.ok()) return context_.say(read.error());
        sessions_ = std::move(*read);
        // Somebody quick has begun another meanwhile: that one keeps its own id.
        if (const GroupSession* plan = waiting(); plan != nullptr && planId_.isNil())
          planId_ = plan->id;
        there();
      });
}

const GroupSession* CircleKeeping::waiting() const {
  const GroupSession* found = nullptr;
  for (const GroupSession& one : sessions_) {
    if (one.state == GroupSessionState::Planned && one.led) found = &one;
  }
  return found;
}

std::vector<CircleOldAction> CircleKeeping::lastTime(std::string_view title,
                                                     journal::LocalDate day) const {
  std::vector<CircleOldAction> actions;
  for (const journal::KeptCard& card : journal::openActions(sessions_, title, day))
    actions.push_back(
        {card.text, card.owner, card.due.ok() ? journal::isoDate(card.due) : std::string()});
  return actions;
}

void CircleKeeping::planChanged(const PlannedSession& plan, journal::UtcTime now) {
  if (planId_.isNil()) planId_ = journal::GroupSessionId::random(context_.random);
  unsaved_ = storedPlan(plan, context_.state.ui.circle.plan, planId_, context_.today());
  changedAt_ = now;
}

void CircleKeeping::planDropped() {
  unsaved_.reset();
  if (planId_.isNil()) return;
  GroupSession gone;
  gone.id = std::exchange(planId_, {});
  gone.state = GroupSessionState::SetAside;
  save(std::move(gone), {});
}

void CircleKeeping::tick(journal::UtcTime now) {
  if (unsaved_ && now - changedAt_ >= kLeftAlone) flush({});
}

std::optional<std::chrono::milliseconds> CircleKeeping::wait(journal::UtcTime now) const {
  if (!unsaved_) return std::nullopt;
  return std::max(kLeftAlone - (now - changedAt_), std::chrono::milliseconds(0));
}

void CircleKeeping::flush(std::function<void(const Result<void>&)> done) {
  if (!unsaved_) {
    if (done) done(Result<void>());
    return;
  }
  // A plan that cannot be run yet is not lost by being closed: it is kept when its rounds are
  // right.
  GroupSession plan = std::move(*unsaved_);
  unsaved_.reset();
  if (!journal::planOf(plan.format, plan.naming).ok()) {
    if (done) done(Result<void>());
    return;
  }
  save(std::move(plan), std::move(done));
}

void CircleKeeping::held(const CircleSeen& seen, bool led, const PlannedSession* plan,
                         std::chrono::minutes lasted, journal::GroupSessionId id,
                         std::function<void()> done) {
  GroupSession base;
  base.id = id;
  base.led = led;
  journal::SessionFormat format;
  if (plan != nullptr) {
    if (!planId_.isNil()) base.id = std::exchange(planId_, {});
    base.question = plan->question;
    format = formatOf(*plan);
  } else {
    format = formatOf(seen.plan);
  }
  unsaved_.reset();
  save(recordOf(seen, std::move(base), format, context_.today(), lasted),
       [done = std::move(done)](const Result<void>& saved) {
         if (saved.ok()) done();
       });
}

void CircleKeeping::save(GroupSession session, std::function<void(const Result<void>&)> done) {
  const auto known = std::find_if(sessions_.begin(), sessions_.end(),
                                  [&](const GroupSession& one) { return one.id == session.id; });
  if (known != sessions_.end()) sessions_.erase(known);
  if (session.state != GroupSessionState::SetAside) sessions_.push_back(session);
  applyOps(context_, {journal::service::PutGroupSession{std::move(session)}},
           [this, done = std::move(done)](const Result<void>& saved) {
             if (!saved.ok()) context_.say(saved.error());
             if (done) done(saved);
           });
}

void CircleKeeping::forget() {
  sessions_.clear();
  unsaved_.reset();
  planId_ = {};
}

}  // namespace app::model
