#include "journal/store/joined_records.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace journal::store {
namespace {

/// Whoever changed it; the later one when both did.
template <class T>
const T& changed(const T* base, const T& ours, const T& theirs) {
  return base != nullptr && theirs == *base ? ours : theirs;
}

std::string joinedWords(const std::string* base, const std::string& ours, const std::string& theirs,
                        MergeTexts merge) {
  if (ours == theirs) return ours;
  return merge(base == nullptr ? std::string_view() : *base, ours, theirs).text;
}

/// A member of the thing that both were made from.
template <class T, class Member>
const Member* part(const T* base, Member T::*member) {
  return base == nullptr ? nullptr : &(base->*member);
}

const EvidenceLink* find(const std::vector<EvidenceLink>& links, TagId tag) {
  const auto found = std::find_if(links.begin(), links.end(),
                                  [&](const EvidenceLink& link) { return link.tag == tag; });
  return found == links.end() ? nullptr : &*found;
}

std::vector<EvidenceLink> joinedLinks(const Claim* base, const Claim& ours, const Claim& theirs) {
  std::vector<EvidenceLink> links;
  const auto take = [&](const std::vector<EvidenceLink>& from) {
    for (const EvidenceLink& link : from) {
      if (find(links, link.tag) != nullptr) continue;
      const EvidenceLink* before = base == nullptr ? nullptr : find(base->evidence, link.tag);
      const EvidenceLink* our = find(ours.evidence, link.tag);
      const EvidenceLink* their = find(theirs.evidence, link.tag);
      if (our != nullptr && their != nullptr) {
        links.push_back(changed(before, *our, *their));
      } else if (before == nullptr) {
        links.push_back(link);  // one of them linked it; otherwise one took it off
      }
    }
  };
  take(ours.evidence);
  take(theirs.evidence);
  return links;
}

using Terms = std::map<SchoolTerm, std::vector<Goal>>;
Terms byTerm(const Profile* profile) {
  Terms terms;
  if (profile == nullptr) return terms;
  for (const Goal& goal : profile->goals) terms[goal.term].push_back(goal);
  return terms;
}

const Goal* at(const std::vector<Goal>& goals, std::size_t i) {
  return i < goals.size() ? &goals[i] : nullptr;
}

std::vector<Goal> joinedGoals(const std::vector<Goal>& base, const std::vector<Goal>& ours,
                              const std::vector<Goal>& theirs, MergeTexts merge) {
  std::vector<Goal> goals;
  for (std::size_t i = 0; i < std::max(ours.size(), theirs.size()); ++i) {
    const Goal* before = at(base, i);
    const Goal* our = at(ours, i);
    const Goal* their = at(theirs, i);
    if (our == nullptr || their == nullptr) {
      const Goal* only = our == nullptr ? their : our;
      // Let go by the other, and not touched since: gone.
      if (before == nullptr || *only != *before) goals.push_back(*only);
      continue;
    }
    Goal goal;
    goal.term = our->term;
    goal.text = joinedWords(part(before, &Goal::text), our->text, their->text, merge);
    goal.state = changed(part(before, &Goal::state), our->state, their->state);
    goal.theirWords = changed(part(before, &Goal::theirWords), our->theirWords, their->theirWords);
    goals.push_back(std::move(goal));
  }
  return goals;
}

}  // namespace

Claim joined(const Claim* base, const Claim& ours, const Claim& theirs, MergeTexts merge) {
  Claim claim;
  claim.id = theirs.id;
  claim.text = joinedWords(part(base, &Claim::text), ours.text, theirs.text, merge);
  claim.evidence = joinedLinks(base, ours, theirs);
  return claim;
}

Profile joined(const Profile* base, const Profile& ours, const Profile& theirs, MergeTexts merge) {
  Profile profile;
  profile.youngPerson = theirs.youngPerson;
  profile.interests =
      joinedWords(part(base, &Profile::interests), ours.interests, theirs.interests, merge);
  profile.whatHelps =
      joinedWords(part(base, &Profile::whatHelps), ours.whatHelps, theirs.whatHelps, merge);
  Terms before = byTerm(base);
  Terms our = byTerm(&ours);
  Terms their = byTerm(&theirs);
  std::set<SchoolTerm> terms;
  for (const Terms* some : {&our, &their}) {
    for (const auto& [term, goals] : *some) terms.insert(term);
  }
  for (const SchoolTerm& term : terms) {
    for (Goal& goal : joinedGoals(before[term], our[term], their[term], merge)) {
      profile.goals.push_back(std::move(goal));
    }
  }
  return profile;
}

Intention joined(const Intention* base, const Intention& ours, const Intention& theirs,
                 MergeTexts merge) {
  Intention intention = theirs;
  intention.text = joinedWords(part(base, &Intention::text), ours.text, theirs.text, merge);
  intention.youngPerson =
      changed(part(base, &Intention::youngPerson), ours.youngPerson, theirs.youngPerson);
  intention.group = changed(part(base, &Intention::group), ours.group, theirs.group);
  intention.state = changed(part(base, &Intention::state), ours.state, theirs.state);
  return intention;
}

std::string joinedLine(const std::string* base, const std::string& ours,
                       const std::string& theirs) {
  if (ours == theirs) return ours;
  if (base != nullptr && (ours == *base || theirs == *base)) return changed(base, ours, theirs);
  return ours + " / " + theirs;
}

ClaimPut joinedPuts(const ClaimPut* base, const ClaimPut& ours, const ClaimPut& theirs,
                    MergeTexts merge) {
  return {theirs.study, joined(part(base, &ClaimPut::claim), ours.claim, theirs.claim, merge)};
}

ProfilePut joinedPuts(const ProfilePut* base, const ProfilePut& ours, const ProfilePut& theirs,
                      MergeTexts merge) {
  return {joined(part(base, &ProfilePut::profile), ours.profile, theirs.profile, merge)};
}

IntentionPut joinedPuts(const IntentionPut* base, const IntentionPut& ours,
                        const IntentionPut& theirs, MergeTexts merge) {
  return {joined(part(base, &IntentionPut::intention), ours.intention, theirs.intention, merge)};
}

TitleSet joinedPuts(const TitleSet* base, const TitleSet& ours, const TitleSet& theirs,
                    MergeTexts) {
  return {joinedLine(part(base, &TitleSet::title), ours.title, theirs.title)};
}

template <>
std::optional<TitleSet> putIn<TitleSet>(const Record& record, const EntityId&) {
  if (const auto* set = std::get_if<TitleSet>(&record)) return *set;
  if (const auto* started = std::get_if<CaseStudyStarted>(&record)) {
    return TitleSet{started->study.title};
  }
  return std::nullopt;
}

template <>
std::optional<ClaimPut> putIn<ClaimPut>(const Record& record, const EntityId& entity) {
  if (const auto* put = std::get_if<ClaimPut>(&record)) return *put;
  const auto* started = std::get_if<CaseStudyStarted>(&record);
  if (started == nullptr) return std::nullopt;
  for (const Claim& claim : started->study.claims) {
    if (entityOf(claim.id) == entity) return ClaimPut{started->study.id, claim};
  }
  return std::nullopt;
}

}  // namespace journal::store
