#include "journal/service/due_today.h"

#include <algorithm>
#include <map>
#include <set>

#include "journal/domain/mention.h"
#include "journal/domain/name_matcher.h"

namespace journal::service {
namespace {

class DueSearch {
 public:
  DueSearch(Journal& journal, const KeepingSchedule& schedule, LocalDate today)
      : journal_(journal), schedule_(schedule), today_(today) {}

  Result<DueToday> run(std::stop_token stop) {
    J_TRY(holds_, journal_.legalHolds());
    J_CHECK(readStudies());
    J_CHECK(journal_.forEachReflection(
        std::move(stop), [this](const Reflection& reflection, const std::vector<Tag>& tags) {
          return take(reflection, tags);
        }));
    for (const auto& [id, links] : links_) {
      const bool gone = std::any_of(links.begin(), links.end(),
                                    [this](TagId tag) { return !tags_.contains(tag); });
      if (gone) found_.quotingErased.push_back(id);
    }
    J_CHECK(takePeople());
    J_CHECK(takeGroups());
    std::stable_sort(found_.due.begin(), found_.due.end(),
                     [](const Due& a, const Due& b) { return a.until < b.until; });
    return std::move(found_);
  }

 private:
  void offer(const Due& due, const std::vector<NameId>& people) {
    if (due.until >= today_) return;
    if (holdOver(holds_, people) != nullptr) {
      ++found_.underLegalHold;
    } else {
      found_.due.push_back(due);
    }
  }

  Result<void> readStudies() {
    J_TRY(const auto rows, journal_.caseStudies());
    for (const CaseStudyRow& row : rows) {
      J_TRY(const auto study, journal_.caseStudy(row.id));
      J_TRY(const auto departures, journal_.departures(row.id));
      for (const Claim& claim : study.claims) {
        for (const EvidenceLink& link : claim.evidence) {
          links_[row.id].insert(link.tag);
          for (const Departure& left : departures) {
            LocalDate& last = sharedOn_[link.tag];
            const LocalDate day = localDate(left.at, std::chrono::minutes{0});
            if (!last.ok() || last < day) last = day;
          }
        }
      }
      takeStudy(study);
    }
    return {};
  }
  void takeStudy(const CaseStudy& study) {
    const bool retired = study.step == ReviewStep::Retired;
    if ((study.step != ReviewStep::Approved && !retired) || !study.agreement) return;
    Due due;
    due.kind = KeptKind::CaseStudy;
    due.study = study.id;
    due.isRetired = retired;
    due.until = keptUntil(schedule_, KeptKind::CaseStudy, study.agreement->until);
    std::vector<NameId> people;
    if (study.about) people.push_back(*study.about);
    for (const Claim& claim : study.claims) {
      for (const NameId id : mentionedNames(claim.text)) people.push_back(id);
    }
    offer(due, people);
  }

  Result<void> take(const Reflection& reflection, const std::vector<Tag>& tags) {
    std::vector<NameId> people = mentionedNames(reflection.text);
    const auto& taught = reflection.lesson.youngPeople;
    people.insert(people.end(), taught.begin(), taught.end());
    std::optional<LocalDate> shared;
    for (const Tag& tag : tags) {
      tags_.insert(tag.id);
      if (tag.youngPerson) people.push_back(*tag.youngPerson);
      const auto left = sharedOn_.find(tag.id);
      if (left != sharedOn_.end() && (!shared || *shared < left->second)) shared = left->second;
    }
    for (const NameId id : people) {
      LocalDate& last = lastLesson_[id];
      if (!last.ok() || last < reflection.lesson.date) last = reflection.lesson.date;
    }
    if (reflection.held || isConcernLine(reflection.text)) return {};
    Due due;
    due.entry = reflection.id;
    due.date = reflection.lesson.date;
    due.until = keptUntil(schedule_, KeptKind::PrivateEntry, due.date);
    if (shared) {
      due.kind = KeptKind::SharedEntry;
      due.until = std::max(due.until, keptUntil(schedule_, KeptKind::SharedEntry, *shared));
    }
    if (due.until >= today_) return {};
    J_CHECK(addEarlierPeople(reflection.id, people));
    offer(due, people);
    return {};
  }
  /// Whom earlier versions name matters only under a hold.
  Result<void> addEarlierPeople(ReflectionId id, std::vector<NameId>& people) {
    if (!anyStands(holds_)) return {};
    J_TRY(const auto versions, journal_.versions(id));
    for (const Version& version : versions) {
      for (const NameId name : mentionedNames(version.text)) people.push_back(name);
    }
    return {};
  }

  Result<void> takePeople() {
    J_TRY(const auto answers, journal_.allPermissions());
    std::map<NameId, LocalDate> answersUntil;
    for (const Permission& answer : answers) {
      Due due;
      due.kind = KeptKind::Consent;
      due.answer = answer.id;
      due.person = answer.youngPerson;
      due.date = answer.on;
      due.until = keptUntil(schedule_, KeptKind::Consent, std::max(answer.on, answer.until));
      LocalDate& last = answersUntil[answer.youngPerson];
      if (!last.ok() || last < due.until) last = due.until;
      offer(due, {answer.youngPerson});
    }
    J_TRY(const auto names, journal_.names());
    for (const KnownName& name : names) {
      const auto last = lastLesson_.find(name.id);
      if (name.kind != NameKind::YoungPerson || last == lastLesson_.end()) continue;
      Due due;
      due.kind = KeptKind::FocusRecord;
      due.person = name.id;
      due.date = last->second;
      due.until = keptUntil(schedule_, KeptKind::FocusRecord, due.date);
      const auto answered = answersUntil.find(name.id);
      if (answered != answersUntil.end()) due.until = std::max(due.until, answered->second);
      offer(due, {name.id});
    }
    return {};
  }

  Result<void> takeGroups() {
    J_TRY(const auto sessions, journal_.groupSessions());
    J_TRY(const auto names, journal_.names());
    const NameMatcher matcher(names);
    for (const GroupSession& held : sessions) {
      if (held.state != GroupSessionState::Held) continue;
      Due due;
      due.kind = KeptKind::GroupRecord;
      due.group = held.id;
      due.date = held.day;
      due.until = keptUntil(schedule_, KeptKind::GroupRecord, held.day);
      std::string words = held.title + "\n" + held.question;
      for (const KeptCard& card : held.cards) words += "\n" + card.text + "\n" + card.owner;
      offer(due, mentionedNames(matcher.mention(words)));
    }
    return {};
  }

  Journal& journal_;
  const KeepingSchedule& schedule_;
  LocalDate today_;
  DueToday found_;
  std::vector<LegalHold> holds_;
  std::map<CaseStudyId, std::set<TagId>> links_;
  std::map<TagId, LocalDate> sharedOn_;
  std::set<TagId> tags_;
  std::map<NameId, LocalDate> lastLesson_;
};

}  // namespace

Result<DueToday> dueToday(Journal& journal, const KeepingSchedule& schedule, LocalDate today,
                          std::stop_token stop) {
  return DueSearch(journal, schedule, today).run(std::move(stop));
}

}  // namespace journal::service
