#include "journal/service/publish.h"

#include <algorithm>
#include <set>

#include "journal/crypto/hash.h"
#include "journal/domain/mention.h"
#include "journal/domain/name_matcher.h"
#include "journal/domain/safeguarding.h"
#include "journal/exchange/submission_json.h"

namespace journal::service {
namespace {

/// Weeks since Monday 2000-01-03, rounded down.
std::int32_t weekNumber(LocalDate date) {
  const std::int32_t days =
      dayNumber(date) -
      dayNumber(LocalDate{std::chrono::year{2000}, std::chrono::January, std::chrono::day{3}});
  return days >= 0 ? days / 7 : (days - 6) / 7;
}

/// The names of a journal, and words as they may leave it.
class Coder {
 public:
  explicit Coder(std::vector<KnownName> names) : names_(std::move(names)), matcher_(names_) {}

  const KnownName* find(NameId id) const {
    for (const KnownName& name : names_) {
      if (name.id == id) return &name;
    }
    return nullptr;
  }
  /// Every known name as a mention: a title holds names as typed, and a name may have become known
  /// after the words were written.
  std::string mentioned(std::string_view stored) const { return matcher_.mention(stored); }
  /// What a person reads as somebody without knowing whom: nobody has to decide about it.
  std::vector<Blur> codesStay() const {
    std::vector<Blur> codes;
    for (const KnownName& name : names_) {
      if (name.codeName.empty()) continue;
      for (const char* form : {"", "'s", "’s"}) codes.push_back({name.codeName + form, true, {}});
    }
    return codes;
  }
  std::vector<std::string> realNames() const {
    std::vector<std::string> all;
    for (const KnownName& name : names_) {
      if (!name.realName.empty()) all.push_back(name.realName);
    }
    return all;
  }
  std::string coded(std::string_view stored) const {
    return render(mentioned(stored), NamesShown::Code, [this](NameId id) { return find(id); }).text;
  }

 private:
  std::vector<KnownName> names_;
  NameMatcher matcher_;
};

/// Turns one case study into what leaves.
class Preparation {
 public:
  Preparation(Journal& journal, CaseStudy study, std::vector<KnownName> names, const Marker& marker)
      : journal_(journal),
        study_(std::move(study)),
        coder_(std::move(names)),
        marker_(marker),
        stands_(coder_.codesStay()) {}

  Result<Submission> make(UtcTime preparedAt) {
    J_CHECK(gatherTags());
    J_TRY(mark_, marker_(coder_.realNames()));
    for (Blur blur : study_.blurs) {
      blur.instead = coder_.coded(blur.instead);  // a name may have been typed there
      stands_.push_back(std::move(blur));
    }
    Submission submission;
    submission.caseStudy = study_.id;
    submission.kind = study_.kind;
    submission.title = leaving(study_.title);
    submission.author = study_.author;
    if (study_.agreement) {
      submission.useLevel = study_.agreement->level.value();
      submission.agreedUntil = study_.agreement->until;
    }
    submission.preparedAt = preparedAt;
    if (study_.about) involved_.insert(*study_.about);
    for (const Claim& claim : study_.claims) {
      J_TRY(auto submitted, claimOf(claim));
      submission.claims.push_back(std::move(submitted));
    }
    submission.frameworkVersion = frameworkVersion_;
    submission.dslMustAgree = std::any_of(involved_.begin(), involved_.end(), [this](NameId id) {
      const KnownName* name = coder_.find(id);
      return name != nullptr && name->askDslFirst;
    });
    return submission;
  }
  const std::vector<Tag>& tags() const { return tags_; }
  const std::vector<Undecided>& undecided() const { return undecided_; }
  /// What young people and carers answered on their own pages, where it does not reach.
  Result<void> addRefusals(LocalDate today, std::vector<std::string>& problems) {
    if (!study_.agreement) return {};
    for (const NameId& id : involved_) {
      J_TRY(const auto answers, journal_.permissions(id));
      const KnownName* name = coder_.find(id);
      if (name == nullptr) continue;
      std::string refusal =
          refusalFor(standing(answers, today), study_.agreement->level, name->codeName);
      if (!refusal.empty()) problems.push_back(std::move(refusal));
    }
    return {};
  }

