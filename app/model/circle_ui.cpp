#include "app/model/circle_ui.h"

#include <utility>

namespace app::model {

void wipe(FormatsUi& formats) {
  journal::SessionFormat& draft = formats.draft;
  for (std::string* text : {&draft.name, &draft.purpose, &draft.size, &draft.when, &draft.roles,
                            &draft.prework, &draft.notes, &draft.author, &draft.licence,
                            &formats.author, &formats.licence, &formats.to, &formats.from}) {
    wipe(*text);
  }
  for (journal::Round& round : draft.rounds) {
    for (std::string* text : {&round.name, &round.who, &round.captured, &round.keptFor})
      wipe(*text);
    for (std::string& prompt : round.prompts) wipe(prompt);
  }
  formats = FormatsUi();
}

void wipe(CircleUi& circle) {
  CirclePlanUi& plan = circle.plan;
  for (std::string* text : {&circle.code, &plan.title, &plan.question, &plan.person,
                            &plan.round.name, &plan.round.who, &circle.held.copy.to}) {
    wipe(*text);
  }
  for (std::string& prompt : plan.round.prompts) wipe(prompt);
  for (auto& [field, text] : circle.typed) wipe(text);
  wipe(circle.words);
  wipe(circle.moment);
  wipe(circle.formats);
  CircleUi fresh;
  fresh.words.loads = circle.words.loads;
  fresh.moment.loads = circle.moment.loads;
  circle = std::move(fresh);
}

}  // namespace app::model
