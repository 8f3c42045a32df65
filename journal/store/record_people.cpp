#include "journal/store/record_people.h"

#include <algorithm>

#include "journal/domain/mention.h"
#include "journal/store/erasing.h"
#include "journal/store/op_log.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

class People {
 public:
  People(const Mentioner& mention, std::set<NameId>& people) : mention_(mention), people_(people) {}

  void operator()(const NamePut& put) { people_.insert(put.known.id); }
  void operator()(const ReflectionWritten& written) {
    words(written.reflection.text);
    lesson(written.reflection.lesson);
  }
  void operator()(const TextEdited& edited) { words(edited.text); }
  void operator()(const LessonSet& set) { lesson(set.lesson); }
  void operator()(const TagPut& put) {
    words(put.tag.quote);
    words(put.tag.note);
    maybe(put.tag.youngPerson);
  }
  void operator()(const IntentionPut& put) {
    words(put.intention.text);
    words(put.intention.group);
    maybe(put.intention.youngPerson);
  }
  void operator()(const CaseStudyStarted& started) {
    words(started.study.title);
    maybe(started.study.about);
    for (const Claim& claim : started.study.claims) add(claim);
  }
  void operator()(const TitleSet& set) { words(set.title); }
  void operator()(const ClaimPut& put) { add(put.claim); }
  void operator()(const AgreementSet& set) {
    words(set.agreement.agreedBy);
    words(set.agreement.howAsked);
  }
  void operator()(const ReviewRecorded& recorded) { words(recorded.event.reason); }
  void operator()(const ProfilePut& put) {
    people_.insert(put.profile.youngPerson);
    words(put.profile.interests);
    words(put.profile.whatHelps);
    for (const Goal& goal : put.profile.goals) words(goal.text);
  }
  void operator()(const WordPut& put) { words(put.word.word); }
  void operator()(const SlotPut& put) {
    words(put.slot.title);
    words(put.slot.place);
  }
  void operator()(const PermissionRecorded& recorded) {
    people_.insert(recorded.permission.youngPerson);
    words(recorded.permission.askedBy);
    words(recorded.permission.howAsked);
  }
  void operator()(const AttachmentPut& put) { words(put.attachment.name); }
  void operator()(const LegalHoldPut& put) { maybe(put.hold.about); }
  void operator()(const AccessRecorded& recorded) { people_.insert(recorded.access.about); }
  void operator()(const GroupSessionPut& put) {
    words(put.session.title);
    words(put.session.question);
    for (const std::string& person : put.session.people) words(person);
    for (const KeptCard& card : put.session.cards) {
      words(card.text);
      words(card.owner);
    }
  }
  void operator()(const BlursSet& set) {
    for (const Blur& blur : set.blurs) {
      words(blur.words);
      words(blur.instead);
    }
  }
  // Nobody is in these.
  void operator()(const FinishedSet&) {}
  void operator()(const HeldSet&) {}
  void operator()(const BinnedSet&) {}
  void operator()(const TagRemoved&) {}
  void operator()(const ClaimRemoved&) {}
  void operator()(const DepartureRecorded&) {}
  void operator()(const WordRemoved&) {}
  void operator()(const SlotRemoved&) {}
  void operator()(const ReceiptRecorded&) {}
  void operator()(const WishRecorded&) {}
  void operator()(const HeldRemoved&) {}
  void operator()(const OwnFormatPut&) {}
  void operator()(const PromptSetPut&) {}
  void operator()(const PromptSetOffered&) {}
  void operator()(const FrameworkPut&) {}
  void operator()(const RemovalBrought&) {}
  void operator()(const DisagreementSettled&) {}
  void operator()(const Erased&) {}
  void operator()(const LegalHoldLifted&) {}
  void operator()(const AttachmentPart&) {}
  void operator()(const AttachmentRemoved&) {}

 private:
  void words(const std::string& text) {
    for (const NameId& id : mentionedNames(mention_(text))) people_.insert(id);
  }
  void maybe(const std::optional<NameId>& id) {
    if (id) people_.insert(*id);
  }
  void lesson(const Lesson& lesson) {
    words(lesson.group);
    for (const NameId& id : lesson.youngPeople) people_.insert(id);
  }
  void add(const Claim& claim) {
    words(claim.text);
    for (const EvidenceLink& link : claim.evidence) words(link.quoteWhenLinked);
  }

  const Mentioner& mention_;
  std::set<NameId>& people_;
};

}  // namespace

void addPeopleIn(const Record& record, const Mentioner& mention, std::set<NameId>& people) {
  std::visit(People(mention, people), record);
}

Result<std::set<NameId>> peopleEverIn(Database& database, const Projections& reader,
                                      const std::set<EntityId>& subjects,
                                      const Mentioner& mention) {
  std::set<NameId> people;
  J_CHECK(forEachEntry(
      database, {}, [&](OpPosition, const LogEntry& entry, std::string_view) -> Result<void> {
        const auto whose = subjectsOf(entry, reader);
        if (std::none_of(whose.begin(), whose.end(),
                         [&](const EntityId& one) { return subjects.contains(one); })) {
          return {};
        }
        const auto record = decodeRecord(entry.kind, entry.value);
        if (record.ok()) addPeopleIn(record.value(), mention, people);
        return {};
      }));
  return people;
}

}  // namespace journal::store
