#include <string>

#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/notes.h"
#include "app/ui/stave.h"
#include "app/view/people_parts.h"

namespace app::view {
namespace {

void drawIntentions(const model::PersonPage& page, const Frame& frame) {
  const ui::Card card("intentions", {.gap = 6});
  ui::subhead(tr::kNextTime);
  if (page.intentions.empty()) ui::small(tr::kNoIntentions);
  for (const model::IntentionRow& intention : page.intentions) {
    const ui::Scope scope(ui::key("intention", intention.id.hex()));
    ui::quote(intention.words);
    const ui::Row row(8, 32);
    ui::small(intention.detail);
    if (ui::button("kept", tr::kKept, {.small = true})) {
      frame.intents.push(model::SettleIntention{intention.id, true});
    }
    if (ui::button("let-go", tr::kLetGo, {.kind = ui::ButtonKind::Quiet, .small = true})) {
      frame.intents.push(model::SettleIntention{intention.id, false});
    }
  }
}

void drawHalf(std::string_view key, ui::Domain domain, const model::JourneyNote& note,
              const Frame& frame) {
  ui::PassageStepModel step;
  step.domain = domain;
  step.level = note.level;
  step.latest = key == "now";
  step.lastOne = true;
  step.date = note.date;
  step.words = {{note.words, ui::TextRun::Kind::Plain, ui::Domain::None}};
  step.detail = note.detail;
  if (ui::passageStep(key, step)) frame.intents.push(model::OpenReflection{note.reflection});
}

void drawThenAndNow(const model::ThenAndNow& pair, const Frame& frame) {
  const ui::Card card("then-and-now", {.gap = 8});
  ui::subhead(std::string(tr::kThenAndNow) + " " + pair.outcomeName);
  const ui::Domain domain = domainOf(pair.domain);
  const bool beside = ui::availWidth() > 560;
  ui::Columns columns(std::vector<ui::Track>(beside ? 2 : 1, ui::share()), 24);
  columns.next();
  drawHalf("then", domain, pair.then, frame);
  if (beside) columns.next();
  drawHalf("now", domain, pair.now, frame);
}

void drawSilence(const model::PersonPage& page) {
  const ui::Card card("silence", {.gap = 8});
  ui::subhead(std::string(tr::kWhatWeHaveNot) + ", " + page.term);
  const bool beside = ui::availWidth() > 560;
  ui::Columns columns(std::vector<ui::Track>(beside ? page.silence.size() : 1, ui::share()), 20);
  for (std::size_t i = 0; i < page.silence.size(); ++i) {
    if (beside || i == 0) columns.next();
    const model::SilentDomain& domain = page.silence[i];
    {
      const ui::Row row(8, 26);
      ui::noteHead({.domain = domainOf(domain.domain), .hollow = true});
      ui::text(domain.name,
               {.type = ui::Type::SmallStrong, .colour = ui::domainInk(domainOf(domain.domain))});
    }
    if (domain.silent.empty()) ui::small(tr::kAllHeard);
    for (const std::string& name : domain.silent) ui::small(name, ui::Token::Ink);
  }
}

void drawConsents(const model::PersonPage& page) {
  const ui::Card card("agreed", {.gap = 6});
  ui::subhead(tr::kAgreedUses);
  if (page.consents.empty()) ui::small(tr::kNoUses);
  for (const model::ConsentRow& consent : page.consents) {
    ui::bodyStrong(consent.title);
    ui::small(consent.detail);
  }
}

}  // namespace

void drawPersonNotes(const model::PersonPage& page, const Frame& frame) {
  drawPlan(page.plan, frame);
  drawIntentions(page, frame);
  if (page.thenAndNow) drawThenAndNow(*page.thenAndNow, frame);
  if (!page.silence.empty()) drawSilence(page);
  drawPermissions(page, frame);
  drawConsents(page);
}

void drawPersonForm(const model::YoungPeopleModel& model, model::PeopleUi& state,
                    const Frame& frame) {
  const ui::Dialog dialog("edit-person", tr::kEditDetails);
  ui::textField("code-name", state.codeName,
                {.label = tr::kCodeName, .problem = model.editProblem});
  ui::wantFirstFocus();
  ui::tiny(tr::kCodeNameHint);
  ui::textField("real-name", state.realName, {.label = tr::kRealName, .hint = tr::kRealNameHint});
  ui::textField("age-band", state.ageBand, {.label = tr::kAgeBand, .hint = tr::kAgeBandHint});
  ui::textField("instrument", tr::kInstrumentFamily, state.instrument);
  const ui::Row row(8, 40);
  if (ui::primaryButton("keep", tr::kKeepDetails, model.editProblem)) {
    frame.intents.push(model::KeepPerson{});
  }
  if (ui::quietButton("cancel", tr::kCancel) || dialog.closeWanted()) {
    frame.intents.push(model::CancelPerson{});
  }
}

}  // namespace app::view
