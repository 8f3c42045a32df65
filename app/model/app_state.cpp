#include "app/model/app_state.h"

#include <algorithm>

#include "app/model/worried_controller.h"
#include "journal/domain/passage.h"

namespace app::model {

void wipe(std::string& text) {
  // A volatile pointer, so that the writes are not optimised away before the memory is released.
  volatile char* bytes = text.data();
  for (std::size_t i = 0; i < text.size(); ++i) bytes[i] = 0;
  text.clear();
  text.shrink_to_fit();
}

void follow(EditedText& words, const std::string& stored) {
  if (words.text == stored) return;
  const std::size_t caret = std::min(words.caret, words.text.size());
  const auto moved = journal::rebaseAll({{caret, caret}}, words.text, stored).front();
  words.text = stored;
  words.caret = std::min(moved.begin, stored.size());
  ++words.refreshes;
}

void wipe(EditedText& words) {
  wipe(words.text);
  words.caret = 0;
  ++words.loads;
}

namespace {

/// Wiped, and with the counts the view's buffers follow.
PlanUi wipedPlan(PlanUi& plan) {
  wipe(plan.interests);
  wipe(plan.whatHelps);
  for (GoalUi& goal : plan.goals) wipe(goal.words);
  return plan;
}

}  // namespace

void wipe(KeepingUi& ui) {
  for (std::string* typed :
       {&ui.renewal.by, &ui.renewal.how, &ui.legalHold.reason, &ui.legalHold.liftReason,
        &ui.about.who.typed, &ui.about.who.reason, &ui.about.leaveOut, &ui.about.copy.to,
        &ui.erasing.who.typed, &ui.erasing.who.reason, &ui.erasing.codeName, &ui.leaving.to}) {
    wipe(*typed);
  }
  wipe(ui.ownWords);
  const EditedText ownWords = ui.ownWords;
  ui = KeepingUi();
  ui.ownWords = ownWords;  // its counts go on, for the view's own buffer to follow
}

void wipeAll(AppState& state) {
  UiState& ui = state.ui;
  for (std::string* secret : {&ui.unlock.passphrase,
                              &ui.unlock.recoveryKey,
                              &ui.unlock.newPassphrase,
                              &ui.firstRun.passphrase,
                              &ui.firstRun.again,
                              &ui.firstRun.groups[0],
                              &ui.firstRun.groups[1],
                              &ui.write.lesson.group,
                              &ui.write.lesson.instrument,
                              &ui.write.person.realName,
                              &ui.write.person.codeName,
                              &ui.write.attached.path,
                              &ui.write.attached.saveTo,
                              &ui.journal.typed,
                              &ui.find.typed,
                              &ui.readingCopy.saveTo,
                              &ui.people.typed,
                              &ui.people.realName,
                              &ui.people.codeName,
                              &ui.people.permission.askedBy,
                              &ui.people.permission.howAsked,
                              &ui.settings.passphrase,
                              &ui.settings.nextPassphrase,
                              &ui.settings.again,
                              &ui.settings.drillPassphrase,
                              &ui.settings.outside,
                              &ui.settings.copyPath,
                              &ui.settings.devices.invitation,
                              &ui.settings.devices.passphrase,
                              &ui.settings.devices.code,
                              &ui.settings.devices.recoveryKey,
                              &ui.settings.slot.title,
                              &ui.settings.slot.place,
                              &ui.caseStudy.newTitle,
                              &ui.caseStudy.title,
                              &ui.caseStudy.agreedBy,
                              &ui.caseStudy.howAsked,
                              &ui.review.reason,
                              &ui.worried.held.role}) {
    wipe(*secret);
  }
  wipe(ui.write.words);
  wipe(ui.worried.sheet);
  wipe(ui.worried.told);
  wipe(ui.settings.keeping);
  wipe(ui.circle);
  const PlanUi plan = wipedPlan(ui.people.plan);
  for (ClaimUi& claim : ui.caseStudy.claims) wipe(claim.words.text);
  UiState fresh;
  fresh.preferences = ui.preferences;
  fresh.write.words.loads = ui.write.words.loads;
  fresh.circle = ui.circle;  // empty by now
  for (std::size_t i = 0; i < fresh.worried.sheet.words.size(); ++i) {
    fresh.worried.sheet.words[i].loads = ui.worried.sheet.words[i].loads;
  }
  fresh.people.plan = plan;
  fresh.settings.keeping.ownWords.loads = ui.settings.keeping.ownWords.loads;
  fresh.firstRun.name = ui.firstRun.name;
  ui = std::move(fresh);
  state.models = Models();
}

}  // namespace app::model
