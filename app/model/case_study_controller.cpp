#include "app/model/case_study_controller.h"

#include <algorithm>
#include <variant>

#include "app/model/build_case_study.h"
#include "app/model/display.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;
using journal::service::Op;

CaseStudyController::CaseStudyController(Context& context) : context_(context) {}

void CaseStudyController::handle(const CaseStudyIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

// The list and the open one
// ------------------------------------------------------------------------

void CaseStudyController::on(const NewCaseStudy& intent) {
  CaseStudyUi& ui = context_.state.ui.caseStudy;
  ui.newTitle.clear();
  ui.newAbout = intent.about ? intent.about->hex() : std::string();
  starting_ = true;
  context_.goTo(Place::CaseStudies);
}
void CaseStudyController::on(const CancelNewCaseStudy&) {
  starting_ = false;
}

void CaseStudyController::on(const BeginCaseStudy&) {
  const CaseStudyUi& ui = context_.state.ui.caseStudy;
  const auto about = journal::NameId::fromHex(ui.newAbout);
  if (ui.newTitle.empty() || !about) return;
  journal::CaseStudy study;
  study.id = journal::CaseStudyId::random(context_.random);
  study.title = ui.newTitle;
  study.author = context_.person.name;
  study.about = about;
  study.madeAt = context_.clock.now();
  journal::Claim first;
  first.id = journal::ClaimId::random(context_.random);
  starting_ = false;
  applyOps(context_,
           {journal::service::StartCaseStudy{study}, journal::service::PutClaim{study.id, first}},
           [this, id = study.id](const Result<void>& outcome) {
             if (!outcome.ok()) return context_.say(outcome.error());
             load(id);
           });
}

Result<CaseStudyController::Opened> CaseStudyController::read(journal::service::Journal& journal,
                                                              journal::CaseStudyId id) {
  Opened opened;
  J_TRY(opened.study, journal.caseStudy(id));
  if (opened.study.about) {
    J_TRY(opened.journey, journal.journey(*opened.study.about));
  }
  std::vector<journal::TagId> ids;
  for (const journal::Claim& claim : opened.study.claims) {
    for (const journal::EvidenceLink& link : claim.evidence) ids.push_back(link.tag);
  }
  J_TRY(opened.linked, journal.tags(ids));
  return opened;
}

void CaseStudyController::load(journal::CaseStudyId id) {
  query<Opened>(
      context_, [id](journal::service::Journal& journal) { return read(journal, id); },
      [this, id](Result<Opened> opened) {
        const bool same = open_ && open_->study.id == id;
        if (!opened.ok()) {
          if (!same || opened.error().code != journal::ErrorCode::NotFound) {
            return context_.say(opened.error());
          }
          open_.reset();  // erased; what was typed is with whatever goes on in its place
          prepared_.reset();
          return chosen_.reset();
        }
        take(std::move(opened).value(), same);
      });
}

void CaseStudyController::take(Opened opened, bool keepWords) {
  CaseStudyUi& ui = context_.state.ui.caseStudy;
  if (!keepWords) {
    autosave_.reset(std::nullopt);
    prepared_.reset();
    ui.title = titleBase_ = opened.study.title;
    ui.agreedBy = opened.study.agreement ? opened.study.agreement->agreedBy : "";
    ui.howAsked = opened.study.agreement ? opened.study.agreement->howAsked : "";
    ui.useLevel = opened.study.agreement ? opened.study.agreement->level.value() : 2;
    ui.claims.clear();
    bases_.clear();
  }
  if (ui.title == titleBase_) ui.title = titleBase_ = opened.study.title;
  std::vector<ClaimUi> claims;
  for (const journal::Claim& claim : opened.study.claims) claims.push_back(takeClaim(claim));
  ui.claims = std::move(claims);
  open_ = std::move(opened);
  if (chosen_ && claim(*chosen_) == nullptr) chosen_.reset();
  if (!chosen_ && !open_->study.claims.empty()) chosen_ = open_->study.claims.front().id;
}

/// Words that wait to be saved stay as they are on screen; saving joins them with what came.
ClaimUi CaseStudyController::takeClaim(const journal::Claim& claim) {
  const std::vector<ClaimUi>& shown = context_.state.ui.caseStudy.claims;
  const auto known = std::find_if(shown.begin(), shown.end(),
                                  [&](const ClaimUi& one) { return one.id == claim.id; });
  ClaimUi taken;
  if (known == shown.end()) {
    taken.id = claim.id;
    taken.words.loads = 1;
  } else {
    taken = *known;
    if (taken.words.text != bases_[claim.id]) return taken;
  }
  bases_[claim.id] = claim.text;
  follow(taken.words, claim.text);
  return taken;
}

void CaseStudyController::on(const OpenCaseStudy& intent) {
  flush([this, id = intent.study](const Result<void>& saved) {
    if (saved.ok()) load(id);
  });
}
void CaseStudyController::on(const CloseCaseStudy&) {
  flush([this](const Result<void>& saved) {
    if (!saved.ok()) return;
    open_.reset();
    prepared_.reset();
    chosen_.reset();
  });
}

// Words
// --------------------------------------------------------------------------------------------

void CaseStudyController::on(const CaseStudyTextChanged&) {
  if (!open_ || !mayBeEdited(open_->study.step)) return;
  prepared_.reset();  // what was shown is no longer what would leave
  autosave_.changed(context_.clock.now());
}

std::vector<Op> CaseStudyController::changedWords() const {
  std::vector<Op> ops;
  const CaseStudyUi& ui = context_.state.ui.caseStudy;
  const journal::CaseStudy& study = open_->study;
  if (ui.title != titleBase_) {
    ops.emplace_back(journal::service::SetCaseStudyTitle{study.id, ui.title, titleBase_});
  }
  for (const journal::Claim& claim : study.claims) {
    for (const ClaimUi& words : ui.claims) {
      const auto base = bases_.find(claim.id);
      if (words.id != claim.id || base == bases_.end()) continue;
      if (words.words.text == base->second) continue;
      journal::Claim before = claim;
      before.text = base->second;
      journal::Claim changed = claim;
      changed.text = words.words.text;
      ops.emplace_back(journal::service::PutClaim{study.id, std::move(changed), std::move(before)});
    }
  }
  return ops;
}

void CaseStudyController::tick(journal::UtcTime now) {
  if (autosave_.due(now)) flush([](const Result<void>&) {});
}

void CaseStudyController::flush(Saved done) {
  if (!open_) return done({});
  saveAll(
      context_, autosave_, [this](Saved saved) { saveWords(std::move(saved)); }, std::move(done));
}

void CaseStudyController::saveWords(Saved saved) {
  const std::vector<Op> ops = changedWords();
  applyOps(context_, ops, [this, ops, saved = std::move(saved)](const Result<void>& outcome) {
    if (!outcome.ok()) {
      context_.say(outcome.error());
      return saved(outcome);
    }
    for (const Op& op : ops) {
      if (const auto* put = std::get_if<journal::service::PutClaim>(&op)) {
        bases_[put->claim.id] = put->claim.text;
      } else if (const auto* title = std::get_if<journal::service::SetCaseStudyTitle>(&op)) {
        titleBase_ = title->title;
      }
    }
    if (open_ && !ops.empty()) load(open_->study.id);  // what was joined, and names as mentions
    saved(outcome);
  });
}

journal::Claim* CaseStudyController::claim(journal::ClaimId id) {
  if (!open_) return nullptr;
  for (journal::Claim& claim : open_->study.claims) {
    if (claim.id == id) return &claim;
  }
  return nullptr;
}

void CaseStudyController::put(std::vector<Op> ops) {
  prepared_.reset();
  flush([this, ops = std::move(ops)](const Result<void>& saved) {
    if (!saved.ok() || !open_) return;
    applyOps(context_, ops, [this](const Result<void>& outcome) {
      if (!outcome.ok()) return context_.say(outcome.error());
      if (open_) load(open_->study.id);
    });
  });
}

void CaseStudyController::on(const AddClaim&) {
  if (!open_ || !mayBeEdited(open_->study.step)) return;
  journal::Claim fresh;
  fresh.id = journal::ClaimId::random(context_.random);
  chosen_ = fresh.id;
  put({journal::service::PutClaim{open_->study.id, fresh}});
}
void CaseStudyController::on(const RemoveClaim& intent) {
  if (open_) put({journal::service::RemoveClaim{open_->study.id, intent.claim}});
}
void CaseStudyController::on(const ChooseClaim& intent) {
  chosen_ = intent.claim;
}

void CaseStudyController::on(const TogglePassage& intent) {
  if (!open_ || !chosen_ || !mayBeEdited(open_->study.step)) return;
  const journal::Claim* known = claim(*chosen_);
  if (known == nullptr) return;
  journal::Claim changed = *known;
  for (const ClaimUi& words : context_.state.ui.caseStudy.claims) {
    if (words.id == changed.id) changed.text = words.words.text;
  }
  const auto linked =
      std::find_if(changed.evidence.begin(), changed.evidence.end(),
                   [&](const journal::EvidenceLink& link) { return link.tag == intent.tag; });
  if (linked != changed.evidence.end()) {
    changed.evidence.erase(linked);
  } else {
    for (const journal::service::JourneyPoint& point : open_->journey) {
      if (point.tag.id == intent.tag) changed.evidence.push_back({intent.tag, point.tag.quote});
    }
  }
  journal::Claim before = *known;
  before.text = changed.text;  // saved first
  put({journal::service::PutClaim{open_->study.id, changed, before}});
}

// Agreement, preview, sending
// ----------------------------------------------------------------------

void CaseStudyController::on(const KeepAgreement&) {
  const CaseStudyUi& ui = context_.state.ui.caseStudy;
  const auto level = journal::UseLevel::of(ui.useLevel);
  if (!open_ || !level || ui.agreedBy.empty() || ui.howAsked.empty()) return;
  journal::Agreement agreement;
  agreement.level = *level;
  agreement.agreedBy = ui.agreedBy;
  agreement.howAsked = ui.howAsked;
  agreement.on = context_.today();
  agreement.until = agreement.on + std::chrono::years{2};
  if (!agreement.until.ok())
    agreement.until = agreement.until.year() / agreement.until.month() / 28;
  put({journal::service::SetAgreement{open_->study.id, agreement}});
}

void CaseStudyController::on(const PreviewCaseStudy&) {
  flush([this](const Result<void>& saved) {
    if (saved.ok() && open_) prepare();
  });
}
void CaseStudyController::on(const BackToEditing&) {
  prepared_.reset();
}

void CaseStudyController::on(const SendForReview&) {
  if (!prepared_ || !prepared_->problems.empty() || sending_ || !open_) return;
  sending_ = true;
  context_.tasks.start([this, prepared = *prepared_](JobContext& job) -> Completion {
    const auto send = [&]() -> Result<void> {
      J_TRY(journal::service::Journal * journal, job.journal());
      if (job.room().evidence == nullptr) {
        return journal::Error{journal::ErrorCode::NotFound, "no evidence store",
                              "No evidence store is set up here, so it stays on this laptop."};
      }
      journal::service::Publisher publisher(*journal, *job.room().clock, job.room().marker);
      return publisher.confirm(prepared, *job.room().evidence);
    };
    return [this, sent = send()]() {
      sending_ = false;
      if (!context_.open) return;
      if (!sent.ok()) return context_.say(sent.error());
      prepared_.reset();
      context_.say(std::string(tr::kSent) + ". You will see here what becomes of it.");
      journal::service::Changes changes;
      changes.caseStudies = true;
      context_.changed(changes);
    };
  });
}

void CaseStudyController::on(const RefreshOutcomes&) {
  if (!open_) return;
  context_.tasks.start([this, id = open_->study.id](JobContext& job) -> Completion {
    const auto ask = [&]() -> Result<std::size_t> {
      J_TRY(journal::service::Journal * journal, job.journal());
      if (job.room().evidence == nullptr) return std::size_t{0};
      journal::service::Publisher publisher(*journal, *job.room().clock, job.room().marker);
      return publisher.refresh(id, *job.room().evidence);
    };
    return [this, found = ask()]() {
      if (!context_.open) return;
      if (!found.ok()) return context_.say(found.error());
      if (*found == 0) return;
      journal::service::Changes changes;
      changes.caseStudies = true;
      context_.changed(changes);
    };
  });
}

void CaseStudyController::onChanges(const journal::service::Changes& changes) {
  if (changes.caseStudies || changes.tags || changes.names) reload();
}

void CaseStudyController::reload() {
  query<std::vector<journal::service::CaseStudyRow>>(
      context_, [](journal::service::Journal& journal) { return journal.caseStudies(); },
      [this](Result<std::vector<journal::service::CaseStudyRow>> rows) {
        if (rows.ok())
          rows_ = std::move(rows).value();
        else
          context_.say(rows.error());
      });
  if (open_ && autosave_.settled()) load(open_->study.id);
}

void CaseStudyController::refresh() {
  static const std::vector<journal::service::JourneyPoint> kNoJourney;
  static const std::vector<journal::Tag> kNoTags;
  CaseStudyModel model =
      buildCaseStudy({rows_, open_ ? &open_->study : nullptr, open_ ? open_->journey : kNoJourney,
                      open_ ? open_->linked : kNoTags, chosen_, starting_,
                      context_.state.ui.caseStudy, context_.names, context_.library});
  if (prepared_) {
    model.preview =
        buildPreview(prepared_->content, prepared_->problems, context_.library.framework);
    model.preview->sending = sending_;
    model.preview->deciding = buildDeciding(*prepared_, context_.state.ui.caseStudy);
    model.preview->deciding.working = deciding_;
  }
  if (autosave_.refusedLast())
    model.saved = tr::kKeptInMemory;
  else
    model.saved = autosave_.settled() ? tr::kSavedHere : tr::kStillTyping;
  context_.state.models.caseStudy = std::move(model);
}

void CaseStudyController::forget() {
  rows_.clear();
  open_.reset();
  titleBase_.clear();
  bases_.clear();
  chosen_.reset();
  prepared_.reset();
  starting_ = sending_ = deciding_ = false;
  autosave_.reset(std::nullopt);
}

}  // namespace app::model
