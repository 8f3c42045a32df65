#include "app/model/settings_prompts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/prompt_words.h"

namespace app::model {

using journal::OwnPromptSet;
using journal::Result;

namespace {

const OwnPromptSet* newestWithCode(const journal::OwnPrompts& own, const std::string& code) {
  for (const OwnPromptSet* set : journal::newestOf(own)) {
    if (journal::codeOf(set->id) == code) return set;
  }
  return nullptr;
}

PromptSetUi uiOf(const std::string& name, const std::vector<journal::Question>& questions) {
  PromptSetUi ui;
  ui.name = name;
  for (const journal::Question& question : questions) {
    ui.questions.push_back({question.text, question.optional});
  }
  return ui;
}

PromptSetPage ownPage(const OwnPromptSet& set, const journal::OwnPrompts& own,
                      const std::set<std::string>& earlier) {
  PromptSetPage page;
  page.code = journal::codeOf(set.id);
  page.own = true;
  page.name = set.name;
  page.detail = fmt::format("Version {}, from {}", set.version, dayMonthYear(set.from));
  if (!set.copyOf.empty()) page.detail += ". Begun from " + set.copyOf;
  for (const journal::Question& question : set.questions) {
    page.prompts.push_back(journal::asked(question));
  }
  page.hasEarlier = set.version > 1;
  if (earlier.count(page.code) == 0) return page;
  page.showEarlier = true;
  for (const OwnPromptSet& version : own.versions) {
    if (version.id != set.id || version.version == set.version) continue;
    PromptVersionPage before{fmt::format("{}, version {}, from {}", version.name, version.version,
                                         dayMonthYear(version.from)),
                             {}};
    for (const journal::Question& question : version.questions) {
      before.prompts.push_back(journal::asked(question));
    }
    page.earlier.insert(page.earlier.begin(), std::move(before));
  }
  return page;
}

PromptSetPage ourPage(const journal::PromptSet& set) {
  PromptSetPage page;
  page.code = set.code;
  page.name = set.name;
  page.detail = set.code;
  if (set.minutes > 0)
    page.detail += ", " + counted(static_cast<std::size_t>(set.minutes), "minute", "minutes");
  if (!set.when.empty()) page.detail += ": " + set.when;
  page.prompts = set.prompts;
  return page;
}

}  // namespace

Result<OwnPromptSet> promptSetFrom(const PromptSetUi& ui, const OwnPromptSet& of,
                                   const OwnPromptSet* before) {
  if (nothingTyped(ui.name)) return notYet(tr::kNeedSetName);
  OwnPromptSet set = of;
  set.name = ui.name;
  set.questions.clear();
  for (const QuestionUi& question : ui.questions) {
    if (!nothingTyped(question.text)) set.questions.push_back({question.text, question.optional});
  }
  if (set.questions.empty()) return notYet(tr::kNeedQuestion);
  if (before != nullptr && before->name == set.name && before->questions == set.questions) {
    return notYet(tr::kNothingChanged);
  }
  return set;
}

std::vector<PromptSetPage> buildPromptPages(const journal::PromptLibrary& ours,
                                            const journal::OwnPrompts& own,
                                            const std::set<std::string>& earlier) {
  std::vector<PromptSetPage> pages;
  for (const OwnPromptSet* set : journal::newestOf(own)) {
    pages.push_back(ownPage(*set, own, earlier));
  }
  for (const journal::PromptSet& set : ours.sets) pages.push_back(ourPage(set));
  for (PromptSetPage& page : pages) {
    page.offered =
        std::find(own.withheld.begin(), own.withheld.end(), page.code) == own.withheld.end();
  }
  return pages;
}

void SettingsPrompts::handle(const PromptIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void SettingsPrompts::on(const CopyPromptSet& intent) {
  const journal::PromptSet* ours = context_.library.prompts.find(intent.code);
  if (ours == nullptr) return;
  OwnPromptSet set;
  set.id = journal::PromptSetId::random(context_.random);
  set.copyOf = ours->code;
  for (const std::string& prompt : ours->prompts) set.questions.push_back({prompt, false});
  context_.state.ui.settings.prompts = uiOf("Our " + lowerFirst(ours->name), set.questions);
  edited_ = std::move(set);
}

void SettingsPrompts::on(const EditPromptSet& intent) {
  const OwnPromptSet* newest = newestWithCode(context_.prompts, intent.code);
  if (newest == nullptr) return;
  context_.state.ui.settings.prompts = uiOf(newest->name, newest->questions);
  edited_ = *newest;
  ++edited_->version;
}

void SettingsPrompts::on(const OfferPrompts& intent) {
  apply({journal::service::OfferPromptSet{intent.code, intent.on}});
}

void SettingsPrompts::on(const OfferAllOurs&) {
  std::vector<journal::service::Op> ops;
  for (const journal::PromptSet& set : context_.library.prompts.sets) {
    ops.emplace_back(journal::service::OfferPromptSet{set.code, true});
  }
  apply(std::move(ops));
}

void SettingsPrompts::on(const ShowEarlierPrompts& intent) {
  if (intent.show)
    earlier_.insert(intent.code);
  else
    earlier_.erase(intent.code);
}

void SettingsPrompts::on(const AddQuestion&) {
  auto& questions = context_.state.ui.settings.prompts.questions;
  if (questions.size() < journal::kMostQuestions) questions.emplace_back();
}

void SettingsPrompts::on(const RemoveQuestion& intent) {
  auto& questions = context_.state.ui.settings.prompts.questions;
  if (intent.index >= questions.size()) return;
  questions.erase(questions.begin() + static_cast<std::ptrdiff_t>(intent.index));
}

void SettingsPrompts::on(const MoveQuestion& intent) {
  auto& questions = context_.state.ui.settings.prompts.questions;
  const std::size_t other = intent.up ? intent.index - 1 : intent.index + 1;
  if (intent.index < questions.size() && other < questions.size()) {
    std::swap(questions[intent.index], questions[other]);
  }
}

void SettingsPrompts::on(const KeepPromptSet&) {
  if (!edited_) return;
  edited_->from = context_.today();
  const auto set = promptSetFrom(context_.state.ui.settings.prompts, *edited_,
                                 newestWithCode(context_.prompts, journal::codeOf(edited_->id)));
  if (set.ok()) apply({journal::service::PutPromptSet{*set}});
}

void SettingsPrompts::on(const CancelPromptSet&) {
  edited_.reset();
}

void SettingsPrompts::apply(std::vector<journal::service::Op> ops) {
  applyOps(context_, std::move(ops), [this](const Result<void>& done) {
    if (!done.ok()) return context_.say(done.error());
    edited_.reset();
  });
}

void SettingsPrompts::refresh(SettingsModel& model) const {
  const journal::OwnPrompts& own = context_.prompts;
  model.promptSets = buildPromptPages(context_.library.prompts, own, earlier_);
  model.oursWithheld =
      std::any_of(model.promptSets.begin(), model.promptSets.end(),
                  [](const PromptSetPage& page) { return !page.own && !page.offered; });
  if (!edited_) return;
  model.editingPrompts = true;
  model.promptsVersion = edited_->version;
  const auto set = promptSetFrom(context_.state.ui.settings.prompts, *edited_,
                                 newestWithCode(own, journal::codeOf(edited_->id)));
  if (!set.ok()) model.promptsNotYet = set.error().advice;
  if (context_.state.ui.settings.prompts.questions.size() >= journal::kMostQuestions) {
    model.addQuestionNotYet = tr::kEnoughQuestions;
  }
}

void SettingsPrompts::forget() {
  edited_.reset();
  earlier_.clear();
}

}  // namespace app::model
