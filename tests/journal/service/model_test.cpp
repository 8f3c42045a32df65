// Random histories against a model that is nothing but a map.
#include <gmock/gmock.h>

#include <cstdlib>
#include <map>
#include <set>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAreArray;

struct Modelled {
  std::string text;
  LocalDate date{};
  std::size_t arrival = 0;  ///< the latest writing or moving to its day
  bool finished = false;
  bool held = false;
  bool binned = false;
  std::vector<std::string> versions;
  std::map<TagId, std::string> tags;  ///< the word each is on
  std::map<AttachmentId, std::string> attached;
  HoldSteps steps;  ///< of the present hold
};

/// What stands beside the reflections.
struct Beside {
  std::vector<OwnPromptSet> sets;
  std::set<std::string> withheld;
  std::vector<Permission> permissions;
  OwnFrameworks frameworks;
  std::vector<ReflectionId> removed;
  std::vector<ReflectionId> erased;
  std::vector<LegalHold> legalHolds;
  std::vector<AccessRecord> accesses;
  std::vector<GroupSession> groups;
  bool anyLegalHold() const {
    return std::any_of(legalHolds.begin(), legalHolds.end(),
                       [](const LegalHold& hold) { return !hold.ended; });
  }
};

class Model : public JournalTest {
 protected:
  void run(std::uint64_t seed, int steps) {
    SeededRandom random(seed);
    for (int i = 0; i < steps; ++i) {
      step(random);
      if (random.below(40) == 0) reopen();
      if (random.below(15) == 0) (void)journal_->tidy(std::chrono::milliseconds{1});
    }
    compare();
    reopen();
    compare();
    EXPECT_THAT(problems(), IsEmpty());
  }

  std::string someText(SeededRandom& random) {
    const char* words[] = {"drum", "bow", "reed", "tune", "café", "silence", "count", "groove"};
    std::string text;
    for (std::size_t n = 2 + random.below(5); n > 0; --n) {
      text += std::string(words[random.below(8)]) + " ";
    }
    return text + std::to_string(random.below(1000)) + ".";
  }
  LocalDate someDate(SeededRandom& random) {
    return dateFromDayNumber(dayNumber(day("2026-01-01")) + static_cast<int>(random.below(6)));
  }

