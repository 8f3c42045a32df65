#include "app/model/differences_controller.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "app/model/devices_words.h"
#include "app/model/differences_words.h"
#include "app/model/display.h"
#include "app/model/sync_words.h"

namespace app::model {

using journal::Disagreement;
using journal::DisputedField;
using journal::Reflection;
using journal::Result;
using journal::service::Op;

namespace {

std::vector<std::string> textsOf(const Disagreement& words) {
  std::vector<std::string> texts;
  for (const journal::DisagreementSide& side : words.sides) texts.push_back(side.text);
  return texts;
}

std::size_t firstDiffering(const std::vector<DifferingPart>& parts, std::size_t from) {
  for (std::size_t i = from; i < parts.size(); ++i) {
    if (!parts[i].same) return i;
  }
  return parts.size();
}

std::size_t paragraphs(const DifferingPart& part) {
  return static_cast<std::size_t>(std::count_if(
      part.now.begin(), part.now.end(), [](const std::string& line) { return !line.empty(); }));
}

tr::Words whatOf(DisputedField field) {
  switch (field) {
    case DisputedField::Lesson:
      return tr::kLessonDiffers;
    case DisputedField::State:
      return tr::kStateDiffers;
    case DisputedField::Bin:
      return tr::kBinDiffers;
    case DisputedField::Text:
      break;
  }
  return tr::kTwoDevicesSafe;
}

}  // namespace

void DifferencesController::handle(const DifferencesIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

std::size_t DifferencesController::waiting() const {
  std::set<journal::ReflectionId> ids;
  for (const Disagreement& one : open_) ids.insert(one.reflection);
  return ids.size();
}

bool DifferencesController::has(journal::ReflectionId reflection) const {
  return std::any_of(open_.begin(), open_.end(),
                     [&](const Disagreement& one) { return one.reflection == reflection; });
}

const Disagreement* DifferencesController::find(journal::ReflectionId id,
                                                DisputedField field) const {
  const auto found = std::find_if(open_.begin(), open_.end(), [&](const Disagreement& one) {
    return one.reflection == id && one.field == field;
  });
  return found == open_.end() ? nullptr : &*found;
}

void DifferencesController::reload() {
  query<std::vector<Disagreement>>(
      context_, [](journal::service::Journal& journal) { return journal.disagreements(); },
      [this](Result<std::vector<Disagreement>> found) {
        if (!found.ok()) return context_.say(found.error());
        open_ = std::move(found).value();
        if (!shown_) return;
        if (has(shown_->reflection.id)) return on(OpenDifferences{shown_->reflection.id});
        shown_.reset();
      });
}

void DifferencesController::onChanges(const journal::service::Changes& changes, bool arrived) {
  if (changes.reflections && (arrived || !open_.empty())) reload();
}

void DifferencesController::on(const OpenDifferences& intent) {
  if (open_.empty()) return;
  const journal::ReflectionId id = intent.reflection.value_or(open_.front().reflection);
  if (!has(id)) return;
  query<Reflection>(
      context_, [id](journal::service::Journal& journal) { return journal.reflection(id); },
      [this](Result<Reflection> reflection) {
        if (!reflection.ok()) return context_.say(reflection.error());
        show(std::move(reflection).value());
      });
}

void DifferencesController::show(Reflection reflection) {
  const bool again = shown_ && shown_->reflection.id == reflection.id;
  if (again && shown_->reflection.text == reflection.text) return;
  Shown shown;
  if (const Disagreement* words = find(reflection.id, DisputedField::Text)) {
    shown.parts = partsOf(textsOf(*words), reflection.text);
  }
  shown.choices.assign(shown.parts.size(), kBoth);
  shown.current = firstDiffering(shown.parts, 0);
  shown.reflection = std::move(reflection);
  problem_.clear();
  if (!again) context_.goTo(Place::Journal);
  shown_ = std::move(shown);
}

void DifferencesController::on(const DecideLater&) {
  shown_.reset();
}

void DifferencesController::on(const LookAtSide& intent) {
  if (!shown_ || intent.part >= shown_->parts.size() || shown_->parts[intent.part].same) return;
  if (intent.side >= shown_->parts[intent.part].sides.size()) return;
  shown_->current = intent.part;
  shown_->side = intent.side;
}

void DifferencesController::on(const KeepSide& intent) {
  on(LookAtSide{intent.part, intent.side});
  if (!shown_ || working_ || shown_->current != intent.part || shown_->side != intent.side) return;
  shown_->choices[intent.part] = static_cast<int>(intent.side);
  const std::size_t next = firstDiffering(shown_->parts, intent.part + 1);
  if (next < shown_->parts.size()) {
    shown_->current = next;
    return;
  }
  settleWords();
}

void DifferencesController::on(const KeepBoth&) {
  if (shown_ && !working_) settleWords();
}

void DifferencesController::settleWords() {
  if (find(shown_->reflection.id, DisputedField::Text) == nullptr) return;
  const std::string text = textOf(shown_->parts, shown_->choices);
  if (text == shown_->reflection.text) return settle(DisputedField::Text, std::nullopt);
  settle(DisputedField::Text,
         journal::service::EditText{shown_->reflection.id, text, false, shown_->reflection.text});
}

void DifferencesController::on(const KeepLessonOf& intent) {
  if (!shown_ || working_) return;
  const Disagreement* lesson = find(shown_->reflection.id, DisputedField::Lesson);
  if (lesson == nullptr || intent.side >= lesson->sides.size()) return;
  settle(DisputedField::Lesson,
         journal::service::SetLesson{shown_->reflection.id, lesson->sides[intent.side].lesson});
}

void DifferencesController::on(const RightAsItIs& intent) {
  if (shown_ && !working_) settle(intent.field, std::nullopt);
}

void DifferencesController::settle(DisputedField field, std::optional<Op> first) {
  working_ = true;
  const journal::ReflectionId id = shown_->reflection.id;
  inJob<void>(
      context_,
      [id, field, first](JobContext&, journal::service::Journal& journal) -> Result<void> {
        if (first) J_CHECK(journal.apply(*first));
        J_TRY(const auto open, journal.disagreements());
        for (const Disagreement& one : open) {
          if (one.reflection != id || one.field != field) continue;
          J_CHECK(journal.apply(journal::service::SettleDisagreement{id, field, one.heads}));
        }
        return {};
      },
      [this](const Result<void>& settled) {
        working_ = false;
        if (!settled.ok()) {
          problem_ = tr::sentence(settled.error());
          return;
        }
        context_.say(std::string(tr::kSettledDifference));
        journal::service::Changes changes;
        changes.reflections = true;
        changes.tags = true;
        context_.changed(changes);
      });
}

// As people read it
// ---------------------------------------------------------------------------------

std::string DifferencesController::deviceOf(const journal::DisagreementSide& side) const {
  return names_(side.op.device).value_or(std::string(tr::kNameless));
}

std::string DifferencesController::whenOf(const journal::DisagreementSide& side) const {
  return whenWords(side.at, context_.clock.now(), context_.clock.utcOffset(side.at));
}

void DifferencesController::refreshWords(DifferencesModel& model, const Disagreement& words) const {
  const auto& names = context_.names;
  for (const journal::DisagreementSide& side : words.sides) {
    model.heads.push_back({deviceOf(side), whenOf(side)});
  }
  std::size_t differing = 0;
  for (std::size_t i = 0; i < shown_->parts.size(); ++i) {
    const DifferingPart& from = shown_->parts[i];
    DifferencePart part;
    part.same = from.same;
    if (from.same) {
      const std::size_t count = paragraphs(from);
      if (count == 0) part.words = " ";
      for (const std::string& line : from.now) {
        if (part.words.empty() && !line.empty()) part.words = plainWords({line}, names);
      }
      part.note = count > 1 ? fmt::format("{} paragraphs, the same on both", count)
                            : std::string("the same on both");
      model.parts.push_back(std::move(part));
      continue;
    }
    ++differing;
    for (std::size_t s = 0; s < from.sides.size(); ++s) {
      part.sides.push_back(
          runsThatDiffer(from.sides[s], from.sides[s == 0 ? from.sides.size() - 1 : 0], names));
      part.chosen.emplace_back(shown_->choices[i] == static_cast<int>(s) ? "Kept" : "");
    }
    part.both = plainWords(from.now, names);
    model.parts.push_back(std::move(part));
    if (i == shown_->current) model.place = fmt::format("Difference {}", differing);
  }
  if (!model.place.empty()) model.place += fmt::format(" of {}", differing);
  model.detail = fmt::format(
      "Both are safe. {} Keep either, or both. There is no hurry.",
      differing == 1 ? "One paragraph differs." : fmt::format("{} paragraphs differ.", differing));
}

void DifferencesController::refreshLines(DifferencesModel& model) const {
  for (const DisputedField field :
       {DisputedField::Lesson, DisputedField::State, DisputedField::Bin}) {
    const Disagreement* found = find(shown_->reflection.id, field);
    if (found == nullptr) continue;
    DifferenceLine line;
    line.field = field;
    line.what = std::string(whatOf(field));
    line.canKeepOne = field == DisputedField::Lesson;
    for (const journal::DisagreementSide& side : found->sides) {
      std::string words = fmt::format("{}, {}", deviceOf(side), whenOf(side));
      if (line.canKeepOne) {
        words += fmt::format(": {}, {}", lessonTitle(side.lesson), lessonDetail(side.lesson));
      }
      line.sides.push_back(std::move(words));
    }
    model.lines.push_back(std::move(line));
  }
}

void DifferencesController::refresh() {
  DifferencesModel& model = context_.state.models.differences;
  model = DifferencesModel();
  model.waiting = waiting();
  if (!shown_) return;
  model.open = true;
  model.title = std::string(tr::kTwoDevices);
  model.detail = std::string(tr::kTwoDevicesSafe);
  model.entry = fmt::format("{}, {}", lessonTitle(shown_->reflection.lesson),
                            longDate(shown_->reflection.lesson.date));
  model.current = shown_->current;
  model.side = shown_->side;
  if (const Disagreement* words = find(shown_->reflection.id, DisputedField::Text)) {
    refreshWords(model, *words);
  }
  refreshLines(model);
  model.working = working_;
  model.problem = problem_;
}

void DifferencesController::forget() {
  for (Disagreement& one : open_) {
    for (journal::DisagreementSide& side : one.sides) wipe(side.text);
  }
  open_.clear();
  shown_.reset();
  working_ = false;
  problem_.clear();
}

}  // namespace app::model
