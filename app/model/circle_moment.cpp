#include "app/model/circle_moment.h"

#include <algorithm>
#include <utility>

#include "app/model/build_circle.h"
#include "app/model/build_circle_live.h"
#include "app/model/circle_live_words.h"
#include "app/model/circle_writing.h"
#include "app/model/display.h"
#include "journal/domain/safeguarding.h"

namespace app::model {
namespace {

constexpr std::size_t kEntriesOffered = 30;

}  // namespace

void CircleMoment::start() {
  open_ = loading_ = true;
  const std::uint64_t asked = ++asked_;
  query<std::vector<journal::service::ReflectionRow>>(
      context_,
      [](journal::service::Journal& journal) {
        return journal.newest(kEntriesOffered, std::nullopt);
      },
      [this, asked](journal::Result<std::vector<journal::service::ReflectionRow>> rows) {
        if (asked != asked_) return;
        loading_ = false;
        if (!rows.ok()) return context_.say(rows.error());
        entries_ = std::move(rows).value();
        if (!entry_ && !entries_.empty()) choose(entries_.front().id);
      });
}

void CircleMoment::choose(journal::ReflectionId entry) {
  using Answer = std::pair<journal::Reflection, std::vector<journal::Tag>>;
  const std::uint64_t asked = ++asked_;
  query<Answer>(
      context_,
      [entry](journal::service::Journal& journal) -> journal::Result<Answer> {
        J_TRY(auto reflection, journal.reflection(entry));
        J_TRY(auto tags, journal.tagsOf(entry));
        return Answer(std::move(reflection), std::move(tags));
      },
      [this, asked](journal::Result<Answer> answer) {
        if (asked != asked_) return;
        if (!answer.ok()) return context_.say(answer.error());
        if (!journal::mayBeUsed(answer->first)) return;
        entry_ = std::move(answer->first);
        tags_ = std::move(answer->second);
        chosen_ = {};
        allowed_.clear();
        EditedText& shown = context_.state.ui.circle.moment;
        wipe(shown.text);
        shown.text = entry_->text;
        shown.caret = 0;
        ++shown.loads;
      });
}

void CircleMoment::select(std::size_t begin, std::size_t end) {
  if (!entry_ || begin > end || end > entry_->text.size()) return;
  chosen_ = {begin, end};
}

void CircleMoment::allow() {
  const std::string name = nameToDecide(words(), allowed_);
  if (!name.empty()) allowed_.insert(name);
}

void CircleMoment::close() {
  open_ = false;
  ++asked_;
  if (entry_) wipe(entry_->text);
  entry_.reset();
  tags_.clear();
  entries_.clear();
  chosen_ = {};
  allowed_.clear();
  wipe(context_.state.ui.circle.moment);
}

void CircleMoment::forget() {
  close();
  brought_.reset();
}

std::string CircleMoment::words() const {
  if (!entry_ || chosen_.begin >= chosen_.end) return {};
  return entry_->text.substr(chosen_.begin, chosen_.end - chosen_.begin);
}

std::vector<CardTag> CircleMoment::tagsIn() const {
  std::vector<CardTag> found;
  const journal::Framework& framework = context_.library.framework;
  for (const journal::Tag& tag : tags_) {
    const bool inside = tag.passage.begin < chosen_.end && chosen_.begin < tag.passage.end;
    if (!inside) continue;
    const std::string outcome = tag.indicator.outcomeCode();
    const CardTag one{outcome.substr(0, 1), outcomeShortName(framework, outcome)};
    if (std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
  }
  return found;
}

std::string CircleMoment::notYet() const {
  if (!entry_) return std::string(tr::kChooseEntryFirst);
  if (asOthersSee(words(), context_.names).empty()) return std::string(tr::kSelectFirst);
  if (!nameToDecide(words(), allowed_).empty()) return std::string(tr::kDecideFirst);
  return {};
}

std::optional<CardWords> CircleMoment::chosen() const {
  if (!notYet().empty()) return std::nullopt;
  return CardWords{asOthersSee(words(), context_.names), tagsIn()};
}

MomentModel CircleMoment::model(const CircleSeen& room) const {
  MomentModel model;
  model.open = open_;
  model.loading = loading_;
  for (const journal::service::ReflectionRow& row : entries_) {
    model.entries.push_back(
        {row.id, lessonTitle(row.lesson) + ", " + dayAndMonth(row.lesson.date)});
  }
  if (entry_) {
    model.entry = entry_->id.hex();
    model.title = lessonTitle(entry_->lesson);
    model.detail = longDate(entry_->lesson.date);
  }
  for (const journal::KnownName& name : context_.names) {
    model.labels.emplace_back(name.id.hex(), name.codeName);
  }
  model.choice.open = true;
  model.choice.preview = asOthersSee(words(), context_.names);
  for (const CardTag& tag : tagsIn()) {
    model.choice.domains.push_back(domainIndex(context_.library.framework, tag.domain));
    model.choice.tags += (model.choice.tags.empty() ? "" : ", ") + tag.outcome;
  }
  model.choice.notYet = notYet();
  const std::string name = nameToDecide(words(), allowed_);
  if (!name.empty()) model.choice.check = "“" + name + "”" + std::string(tr::kShownLooksLikeName);
  const bool named = room.plan.plan.naming == session::Naming::Named;
  if (named) model.choice.by = nameOf(room, room.view.you);
  model.who = {std::string(tr::kSeenByGroup),
               std::string(named ? tr::kSeenNamed : tr::kNoNameBeside),
               std::string(tr::kSeenNoMore), std::string(tr::kSeenUntil)};
  for (const session::SeenCard& card : room.view.cards) {
    if (card.kind == session::CardKind::Moment && room.mine.count(card.id) != 0) {
      model.brought.push_back(liveCard(room, card));
      const bool nobody = room.unopened.count(card.id) != 0;
      if (named) model.brought.back().sign = nobody ? tr::kOpenedByNoOne : tr::kOpenedBySome;
    }
  }
  return model;
}

}  // namespace app::model
