#include "app/model/build_write.h"

#include <algorithm>

#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/wording.h"
#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"

namespace app::model {

std::vector<NameChoice> choicesOf(const std::vector<journal::KnownName>& names,
                                  std::optional<journal::NameKind> kind,
                                  const std::vector<journal::NameId>& chosen) {
  std::vector<NameChoice> choices;
  for (const journal::KnownName& name : names) {
    if (kind && name.kind != *kind) continue;
    const bool in = std::find(chosen.begin(), chosen.end(), name.id) != chosen.end();
    choices.push_back({name.id, name.codeName, in});
  }
  return choices;
}

bool isBlank(std::string_view stored) {
  for (const journal::TextPiece& piece : journal::pieces(stored)) {
    if (piece.kind == journal::TextPiece::Kind::Mention) return false;
    if (piece.kind != journal::TextPiece::Kind::Run) continue;
    const std::string_view run = stored.substr(piece.begin, piece.end - piece.begin);
    if (run.find_first_not_of(" \n\t") != std::string_view::npos) return false;
  }
  return true;
}

std::string personProblem(const NewPersonUi& ui, const std::vector<journal::KnownName>& names) {
  if (nothingTyped(ui.codeName)) {
    return std::string(tr::kNeedCodeName);
  }
  for (const journal::KnownName& name : names) {
    if (name.codeName == ui.codeName) return std::string(tr::kCodeNameTaken);
  }
  return {};
}

WriteModel buildWrite(const WriteInputs& inputs) {
  const journal::Framework& framework = inputs.library.framework;
  const std::string& text = inputs.ui.words.text;
  WriteModel model;
  model.title = lessonTitle(inputs.reflection.lesson);
  model.detail = lessonDetail(inputs.reflection.lesson);
  model.words = std::to_string(countWords(text));
  model.finished = inputs.reflection.state == journal::ReflectionState::Finished;
  model.held = !journal::mayBeUsed(inputs.reflection);
  if (model.held) model.heldLine = tr::kHeldLine;
  model.blank = isBlank(text);
  if (model.blank) model.finishNotYet = tr::kNothingToFinish;
  model.tags = buildMarks(inputs.tags, inputs.reflection.text, text, framework);
  for (const journal::KnownName& name : inputs.names) {
    model.labels[name.id.hex()] = journal::shownName(&name, journal::NamesShown::Code);
  }
  model.labelsRevision = inputs.labelsRevision;
  model.youngPeople =
      choicesOf(inputs.names, journal::NameKind::YoungPerson, inputs.reflection.lesson.youngPeople);
  model.mentionable = choicesOf(inputs.names, std::nullopt, {});
  model.promptSet = inputs.reflection.promptSet;
  if (model.blank && inputs.prompts != nullptr) {
    for (journal::PromptSet& set : journal::offered(inputs.library.prompts, *inputs.prompts)) {
      model.promptSetCodes.push_back(std::move(set.code));
      model.promptSetNames.push_back(std::move(set.name));
    }
  }
  if (inputs.draft != nullptr) {
    model.tagPanel = buildTagPanel(*inputs.draft, framework, inputs.names);
  }
  model.addingPerson = inputs.addingPerson;
  if (inputs.addingPerson) model.addPersonNotYet = personProblem(inputs.ui.person, inputs.names);
  return model;
}

void describeSaving(WriteModel& model, const Autosave& autosave, journal::UtcTime now,
                    std::chrono::minutes utcOffset) {
  const bool slow = autosave.saving() && now - *autosave.savingSince() > std::chrono::seconds{1};
  if (autosave.refusedLast()) {
    model.saved = tr::kKeptInMemory;
    model.unsavedCare = true;
  } else if (slow) {
    model.saved = tr::kSaving;
  } else if (!autosave.settled()) {
    model.saved = tr::kStillTyping;
  } else if (autosave.savedAt()) {
    model.saved = std::string(tr::kSavedHere) + ", " + ago(*autosave.savedAt(), now, utcOffset);
    model.savedTick = true;
  } else {
    model.saved = tr::kNotSavedYet;
  }
}

}  // namespace app::model
