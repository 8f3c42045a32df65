#include "app/model/build_case_study.h"

#include <algorithm>

#include "app/model/display.h"
#include "app/model/wording.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

using journal::service::JourneyPoint;

PassageRow rowFor(const journal::Tag& tag, const CaseStudyInputs& inputs) {
  PassageRow row;
  row.tag = tag.id;
  row.words = coded(tag.quote, inputs.names);
  row.domain = domainIndex(inputs.library.framework, tag.indicator.domainCode());
  row.label = tagLabel(inputs.library.framework, tag.indicator, tag.level);
  for (const JourneyPoint& point : inputs.journey) {
    if (point.tag.id == tag.id) {
      row.when =
          dayAndMonth(point.date) + ", " + lowerFirst(std::string(journal::title(point.setting)));
    }
  }
  return row;
}

const journal::Tag* tagToday(const CaseStudyInputs& inputs, journal::TagId id) {
  for (const journal::Tag& tag : inputs.linkedTags) {
    if (tag.id == id) return &tag;
  }
  return nullptr;
}

PassageRow linkedRow(const journal::EvidenceLink& link, const CaseStudyInputs& inputs) {
  const journal::Tag* today = tagToday(inputs, link.tag);
  PassageRow row;
  if (today != nullptr) {
    row = rowFor(*today, inputs);
  } else {
    // Its words stay hidden: it may be gone because its reflection is on safeguarding hold.
    row.tag = link.tag;
    row.words = "\u2026";
  }
  row.linked = true;
  switch (journal::evidenceState(link, today)) {
    case journal::EvidenceState::Holds:
      break;
    case journal::EvidenceState::Drifted:
      row.state = tr::kDrifted;
      break;
    case journal::EvidenceState::Gone:
      row.state = tr::kGone;
      break;
  }
  return row;
}

void addClaims(CaseStudyModel& model, const CaseStudyInputs& inputs) {
  for (const journal::Claim& claim : inputs.study->claims) {
    ClaimRow row;
    row.id = claim.id;
    row.chosen = inputs.chosen == claim.id;
    for (const journal::EvidenceLink& link : claim.evidence) {
      row.passages.push_back(linkedRow(link, inputs));
    }
    if (row.passages.empty()) row.note = tr::kNoEvidenceYet;
    model.claims.push_back(std::move(row));
  }
}

void addPassages(CaseStudyModel& model, const CaseStudyInputs& inputs) {
  const auto chosen =
      std::find_if(inputs.study->claims.begin(), inputs.study->claims.end(),
                   [&](const journal::Claim& claim) { return inputs.chosen == claim.id; });
  for (auto point = inputs.journey.rbegin(); point != inputs.journey.rend(); ++point) {
    if (point->tag.quote.empty()) continue;
    PassageRow row = rowFor(point->tag, inputs);
    if (chosen != inputs.study->claims.end()) {
      row.linked =
          std::any_of(chosen->evidence.begin(), chosen->evidence.end(),
                      [&](const journal::EvidenceLink& link) { return link.tag == point->tag.id; });
    }
    model.passages.push_back(std::move(row));
  }
}

void addAgreement(CaseStudyModel& model, const CaseStudyInputs& inputs) {
  if (inputs.study->agreement) {
    const journal::Agreement& agreement = *inputs.study->agreement;
    model.agreed = true;
    model.agreementLine = "Agreed by " + agreement.agreedBy + " for " +
                          useLevelWords(agreement.level.value()) + ", until " +
                          monthAndYear(agreement.until) + ".";
  }
  if (inputs.ui.agreedBy.empty())
    model.agreementNotYet = "Say who agreed, by role.";
  else if (inputs.ui.howAsked.empty())
    model.agreementNotYet = "Say how they were asked.";
}

std::size_t passagesIn(const journal::CaseStudy& study) {
  std::size_t count = 0;
  for (const journal::Claim& claim : study.claims) count += claim.evidence.size();
  return count;
}

