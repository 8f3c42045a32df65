#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/keeping/past_time.h"
#include "app/model/build_beside.h"
#include "app/model/display.h"
#include "app/model/keeping_past_time.h"
#include "app/model/people_permissions.h"
#include "app/model/your_data_words.h"

// What is past its time, in words.

namespace app::model {
namespace {

using journal::KeptKind;
using journal::service::Due;
using Thing = PastTimeKnown::Thing;

/// More are met one after another; a list of a thousand helps nobody.
constexpr std::size_t kMostPastRows = 40;

struct KindWords {
  std::string_view one;
  std::string_view many;
  std::string_view rule;
};
KindWords kindWordsOf(KeptKind kind) {
  switch (kind) {
    case KeptKind::PrivateEntry:
      return {"reflection of your own", "reflections of your own", tr::kRulePrivate};
    case KeptKind::SharedEntry:
      return {"reflection that something was shown of", "reflections that something was shown of",
              tr::kRuleShared};
    case KeptKind::FocusRecord:
      return {"young person’s record", "young people’s records", tr::kRuleFocus};
    case KeptKind::CaseStudy:
      return {"case study", "case studies", tr::kRuleStudy};
    case KeptKind::Consent:
      return {"answer on how far notes may go", "answers on how far notes may go",
              tr::kRuleConsent};
    case KeptKind::GroupRecord:
      return {"record of a group’s session", "records of groups’ sessions", tr::kRuleGroup};
  }
  return {};
}

std::string pastTitle(const Thing& thing, const std::vector<journal::KnownName>& names) {
  const Due& due = thing.due;
  switch (due.kind) {
    case KeptKind::PrivateEntry:
    case KeptKind::SharedEntry:
      return "Lesson of " + dayMonthYear(due.date);
    case KeptKind::FocusRecord:
      return codeNameOf(names, due.person);
    case KeptKind::CaseStudy:
      return thing.title.empty() ? std::string(tr::kUntitled) : thing.title;
    case KeptKind::Consent:
      return fmt::format("{}, asked on {}", codeNameOf(names, due.person), dayMonthYear(due.date));
    case KeptKind::GroupRecord:
      return fmt::format("{}, {}", thing.title, dayMonthYear(due.date));
  }
  return {};
}

std::string untilWords(const Due& due) {
  return "Was to be kept until " + dayMonthYear(due.until);
}

std::vector<PastTimeGroup> pastGroups(const PastTimeKnown& known,
                                      const std::vector<journal::KnownName>& names) {
  std::vector<PastTimeGroup> groups;
  for (std::size_t i = 0; i < known.due.size();) {
    const KeptKind kind = known.due[i].due.kind;
    const KindWords words = kindWordsOf(kind);
    PastTimeGroup group;
    const std::size_t first = i;
    for (; i < known.due.size() && known.due[i].due.kind == kind; ++i) {
      if (group.rows.size() >= kMostPastRows) continue;
      group.rows.push_back({i, pastTitle(known.due[i], names), untilWords(known.due[i].due)});
    }
    group.name = counted(i - first, words.one, words.many);
    group.rule = words.rule;
    if (i - first > kMostPastRows) {
      group.more = fmt::format("And {} more, met one after another.", i - first - kMostPastRows);
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<std::string> soonLines(const std::vector<Due>& soon) {
  std::map<std::pair<KeptKind, journal::LocalDate>, std::size_t> counts;
  for (const Due& due : soon) ++counts[{due.kind, due.until}];
  std::vector<std::string> lines;
  for (const auto& [what, count] : counts) {
    const KindWords words = kindWordsOf(what.first);
    lines.push_back(fmt::format("{}, kept until {}", counted(count, words.one, words.many),
                                dayMonthYear(what.second)));
  }
  return lines;
}

BesideBlock plainBlock(std::string words) {
  return {false, {{ResultRun::Kind::Plain, std::move(words)}}};
}

std::vector<BesideBlock> studyBlocks(const journal::CaseStudy& study,
                                     const std::vector<journal::KnownName>& names) {
  std::vector<BesideBlock> blocks;
  for (const journal::Claim& claim : study.claims) {
    for (BesideBlock& one : readBlocks(claim.text, names)) blocks.push_back(std::move(one));
  }
  return blocks;
}

std::vector<BesideBlock> recordBlocks(const PastTimeRead& read) {
  std::vector<BesideBlock> blocks;
  blocks.push_back(plainBlock(counted(read.passages, "tagged passage", "tagged passages")));
  blocks.push_back(plainBlock(read.hasPlan ? "A learning plan" : "No learning plan"));
  blocks.push_back(plainBlock(counted(read.answers.size(), "answer on how far notes may go",
                                      "answers on how far notes may go")));
  return blocks;
}

void addRead(const PastTimeRead& read, const std::vector<journal::KnownName>& names,
             PastTimePage& page) {
  if (read.entry) {
    page.blocks = readBlocks(read.entry->text, names);
    page.detail += ". " + lessonTitle(read.entry->lesson);
    if (read.tags > 0) page.detail += ", " + counted(read.tags, "tag", "tags");
    if (read.attachments > 0) {
      page.detail +=
          ", " + counted(read.attachments, "picture or recording", "pictures and recordings");
    }
    return;
  }
  if (read.group) {
    for (const journal::KeptCard& card : read.group->cards)
      page.blocks.push_back(plainBlock(card.text));
    if (page.blocks.empty()) page.blocks.push_back(plainBlock(std::string(tr::kNothingButMinutes)));
    return;
  }
  if (read.study) {
    page.blocks = studyBlocks(*read.study, names);
    return;
  }
  if (page.person) {
    page.blocks = recordBlocks(read);
    return;
  }
  for (const ConsentRow& answer : buildAnswers(read.answers)) {
    page.blocks.push_back(plainBlock(answer.title));
    page.blocks.push_back(plainBlock(answer.detail));
  }
}

std::vector<std::string> learningLines(const std::string& words) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    if (end > at) lines.push_back(words.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string whatGoes(const Due& due, PastTimeChoice choice) {
  if (choice == PastTimeChoice::KeepLearning) return std::string(tr::kGoesBeside);
  if (choice != PastTimeChoice::LetGo) return {};
  switch (due.kind) {
    case KeptKind::PrivateEntry:
    case KeptKind::SharedEntry:
      return std::string(tr::kEntryGoes);
    case KeptKind::CaseStudy:
      return std::string(tr::kStudyGoes);
    case KeptKind::Consent:
      return std::string(tr::kAnswerGoes);
    case KeptKind::GroupRecord:
      return std::string(tr::kGroupRecordGoes);
    case KeptKind::FocusRecord:
      break;
  }
  return {};
}

PastTimePage pageOf(const PastTimeInputs& inputs, const Thing& thing,
                    const std::vector<journal::KnownName>& names) {
  const Due& due = thing.due;
  const bool isEntry = due.kind == KeptKind::PrivateEntry || due.kind == KeptKind::SharedEntry;
  PastTimePage page;
  page.position = fmt::format("{} of {}", *inputs.reading + 1, inputs.known.due.size());
  page.title = pastTitle(thing, names);
  page.detail = untilWords(due);
  if (isEntry) page.entry = due.entry;
  if (due.kind == KeptKind::FocusRecord) page.person = due.person;
  page.canKeepLearning = isEntry;
  page.canLetGo = app::isErasable(due);
  page.canRenew = due.kind == KeptKind::CaseStudy && !due.isRetired;
  if (inputs.read != nullptr) addRead(*inputs.read, names, page);
  page.choice = inputs.choice;
  page.whatGoes = whatGoes(due, inputs.choice);
  page.ownWords = inputs.ownWords;
  page.learningProblem = inputs.learningProblem;
  if (inputs.learning == nullptr) return page;
  page.learning = learningLines(inputs.learning->words);
  if (page.learning.empty()) page.learning.emplace_back(tr::kNoWordsStay);
  if (inputs.learning->tags > 0) {
    page.learningDetail =
        counted(inputs.learning->tags, "tag", "tags") + std::string(tr::kTagsStay);
  }
  return page;
}

}  // namespace

PastTimeModel buildPastTime(const PastTimeInputs& inputs,
                            const std::vector<journal::KnownName>& names) {
  PastTimeModel model;
  const PastTimeKnown& known = inputs.known;
  if (inputs.reading && *inputs.reading < known.due.size()) {
    model.page = pageOf(inputs, known.due[*inputs.reading], names);
    return model;
  }
  model.groups = pastGroups(known, names);
  model.soon = soonLines(known.soon);
  for (std::size_t i = 0; i < known.quoting.size(); ++i) {
    model.quoting.push_back({i, known.quoting[i].second, std::string(tr::kStillQuotes)});
  }
  if (known.underLegalHold > 0) {
    model.underHold =
        counted(known.underLegalHold, "thing", "things") +
        std::string(known.underLegalHold == 1 ? tr::kStaysUnderHold : tr::kStayUnderHold);
  }
  return model;
}

}  // namespace app::model
