#include "app/model/people_controller.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/build_people.h"
#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;

PeopleController::PeopleController(Context& context, std::function<void(const Intent&)> run)
    : context_(context), run_(std::move(run)) {}

void PeopleController::handle(const PeopleIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void PeopleController::on(const OpenPerson& intent) {
  if (findName(context_.names, intent.name) == nullptr) return;
  on(ClosePlan{});
  if (shown_ != intent.name) {
    known_ = Known();
    earlierPlans_ = false;
    const std::string typed = context_.state.ui.people.typed;
    context_.state.ui.people = PeopleUi();
    context_.state.ui.people.typed = typed;
  }
  shown_ = intent.name;
  editing_ = false;
  context_.goTo(Place::YoungPeople);
}
void PeopleController::on(const ClosePerson&) {
  on(ClosePlan{});
  shown_.reset();
  editing_ = false;
  context_.state.ui.people.showName = false;
}
void PeopleController::on(const ChooseSeries& intent) {
  PeopleUi& ui = context_.state.ui.people;
  if (intent.domain >= ui.outcomes.size()) return;
  ui.outcomes[intent.domain] = intent.outcome;
  ui.stave = static_cast<int>(intent.domain);
  ui.note = -1;
}
void PeopleController::on(const ChooseNote& intent) {
  context_.state.ui.people.stave = intent.stave;
  context_.state.ui.people.note = intent.note;
}
void PeopleController::on(const ShowRealName& intent) {
  context_.state.ui.people.showName = intent.show;
}

void PeopleController::on(const EditPerson&) {
  const journal::KnownName* name = shown_ ? findName(context_.names, *shown_) : nullptr;
  if (name == nullptr) return;
  PeopleUi& ui = context_.state.ui.people;
  ui.realName = name->realName;
  ui.codeName = name->codeName;
  ui.ageBand = name->ageBand;
  ui.instrument = name->instrumentFamily;
  editing_ = true;
}
void PeopleController::on(const CancelPerson&) {
  editing_ = false;
  wipe(context_.state.ui.people.realName);
}

std::string PeopleController::editProblem() const {
  const PeopleUi& ui = context_.state.ui.people;
  if (nothingTyped(ui.codeName)) return std::string(tr::kNeedCodeName);
  for (const journal::KnownName& other : context_.names) {
    if (other.codeName == ui.codeName && other.id != shown_) {
      return std::string(tr::kCodeNameTaken);
    }
  }
  return {};
}

void PeopleController::on(const KeepPerson&) {
  const journal::KnownName* name = shown_ ? findName(context_.names, *shown_) : nullptr;
  if (name == nullptr || !editing_ || !editProblem().empty()) return;
  const PeopleUi& ui = context_.state.ui.people;
  journal::KnownName changed = *name;
  changed.realName = ui.realName;
  changed.codeName = ui.codeName;
  changed.ageBand = ui.ageBand;
  changed.instrumentFamily = ui.instrument;
  applyOps(context_, {journal::service::PutName{changed}}, [this](const Result<void>& done) {
    if (!done.ok()) return context_.say(done.error());
    on(CancelPerson{});
  });
}

void PeopleController::on(const SettleIntention& intent) {
  for (journal::Intention intention : known_.intentions) {
    if (intention.id != intent.intention) continue;
    intention.state = intent.kept ? journal::IntentionState::Done : journal::IntentionState::LetGo;
    applyOps(context_, {journal::service::PutIntention{intention}},
             [this](const Result<void>& done) {
               if (!done.ok()) context_.say(done.error());
             });
  }
}

void PeopleController::on(const StudyThem&) {
  if (!shown_) return;
  run_(CaseStudyIntent(NewCaseStudy{shown_}));
}

void PeopleController::visit() {
  if (shown_) load();
}

void PeopleController::load() {
  query<Known>(
      context_,
      [id = *shown_](journal::service::Journal& journal) -> Result<Known> {
        Known known;
        J_TRY(known.journey, journal.journey(id));
        J_TRY(known.intentions, journal.openIntentions());
        J_TRY(known.plan, journal.profile(id));
        J_TRY(known.permissions, journal.permissions(id));
        J_TRY(known.plans, journal.profileVersions(id));
        J_TRY(const auto rows, journal.caseStudies());
        for (const journal::service::CaseStudyRow& row : rows) {
          J_TRY(journal::CaseStudy study, journal.caseStudy(row.id));
          if (study.about == id) known.studies.push_back(std::move(study));
        }
        return known;
      },
      [this, id = *shown_](Result<Known> known) {
        if (shown_ != id) return;
        if (!known.ok()) return context_.say(known.error());
        known_ = std::move(known).value();
        planIs(known_.plan);
      });
}

void PeopleController::onChanges(const journal::service::Changes& changes) {
  if (shown_ && changes.any()) load();
}

void PeopleController::refresh() {
  YoungPeopleModel& model = context_.state.models.youngPeople;
  model = YoungPeopleModel();
  model.rows = buildPeopleRows(context_.names);
  const journal::KnownName* name = shown_ ? findName(context_.names, *shown_) : nullptr;
  if (name == nullptr) return;
  model.page =
      buildPerson({*name, known_.journey, known_.intentions, known_.studies, context_.names,
                   context_.library, context_.state.ui.people, context_.today()});
  refreshPlan(model);
  refreshPermissions(model);
  model.editing = editing_;
  if (editing_) model.editProblem = editProblem();
}

void PeopleController::forget() {
  shown_.reset();
  planning_ = earlierPlans_ = askingPermission_ = false;
  planBase_ = {};
  autosave_.reset(std::nullopt);
  known_ = Known();
  editing_ = false;
}

}  // namespace app::model
