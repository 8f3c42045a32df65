#include "app/model/circle_ui.h"

namespace app::model {

void wipe(CircleUi& circle) {
  CirclePlanUi& plan = circle.plan;
  for (std::string* text : {&circle.code, &plan.title, &plan.question, &plan.person,
                            &plan.round.name, &plan.round.who}) {
    wipe(*text);
  }
  for (std::string& prompt : plan.round.prompts) wipe(prompt);
  circle = CircleUi();
}

}  // namespace app::model
