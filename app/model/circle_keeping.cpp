#include "app/model/circle_keeping.h"

#include <algorithm>
#include <utility>

#include "app/model/circle_record.h"
#include "app/model/circle_stored.h"

namespace app::model {

using journal::GroupSession;
using journal::GroupSessionState;
using journal::Result;

void CircleKeeping::load(std::function<void()> there) {
  reload([this, there = std::move(there)] {
    // Somebody quick has begun another meanwhile: that one keeps its own id.
    if (const GroupSession* plan = waiting(); plan != nullptr && planId_.isNil())
      planId_ = plan->id;
    there();
  });
}

void CircleKeeping::reload(std::function<void()> there) {
  query<std::vector<GroupSession>>(
      context_, [](journal::service::Journal& open) { return open.groupSessions(); },
      [this, there = std::move(there)](Result<std::vector<GroupSession>> read) {
        if (!read.ok()) return context_.say(read.error());
        sessions_ = std::move(*read);
        there();
      });
}

const GroupSession* CircleKeeping::waiting() const {
  const GroupSession* found = nullptr;
  for (const GroupSession& one : sessions_) {
    if (isPlanned(one) && one.led) found = &one;
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
  plan_ = storedPlan(plan, context_.state.ui.circle.plan, planId_, context_.today());
  autosave_.changed(now);
}

void CircleKeeping::planDropped() {
  nothingToSave();
  if (planId_.isNil()) return;
  GroupSession gone;
  gone.id = std::exchange(planId_, {});
  gone.state = GroupSessionState::SetAside;
  save(std::move(gone), {});
}

void CircleKeeping::tick(journal::UtcTime now) {
  if (autosave_.due(now)) flush([](const Result<void>&) {});
}

std::optional<std::chrono::milliseconds> CircleKeeping::wait(journal::UtcTime now) const {
  return autosave_.wait(now);
}

void CircleKeeping::flush(Saved done) {
  if (!plan_) return done({});
  saveAll(
      context_, autosave_, [this](Saved saved) { save(*plan_, std::move(saved)); },
      std::move(done));
}

void CircleKeeping::nothingToSave() {
  plan_.reset();
  autosave_.reset(std::nullopt);
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
  nothingToSave();
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
  nothingToSave();
  planId_ = {};
}

}  // namespace app::model