 private:
  Result<void> gatherTags() {
    std::vector<TagId> ids;
    for (const Claim& claim : study_.claims) {
      for (const EvidenceLink& link : claim.evidence) ids.push_back(link.tag);
    }
    J_TRY(tags_, journal_.tags(ids));  // held and binned ones are not among them
    return {};
  }

  std::string coded(std::string_view stored) {
    for (const NameId& id : mentionedNames(coder_.mentioned(stored))) involved_.insert(id);
    return coder_.coded(stored);
  }

  /// A text as it leaves; what nobody has decided about is noted.
  std::string leaving(std::string_view stored) {
    const std::string text = coded(stored);
    BlurredText after = blurred(text, mark_(text), stands_);
    for (const OpenMark& open : after.open) note(open);
    return std::move(after.text);
  }

  void note(const OpenMark& open) {
    const auto same = std::find_if(undecided_.begin(), undecided_.end(),
                                   [&](const Undecided& one) { return one.words == open.words; });
    if (same != undecided_.end())
      ++same->times;
    else
      undecided_.push_back({open.words, open.mark.what, open.mark.suggestion});
  }

  Result<SubmittedClaim> claimOf(const Claim& claim) {
    SubmittedClaim submitted;
    submitted.text = leaving(claim.text);
    for (const EvidenceLink& link : claim.evidence) {
      const auto tag = std::find_if(tags_.begin(), tags_.end(),
                                    [&](const Tag& today) { return today.id == link.tag; });
      if (tag == tags_.end()) continue;  // said among the problems
      J_TRY(auto passage, passageOf(*tag));
      submitted.passages.push_back(std::move(passage));
    }
    return submitted;
  }

  Result<SubmittedPassage> passageOf(const Tag& tag) {
    J_TRY(const Reflection reflection, journal_.reflection(tag.reflection));
    J_CHECK(requireUsable(reflection));
    SubmittedPassage passage;
    passage.text = leaving(tag.quote);
    passage.indicator = tag.indicator.text();
    if (tag.level) passage.level = tag.level->value();
    passage.direction = tag.direction;
    passage.voice = tag.voice;
    passage.setting = std::string(name(reflection.lesson.setting));
    passage.term = termName(schoolTermOf(reflection.lesson.date));
    passage.order = weekNumber(reflection.lesson.date);
    frameworkVersion_ = std::max(frameworkVersion_, tag.frameworkVersion);
    if (!tag.youngPerson) return passage;
    involved_.insert(*tag.youngPerson);
    passage.youngPersonCode = youngPersonCode(*tag.youngPerson);
    if (const KnownName* person = coder_.find(*tag.youngPerson)) {
      passage.ageBand = person->ageBand;
      passage.instrumentFamily = person->instrumentFamily;
    }
    return passage;
  }