void addOpen(CaseStudyModel& model, const CaseStudyInputs& inputs) {
  const journal::CaseStudy& study = *inputs.study;
  model.open = true;
  model.heading = study.title.empty() ? std::string(tr::kUntitled) : study.title;
  model.detail = "Case study by " + study.author + ", built from " +
                 counted(passagesIn(study), "passage", "passages") + ". " + stepWords(study.step) +
                 ".";
  model.editable = mayBeEdited(study.step);
  if (study.about) model.about = codeNameOf(inputs.names, *study.about);
  addClaims(model, inputs);
  addPassages(model, inputs);
  addAgreement(model, inputs);
  for (const journal::ReviewEvent& event : study.trail) model.trail.push_back(buildTrailRow(event));
  if (inputs.ui.title.empty() || study.claims.empty()) model.previewNotYet = tr::kGiveTitleFirst;
}

}  // namespace

std::string coded(const std::string& stored, const std::vector<journal::KnownName>& names) {
  return journal::render(stored, journal::NamesShown::Code,
                         [&](journal::NameId id) { return findName(names, id); })
      .text;
}

bool mayBeEdited(journal::ReviewStep step) {
  return step == journal::ReviewStep::Draft || step == journal::ReviewStep::Returned;
}

TrailRow buildTrailRow(const journal::ReviewEvent& event) {
  TrailRow row;
  row.when = dayAndMonth(journal::localDate(event.at, std::chrono::minutes{0}));
  row.words = eventWords(event);
  row.reason = event.reason;
  return row;
}

CaseStudyModel buildCaseStudy(const CaseStudyInputs& inputs) {
  CaseStudyModel model;
  for (const journal::service::CaseStudyRow& row : inputs.rows) {
    model.rows.push_back({row.id, row.title.empty() ? std::string(tr::kUntitled) : row.title,
                          counted(row.claims, "claim", "claims"), stepWords(row.step)});
  }
  model.starting = inputs.starting;
  for (const journal::KnownName& name : inputs.names) {
    if (name.kind == journal::NameKind::YoungPerson) {
      model.youngPeople.push_back({name.id.hex(), name.codeName});
    }
  }
  if (inputs.starting) {
    if (inputs.ui.newTitle.empty())
      model.beginNotYet = "Give it a title first.";
    else if (inputs.ui.newAbout.empty())
      model.beginNotYet = "Choose who it is about first.";
  }
  if (inputs.study != nullptr) addOpen(model, inputs);
  return model;
}

PreviewModel buildPreview(const journal::Submission& content, std::vector<std::string> problems,
                          const journal::Framework& framework) {
  PreviewModel model;
  model.title = content.title;
  model.byLine = "By " + content.author + ". Agreed for " + useLevelWords(content.useLevel);
  if (content.useLevel > 0) model.byLine += ", until " + monthAndYear(content.agreedUntil);
  model.byLine += ".";
  for (const journal::SubmittedClaim& claim : content.claims) {
    PreviewClaim shown;
    shown.text = claim.text;
    for (const journal::SubmittedPassage& passage : claim.passages) {
      PreviewPassage row;
      row.words = passage.text;
      if (const auto code = journal::IndicatorCode::parse(passage.indicator)) {
        row.domain = domainIndex(framework, code->domainCode());
        const auto level =
            passage.level ? journal::Level::of(*passage.level) : std::optional<journal::Level>();
        row.label = tagLabel(framework, *code, level);
      }
      row.detail = settingWords(passage.setting) + ", " + passage.term;
      for (const std::string& extra : {passage.ageBand, passage.instrumentFamily}) {
        if (!extra.empty()) row.detail += ", " + extra;
      }
      row.detail += ". " + voiceWords(passage.voice);
      shown.passages.push_back(std::move(row));
    }
    model.claims.push_back(std::move(shown));
  }
  model.problems = std::move(problems);
  if (!model.problems.empty()) model.sendNotYet = model.problems.front();
  return model;
}

}  // namespace app::model
