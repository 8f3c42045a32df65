#include "journal/service/erase_person.h"

#include <algorithm>

#include "journal/domain/name_matcher.h"
#include "journal/domain/own_learning.h"

namespace journal::service {
namespace {

using Fate = ErasurePlan::Fate;

class Planner {
 public:
  Planner(const Everything& everything, Random& random)
      : all_(everything), random_(random), matcher_(withCodesAsSpellings(everything.names)) {}

  ErasurePlan make(bool keepLearning) {
    for (const Everything::Entry& entry : all_.entries) {
      if (entry.aboutThemAlone && !keepLearning) {
        line("reflection", entry.reflection.id.hex(), isoDate(entry.reflection.lesson.date));
        plan_.op.reflections.push_back(entry.reflection.id);
      } else {
        line("reflection", entry.reflection.id.hex(), isoDate(entry.reflection.lesson.date),
             Fate::WithoutThem);
        plan_.op.replaced.push_back(learningOf(entry));
      }
    }
    for (const Intention& meant : all_.intentions) {
      line("intention", meant.id.hex(), isoDate(meant.madeOn));
      plan_.op.intentions.push_back(meant.id);
    }
    addBeside();
    for (const Everything::Study& study : all_.studies) add(study);
    addName();
    return std::move(plan_);
  }

 private:
  void line(const char* kind, std::string id, std::string what, Fate fate = Fate::Goes) {
    plan_.lines.push_back({kind, std::move(id), std::move(what), fate});
  }
  TakenOut them() const {
    return [id = all_.who.id](NameId other) { return other == id; };
  }

  OwnLearning learningOf(const Everything::Entry& entry) {
    const NameLookup lookup = [this](NameId id) { return findName(all_.names, id); };
    const Mentioner mention = [this](std::string_view text) { return matcher_.mention(text); };
    Learning learning = ownLearning(entry.reflection, entry.tags, them(), lookup, mention);
    OwnLearning kept{
        entry.reflection.id, std::move(learning.reflection), std::move(learning.tags), {}};
    kept.kept.id = ReflectionId::random(random_);
    for (const Intention& meant : entry.intentions) {
      if (meant.youngPerson == all_.who.id) continue;
      Intention left = meant;
      left.from = kept.kept.id;
      left.text = withoutPeople(mention(meant.text), them(), lookup);
      left.group = plainWithoutPeople(meant.group, them(), lookup, mention);
      kept.intentions.push_back(std::move(left));
    }
    return kept;
  }

  void addBeside() {
    for (const TimetableSlot& slot : all_.slots) {
      line("timetable", slot.id.hex(), slot.on ? isoDate(*slot.on) : "every week");
      plan_.op.slots.push_back(slot.id);
    }
    for (const KeptWord& word : all_.words) {
      line("word", word.id.hex(), "a word the spelling knows");
      plan_.op.words.push_back(word.id);
    }
  }

  void add(const Everything::Study& study) {
    const CaseStudyId id = study.study.id;
    const LocalDate madeOn = localDate(study.study.madeAt, std::chrono::minutes{0});
    if (!isWithItsAuthor(study.study.step)) {
      plan_.mustWithdraw = true;
      line("case_study", id.hex(), isoDate(madeOn), Fate::WithdrawFirst);
      return;
    }
    line("case_study", id.hex(), isoDate(madeOn), study.aboutThem ? Fate::Goes : Fate::WithoutThem);
    (study.aboutThem ? plan_.op.caseStudies : plan_.op.requoted).push_back(id);
  }

  void addName() {
    plan_.held = all_.held.size();
    if (plan_.held != 0) return;
    line("name", all_.who.id.hex(), "their name and code");
    if (!all_.plans.empty()) line("plan", "", "what was planned with them");
    for (const Permission& answer : all_.permissions) {
      line("permission", answer.id.hex(), isoDate(answer.on));
    }
    plan_.op.name = all_.who.id;
  }

  const Everything& all_;
  Random& random_;
  NameMatcher matcher_;
  ErasurePlan plan_;
};

}  // namespace

ErasurePlan planErasure(const Everything& everything, bool keepLearning, Random& random) {
  return Planner(everything, random).make(keepLearning);
}

}  // namespace journal::service