  Journal& journal_;
  CaseStudy study_;
  Coder coder_;
  const Marker& marker_;
  TextMarker mark_;
  std::vector<Blur> stands_;  ///< code names, and what was decided
  std::vector<Undecided> undecided_;
  std::vector<Tag> tags_;
  std::set<NameId> involved_;
  int frameworkVersion_ = 1;
};

/// Without the words: this becomes an error's advice, and errors say nothing of a journal's text.
std::string sayUndecided(std::size_t open) {
  if (open == 1)
    return "One thing in it could tell who or where this is. Decide about it before it goes.";
  return std::to_string(open) +
         " things in it could tell who or where this is. Decide about each before it goes.";
}

Result<Prepared> prepareAt(Journal& journal, const Marker& marker, CaseStudyId id, UtcTime now,
                           LocalDate today) {
  J_TRY(const CaseStudy study, journal.caseStudy(id));
  J_TRY(auto names, journal.names());
  Preparation preparation(journal, study, std::move(names), marker);
  J_TRY(const Submission submission, preparation.make(now));
  Prepared prepared;
  prepared.bytes = exchange::encodeSubmission(submission);
  J_TRY(prepared.content, exchange::decodeSubmission(prepared.bytes));
  prepared.problems = problemsBeforeSubmitting(study, preparation.tags(), today);
  J_CHECK(preparation.addRefusals(today, prepared.problems));
  prepared.blurs = study.blurs;
  prepared.undecided = preparation.undecided();
  if (!prepared.undecided.empty())
    prepared.problems.push_back(sayUndecided(prepared.undecided.size()));
  return prepared;
}

bool sameStep(const ReviewEvent& a, const ReviewEvent& b) {
  return a.action == b.action && a.from == b.from && a.to == b.to && a.by == b.by;
}

/// The author's own step, by the rule.
Result<ReviewEvent> ownStep(const CaseStudy& study, ReviewAction action, const std::string& reason,
                            UtcTime now) {
  J_TRY(const ReviewStep to,
        nextStep({study.step, study.author, false}, {action, study.author, Role::Tutor, reason}));
  ReviewEvent event;
  event.at = now;
  event.by = study.author;
  event.role = Role::Tutor;
  event.action = action;
  event.from = study.step;
  event.to = to;
  event.reason = reason;
  return event;
}

}  // namespace

std::string youngPersonCode(NameId id) {
  crypto::Hasher hasher;
  hasher.update(crypto::bytesOf("afternote young person code 1"));
  hasher.update(id.bytes());
  const crypto::Digest digest = hasher.finish();
  constexpr std::size_t kCodeBytes = 12;
  return toHex(std::span(digest).first(kCodeBytes));
}

Result<Prepared> Publisher::prepare(CaseStudyId study) {
  if (!marker_)
    return Error{
        ErrorCode::NotFound, "no finder",
        "The lists for finding names are not here, so nothing can leave from this laptop."};
  const UtcTime now = clock_.now();
  return prepareAt(journal_, marker_, study, now, localDate(now, clock_.utcOffset(now)));
}

Result<void> Publisher::confirm(const Prepared& prepared, SubmissionDesk& desk) {
  const UtcTime now = clock_.now();
  const LocalDate today = localDate(now, clock_.utcOffset(now));
  const CaseStudyId id = prepared.content.caseStudy;
  J_TRY(const Prepared again, prepareAt(journal_, marker_, id, prepared.content.preparedAt, today));
  if (again.bytes != prepared.bytes) {
    return Error{ErrorCode::Conflict, "case study " + id.hex() + " has changed since it was shown",
                 "Something changed after this was shown. Look at it once more before it goes."};
  }
  if (!again.problems.empty()) {
    return Error{ErrorCode::Conflict, "case study " + id.hex() + " is not ready",
                 again.problems.front()};
  }
  J_TRY(const CaseStudy study, journal_.caseStudy(id));
  J_TRY(const ReviewEvent event, ownStep(study, ReviewAction::Submit, {}, now));
  J_TRY(const auto recorded, journal_.apply(RecordDeparture{id, prepared.bytes, now}));
  (void)recorded;
  J_CHECK(desk.submit(prepared.bytes));
  J_TRY(const auto stepped, journal_.apply(RecordReview{id, event}));
  (void)stepped;
  return {};
}

Result<std::size_t> Publisher::refresh(CaseStudyId id, SubmissionDesk& desk) {
  J_TRY(const auto outcomes, desk.outcomes(id));
  J_TRY(const CaseStudy study, journal_.caseStudy(id));
  std::size_t fresh = 0;
  auto known = study.trail.begin();
  for (const ReviewEvent& event : outcomes) {
    // Both sides keep the author's own steps, each with its own time.
    const auto same = std::find_if(known, study.trail.end(),
                                   [&](const ReviewEvent& ours) { return sameStep(ours, event); });
    if (same != study.trail.end()) {
      known = std::next(same);
      continue;
    }
    J_TRY(const auto result, journal_.apply(RecordReview{id, event}));
    if (result.changes.any()) ++fresh;
  }
  return fresh;
}

Result<void> Publisher::withdraw(CaseStudyId id, const std::string& reason, SubmissionDesk& desk) {
  const UtcTime now = clock_.now();
  J_TRY(const CaseStudy study, journal_.caseStudy(id));
  J_TRY(auto names, journal_.names());
  const std::string said = Coder(std::move(names)).coded(reason);
  J_TRY(const ReviewEvent event, ownStep(study, ReviewAction::Withdraw, said, now));
  J_CHECK(desk.withdraw(id, study.author, said, now));
  J_TRY(const auto recorded, journal_.apply(RecordReview{id, event}));
  (void)recorded;
  return {};
}

}  // namespace journal::service
