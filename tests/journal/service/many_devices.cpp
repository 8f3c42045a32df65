#include "tests/journal/service/many_devices.h"

#include <algorithm>
#include <sstream>

#include "journal/store/record.h"

namespace journal::service {
namespace {

const std::uint16_t kBeforeAttachments = store::kindOf(store::Erased{});

std::vector<std::string> sentencesOf(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream words(text);
  std::string word;
  while (words >> word) all.push_back(word);
  return all;
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : " ") + one;
  return text;
}

std::vector<Reflection> everything(LocalJournal& journal) {
  std::vector<Reflection> all;
  const auto visited = journal.forEachReflection({}, [&](const auto& reflection, const auto&) {
    all.push_back(reflection);
    return Result<void>();
  });
  EXPECT_TRUE(visited.ok());
  std::sort(all.begin(), all.end(),
            [](const Reflection& a, const Reflection& b) { return a.id < b.id; });
  return all;
}

}  // namespace

ManyDevices::ManyDevices(std::uint64_t seed, std::size_t devices, store::MergeTexts mergeTexts)
    : random_(seed), seed_(seed), mergeTexts_(mergeTexts) {
  for (std::size_t i = 0; i < devices; ++i) add();
}

std::size_t ManyDevices::add() {
  const std::size_t place = size();
  devices_.push_back(std::make_unique<OnDevice>(seed_ * 100 + place));
  OnDevice& on = *devices_.back();
  on.mergeTexts = mergeTexts_;
  // Some have not been updated for a while.
  if (place > 0 && random_.below(4) == 0) on.lastKind = kBeforeAttachments;
  on.create(folder_.path() / std::to_string(place));
  const auto key = devices_.front()->journal->namesKey();
  EXPECT_TRUE(on.journal->adoptNamesKey(key).ok());
  // Clocks are wrong by up to a month.
  on.clock.advance(std::chrono::hours(random_.below(1440)) - std::chrono::hours(720));
  return place;
}

std::size_t ManyDevices::copyOf(std::size_t of) {
  const std::size_t place = size();
  devices_.push_back(std::make_unique<OnDevice>(seed_ * 100 + place));
  OnDevice& copy = *devices_.back();
  copy.mergeTexts = mergeTexts_;
  copy.lastKind = devices_[of]->lastKind;
  copy.folder = folder_.path() / std::to_string(place);
  copy.clock = devices_[of]->clock;
  devices_[of]->journal.reset();
  std::filesystem::copy(devices_[of]->folder, copy.folder,
                        std::filesystem::copy_options::recursive);
  devices_[of]->reopen();
  copy.reopen();
  return place;
}

void ManyDevices::setAside(std::size_t device) {
  OnDevice& on = *devices_[device];
  const auto aside = on.folder.string() + "-aside";
  on.journal.reset();
  std::filesystem::remove_all(aside);
  std::filesystem::copy(on.folder, aside, std::filesystem::copy_options::recursive);
  on.reopen();
}

void ManyDevices::putBack(std::size_t device) {
  OnDevice& on = *devices_[device];
  const auto aside = on.folder.string() + "-aside";
  on.journal.reset();
  std::filesystem::remove_all(on.folder);
  std::filesystem::copy(aside, on.folder, std::filesystem::copy_options::recursive);
  on.reopen();
}

void ManyDevices::update(std::size_t device) {
  devices_[device]->lastKind = 0;
  devices_[device]->reopen();
}

void ManyDevices::updateAll() {
  for (std::size_t i = 0; i < size(); ++i) {
    if (devices_[i]->lastKind != 0) update(i);
  }
}

std::string ManyDevices::sentence() {
  return "S" + std::to_string(++sentences_) + ".";
}

void ManyDevices::did(LocalJournal& journal, const Op& op) {
  const auto done = journal.apply(op);
  ASSERT_TRUE(done.ok()) << done.error().detail;
}

void ManyDevices::act(std::size_t device) {
  OnDevice& on = *devices_[device];
  on.clock.advance(std::chrono::minutes(1 + random_.below(600)));
  if (random_.below(30) == 0) update(device);
  LocalJournal& journal = *on.journal;
  const auto all = everything(journal);
  const std::uint64_t choice = random_.below(20);
  if (all.empty() || (choice == 0 && all.size() < 5)) return write(journal);
  const Reflection& reflection = all[random_.below(all.size())];
  if (choice == 1) {
    did(journal, BinReflection{reflection.id, !reflection.binned});
  } else if (choice == 2 && random_.below(10) == 0) {
    erase(journal, reflection);
  } else if (choice == 2 && random_.below(6) == 0) {
    if (on.lastKind == 0) hold(journal);  // nobody writes what their version does not know
  } else if (reflection.binned) {
    return;
  } else if (choice < 11) {
    edit(journal, reflection);
  } else if (choice < 16) {
    tag(journal, reflection);
  } else {
    other(journal, reflection, on.lastKind == 0);
  }
}

