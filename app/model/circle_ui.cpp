#include "app/model/circle_ui.h"

#include <utility>

namespace app::model {

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
  CircleUi fresh;
  fresh.words.loads = circle.words.loads;
  fresh.moment.loads = circle.moment.loads;
  circle = std::move(fresh);
}

}  // namespace app::model
