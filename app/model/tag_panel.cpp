#include "app/model/tag_panel.h"

#include <algorithm>

#include "app/model/display.h"
#include "app/model/wording.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

/// An outcome that is switched off leaves its place free, so that every digit stays where it was;
/// the one of an existing tag is there.
std::vector<PickerColumn> columnsOf(const journal::Framework& framework, const TagDraft& draft) {
  std::vector<PickerColumn> columns;
  for (const journal::Domain& domain : framework.domains) {
    PickerColumn column;
    column.name = domain.name;
    for (const journal::Outcome& outcome : domain.outcomes) {
      if (outcome.off && outcome.code != draft.outcome) {
        column.outcomes.emplace_back();
        continue;
      }
      column.outcomes.push_back(
          {outcome.code, outcomeShortName(framework, outcome.code), outcome.name});
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

void addLevels(TagPanelModel& model, const journal::Framework& framework,
               const journal::Indicator* indicator) {
  model.levelNames = framework.levelNames;
  model.restName = framework.noChanceName;
  if (indicator != nullptr) model.levelSentences = indicator->levels;
  if (!model.levelChosen) return;
  model.levelWord = levelName(framework, model.level) + ":";
  if (!model.level) {
    model.levelSentence = "there was no moment in this lesson where it could have shown.";
    return;
  }
  const auto index = static_cast<std::size_t>(model.level->value() - 1);
  model.levelSentence = lowerFirst(model.levelSentences[index]);
}

void addLastTime(TagPanelModel& model, const TagDraft& draft, const journal::Framework& framework) {
  const journal::service::JourneyPoint* last = lastTimeOf(draft);
  if (last == nullptr) return;
  if (last->tag.level) model.lastTime = last->tag.level->value();
  model.lastTimeWords =
      "Last time: " + levelName(framework, last->tag.level) + ", " + dayAndMonth(last->date);
}

}  // namespace

const journal::service::JourneyPoint* lastTimeOf(const TagDraft& draft) {
  if (!draft.indicator) return nullptr;
  for (auto point = draft.journey.rbegin(); point != draft.journey.rend(); ++point) {
    const bool same = point->tag.indicator == *draft.indicator;
    if (same && (!draft.editing || point->tag.id != *draft.editing)) return &*point;
  }
  return nullptr;
}

TagPanelModel buildTagPanel(const TagDraft& draft, const journal::Framework& framework,
                            const std::vector<journal::KnownName>& names) {
  TagPanelModel model;
  model.passage = draft.passage;
  model.editing = draft.editing.has_value();
  model.domains = columnsOf(framework, draft);
  model.outcome = draft.outcome;
  if (const journal::Outcome* outcome = framework.findOutcome(draft.outcome)) {
    for (const journal::Indicator& indicator : outcome->indicators) {
      if (indicator.off && indicator.code != draft.indicator) continue;
      model.indicators.push_back({indicator.code.text(), indicator.name, indicator.name});
    }
    for (const journal::Domain& domain : framework.domains) {
      for (const journal::Outcome& candidate : domain.outcomes) {
        if (&candidate == outcome) model.domain = domainIndex(framework, domain.code);
      }
    }
  }
  if (draft.indicator) model.indicator = draft.indicator->text();
  model.levelChosen = draft.levelChosen;
  model.level = draft.level;
  addLevels(model, framework, draft.indicator ? framework.find(*draft.indicator) : nullptr);
  addLastTime(model, draft, framework);
  model.wordedThen = draft.wordedThen;
  model.direction = draft.direction;
  model.voice = draft.voice;
  if (draft.youngPerson) model.about = codeNameOf(names, *draft.youngPerson);
  if (!draft.indicator)
    model.saveNotYet = tr::kPickIndicator;
  else if (!draft.levelChosen)
    model.saveNotYet = tr::kPickLevel;
  return model;
}

std::optional<journal::NameId> likelyPerson(std::string_view stored, journal::Passage passage,
                                            const journal::Lesson& lesson,
                                            const std::vector<journal::KnownName>& names) {
  const auto isYoungPerson = [&](journal::NameId id) {
    const journal::KnownName* name = findName(names, id);
    return name != nullptr && name->kind == journal::NameKind::YoungPerson;
  };
  for (const journal::NameId id :
       journal::mentionedNames(stored.substr(passage.begin, passage.end - passage.begin))) {
    if (isYoungPerson(id)) return id;
  }
  std::size_t paragraph = passage.begin;
  while (paragraph > 0 && stored[paragraph - 1] != '\n') --paragraph;
  const auto before = journal::mentionedNames(stored.substr(paragraph, passage.begin - paragraph));
  for (auto id = before.rbegin(); id != before.rend(); ++id) {
    if (isYoungPerson(*id)) return *id;
  }
  if (lesson.youngPeople.size() == 1) return lesson.youngPeople.front();
  return std::nullopt;
}

void offerDirection(TagDraft& draft) {
  if (draft.directionChosen) return;
  draft.direction =
      lastTimeOf(draft) == nullptr ? journal::Direction::Baseline : journal::Direction::Change;
}

std::vector<TagMark> buildMarks(const std::vector<journal::Tag>& tags, std::string_view stored,
                                std::string_view shown, const journal::Framework& framework) {
  std::vector<journal::Passage> passages;
  passages.reserve(tags.size());
  for (const journal::Tag& tag : tags) passages.push_back(tag.passage);
  if (stored != shown) passages = journal::rebaseAll(passages, stored, shown);
  std::vector<TagMark> marks;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (passages[i].begin >= passages[i].end || passages[i].end > shown.size()) continue;
    TagMark mark;
    mark.id = tags[i].id;
    mark.passage = passages[i];
    mark.domain = domainIndex(framework, tags[i].indicator.domainCode());
    if (tags[i].level) mark.mark = std::to_string(tags[i].level->value());
    mark.name = "Edit tag: " + tagLabel(framework, tags[i].indicator, tags[i].level);
    marks.push_back(std::move(mark));
  }
  return marks;
}

}  // namespace app::model