namespace {

bool standsOne(LocalJournal& journal) {
  return anyStands(*journal.legalHolds());
}

}  // namespace

/// For good, or keeping what it says under another id.
void ManyDevices::erase(LocalJournal& journal, const Reflection& reflection) {
  const bool forbidden = standsOne(journal);
  Erase op;
  if (random_.below(2) == 0) {
    op.reflections.push_back(reflection.id);
  } else {
    OwnLearning kept{reflection.id, reflection, *journal.tagsOf(reflection.id), {}};
    kept.kept.id = ReflectionId::random(random_);
    std::erase_if(kept.tags, [](const Tag& tag) { return tag.quote.empty(); });
    op.replaced.push_back(std::move(kept));
  }
  const auto done = journal.apply(op);
  ASSERT_EQ(done.ok(), !forbidden);
  if (!done.ok()) return;
  erased_.insert(reflection.id);
  for (const OwnLearning& one : op.replaced) {
    for (const std::string& sentence : sentencesOf(one.kept.text)) {
      written_[sentence] = one.kept.id;
    }
  }
}

/// Puts a legal hold on, or lifts those that stand as this device sees it.
void ManyDevices::hold(LocalJournal& journal) {
  const LocalDate day = dateFromDayNumber(20000);
  const auto holds = *journal.legalHolds();
  for (const LegalHold& one : holds) {
    if (one.ended) continue;
    const std::string why = "Closed " + std::to_string(random_.below(1'000'000));
    did(journal, LiftLegalHold{one.id, {day, why}});
  }
  if (standsOne(journal) || random_.below(2) == 0) return;
  did(journal, PutLegalHold{{LegalHoldId::random(random_), std::nullopt, "Inquiry", day, {}}});
}

void ManyDevices::write(LocalJournal& journal) {
  Reflection reflection;
  reflection.id = ReflectionId::random(random_);
  reflection.lesson.date = dateFromDayNumber(20000 + static_cast<std::int32_t>(random_.below(3)));
  std::vector<std::string> words;
  for (std::uint64_t i = 1 + random_.below(4); i > 0; --i) words.push_back(sentence());
  reflection.text = joined(words);
  did(journal, WriteReflection{reflection, {}, std::nullopt});
  for (const std::string& one : words) written_[one] = reflection.id;
}

std::string ManyDevices::changed(const std::string& text) {
  auto words = sentencesOf(text);
  for (std::uint64_t i = 1 + random_.below(3); i > 0; --i) {
    const std::size_t at = random_.below(words.size() + 1);
    const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
    const std::uint64_t how = random_.below(4);
    if (how < 2 || at == words.size()) {
      words.insert(place, sentence());
    } else if (how == 2) {
      *place = sentence();
    } else {
      words.erase(place);
    }
  }
  for (const std::string& before : sentencesOf(text)) {
    if (std::find(words.begin(), words.end(), before) == words.end()) takenOut_.insert(before);
  }
  return joined(words);
}

void ManyDevices::edit(LocalJournal& journal, const Reflection& reflection) {
  const std::string text = changed(reflection.text);
  did(journal, EditText{reflection.id, text, random_.below(2) == 0});
  for (const std::string& one : sentencesOf(text)) written_[one] = reflection.id;
}

void ManyDevices::claim(LocalJournal& journal) {
  if (study_.isNil()) {
    CaseStudy study;
    study_ = study.id = CaseStudyId::random(random_);
    claim_ = ClaimId::random(random_);
    study.title = "A way in";
    study.author = "Imani Brooke";
    return did(journal, StartCaseStudy{study});
  }
  const auto study = journal.caseStudy(study_);
  if (!study.ok()) return;  // not heard of here yet
  Claim claim{claim_, {}, {}};
  if (!study->claims.empty()) claim = study->claims.front();
  claim.text = changed(claim.text);
  did(journal, PutClaim{study_, claim});
  for (const std::string& one : sentencesOf(claim.text)) written_[one] = {};
}

