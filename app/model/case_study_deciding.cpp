// Deciding about what could identify somebody, beside the words as they would leave.

#include <algorithm>
#include <array>

#include "app/model/build_case_study.h"
#include "app/model/case_study_controller.h"
#include "app/model/deciding_words.h"
#include "app/model/sentence.h"

namespace app::model {

using journal::Blur;
using journal::Result;
using journal::service::Prepared;
using journal::service::Undecided;

namespace {

struct KindWords {
  std::string_view kind;  ///< as the finder names it
  tr::Words words;
};
constexpr std::array kKindWords{KindWords{"PERSON", tr::kMarkPerson},
                                KindWords{"SCHOOL", tr::kMarkSchool},
                                KindWords{"PLACE", tr::kMarkPlace},
                                KindWords{"DATE", tr::kMarkDate},
                                KindWords{"AGE", tr::kMarkAge},
                                KindWords{"CONTACT", tr::kMarkContact},
                                KindWords{"ID", tr::kMarkId},
                                KindWords{"ORG", tr::kMarkOrganisation},
                                KindWords{"QUASI", tr::kMarkCircumstance}};

std::string kindWords(std::string_view kind) {
  for (const KindWords& one : kKindWords) {
    if (one.kind == kind) return std::string(one.words);
  }
  return std::string(tr::kMarkCircumstance);
}

const Undecided* findUndecided(const Prepared& prepared, const std::string& words) {
  const auto found = std::find_if(prepared.undecided.begin(), prepared.undecided.end(),
                                  [&](const Undecided& one) { return one.words == words; });
  return found == prepared.undecided.end() ? nullptr : &*found;
}

std::string howDecided(const Blur& blur) {
  if (blur.stays) return std::string(tr::kWordStays);
  if (blur.instead.empty()) return std::string(tr::kWordLeftOut);
  return "Reads “" + blur.instead + "”";
}

}  // namespace

DecidingModel buildDeciding(const Prepared& prepared, const CaseStudyUi& ui) {
  DecidingModel model;
  for (const Undecided& one : prepared.undecided) {
    std::string times =
        one.times == 1 ? std::string() : "Stands here " + counted(one.times, "time", "times");
    model.undecided.push_back({one.words, kindWords(one.what), one.suggestion, std::move(times),
                               one.words == ui.deciding});
  }
  for (const Blur& blur : prepared.blurs)
    model.decided.push_back({blur.words, blur.instead, howDecided(blur)});
  if (!model.decided.empty()) model.settled = std::to_string(model.decided.size()) + " settled";
  return model;
}

void CaseStudyController::prepare() {
  context_.tasks.start([this, id = open_->study.id](JobContext& job) -> Completion {
    const auto render = [&]() -> Result<Prepared> {
      J_TRY(journal::service::Journal * journal, job.journal());
      return journal::service::Publisher(*journal, *job.room().clock, job.room().marker)
          .prepare(id);
    };
    return [this, prepared = render()]() mutable {
      deciding_ = false;
      if (!context_.open) return;
      if (!prepared.ok()) return context_.say(prepared.error());
      show(std::move(prepared).value());
    };
  });
}

void CaseStudyController::show(Prepared prepared) {
  CaseStudyUi& ui = context_.state.ui.caseStudy;
  prepared_ = std::move(prepared);
  if (findUndecided(*prepared_, ui.deciding) != nullptr) return;
  const bool any = !prepared_->undecided.empty();
  ui.deciding = any ? prepared_->undecided.front().words : "";
  ui.instead = any ? prepared_->undecided.front().suggestion : "";
}

void CaseStudyController::on(const ChooseUndecided& intent) {
  if (!prepared_) return;
  const Undecided* const found = findUndecided(*prepared_, intent.words);
  if (found == nullptr) return;
  context_.state.ui.caseStudy.deciding = found->words;
  context_.state.ui.caseStudy.instead = found->suggestion;
}

void CaseStudyController::decide(std::vector<Blur> blurs) {
  if (!open_ || deciding_) return;
  deciding_ = true;
  applyOps(context_, {journal::service::SetBlurs{open_->study.id, std::move(blurs)}},
           [this](const Result<void>& kept) {
             // Until it is shown, what was decided is not what the next decision is added to.
             if (kept.ok() && open_ && prepared_) return prepare();
             deciding_ = false;
             if (!kept.ok()) context_.say(kept.error());
           });
}

void CaseStudyController::on(const DecideWords& intent) {
  if (!prepared_) return;
  const CaseStudyUi& ui = context_.state.ui.caseStudy;
  if (findUndecided(*prepared_, ui.deciding) == nullptr) return;
  const bool instead = intent.what == DecideWords::What::Instead;
  decide(journal::decided(prepared_->blurs, {ui.deciding, intent.what == DecideWords::What::Stay,
                                             instead ? ui.instead : std::string()}));
}

void CaseStudyController::on(const UndoDecision& intent) {
  if (prepared_) decide(journal::undecided(prepared_->blurs, intent.words));
}

}  // namespace app::model