  void step(SeededRandom& random) {
    if (random.below(6) == 0) return stepBeside(random);
    if (model_.empty() || random.below(4) == 0) return add(random);
    auto chosen = std::next(model_.begin(), static_cast<long>(random.below(model_.size())));
    const ReflectionId id = chosen->first;
    Modelled& known = chosen->second;
    const bool usable = !known.held && !known.binned;
    switch (random.below(9)) {
      case 8:
        return erase(random, id, known);
      case 0:
        return edit(random, id, known, usable);
      case 1:
        return move(random, id, known, usable);
      case 2:
        known.finished = known.finished != usable;
        (void)journal_->apply(FinishReflection{id, known.finished});
        return;
      case 3:
        if (known.held && random.below(3) > 0) return stepHeld(random, id, known);
        if (known.held && known.steps.received) {
          EXPECT_EQ(refused(HoldReflection{id, false}), ErrorCode::Conflict);
          return;
        }
        known.held = !known.held;
        known.steps = {};
        must(HoldReflection{id, known.held});
        return;
      case 4: {
        const bool allowed = known.binned || usable;
        EXPECT_EQ(journal_->apply(BinReflection{id, !known.binned}).ok(), allowed);
        if (allowed) known.binned = !known.binned;
        return;
      }
      case 5:
        if (usable) tag(random, id, known);
        return;
      case 6:
        if (usable) attach(random, id, known);
        return;
      default:
        return search(random);
    }
  }
  /// One of the steps by which a hold ends, each refused out of turn.
  void stepHeld(SeededRandom& random, ReflectionId id, Modelled& known) {
    const std::uint64_t which = random.below(3);
    if (which == 0) {
      known.steps.received =
          Receipt{"DSL", day("2026-01-22"), std::chrono::minutes{random.below(600)}};
      must(RecordReceipt{id, *known.steps.received});
    } else if (which == 1) {
      const DslWish wish = random.below(2) == 0 ? DslWish::KeepOnHold : DslWish::Remove;
      EXPECT_EQ(journal_->apply(RecordWish{id, wish}).ok(), known.steps.received.has_value());
      if (known.steps.received) known.steps.wish = wish;
    } else {
      const bool removable = requireRemovable(known.steps).ok() && !beside_.anyLegalHold();
      EXPECT_EQ(journal_->apply(RemoveHeld{id}).ok(), removable);
      if (!removable) return;
      beside_.removed.push_back(id);
      model_.erase(id);
    }
  }
  void erase(SeededRandom& random, ReflectionId id, const Modelled& known) {
    if (random.below(3) > 0) return;
    const bool allowed = !known.held && !beside_.anyLegalHold();
    EXPECT_EQ(journal_->apply(EraseReflection{id}).ok(), allowed);
    if (!allowed) return;
    beside_.erased.push_back(id);
    model_.erase(id);
  }
  void keepLegalHold(SeededRandom& random) {
    auto standing = std::find_if(beside_.legalHolds.begin(), beside_.legalHolds.end(),
                                 [](const LegalHold& hold) { return !hold.ended; });
    if (standing != beside_.legalHolds.end()) {
      standing->ended = LegalHoldEnd{standing->since, "Closed"};
      must(LiftLegalHold{standing->id, *standing->ended});
      return;
    }
    if (random.below(2) == 0) return;
    beside_.legalHolds.push_back(
        {LegalHoldId::random(random), std::nullopt, "Inquiry", day("2026-01-20"), std::nullopt});
    must(PutLegalHold{beside_.legalHolds.back()});
  }
  void keepAccess(SeededRandom& random) {
    AccessRecord access{AccessId::random(random), AccessKind::Copy,
                        NameId::random(random),   clock_.now(),
                        "Somebody asked",         {}};
    must(RecordAccess{access});
    beside_.accesses.push_back(access);
  }
  /// A new one, or one of those there said anew.
  void keepGroup(SeededRandom& random) {
    const std::size_t at = random.below(beside_.groups.size() + 1);
    if (at == beside_.groups.size()) {
      GroupSession group;
      group.id = GroupSessionId::random(random);
      group.day = day("2026-01-22");
      group.format.rounds.resize(1);
      group.format.code = group.format.name = group.format.rounds[0].name = "Talk";
      group.format.minutes = group.format.rounds[0].minutes = 5;
      beside_.groups.push_back(group);
    }
    GroupSession& group = beside_.groups[at];
    group.title = "Group " + std::to_string(random.below(100));
    group.state = random.below(2) == 0 ? GroupSessionState::Held : GroupSessionState::Planned;
    KeptCard card;
    card.text = someText(random);
    group.cards = {card};
    must(PutGroupSession{group});
  }
  void stepBeside(SeededRandom& random) {
    switch (random.below(8)) {
      case 7:
        return keepGroup(random);
      case 5:
        return keepLegalHold(random);
      case 6:
        return keepAccess(random);
      case 0:
        return keepPrompts(random);
      case 1: {
        const std::string code = "Q" + std::to_string(random.below(4));
        const bool offered = random.below(2) == 0;
        must(OfferPromptSet{code, offered});
        offered ? (void)beside_.withheld.erase(code) : (void)beside_.withheld.insert(code);
        return;
      }
      case 2:
        return keepPermission(random);
      case 3:
        return keepFramework(random);
      default: {
        const Removal removal{{"DSL", day("2025-12-01"), {}}, {}, ReflectionId::random(random), ""};
        must(BringRemoval{removal});
        beside_.removed.push_back(removal.reflection);
      }
    }
  }
  void keepPrompts(SeededRandom& random) {
    OwnPromptSet set;
    set.id = PromptSetId::random(random);
    if (!beside_.sets.empty() && random.below(2) == 0) {
      set = beside_.sets[random.below(beside_.sets.size())];
      for (const OwnPromptSet& other : beside_.sets) {
        if (other.id == set.id) set.version = std::max(set.version, other.version + 1);
      }
    }
    set.name = someText(random);
    set.from = day("2026-01-22");
    set.questions = {{someText(random), random.below(2) == 0}};
    must(PutPromptSet{set});
    beside_.sets.push_back(set);
  }
  void keepPermission(SeededRandom& random) {
    if (nobody_.id.isNil()) {
      nobody_ = person("Ayaan Chaudhry", "Wren");
      must(PutName{nobody_});
    }
    Permission answer;
    answer.id = PermissionId::random(random);
    answer.youngPerson = nobody_.id;
    answer.answerer = static_cast<Answerer>(random.below(2));
    if (random.below(4) > 0) answer.level = UseLevel::of(static_cast<int>(random.below(4)));
    answer.askedBy = "tutor";
    answer.howAsked = someText(random);
    answer.on = someDate(random);
    answer.until = agreementEnds(answer.on);
    must(RecordPermission{answer});
    beside_.permissions.push_back(answer);
  }
  void keepFramework(SeededRandom& random) {
    FrameworkVersion next;
    if (!beside_.frameworks.empty()) next = beside_.frameworks.back();
    Framework& framework = next.framework;
    if (framework.domains.empty()) {
      framework.version = 1;
      framework.name = "Outcomes";
      framework.noChanceName = "No chance to see it";
      framework.levelNames = framework.scaleRule = {"1", "2", "3", "4", "5"};
      framework.domains = {{"P", "Personal", {{"P1", "Trying", "Trying", "", {}}}}};
    }
    ++framework.version;
    next.from = dateFromDayNumber(dayNumber(day("2026-01-22")) + static_cast<int>(random.below(9)));
    Outcome& outcome = framework.domains[0].outcomes[0];
    outcome.name = someText(random);
    ASSERT_TRUE(addLocalIndicator(framework, "P1", framework, beside_.frameworks).ok());
    Indicator& local = outcome.indicators.back();
    local.name = someText(random);
    for (std::string& level : local.levels) level = someText(random);
    for (Indicator& indicator : outcome.indicators) indicator.off = &indicator != &local;
    must(PutFramework{next});
    beside_.frameworks.push_back(next);
  }
  void add(SeededRandom& random) {
    Reflection reflection = reflectionOf(someText(random));
    reflection.lesson.date = someDate(random);
    must(WriteReflection{reflection, {}, std::nullopt});
    Modelled& known = model_[reflection.id];
    known.text = reflection.text;
    known.date = reflection.lesson.date;
    known.arrival = ++arrivals_;
    known.versions = {reflection.text};
  }
  void edit(SeededRandom& random, ReflectionId id, Modelled& known, bool usable) {
    const std::string text = known.text + " " + someText(random);
    EXPECT_EQ(journal_->apply(EditText{id, text}).ok(), usable);
    if (!usable) return;
    known.text = text;
    known.versions.push_back(text);
  }
  void move(SeededRandom& random, ReflectionId id, Modelled& known, bool usable) {
    Lesson lesson = journal_->reflection(id)->lesson;
    lesson.date = someDate(random);
    EXPECT_EQ(journal_->apply(SetLesson{id, lesson}).ok(), usable);
    if (!usable || lesson.date == known.date) return;
    known.date = lesson.date;
    known.arrival = ++arrivals_;
  }
  void tag(SeededRandom& random, ReflectionId id, Modelled& known) {
    if (!known.tags.empty() && random.below(3) == 0) {
      must(RemoveTag{known.tags.begin()->first});
      known.tags.erase(known.tags.begin());
      return;
    }
    const std::string word = known.text.substr(0, known.text.find(' '));
    const Tag made = tagOf(id, word, random.below(2) == 0 ? "M1.1" : "S2.1",
                           1 + static_cast<int>(random.below(5)));
    must(PutTag{made});
    known.tags[made.id] = word;
  }

