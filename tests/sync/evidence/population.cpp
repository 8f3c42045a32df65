#include "population.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "journal/exchange/submission_json.h"

namespace syncing::evidence::test {

using journal::Framework;
using journal::SeededRandom;
using journal::Voice;

namespace {

constexpr const char* kShortNames[3][5] = {
    {"Skill and control", "Own music", "Listening closely", "Playing together", "Being a musician"},
    {"Confidence", "Handling feelings", "Keeping going", "Own choices", "Wellbeing and self"},
    {"Trust with adults", "Getting on", "Being heard", "Working together", "Belonging"}};

template <std::size_t N>
std::size_t weighted(SeededRandom& random, const int (&weights)[N]) {
  int all = 0;
  for (const int weight : weights) all += weight;
  int left = static_cast<int>(random.below(static_cast<std::uint64_t>(all)));
  for (std::size_t i = 0; i < N; ++i) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return N - 1;
}

}  // namespace

FakeClock::FakeClock(const char* iso) : now_(*journal::parseTime(iso)) {}

Framework framework() {
  Framework result;
  result.version = 1;
  result.name = "Test";
  result.levelNames = {"Not yet", "Glimpsed", "Prompted", "Mostly", "Settled"};
  result.scaleRule = {"not yet seen here", "glimpsed, with close support", "with some prompting",
                      "mostly, with little support", "settled, and carried further"};
  result.noChanceName = "No chance to see it";
  const char* domains[] = {"Musical", "Personal", "Social"};
  for (std::size_t d = 0; d < 3; ++d) {
    journal::Domain domain{std::string(1, "MPS"[d]), domains[d], {}};
    for (int o = 1; o <= 5; ++o) {
      journal::Outcome outcome;
      outcome.code = domain.code + std::to_string(o);
      outcome.shortName = kShortNames[d][o - 1];
      outcome.name = outcome.shortName;
      for (int i = 1; i <= 2; ++i)
        outcome.indicators.push_back(
            {*journal::IndicatorCode::parse(outcome.code + "." + std::to_string(i)),
             "An indicator",
             {"one", "two", "three", "four", "five"}});
      domain.outcomes.push_back(outcome);
    }
    result.domains.push_back(domain);
  }
  return result;
}

EvidenceItem item(const Seen& seen, Voice voice, int level, int week) {
  EvidenceItem made;
  made.author = "Imani Brooke";
  made.useLevel = 2;
  made.claim = "Something changed.";
  made.passage.text = "Seen in week " + std::to_string(week) + ".";
  made.passage.indicator = seen.indicator;
  made.passage.level = level;
  made.passage.voice = voice;
  made.passage.setting = seen.setting;
  made.passage.term = "spring term 2026";
  made.passage.order = week;
  made.passage.youngPersonCode = seen.code;
  return made;
}

journal::Submission submission(journal::Random& random, const Seen& seen,
                               const std::string& author) {
  journal::Submission made;
  made.caseStudy = journal::CaseStudyId::random(random);
  made.title = "Finding a way in";
  made.author = author;
  made.useLevel = 2;
  made.agreedUntil = *journal::parseDate("2028-01-31");
  made.preparedAt = *journal::parseTime("2026-02-01T09:00:00Z");
  journal::SubmittedClaim claim{"They began to choose.", {}};
  claim.passages.push_back(item(seen, Voice::Tutor, seen.first, 1300).passage);
  claim.passages.push_back(
      item(seen, Voice::YoungPerson, seen.latest, 1300 + seen.weeksLater).passage);
  claim.passages[0].text = "Waited to be told, then looked up.";
  claim.passages[1].text = "Chose the second verse to lead.";
  made.claims.push_back(claim);
  return made;
}

std::vector<EvidenceItem> randomItems(SeededRandom& random, int people, int from) {
  constexpr int kOutcomeWeights[] = {8, 4, 9, 3, 1, 9, 1, 4, 8, 3, 6, 4, 3, 8, 1};
  constexpr int kSettingWeights[] = {6, 8, 5, 3, 1, 1, 1, 1};
  constexpr const char* kSettings[] = {"whole_class",    "small_group", "one_to_one", "ensemble",
                                       "special_school", "pru",         "home",       "online"};
  constexpr int kVoiceWeights[] = {6, 2, 1};
  std::vector<EvidenceItem> items;
  for (int person = from; person < from + people; ++person) {
    const int passages = 1 + static_cast<int>(random.below(random.below(6) == 0 ? 14 : 5));
    const char* setting = kSettings[weighted(random, kSettingWeights)];
    for (int p = 0; p < passages; ++p) {
      const std::size_t outcome = weighted(random, kOutcomeWeights);
      Seen seen;
      seen.code = random.below(15) == 0 ? "" : "yp-" + std::to_string(person);
      seen.indicator = std::string(1, "MPS"[outcome / 5]) + std::to_string(outcome % 5 + 1) + "." +
                       std::to_string(1 + random.below(2));
      seen.setting = setting;
      EvidenceItem made =
          item(seen, static_cast<Voice>(weighted(random, kVoiceWeights)),
               1 + static_cast<int>(random.below(5)), 1300 + static_cast<int>(random.below(20)));
      made.passage.text = std::to_string(person) + "/" + std::to_string(p);
      made.caseStudy = journal::CaseStudyId::fromBytes(
          {static_cast<std::uint8_t>(person), static_cast<std::uint8_t>(person >> 8)});
      items.push_back(made);
    }
  }
  return items;
}

void approve(EvidenceStore& store, const journal::Submission& submission) {
  const auto submitted = store.submit(journal::exchange::encodeSubmission(submission));
  ASSERT_TRUE(submitted.ok()) << submitted.error().detail;
  using journal::ReviewAction;
  using journal::Role;
  const auto step = [&](const char* by, Role role) {
    const auto done = store.review(submission.caseStudy, {ReviewAction::Approve, by, role, ""});
    ASSERT_TRUE(done.ok()) << done.error().detail;
  };
  step("Gethin Rowe", Role::Facilitator);
  if (submission.dslMustAgree) step("Dee Lewis", Role::Dsl);
  step("Farida Haleem", Role::Manager);
}

void approveMany(EvidenceStore& store, journal::Random& random, int count, Seen seen) {
  const std::string prefix = seen.code;
  for (int i = 0; i < count; ++i) {
    seen.code = prefix + "-" + std::to_string(i);
    approve(store, submission(random, seen));
  }
}

int effort() {
  return std::getenv("AFTERNOTE_LONG") != nullptr ? 20 : 1;
}

}  // namespace syncing::evidence::test
