#include "app/model/circle_controller.h"

#include <utility>
#include <variant>

#include "app/model/build_circle.h"
#include "app/model/build_circle_live.h"
#include "app/model/circle_formats_model.h"
#include "app/model/circle_stored.h"
#include "app/model/circle_words.h"
#include "journal/base/utf8.h"

namespace app::model {

using session::EventKind;

namespace {

constexpr std::size_t kMostContacts = 6;

/// Whom somebody in the room may ring when it is stopped: those for a worry about a child.
std::vector<CircleContact> contactsFor(const CareContacts& care) {
  std::vector<CircleContact> chosen;
  for (const Contact& one : care.contacts) {
    const bool rings = one.route == WorriedRoute::Child && !one.number.empty();
    if (rings && chosen.size() < kMostContacts) chosen.push_back({one.role, one.name, one.number});
  }
  return chosen;
}

}  // namespace

CircleController::CircleController(Context& context, CircleRoom* room)
    : context_(context),
      room_(room),
      shelf_(context),
      plan_(context, shelf_),
      kept_(context),
      held_(context, kept_),
      table_(context, room),
      return_(context, room) {}

void CircleController::handle(const CircleIntent& intent) {
  struct Route {
    CircleController& self;
    void operator()(const CirclePlanIntent& i) const { self.handlePlan(i); }
    void operator()(const CircleLobbyIntent& i) const {
      std::visit([this](const auto& wanted) { self.on(wanted); }, i);
    }
    void operator()(const CircleCourseIntent& i) const {
      if (std::holds_alternative<CloseSession>(i)) return self.on(LeaveRoom{});
      self.table_.handle(i);
    }
    void operator()(const CircleWordsIntent& i) const { self.table_.handle(i); }
    void operator()(const CircleMomentIntent& i) const { self.table_.handle(i); }
    void operator()(const CircleHeldIntent& i) const { self.held_.handle(i); }
    void operator()(const CircleFormatIntent& i) const { self.handleFormat(i); }
  };
  std::visit(Route{*this}, intent);
}

void CircleController::handlePlan(const CirclePlanIntent& intent) {
  if (std::holds_alternative<OpenRoom>(intent)) return openRoom();
  plan_.handle(intent);
  if (std::holds_alternative<PlanGroup>(intent)) page_ = CirclePage::Plan;
  if (std::holds_alternative<LeavePlan>(intent)) page_ = CirclePage::Home;
  if (!plan_.has() && page_ == CirclePage::Plan) page_ = CirclePage::Home;
  if (plan_.has()) {
    const auto day = journal::parseDate(context_.state.ui.circle.plan.date);
    auto actions = kept_.lastTime(plan_.session().title, day.value_or(context_.today()));
    if (!actions.empty()) plan_.lastTime(std::move(actions));
    kept_.planChanged(plan_.session(), context_.clock.now());
  } else {
    kept_.planDropped();
  }
}

void CircleController::onChanges(const journal::service::Changes& changes) {
  if (loaded_ && changes.groups) kept_.reload([this] { held_.sessionsChanged(); });
}

void CircleController::handleFormat(const CircleFormatIntent& intent) {
  const bool among = page_ == CirclePage::Formats;
  const bool keeps = std::holds_alternative<KeepAsFormat>(intent) && plan_.has();
  if (keeps || (std::holds_alternative<OpenFormats>(intent) && !among)) {
    cameFrom_ = page_;
    page_ = CirclePage::Formats;
    shelf_.load();
  }
  if (keeps) shelf_.keep(formatToKeep(plan_.session()));
  shelf_.handle(intent);
  if (std::holds_alternative<LeaveFormats>(intent))
    page_ = cameFrom_ == CirclePage::Plan && plan_.has() ? CirclePage::Plan : CirclePage::Home;
}

void CircleController::loadKept() {
  loaded_ = true;
  shelf_.load();
  return_.look();
  kept_.load([this] {
    const journal::GroupSession* waiting = kept_.waiting();
    if (waiting != nullptr) plan_.restore(plannedFrom(*waiting), typedFrom(*waiting));
  });
}

void CircleController::flush(std::function<void(const journal::Result<void>&)> done) {
  table_.flush([this, done = std::move(done)](const journal::Result<void>& saved) {
    if (!saved.ok()) return done(saved);
    kept_.flush([this, done](const journal::Result<void>& plan) {
      if (!plan.ok()) return done(plan);
      shelf_.flush([this, done](const journal::Result<void>& formats) {
        if (!formats.ok()) return done(formats);
        return_.flush(done);
      });
    });
  });
}

void CircleController::keepWhatIsOver() {
  const CircleSeen& seen = *table_.seen();
  if (seen.view.phase == session::Phase::Running && !beganAt_) beganAt_ = context_.clock.now();
  if (seen.view.phase != session::Phase::Finished || keptIt_) return;
  keptIt_ = true;
  const auto kept = [this] { behindJobs(context_, [this] { room_->needNotComeBack(); }); };
  if (!beganAt_) return kept();
  const auto lasted =
      std::chrono::duration_cast<std::chrono::minutes>(context_.clock.now() - *beganAt_);
  kept_.held(seen, ours_, ours_ && plan_.has() ? &plan_.session() : nullptr, lasted, record_, kept);
}

// In and out
// -----------------------------------------------------------------------------------------------

void CircleController::openRoom() {
  if (room_ == nullptr || !plan_.has() || !plan_.problem().empty() || entering_) return;
  const auto hosts = room_->hosts();
  if (hosts.empty()) return;
  // The record of the session takes its place.
  kept_.flush([](const journal::Result<void>&) {});
  const std::string& wanted = context_.state.ui.circle.plan.host;
  trouble_.clear();
  return_.onlyWhenAsked();
  entering_ = ours_ = true;
  CirclePlan plan = roomPlan(plan_.session());
  plan.words.contacts = contactsFor(context_.library.care);
  room_->open(plan, context_.person.name, wanted.empty() ? hosts.front().key : wanted);
}

void CircleController::on(const JoinRoom& intent) {
  std::string& code = context_.state.ui.circle.code;
  if (room_ == nullptr || entering_ || journal::trimmed(code).empty()) return;
  trouble_.clear();
  return_.onlyWhenAsked();
  entering_ = true;
  ours_ = false;
  room_->join(code, context_.person.name,
              intent.wall ? session::Standing::Projector : session::Standing::Participant);
}

void CircleController::on(const GoBackIn&) {
  if (room_ == nullptr || entering_ || !return_.left()) return;
  trouble_.clear();
  entering_ = true;
  return_.goBack();
}
void CircleController::on(const StayOut&) {
  trouble_.clear();
  return_.stayOut();
}

void CircleController::on(const LeaveRoom&) {
  if (room_ == nullptr) return;
  const bool over = table_.seen() && table_.seen()->view.phase == session::Phase::Finished;
  if (over) {  // what the group said it would try heads the next plan
    plan_.lastTime(table_.agreedActions());
    if (ours_) plan_.held();
  }
  room_->leave();
  outside({});
}

void CircleController::outside(std::string words) {
  table_.leave();
  beganAt_.reset();
  keptIt_ = false;
  record_ = {};
  return_.failed();
  entering_ = large_ = false;
  page_ = ours_ && plan_.has() ? CirclePage::Plan : CirclePage::Home;
  trouble_ = std::move(words);
}

void CircleController::tick(journal::UtcTime now) {
  if (!loaded_ && context_.open) loadKept();
  kept_.tick(now);
  shelf_.tick(now);
  if (room_ == nullptr) return;
  for (const CircleRefusal& refused : room_->refusals()) {
    table_.giveBack(refused);
    if (entering_)
      outside(refused.sentence);
    else
      context_.say(refused.sentence, true);
  }
  return_.tick(now);
  if (return_.due(now) && page_ == CirclePage::Home) on(GoBackIn{});
  if (auto seen = room_->poll()) take(std::move(*seen));
  table_.tick(now);
  if (table_.seen()) return_.note(notes(), now);
}

std::optional<std::chrono::milliseconds> CircleController::wait(journal::UtcTime now) const {
  auto shortest = table_.wait(now);
  for (const auto& other : {kept_.wait(now), shelf_.wait(now), return_.wait(now)}) {
    if (other && (!shortest || *other < *shortest)) shortest = other;
  }
  return shortest;
}

void CircleController::take(CircleSeen seen) {
  if (seen.link == RoomLink::Closed || seen.link == RoomLink::Entering) return;
  if (seen.link == RoomLink::Ended) return outside(std::string(tr::kRoomEnded));
  if (!table_.seen()) arrived(seen);
  entering_ = false;
  wipe(context_.state.ui.circle.code);
  page_ = seen.view.phase == session::Phase::Lobby ? CirclePage::Lobby : CirclePage::Live;
  table_.take(std::move(seen));
  keepWhatIsOver();
}

void CircleController::arrived(const CircleSeen& seen) {
  const auto before = return_.arrived();
  record_ = journal::GroupSessionId::random(context_.random);
  if (!before) return;
  record_ = journal::GroupSessionId::fromHex(before->record).value_or(record_);
  ours_ = before->ours;
  if (before->beganMs != 0) beganAt_ = journal::UtcTime{std::chrono::milliseconds(before->beganMs)};
  table_.resume(*before, seen.plan.words.title);
  context_.goTo(Place::Groups);
  context_.say(std::string(tr::kYouAreBack));
}

CircleNotes CircleController::notes() const {
  CircleNotes notes;
  notes.record = record_.hex();
  notes.ours = ours_;
  if (beganAt_) notes.beganMs = beganAt_->time_since_epoch().count();
  table_.addTo(notes);
  return notes;
}

// In the lobby
// ------------------------------------------------------------------------------------------

void CircleController::on(const AgreeToIt&) {
  table_.send(EventKind::Agreed);
}
void CircleController::on(const BeginSession&) {
  table_.send(EventKind::Begun);
}
void CircleController::on(const SetDoor& intent) {
  session::Event event;
  event.kind = EventKind::DoorSet;
  event.on = intent.open;
  table_.send(std::move(event));
}
void CircleController::on(const SayPresenter& intent) {
  session::Event event;
  event.kind = EventKind::Presents;
  event.member = intent.member;
  event.count = intent.place;
  table_.send(std::move(event));
}
void CircleController::on(const ShowCodeLarge& intent) {
  large_ = intent.large;
}

// As it is shown
// ----------------------------------------------------------------------------------------

void CircleController::refreshHome(CircleModel& model) const {
  model.home = plan_.home();
  model.home.entering = entering_;
  model.home.trouble = trouble_;
  model.home.held = held_.list();
  if (journal::trimmed(context_.state.ui.circle.code).empty()) {
    model.home.joinNotYet = std::string(tr::kJoinNotYet);
  }
  if (return_.left()) {
    model.home.leftTitle = return_.left()->title;
    if (model.home.leftTitle.empty()) model.home.leftTitle = std::string(tr::kASession);
    model.home.leftDetail = std::string(tr::kYouWereInBody);
  }
  if (room_ == nullptr) model.home.joinNotYet = std::string(tr::kNoRooms);
}

void CircleController::refresh() {
  static const std::vector<std::string> kNobody;
  CircleModel& model = context_.state.models.circle;
  model = CircleModel();
  const bool inRoom = page_ == CirclePage::Lobby || page_ == CirclePage::Live;
  model.page = inRoom && table_.bringing() ? CirclePage::Moment : page_;
  if (model.page == CirclePage::Home && held_.open()) model.page = CirclePage::Record;
  model.wholeWindow = model.page == CirclePage::Live;
  switch (model.page) {
    case CirclePage::Home:
      return refreshHome(model);
    case CirclePage::Plan:
      model.plan = plan_.model(room_ == nullptr ? std::vector<CircleHost>() : room_->hosts());
      model.plan.entering = entering_;
      model.plan.trouble = trouble_;
      return;
    case CirclePage::Lobby:
      model.lobby = buildLobby(
          {*table_.seen(), ours_ && plan_.has() ? plan_.session().people : kNobody, large_});
      model.lobby.mayBring = mayShareKind(*table_.seen(), session::CardKind::Moment);
      return;
    case CirclePage::Live:
      model.live = std::make_shared<const CircleLiveModel>(table_.model());
      return;
    case CirclePage::Formats:
    case CirclePage::Making:
      model.formats = std::make_shared<const FormatsModel>(shelf_.model());
      if (model.formats->making) model.page = CirclePage::Making;
      return;
    case CirclePage::Moment:
      model.moment = std::make_shared<const MomentModel>(table_.moment());
      return;
    case CirclePage::Record:
      model.record = std::make_shared<const HeldRecordModel>(held_.record());
      return;
  }
}

void CircleController::forget() {
  if (room_ != nullptr) room_->drop();
  outside({});
  table_.forget();
  return_.forget();
  ours_ = false;
  plan_.forget();
  kept_.forget();
  held_.forget();
  shelf_.forget();
  loaded_ = false;
  page_ = CirclePage::Home;
}

}  // namespace app::model
