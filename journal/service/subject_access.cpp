#include "journal/service/subject_access.h"

#include <algorithm>
#include <map>
#include <set>

#include "journal/domain/redaction.h"
#include "journal/exchange/submission_json.h"
#include "journal/service/publish.h"

namespace journal::service {
namespace {

bool contains(const std::vector<NameId>& ids, NameId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Goes through a journal for one person.
class Search {
 public:
  Search(Journal& journal, Everything& found)
      : journal_(journal), found_(found), words_(found.names, found.who.id, {}) {}

  Result<void> run(const std::stop_token& stop) {
    J_TRY(const auto held, journal_.held());
    for (const HeldEntry& entry : held) held_.emplace(entry.id, entry);
    J_TRY(const auto intentions, journal_.intentions());
    for (const Intention& meant : intentions) J_CHECK(take(meant));
    J_CHECK(journal_.forEachReflection(
        stop, [&](const Reflection& reflection, const std::vector<Tag>& tags) -> Result<void> {
          return take(reflection, tags);
        }));
    J_CHECK(takePlans());
    return takeStudies();
  }

 private:
  bool names(std::string_view words) const { return contains(words_.named(words), found_.who.id); }
  bool isYoungPerson(NameId id) const {
    const KnownName* name = words_.find(id);
    return name != nullptr && name->kind == NameKind::YoungPerson;
  }

  Result<void> take(const Intention& meant) {
    const bool theirs = meant.youngPerson == found_.who.id || names(meant.text);
    if (meant.from) {
      byReflection_[*meant.from].push_back(meant);
    } else if (theirs || names(meant.group)) {
      found_.intentions.push_back(meant);
    }
    return {};
  }

  Result<void> take(const Reflection& reflection, const std::vector<Tag>& tags) {
    std::vector<NameId> people = words_.named(reflection.text);
    const auto& taught = reflection.lesson.youngPeople;
    people.insert(people.end(), taught.begin(), taught.end());
    for (const NameId id : words_.named(reflection.lesson.group)) people.push_back(id);
    for (const Tag& tag : tags) {
      if (tag.youngPerson) people.push_back(*tag.youngPerson);
      if (tag.youngPerson == found_.who.id) theirTags_.insert(tag.id);
    }
    const auto meant = byReflection_.find(reflection.id);
    const std::vector<Intention> none;
    const auto& intentions = meant == byReflection_.end() ? none : meant->second;
    for (const Intention& one : intentions) {
      if (one.youngPerson) people.push_back(*one.youngPerson);
      for (const NameId id : words_.named(one.text)) people.push_back(id);
    }
    Everything::Entry entry{reflection, tags, intentions, contains(people, found_.who.id),
                            false,      {},   {}};
    J_CHECK(addEarlier(entry));
    J_TRY(entry.attachments, journal_.attachments(reflection.id));
    if (!entry.aboutThem && entry.earlier.empty()) return {};
    if (reflection.held) {
      found_.held.push_back(held_.at(reflection.id));
      return {};
    }
    entry.aboutThemAlone =
        entry.aboutThem && std::none_of(people.begin(), people.end(), [&](NameId id) {
          return id != found_.who.id && isYoungPerson(id);
        });
    found_.entries.push_back(std::move(entry));
    return {};
  }

  Result<void> addEarlier(Everything::Entry& entry) {
    J_TRY(auto versions, journal_.versions(entry.reflection.id));
    for (Version& version : versions) {
      if (version.text == entry.reflection.text || !names(version.text)) continue;
      entry.earlier.push_back(std::move(version));
    }
    return {};
  }

  Result<void> takePlans() {
    const NameId id = found_.who.id;
    J_TRY(const auto plan, journal_.profile(id));
    if (!plan.empty()) {
      J_TRY(found_.plans, journal_.profileVersions(id));
    }
    J_TRY(const auto slots, journal_.timetable());
    for (const TimetableSlot& slot : slots) {
      if (names(slot.title) || names(slot.place)) found_.slots.push_back(slot);
    }
    J_TRY(const auto words, journal_.keptWords());
    for (const KeptWord& word : words) {
      if (names(word.word)) found_.words.push_back(word);
    }
    J_TRY(found_.permissions, journal_.permissions(id));
    return {};
  }

  Result<void> takeStudies() {
    J_TRY(const auto rows, journal_.caseStudies());
    for (const CaseStudyRow& row : rows) {
      J_TRY(CaseStudy study, journal_.caseStudy(row.id));
      J_TRY(const bool here, isIn(study));
      Everything::Study taken{std::move(study), false, {}};
      J_TRY(auto left, journal_.departures(row.id));
      for (Departure& departure : left) {
        if (isIn(departure)) taken.left.push_back(std::move(departure));
      }
      if (!here && taken.left.empty()) continue;
      taken.aboutThem = taken.study.about == found_.who.id;
      found_.studies.push_back(std::move(taken));
    }
    return {};
  }
  Result<bool> isIn(const CaseStudy& study) {
    if (study.about == found_.who.id || names(study.title)) return true;
    std::vector<TagId> tags;
    for (const Claim& claim : study.claims) {
      if (names(claim.text)) return true;
      for (const EvidenceLink& link : claim.evidence) {
        if (names(link.quoteWhenLinked)) return true;
        tags.push_back(link.tag);
      }
    }
    return std::any_of(tags.begin(), tags.end(),
                       [this](TagId tag) { return theirTags_.contains(tag); });
  }
  bool isIn(const Departure& departure) const {
    const auto sent = exchange::decodeSubmission(departure.bytes);
    if (!sent.ok()) return names(departure.bytes);
    const std::string code = youngPersonCode(found_.who.id);
    for (const SubmittedClaim& claim : sent->claims) {
      if (names(claim.text)) return true;
      for (const SubmittedPassage& passage : claim.passages) {
        if (passage.youngPersonCode == code || names(passage.text)) return true;
      }
    }
    return names(sent->title);
  }

  Journal& journal_;
  Everything& found_;
  Redactor words_;
  std::map<ReflectionId, HeldEntry> held_;
  std::map<ReflectionId, std::vector<Intention>> byReflection_;
  std::set<TagId> theirTags_;
};

std::int32_t counted(std::size_t count) {
  return static_cast<std::int32_t>(count);
}

}  // namespace

AccessCounts Everything::counts() const {
  AccessCounts counts;
  counts.entries = counted(entries.size());
  counts.held = counted(held.size());
  counts.plans = counted((plans.empty() ? 0 : 1) + intentions.size() + slots.size());
  counts.permissions = counted(permissions.size());
  counts.caseStudies = counted(studies.size());
  for (const Entry& entry : entries) {
    counts.tags += counted(static_cast<std::size_t>(
        std::count_if(entry.tags.begin(), entry.tags.end(),
                      [&](const Tag& tag) { return tag.youngPerson == who.id; })));
  }
  for (const Study& study : studies) counts.left += counted(study.left.size());
  return counts;
}

Result<Everything> findEverything(Journal& journal, const KnownName& who, std::stop_token stop) {
  Everything everything;
  everything.who = who;
  J_TRY(everything.names, journal.names());
  Search search(journal, everything);
  J_CHECK(search.run(stop));
  return everything;
}

}  // namespace journal::service
