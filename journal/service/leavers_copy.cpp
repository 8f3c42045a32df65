#include "journal/service/leavers_copy.h"

#include <algorithm>

#include "journal/domain/name_matcher.h"
#include "journal/domain/own_learning.h"
#include "journal/domain/safeguarding.h"

namespace journal::service {
namespace {

constexpr const char* kLeaversPreface =
    "What I wrote and learned, to take along. You have 30 days from your last day to take it; "
    "after that the journal is deleted. Everybody and every place is blurred, and days are terms. "
    "Not in it: who anybody is, groups and year groups, tags and levels, learning plans, answers "
    "to how far notes may go, case studies, pictures and recordings, entries in the bin or on "
    "safeguarding hold. Read it through before you keep it: what is said can tell somebody apart "
    "without a name.";

/// Everybody reads blurred, those written by their code and those nobody knows any more too.
class Blurrer {
 public:
  explicit Blurrer(std::vector<KnownName> names)
      : names_(std::move(names)), matcher_(withCodesAsSpellings(names_)) {}

  std::string operator()(std::string_view stored) const {
    const NameLookup lookup = [this](NameId id) { return findName(names_, id); };
    return render(matcher_.mention(stored), NamesShown::Blurred, lookup, true).text;
  }

 private:
  std::vector<KnownName> names_;
  NameMatcher matcher_;
};

exchange::AccessItem item(const char* kind, LocalDate date, std::string facts, std::string text) {
  const std::string term = termName(schoolTermOf(date));
  exchange::AccessItem made{kind, {term, term, std::move(facts), {}}};
  made.entry.parts.push_back({exchange::ReadingPart::Kind::Paragraph, std::move(text)});
  return made;
}

}  // namespace

Result<exchange::AccessCopy> leaversCopy(Journal& journal, std::stop_token stop) {
  J_TRY(auto names, journal.names());
  const Blurrer blurred(std::move(names));
  exchange::AccessCopy copy{"My own learning", kLeaversPreface, {}};
  J_CHECK(journal.forEachReflection(
      std::move(stop), [&](const Reflection& reflection, const std::vector<Tag>&) -> Result<void> {
        if (!mayBeUsed(reflection)) return {};
        copy.items.push_back(item("reflection", reflection.lesson.date,
                                  std::string(title(reflection.lesson.setting)),
                                  blurred(reflection.text)));
        return {};
      }));
  J_TRY(const auto intentions, journal.intentions());
  for (const Intention& meant : intentions) {
    copy.items.push_back(
        item("intention", meant.madeOn, "Meant for next time", blurred(meant.text)));
  }
  return copy;
}

}  // namespace journal::service
