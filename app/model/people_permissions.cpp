#include "app/model/people_permissions.h"

#include <utility>

#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/people_controller.h"
#include "app/model/permission_words.h"

namespace app::model {

using journal::Permission;
using journal::Result;

namespace {

constexpr const char* kCarerKey = "carer";
constexpr const char* kNoKey = "no";

std::string answerWords(const Permission& answer) {
  if (!answer.level) return lowerFirst(std::string(tr::kAnswerNo));
  return useLevelWords(answer.level->value()) + ", until " + dayMonthYear(answer.until);
}

}  // namespace

PermissionUi newPermissionUi(journal::LocalDate today) {
  PermissionUi ui;
  ui.on = journal::isoDate(today);
  ui.until = journal::isoDate(journal::agreementEnds(today));
  return ui;
}

Result<Permission> permissionFrom(const PermissionUi& ui, journal::LocalDate today) {
  Permission answer;
  answer.answerer =
      ui.answerer == kCarerKey ? journal::Answerer::Carer : journal::Answerer::YoungPerson;
  if (ui.level != kNoKey) answer.level = journal::UseLevel::of(std::stoi(ui.level));
  if (nothingTyped(ui.askedBy)) return notYet(tr::kNeedAskedBy);
  if (nothingTyped(ui.howAsked)) return notYet(tr::kNeedAskedHow);
  answer.askedBy = ui.askedBy;
  answer.howAsked = ui.howAsked;
  const auto on = journal::parseDate(ui.on);
  if (!on) return notYet(tr::kDateLike);
  if (*on > today) return notYet(tr::kNotYetAnswered);
  answer.on = *on;
  answer.until = journal::agreementEnds(*on);  // a no has no end of its own
  if (!answer.level) return answer;
  const auto until = journal::parseDate(ui.until);
  if (!until) return notYet(tr::kDateLike);
  if (*until < *on) return notYet(tr::kEndsTooSoon);
  answer.until = *until;
  return answer;
}

std::string standingWords(const journal::Standing& standing) {
  using Why = journal::Standing::Why;
  const std::string day = dayMonthYear(standing.day);
  const std::string reach = useLevelWords(standing.most.value()) + ", until " + day;
  switch (standing.why) {
    case Why::NotAsked:
      return std::string(tr::kNobodyAsked);
    case Why::YoungPersonSaidNo:
      return "They said no on " + day + std::string(tr::kTheySaidNo);
    case Why::CarerSaidNo:
      return "Their carer said no on " + day + std::string(tr::kCarerSaidNo);
    case Why::RanOut:
      return "What was agreed ended on " + day + std::string(tr::kAskAgain);
    case Why::YoungPersonNotAsked:
      return "Their carer agreed: " + reach + std::string(tr::kNotAskedThemselves);
    case Why::Agreed:
      return "Agreed: " + reach + ".";
  }
  return {};
}

std::vector<ConsentRow> buildAnswers(const std::vector<Permission>& answers) {
  std::vector<ConsentRow> rows;
  for (auto answer = answers.rbegin(); answer != answers.rend(); ++answer) {
    const bool carer = answer->answerer == journal::Answerer::Carer;
    rows.push_back(
        {std::string(carer ? tr::kCarerAnswered : tr::kYoungPersonAnswered) + ": " +
             answerWords(*answer),
         dayMonthYear(answer->on) + ". Asked by " + answer->askedBy + ": " + answer->howAsked});
  }
  return rows;
}

void PeopleController::on(const AskPermission&) {
  if (!shown_) return;
  context_.state.ui.people.permission = newPermissionUi(context_.today());
  askingPermission_ = true;
}

void PeopleController::on(const CancelPermission&) {
  askingPermission_ = false;
}

void PeopleController::on(const KeepPermission&) {
  auto answer = permissionFrom(context_.state.ui.people.permission, context_.today());
  if (!shown_ || !askingPermission_ || !answer.ok()) return;
  answer->id = journal::PermissionId::random(context_.random);
  answer->youngPerson = *shown_;
  applyOps(context_, {journal::service::RecordPermission{*answer}},
           [this](const Result<void>& done) {
             if (!done.ok()) return context_.say(done.error());
             askingPermission_ = false;
           });
}

void PeopleController::refreshPermissions(YoungPeopleModel& model) const {
  model.page->standing = standingWords(journal::standing(known_.permissions, context_.today()));
  model.page->answers = buildAnswers(known_.permissions);
  model.askingPermission = askingPermission_;
  if (!askingPermission_) return;
  const auto answer = permissionFrom(context_.state.ui.people.permission, context_.today());
  if (!answer.ok()) model.permissionNotYet = answer.error().advice;
}

}  // namespace app::model