void ManyDevices::plan(LocalJournal& journal) {
  if (planned_.isNil()) {
    KnownName name;
    planned_ = name.id = NameId::random(random_);
    name.codeName = "Wren";
    return did(journal, PutName{name});
  }
  const auto names = *journal.names();
  if (findName(names, planned_) == nullptr) return;
  Profile profile = *journal.profile(planned_);
  profile.youngPerson = planned_;
  std::string& text = random_.below(2) == 0 ? profile.interests : profile.whatHelps;
  text = changed(text);
  did(journal, PutProfile{profile});
  for (const std::string& one : sentencesOf(text)) written_[one] = {};
}

void ManyDevices::tag(LocalJournal& journal, const Reflection& reflection) {
  const auto tags = journal.tagsOf(reflection.id);
  ASSERT_TRUE(tags.ok());
  const std::uint64_t how = random_.below(4);
  if (how == 0 && !tags->empty()) {
    return did(journal, RemoveTag{tags->at(random_.below(tags->size())).id});
  }
  if (how == 1 && !tags->empty()) {
    Tag tag = tags->at(random_.below(tags->size()));
    if (tag.quote.empty()) return;
    tag.level = Level::of(1 + static_cast<int>(random_.below(5)));
    return did(journal, PutTag{tag});
  }
  const auto words = sentencesOf(reflection.text);
  if (words.empty()) return;
  Tag tag;
  tag.id = TagId::random(random_);
  tag.reflection = reflection.id;
  tag.quote = words[random_.below(words.size())];
  tag.passage.begin = reflection.text.find(tag.quote);
  tag.passage.end = tag.passage.begin + tag.quote.size();
  tag.indicator = *IndicatorCode::parse("P1.1");
  did(journal, PutTag{tag});
}