  void attach(SeededRandom& random, ReflectionId id, Modelled& known) {
    if (!known.attached.empty() && random.below(3) == 0) {
      must(RemoveAttachment{known.attached.begin()->first});
      known.attached.erase(known.attached.begin());
      return;
    }
    const AttachmentId made = AttachmentId::random(random);
    std::string bytes = "fLaC" + std::to_string(random.next());
    if (random.below(8) == 0) bytes.resize(300'000, 'x');
    if (must(AttachFile{id, made, "a.flac", bytes}).applied == 1) known.attached[made] = bytes;
  }

  /// Those that may be used, newest first.
  Ids expected(const std::string& word) const {
    std::vector<std::pair<std::pair<LocalDate, std::size_t>, ReflectionId>> order;
    for (const auto& [id, known] : model_) {
      if (known.held || known.binned) continue;
      if ((" " + known.text).find(" " + word) == std::string::npos) continue;
      order.push_back({{known.date, known.arrival}, id});
    }
    std::sort(order.rbegin(), order.rend());
    Ids ids;
    for (const auto& [key, id] : order) ids.push_back(id);
    return ids;
  }
  void search(SeededRandom& random) {
    const char* words[] = {"drum", "bow", "tune", "silence"};
    const std::string word = words[random.below(4)];
    SearchQuery query;
    query.typed = random.below(2) == 0 ? word : word.substr(0, 2) + "*";
    query.limit = 1000;
    const auto page = journal_->search(query);
    ASSERT_TRUE(page.ok());
    Ids ids;
    for (const SearchHit& hit : page->hits) ids.push_back(hit.row.id);
    EXPECT_EQ(ids, expected(word));
  }
  void compareBeside() {
    const auto prompts = journal_->ownPrompts();
    EXPECT_THAT(prompts->versions, UnorderedElementsAreArray(beside_.sets));
    EXPECT_THAT(prompts->withheld, ElementsAreArray(beside_.withheld));
    EXPECT_THAT(*journal_->allPermissions(), UnorderedElementsAreArray(beside_.permissions));
    EXPECT_EQ(*journal_->ownFrameworks(), beside_.frameworks);
    std::vector<ReflectionId> removed;
    const auto removals = journal_->removals();
    for (const Removal& removal : *removals) removed.push_back(removal.reflection);
    EXPECT_THAT(removed, UnorderedElementsAreArray(beside_.removed));
    EXPECT_THAT(*journal_->legalHolds(), UnorderedElementsAreArray(beside_.legalHolds));
    EXPECT_THAT(*journal_->accessLog(), UnorderedElementsAreArray(beside_.accesses));
    const auto groups = journal_->groupSessions();
    for (const GroupSession& group : *groups) {
      const auto known = std::find_if(beside_.groups.begin(), beside_.groups.end(),
                                      [&](const GroupSession& one) { return one.id == group.id; });
      ASSERT_NE(known, beside_.groups.end());
      EXPECT_EQ(group.title, known->title);
      EXPECT_EQ(group.cards[0].text, known->cards[0].text);
      EXPECT_TRUE(group == *known);
    }
    EXPECT_EQ(groups->size(), beside_.groups.size());
    removed.insert(removed.end(), beside_.erased.begin(), beside_.erased.end());
    for (const ReflectionId id : removed) {
      EXPECT_EQ(journal_->reflection(id).error().code, ErrorCode::NotFound);
    }
    std::map<ReflectionId, HoldSteps> held;
    const auto entries = journal_->held();
    for (const HeldEntry& entry : *entries) held[entry.id] = entry.steps;
    for (const auto& [id, known] : model_) {
      EXPECT_EQ(held.count(id), known.held ? 1U : 0U);
      if (known.held) {
        EXPECT_EQ(held[id], known.steps);
      }
    }
  }
  void compare() {
    compareBeside();
    const auto rows = journal_->newest(10000, std::nullopt);
    Ids ids;
    for (const ReflectionRow& row : *rows) ids.push_back(row.id);
    EXPECT_EQ(ids, expected(""));
    for (const auto& [id, known] : model_) {
      const auto reflection = journal_->reflection(id);
      ASSERT_TRUE(reflection.ok());
      EXPECT_EQ(reflection->text, known.text);
      EXPECT_EQ(reflection->lesson.date, known.date);
      EXPECT_EQ(reflection->state == ReflectionState::Finished, known.finished);
      EXPECT_EQ(reflection->held, known.held);
      EXPECT_EQ(reflection->binned, known.binned);
      const auto versions = journal_->versions(id);
      ASSERT_EQ(versions->size(), known.versions.size());
      for (std::size_t i = 0; i < known.versions.size(); ++i) {
        EXPECT_EQ((*versions)[i].text, known.versions[known.versions.size() - 1 - i]);
      }
      const auto attached = journal_->attachments(id);
      EXPECT_EQ(attached->size(), known.attached.size());
      for (const Attachment& one : *attached) {
        EXPECT_EQ(*journal_->attachmentBytes(one.id), known.attached.at(one.id));
      }
      const auto tags = journal_->tagsOf(id);
      EXPECT_EQ(tags->size(), known.held ? 0 : known.tags.size());
      for (const Tag& tag : *tags) EXPECT_EQ(tag.quote, known.tags.at(tag.id));
    }
  }

  std::map<ReflectionId, Modelled> model_;
  Beside beside_;
  KnownName nobody_;
  std::size_t arrivals_ = 0;
};

TEST_F(Model, AnyHistoryReadsBackAsItsModelSays) {
  const bool isLong = std::getenv("AFTERNOTE_LONG") != nullptr;
  const std::uint64_t seeds = isLong ? 100 : 4;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    SCOPED_TRACE(seed);
    model_.clear();
    beside_ = {};
    nobody_ = {};
    arrivals_ = 0;
    journal_.reset();
    std::filesystem::remove_all(vaultFolder());
    SetUp();
    run(seed, 300);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace journal::service
