#include "app/model/circle_controller.h"

#include <utility>
#include <variant>

#include "app/model/build_circle.h"
#include "app/model/circle_words.h"
#include "journal/base/utf8.h"

namespace app::model {

using session::EventKind;

void CircleController::handle(const CircleIntent& intent) {
  if (const auto* plan = std::get_if<CirclePlanIntent>(&intent)) return handlePlan(*plan);
  const auto& lobby = std::get<CircleLobbyIntent>(intent);
  std::visit([this](const auto& wanted) { on(wanted); }, lobby);
}

void CircleController::handlePlan(const CirclePlanIntent& intent) {
  if (std::holds_alternative<OpenRoom>(intent)) return openRoom();
  plan_.handle(intent);
  if (std::holds_alternative<PlanGroup>(intent)) page_ = CirclePage::Plan;
  if (std::holds_alternative<LeavePlan>(intent)) page_ = CirclePage::Home;
  if (!plan_.has() && page_ == CirclePage::Plan) page_ = CirclePage::Home;
}

// In and out
// -----------------------------------------------------------------------------------------------

void CircleController::openRoom() {
  if (room_ == nullptr || !plan_.has() || !plan_.problem().empty() || entering_) return;
  const auto hosts = room_->hosts();
  if (hosts.empty()) return;
  const std::string& wanted = context_.state.ui.circle.plan.host;
  trouble_.clear();
  entering_ = ours_ = true;
  seen_.reset();
  room_->open(roomPlan(plan_.session()), context_.person.name,
              wanted.empty() ? hosts.front().key : wanted);
}

void CircleController::on(const JoinRoom& intent) {
  std::string& code = context_.state.ui.circle.code;
  if (room_ == nullptr || entering_ || journal::trimmed(code).empty()) return;
  trouble_.clear();
  entering_ = true;
  ours_ = false;
  seen_.reset();
  room_->join(code, context_.person.name,
              intent.wall ? session::Standing::Projector : session::Standing::Participant);
}

void CircleController::on(const LeaveRoom&) {
  if (room_ == nullptr) return;
  room_->leave();
  outside({});
}

void CircleController::outside(std::string words) {
  seen_.reset();
  entering_ = large_ = false;
  page_ = ours_ && plan_.has() ? CirclePage::Plan : CirclePage::Home;
  trouble_ = std::move(words);
}

void CircleController::tick() {
  if (room_ == nullptr) return;
  for (const std::string& refused : room_->refusals()) {
    if (entering_ && !seen_)
      outside(refused);
    else
      context_.say(refused, true);
  }
  if (auto seen = room_->poll()) take(std::move(*seen));
}

void CircleController::take(CircleSeen seen) {
  if (seen.link == RoomLink::Closed) return;
  if (seen.link == RoomLink::Ended) return outside(std::string(tr::kRoomEnded));
  if (seen.link == RoomLink::Entering) return;
  entering_ = false;
  seen_ = std::move(seen);
  wipe(context_.state.ui.circle.code);
  page_ = seen_->view.phase == session::Phase::Lobby ? CirclePage::Lobby : CirclePage::Live;
}

// In the lobby
// ------------------------------------------------------------------------------------------

void CircleController::send(EventKind kind) {
  if (room_ == nullptr || !seen_) return;
  session::Event event;
  event.kind = kind;
  event.member = seen_->view.you;
  room_->send(event);
}

void CircleController::on(const AgreeToIt&) {
  send(EventKind::Agreed);
}
void CircleController::on(const BeginSession&) {
  send(EventKind::Begun);
}
void CircleController::on(const SetDoor& intent) {
  if (room_ == nullptr || !seen_) return;
  session::Event event;
  event.kind = EventKind::DoorSet;
  event.on = intent.open;
  room_->send(event);
}
void CircleController::on(const SayPresenter& intent) {
  if (room_ == nullptr || !seen_) return;
  session::Event event;
  event.kind = EventKind::Presents;
  event.member = intent.member;
  event.count = intent.place;
  room_->send(event);
}
void CircleController::on(const ShowCodeLarge& intent) {
  large_ = intent.large;
}

// As it is shown
// ----------------------------------------------------------------------------------------

void CircleController::refresh() {
  CircleModel& model = context_.state.models.circle;
  model = CircleModel();
  model.page = page_;
  if (page_ == CirclePage::Home) {
    model.home = plan_.home();
    model.home.entering = entering_;
    model.home.trouble = trouble_;
    if (journal::trimmed(context_.state.ui.circle.code).empty()) {
      model.home.joinNotYet = std::string(tr::kJoinNotYet);
    }
    if (room_ == nullptr) model.home.joinNotYet = std::string(tr::kNoRooms);
  }
  if (page_ == CirclePage::Plan) {
    model.plan = plan_.model(room_ == nullptr ? std::vector<CircleHost>() : room_->hosts());
    model.plan.entering = entering_;
    model.plan.trouble = trouble_;
  }
  if (page_ == CirclePage::Lobby) {
    static const std::vector<std::string> kNobody;
    model.lobby =
        buildLobby({*seen_, ours_ && plan_.has() ? plan_.session().people : kNobody, large_});
  }
}

void CircleController::forget() {
  if (room_ != nullptr) room_->drop();
  outside({});
  ours_ = false;
  plan_.forget();
  page_ = CirclePage::Home;
}

}  // namespace app::model