void ManyDevices::attach(LocalJournal& journal, const Reflection& reflection) {
  const auto attached = journal.attachments(reflection.id);
  ASSERT_TRUE(attached.ok());
  if (!attached->empty() && random_.below(3) == 0) {
    return did(journal, RemoveAttachment{attached->at(random_.below(attached->size())).id});
  }
  // One in eight is of more than one part.
  std::string bytes = "\x89PNG\r\n\x1a\n" + std::to_string(random_.next());
  if (random_.below(8) == 0) bytes.resize(300'000, 'x');
  did(journal, AttachFile{reflection.id, AttachmentId::random(random_), "a.png", bytes});
}

void ManyDevices::other(LocalJournal& journal, const Reflection& reflection, bool knowsAll) {
  switch (random_.below(9)) {
    case 8:
    case 7:
      return claim(journal);
    case 6:
      return plan(journal);
    case 5:
      if (knowsAll) attach(journal, reflection);
      return;
    case 0: {
      Lesson lesson = reflection.lesson;
      lesson.group = "Group " + std::to_string(random_.below(100));
      lesson.date = dateFromDayNumber(20000 + static_cast<std::int32_t>(random_.below(3)));
      return did(journal, SetLesson{reflection.id, lesson});
    }
    case 1:
      return did(journal, FinishReflection{reflection.id, random_.below(2) == 0});
    case 2: {
      const auto names = journal.names();
      KnownName name;
      if (!names->empty() && random_.below(2) == 0) name = names->at(random_.below(names->size()));
      if (name.id.isNil()) name.id = NameId::random(random_);
      name.codeName = "Code " + std::to_string(random_.below(1'000'000));
      name.realName = "Real" + std::to_string(random_.below(1'000'000));
      return did(journal, PutName{name});
    }
    case 3: {
      const auto words = journal.keptWords();
      if (!words->empty() && random_.below(2) == 0) {
        return did(journal, DropWord{words->at(random_.below(words->size())).id});
      }
      return did(journal, KeepWord{{WordId::random(random_),
                                    "word" + std::to_string(random_.below(1'000'000))}});
    }
    default: {
      Intention intention;
      intention.id = IntentionId::random(random_);
      intention.text = "Try again.";
      intention.from = reflection.id;
      intention.madeOn = dateFromDayNumber(20000);
      return did(journal, PutIntention{intention});
    }
  }
}

// Exchange ---------------------------------------------------------------------------------------

void ManyDevices::passSome() {
  const std::size_t from = random_.below(size());
  const std::size_t to = random_.below(size());
  const std::size_t whose = random_.below(size());
  if (from == to || to == whose) return;
  const auto owner = devices_[whose]->journal->self();
  const auto passed =
      pass(*devices_[from]->journal, *devices_[to]->journal, owner, 1 + random_.below(6));
  ASSERT_TRUE(passed.ok()) << passed.error().detail;
}

void ManyDevices::passAll() {
  for (std::size_t round = 0; round < 2; ++round) {
    for (std::size_t whose = 0; whose < size(); ++whose) {
      for (std::size_t to = 0; to < size(); ++to) {
        if (to == whose) continue;
        LocalJournal& from = *devices_[whose]->journal;
        const auto passed = pass(from, *devices_[to]->journal, from.self());
        ASSERT_TRUE(passed.ok()) << passed.error().detail;
        EXPECT_TRUE(round == 0 || passed->waiting == 0);
      }
    }
  }
  updateAll();
}

// What must be true ------------------------------------------------------------------------------

std::string ManyDevices::picture(std::size_t device) {
  LocalJournal& journal = *devices_[device]->journal;
  std::ostringstream out;
  for (const Reflection& one : everything(journal)) {
    out << one.id.hex() << " " << isoDate(one.lesson.date) << " " << one.lesson.group << " "
        << static_cast<int>(one.state) << one.held << one.binned << " "
        << one.changedAt.time_since_epoch().count() << " " << one.text << "\n";
    const auto tags = journal.tagsOf(one.id);
    for (const Tag& tag : *tags) {
      out << "  " << tag.id.hex() << " " << tag.passage.begin << "-" << tag.passage.end << " "
          << tag.quote << " " << (tag.level ? tag.level->value() : 0) << "\n";
    }
    const auto attached = *journal.attachments(one.id);
    for (const Attachment& attachment : attached) {
      const auto bytes = journal.attachmentBytes(attachment.id);
      out << "  " << attachment.id.hex() << " " << (bytes.ok() ? bytes->size() : 0) << "\n";
    }
  }
  const auto names = *journal.names();
  for (const KnownName& name : names) {
    out << name.id.hex() << " " << name.codeName << "\n";
  }
  if (const auto study = journal.caseStudy(study_); study.ok()) {
    for (const Claim& claim : study->claims) out << study->title << ": " << claim.text << "\n";
  }
  if (const auto plan = journal.profile(planned_); plan.ok()) {
    out << plan->interests << " / " << plan->whatHelps << "\n";
  }
  const auto words = *journal.keptWords();
  for (const KeptWord& word : words) out << word.id.hex() << word.word << "\n";
  auto intentions = *journal.intentions();
  std::sort(intentions.begin(), intentions.end(),
            [](const Intention& a, const Intention& b) { return a.id < b.id; });
  for (const Intention& intention : intentions) out << intention.id.hex() << "\n";
  const auto holds = *journal.legalHolds();
  for (const LegalHold& hold : holds) {
    out << hold.id.hex() << (hold.ended ? hold.ended->reason : " stands") << "\n";
  }
  const auto disagreements = *journal.disagreements();
  for (const Disagreement& one : disagreements) {
    out << one.reflection.hex() << " " << static_cast<int>(one.field);
    for (const OpId& head : one.heads) out << " " << head.device.hex() << ":" << head.seq;
    out << "\n";
  }
  return out.str();
}

std::vector<std::string> ManyDevices::lost(std::size_t device) {
  std::set<std::string> there;
  for (const Reflection& one : everything(*devices_[device]->journal)) {
    for (std::string& sentence : sentencesOf(one.text)) there.insert(std::move(sentence));
  }
  LocalJournal& journal = *devices_[device]->journal;
  const auto add = [&](const std::string& text) {
    for (std::string& sentence : sentencesOf(text)) there.insert(std::move(sentence));
  };
  if (const auto study = journal.caseStudy(study_); study.ok()) {
    for (const Claim& claim : study->claims) add(claim.text);
  }
  if (const auto plan = journal.profile(planned_); plan.ok()) {
    add(plan->interests);
    add(plan->whatHelps);
  }
  std::vector<std::string> lost;
  for (const auto& [sentence, reflection] : written_) {
    if (takenOut_.contains(sentence) || erased_.contains(reflection)) continue;
    if (!there.contains(sentence)) lost.push_back(sentence);
  }
  return lost;
}

std::vector<std::string> ManyDevices::back(std::size_t device) {
  std::vector<std::string> back;
  for (const Reflection& one : everything(*devices_[device]->journal)) {
    if (erased_.contains(one.id)) back.push_back(one.id.hex());
  }
  return back;
}

std::vector<std::string> ManyDevices::problems(std::size_t device) {
  const auto report = devices_[device]->journal->check({}, {});
  EXPECT_TRUE(report.ok());
  return report.ok() ? report->problems : std::vector<std::string>{"check did not finish"};
}

}  // namespace journal::service
